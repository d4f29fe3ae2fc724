# SPDX-License-Identifier: GPL-3.0-or-later
# Makes values.csv, made-up values for the units of units.csv; the same ones on every machine:
#   awk -f values.awk units.csv > values.csv
# Each line of the table below: code;level (g gmina, p powiat, b both);typical value;spread between
# units (share);growth a year (share);noise (share);decimals;highest value (0 = none).
function table(    n, i, lines, f) {
	n = split("OS03;b;18.2;.15;-.004;.02;1;0|OS05A;b;61;.12;.003;.04;1;100|" \
	"OS05B;b;50;.18;.012;.05;1;100|OS06;p;77;.1;.004;.03;1;100|OS07;b;86;.12;.01;.02;1;120|" \
	"KU01;b;165;.35;.06;.05;2;0|" \
	"KU03;b;152;.25;-.02;.03;1;0|WK01;g;93;.08;.003;.002;1;100|" \
	"WK02;g;74;.3;.012;.004;1;100|WK07;g;14;.45;-.02;.05;1;0|WK08A;g;4.6;.25;.045;.01;2;0|" \
	"WK08B;g;7.9;.3;.05;.01;2;0|" \
	"OD02;g;338;.2;.015;.02;1;0|OD03;g;34;.25;.05;.03;1;100|OD04;g;29;.25;.04;.06;1;100|" \
	"OD06;g;18.5;.3;.13;.02;2;0|MI01;g;22;.6;-.025;.01;1;0|MI03;g;6.5;.5;-.01;.08;1;100|" \
	"MI10;b;4.1;.55;.02;.1;1;0|PS01;b;410;.4;-.06;.03;1;0|PS02;b;640;.3;.055;.03;2;0|" \
	"PS12;b;95;.5;.12;.03;0;0|TR05;b;3.8;.6;.07;.02;1;0|" \
	"EE04;g;31;.5;.11;.03;1;100|DA02;b;3.2;.6;-.02;.12;2;0|DA04A;b;24;.4;-.01;.12;1;100|" \
	"NG01;b;34;.25;.015;.01;1;0|FI01;b;46;.25;.004;.02;1;100|" \
	"FI02;b;5600;.15;.075;.015;2;0|FI03;b;8.2;.45;-.03;.15;1;0|" \
	"FI05;b;26;.5;-.015;.06;1;0|FI07;b;1150;.35;.06;.03;2;0|DE03;b;-2.4;.8;.14;.06;1;0|" \
	"DE05;b;66;.1;.018;.004;1;0|DE07;p;5.9;.5;-.035;.06;1;0|DE08;b;1120;.25;.02;.005;0;0|" \
	"DE10;p;5200;.12;.085;.008;2;0|DE11;g;38;.8;.02;.005;1;100|LB03;b;24;.7;.08;.01;1;0", lines, "|")
	for (i = 1; i <= n; i++) {
		split(lines[i], f, ";")
		code[i] = f[1]; level[i] = f[2]; base[i] = f[3]; spread[i] = f[4]; growth[i] = f[5]
		noise[i] = f[6]; digits[i] = f[7]; most[i] = f[8]
	}
	return n
}
# A number from 0 to 1 that belongs to a text.
function chance(text,    i, h) {
	h = 7
	for (i = 1; i <= length(text); i++)
		h = (h * 131 + index("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.", substr(text, i, 1))) % 2147483
	for (i = 0; i < 3; i++)
		h = (h * 1103 + 12345) % 2147483
	return h / 2147483
}
function around(text, share) { return 1 + share * (chance(text) + chance(text "X") - 1) }
function put(unit, indicator, year, value, d, flag) {
	value = sprintf("%." d "f", value); sub(/\./, ",", value)
	if (value ~ /^-0,?0*$/) sub(/-/, "", value)
	print unit ";" indicator ";" year ";" value ";" flag
}
function lack(unit, indicator, year, reason) { print unit ";" indicator ";" year ";" reason ";" }
function population(kind, seed) {
	return kind == "country" ? 38100000 : kind == "woj" ? 2300000 * around(seed, .7) : \
		kind == "powiat" ? 88000 * around(seed, .5) : kind == "city" ? 190000 * around(seed, .8) : \
		kind == "1" ? 38000 * around(seed, .7) : kind == "3" ? 21000 * around(seed, .4) : \
		11000 * around(seed, .5)
}
function area(kind, seed) {
	return kind == "country" ? 312700 : kind == "woj" ? 19500 * around(seed, .4) : \
		kind == "powiat" ? 910 * around(seed, .4) : kind == "city" ? 120 * around(seed, .5) : \
		kind == "1" ? 29 * around(seed, .6) : 168 * around(seed, .4)
}
function basis(unit, kind, seed, year,    people, km2, t) {
	t = year - first
	people = int(population(kind, seed) * exp(t * .006 * (chance(seed "P") - .75)) + .5)
	km2 = area(kind, seed)
	put(unit, "DE01", year, people, 0, "")
	put(unit, "LB01", year, km2, 2, "")
	put(unit, "LB02", year, people * .024 * around(seed "U", .6) * exp(-.05 * t) * around(seed "U" year, .05), 0, "")
	put(unit, "LB04", year, people * .004 * (chance(seed "M") - .6) * around(seed "M" year, .3), 0, "")
}
function rate(unit, i, seed, year,    v, t, flag, c) {
	t = year - first
	c = chance(seed code[i] year "L")
	if (c < .004) { lack(unit, code[i], year, "bd"); return }
	if (code[i] ~ /^(MI03|EE04|DA04A)$/ && c < .05) { lack(unit, code[i], year, c < .02 ? "nd" : "bd"); return }
	v = base[i] * around(seed code[i], spread[i]) * exp(growth[i] * t * around(seed code[i] "G", .6)) * \
		around(seed code[i] year, noise[i])
	flag = ""
	if (code[i] == "OD04" && year == 2020) { flag = "M" }
	if (code[i] == "OD04" && year >= 2020) v *= .78
	if (year == last && code[i] ~ /^(DE10|DE07)$/) flag = "s"
	if (most[i] && v > most[i]) v = most[i]
	put(unit, code[i], year, v, digits[i], flag)
}
function all(unit, kind, seed,    i, year) {
	for (year = first; year <= last; year++) {
		basis(unit, kind, seed, year)
		for (i = 1; i <= count; i++)
			if (level[i] != "p" || kind == "powiat" || kind == "city" || kind == "woj" || kind == "country")
				rate(unit, i, seed, year)
	}
}
BEGIN {
	FS = ";"; first = 2017; last = 2024
	count = table()
	print "unit;indicator;year;value;flag"
	all("0000000", "country", "00")
}
NR == 1 { next }
$2 == "" { all($1 "00000", "woj", $1); next }
# A city with powiat rights is powiat and gmina at once: both rows have the same values.
$3 == "" { all($1 $2 "000", $6 == "powiat" ? "powiat" : "city", $6 == "powiat" ? $1 $2 : $1 $2 "01"); next }
$4 < 4 { all($1 $2 $3 $4, $2 >= 61 ? "city" : $4, $1 $2 $3) }
