#!/bin/sh
# The manual page: clean, and naming the very options the program has.
set -u
page=${top_srcdir:-.}/enrich.1
bad=0
if command -v "${MANDOC:-mandoc}" >/dev/null 2>&1 && [ "${MANDOC:-mandoc}" != : ]; then
	"${MANDOC:-mandoc}" -Tlint -W warning "$page" || bad=1
fi
"${top_builddir:-.}/enrich" --help | sed -n 's/^  .* --\([a-z-]*\) .*/\1/p' |
	sort -u >"${TMPDIR:-/tmp}/options.$$"
sed -n 's/^\.It Fl.* Fl -\([a-z-]*\).*/\1/p; s/^\.It Fl -\([a-z-]*\).*/\1/p' "$page" |
	sort -u >"${TMPDIR:-/tmp}/manual.$$"
diff "${TMPDIR:-/tmp}/options.$$" "${TMPDIR:-/tmp}/manual.$$" || {
	echo "manual: < only in --help, > only in enrich.1"
	bad=1
}
[ -s "${TMPDIR:-/tmp}/options.$$" ] || bad=1
rm -f "${TMPDIR:-/tmp}/options.$$" "${TMPDIR:-/tmp}/manual.$$"
# Every code a finding can have is explained.
codes=$(grep -hoE '"[a-z]+(-[a-z]+)+"|"(gated|archived|gone|renamed|retracted|withdrawn)"' \
	"${top_srcdir:-.}"/src/findings/*.c | tr -d '"' | sort -u)
[ -n "$codes" ] || {
	echo "manual: no codes of findings in src/findings/"
	bad=1
}
for code in $codes; do
	case $code in
	non-commercial | public-domain | not-asked) continue ;;
	esac
	grep -q "^\.It $code " "$page" || {
		echo "manual: the finding $code is not explained"
		bad=1
	}
done
# Whoever is asked is described, with its variables.
asked=$(env -i "${top_builddir:-.}/enrich" sources --json)
for variable in $(echo "$asked" | sed -n 's/.*"url_variable":"\([^"]*\)","key_variables":\[\([^]]*\)\].*/\1,\2/p' |
	tr -d '"' | tr , ' '); do
	for text in "$page" "${top_srcdir:-.}/docs/sources.md"; do
		grep -qw "$variable" "$text" || {
			echo "manual: ${text##*/} does not name $variable"
			bad=1
		}
	done
done
sources=$(echo "$asked" | sed -n 's/.*"source":"\([^"]*\)".*/\1/p')
[ -n "$sources" ] || bad=1
for source in $sources; do
	grep -q "^| .$source. |" "${top_srcdir:-.}/docs/sources.md" || {
		echo "manual: docs/sources.md has no row for $source"
		bad=1
	}
done
# What a merge could not decide is no text.
for text in "$page" "${top_srcdir:-.}"/*.md "${top_srcdir:-.}"/docs/*.md; do
	! grep -nE '^(<<<<<<<|>>>>>>>) ' "$text" || {
		echo "manual: ${text##*/} has the marks of a merge"
		bad=1
	}
done
exit $bad
