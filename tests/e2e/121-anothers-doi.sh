#!/bin/sh
# arXiv and Semantic Scholar may name the DOI of another paper: what its
# registry says of it is held against the title, the list's or, where the list
# says none, the link's own; where nobody has said anything neither DOI is good.
. "${0%/*}/lib.sh"
mkdir -p "$tmp/world/shelf" "$tmp/world/lists"
: >"$tmp/world/shelf/huggingface.jsonl"
: >"$tmp/world/shelf/github.jsonl"
# work ARXIV DOI TITLE PEOPLE MORE
work() {
	printf '%s\n' "{\"kind\":\"paper\",\"title\":\"$3\",\"authors\":[$4],$5
		\"first_public\":\"2023-09-18\",\"published\":\"2024-07-06\",
		\"venue\":\"Proceedings of the Conference on Wards\",
		\"crossref_type\":\"proceedings-article\",\"year\":2024,
		\"ids\":{\"arxiv\":\"$1\",\"doi\":\"$2\"}}" | tr -d '\n\t'
	echo
}
{
	work 2309.00023 10.5555/lonus.1 "Quiet Rounds: Timing of Visits by Night" \
		'"Ann Roe","Bob Poe"' '"said":{"arxiv":{"ids":
		{"arxiv":"2309.00023","doi":"10.5555/fegix.2"}}},'
	work 2205.00002 10.5555/fegix.2 "Counting Trolleys of Linen and Porcelain" \
		'"Ann Roe","Cid Moe"' ''
	work 2309.00024 10.5555/brago.3 "Listening for Falls Behind Closed Doors" \
		'"Dan Soe","Eva Loe"' '"unknown_to":["crossref","openalex"],
		"said":{"arxiv":{"ids":{"arxiv":"2309.00024","doi":"10.5555/komur.4"}}},'
} >"$tmp/world/shelf/works.jsonl"
cat >"$tmp/list.md" <<'END'
# Papers

- https://arxiv.org/abs/2309.00023
- [Listening for Falls Behind Closed Doors](https://arxiv.org/abs/2309.00024), 2023-09
END
start_standin --world "$tmp/world"
run 0 --name demo "$tmp/list.md"
works=$(release)/data/works.jsonl
contains "$works" '"title":"Quiet Rounds: Timing of Visits by Night"'
lacks "$works" "Cid Moe"
lacks "$works" '"value":"10.5555/fegix.2","status":"good"'
lacks "$works" '"doi":"10.5555/komur.4"'
lacks "$works" '"doi":"10.5555/brago.3"'
contains "$works" '"value":"10.5555/komur.4","status":"unclear"'
