#!/bin/sh
# weekly.sh ENRICH [OPTIONS...]: run enrich against the release published last
# (a folder below published/) and say whether this one is worth publishing:
# yes when it is complete or partial and more than citation counts moved (works
# or findings), when nothing was published yet, or when $FORCE is true.  Writes
# publish, tag, files and notes to $GITHUB_OUTPUT (or to standard output).
set -eu
enrich=$1
shift
out=${GITHUB_OUTPUT:-/dev/stdout}
previous=none
for folder in published/*/; do
	[ ! -f "$folder/data/works.jsonl" ] || previous=${folder%/}
done
status=0
"$enrich" --cache .enrich-cache --state .enrich-cache/state \
	--previous "$previous" --json "$@" >run.json || status=$?
case $status in
0) ;;
3) echo "::warning::the release is partial" ;;
*)
	echo "::error::enrich ended with status $status"
	exit $status
	;;
esac
publish=$(jq -r --arg previous "$previous" --arg force "${FORCE:-false}" '
	if $force == "true" or $previous == "none" then true
	else (.changes | .added + .changed + .removed) +
		(.findings | .new + .gone) > 0 end' run.json)
folder=$(jq -r .release.folder run.json)
if [ "$publish" = true ]; then
	archive=$(jq -r .release.archive run.json)
	sums=${folder%/}.SHA256SUMS
	(cd "${folder%/*}" && sha256sum --quiet -c "${sums##*/}")
	{
		echo publish=true
		echo "tag=${folder##*/}"
		echo "files=$archive $sums"
		echo "notes=$folder/CHANGES.md"
	} >>"$out"
else
	echo publish=false >>"$out"
	jq -r '"nothing but counts moved (\(.changes.counts_only) works): not published"' \
		run.json >&2
fi
