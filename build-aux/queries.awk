# SPDX-License-Identifier: GPL-3.0-or-later
# Turns the .sql files beside the modules into C. Every query starts with a line
# "-- name: meeting_list"; -v mode=header gives the enum, -v mode=source the table.
function fail(what) { printf "%s:%d: %s\n", FILENAME, FNR, what > "/dev/stderr"; failed = 1; exit 1 }
function finish() { if (name != "" && sql[name] == "") fail("query " name " is empty") }
# Dashes after an odd number of quotes stand in a text.
function without_remark(line,    from, before, quotes) {
	for (from = 1; match(substr(line, from), /[ \t]+--/); from += RSTART + RLENGTH - 1) {
		before = quotes = substr(line, 1, from + RSTART - 2)
		if (gsub(/'/, "", quotes) % 2 == 0) return before
	}
	return line
}

/^-- name: / {
	finish()
	name = $3
	if (name !~ /^[a-z][a-z0-9_]*$/) fail("bad query name " name)
	if (name in sql) fail("query " name " stands twice")
	sql[name] = ""; order[++count] = name; next
}
/^[ \t]*--/ || /^[ \t]*$/ { next }
name == "" { fail("SQL before the first -- name: line") }
{
	$0 = without_remark($0)
	sub(/^[ \t]+/, ""); sub(/[ \t]+$/, "")
	gsub(/\\/, "&&"); gsub(/"/, "\\\"")
	sql[name] = sql[name] "\n\t\t\" " $0 "\""
}

END {
	if (failed) exit 1
	finish()
	if (mode == "header") {
		print "/* Generated from the .sql files of src/model. */\n#ifndef MODEL_QUERIES_H\n#define MODEL_QUERIES_H\n"
		print "#include \"store/db.h\"\n\nenum query {"
		for (i = 1; i <= count; i++) print "\tQ_" toupper(order[i]) ","
		print "\tQUERY_COUNT\n};\n\nextern const struct db_query queries_table[QUERY_COUNT];\n\n#endif"
	} else {
		print "/* Generated from the .sql files of src/model. */\n#include \"model/queries.h\"\n"
		print "const struct db_query queries_table[QUERY_COUNT] = {"
		for (i = 1; i <= count; i++) print "\t{ \"" order[i] "\"," sql[order[i]] " },"
		print "};"
	}
}
