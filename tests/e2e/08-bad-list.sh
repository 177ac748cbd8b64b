#!/bin/sh
# What is no list is refused before anybody is asked: 65.
. "${0%/*}/lib.sh"
start_standin

"$PYTHON" -c 'import sys
sys.stdout.buffer.write(bytes(range(256)) * 64)' >"$tmp/binary.md"
printf '<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head><body>\n<h1>Not Found</h1></body></html>\n' >"$tmp/page.md"
for file in binary page; do
	run 65 "$tmp/$file.md"
	contains "$tmp/err" "$file.md"
	at_most "lines" "$(wc -l <"$tmp/err")" 4
	# One bad list among good ones spoils the run, not the release.
	job 65 "$tmp/$file.md"
done
# What would be misread as Markdown is named, and who makes Markdown of it.
# shellcheck disable=SC2016
printf '* `A Model of Tides <https://arxiv.org/abs/2201.00020>`_\n' >"$tmp/list.rst"
run 65 "$tmp/list.rst"
contains "$tmp/err" "reStructuredText"
contains "$tmp/err" "pandoc -f rst"
same "requests" "$(requests)" 0
no_release
