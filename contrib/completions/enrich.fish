# fish completion for enrich, which knows its words itself; files beside.
function __enrich_words
	set -l words (commandline -opc) (commandline -ct)
	$words[1] completions -- $words[2..-1] 2>/dev/null
end
complete -c enrich -a '(__enrich_words)'
