#!/bin/sh
# zenodo.sh [--dry-run] [--partial] RELEASE: a new version of a record at Zenodo.
#
# The first time, without $ZENODO_RECORD, it is a new record.  What Zenodo is told
# stands in the release's .zenodo.json; archive and sums are its files.  The DOI of
# the version is printed, and the line for enrich.conf that names the DOI of all
# versions: with it the next release cites itself in CITATION.cff, as does the
# CITATION.cff named by $CITATION, which is mended at once.  A draft that was left
# by a stop is gone on with.
#
#	ZENODO_TOKEN    with deposit:write and deposit:actions
#	ZENODO_RECORD   number of any version published before
#	ZENODO_URL      https://zenodo.org (https://sandbox.zenodo.org to try it)
#	CITATION        a CITATION.cff to write the DOI of all versions into
# shellcheck source=contrib/publish/lib.sh
. "${0%/*}/lib.sh"
begin "$@"
api=${ZENODO_URL-https://zenodo.org}
token=${ZENODO_TOKEN-}
[ -n "$token" ] || [ -n "$dry_run" ] || end 64 "ZENODO_TOKEN is empty"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -f "$release/.zenodo.json" ] || end 65 "$release/.zenodo.json is missing"
jq '{metadata: .}' "$release/.zenodo.json" >"$work/metadata"
if [ -n "$dry_run" ]; then
	echo "${ZENODO_RECORD:+a new version of $api/records/$ZENODO_RECORD}${ZENODO_RECORD:-a new record at $api} with"
	echo "  $archive"
	echo "  $sums"
	cat "$work/metadata"
	exit 0
fi

if [ -n "${ZENODO_RECORD-}" ]; then
	# The answer is the version before; the draft is where it points to.
	call POST "/api/deposit/depositions/$ZENODO_RECORD/actions/newversion" >"$work/before"
	draft=$(jq -r '.links.latest_draft // empty' "$work/before")
	[ -n "$draft" ] || end 69 "Zenodo made no draft of $ZENODO_RECORD"
	call GET "$draft" >"$work/draft"
else
	call POST /api/deposit/depositions -H 'Content-Type: application/json' \
		--data '{}' >"$work/draft"
fi
id=$(jq -r .id "$work/draft")
bucket=$(jq -r '.links.bucket // empty' "$work/draft")
[ -n "$bucket" ] || end 69 "Zenodo names no place for the files"

# The files of the version before are copied into the draft.
jq -r '.files[]? | [.id, .filename, .checksum // ""] | @tsv' "$work/draft" >"$work/files"
while IFS='	' read -r file filename _; do
	case $filename in
	"${archive##*/}" | "${sums##*/}") ;;
	*) call DELETE "/api/deposit/depositions/$id/files/$file" >/dev/null ;;
	esac
done <"$work/files"
for file in "$archive" "$sums"; do
	md5=$(md5sum <"$file" | cut -d' ' -f1)
	! awk -F'\t' -v name="${file##*/}" -v sum="$md5" \
		'$2 == name && ($3 == sum || $3 == "md5:" sum) { found = 1 } END { exit !found }' \
		"$work/files" || continue
	call PUT "$bucket/${file##*/}" -T "$file" \
		-H 'Content-Type: application/octet-stream' >"$work/sent"
	sent=$(jq -r '.checksum // empty' "$work/sent")
	[ "$sent" = "md5:$md5" ] || end 69 "${file##*/} arrived as $sent, not md5:$md5"
done
call PUT "/api/deposit/depositions/$id" -H 'Content-Type: application/json' \
	--data-binary @"$work/metadata" >/dev/null
call POST "/api/deposit/depositions/$id/actions/publish" >"$work/done"
doi=$(jq -r .doi "$work/done")
concept=$(jq -r '.conceptdoi // empty' "$work/done")
echo "$doi"
if [ -n "$concept" ]; then
	echo "in enrich.conf, for all versions:  [release]  doi = $concept"
	if [ -n "${CITATION-}" ]; then
		awk -v doi="doi: \"$concept\"" '/^doi:/ { next } { print }
			/^title:/ { print doi }' "$CITATION" >"$work/cff"
		cat "$work/cff" >"$CITATION"
	fi
fi
echo "for the next version:  ZENODO_RECORD=$id"
