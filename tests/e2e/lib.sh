# shellcheck shell=sh
# Helpers of the end-to-end scripts; sourced, not run.
#
# Each script gets a folder of its own ($tmp), a stand-in on a free port and
# the real program, with nothing of the user's: no keys, no proxy, no config.
# A script prints nothing when all is well; 77 skips it.
#
#	run STATUS ARGUMENTS…	enrich must end with STATUS; $tmp/out, $tmp/err
#	job STATUS ARGUMENTS…	the same with the example lists and -o
set -u
umask 022

top_srcdir=$(cd "${top_srcdir:-.}" && pwd)
top_builddir=$(cd "${top_builddir:-.}" && pwd)
PYTHON=${PYTHON-python3}
me=${0##*/}

[ -n "$PYTHON" ] && [ "$PYTHON" != : ] || exit 77
tmp=$(mktemp -d "${TMPDIR:-/tmp}/enrich-e2e.XXXXXX") || exit 99
# Names of lists stand with blanks between them: none in the names themselves.
case $top_srcdir in *[[:space:]]*) ln -s "$top_srcdir" "$tmp/source" && top_srcdir=$tmp/source ;; esac
case $top_builddir in *[[:space:]]*) ln -s "$top_builddir" "$tmp/build" && top_builddir=$tmp/build ;; esac
ENRICH=${ENRICH:-$top_builddir/enrich}
[ -x "$ENRICH" ] || { echo "$me: $ENRICH is not built"; rm -rf "$tmp"; exit 99; }
standins=
helper_pid=
port=

clean_up() {
	for pid in $standins $helper_pid; do
		kill "$pid" 2>/dev/null
	done
	# A test may have taken the right to write away.
	chmod -R u+w "$tmp" 2>/dev/null
	rm -rf "$tmp"
}
trap clean_up EXIT
trap 'exit 99' HUP INT TERM

for name in $(env | sed -n 's/^\(ENRICH_[A-Z_]*\)=.*/\1/p'); do
	case $name in ENRICH_SHARED) ;; *) unset "$name" ;; esac
done
unset CREDENTIALS_DIRECTORY CACHE_DIRECTORY STATE_DIRECTORY SOURCE_DATE_EPOCH JOURNAL_STREAM NO_COLOR \
	http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY no_proxy CURL_CA_BUNDLE SSL_CERT_FILE
HOME=$tmp/home
XDG_CACHE_HOME=$tmp/xdg-cache
XDG_STATE_HOME=$tmp/xdg-state
XDG_CONFIG_HOME=$tmp/xdg-config
TZ=UTC
TERM=xterm
export HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_CONFIG_HOME TZ TERM
# The sanitizers' own exit status must not look like one of ours.
ASAN_OPTIONS=${ASAN_OPTIONS:-exitcode=99:detect_leaks=0}
UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
export ASAN_OPTIONS UBSAN_OPTIONS
mkdir -p "$HOME" "$tmp/work"

cache=$tmp/cache
state=$tmp/state
releases=$tmp/releases
ENRICH_CACHE=$cache
ENRICH_STATE=$state
ENRICH_OUTPUT=$releases
# Who is asked: "arxiv ENRICH_ARXIV_OAI_URL" a line; and the keys' variables.
"$ENRICH" sources --json >"$tmp/sources.json"
sed -n 's/.*"service":"\([^"]*\)".*"url_variable":"\([^"]*\)".*/\1 \2/p' \
	"$tmp/sources.json" | sort -u >"$tmp/services"
[ -s "$tmp/services" ] || { echo "$me: enrich names no sources"; exit 99; }
for name in $(sed -n 's/.*"key_variables":\[\([^]]*\)\].*/\1/p' \
	"$tmp/sources.json" | tr -d '"' | tr , ' '); do
	unset "$name" "${name}_FILE"
done
ENRICH_PACE_SCALE=0.01
export ENRICH_CACHE ENRICH_STATE ENRICH_OUTPUT ENRICH_PACE_SCALE
lists="$top_srcdir/tests/e2e/lists/models.md $top_srcdir/tests/e2e/lists/agents.md \
$top_srcdir/tests/e2e/lists/reading.md"
cd "$tmp/work" || exit 99

# ---- one Python for all that a script asks (helper.py) --------------------

# It starts while the script goes on; descriptors 8 and 9 lead to it.
mkfifo "$tmp/helper-in" "$tmp/helper-out" || exit 99
PYTHONPYCACHEPREFIX=$top_builddir/tests/pycache PYTHONDONTWRITEBYTECODE='' \
	"$PYTHON" -S "$top_srcdir/tests/e2e/helper.py" "$top_srcdir/tests/standin" \
	"$tmp/said" <"$tmp/helper-in" >"$tmp/helper-out" &
helper_pid=$!
exec 8>"$tmp/helper-in" 9<"$tmp/helper-out"

# helper WHAT WORDS…: prints the answer, returns its status.
helper() {
	printf '%s\0' "$#" "$PWD" "$@" >&8
	IFS=' ' read -r helper_status helper_lines <&9 || {
		echo "$me: the helper has ended" >&2
		return 99
	}
	[ "$helper_lines" -ge 0 ] || cat "$tmp/said"
	while [ "$helper_lines" -gt 0 ]; do
		IFS= read -r helper_line <&9
		printf '%s\n' "$helper_line"
		helper_lines=$((helper_lines - 1))
	done
	return "$helper_status"
}

# python - WORDS… (the program on standard input), -c PROGRAM, FILE WORDS…
python() {
	case $1 in
	-)
		shift
		helper python - "$(cat)" "$@"
		;;
	*) helper python "$@" ;;
	esac
}

fail() {
	echo "$me: $*"
	for file in out err; do
		[ -s "$tmp/$file" ] || continue
		echo "--- $file (last lines)"
		tail -n 25 "$tmp/$file"
	done
	exit 1
}

# rest_needs COMMAND…: where it does not succeed, what follows cannot be tested
# here, and the script counts as skipped.
rest_needs() {
	"$@" >/dev/null 2>&1 </dev/null && return 0
	echo "$me: the rest is skipped, it needs: $*"
	exit 77
}

# $tmp/clock.so, to be preloaded: another time.  Sanitizers must be loaded
# before any other library.
build_clock() {
	rest_needs lacks_sanitizers
	${CC:-cc} -D_GNU_SOURCE -shared -fPIC -o "$tmp/clock.so" \
		"$top_srcdir/tests/e2e/clock.c" -ldl 2>"$tmp/err" ||
		fail "clock.c is not compiled"
}

lacks_sanitizers() {
	! grep -q __asan_init "$ENRICH"
}

# ---- the stand-in --------------------------------------------------------

# start_standin [OPTIONS…]: sets $port and points every source at it.
start_standin() {
	helper start_standin "$tmp/standin.err" --hosts --log "$tmp/log" "$@" >"$tmp/port" || {
		cat "$tmp/standin.err"
		echo "$me: the stand-in does not start"
		exit 99
	}
	standin_pid=$(sed -n 's/^pid //p' "$tmp/port")
	standins="$standins $standin_pid"
	port=$(sed -n 's/^port \([0-9]*\)$/\1/p' "$tmp/port")
	point_at_standin
}

# Each service under a port of its own: to the program these are other hosts.
# Those of one name (arXiv's two) share one, since a pace is shared over
# mirrors of one origin only.
host_of() {
	sed -n "s|^port \([0-9]*\) $1\$|http://127.0.0.1:\1|p" "$tmp/port"
}

point_at_standin() {
	while read -r service variable; do
		export "$variable=$(host_of "$service")"
	done <"$tmp/services"
}

stop_standin() {
	helper stop_standin "$standin_pid"
	standins=${standins% "$standin_pid"}
}

# point_at BASE: every source under BASE, each with its own prefix.
point_at() {
	while read -r service variable; do
		prefix=${variable#ENRICH_}
		export "$variable=$1/$(echo "${prefix%_URL}" | tr '[:upper:]' '[:lower:]')"
	done <"$tmp/services"
}

# A port on which nobody listens.
dead_port() {
	helper dead_port
}

# control METHOD WHAT [JSON]: the stand-in's control endpoint.
control() {
	helper control "$port" "$@"
}

# counted WHAT EXPRESSION: over `got`, what the stand-in says of counters or
# faults.
counted() {
	helper counted "$port" "$@"
}

fault() { # fault JSON
	control POST faults "$1" >/dev/null || fail "fault refused: $1"
}

reset_standin() {
	control POST reset >/dev/null || fail "the stand-in does not answer"
	# It is another one now, and nobody is left alone for the one before.
	rm -f "$state"/pace/*.failures "$state"/pace/*.size
}

# counter SERVICE NAME: a number; 0 when the service was not asked.
counter() {
	helper counter "$port" "$1" "$2"
}

requests() { # all of them
	counter total requests
}

# ---- the program ---------------------------------------------------------

run() {
	run_wanted=$1
	shift
	"$ENRICH" "$@" >"$tmp/out" 2>"$tmp/err" 8>&- 9<&-
	run_status=$?
	[ $run_status -eq "$run_wanted" ] ||
		fail "status $run_status, wanted $run_wanted: enrich $*"
	no_sanitizer
}

job() {
	job_wanted=$1
	shift
	run "$job_wanted" --name demo "$@" $lists
}

no_sanitizer() {
	! grep -qE 'AddressSanitizer|runtime error:|LeakSanitizer' "$tmp/err" ||
		fail "a sanitizer speaks"
}

# The answers of the usual cache, or of the one named; for aged.
export_answers() {
	run 0 --cache "${1:-$cache}" cache export
	cp "$tmp/out" "$tmp/answers"
}

# aged NAME SECONDS: a cache NAME in which all answers are older by so much.
aged() {
	helper aged "$tmp/answers" "$2" >"$tmp/aged"
	run 0 --cache "$tmp/$1" cache import "$tmp/aged"
}

# ---- what must hold ------------------------------------------------------

same() { # same WHAT IS WANTED
	[ "$2" = "$3" ] || fail "$1: $2, wanted $3"
}

at_most() { # at_most WHAT IS LIMIT
	[ "$2" -le "$3" ] || fail "$1: $2, at most $3 wanted"
}

at_least() {
	[ "$2" -ge "$3" ] || fail "$1: $2, at least $3 wanted"
}

contains() { # contains FILE WORDS
	grep -qF -- "$2" "$1" || fail "${1##*/} does not say: $2"
}

lacks() {
	! grep -qF -- "$2" "$1" || fail "${1##*/} says: $2"
}

silent() { # the last run said nothing
	[ ! -s "$tmp/out" ] || fail "standard output is not empty"
	[ ! -s "$tmp/err" ] || fail "standard error is not empty"
}

# The newest release's folder; a second one of the day ends in .2.
release() {
	helper release "$releases"
}

whole_release() {
	folder=$(release)
	[ -n "$folder" ] && [ -f "$folder/data/works.jsonl" ] ||
		fail "there is no release"
	[ -f "$folder.tar.gz" ] || fail "there is no archive"
	if [ -f "$folder/manifest-sha256.txt" ]; then
		(cd "$folder" && sha256sum --quiet -c manifest-sha256.txt) \
			>"$tmp/sums" 2>&1 || fail "the bag does not hold: $(cat "$tmp/sums")"
	fi
	leftovers=$(ls -A "$releases" | grep -c '^\.' || :)
	same "hidden leftovers in the folder of releases" "$leftovers" 0
}

no_release() {
	same "something was written" \
		"$(ls -A "$releases" 2>/dev/null | wc -l | tr -d ' ')" 0
}

# query FILE EXPRESSION: Python over `rows`, the lines of a .jsonl (a .json is
# one row, a .csv a list of dicts).  Prints the value.
query() {
	helper query "$1" "$2"
}

works() { # works EXPRESSION, over those of the newest release
	helper works "$releases" "$1"
}

last_run() { # last_run EXPRESSION over `rows[0]`
	query "$state/last-run.json" "$1"
}
