#!/bin/sh
# sign.sh [-k KEY] SUMS: where what SUMS names comes from, and who says so.
#
# SUMS is in sha256sum's form, as beside a release of data or of the program
# (NAME.SHA256SUMS).  They are checked; NAME.provenance.json is written, a statement
# of in-toto with SLSA's predicate: for a release of data the lists with their sums,
# for the program's tarball the commit.  With a KEY both are signed: NAME.*.sig by a
# key of ssh (ssh-keygen -Y, namespace "file"; one in the agent by its public half),
# NAME.*.minisig by one of minisign.
#
#	BUILDER    who says it, a URI (default: the mailto: of git's user.email)
#	SOURCE_DATE_EPOCH    when it was made (default: as the newest file of SUMS)
set -eu
key=
[ "${1-}" != -k ] || {
	key=${2?the key}
	shift 2
}
sums=${1-}
case $#$sums in
1*.SHA256SUMS) ;;
*)
	sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" >&2
	exit 64
	;;
esac
end() { # STATUS WORDS...
	status=$1
	shift
	echo "sign.sh: $*" >&2
	exit "$status"
}
for tool in jq sha256sum tar; do
	command -v $tool >/dev/null || end 69 "$tool is missing"
done
case $sums in
*/*)
	cd "${sums%/*}" || exit 66
	sums=${sums##*/}
	;;
esac
[ -f "$sums" ] || end 66 "$sums is missing"
case $key in /* | '') ;; *) key=$OLDPWD/$key ;; esac
sha256sum --quiet -c "$sums" >&2 || end 65 "the sums do not hold"
name=${sums%.SHA256SUMS}
epoch=${SOURCE_DATE_EPOCH-$(sed 's/^[0-9a-f]* [ *]//' "$sums" | while read -r file; do
	stat -c %Y "$file"
done | sort -n | tail -n 1)}
builder=${BUILDER-mailto:$(git config user.email || echo "$(id -un)@localhost")}

# What it is made of, in SLSA's form, from the archive itself.
made_of() {
	archive=$(sed 's/^[0-9a-f]* [ *]//' "$sums" | grep -m 1 '\.\(tar\.[a-z]*\|zip\)$') || return 0
	bag=$(tar -xOf "$archive" --wildcards '*/bag-info.txt' 2>/dev/null) || bag=
	if [ -n "$bag" ]; then
		printf '%s\n' "$bag" | sed -n 's/^Enrich-List: \(.*\), SHA-256 \([0-9a-f]*\)$/\2 \1/p' |
			jq -R 'capture("^(?<sha256>[0-9a-f]+) (?<name>.*)$") |
				{name, digest: {sha256}}'
	else
		tar -xOf "$archive" --wildcards '*/build-aux/commit' 2>/dev/null |
			jq -R '{uri: ("git+" + split(" ")[1]), digest: {gitCommit: split(" ")[0]}}'
	fi
}
made_of >"$name.provenance.json.of" || end 70 "what it is made of cannot be read"
jq -s --arg builder "$builder" --arg at "$(date -u -d "@$epoch" +%FT%TZ)" \
	--rawfile sums "$sums" '{
	_type: "https://in-toto.io/Statement/v1",
	subject: [$sums | split("\n")[] | select(. != "") |
		capture("^(?<sha256>[0-9a-f]+) [ *](?<name>.*)$") | {name, digest: {sha256}}],
	predicateType: "https://slsa.dev/provenance/v1",
	predicate: {
		buildDefinition: {
			buildType: (if any(.[]; .uri) then "urn:enrich:make-dist:1" else "urn:enrich:release:1" end),
			externalParameters: {},
			resolvedDependencies: .
		},
		runDetails: {builder: {id: $builder}, metadata: {finishedOn: $at}}
	}
}' "$name.provenance.json.of" >"$name.provenance.json.new"
mv "$name.provenance.json.new" "$name.provenance.json"
rm "$name.provenance.json.of"

[ -n "$key" ] || exit 0
for file in "$sums" "$name.provenance.json"; do
	if grep -q '^untrusted comment: ' "$key"; then
		minisign -S -s "$key" -m "$file" -t "$file"
	else
		rm -f "$file.sig"
		ssh-keygen -q -Y sign -f "$key" -n file "$file"
	fi || end 77 "$key signs nothing"
done
