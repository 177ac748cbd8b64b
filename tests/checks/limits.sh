#!/bin/sh
# Ceilings on length, and calls that are banned with the reason.
#	limits.sh [SRC]
set -u
cd "${1:-${top_srcdir:-.}/src}" || exit 99
bad=0
files=$(find . -name '*.[ch]' | sed 's|^\./||' | sort)
[ -n "$files" ] || {
	echo "limits: no C file in $PWD"
	exit 1
}
# Tables of facts (*_table.c) may be as long as the facts are.  In this style a
# function's body starts and ends in column 1.  The names are those of this tree: no
# spaces.
# shellcheck disable=SC2046
awk '
	function told(words) { print "limits: " words; bad = 1 }
	function ended() { if (lines > 300) told(file ": " lines " lines, ceiling 300") }
	FNR == 1 { ended(); file = FILENAME; start = 0 }
	{ lines = FNR }
	/^[{]/ { start = FNR }
	/^[}]/ && start {
		if (FNR - start > 60) told(file ":" start ": function of " FNR - start " lines, ceiling 60")
		start = 0
	}
	length($0) > 120 { told(file ":" FNR ": line of " length($0) " characters") }
	END { ended(); exit bad }' $(echo "$files" | grep -v '_table\.c$') </dev/null || bad=1
# banned CALL WHY
banned() {
	# The names are those of this tree: no spaces.
	# shellcheck disable=SC2086
	if grep -nE "(^|[^a-zA-Z0-9_])$1 *\(" $files /dev/null; then
		echo "limits: $1: $2"
		bad=1
	fi
}
banned 'strcpy' 'no bound'
banned 'strcat' 'no bound'
banned 'sprintf' 'no bound'
banned 'gets' 'no bound'
banned 'strtok' 'hidden state'
banned 'atoi' 'no error'
banned 'atol' 'no error'
banned 'atof' 'no error, depends on the locale'
banned 'setlocale' 'output must not depend on it'
banned 'localtime(_r)?' 'output must not depend on the zone'
banned 'ctime(_r)?' 'output must not depend on the zone'
banned 'asctime(_r)?' 'output must not depend on the zone'
banned 'system' 'no shell'
banned 'popen' 'no shell'
banned 'rand' 'not reproducible; fetch/ has its own jitter'
banned 'alloca' 'no bound'
if grep -rn --include='*.[ch]' 'CURLOPT_FOLLOWLOCATION' .; then
	echo "limits: redirects are followed by hand (docs/quirks.md)"
	bad=1
fi
exit $bad
