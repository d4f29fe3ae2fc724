/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wave in memory with every kind of column. */
#include "config.h"

#include "dataset_fixture.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define LONG_ASKED                                                                                 \
	"Jak ocenia Pan(i) stan dróg, chodników i ścieżek rowerowych na terenie gminy w ostatnich "  \
	"dwunastu miesiącach, biorąc pod uwagę ich utrzymanie zimą, oświetlenie, oznakowanie, "      \
	"bezpieczeństwo pieszych oraz to, jak szybko usuwane są usterki zgłaszane przez "            \
	"mieszkanki i mieszkańców?"
#define LONG_CHOICE                                                                                \
	"bardzo dobrze – nie mam żadnych zastrzeżeń ani do nawierzchni, ani do odśnieżania, ani do " \
	"oświetlenia, ani do oznakowania; tak powinno zostać"

static const struct column_choice sex[] = { { "female", "kobieta", MISSING_NONE, NAN },
	{ "male", "mężczyzna", MISSING_NONE, NAN }, { "refused", "odmowa", MISSING_REFUSED, NAN } };
static const struct column_choice grades[] = { { "1", "źle", MISSING_NONE, 1 },
	{ "2", "raczej źle", MISSING_NONE, 2 }, { "3", "średnio", MISSING_NONE, 3 },
	{ "4", "dobrze", MISSING_NONE, 4 }, { "5", LONG_CHOICE, MISSING_NONE, 5 },
	{ "hard", "trudno powiedzieć", MISSING_DONT_KNOW, NAN },
	{ "none", "nie dotyczy", MISSING_NOT_APPLICABLE, NAN } };
static const struct column_choice services[] = { { "bus", "autobus", MISSING_NONE, NAN },
	{ "school", "szkoła", MISSING_NONE, NAN }, { "park", "park „miejski”", MISSING_NONE, NAN },
	{ "none", "żadne", MISSING_NONE, NAN } };
static const struct column_choice goals[] = { { "jobs", "praca", MISSING_NONE, NAN },
	{ "air", "powietrze", MISSING_NONE, NAN }, { "homes", "mieszkania", MISSING_NONE, NAN } };
static const struct column_choice change[] = { { "-2", "dużo gorzej", MISSING_NONE, -2 },
	{ "-1", "gorzej", MISSING_NONE, -1 }, { "0", "tak samo", MISSING_NONE, 0 },
	{ "1", "lepiej", MISSING_NONE, 1 }, { "2", "dużo lepiej", MISSING_NONE, 2 } };

#define CHOICES(list) .choices = list, .choice_count = sizeof(list) / sizeof(*(list))

static const struct answer_column shapes[FIXTURE_COLUMNS] = {
	{ .name = "sex", .label = "Płeć", .kind = COLUMN_CHOICE, CHOICES(sex) },
	{ .name = "roads", .label = LONG_ASKED, .kind = COLUMN_CHOICE, .scale = true,
		.low = 1, .high = 5, CHOICES(grades) },
	{ .name = "change", .label = "Jak zmieniła się gmina?", .kind = COLUMN_CHOICE,
		.scale = true, CHOICES(change) },
	{ .name = "services", .label = "Z czego Pan(i) korzysta?", .kind = COLUMN_CHOICES,
		.words = 1, CHOICES(services) },
	{ .name = "goals", .label = "Najważniejsze cele", .kind = COLUMN_RANKS, CHOICES(goals) },
	{ .name = "born", .label = "Rok urodzenia", .kind = COLUMN_NUMBER },
	{ .name = "balance", .label = "Saldo\nroczne", .kind = COLUMN_NUMBER },
	{ .name = "moved_in", .label = "Od kiedy", .kind = COLUMN_DATE },
	{ .name = "trip-km", .label = "Ile kilometrów?", .kind = COLUMN_NUMBER },
	{ .name = "a_question_with_a_very_long_name_one", .label = "It's one",
		.kind = COLUMN_NUMBER },
	{ .name = "A_question_with_a_very_long_name_two", .label = "Two", .kind = COLUMN_NUMBER },
};

static unsigned seed;

static unsigned
chance(unsigned below)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 16) % below;
}

static void
fill(struct arena *arena, struct answer_column *c)
{
	unsigned char *missing = arena_array(arena, c->count + 1, 1);
	uint16_t *choice = arena_array(arena, c->count + 1, sizeof(*choice));
	uint64_t *marks = arena_array(arena, c->count + 1, sizeof(*marks));
	size_t places = (size_t)c->choice_count;
	unsigned char *place = arena_array(arena, (c->count + 1) * (places + 1), 1);
	double *value = arena_array(arena, c->count + 1, sizeof(*value));

	for (size_t i = 0; i < c->count; i++) {
		missing[i] = chance(6) ? MISSING_NONE
				       : (unsigned char)(1 + chance(MISSING_COUNT - 1));
		choice[i] = c->choice_count ? (uint16_t)chance((unsigned)c->choice_count) : 0;
		marks[i] = chance(16);
		if (places > 1 && c->kind == COLUMN_RANKS) {
			place[i * places + choice[i]] = 1;
			place[i * places + (choice[i] + 1u) % places] = 2;
		}
		value[i] = !strcmp(c->name, "balance") ? (chance(20000) - 10000.0) / 100
			 : c->kind == COLUMN_DATE      ? chance(20000)
						       : 1930 + chance(80);
		if (!strcmp(c->name, "balance") && i == 3)
			value[i] = -97; /* what would be a reason elsewhere */
	}
	c->missing = missing;
	c->choice = choice;
	c->marks = marks;
	c->place = place;
	c->value = value;
}

/* None, one, two or three passes. */
static void
repeat(struct arena *arena, struct answer_column *c, size_t forms)
{
	uint32_t *form = arena_array(arena, forms * 3 + 1, sizeof(*form));

	c->count = 0;
	for (size_t i = 0; i < forms; i++)
		for (size_t k = 0; k < i % 4; k++)
			form[c->count++] = (uint32_t)i;
	c->form = form;
}

static void
write_texts(struct dataset_fixture *f, size_t forms)
{
	const char **texts = arena_array(&f->arena, forms + 1, sizeof(*texts));
	const char **others = arena_array(&f->arena, forms + 1, sizeof(*others));
	char tall[700] = "";

	while (strlen(tall) < 600)
		strcat(tall, "źdźbło ");
	for (size_t i = 0; i < forms; i++) {
		texts[i] = i % 5 == 0 ? "" : i % 5 == 1 ? arena_string(&f->arena, tall)
			 : i % 5 == 2 ? "Dwie linie:\nkładka, \"most\"; i 'bród'"
				      : arena_format(&f->arena, "zgłoszenie %zu", i % 3);
		others[i] = "krótko";
	}
	f->texts[0] = (struct data_text){ "comments", "Uwagi", texts };
	f->texts[1] = (struct data_text){ "T001", "", others };
}

static void
open_forms(struct dataset_fixture *f, size_t forms)
{
	int64_t *ids = arena_array(&f->arena, forms + 1, sizeof(*ids));
	int64_t *numbers = arena_array(&f->arena, forms + 1, sizeof(*numbers));
	unsigned char *mode = arena_array(&f->arena, forms + 1, 1);

	f->keyed = arena_array(&f->arena, forms + 1, sizeof(*f->keyed));
	f->weights = arena_array(&f->arena, forms + 1, sizeof(*f->weights));
	for (size_t i = 0; i < forms; i++) {
		ids[i] = (int64_t)i + 1;
		numbers[i] = 7000 + (int64_t)i;
		mode[i] = (unsigned char)chance(MODE_COUNT);
		f->keyed[i] = (struct data_keyed){ "2026-11-22T12:00:00Z", "ak" };
		f->weights[i] = 0.5 + chance(1000) / 500.0;
	}
	f->columns = (struct wave_columns){ .arena = &f->arena, .wave = &f->wave, .forms = forms,
		.ids = ids, .numbers = numbers, .mode = mode };
}

void
dataset_fixture_open(struct dataset_fixture *f, size_t forms)
{
	memset(f, 0, sizeof(*f));
	seed = 20261122;
	strcpy(f->wave.code, "s-26");
	strcpy(f->wave.name, "próbna");
	strcpy(f->wave.survey_name, "Jakość życia <w gminie> & okolicy");
	strcpy(f->wave.purpose, "Poznać zdanie mieszkańców");
	f->wave.year = 2026;
	open_forms(f, forms);
	for (int i = 0; i < FIXTURE_COLUMNS; i++) {
		f->column[i] = shapes[i];
		f->column[i].number = f->column[i].identity = "";
		f->column[i].count = forms;
		if (!strcmp(shapes[i].name, "trip-km"))
			repeat(&f->arena, &f->column[i], forms);
		fill(&f->arena, &f->column[i]);
		f->list[i] = &f->column[i];
	}
	write_texts(f, forms);
	f->source = (struct dataset_source){ .wave = &f->columns, .columns = f->list,
		.column_count = FIXTURE_COLUMNS };
}

void
dataset_fixture_widen(struct dataset_fixture *f, int count)
{
	const struct answer_column **list =
		arena_array(&f->arena, (size_t)count, sizeof(*list));
	struct answer_column *columns = arena_array(&f->arena, (size_t)count, sizeof(*columns));
	static const int kinds[] = { 0, 1, 2, 5, 6, 7 };

	for (int i = 0; i < count; i++) {
		columns[i] = f->column[kinds[i % 6]];
		columns[i].name = arena_format(&f->arena, "q%d", i + 1);
		list[i] = &columns[i];
	}
	f->source.columns = list;
	f->source.column_count = count;
}

void
dataset_fixture_close(struct dataset_fixture *f)
{
	arena_release(&f->arena);
}
