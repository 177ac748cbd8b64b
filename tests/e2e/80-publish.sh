#!/bin/sh
# The scripts that publish, each against a stand-in of its place: what is sent, what
# a second release changes, that a stop costs nothing, and what is never published.
. "${0%/*}/lib.sh"
rest_needs openssl version
rest_needs curl --version
rest_needs jq --version
publish=$top_srcdir/contrib/publish
start_standin
job 0 --license CC-BY-4.0 --maintainer 'Muster, Ann' --orcid 0000-0002-1825-0097 \
	--keywords 'medicine, models' --leave-out github
first=$(release)
contains "$first/CITATION.cff" 'given-names: "Ann"'
contains "$first/CITATION.cff" 'orcid: "https://orcid.org/0000-0002-1825-0097"'
contains "$first/CITATION.cff" '  - "models"'
same "creator at Zenodo" "$(jq -c .creators "$first/.zenodo.json")" \
	'[{"name":"Muster, Ann","orcid":"0000-0002-1825-0097"}]'
! grep -q '"source":"github"' "$first/data/works.jsonl" || fail "a source left out is in the release"
same "its words in the database" "$(python - "$first/data/enrich.sqlite" <<'END'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
print(db.execute("""select (select count(*) from provenance where source = 'github') +
    (select count(*) from artifacts where stars is not null)""").fetchone()[0])
END
)" 0
! grep -qE 'GitHub</a> ·|[0-9] stars' "$first"/site/*.html || fail "a source left out is on the page"
run 64 --orcid 0000-0002-1825-0098 $lists
contains "$tmp/err" "check digit"

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
	-addext "subjectAltName = DNS:localhost" -keyout "$tmp/key.pem" \
	-out "$tmp/ca.pem" 2>"$tmp/err" || fail "openssl makes no certificate"
mkdir "$tmp/place"
"$PYTHON" "$top_srcdir/tests/e2e/publish.py" "$tmp/ca.pem" "$tmp/key.pem" "$tmp/place" \
	>"$tmp/ports" 2>"$tmp/place.err" &
standins="$standins $!"
tries=0
until [ -s "$tmp/ports" ]; do
	tries=$((tries + 1))
	[ $tries -lt 100 ] || fail "the stand-in of places does not start"
	sleep 0.05
done
read -r http https <"$tmp/ports"
state() { # state FILTER
	curl -s "http://127.0.0.1:$http/state" | jq -c "$1"
}
to() { # to STATUS SCRIPT WORDS…
	wanted=$1 script=$2
	shift 2
	"$publish/$script.sh" "$@" >"$tmp/out" 2>"$tmp/err" 8>&- 9<&-
	is=$?
	[ $is -eq "$wanted" ] || fail "$script.sh ends with $is, wanted $wanted"
}
ENRICH_PUBLISH_STAND_IN=
export ENRICH_PUBLISH_STAND_IN
HF_ENDPOINT=http://127.0.0.1:$http HF_REPO=ann/works HF_TOKEN=hub-secret
ZENODO_URL=http://127.0.0.1:$http ZENODO_TOKEN=zenodo-secret
PUBLISH_TRIES=0
export PUBLISH_TRIES HF_ENDPOINT HF_REPO HF_TOKEN ZENODO_URL ZENODO_TOKEN

# What must not be published, is not.
to 65 huggingface "$first"
contains "$tmp/err" "not for publication"
ENRICH_PUBLISH_STAND_IN=1
cp -R "$first" "$tmp/cut"
for suffix in .tar.gz .SHA256SUMS; do
	cp "$first$suffix" "$tmp/cut$suffix"
done
sed -i "s/${first##*/}/cut/" "$tmp/cut.SHA256SUMS"
echo >>"$tmp/cut/data/works.jsonl"
to 65 zenodo "$tmp/cut"
contains "$tmp/err" "the sums do not hold"
to 64 zenodo
to 65 zenodo "$tmp/nothing"
[ ! -e "$tmp/place/log" ] || fail "something was asked: $(cat "$tmp/place/log")"

# A dry run sends nothing and says what it would.
to 0 huggingface --dry-run "$first"
contains "$tmp/out" "send   data/works.jsonl ("
! grep -qv '^GET ' "$tmp/place/log" || fail "a dry run sends"
to 0 zenodo --dry-run "$first"
contains "$tmp/out" "a new record at $ZENODO_URL"
same "depositions" "$(state '.zenodo | length')" 0

# The Hub: all files in one commit; large ones survive a stop before it.
echo "/commit/ 5 503" >"$tmp/place/down"
to 69 huggingface "$first"
same "commits after a failure" "$(state .hub.commits)" 0
rm "$tmp/place/down"
: >"$tmp/place/log"
to 0 huggingface "$first"
same "commits" "$(state .hub.commits)" 1
! grep -q '^PUT /storage' "$tmp/place/log" || fail "a large file was sent twice"
! grep 'storage' "$tmp/place/log" | grep -q secret || fail "the token went to the storage"
(cd "$first" && find . -type f | sed 's|^\./||' | LC_ALL=C sort) >"$tmp/ours"
state '.hub.files[]' | jq -r . | LC_ALL=C sort >"$tmp/theirs"
cmp "$tmp/ours" "$tmp/theirs" >"$tmp/out" || fail "the Hub has other files"
: >"$tmp/place/log"
to 0 huggingface "$first"
contains "$tmp/err" "has this release already"
! grep -qv '^GET ' "$tmp/place/log" || fail "the same again is sent"

# Zenodo: a record, then a version of it without the files of the one before.
to 0 zenodo "$first"
contains "$tmp/out" "10.5281/zenodo.100"
contains "$tmp/out" "doi = 10.5281/zenodo.99"
same "published" "$(state '.zenodo["100"].published')" true
cp "$first/CITATION.cff" "$tmp/CITATION.cff"

# GitHub, by gh itself: nobody sees it before all is there.
if command -v gh >/dev/null; then
	SSL_CERT_FILE=$tmp/ca.pem GH_CONFIG_DIR=$tmp/gh GH_ENTERPRISE_TOKEN=gh-secret
	GH_HOST=localhost:$https GH_REPO=localhost:$https/ann/list
	export SSL_CERT_FILE GH_CONFIG_DIR GH_ENTERPRISE_TOKEN GH_HOST GH_REPO
	to 0 github --dry-run "$first"
	contains "$tmp/out" "gh release create ${first##*/} --draft"
	echo "name=.*SHA256SUMS 9 400" >"$tmp/place/down"
	to 1 github "$first"
	same "draft" "$(state ".github[\"${first##*/}\"].draft")" true
	rm "$tmp/place/down"
	: >"$tmp/place/log"
	to 0 github "$first"
	same "draft" "$(state ".github[\"${first##*/}\"].draft")" false
	same "assets" "$(state ".github[\"${first##*/}\"].assets | length")" 2
	! grep -q 'name=.*tar.gz' "$tmp/place/log" || fail "the archive was sent twice"
	# The pages: a branch of one commit.
	git init -q --bare "$tmp/pages.git"
	PAGES=gh-pages PAGES_REMOTE=$tmp/pages.git
	export PAGES PAGES_REMOTE
	to 0 github "$first"
	same "page" "$(git -C "$tmp/pages.git" show gh-pages:index.html | sha256sum)" \
		"$(sha256sum <"$first/site/index.html")"
fi

# Next week's: the Hub loses what the release no longer has.
stop_standin
run 0 -n --name demo --license CC-BY-4.0 --previous none --compress zst $lists
second=$(release)
mkdir "$tmp/next"
cp -R "$second" "$tmp/next/demo-next"
for suffix in .tar.zst .SHA256SUMS; do
	cp "$second$suffix" "$tmp/next/demo-next$suffix"
done
(
	cd "$tmp/next" || exit
	sed -i '/data\/conflicts.csv/d' demo-next/manifest-sha256.txt
	rm demo-next/data/conflicts.csv
	sum=$(sha256sum <demo-next/manifest-sha256.txt)
	sed -i "s|^[0-9a-f]*  manifest-sha256.txt|${sum%% *}  manifest-sha256.txt|" \
		demo-next/tagmanifest-sha256.txt
	sha256sum demo-next.tar.zst >demo-next.SHA256SUMS
)
to 0 huggingface --dry-run "$tmp/next/demo-next"
contains "$tmp/out" "remove data/conflicts.csv"
to 0 huggingface "$tmp/next/demo-next"
same "commits" "$(state .hub.commits)" 2
same "removed" "$(state '.hub.files | index("data/conflicts.csv")')" null
ZENODO_RECORD=100 CITATION=$tmp/CITATION.cff
export ZENODO_RECORD CITATION
echo "/actions/publish 9 503" >"$tmp/place/down"
to 69 zenodo "$tmp/next/demo-next"
rm "$tmp/place/down"
: >"$tmp/place/log"
to 0 zenodo "$tmp/next/demo-next"
same "files of the version" "$(state '.zenodo["101"].files')" \
	'["demo-next.SHA256SUMS","demo-next.tar.zst"]'
same "records" "$(state '.zenodo | length')" 2
! grep -q '^PUT /api/files' "$tmp/place/log" || fail "a draft's files were sent twice"
contains "$tmp/CITATION.cff" 'doi: "10.5281/zenodo.99"'
! grep -q secret "$tmp/out" "$tmp/err" || fail "a token is shown"
command -v gh >/dev/null || rest_needs gh --version
