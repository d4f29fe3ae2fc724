#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whatever the order in which packages of two members come, and however often each of them: the
# database says the same.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office, day: whose database the commands that follow work on
	db=$work/$1.db
	[ -z "$2" ] || GROMADA_NOW=$2T12:00:00Z
}
take() { g package import "$1" --yes; }
command -v sqlite3 > /dev/null && command -v unzip > /dev/null || { skip any_order_says_the_same 'no sqlite3 or unzip'; finish; exit 0; }
# Every row, without the log of acts and files, numbers of rows, revisions and instants; what hangs on
# what is said by the package that the union would write next.
content() { # office
	sqlite3 "$work/$1.db" "SELECT 'SELECT ''' || t.name || ''', ' || group_concat('replace(quote(' || c.name || '), char(10), '' '')', ', ')
			|| ' FROM ' || t.name || ';' FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
		WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT IN ('audit', 'import') AND c.name NOT IN ('id', 'rev', 'changes')
			AND c.name NOT LIKE '%\_id' ESCAPE '\' AND c.name NOT LIKE '%\_at' ESCAPE '\' AND c.name NOT LIKE 'import%'
		GROUP BY t.name" > dump.sql
	sqlite3 "$work/$1.db" < dump.sql | LC_ALL=C sort
	rm -f next.zip; cp "$work/$1.db" next.db
	"$GROMADA_PROGRAM" --language en --database next.db package export GWD-1 --for 0214011 next.zip > /dev/null
	unzip -p next.zip records.xml | tr '\n' ' ' | sed 's/<row /\n&/g' | LC_ALL=C sort
}

at union; prepare
g office set kind=union "name=Związek Miast" purpose=test
for member in a b; do
	at $member; prepare; unit=020101; acts=30; [ $member = a ] || { unit=020102; acts=60; }
	# a test draws identifiers by the number of acts: three offices must not draw the same ones
	for i in $(seq $acts); do g office set "name=Urząd $i"; done
	g office set kind=gmina own_unit=$unit "name=Urząd $member" purpose=test
done
at union
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2026-10-01 0201011 0201022 0214011
g meeting add GWD-1 --on 2026-11-20 --from 10:00 --to 15:00 --host 0201011
g meeting state 1 held; g minutes make 1; g minutes send 1 on=2026-11-22 until=2026-12-31
g indicator new KLASA kind=own "name=Uczniów w klasie" unit=os. direction=D service=oświata
g sheet new GWD-1 2025; g sheet line GWD-1 2025 KLASA
g opinion ask GWD-1 title=Model "question=Czy tak?" due=2026-12-20
g homework give GWD-1 "text=Policzyć uczniów" due=2026-12-20
g conclusion new 0201011 --group GWD-1 "text=Spisane w związku"; g conclusion set 1 state=accepted
g package export GWD-1 --for 0201011 to_a.zip; g package export GWD-1 --for 0201022 to_b.zip; done_well the_union_writes_to_two_members

answer() { # member, unit, figure
	at "$1"; take "to_$1.zip"
	g figure set KLASA "$2" 2025 "$3"; g sheet state GWD-1 "$2" 2025 sent
	g minutes remark 1 "Uwaga urzędu $1" "unit=$2"; g opinion answer 1 "$2" view=remarks "text=Zdanie urzędu $1"
	g homework answer "$(p list homework | sed -n "s/^\\([0-9]*\\),.*$2.*/\\1/p" | head -n 1)" state=done "text=Zrobił urząd $1"
	g conclusion new "$2" --group GWD-1 "text=Wniosek urzędu $1"
	number=$(p list conclusions | sed -n "s/^\\([0-9]*\\),.*Wniosek.*/\\1/p"); g conclusion set "$number" state=accepted
	g plan new "$2" --group GWD-1 "title=Plan urzędu $1"; g plan set 1 state=adopted adopted_on=2026-11-22
	g organisation set "$2" oświata 2025 provider=company "name=Szkoły $1"
	g closing new GWD-1 "$2" kind=problem "text=Pytanie urzędu $1"
	g decision set "$2" 2025 1 Zasiłki "" "issued=$3"
	g contact add "name=Osoba $1" "unit=$2" "organisation=Urząd $1" "email=$1@example.pl"
	g package export GWD-1 "$1.zip" --with-contacts; done_well "member_${1}_answers"
}
answer a 0201011 21
answer b 0201022 22

# ---- either order, each once and each twice ----
at union 2026-11-23
for copy in ab ba aabb baab; do cp union.db $copy.db; done
for copy in ab ba aabb baab; do
	at $copy
	for member in $(echo $copy | sed 's/./& /g'); do take $member.zip; done
	done_well "packages_come_as_$copy"
	content $copy > $copy.txt
	g check; done_well "nothing_is_wrong_after_$copy"
done
true_that there_is_something_to_compare grep -q 'Zdanie urzędu b' ab.txt
for copy in ba aabb baab; do true_that "the_content_is_the_same_after_$copy" diff ab.txt $copy.txt; done

# ---- stopped by force, and once more ----
cp union.db killed.db; at killed; take a.zip; cp killed.db first.db; content first > first.txt
for delay in 0.008 0.014 0.02; do
	rm -f killed.db*; cp first.db killed.db
	timeout -s KILL $delay "$GROMADA_PROGRAM" --language en --database "$db" package import b.zip --yes > out 2> err < /dev/null
	g check; done_well "nothing_is_wrong_after_a_package_that_was_stopped_at_$delay"
	content killed > now.txt
	if cmp -s now.txt first.txt || cmp -s now.txt ab.txt; then pass "it_is_here_whole_or_not_at_all_at_$delay"
	else fail "it_is_here_whole_or_not_at_all_at_$delay" "$(diff first.txt now.txt)"; fi
	take b.zip; content killed > now.txt; true_that "once_more_it_is_here_at_$delay" diff ab.txt now.txt
done
finish
