#!/bin/sh
# Mistakes on the command line and in the settings: what, where, and what to do; nothing
# is asked, nothing written.
. "${0%/*}/lib.sh"
start_standin
cp "$top_srcdir/tests/e2e/lists/reading.md" .
count=0

# told STATUS WORDS…: the last run ended so and said all of that, in a few lines.
told() {
	same "standard output of: $mistake" "$(wc -c <"$tmp/out" | tr -d ' ')" 0
	at_most "lines for: $mistake" "$(wc -l <"$tmp/err")" 3
	grep -qF -- "$1" "$tmp/err" || fail "$mistake: it does not say: $1"
	grep -qF -- "$2" "$tmp/err" || fail "$mistake: it does not say: $2"
	count=$((count + 1))
}

# Words of the line | what it says | and what to do
while IFS='|' read -r mistake what todo; do
	run 64 $mistake
	told "$what" "$todo"
done <<'END'
--no-such-option|unknown option --no-such-option|enrich help lists the options
--sinse 2024 reading.md|unknown option --sinse|did you mean --since?
--ofline reading.md|unknown option --ofline|did you mean --offline?
--max 3 reading.md|--max may be one of several|--max-runtime --max-shrink
-x reading.md|unknown option -x|enrich help lists the options
--json=yes reading.md|--json takes no argument|enrich help lists the options
reading.md --since|--since: its argument is missing|DATE
--since yesterday reading.md|--since: yesterday is not right|YYYY-MM
--since 2024-13 reading.md|--since: 2024-13 is not right|a date
--since= reading.md|--since: an empty value is not right|a date
--as-of soon reading.md|--as-of: soon|YYYY-MM-DDThh:mm:ssZ
--older perhaps reading.md|--older: perhaps is not right|one of keep drop
--older kep reading.md|--older: kep|did you mean keep?
--compress rar reading.md|--compress: rar|gz zst xz zip
--min-coverage 2 reading.md|--min-coverage: 2|from 0 to 1
--pace-scale 0 reading.md|--pace-scale: 0|above 0
--keep some reading.md|--keep: some|a whole number
--max-runtime 30 reading.md|--max-runtime: 30|30m
--lock-wait 1y reading.md|--lock-wait: 1y|a number with its unit
--metrics figures reading.md|--metrics: figures|.prom
--mailto nobody reading.md|--mailto: nobody|you@your.domain
--license CC-BI-4.0 reading.md|--license: CC-BI-4.0|CC0-1.0
--url nosuchsource=http://127.0.0.1:1 reading.md|no source nosuchsource|enrich sources lists them
--url githib=http://127.0.0.1:1 reading.md|no source githib|did you mean github?
--url github reading.md|--url: github|SOURCE=http(s)://HOST
--url github=ftp://example.org reading.md|--url: github=ftp://example.org|SOURCE=http(s)://HOST
--only-source arxvi reading.md|--only-source: arxvi|did you mean arxiv?
--skip-source arxiv,opnealex reading.md|--skip-source: arxiv,opnealex|did you mean openalex?
--class fix reading.md|--class is an option of todo|enrich help todo
--write reading.md|--write is an option of patch|enrich help patch
todo --fail-on unclear|--fail-on is an option of check|enrich help check
todo --class mend|--class: mend|fix decide note
check --fail-on differ reading.md|--fail-on: differ|did you mean differs?
extrct reading.md|no command extrct, and no list of that name|did you mean extract?
chek reading.md|no command chek|did you mean check?
help explian|no command explian|did you mean explain?
sources now|now: this command takes no words|
version 2|2: this command takes no words|
cache|cache|stats, check, gc
cache polish|cache polish|stats, check, gc
cache import|needs a file|cache export
explain|explain what?|LIST:LINE
check --base nowhere reading.md|--base nowhere|
END
same "requests" "$(requests)" 0
no_release
rm -rf "$cache"

# Lines of enrich.conf, parted by ~ | what it says, with its line | and what to do
while IFS='|' read -r mistake what todo; do
	printf '%s\n' "$mistake" | tr '~' '\n' >bad.conf
	run 78 -c bad.conf plan reading.md
	told "bad.conf:$what" "$todo"
done <<'END'
[run]~since = 2024-01~sinc = 2024|3: [run] has no sinc|did you mean since?
[runn]~since = 2024-01|2: no section [runn]|did you mean run?
[run]~name = mine|2: [run] has no name|it stands in [release]
[run]~verbose = yes|2: verbose|--verbose
since = 2024-01|1: since stands before any [section]|
[run~since = 2024-01|1: the section has no ]|
[run]~since|2: no 'key = value' here|
[run]~since =|2: since has no value|
[run]~# all~since = soon|3: since: soon is not right|YYYY-MM
[run]~offline = perhaps|2: offline: perhaps|yes or no
[run]~mailto = nobody|2: mailto: nobody|you@your.domain
[release]~name = mine~  license = CC0-1.0|3: the line is indented|begin it at the margin
[release]~name = mine~name = yours|3: name stands in line 2 already|
[release]~title = Papers ; and more|2: the value would end at|a line of its own
[release]~license = free for all|2: license: free for all|CC-BY-4.0
[accept]~abc = meant|2: a finding's key|8 hexadecimal digits
[accept]~c1d04e77 =|2: c1d04e77 has no value|
[override]~fiel = overrides.csv|2: [override] has no fiel|file = overrides.csv
[url]~semantic = http://127.0.0.1:1|2: there is no source semantic|did you mean semanticscholar?
[url]~arxiv = ftp://example.org|2: arxiv=ftp://example.org|http(s)
[check]~fail-on = diffres|2: fail-on: diffres|did you mean differs?
[lists]~papers =|2: papers has no value|
END
printf '[run]\ntitle = %0250d\n' 1 >long.conf
mistake="a long line"
run 78 -c long.conf reading.md
told "long.conf:2: the line is longer than 195 bytes" ""
mistake="no such file"
run 78 -c missing.conf
told "missing.conf: " "No such file"

# Overrides: a file beside the configuration.
while IFS='|' read -r mistake what todo; do
	printf '%s\n' "$mistake" | tr '~' '\n' >overrides.csv
	printf '[override]\nfile = overrides.csv\n' >bad.conf
	run 78 -c bad.conf plan reading.md
	told "overrides.csv:$what" "$todo"
done <<'END'
id,field~doi:10.1/x,venue|1: the first line must name|id, field, value
id,field,value~doi:10.1/x,titel,New|2: there is no field titel|did you mean title?
id,field,value~doi:10.1/x,licence,MIT|2: there is no field licence|did you mean license?
id,field,value~,title,New|2: id is no identifier|doi:
id,field,value~doi:10.1/x,issued,spring|2: issued is a date|2024-03
id,field,value,reason,date~doi:10.1/x,title,New,so,today|2: date is no date|YYYY-MM-DD
END
at_least "mistakes" "$count" 70

# What stands in the environment is named by its variable.
mistake="ENRICH_SINCE"
ENRICH_SINCE=now run 64 reading.md
told "ENRICH_SINCE: now is not right" "YYYY-MM"
# A real host is never hurried.
mistake="haste"
(
	unset ENRICH_GITHUB_URL
	run 64 --pace-scale 0.5 reading.md
	told "--pace-scale" "the real service"
) || exit 1
same "requests" "$(requests)" 0
no_release
[ ! -e "$cache" ] || fail "a cache was made"

# The licence is kept as SPDX spells it.
run 0 --offline --min-coverage 0 --allow-empty --license cc0-1.0 --name demo reading.md
contains "$(release)/datapackage.json" '"CC0-1.0"'
rm -rf "$releases"

run 0 --help
run 0 --version
exit 0
