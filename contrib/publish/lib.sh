# shellcheck shell=sh
# Of the scripts that publish; sourced, not run.
#
#	begin "$@"     options and the release; sets $release, $name, $archive,
#	               $sums, $dry_run; ends with 65 where it is none to publish
#	call METHOD PATH_OR_URL [OPTIONS OF CURL...]    to $api, with $token; the body on
#	               standard output; ends with 69 when it is refused
# Nothing is sent with --dry-run: what would be is printed.  $PUBLISH_TRIES says how
# often a request is tried again (4; the waits double from a second).
set -eu
api=
token=

say() {
	echo "${0##*/}: $*" >&2
}

end() { # STATUS WORDS...
	status=$1
	shift
	say "$@"
	exit "$status"
}

# The comment at the top of the script is its help.
usage() {
	sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
	exit "$1"
}

needs() {
	for tool in "$@"; do
		command -v "$tool" >/dev/null || end 69 "$tool is missing"
	done
}

begin() {
	dry_run=
	partial=
	release=
	while [ $# -gt 0 ]; do
		case $1 in
		--dry-run) dry_run=1 ;;
		--partial) partial=1 ;;
		--help | -h) usage 0 ;;
		-*) usage 64 >&2 ;;
		*)
			[ -z "$release" ] || usage 64 >&2
			release=${1%/}
			;;
		esac
		shift
	done
	[ -n "$release" ] || usage 64 >&2
	needs jq curl sha256sum
	[ ! -L "$release" ] || release=$(realpath "$release")
	[ -f "$release/datapackage.json" ] || end 65 "$release is no release"
	name=${release##*/}
	sums=$release.SHA256SUMS
	[ -f "$sums" ] || end 65 "$sums is missing"
	(cd "${release%"$name"}./" && sha256sum --quiet -c "$name.SHA256SUMS") >&2 &&
		(cd "$release" && sha256sum --quiet -c manifest-sha256.txt &&
			sha256sum --quiet -c tagmanifest-sha256.txt) >&2 ||
		end 65 "the sums do not hold: something was changed, or cut off"
	archive=
	for file in "$release".tar.gz "$release".tar.zst "$release".tar.xz "$release".zip; do
		[ ! -f "$file" ] || archive=$file
	done
	[ -n "$archive" ] || end 65 "the archive of $name is missing"
	jq -r '(.licenses | length > 0), (.description |
		contains("not for publication"), contains("This release is partial."))' \
		"$release/datapackage.json" | {
		read -r licensed && read -r stand_in && read -r is_partial || exit 65
		[ "$licensed" = true ] ||
			end 65 "no licence was chosen: [release] license in enrich.conf"
		[ "$stand_in" = false ] || [ -n "$dry_run" ] || [ -n "${ENRICH_PUBLISH_STAND_IN-}" ] ||
			end 65 "its answers come from a stand-in: not for publication"
		[ "$is_partial" = false ] || [ -n "$partial" ] ||
			end 65 "the release is partial; --partial publishes it"
	} || exit
}

# The token stays off the command line, where others could read it.
call() {
	method=$1
	url=$2
	shift 2
	case $url in http://* | https://*) ;; *) url=$api$url ;; esac
	body=$(mktemp)
	status=$(
		printf 'header = "Authorization: Bearer %s"\n' "$token" |
			curl -sS --config - --max-time 600 --retry "${PUBLISH_TRIES-4}" --retry-connrefused \
				-o "$body" -w '%{http_code}' -X "$method" "$@" "$url"
	) || {
		rm -f "$body"
		end 69 "$method $url: no answer"
	}
	case $status in
	2*)
		cat "$body"
		rm -f "$body"
		;;
	*)
		say "$method $url: $status"
		head -c 500 "$body" >&2
		echo >&2
		rm -f "$body"
		exit 69
		;;
	esac
}
