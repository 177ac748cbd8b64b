#!/bin/sh
# Reading, scored against four real lists; skipped where they are not at hand.
shared=${ENRICH_SHARED:-${top_srcdir:-.}/../shared}
[ -d "$shared/gold" ] || exit 77
[ "${PYTHON:-:}" != : ] || exit 77
exec "$PYTHON" "${top_srcdir:-.}/tests/checks/gold.py" \
	"${top_builddir:-.}/enrich" "$shared" --show
