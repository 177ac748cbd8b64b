#!/bin/sh
# The first day: init, help, version, completions, colour only where it is wanted.
. "${0%/*}/lib.sh"
start_standin

# ---- enrich init ---------------------------------------------------------
mkdir -p "$tmp/my papers/sub"
cd "$tmp/my papers" || exit 99
cp "$top_srcdir/tests/e2e/lists/reading.md" README.md
cp "$top_srcdir/tests/lists/papers.ris" sub
printf '# Contributing\n\n- Be kind, see [the code](https://code.example.org).\n' >CONTRIBUTING.md
run 0 init --license mit </dev/null
contains "$tmp/out" "13 entries, 13 with an identifier"
contains "$tmp/out" "next:  enrich plan"
contains enrich.conf "my-papers = README.md"
contains enrich.conf "papers = sub/papers.ris"
grep -q '^# CONTRIBUTING = CONTRIBUTING.md' enrich.conf || lacks enrich.conf CONTRIBUTING
contains enrich.conf "name = my papers"
contains enrich.conf "license = MIT"
# Nobody's address is made up.
grep -q '^# mailto = ' enrich.conf || fail "an address was invented"
cp enrich.conf first.conf
run 73 init
contains "$tmp/err" "is there already"
cmp -s enrich.conf first.conf || fail "what was there is changed"
run 0 plan
contains "$tmp/out" "Semantic Scholar"
# Every line of it that is a remark only for now can be one no more.
sed 's/^# \([a-z]* = \)/\1/; s/^# \(\[[a-z]*\]\)$/\1/; s/^# \([a-f0-9]\{8\} = \)/\1/' first.conf |
	grep -v '^CONTRIBUTING\|^file = ' >enrich.conf
run 0 plan
rm enrich.conf
mkdir empty
cd empty || exit 99
run 0 init --mailto curator@example.org
contains "$tmp/out" "no list was found here"
contains enrich.conf "mailto = curator@example.org"
cd "$tmp/work" || exit 99

# ---- help, version -------------------------------------------------------
run 0 help
cp "$tmp/out" "$tmp/help"
sed -n 's/^enrich \([a-z]*\) .*/\1/p' "$tmp/help" >"$tmp/commands"
while read -r command; do
	run 0 help "$command"
	contains "$tmp/out" "enrich $command"
	run 0 "$command" --help
done <"$tmp/commands"
at_least "commands" "$(grep -c '^enrich [a-z]' "$tmp/help")" 10
run 0 help check
contains "$tmp/out" "--fail-on"
lacks "$tmp/out" "--class"
run 0 version
contains "$tmp/out" "libcurl "
cp "$tmp/out" "$tmp/version"
run 0 --version
cmp -s "$tmp/out" "$tmp/version" || fail "--version is not version"

# ---- what shells may make of a word --------------------------------------
# offered WORDS…: the words, parted by commas.
offered() {
	"$ENRICH" completions -- "$@" 8>&- 9<&- | cut -f 1 | paste -s -d , -
}
same "commands" "$(offered ex)" "extract,explain"
same "options" "$(offered --no-such)" ""
same "options" "$(offered check --fa)" "--fail-on"
same "of another command" "$(offered todo --fa)" ""
same "values" "$(offered check --format g)" "github,gitlab"
same "values behind =" "$(offered check --format=gitl)" "--format=gitlab"
same "values behind =, as bash parts it" "$(offered --compress = z)" "zst,zip"
same "several values" "$(offered --only-source arxiv,git)" "arxiv,github"
same "what cache takes" "$(offered cache st)" "stats"
same "files" "$(offered cache import '')" ""
same "a letter's value" "$(offered -o '')" ""
same "help" "$(offered help vers)" "version"
# bash itself, where it is.
if command -v bash >/dev/null 2>&1; then
	mkdir -p "$tmp/bin"
	ln -s "$ENRICH" "$tmp/bin/enrich"
	PATH=$tmp/bin:$PATH bash -c '. "$1"
		COMP_WORDS=(enrich check --format = g) COMP_CWORD=4
		_enrich
		echo "${COMPREPLY[*]}"' bash "$top_srcdir/contrib/completions/enrich.bash" \
		>"$tmp/out" 8>&- 9<&-
	same "bash" "$(cat "$tmp/out")" "github gitlab"
fi

# ---- what cannot work is said before anybody is asked --------------------
cp "$top_srcdir/tests/e2e/lists/reading.md" README.md
asked=$(requests)
: >file
for folder in file/releases file; do
	run 73 --name demo -o "$folder" README.md
	contains "$tmp/err" "cannot create $folder: "
done
same "requests for what cannot be written" "$(requests)" "$asked"
run 69 --name demo --offline --cache "$tmp/none" README.md
contains "$tmp/err" "the cache knows too little"
lacks "$tmp/err" "the sources did not answer"
run 66 todo --name nobody
contains "$tmp/err" "there is no release of nobody in "

# ---- colour --------------------------------------------------------------
rest_needs script --version
# seen VARIABLES…: what a terminal gets.
seen() {
	env "$@" script -q -e -c "$ENRICH check README.md" /dev/null >"$tmp/seen" 2>&1 \
		</dev/null 8>&- 9<&-
	grep -q 'README.md:7:' "$tmp/seen" || fail "nothing is seen"
}
escape=$(printf '\033')
seen TERM=xterm
grep -q "$escape\[" "$tmp/seen" || fail "no colour on a terminal"
seen TERM=xterm NO_COLOR=1
# The progress lines go, and leave nothing; the rest is plain.
! grep "README.md:" "$tmp/seen" | grep -q "$escape" || fail "colour in spite of NO_COLOR"
rm -rf "$cache"
seen TERM=dumb
! grep -q "$escape" "$tmp/seen" || fail "a dumb terminal is spoken to"
exit 0
