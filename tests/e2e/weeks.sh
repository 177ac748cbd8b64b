# shellcheck shell=sh
# $tmp and $top_srcdir are those of lib.sh, which uses what is set here.
# shellcheck disable=SC2034,SC2154
# Sourced by scripts of weeks, behind lib.sh: the same lists week after week, each
# release compared with one for which all is derived anew.
GITHUB_TOKEN=weeks HF_TOKEN=weeks ENRICH_PACE_SCALE=0.002
export GITHUB_TOKEN HF_TOKEN ENRICH_PACE_SCALE SOURCE_DATE_EPOCH
# From a February on, a day a week: some findings hang on the part of the year.
now=$(python - <<'END'
import calendar, time
print(calendar.timegm((time.gmtime().tm_year + 1, 2, 1, 12, 0, 0)))
END
)
number=0
last=none

# plain_week OPTIONS…: another week; $made is its release.
plain_week() {
	number=$((number + 1))
	SOURCE_DATE_EPOCH=$((now + number * 86400))
	run 0 --name demo -v "$@" "$world"/lists/*.md
	cp "$tmp/err" "$tmp/said-by-week"
	made=$(release)
}

# The same; it must have the bytes of one for which all is derived, with the same
# release before it.
week() {
	plain_week "$@"
	again "$@"
	last=$made
}

# Nothing is written to a cache offline.
again() {
	rm -rf "$tmp/again"
	run 0 --name demo "$@" --offline --anew --previous "$last" -o "$tmp/again" \
		"$world"/lists/*.md
	set -- "$tmp"/again/*.tar.*
	cmp -s "$made.tar${1##*.tar}" "$1" || {
		diff -rq "$made" "${1%.tar.*}" >"$tmp/out"
		fail "world $seed, week $number: other bytes than anew"
	}
}

set_up() {
	seed=$1
	world=$tmp/world$seed
	cache=$tmp/cache$seed
	releases=$tmp/releases$seed
	ENRICH_CACHE=$cache
	ENRICH_OUTPUT=$releases
	number=0
	last=none
	"$PYTHON" -B "$top_srcdir/tests/world/generate.py" --size "$2" \
		--seed "$seed" --forms plain "$world" || fail "no world"
	start_standin --world "$world"
}

# overwrite FILE TEXT TEXT: bytes in their place, as many.
overwrite() {
	LC_ALL=C python - "$@" <<'END'
import sys
path, old, new = sys.argv[1], sys.argv[2].encode(), sys.argv[3].encode()
text = open(path, "rb").read()
assert old in text and len(old) == len(new), old
open(path, "wb").write(text.replace(old, new))
END
}
