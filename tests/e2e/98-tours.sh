#!/bin/sh
# The weeks of a publisher and of a reader, as docs/ tell them, done to the letter:
# every command, and what it prints.  The services and the places are stand-ins.
. "${0%/*}/lib.sh"
rest_needs sqlite3 -version
rest_needs jq --version
rest_needs pandoc --version
rest_needs openssl version
build_clock
start_standin
mkdir "$tmp/bin" "$tmp/place"
# shellcheck disable=SC2016
printf '#!/bin/sh\nLD_PRELOAD=%s exec "%s" "$@"\n' "$tmp/clock.so" "$ENRICH" >"$tmp/bin/enrich"
chmod +x "$tmp/bin/enrich"
# shellcheck disable=SC2016
printf '#!/bin/sh\necho $(($(cat "$CLOCK") + $1 * 86400)) >"$CLOCK"\n' >"$tmp/bin/later"
chmod +x "$tmp/bin/later"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
	-keyout "$tmp/key.pem" -out "$tmp/ca.pem" 2>"$tmp/err" || fail "openssl makes no certificate"
"$PYTHON" "$top_srcdir/tests/e2e/publish.py" "$tmp/ca.pem" "$tmp/key.pem" "$tmp/place" >"$tmp/ports" 2>"$tmp/place.err" &
standins="$standins $!"
tries=0
until [ -s "$tmp/ports" ]; do
	tries=$((tries + 1))
	[ $tries -lt 100 ] || fail "the stand-in of places does not start: $(cat "$tmp/place.err")"
	sleep 0.05
done
read -r http _ <"$tmp/ports"
HF_ENDPOINT=http://127.0.0.1:$http HF_TOKEN=hub-secret
ZENODO_URL=http://127.0.0.1:$http ZENODO_TOKEN=zenodo-secret
ENRICH_PUBLISH_STAND_IN=1 PUBLISH_TRIES=0
CLOCK=$tmp/clock PATH=$tmp/bin:$PATH PUBLISH=$top_srcdir/contrib/publish
export HF_ENDPOINT HF_TOKEN ZENODO_URL ZENODO_TOKEN ENRICH_PUBLISH_STAND_IN PUBLISH_TRIES
export CLOCK PATH PUBLISH
unset ENRICH_OUTPUT ENRICH_CACHE

# tour WHICH: in a folder of its own.
tour() {
	mkdir -p "$tmp/$1"
	date +%s >"$CLOCK"
	(cd "$tmp/$1" && "$PYTHON" "$top_srcdir/tests/tour.py" "$top_srcdir/docs/tour-$1.md" \
		${TOUR_WRITE:+--write}) >"$tmp/out" 2>"$tmp/err" 8>&- 9<&- ||
		fail "docs/tour-$1.md is not what happens (TOUR_WRITE=1 $0 writes it anew)"
	[ -n "${TOUR_WRITE-}" ] || at_least "commands" "$(sed -n 's/ commands$//p' "$tmp/out")" 12
}

tour publisher
# What the publisher has published is what the reader gets.
mkdir "$tmp/reader"
cp "$tmp/publisher"/releases/clinical-models-*[0-9].tar.gz "$tmp/publisher"/releases/*.SHA256SUMS "$tmp/reader"
tour reader
