#!/bin/sh
# The Action, the hooks: their steps run in a repository as runners and git have it.
. "${0%/*}/lib.sh"
rest_needs git --version
start_standin
git_() {
	git -c user.name=e2e -c user.email=e2e@example.org -c commit.gpgsign=false \
		-c init.defaultBranch=main -c protocol.file.allow=always "$@" \
		>"$tmp/git" 2>&1 || fail "git $*: $(cat "$tmp/git")"
}

# ---- what the files say is there -----------------------------------------
grep -o 'contrib/action/[a-z]*\.sh' "$top_srcdir/action.yml" >"$tmp/scripts"
same "scripts" "$(sort -u "$tmp/scripts" | wc -l | tr -d ' ')" 2
while read -r script; do
	[ -x "$top_srcdir/$script" ] || fail "no $script"
done <"$tmp/scripts"
"$PYTHON" - "$top_srcdir" <<'END' >"$tmp/hook" || fail "action.yml, .pre-commit-hooks.yaml"
import sys
try:
    import yaml
except ImportError:
    print("enrich check --base HEAD -q")
    sys.exit(0)
action = yaml.safe_load(open(sys.argv[1] + "/action.yml"))
steps = action["runs"]["steps"]
assert action["runs"]["using"] == "composite"
# Each step says its shell; nobody moves an action under us; no input in a command.
assert all("shell" in s and "${{" not in s["run"] for s in steps if "run" in s)
assert all(len(s["uses"].partition("@")[2]) == 40 for s in steps if "uses" in s)
used = str(steps)
assert all("inputs." + name in used for name in action["inputs"])
hooks = yaml.safe_load(open(sys.argv[1] + "/.pre-commit-hooks.yaml"))
assert [h["language"] for h in hooks] == ["system"]
print(hooks[0]["entry"])
END
"$top_srcdir/contrib/action/build.sh" --key >"$tmp/key"
same "keys" "$(grep -c '^key=[0-9a-f]\{16\}$' "$tmp/key")" 1
mkdir "$tmp/bin"
ln -s "$ENRICH" "$tmp/bin/enrich"

# ---- a pull request, as it is checked out --------------------------------
mkdir "$tmp/upstream"
cd "$tmp/upstream" || exit 99
git_ init
cp "$top_srcdir/tests/e2e/lists/reading.md" README.md
git_ add README.md
git_ commit -m list
git_ checkout -b pull
cat >>README.md <<'END'

- [Attention Is All You Need](https://arxiv.org/abs/1706.03762), 2017
- [Sailing Small Boats Along Imaginary Rivers](https://arxiv.org/abs/1706.03762), 2017
END
git_ commit -am rows
git_ checkout main
echo 'More.' >>README.md.txt
git_ add README.md.txt
git_ commit -m more
git_ checkout -b merged
git_ merge --no-ff -m merge pull
# step STATUS [VARIABLE=VALUE…]: the step of the Action, in the folder of now.
step() {
	wanted=$1
	shift
	: >"$tmp/outputs"
	: >"$tmp/summary"
	env "$@" GITHUB_OUTPUT="$tmp/outputs" GITHUB_STEP_SUMMARY="$tmp/summary" \
		GITHUB_BASE_REF=main "$top_srcdir/contrib/action/check.sh" "$ENRICH" \
		>"$tmp/out" 2>"$tmp/err" 8>&- 9<&-
	got=$?
	[ "$got" -eq "$wanted" ] || fail "status $got of the step, wanted $wanted"
}
for depth in 1 2; do
	cd "$tmp" || exit 99
	rm -rf "$tmp/checkout"
	git_ clone --depth $depth --branch merged "file://$tmp/upstream" "$tmp/checkout"
	cd "$tmp/checkout" || exit 99
	step 1 LISTS=README.md BASE=
	contains "$tmp/outputs" "status=1"
	grep -q '^::error file=README.md,line=34,title=differs::' "$tmp/out" ||
		fail "no annotation"
	same "annotations" "$(grep -c '^::' "$tmp/out")" 1
	contains "$tmp/summary" "README.md:33: verified: Attention Is All You Need"
	contains "$tmp/summary" "2 of 15 rows are new"
done
# Of its own accord it takes README.md, and what enrich.conf says.
step 1 LISTS= BASE=
step 0 LISTS= BASE= ENRICH_FAIL_ON=nothing
contains "$tmp/outputs" "status=0"
step 64 LISTS= BASE=nowhere
contains "$tmp/out" "::error::"
key=$("$ENRICH" check --base HEAD^1 README.md 2>"$tmp/err" |
	sed -n 's/^.*: differs: .* \[\([a-f0-9]*\)\]$/\1/p')
printf '[lists]\nreading = README.md\n' >enrich.conf
same "a key hangs on the list's name" "$("$ENRICH" check --base HEAD^1 README.md |
	sed -n 's/^.*: differs: .* \[\([a-f0-9]*\)\]$/\1/p' | grep -c "$key")" 0
key=$("$ENRICH" check --base HEAD^1 |
	sed -n 's/^.*: differs: .* \[\([a-f0-9]*\)\]$/\1/p')
printf '[accept]\n%s = meant\n' "$key" >>enrich.conf
step 0 LISTS= BASE=
# Named on the command line it is still the list of enrich.conf.
step 0 LISTS=README.md BASE=
rm enrich.conf
fault '{"service": "*", "kind": "503", "times": -1}'
step 0 LISTS=README.md ENRICH_CACHE="$tmp/none"
contains "$tmp/outputs" "status=3"
contains "$tmp/out" "::warning::"
step 3 LISTS=README.md ENRICH_CACHE="$tmp/none" ON_OUTAGE=fail
reset_standin

# ---- before a commit -----------------------------------------------------
mkdir -p "$tmp/own/lists"
cd "$tmp/own" || exit 99
git_ init
cp "$top_srcdir/contrib/git/pre-commit" .git/hooks/pre-commit
PATH=$tmp/bin:$PATH
export PATH
git_ config enrich.lists 'lists/*.md'
head -n 9 "$tmp/checkout/README.md" >lists/one.md
git_ add lists
git_ commit -m first
tail -n 1 "$tmp/checkout/README.md" >>lists/one.md
git -c user.name=e2e -c user.email=e2e@example.org commit -am second >"$tmp/out" 2>&1 && fail "the hook lets it pass"
contains "$tmp/out" "lists/one.md:10: differs: link-title-mismatch"
# As pre-commit calls it.
hook=$(sed 's/^enrich //' "$tmp/hook")
run 1 $hook lists/one.md
git_ -c core.hooksPath=/nowhere commit -am second
run 0 $hook lists/one.md
exit 0
