#!/bin/sh
# A mistake on the command line: 64, one clear line, nothing done.
. "${0%/*}/lib.sh"
start_standin

bad() { # bad WORDS ARGUMENTS…
	words=$1
	shift
	job 64 "$@"
	contains "$tmp/err" "$words"
	[ ! -s "$tmp/out" ] || fail "standard output is not empty"
	at_most "lines" "$(wc -l <"$tmp/err")" 3
}
bad --no-such-option --no-such-option
bad since --since yesterday
bad since --since 2024-13
bad as-of --as-of soon
bad older --older perhaps
bad compress --compress rar
bad min-coverage --min-coverage 2
bad pace-scale --pace-scale 0
bad nosuchsource --url nosuchsource=http://127.0.0.1:1
bad url --url github
run 64 cache
run 64 cache polish
run 64 explain
# A real host is never hurried.
(
	unset ENRICH_GITHUB_URL
	job 64 --pace-scale 0.5
	contains "$tmp/err" pace-scale
) || exit 1
same "requests" "$(requests)" 0
no_release
[ ! -e "$cache" ] || fail "a cache was made"

# A bad line in the file: 78, with its number.
printf '[run]\nsince = 2024-01\nsinc = 2024\n' >"$tmp/bad.conf"
job 78 -c "$tmp/bad.conf"
contains "$tmp/err" "bad.conf"
contains "$tmp/err" 3
run 78 -c "$tmp/missing.conf"
run 0 --help
run 0 --version
