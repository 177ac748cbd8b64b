#!/bin/sh
# Replies made to harm: each is bounded in memory, counted, told, survived, and
# never taken for an absence; nothing of this machine gets into a release.
. "${0%/*}/lib.sh"
start_standin
small=$tmp/small.md
cat >"$small" <<'END'
# A small list
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
- [MEDITRON-70B: Scaling Medical Pretraining for Large Language Models](https://arxiv.org/abs/2311.16079)
- [BioMistral-7B](https://huggingface.co/BioMistral/BioMistral-7B)
- [BioGPT](https://github.com/microsoft/BioGPT)
END
echo 'the-secret-of-this-machine' >"$tmp/secret"
S2_API_KEY=key-that-stays-home
export S2_API_KEY
memory=160 # MB; AddressSanitizer keeps what was freed
grep -q __asan_init "$ENRICH" && memory=1500

# trial WHAT: the faults on standard input, for ever; a release is written
# however little is known.  Sets $status and $peak.
trial() {
	what=$1
	reset_standin
	sed "s|@TMP@|$tmp|g; s|@PORT@|$port|g" >"$tmp/faults"
	fault "$(cat "$tmp/faults")"
	rm -rf "$releases" "$tmp/c" "$tmp/s"
	"$PYTHON" -S - "$tmp" "$ENRICH" --name demo --min-coverage 0 \
		--cache "$tmp/c" --state "$tmp/s" "$small" >"$tmp/ended" <<'END'
import os, subprocess, sys, threading
tmp = sys.argv[1]
run = subprocess.Popen(sys.argv[2:], stdout=open(tmp + "/out", "w"),
                       stderr=open(tmp + "/err", "w"))
killer = threading.Timer(60, run.kill)
killer.start()
_, status, usage = os.wait4(run.pid, 0)
killer.cancel()
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss // 1024)
END
	read -r status peak <"$tmp/ended"
	no_sanitizer
	case $status in 0 | 3) ;; *) fail "status $status under $what" ;; esac
	at_most "MB under $what" "$peak" "$memory"
	at_most "lines told of $what" "$(wc -l <"$tmp/err")" 20
	at_most "requests under $what" "$(requests)" 60
	whole_release
	! grep -rq 'the-secret-of-this-machine\|key-that-stays-home' \
		"$releases" "$tmp/c" "$tmp/s" "$tmp/err" ||
		fail "a secret got out under $what"
	same "absences under $what" "$(works "[o for r in rows
	    for o in r['outcomes'] if o['outcome'] == 'absent']")" "[]"
	python - "$(release)" <<'END' || fail "ill-formed text under $what"
import json, os, sys
for place, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith(".sqlite"):
            continue
        with open(os.path.join(place, name), "rb") as file:
            raw = file.read()
        text = raw.decode("utf-8")          # strictly
        wrong = set(text) & set(map(chr, range(32))) - set("\n\r\t")
        if wrong:
            sys.exit("%s holds %r" % (name, wrong))
        if name.endswith((".json", ".jsonl", ".cff")):
            for line in text.splitlines() if name.endswith("l") else [text]:
                if not name.endswith(".cff"):
                    json.dumps(json.loads(line), ensure_ascii=False).encode()
END
}

# lost SOURCE…: its questions are open, and last-run.json says why.
lost() {
	same "lost under $what" "$(query "$tmp/s/last-run.json" "' '.join(
    n for n in '$*'.split() for s in rows[0]['sources'] if s['source'] == n
    and s['unanswered'] > 0 and s['answered'] == 0)")" "$*"
}
told() { # told SOURCE PATTERN
	query "$tmp/s/last-run.json" "[s['trouble'] for s in rows[0]['sources']
    if s['source'] == '$1']" >"$tmp/trouble"
	grep -qE "$2" "$tmp/trouble" ||
		fail "under $what $1 says: $(cat "$tmp/trouble")"
}
# Papers and artifacts as without any trouble.
all_well() {
	same "papers under $what" "$(works "sorted(len(r['authors']) for r in rows
	    if r['cited_by_count'])")" "[20, 25]"
	same "artifacts under $what" "$(works "sorted(a['license'] or '' for r in rows
	    for a in r['artifacts'])")" "['Apache-2.0', 'MIT']"
	same "status under $what" "$status" 0
}

trial "no trouble" <<'END'
[]
END
all_well
least=$(requests)

trial "2 GB of zeros" <<'END'
[{"service": "*", "kind": "zeros", "times": -1, "bytes": 2147483648}]
END
lost semanticscholar arxiv huggingface github
# On a machine that is busy enough the time is up first.
told semanticscholar "larger than|timed out|too slow"
at_most "requests" "$(requests)" 30

trial "2 GB of JSON" <<'END'
[{"service": "*", "kind": "too-large", "times": -1, "bytes": 2147483648}]
END
lost semanticscholar arxiv huggingface github

trial "half a gzip" <<'END'
[{"service": "*", "kind": "cut-gzip", "times": -1}]
END
lost semanticscholar arxiv huggingface github

trial "a gzip bomb" <<'END'
[{"service": "*", "kind": "bomb", "times": -1}]
END
lost semanticscholar arxiv huggingface github
told github "larger than|timed out|too slow"

trial "deep nesting inside the right body" <<'END'
[{"service": "semanticscholar", "kind": "twist", "times": -1,
  "pattern": "\"year\": \\d+", "with": "\"year\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"},
 {"service": "*", "kind": "deep-json", "times": -1}]
END
lost semanticscholar arxiv huggingface github

trial "entities that grow" <<'END'
[{"service": "arxiv", "kind": "twist", "times": -1, "pattern": "<feed",
  "with": "<!DOCTYPE feed [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">]><feed x=\"&h;\""},
 {"service": "arxiv_oai", "kind": "twist", "times": -1, "pattern": "<OAI-PMH",
  "with": "<!DOCTYPE OAI-PMH [<!ENTITY a \"haha\"><!ENTITY % b '<!ENTITY c \"&a;&a;&a;\">'>%b;]><OAI-PMH"}]
END
lost arxiv arxiv-oai

trial "entities from outside" <<'END'
[{"service": "arxiv", "kind": "twist", "times": -1, "pattern": "<feed(.*)Towards",
  "with": "<!DOCTYPE feed [<!ENTITY x SYSTEM \"file://@TMP@/secret\">]><feed\\1&x; Towards"},
 {"service": "arxiv_oai", "kind": "twist", "times": -1, "pattern": "<OAI-PMH",
  "with": "<!DOCTYPE OAI-PMH SYSTEM \"http://127.0.0.1:@PORT@/fetched-from-outside\"><OAI-PMH"}]
END
lost arxiv arxiv-oai
lacks "$tmp/log" fetched-from-outside

trial "wrong types" <<'END'
[{"service": "semanticscholar", "kind": "twist", "times": -1,
  "pattern": "^.*$", "with": "[7, \"seven\", [], {\"title\": {\"a\": 1}}]"},
 {"service": "huggingface", "kind": "twist", "times": -1,
  "pattern": "\"id\": \"[^\"]*\"", "with": "\"id\": [1e999]"},
 {"service": "github", "kind": "twist", "times": -1,
  "pattern": "\"full_name\": \"[^\"]*\"", "with": "\"full_name\": true"}]
END
lost semanticscholar huggingface github

# Of a key that stands twice the first counts.
trial "keys that stand twice" <<'END'
[{"service": "semanticscholar", "kind": "twist", "times": -1,
  "pattern": "\"title\": (\"[^\"]*\")", "with": "\"title\": \\1, \"title\": 5, \"title\": \"Another\", \"authors\": null"},
 {"service": "github", "kind": "twist", "times": -1,
  "pattern": "\"disabled\": false", "with": "\"disabled\": false, \"license\": {\"spdx_id\": \"GPL-3.0\"}, \"license\": 3"}]
END
same "titles under $what" "$(works "any('Another' in (r['title'] or '') for r in rows)")" False

trial "halves of characters, and no characters" <<'END'
[{"service": "semanticscholar", "kind": "twist", "times": -1,
  "pattern": "\"Tao Tu\"", "with": "\"Tao \\\\ud800 Tu \\\\u0000\\\\u001b[31m\\\\u202e\""},
 {"service": "huggingface", "kind": "twist", "times": -1,
  "pattern": "\"license:apache-2.0\"", "with": "\"license:apache-2.0\\\\udc00\\\\u0000\", \"\\\\ud83d\""}]
END
same "papers under $what" "$(works "sorted(len(r['authors']) for r in rows
    if r['cited_by_count'])")" "[20, 25]"

trial "raw NUL and escape bytes" <<'END'
[{"service": "semanticscholar", "kind": "twist", "times": -1,
  "pattern": "Tao Tu", "with": "Tao \u0000\u001b Tu"},
 {"service": "arxiv", "kind": "twist", "times": -1,
  "pattern": "Tao Tu", "with": "Tao \u0000 Tu"},
 {"service": "huggingface", "kind": "twist", "times": -1,
  "pattern": "apache", "with": "apa\u0000che"}]
END
lost semanticscholar arxiv huggingface

trial "a flood of headers" <<'END'
[{"service": "*", "kind": "header-flood", "times": -1, "headers": 20000}]
END
lost semanticscholar arxiv huggingface github
told github "header"

trial "redirects that do not end" <<'END'
[{"service": "*", "kind": "endless-redirect", "times": -1}]
END
lost semanticscholar arxiv huggingface github
told arxiv "redirected more than"

other=$(host_of openalex)
sed "s|@OTHER@|$other|" <<'END' >"$tmp/elsewhere"
[{"service": "semanticscholar", "kind": "redirect", "times": -1, "url": "@OTHER@{path}"},
 {"service": "arxiv", "kind": "redirect", "times": -1, "url": "http://169.254.169.254/latest/meta-data/"},
 {"service": "arxiv_oai", "kind": "redirect", "times": -1, "url": "//user:pass@[fe80::1]/"},
 {"service": "huggingface", "kind": "redirect", "times": -1, "url": "file://@TMP@/secret"},
 {"service": "github", "kind": "redirect", "times": -1, "url": "gopher://127.0.0.1:1/"}]
END
trial "redirects elsewhere" <"$tmp/elsewhere"
lost semanticscholar arxiv arxiv-oai huggingface github
told semanticscholar "redirected elsewhere, to $other"
told arxiv "redirected elsewhere, to http://169.254.169.254"
told huggingface "no http or https"
told github "no http or https"
same "asked elsewhere" "$(counter openalex requests)" 0
at_most "requests under $what" "$(requests)" "$least"

# Nothing of all this stays: the same command finds everything.
reset_standin
run 0 --name demo --cache "$tmp/c" --state "$tmp/s" "$small"
status=0
all_well

# An address that is a file is no address.
run 64 --url github=file://"$tmp/secret" "$small"
