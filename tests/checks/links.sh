#!/bin/sh
# What the linker sees (floors.tsv); what is not so yet stands in links.allowed.
[ "${PYTHON:-python3}" = : ] && exit 77
exec "${PYTHON:-python3}" -B "${top_srcdir:-.}/tests/checks/links.py" "${top_builddir:-.}"
