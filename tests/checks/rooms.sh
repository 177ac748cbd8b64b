#!/bin/sh
# Who may include whom (floors.tsv); what is not so yet stands in rooms.allowed.
[ "${PYTHON:-python3}" = : ] && exit 77
exec "${PYTHON:-python3}" -B "${top_srcdir:-.}/tests/checks/rooms.py" "${top_srcdir:-.}/src"
