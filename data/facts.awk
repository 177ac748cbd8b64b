# A table of facts (data/*.tsv) enters, its rows as C leave.  A line that is
# not as the table's own "#!" lines want it is refused as FILE:LINE, and
# nothing leaves.  HACKING.md, "Correcting a fact", says what those lines mean.
#
# LC_ALL=C awk -f facts.awk TABLE.tsv >TABLE.c: bytes are compared, not letters.

function refuse(words)
{
	printf "%s:%d: %s\n", FILENAME, FNR, words >"/dev/stderr"
	failed = 1
}

# Well-formed sequences become one sign each; what is left beyond ASCII is none.
function is_utf8(text)
{
	gsub(/[\302-\337][\200-\277]/, ".", text)
	gsub(/\340[\240-\277][\200-\277]/, ".", text)
	gsub(/[\341-\354\356\357][\200-\277][\200-\277]/, ".", text)
	gsub(/\355[\200-\237][\200-\277]/, ".", text)
	gsub(/\360[\220-\277][\200-\277][\200-\277]/, ".", text)
	gsub(/[\361-\363][\200-\277][\200-\277][\200-\277]/, ".", text)
	gsub(/\364[\200-\217][\200-\277][\200-\277]/, ".", text)
	return text !~ /[\200-\377]/
}

function quoted(text)
{
	gsub(/[\\"?]/, "\\\\&", text)
	return "\"" text "\""
}

# What a column may say: "yes=true no=false".
function add_values(column, words, first, count,    i, at)
{
	for (i = first; i <= count; i++) {
		at = index(words[i], "=")
		if (at < 2) {
			refuse("a value is WORD=NAME IN C, not \"" words[i] "\"")
			continue
		}
		place[column, substr(words[i], 1, at - 1)] = ++values[column]
		meaning[column, values[column]] = substr(words[i], at + 1)
	}
}

function read_instruction(    words, count, i, first)
{
	count = split(substr($0, 4), words, " ")
	if (words[1] == "include" && count == 2)
		header = words[2]
	else if (words[1] == "rows" && count == 3) {
		type = words[2]
		rows = words[3]
	} else if (words[1] == "order" && count == 2 &&
	    words[2] ~ /^(sorted|sorted-nocase|as-they-stand)$/)
		order = words[2]
	else if (words[1] == "column" && count >= 3 &&
	    words[3] ~ /^(text|text-or-none|choice|choices|hex)$/) {
		name[++columns] = words[2]
		kind[columns] = words[3]
		first = 4
		is_key[columns] = words[4] == "key"
		add_values(columns, words, 4 + is_key[columns], count)
	} else if (words[1] == "values" && count >= 2 && columns > 0)
		add_values(columns, words, 2, count)
	else
		refuse("no such instruction: " $0)
}

# One of the words a column may say, as C; its place is what it sorts by.
function choose(column, word)
{
	if ((column, word) in place)
		return meaning[column, place[column, word]]
	refuse("\"" word "\" is no " name[column])
	return ""
}

function choose_some(column, text,    words, count, i, all)
{
	if (text == "-")
		return "0"
	count = split(text, words, ",")
	for (i = 1; i <= count; i++)
		all = all (i > 1 ? " | " : "") choose(column, words[i])
	return all
}

function cell(column, text)
{
	if (text == "" || text ~ /^ | $/) {
		refuse(name[column] " is empty or has a blank at an end")
		return ""
	}
	if (kind[column] == "choice")
		return choose(column, text)
	if (kind[column] == "choices")
		return choose_some(column, text)
	if (kind[column] == "hex") {
		if (text !~ /^[0-9a-f]+$/ || length(text) % 2 == 1)
			refuse(name[column] " is not hexadecimal: \"" text "\"")
		return "0x" text
	}
	if (kind[column] == "text-or-none" && text == "-")
		return "NULL"
	return quoted(text)
}

# What rows are compared by: columns parted by a sign lower than any in them.
function key_of(fields,    i, key)
{
	for (i = 1; i <= columns; i++)
		if (is_key[i])
			key = key (kind[i] == "choice" ? \
			    sprintf("%04d", place[i, fields[i]]) : fields[i]) "\001"
	return order == "sorted-nocase" ? tolower(key) : key
}

function read_row(    fields, count, i, key, c)
{
	count = split($0, fields, "\t")
	if (count != columns) {
		refuse(count " columns where there are " columns)
		return
	}
	for (i = 1; i <= columns; i++)
		c = c (i > 1 ? ", " : "") cell(i, fields[i])
	if (failed)
		return
	key = key_of(fields)
	if (key in line_of)
		refuse("the same as line " line_of[key])
	else if (order != "as-they-stand" && key "" < last "")
		refuse("not in order: belongs above line " FNR - 1)
	line_of[key] = FNR
	last = key
	row[++count_of_rows] = "\t{ " c " },"
	if (kind[1] == "choice")
		in_group[place[1, fields[1]]]++
}

!is_utf8($0) {
	refuse("not UTF-8")
	next
}
/[\001-\010\013-\037\177]/ {
	refuse("a control character (a carriage return?)")
	next
}
/^#! / {
	if (count_of_rows > 0)
		refuse("an instruction below a row")
	read_instruction()
	next
}
/^#/ || /^$/ {
	next
}
{
	read_row()
}

# Where the rows of each word of the first column begin; the last: where all end.
function print_groups(    i, from)
{
	printf "\nconst size_t %s_from[] = { 0", rows
	for (i = 1; i <= values[1]; i++) {
		from += in_group[i]
		printf ", %d", from
	}
	print " };"
	for (i = 1; i <= values[1]; i++)
		printf "_Static_assert(%s == %d, \"the order of %s\");\n",
		    meaning[1, i], i - 1, name[1]
}

END {
	if (header == "" || rows == "" || order == "" || columns == 0)
		refuse("an instruction is missing: include, rows, order or column")
	if (count_of_rows == 0)
		refuse("no rows")
	if (failed)
		exit 1
	sub(/.*\//, "", FILENAME)
	printf "/* Made of data/%s by data/facts.awk: correct that. */\n", FILENAME
	printf "#include \"%s\"\n\n#include <stddef.h>\n\n", header
	printf "const struct %s %s[] = {\n", type, rows
	for (i = 1; i <= count_of_rows; i++)
		print row[i]
	printf "};\n\nconst size_t %s_count = %d;\n", rows, count_of_rows
	if (order != "as-they-stand" && kind[1] == "choice" && is_key[1])
		print_groups()
}
