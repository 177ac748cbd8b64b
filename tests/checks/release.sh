#!/bin/sh
# Releases of made-up records, looked at from outside.
[ "${PYTHON:-python3}" = : ] && exit 77
exec "${PYTHON:-python3}" -B "${top_srcdir:-.}/tests/checks/release.py"
