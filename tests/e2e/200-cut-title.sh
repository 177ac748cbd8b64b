#!/bin/sh
# A row whose link goes on where its title ends ("… II") may be cut: it takes nothing
# from what it links, and nothing from the row that has that very title.  A link to a
# paper that says more among the title's words fills nothing, either.
. "${0%/*}/lib.sh"
mkdir -p "$tmp/world/shelf" "$tmp/world/lists"
: >"$tmp/world/shelf/huggingface.jsonl"
: >"$tmp/world/shelf/github.jsonl"
# work ARXIV DOI TITLE PEOPLE YEAR
work() {
	printf '%s\n' "{\"kind\":\"paper\",\"title\":\"$3\",\"authors\":[$4],
		\"first_public\":\"$5-01-18\",\"published\":\"$5-07-06\",
		\"venue\":\"Proceedings of the Conference on Wards\",
		\"crossref_type\":\"proceedings-article\",\"year\":$5,
		\"ids\":{\"arxiv\":\"$1\",\"doi\":\"$2\"}}" | tr -d '\n\t'
	echo
}
{
	work 2201.00001 10.5555/lonus.1 "Counting Trolleys of Linen and Porcelain" \
		'"Ann Roe","Bob Poe"' 2022
	work 2401.00002 10.5555/fegix.2 "Counting Trolleys of Linen and Porcelain II" \
		'"Ann Roe","Cid Moe"' 2024
	work 2301.00003 10.5555/brago.3 \
		"Listening for Muffled Falls Behind Heavily Closed Doors" '"Dan Soe"' 2023
} >"$tmp/world/shelf/works.jsonl"
cat >"$tmp/list.md" <<'END'
# Papers

- [Counting Trolleys of Linen and Porcelain](https://arxiv.org/abs/2401.00002)
- [Counting Trolleys of Linen and Porcelain](https://doi.org/10.5555/lonus.1), 2022-01
- [Listening for Falls Behind Closed Doors](https://arxiv.org/abs/2301.00003)
END
start_standin --world "$tmp/world"
run 0 --name demo "$tmp/list.md"
works=$(release)/data/works.jsonl
lacks "$works" "Cid Moe"
lacks "$works" "Dan Soe"
same "works" "$(grep -c 'Counting Trolleys' "$works")" 2
same "works with people" "$(grep -c 'Bob Poe' "$works")" 1
contains "$works" '"value":"2401.00002","status":"unclear"'
contains "$works" '"value":"2301.00003","status":"unclear"'
