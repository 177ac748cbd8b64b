# A text file, as it stands, becomes an array of characters: page.css is page_css[].
# No line may hold what C would read otherwise, but for the two that are escaped.
BEGIN {
	file = ARGV[1]
	sub(/.*\//, "", file)
	name = file
	gsub(/[^A-Za-z0-9_]/, "_", name)
	printf "/* Made from %s; do not edit. */\n", file
	printf "const char %s[] =", name
}
{
	gsub(/\\/, "\\\\")
	gsub(/"/, "\\\"")
	gsub(/\?\?/, "?\"\"?")
	printf "\n    \"%s\\n\"", $0
}
END {
	print ";"
}
