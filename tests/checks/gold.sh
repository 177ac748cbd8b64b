#!/bin/sh
# Reading, scored against four real lists; skipped where they are not at hand.
[ -n "${ENRICH_SHARED-}" ] || exit 77
[ "${PYTHON:-:}" != : ] || exit 77
exec "$PYTHON" "${top_srcdir:-.}/tests/checks/gold.py" \
	"${top_builddir:-.}/enrich" "$ENRICH_SHARED" --show
