#!/bin/sh
# enrich verify: sums, schema and references of a release, from a folder or an archive,
# of whomever; and that its cache's export makes the same bytes again.
. "${0%/*}/lib.sh"
start_standin
cp $lists .
run 0 --name asked --since 2023 ./*.md
run 0 --name demo --since 2023 --license CC0-1.0 --offline ./*.md
first=$(release)
run 0 verify "$first"
contains "$tmp/out" "is whole"
run 0 verify "$first.tar.gz"
# Made again: from the export, the lists and the settings.
run 0 cache export
cp "$tmp/out" export.jsonl
run 0 --license CC0-1.0 verify "$first.tar.gz" ./*.md --cache-export export.jsonl
contains "$tmp/out" "the same when it is made again"
# With one before it, which lies beside it, and a list that has grown.
echo '- [Something Altogether New Under the Sun](https://example.org/new), 2024' >>reading.md
SOURCE_DATE_EPOCH=$(($(date +%s) + 7 * 86400)) "$ENRICH" --name demo --since 2023 --license CC0-1.0 \
	--offline ./*.md >"$tmp/out" 2>"$tmp/err" || fail "the second week"
second=$(release)
run 0 --license CC0-1.0 verify "$second" ./*.md --cache-export export.jsonl
mkdir away
cp -R "$second" away
run 78 -o nowhere --license CC0-1.0 verify "away/${second##*/}" ./*.md --cache-export export.jsonl
contains "$tmp/err" "--previous DIR says where it is"
run 0 -o nowhere --previous "$first" --license CC0-1.0 verify "away/${second##*/}" ./*.md --cache-export export.jsonl
# Made of something else: said with file and line.
run 1 --license MIT verify "$second" ./*.md --cache-export export.jsonl
grep -q '^LICENSE:[0-9]*: is not what is rebuilt$' "$tmp/out" || fail "another licence is not told"
sed '/BioMistral/s/2024-02-15/2024-02-16/g' export.jsonl >other.jsonl
cmp -s export.jsonl other.jsonl && fail "the export has no such day"
run 1 --license CC0-1.0 verify "$second" ./*.md --cache-export other.jsonl
grep -q '^data/works.jsonl:[0-9]*: is not what is rebuilt$' "$tmp/out" || fail "another answer is not told"
echo >>agents.md
run 1 --license CC0-1.0 verify "$second" ./*.md --cache-export export.jsonl
contains "$tmp/out" "the list agents is not among those named, as it was then"
run 78 verify "$second" --cache-export export.jsonl
# What was tampered with; sums are made anew where the test is of what is inside.
broken() { # broken NAME: a copy to be broken
	rm -rf "$1"
	cp -R "$second" "$1"
}
resum() {
	(
		cd "$1" || exit
		find data -type f | LC_ALL=C sort | xargs sha256sum >manifest-sha256.txt
		sed -i "s/^Payload-Oxum: .*/Payload-Oxum: $(find data -type f -printf '%s\n' |
			awk '{ s += $1; n++ } END { print s "." n }')/" bag-info.txt
		find . -type f ! -path './data/*' ! -name 'tagmanifest*' -printf '%P\n' | LC_ALL=C sort |
			xargs sha256sum >tagmanifest-sha256.txt
	)
}
told() { # told WORDS: it is not whole, and these are among the lines
	run 1 verify "$folder"
	grep -qE -- "$1" "$tmp/out" || fail "not told: $1"
}
folder=sums
broken sums
resum sums
run 0 verify sums
sed -i /External-Identifier/d sums/bag-info.txt
resum sums
told '^bag-info.txt: does not say which release it is$'
folder=sums
broken sums
resum sums
echo >>sums/data/works.csv
told '^manifest-sha256.txt:[0-9]+: data/works.csv has another sum$'
rm sums/data/works.csv
told '^manifest-sha256.txt:[0-9]+: data/works.csv is not there$'
echo x >sums/data/more
told '^data/more: is in no manifest$'
echo '0000000000000000000000000000000000000000000000000000000000000000  ../../etc/passwd' >>sums/manifest-sha256.txt
told 'lies outside'
echo nonsense >>sums/manifest-sha256.txt
told 'no SHA-256 and path'
lines() { # lines EXPRESSION: over `rows` of works.jsonl, in place
	broken lines
	folder=lines
	"$PYTHON" - "$1" <<'END' || fail "$1"
import json, sys
path = "lines/data/works.jsonl"
rows = [json.loads(line) for line in open(path, encoding="utf-8")]
exec(sys.argv[1])
with open(path, "w", encoding="utf-8") as out:
    for row in rows:
        out.write(row if isinstance(row, str) else json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
END
	resum lines
}
lines 'pass'
run 0 verify lines
lines 'rows[2]["stage"] = "printed"'
told '^data/works.jsonl:3: stage: "printed" is none of its words$'
lines 'rows[1]["year"] = "2024"'
told '^data/works.jsonl:2: year: "2024" is of another type$'
lines 'del rows[0]["title"]; rows[0]["more"] = 1'
told '^data/works.jsonl:1: title: is not there$'
told '^data/works.jsonl:1: more: no such member$'
lines 'rows[0]["ids"][0]["kind"] = ""'
told '^data/works.jsonl:1: ids.kind: is empty$'
lines 'rows[4]["id"] = "what is this"'
told '^data/works.jsonl:5: id: "what is this" does not match'
told '^data/works.csv:[0-9]+: id: .* is not in works.jsonl$'
told '^data/mentions.csv:[0-9]+: work_id: .* is not in works.jsonl$'
lines 'rows[0]["citation_key"] = "nobody0000"'
told '^data/references.bib:[0-9]+: .* is no work.s citation_key$'
lines 'rows[0], rows[1] = rows[1], rows[0]'
told '^data/works.jsonl:2: id: .* is out of order$'
lines 'rows.insert(1, rows[0])'
told '^data/works.jsonl:2: id: .* a second time$'
lines 'rows[3] = "{broken\n"'
told '^data/works.jsonl:4: is no JSON object$'
lines 'rows.insert(0, "x" * (17 << 20) + "\n")'
told '^data/works.jsonl:1: longer than 16 MiB$'
lines 'rows[0]["schema_version"] = 7'
told 'is of version 7, and only 2 is known here'
broken rows
folder=rows
sed -i '2s/,[^,]*$//' rows/data/history.csv
printf 'nobody,2020-01-01,many,x\r\n' >>rows/data/history.csv
resum rows
told '^data/history.csv:2: has 3 cells, the header 4$'
told 'count: many is no number$'
echo '{}' >rows/schema/works.schema.json
resum rows
told '^schema/works.schema.json: is not that of version 2$'
# An archive that is not what the sums beside it say; strangers' archives.
cp "$second.tar.gz" "${second##*/}.tar.gz"
sed 's/^[0-9a-f]\{8\}/00000000/' "$second.SHA256SUMS" >"${second##*/}.SHA256SUMS"
run 1 verify "${second##*/}.tar.gz"
contains "$tmp/out" "beside it says"
head -c 3000 "$second.tar.gz" >cut.tar.gz
run 66 verify cut.tar.gz
run 66 verify nowhere
run 64 verify
mkdir nothing
run 1 verify nothing
# Text of strangers is harmless on a terminal.
mkdir "$(printf 'nothing/\033[2J')"
run 1 verify nothing
! grep -q "$(printf '\033')" "$tmp/out" || fail "an escape sequence comes out"
