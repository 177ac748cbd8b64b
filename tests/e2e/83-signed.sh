#!/bin/sh
# contrib/publish/sign.sh: where a release comes from, and who says so.
. "${0%/*}/lib.sh"
rest_needs jq --version
sign=$top_srcdir/contrib/publish/sign.sh
signed() { # signed STATUS ARGUMENTS...
	wanted=$1
	shift
	BUILDER=https://example.org/week "$sign" "$@" >"$tmp/out" 2>"$tmp/err"
	same "status of sign.sh $*" $? "$wanted"
}
start_standin
job 0 --name demo
sums=$(echo "$releases"/*.SHA256SUMS)
name=${sums%.SHA256SUMS}
signed 0 "$sums"
facts=$name.provenance.json
same "of which archive" "$(jq -r '.subject[] | "\(.digest.sha256)  \(.name)"' "$facts")" "$(cat "$sums")"
same "by whom" "$(jq -r .predicate.runDetails.builder.id "$facts")" https://example.org/week
for list in $lists; do
	jq -r '.predicate.buildDefinition.resolvedDependencies[].digest.sha256' "$facts" |
		grep -qx "$(sha256sum <"$list" | cut -d' ' -f1)" || fail "$list is not named"
done
same "without a key nothing is signed" "$(ls "$name".*sig 2>/dev/null)" ""
signed 64
signed 64 "$name.tar.gz"
signed 66 "$tmp/none.SHA256SUMS"

# What was changed is not signed.
cp "$name.tar.gz" "$tmp/whole"
echo more >>"$name.tar.gz"
signed 65 "$sums"
cp "$tmp/whole" "$name.tar.gz"

rest_needs command -v ssh-keygen
ssh-keygen -q -t ed25519 -N '' -C me@example.org -f "$tmp/key" || fail "ssh-keygen"
echo "me@example.org $(cat "$tmp/key.pub")" >"$tmp/signers"
verified() {
	ssh-keygen -Y verify -f "$tmp/signers" -I me@example.org -n file -s "$1.sig" <"$1" >/dev/null 2>&1
}
signed 0 -k "$tmp/key" "$sums"
signed 0 -k "$tmp/key" "$sums"
verified "$sums" || fail "the sums' signature"
verified "$facts" || fail "the statement's signature"
echo >>"$facts"
! verified "$facts" || fail "a changed statement is signed"
signed 77 -k "$tmp/signers" "$sums"

rest_needs minisign -v
minisign -G -W -p "$tmp/mini.pub" -s "$tmp/mini.key" >/dev/null || fail "minisign"
signed 0 -k "$tmp/mini.key" "$sums"
for file in "$sums" "$facts"; do
	minisign -V -q -p "$tmp/mini.pub" -m "$file" || fail "minisign on $file"
done
