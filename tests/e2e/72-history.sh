#!/bin/sh
# The cache does not grow for ever: weekly runs let go, by themselves, of what is
# older than --history, and everything younger comes out as it was.
. "${0%/*}/lib.sh"
build_clock
# shellcheck disable=SC2016
printf '#!/bin/sh\nCLOCK=%s LD_PRELOAD=%s exec "%s" "$@"\n' "$tmp/clock" \
	"$tmp/clock.so" "$ENRICH" >"$tmp/clocked"
chmod +x "$tmp/clocked"
ENRICH=$tmp/clocked
start_standin
day() { # day N: it is noon N days after the first of 2027
	echo $((1798804800 + $1 * 86400)) >"$tmp/clock"
}
kept() {
	run 0 cache stats "$@"
	sed -n 's/^  answers *\([0-9]*\) .*/\1/p' "$tmp/out"
}
weekly() { # nobody is asked about what the list names
	run 0 --only-source crossref --min-coverage 0 --name demo "$@" list.md
}
# The archive as it was on a date, and the count in it.
as_of() {
	rm -rf "$tmp/then"
	run 0 --as-of "$1" --previous none --min-coverage 0 --name demo \
		--output "$tmp/then" list.md
	sha256sum <"$tmp/then/demo-$1.tar.gz"
	query "$tmp/then/demo-$1/data/works.jsonl" 'rows[0]["cited_by_count"]'
}
lately() {
	for date in 2026-12-26 2026-12-19 2026-12-12 2026-12-06; do
		as_of $date
	done
}

# 40 weeks of answers about one paper, each another; 25 kB each.
echo '- [Reading Charts With Small Models](https://arxiv.org/abs/2303.00001)' >list.md
python - "$(host_of semanticscholar)" >answers <<'END'
import json, sys, time
for week in range(40):
    at = time.strftime("%Y-%m-%dT%H:%M:%SZ",
                       time.gmtime(1798804800 - (40 - week) * 7 * 86400))
    print(json.dumps({
        "origin": sys.argv[1], "source": "semanticscholar",
        "subject": "arxiv:2303.00001", "state": "found", "retrieved_at": at,
        "http_status": 200, "body": {
            "paperId": "0123456789012345678901234567890123456789",
            "externalIds": {"ArXiv": "2303.00001", "CorpusId": 1},
            "title": "Reading Charts With Small Models", "year": 2023,
            "citationCount": 1000 + week, "abstract": "x" * 25000}}))
END
day 0
run 0 cache import answers
weekly
same "answers" "$(kept)" 40
lately >"$tmp/before"
for count in 1039 1038 1037 1036; do
	contains "$tmp/before" $count
done

# Not yet; and the past is there offline, too.
day 20
weekly
same "answers on day 20" "$(kept)" 40
cp -R "$cache" "$tmp/full"

# Half of eight weeks later: those of eight weeks, three before, one a quarter.
day 29
before=$(wc -c <"$cache/data.mdb")
weekly -v
contains "$tmp/err" "let go of 31 old answers"
same "answers on day 29" "$(kept)" 9
run 0 cache check
at_most "bytes" "$(cat "$cache"/data.*.mdb | wc -c)" $((before / 2))
lately >"$tmp/after"
cmp -s "$tmp/before" "$tmp/after" || fail "the last weeks are not as they were"
as_of 2026-08-01 >"$tmp/out"
contains "$tmp/out" 1013
# What remains is not copied again and again.
file=$(ls "$cache"/data.*.mdb)
day 60
weekly
same "the file" "$(ls "$cache"/data.*.mdb)" "$file"

# Who wants more of it says so; offline nothing is let go.
rm -rf "$cache"
cp -R "$tmp/full" "$cache"
day 29
run 0 --offline --min-coverage 0 --name demo list.md
weekly --history 52w
same "answers, a year of them wanted" "$(kept)" 40

# Killed at any moment: all or what is to be left, and whole.
for wait in 0.005 0.01 0.02 0.03 0.04 0.05 0.06 0.08 0.1 0.2; do
	rm -rf "$cache" "$releases"
	cp -R "$tmp/full" "$cache"
	timeout -s KILL $wait "$ENRICH" --only-source crossref --min-coverage 0 \
		--name demo list.md >/dev/null 2>&1
	run 0 cache check
	left=$(kept)
	case $left in 40|9) ;; *) fail "killed after $wait s: $left answers" ;; esac
	weekly
	same "answers after the next run" "$(kept)" 9
	same "files" "$(ls "$cache" | grep -c 'part$')" 0
done
