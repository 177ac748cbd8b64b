#!/bin/sh
# huggingface.sh [--dry-run] [--partial] RELEASE: the files of the release become
# those of a data set on the Hugging Face Hub, in one commit.
#
# What is there already is not sent again, what the release no longer has is removed,
# and large files that arrived before a stop are not sent twice.  The data set must
# exist: https://huggingface.co/new-dataset
#
#	HF_REPO    owner/name of the data set
#	HF_TOKEN   a token that may write to it
#	HF_ENDPOINT   https://huggingface.co
# shellcheck source=contrib/publish/lib.sh
. "${0%/*}/lib.sh"
begin "$@"
needs git base64 awk
api=${HF_ENDPOINT-https://huggingface.co}
repo=${HF_REPO?owner/name of the data set}
token=${HF_TOKEN-}
[ -n "$token" ] || [ -n "$dry_run" ] || end 64 "HF_TOKEN is empty"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# path TAB size TAB sha-256 TAB sha-1 of git, of each file of the release
(cd "$release" && find . -type f | sed 's|^\./||' | LC_ALL=C sort) >"$work/paths"
(
	cd "$release" || exit
	tr '\n' '\0' <"$work/paths" | xargs -0 stat -c %s >"$work/sizes"
	tr '\n' '\0' <"$work/paths" | xargs -0 sha256sum | cut -d' ' -f1 >"$work/sha256"
	git hash-object --no-filters --stdin-paths <"$work/paths" >"$work/sha1"
)
paste "$work/paths" "$work/sizes" "$work/sha256" "$work/sha1" >"$work/ours"

# The same of what is there; a page at a time.
: >"$work/theirs"
next="/api/datasets/$repo/tree/main?recursive=true"
if [ -n "$dry_run" ] && [ -z "$token" ]; then next=; fi
while [ -n "$next" ]; do
	call GET "$next" -D "$work/headers" >"$work/page"
	jq -r '.[] | select(.type == "file") | [.path, .lfs.oid // .oid] | @tsv' \
		"$work/page" >>"$work/theirs"
	next=$(tr -d '\r' <"$work/headers" |
		sed -n 's/^[Ll][Ii][Nn][Kk]:.*<\([^>]*\)>; *rel="next".*/\1/p')
done
awk -F'\t' 'FILENAME == ARGV[1] { there[$1] = $2; next }
	there[$1] != $3 && there[$1] != $4' "$work/theirs" "$work/ours" >"$work/changed"
awk -F'\t' 'FILENAME == ARGV[1] { ours[$1]; next } !($1 in ours) && $1 != ".gitattributes" {
	print $1 }' "$work/ours" "$work/theirs" >"$work/gone"
if [ ! -s "$work/changed" ] && [ ! -s "$work/gone" ]; then
	say "$repo has this release already"
	exit 0
fi
if [ -n "$dry_run" ]; then
	awk -F'\t' '{ print "send   " $1 " (" $2 " bytes)" }' "$work/changed"
	sed 's/^/remove /' "$work/gone"
	exit 0
fi

# The Hub says which files go beside git (LFS).
while IFS='	' read -r path size _; do
	printf '%s\t%s\t%s\n' "$path" "$size" "$(head -c 512 "$release/$path" | base64 -w0)"
done <"$work/changed" | jq -Rn '{files: [inputs | split("\t") |
	{path: .[0], size: .[1] | tonumber, sample: .[2]}]}' >"$work/files"
call POST "/api/datasets/$repo/preupload/main" -H 'Content-Type: application/json' \
	--data-binary @"$work/files" >"$work/modes"
jq -r '.files[] | select(.uploadMode == "lfs") | .path' "$work/modes" >"$work/large"

# What of those has not arrived yet is asked for with an address to send it to.
if [ -s "$work/large" ]; then
	awk -F'\t' 'FILENAME == ARGV[1] { large[$1]; next } $1 in large' "$work/large" \
		"$work/changed" >"$work/objects"
	jq -Rn '{operation: "upload", transfers: ["basic"], hash_algo: "sha256", objects:
		[inputs | split("\t") | {oid: .[2], size: .[1] | tonumber}]}' \
		<"$work/objects" >"$work/batch"
	call POST "/datasets/$repo.git/info/lfs/objects/batch" \
		-H 'Accept: application/vnd.git-lfs+json' \
		-H 'Content-Type: application/vnd.git-lfs+json' \
		--data-binary @"$work/batch" >"$work/answer"
	jq -e 'all(.objects[]; .error == null)' "$work/answer" >/dev/null ||
		end 69 "the Hub takes no large files: $(head -c 300 "$work/answer")"
	jq -e 'all(.objects[]; .actions.upload.header.chunk_size == null)' \
		"$work/answer" >/dev/null ||
		end 69 "a file is so large that it would have to be sent in parts"
	while IFS='	' read -r path size oid _; do
		href=$(jq -r --arg oid "$oid" '.objects[] | select(.oid == $oid) |
			.actions.upload.href // empty' "$work/answer")
		[ -n "$href" ] || continue
		# The address is signed: no token goes with it.
		curl -sS -f --max-time 3600 --retry 4 -o /dev/null -T "$release/$path" "$href" ||
			end 69 "$path did not arrive"
		verify=$(jq -r --arg oid "$oid" '.objects[] | select(.oid == $oid) |
			.actions.verify.href // empty' "$work/answer")
		[ -z "$verify" ] || jq -cn --arg oid "$oid" --argjson size "$size" \
			'{oid: $oid, size: $size}' >"$work/verify"
		[ -z "$verify" ] || call POST "$verify" \
			-H 'Content-Type: application/vnd.git-lfs+json' \
			--data-binary @"$work/verify" >/dev/null
	done <"$work/objects"
fi

# KIND TAB path TAB what the kind needs, a line each; one jq for all, since it starts slowly.
{
	printf 'header\t%s\n' "$name"
	while IFS='	' read -r path size oid _; do
		if grep -qxF -- "$path" "$work/large"; then
			printf 'lfsFile\t%s\t%s\t%s\n' "$path" "$oid" "$size"
		else
			printf 'file\t%s\t' "$path"
			base64 -w0 "$release/$path"
			echo
		fi
	done <"$work/changed"
	sed 's/^/deletedFile	/' "$work/gone"
} | jq -Rc 'split("\t") | {key: .[0], value: (
	if .[0] == "header" then {summary: .[1]}
	elif .[0] == "lfsFile" then {path: .[1], algo: "sha256", oid: .[2], size: .[3] | tonumber}
	elif .[0] == "file" then {path: .[1], encoding: "base64", content: .[2]}
	else {path: .[1]} end)}' >"$work/commit"
call POST "/api/datasets/$repo/commit/main" -H 'Content-Type: application/x-ndjson' \
	--data-binary @"$work/commit" >"$work/done"
jq -r '.commitUrl // .commitOid' "$work/done"
