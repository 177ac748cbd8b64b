#!/bin/sh
# Who may include whom.  Rooms never include rooms; from outside, a room has
# one header (ROOM/ROOM.h); a library has one door.
set -u
cd "${top_srcdir:-.}/src" || exit 99
bad=0
say() {
	echo "rooms: $1"
	bad=1
}
rooms="list identify plan source cache fetch judge join merge findings release"

for room in base model $rooms; do
	for file in "$room"/*.c "$room"/*.h; do
		[ -e "$file" ] || continue
		sed -n 's/^#include "\(.*\)"$/\1/p' "$file" | while read -r inc; do
			case $room:$inc in
			base:base/* | model:base/* | model:model/*) ;;
			base:* | model:*) echo "$file: floor below includes $inc" ;;
			*:base/* | *:model/* | "$room:$room"/*) ;;
			# A floor above: it reads what merge/ decided.
			findings:merge/merge.h) ;;
			*) echo "$file: room $room includes $inc" ;;
			esac
		done
	done
done >"${TMPDIR:-/tmp}/rooms.$$"
# The conductor sees a room only through its one header.
for file in *.c *.h; do
	[ -e "$file" ] || continue
	sed -n 's/^#include "\(.*\)"$/\1/p' "$file" | while read -r inc; do
		case $inc in
		base/* | model/*) ;;
		*/*) [ "$inc" = "${inc%%/*}/${inc%%/*}.h" ] ||
			echo "$file: inside of a room: $inc" ;;
		esac
	done
done >>"${TMPDIR:-/tmp}/rooms.$$"
if [ -s "${TMPDIR:-/tmp}/rooms.$$" ]; then
	cat "${TMPDIR:-/tmp}/rooms.$$"
	bad=1
fi
rm -f "${TMPDIR:-/tmp}/rooms.$$"

# door HEADER-PATTERN FILES: only these may include it.
door() {
	pattern=$1
	shift
	for file in $(grep -rlE "^#include <$pattern" . | sed 's|^\./||'); do
		case " $* " in
		*" $file "*) ;;
		*) say "$file: <$pattern> belongs to $*" ;;
		esac
	done
}
door 'curl/' base/url.c fetch/fetch.c fetch/transfer.c fetch/transfer.h
door 'yajl/' base/json.c
door 'libxml/' base/markup.c base/markup_html.c
door 'utf8proc' base/text.c base/text_code_point.c base/text_fold.c
door 'uthash' base/strmap.c
door 'nettle/' base/digest.c
door 'lmdb' cache/lmdb.h
door 'archive' release/archive.c
door 'cmark' list/prose/markdown.c list/prose/markdown_inline.c \
	list/prose/markdown_table.c
door 'ini\.h' settings/config.c
exit $bad
