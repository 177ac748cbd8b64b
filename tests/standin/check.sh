#!/bin/sh
# The stand-in's own tests.  Quiet unless one fails.
PYTHON=${PYTHON-python3}
if [ -z "$PYTHON" ] || [ "$PYTHON" = : ]; then
	exit 77
fi
"$PYTHON" -B "${top_srcdir:-.}/tests/standin/test_standin.py"
