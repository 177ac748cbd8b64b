#!/bin/sh
# The demonstration: the weekly job on the example lists, against the bundled
# stand-in on this machine.  Nothing leaves it; what it writes is in demo/.
set -u
cd "$(dirname "$0")/.." || exit 1
rm -rf demo
mkdir demo
: >demo/port
python3 tests/standin/standin.py --port 0 >demo/port 2>demo/stand-in.log &
server=$!
trap 'kill $server 2>/dev/null' EXIT INT TERM
tries=0
until grep -q '^port' demo/port; do
	tries=$((tries + 1))
	[ $tries -lt 100 ] || {
		echo "the stand-in does not start; see demo/stand-in.log"
		exit 69
	}
	sleep 0.1
done
base=http://127.0.0.1:$(sed -n 's/^port //p' demo/port)
# Who is asked, as the program says.
for name in $(./enrich sources --json | sed -n 's/.*"url_variable":"\([^"]*\)".*/\1/p'); do
	export "$name=$base"
done
# shellcheck disable=SC2046
unset $(./enrich sources --json |
	sed -n 's/.*"key_variables":\[\([^]]*\)\].*/\1/p' | tr -d '"' | tr , ' ')
unset SOURCE_DATE_EPOCH
export ENRICH_CONFIG=examples/enrich.conf ENRICH_SINCE=2024-01
export ENRICH_CACHE=demo/cache ENRICH_STATE=demo/state
export ENRICH_OUTPUT=demo/releases ENRICH_PACE_SCALE=0.01

# The example lists against a stand-in (made-up counts): see demo/.
echo '$ enrich plan --since 2024-01 -c examples/enrich.conf'
ENRICH_PACE_SCALE=1 ./enrich plan | sed -n 's/ (the sources run side by side)$//p'
echo '$ enrich --since 2024-01 -c examples/enrich.conf'
./enrich --summary >demo/summary.txt || exit
sed '/^$/d; / kB, sha256 /d; /\.tar\.gz$/d; /before you publish/{ N; d; }' demo/summary.txt
echo '$ enrich explain models:18      (an excerpt)'
./enrich explain models:18 | sed -n '/was not believed/,/^  repair/p' |
	sed '/^$/d;/^  year/d;/^  witness/d' | cut -c 1-130
first=$(ls demo/releases/*.tar.gz)
taken=$(sed -n 's/.*"clock": "\(.*\)",*/\1/p' demo/state/last-run.json)
echo '$ enrich --since 2024-01 -c examples/enrich.conf      (once more)'
./enrich --json | sed -n 's/^ *"requests": \([0-9]*\),*/\1/p' |
	awk '{ sum += $1 } END { print sum " requests" }'
echo "\$ TZ=Asia/Tokyo enrich --as-of $taken -o elsewhere; sha256sum"
(umask 077 && TZ=Asia/Tokyo ./enrich --as-of "$taken" -o demo/elsewhere)
sha256sum "$first" demo/elsewhere/*.tar.gz | sed 's/  */  /'
echo "now yours  ./enrich --since 2024-01 README.md"
