# A text file, as it stands, becomes an array of characters: page.css is page_css[].
# "?" is escaped, too: two of them begin a trigraph.
BEGIN {
	file = ARGV[1]
	sub(/.*\//, "", file)
	name = file
	gsub(/[^A-Za-z0-9_]/, "_", name)
	printf "/* Made from %s; do not edit. */\n", file
	printf "const char %s[] =", name
}
{
	gsub(/[\\"?]/, "\\\\&")
	printf "\n    \"%s\\n\"", $0
}
END {
	print ";"
}
