/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the benchmark's files: a register and exports in the shape of BDL's REL, the same bytes
 * on every machine. A row has 68 bytes on average, as in real exports.
 *
 *   generate register FILE
 *   generate rel FILE SUBGROUP INDICATORS YEARS [sorted|shuffled] [VOIVODESHIP]
 */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VOIVODESHIPS = 16, POWIATY = 380, GMINY = 2477, MIXED = 642, PARTS = 26, FIRST_YEAR = 2008 };
enum { UNITS = 1 + VOIVODESHIPS + POWIATY + GMINY + PARTS };

struct unit { char code[8], name[48]; int voivodeship; };

static struct unit units[UNITS];

static uint64_t
mix(uint64_t x)
{
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

static int
by_code(const void *a, const void *b)
{
	return strcmp(((const struct unit *)a)->code, ((const struct unit *)b)->code);
}

/* A register without the gminy of the largest cities would be taken for another variant. */
static unsigned
powiat_number(int powiat)
{
	static const struct { int voivodeship; unsigned number; } cities[] = { { 0, 64 }, { 4, 61 },
		{ 5, 61 }, { 6, 65 }, { 14, 64 } };

	for (int i = 0; i < 5; i++)
		if (powiat == 22 * VOIVODESHIPS + cities[i].voivodeship)
			return cities[i].number;
	return (unsigned)(powiat / VOIVODESHIPS + 1);
}

/* Gminy are dealt out to the powiaty, kinds by turns; every fourth is mixed with two parts. */
static int
gmina_kind(int gmina)
{
	if (gmina < POWIATY)
		return 1;
	return gmina * MIXED / GMINY != (gmina + 1) * MIXED / GMINY ? 3 : gmina % 6 == 0 ? 1 : 2;
}

static void
make_units(void)
{
	int n = 0, parts = 0;

	snprintf(units[n].code, 8, "0000000");
	snprintf(units[n++].name, 48, "POLSKA");
	for (int w = 0; w < VOIVODESHIPS; w++) {
		units[n].voivodeship = w + 1;
		snprintf(units[n].code, 8, "%02d00000", (2 * w + 2) % 100);
		snprintf(units[n++].name, 48, "WOJEWÓDZTWO %d", w + 1);
	}
	for (int p = 0; p < POWIATY; p++) {
		units[n].voivodeship = p % VOIVODESHIPS + 1;
		snprintf(units[n].code, 8, "%02d%02d000", (2 * (p % VOIVODESHIPS) + 2) % 100,
			powiat_number(p) % 100);
		snprintf(units[n++].name, 48, "Powiat próbny %d", p + 1);
	}
	for (int g = 0; g < GMINY; g++) {
		int p = g % POWIATY, kind = gmina_kind(g);
		char place[8];

		snprintf(place, sizeof place, "%02d%02d%02d", (2 * (p % VOIVODESHIPS) + 2) % 100,
			powiat_number(p) % 100, (g / POWIATY + 1) % 100);
		units[n].voivodeship = p % VOIVODESHIPS + 1;
		snprintf(units[n].code, 8, "%.6s%d", place, kind);
		snprintf(units[n++].name, 48, "Łąkowa %d (%d)", g + 1, kind);
		if (kind == 3 && parts < PARTS) {
			units[n] = units[n - 1];
			units[n].code[6] = (char)('4' + parts % 2);
			n++;
			parts++;
		}
	}
	qsort(units, UNITS, sizeof units[0], by_code);
}

static void
write_register(FILE *f)
{
	static const char *const kinds[] = { "", "gmina miejska", "gmina wiejska",
		"gmina miejsko-wiejska", "miasto", "obszar wiejski" };
	const char *date = "2022-01-01";

	fputs("\xef\xbb\xbfWOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\r\n", f);
	for (int i = 0; i < UNITS; i++) {
		const char *c = units[i].code, *name = units[i].name;
		int length = (int)(strchr(name, '(') ? strchr(name, '(') - name - 1 : (long)strlen(name));

		if (!strcmp(c, "0000000") || c[6] == '4' || c[6] == '5')
			continue;
		if (!strcmp(c + 2, "00000"))
			fprintf(f, "%.2s;;;;%s;województwo;%s\r\n", c, name, date);
		else if (!strcmp(c + 4, "000"))
			fprintf(f, "%.2s;%.2s;;;%s;powiat;%s\r\n", c, c + 2, name + 7, date);
		else
			for (int kind = c[6] - '0', k = kind; k <= (kind == 3 ? 5 : kind); k++)
				fprintf(f, "%.2s;%.2s;%.2s;%d;%.*s;%s;%s\r\n", c, c + 2, c + 4, k,
					length, name, kinds[k], date);
	}
	fputs("\r\n", f);
}

static void
write_row(FILE *f, int unit, int subgroup, int indicator, int year)
{
	uint64_t h = mix((uint64_t)unit << 40 ^ (uint64_t)subgroup << 24 ^ (uint64_t)indicator << 12
		^ (uint64_t)year);
	unsigned value = (unsigned)(h % 100000), decimals = (unsigned)indicator % 3;
	const char *attribute = h >> 32 & 1023 ? "" : "x";

	fprintf(f, "%s;\"%s\";\"cecha %d\";\"%d\";", units[unit].code, units[unit].name,
		indicator + 1, FIRST_YEAR + year);
	if (*attribute)
		fputs(decimals ? "0,0" : "0", f);
	else if (decimals == 0)
		fprintf(f, "%u", value);
	else
		fprintf(f, "%u,%0*u", value / (decimals == 1 ? 10 : 100), (int)decimals,
			value % (decimals == 1 ? 10 : 100));
	fprintf(f, ";\"%s\";\"%s\";\r\n", decimals ? "zł" : "osoba", attribute);
}

static void
write_rel(FILE *f, int subgroup, int indicators, int years, int shuffled, int voivodeship)
{
	uint32_t count = (uint32_t)(UNITS * indicators * years), *order = malloc(count * sizeof *order);

	if (!order)
		exit(1);
	for (uint32_t i = 0; i < count; i++)
		order[i] = i;
	for (uint32_t i = count; shuffled && i > 1; i--) {
		uint32_t j = (uint32_t)(mix(i * 0x9e3779b97f4a7c15u) % i), t = order[i - 1];

		order[i - 1] = order[j];
		order[j] = t;
	}
	fputs("\"Kod\";\"Nazwa\";\"Cechy\";\"Rok\";\"Wartosc\";\"Jednostka miary\";"
		"\"Atrybut\";\r\n", f);
	for (uint32_t i = 0; i < count; i++) {
		int unit = (int)(order[i] / (uint32_t)(indicators * years));
		int rest = (int)(order[i] % (uint32_t)(indicators * years));

		if (voivodeship < 0 || units[unit].voivodeship == voivodeship)
			write_row(f, unit, subgroup, rest / years, rest % years);
	}
	free(order);
}

/* ---- answers ---- */

enum { GRADES = 24 };

static FILE *
open_in(const char *folder, const char *name)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	f = fopen(path, "w");
	if (!f)
		exit(1);
	return f;
}

/* 35 questions as cities ask them: grids, several of a list, a route, hard and soft checks. */
static void
write_questionnaire(const char *folder)
{
	FILE *f = open_in(folder, "survey.csv");

	fputs("type,name,label,relevant,constraint,soft_constraint,max_answers\n"
		"select_one yes_no,lives,Lives here,,,,\n"
		"integer,born,Born,,. >= 1900 and . <= 2026,. <= 2010,\n"
		"integer,people,People,,. >= 1 and . <= 20,. <= 10,\n"
		"select_one yes_no,children,Children,,,,\n"
		"integer,child_count,How many,\"selected(${children}, 'yes')\",. < ${people},,\n", f);
	for (int i = 1; i <= GRADES; i++)
		fprintf(f, "select_one grade,g%d,Grade %d,%s,,,\n", i, i,
			i > 20 ? "\"selected(${lives}, 'yes')\"" : "");
	fputs("select_multiple service,services,Services,,,,3\nselect_multiple service,wanted,Wanted,,,,\n"
		"decimal,distance,Distance,,. >= 0,. <= 50,\ndate,since,Since,,,,\n"
		"select_one grade,all,All in all,,,,\ntext,remarks,Remarks,,,,\n", f);
	fclose(f);
	f = open_in(folder, "choices.csv");
	fputs("list_name,name,label\nyes_no,yes,Yes\nyes_no,no,No\n", f);
	for (int i = 1; i <= 5; i++)
		fprintf(f, "grade,%d,Grade %d\nservice,s%d,Service %d\n", i, i, i, i);
	fclose(f);
	f = open_in(folder, "settings.csv");
	fputs("form_title,form_id\nBenchmark,bench\n", f);
	fclose(f);
}

static void
write_answers(const char *folder, int forms)
{
	FILE *f = open_in(folder, "answers.csv");

	fputs("form_number,lives,born,people,children,child_count", f);
	for (int i = 1; i <= GRADES; i++)
		fprintf(f, ",g%d", i);
	fputs(",services,wanted,distance,since,all,remarks\n", f);
	for (int n = 1; n <= forms; n++) {
		uint64_t h = mix((uint64_t)n);
		int children = (int)(h & 1), lives = (h >> 1 & 7) != 0;

		fprintf(f, "%d,%s,%d,%d,%s,", n, lives ? "yes" : "no", 1930 + (int)(h >> 4 & 63),
			3 + (int)(h >> 10 & 3), children ? "yes" : "no");
		fputs(children ? "1" : "", f);
		for (int i = 1; i <= GRADES; i++) {
			h = mix(h);
			if (i <= 20 || lives)
				fprintf(f, ",%d", 1 + (int)(h % 5));
			else
				fputs(",", f);
		}
		fprintf(f, ",s%d s%d,s5,\"%d,%d\",%d.%02d.20%02d,%d,%s\n", 1 + (int)(h >> 8 & 1),
			3 + (int)(h >> 9 & 1), (int)(h >> 10 & 31), (int)(h >> 15 & 7),
			1 + (int)(h >> 20 & 15), 1 + (int)(h >> 24 & 7), (int)(h >> 28 & 15),
			1 + (int)(h >> 36) % 5, h >> 40 & 15 ? "" : "More benches in the park");
	}
	fclose(f);
}

int
main(int argc, char **argv)
{
	FILE *f;

	if (argc == 4 && !strcmp(argv[1], "answers")) {
		write_questionnaire(argv[2]);
		write_answers(argv[2], atoi(argv[3]));
		return 0;
	}
	f = argc > 2 ? fopen(argv[2], "w") : NULL;

	if (!f) {
		fputs("generate register FILE | answers FOLDER FORMS | rel FILE SUBGROUP INDICATORS YEARS "
			"[sorted|shuffled] [VOIVODESHIP]\n", stderr);
		return 2;
	}
	make_units();
	if (!strcmp(argv[1], "register"))
		write_register(f);
	else if (argc >= 6)
		write_rel(f, atoi(argv[3]), atoi(argv[4]), atoi(argv[5]),
			argc > 6 && !strcmp(argv[6], "shuffled"), argc > 7 ? atoi(argv[7]) : -1);
	return fclose(f) ? 1 : 0;
}
