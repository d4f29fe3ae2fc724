# SPDX-License-Identifier: GPL-3.0-or-later
# Forms that are always the same: every choice, every reason, several answers, places, numbers, days, texts.
function chance(below) { seed = (seed * 16807) % 2147483647; return int(seed / 2147483647 * below) }
function several(list, most, apart,   n, k, text, used, c) {
	n = 1 + chance(most)
	split("", used)
	for (k = 0; k < n; k++) {
		c = 1 + chance(count[list])
		if (used[c]++) continue
		if (alone[list, c]) return choice[list, c]
		text = text (text == "" ? "" : " ") choice[list, c]
	}
	return text
}
function number(k) { return low[k] + chance(high[k] - low[k] + 1) }
function answer(k,   r) {
	r = chance(100)
	if (r < 14) return reason[1 + r % reasons]
	if (r < 20) return ""
	if (type[k] == "select_one") return choice[list[k], 1 + chance(count[list[k]])]
	if (type[k] == "select_multiple" || type[k] == "rank") return several(list[k], 3)
	if (type[k] == "decimal") return number(k) + chance(4) / 4
	if (type[k] == "date") return sprintf("2026-%02d-%02d", 1 + chance(10), 1 + chance(28))
	if (type[k] == "text") return "zażółć gęślą jaźń " chance(5)
	return number(k)
}
BEGIN { seed = 20261122; reasons = split("no_answer refused dont_know not_applicable illegible two_marks page_missing", reason, " ") }
FNR == 1 { file++; next }
file == 1 { choice[$1, ++count[$1]] = $2; if ($6 != "") alone[$1, count[$1]] = 1; next }
{ split($1, part, " ") }
part[1] ~ /^(select_one|select_multiple|rank|integer|decimal|range|date|text)$/ {
	type[++n] = part[1]; list[n] = part[2]; name[n] = $2
	low[n] = match($0, /\. >= [0-9]+/) ? substr($0, RSTART + 5, RLENGTH - 5) + 0 : 0
	high[n] = match($0, /\. <= [0-9]+/) ? substr($0, RSTART + 5, RLENGTH - 5) + 0 : part[1] == "range" ? 10 : low[n] + 126
	if (high[n] > low[n] + 120) { low[n] += $0 ~ /1[89]00/ ? 100 : 0; high[n] = low[n] + (low[n] > 1000 ? 25 : 60) }
	if (part[1] == "range") { low[n] = 0; high[n] = 10 }
	if (name[n] == "ngo_krs") n--
}
END {
	printf "form_number,mode"
	for (k = 1; k <= n; k++) printf ",%s", name[k]
	print ""
	for (i = 1; i <= forms; i++) {
		printf "%d,%s", i, i % 5 ? "paper" : i % 2 ? "online" : "interviewer"
		for (k = 1; k <= n; k++) printf ",%s", answer(k)
		print ""
	}
}
