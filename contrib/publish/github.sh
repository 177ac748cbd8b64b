#!/bin/sh
# github.sh [--dry-run] [--partial] RELEASE: a release of GitHub, and its pages.
#
# Archive, sums and what sign.sh made become assets of a release called as the folder, with CHANGES.md
# as its notes; it shows when all are there, and the same command goes on where it
# was stopped.  If the release has a site/ and $PAGES is a branch (gh-pages), that
# branch becomes the site, in one commit.
#
#	GH_REPO    owner/name (default: the repository of the current folder)
#	GH_TOKEN   as gh takes it
#	PAGES      branch of the pages; empty: none
#	PAGES_REMOTE   where it is pushed to (https://github.com/$GH_REPO)
# shellcheck source=contrib/publish/lib.sh
. "${0%/*}/lib.sh"
begin "$@"
needs gh

# Each word for itself, as it would be run.
act() {
	if [ -n "$dry_run" ]; then
		printf '%s ' "$@"
		echo
	else
		"$@"
	fi
}

state=$([ -n "$dry_run" ] || gh release view "$name" --json isDraft,assets 2>/dev/null) ||
	state=
if [ -z "$state" ]; then
	act gh release create "$name" --draft --title "$name" \
		--notes-file "$release/CHANGES.md"
fi
for file in "$archive" "$sums" "$sums".*sig "$release".provenance.json*; do
	[ -f "$file" ] || continue
	size=$(wc -c <"$file" | tr -d ' ')
	there=$(printf '%s' "$state" | jq --arg name "${file##*/}" --argjson size "$size" \
		'.assets[] | select(.name == $name and .size == $size)')
	[ -z "$there" ] || continue
	act gh release upload "$name" "$file" --clobber
done
if [ -z "$state" ] || [ "$(printf '%s' "$state" | jq -r .isDraft)" = true ]; then
	act gh release edit "$name" --draft=false
fi

[ -n "${PAGES-}" ] && [ -d "$release/site" ] || exit 0
needs git
remote=${PAGES_REMOTE-https://github.com/${GH_REPO?}}
if [ -n "$dry_run" ]; then
	echo "the branch $PAGES of $remote becomes $release/site"
	exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Only what is there is kept: no history of pages that can be made again.
cp -R "$release/site/." "$work"
: >"$work/.nojekyll"
git -C "$work" init -q -b "$PAGES"
git -C "$work" add -A
git -C "$work" -c user.name=enrich -c user.email=enrich@localhost \
	commit -q -m "$name"
if [ -n "${GH_TOKEN-}" ]; then
	# The token is git's to ask for, not for the command line.
	# shellcheck disable=SC2016
	git -C "$work" -c credential.helper= \
		-c credential.helper='!f() { echo username=x-access-token; echo "password=$GH_TOKEN"; }; f' \
		push -q --force "$remote" "$PAGES"
else
	git -C "$work" push -q --force "$remote" "$PAGES"
fi
