# SPDX-License-Identifier: GPL-3.0-or-later
# Turns data/schema/NNNN-name.sql into the C table of migration steps, in order of number.
# A step that needs C names its function in a line "-- convert: function".
function fail(what) { printf "%s:%d: %s\n", FILENAME, FNR, what > "/dev/stderr"; failed = 1; exit 1 }

BEGIN { print "/* Generated from data/schema. */\n#include \"model/schema.h\"\n" }
FNR == 1 {
	base = FILENAME; sub(/.*\//, "", base); sub(/\.sql$/, "", base)
	if (base !~ /^[0-9][0-9][0-9][0-9]-[a-z0-9-]+$/) fail("a step is named NNNN-name.sql")
	if (substr(base, 1, 4) + 0 != ++count) fail("steps are numbered 0001, 0002, … without a gap")
	name[count] = substr(base, 6)
}
/^-- convert: / { convert[count] = $3; print "int " $3 "(struct db *db, struct error *err);"; next }
/^[ \t]*$/ { next }
{ gsub(/\\/, "&&"); gsub(/"/, "\\\""); gsub(/\t/, "\\t"); text[count] = text[count] "\n\t\t\"" $0 "\\n\"" }

END {
	if (failed) exit 1
	print "const struct db_step schema_steps[] = {"
	for (i = 1; i <= count; i++)
		print "\t{ " i ", \"" name[i] "\"," text[i] ",\n\t\t" (i in convert ? convert[i] : "NULL") " },"
	print "};\n\nconst int schema_step_count = " count ";"
}
