#!/bin/sh
# contrib/: what it ships does what it says, as far as a test can try.
. "${0%/*}/lib.sh"
contrib=$top_srcdir/contrib
start_standin

# ---- systemd: the unit is right, hardened, and enrich runs as it would ----
if command -v systemd-analyze >/dev/null 2>&1; then
	mkdir "$tmp/units"
	sed "s|@bindir@/enrich|$ENRICH|" "$contrib/systemd/enrich.service.in" \
		>"$tmp/units/enrich.service"
	cp "$contrib/systemd/enrich.timer" "$tmp/units"
	systemd-analyze verify --man=no "$tmp"/units/* >"$tmp/out" 2>&1 ||
		fail "systemd-analyze verify"
	[ ! -s "$tmp/out" ] || fail "systemd-analyze verify has something to say"
	# Overall exposure, in tenths.
	systemd-analyze security --offline=yes --threshold=20 --no-pager \
		"$tmp/units/enrich.service" >"$tmp/out" 2>&1 ||
		fail "less hardened than it was"
fi
# The command of the unit, in the environment systemd gives it.
command=$(sed -n 's/^ExecStart=//p' "$contrib/systemd/enrich.service.in")
mkdir -p "$tmp/etc" "$tmp/unit/cache" "$tmp/unit/state" "$tmp/unit/keys"
cp "$top_srcdir"/tests/e2e/lists/*.md "$tmp/etc"
cat >"$tmp/etc/enrich.conf" <<'END'
[lists]
models = models.md
[release]
name = demo
END
echo key-of-the-unit >"$tmp/unit/keys/s2_api_key"
command=$(echo "$command" | sed "s|@bindir@/enrich|$ENRICH|;
	s|/etc/enrich.conf|$tmp/etc/enrich.conf|; s|/var/lib/enrich|$tmp/unit/state|")
(
	unset ENRICH_CACHE ENRICH_STATE ENRICH_OUTPUT
	CACHE_DIRECTORY=$tmp/unit/cache STATE_DIRECTORY=$tmp/unit/state \
		CREDENTIALS_DIRECTORY=$tmp/unit/keys \
		sh -c "$command" >"$tmp/out" 2>"$tmp/err"
	same "status of the unit's command" $? 0
) || exit 1
silent
[ -f "$tmp/unit/cache/data.mdb" ] || fail "the cache is elsewhere"
[ -f "$tmp/unit/state/last-run.json" ] || fail "the state is elsewhere"
[ -d "$tmp/unit/state/releases/latest/data" ] || fail "the release is elsewhere"
at_least "requests with the credential" "$(counter semanticscholar with_key)" 1

# ---- cron: five fields, a user, and a command that sh reads ----
line=$(grep -v '^#\|^[A-Z_]*=\|^$' "$contrib/cron/enrich")
same "lines of cron" "$(printf '%s\n' "$line" | wc -l | tr -d ' ')" 1
same "fields of cron" "$(printf '%s\n' "$line" | cut -d' ' -f1-6)" "12 3 * * 1 enrich"
printf '%s\n' "$line" | cut -d' ' -f7- | tr -d % | sh -n || fail "cron's command"

# ---- Debian: what autogen.sh installs to build and test, the package asks for ----
for package in $(sed -n '/^build="/,/^ci="/{/^ci=/d; s/^[a-z]*=//p; t; p}' \
	"$top_srcdir/autogen.sh" | tr -d '"'); do
	case $package in
	autoconf | automake | gcc | make | libc6-dev) ;; # debhelper, build-essential
	util-linux | bsdutils) ;;                        # essential
	*) contains "$top_srcdir/debian/control" " $package" ;;
	esac
done

# ---- Prometheus ----
if command -v promtool >/dev/null 2>&1; then
	promtool check rules "$contrib/prometheus/enrich.rules.yml" \
		>"$tmp/out" 2>&1 || fail "promtool"
fi
run 0 --name demo --offline --metrics "$tmp/enrich.prom" "$tmp/etc/models.md" \
	--cache "$tmp/unit/cache"
# shellcheck disable=SC2013
for series in $(grep -o 'enrich_[a-z_]*' "$contrib/prometheus/enrich.rules.yml" |
	sort -u); do
	grep -q "^$series{" "$tmp/enrich.prom" ||
		grep -q "\"$series\"" "$top_srcdir/src/say/metrics.c" ||
		fail "there is no $series"
done

# ---- GitHub: published, skipped while only counts move, published again ----
"$PYTHON" - "$contrib/github/enrich.yml" <<'END' || fail "the workflow"
import sys
try:
    import yaml
except ImportError:
    sys.exit(0)
flow = yaml.safe_load(open(sys.argv[1]))
jobs = flow["jobs"]
steps = jobs["enrich"]["steps"] + jobs["publish"]["steps"]
# What reads may not write, and nobody moves an action under us.
sys.exit(0 if flow[True]["schedule"] and all("uses" in s or "run" in s for s in steps)
         and flow["permissions"] == {"contents": "read"}
         and "permissions" not in jobs["enrich"]
         and jobs["publish"]["permissions"] == {"contents": "write"}
         and all(len(s["uses"].partition("@")[2]) == 40 for s in steps if "uses" in s)
         else 1)
END
rest_needs jq
mkdir "$tmp/repository"
cd "$tmp/repository" || exit 99
cp "$tmp/etc/models.md" "$tmp/etc/enrich.conf" .
chmod u+w models.md enrich.conf
unset ENRICH_CACHE ENRICH_STATE ENRICH_OUTPUT
# week STATUS: sets what the step gives to the next one.
week() {
	: >"$tmp/github"
	GITHUB_OUTPUT=$tmp/github "$contrib/github/weekly.sh" "$ENRICH" \
		>"$tmp/out" 2>"$tmp/err"
	same "status of the step" $? "$1"
}
published() {
	same "published" "$(sed -n 's/^publish=//p' "$tmp/github")" "$1"
}
publish() { # what gh would do
	rm -rf published
	mkdir published
	files=$(sed -n 's/^files=//p' "$tmp/github")
	for file in $files; do
		[ -f "$file" ] || fail "no $file"
	done
	[ -f "$(sed -n 's/^notes=//p' "$tmp/github")" ] || fail "no notes"
	tar -xzf "${files%% *}" -C published
	rm -rf releases
}
week 0
published true
contains "$tmp/github" "tag=demo-20"
publish
week 0
published false
# Only counts move.
rm -rf .enrich-cache
fault '{"service": "semanticscholar", "kind": "twist", "times": -1,
	"pattern": "\"citationCount\": \\d+", "with": "\"citationCount\": 1234"}'
week 0
published false
contains "$tmp/err" "nothing but counts moved"
at_least "counts moved" "$(jq .changes.counts_only run.json)" 5
FORCE=true
export FORCE
week 0
published true
unset FORCE
# No work is another, but a row is dated in the future now.
reset_standin
cp models.md models.kept
sed -i '0,/2023/s//2043/' models.md
week 0
published true
same "works" "$(jq -c '[.changes | .added, .changed, .removed]' run.json)" "[0,0,0]"
mv models.kept models.md
# A source is down: partial, and said; much is missing, so it changed.
rm -rf .enrich-cache
reset_standin
fault '{"service": "huggingface", "kind": "503", "times": -1}'
week 0
contains "$tmp/out" "::warning::the release is partial"
# One more entry.
reset_standin
printf '\n- [Capabilities of GPT-4 on Medical Challenge Problems](https://arxiv.org/abs/2303.13375)\n' >>models.md
week 0
published true
fault '{"service": "*", "kind": "503", "times": -1}'
rm -rf .enrich-cache
week 69
contains "$tmp/out" "::error::"
