#!/bin/sh
# A week in which nothing changed derives nothing: asks nobody, and has the bytes of a
# release for which all was derived anew.  Whatever does change is noticed, be it but
# a memo, the release before, or the day.
. "${0%/*}/lib.sh"
. "$top_srcdir/tests/e2e/weeks.sh"
QUIET='nothing that a record hangs on has changed'

quiet() { contains "$tmp/said-by-week" "$QUIET"; }
busy() { lacks "$tmp/said-by-week" "$QUIET"; }

# The weeks that follow one of a change: one or two that still derive, then one that does
# not.
settle() {
	plain_week "$@"
	last=$made
	reset_standin
	week "$@"
	grep -q "$QUIET" "$tmp/said-by-week" || {
		reset_standin
		week "$@"
	}
	quiet
	same "requests of a quiet week" "$(requests)" 0
	whole_release
}

for seed in 4 5; do
	set_up $seed $((seed * 20))
	week
	busy
	settle
	# Answers of another week: counts move, a few titles and licences too.
	control POST world "{\"week\": 1, \"rows\": []}" >/dev/null || fail "the world"
	week --refresh
	busy
	settle
	stop_standin
done

# One world, and all that may change in it.
set_up 7 120
week
settle
one=$(sed -n '2s/,.*//p' "$made/data/works.csv")

# A row more, changed, gone.
printf '\n* [**Arxiv, 2020.12**] A Row More. [paper](https://arxiv.org/abs/2012.00001)\n' \
	>>"$world/lists/models.md"
week
busy
sed -i 's/A Row More/A Row That Was Renamed/' "$world/lists/models.md"
week
busy
sed -i '/A Row That Was Renamed/d' "$world/lists/models.md"
week
busy
settle

# What the curator says: an override, another, none; scope; a finding accepted.
mkdir -p "$XDG_CONFIG_HOME/enrich"
conf=$XDG_CONFIG_HOME/enrich/enrich.conf
overrides=$XDG_CONFIG_HOME/enrich/overrides.csv
configure() {
	printf '[override]\nfile = overrides.csv\n\n[accept]\n%s\n' "$1" >"$conf"
}
configure ''
printf 'id,field,value,reason,date\n%s,publisher,One,seen,2026-01-01\n' "$one" \
	>"$overrides"
week
busy
contains "$made/data/works.csv" ',One,'
settle
contains "$made/data/works.csv" ',One,'
sed -i 's/,One,/,Two,/' "$overrides"
week
busy
contains "$made/data/works.csv" ',Two,'
sed -i '2d' "$overrides"
week
busy
settle
week --since 2023
busy
settle --since 2023
week --older drop --since 2023
settle --older drop --since 2023
week
settle
key=$(query "$made/data/findings.csv" 'rows[0]["key"]')
configure "$key = as it should be"
week
quiet
contains "$made/data/findings.csv" "as it should be"
settle
configure "deadbeef = nothing"
week
contains "$tmp/said-by-week" "[accept] deadbeef matches no finding"
configure ''
settle

# What was kept is damaged, or dropped.
overwrite "$(ls "$cache"/data*.mdb)" list-text lost-text
week
busy
settle
run 0 cache gc
week
busy
settle
# Answers came in between, of nobody that the lists know: none can tell that yet.
printf '{"origin":"https://api.crossref.org","source":"crossref","subject":"doi:10.1/none",' >line
printf '"state":"absent","retrieved_at":"2026-10-01T00:00:00Z","http_status":404}\n' >>line
run 0 cache import line
week
busy
settle

# The release before is gone; is another; is of the same day.
rm -r "$last" "$last".*
last=$(release)
week
quiet
for file in data/works.jsonl manifest-sha256.txt; do
	cp "$last/$file" "$tmp/${file##*/}"
done
title=$(query "$last/data/works.jsonl" 'rows[0]["title"]')
overwrite "$last/data/works.jsonl" "\"title\":\"$title\"" \
	"\"title\":\"$(printf '%s' "$title" | tr '[:alpha:]' x)\""
sum=$(sha256sum "$last/data/works.jsonl")
sed -i "s|^.*  data/works.jsonl|${sum%% *}  data/works.jsonl|" "$last/manifest-sha256.txt"
week
busy
settle
run 0 --name demo -v --previous none "$world"/lists/*.md
cp "$tmp/err" "$tmp/said-by-week"
busy
last=$(release)
week
busy
settle

# Files of the release before that are damaged, edited or gone: made anew.
for file in data/works.csv data/references.bib data/enrich.sqlite site/works-1.html \
	site/works.js; do
	size=$(wc -c <"$last/$file")
	printf 'xx' | dd of="$last/$file" bs=1 seek=$((size / 2)) conv=notrunc 2>/dev/null
	week
	quiet
done
rm "$last/data/references.json" "$last/data/enrich.sqlite"
rm -r "$last/site"
week
quiet
# What a release says of itself, or where its page lies, is no reason to derive.
title='Another Title'
for more in --site=none "--site=$tmp/page" --compress=zst; do
	week "$more"
	quiet
done
printf '[release]\ntitle = "%s"\n' "$title" >"$conf"
week
quiet
contains "$made/site/works-1.html" "$title"
week
quiet
contains "$made/site/works-1.html" "$title"
rm "$conf"
settle

# Old enough, answers are asked for again, and the run is like any other.
if lacks_sanitizers; then
	build_clock
	echo +8640000 >"$tmp/clock"
	printf '#!/bin/sh\nCLOCK=%s LD_PRELOAD=%s exec "%s" "$@"\n' "$tmp/clock" \
		"$tmp/clock.so" "$ENRICH" >"$tmp/later"
	chmod +x "$tmp/later"
	ENRICH=$tmp/later
	run 0 cache stats
	reset_standin
	week
	busy
	at_least "requests when answers are old" "$(requests)" 20
fi
