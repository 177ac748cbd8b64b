#!/bin/sh
# check.sh ENRICH: the step of action.yml.  LISTS, BASE and ON_OUTAGE are its inputs,
# GITHUB_… as a runner sets them; the program's own options stand in ENRICH_….
set -eu
enrich=$1
base=${BASE-}

# A pull request is checked out as its merge into the base, often without any history.
if [ -z "$base" ] && [ -n "${GITHUB_BASE_REF-}" ]; then
	if git rev-parse -q --verify 'HEAD^2' >/dev/null; then
		base=HEAD^1
	else
		git fetch -q --no-tags --depth=1 origin "$GITHUB_BASE_REF"
		base=FETCH_HEAD
	fi
fi
if [ -z "${LISTS-}" ] && [ ! -f enrich.conf ]; then
	LISTS=README.md
fi
if [ -z "${ENRICH_MAILTO-}" ]; then
	unset ENRICH_MAILTO
fi
said=$(mktemp)
trap 'rm -f "$said"' EXIT
status=0
# The names of lists are several words.
# shellcheck disable=SC2086
"$enrich" check ${base:+--base "$base"} ${LISTS-} >"$said" || status=$?
echo "status=$status" >>"${GITHUB_OUTPUT:-/dev/null}"
case $status in
0 | 1 | 3) ;;
*)
	echo "::error::enrich check ended with status $status"
	exit $status
	;;
esac
{
	echo '```text'
	cat "$said"
	echo '```'
} >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
# Once more, of what is known by now, as annotations.
# shellcheck disable=SC2086
"$enrich" check --offline --format github ${base:+--base "$base"} ${LISTS-} 2>/dev/null || :
tail -n 1 "$said"
case $status:${ON_OUTAGE:-warn} in
0:* | 1:*) exit "$status" ;;
3:fail)
	echo "::error::a source did not answer about some rows"
	exit 3
	;;
esac
echo "::warning::a source did not answer about some rows; they are not checked"
