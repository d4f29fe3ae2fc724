/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves for analysis, before any format. */
#include "config.h"

#include "exchange/dataset.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/random.h"
#include "base/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { DECIMALS_MOST = 6 };

const char *
data_label(struct arena *arena, const char *text, size_t bytes, size_t characters, int *cut)
{
	size_t length = strlen(text), used, n = 0, count = 0;
	char *line = arena_new(arena, length + 1);

	for (size_t i = 0; i < length; i += used) {
		bool blank = (unsigned char)text[i] <= ' ' || text[i] == 0x7f;

		(void)text_decode(text + i, length - i, &used);
		if (blank && (n == 0 || line[n - 1] == ' '))
			continue;
		if ((bytes && n + used > bytes) || (characters && count == characters)) {
			if (cut)
				++*cut;
			break;
		}
		if (blank)
			line[n++] = ' ';
		else
			for (size_t k = 0; k < used; k++)
				line[n++] = text[i + k];
		count++;
	}
	while (n && line[n - 1] == ' ')
		n--;
	line[n] = '\0';
	return line;
}

/* ---- building ---- */

static struct data_variable *
add(struct dataset *d, const char *wanted, const char *label)
{
	struct data_variable *v;
	char name[DATA_NAME_MOST + 1];

	dataset_name(d, name, wanted, true);
	d->variables = arena_grow(
		d->arena, d->variables, (size_t)d->count, &d->room, sizeof(*d->variables));
	v = &d->variables[d->count++];
	*v = (struct data_variable){ .question = "", .asked = "", .label = label, .choice = -1 };
	for (int i = 0; i < MISSING_COUNT; i++)
		v->stands[i] = -1;
	strcpy(v->name, name);
	return v;
}

/* The row of a grid says little without what the grid asks. */
static const char *
question_label(const struct dataset *d, const struct answer_column *c)
{
	int question = d->q ? question_by_name(d->q, c->name) : -1;
	struct grid grid = { .head = -1 };
	const char *head = "", *own = c->label[0] ? c->label : c->name;

	if (question >= 0)
		grid = questionnaire_grid(d->q, question);
	if (grid.count > 0 && grid.head >= 0 && grid.head != question)
		head = questionnaire_text(d->q, &d->q->questions[grid.head].label, d->language);
	if (head[0])
		own = arena_format(d->arena, "%s – %s", own, head);
	return data_label(d->arena, own, 0, 0, NULL);
}

/* Beginnings of the forms' passes. */
static const uint32_t *
index_passes(struct dataset *d, const struct answer_column *c, size_t forms, int *passes)
{
	uint32_t *first = arena_array(d->arena, forms + 2, sizeof(*first));
	uint32_t most = 1;

	for (size_t i = 0; i < c->count; i++)
		first[c->form[i] + 1]++;
	for (size_t i = 0; i < forms; i++) {
		if (first[i + 1] > most)
			most = first[i + 1];
		first[i + 1] += first[i];
	}
	*passes = (int)most;
	return first;
}

/* The first of -91, -991, -9991 … that lies well under every answer. */
static double
shift_under(double least)
{
	double power = 1000;

	if (least >= 0)
		return 0;
	while (least <= -0.9 * power && power < 1e15)
		power *= 10;
	return 100 - power;
}

static void
measure_numbers(const struct answer_column *c, struct data_variable *v)
{
	double least = 0;

	for (size_t i = 0; i < c->count; i++) {
		double x = c->value[i], scaled;

		if (c->missing[i] != MISSING_NONE)
			continue;
		if (x < least)
			least = x;
		for (scaled = x * number_power10(v->decimals);
			v->decimals < DECIMALS_MOST && fabs(scaled - round(scaled)) > 1e-6;
			scaled = x * number_power10(v->decimals))
			v->decimals++;
	}
	v->shift = shift_under(least);
}

static void
set_codes(struct dataset *d, struct data_variable *v, const struct data_code *printed, int count)
{
	struct data_code *codes = arena_array(d->arena, (size_t)count + 1, sizeof(*codes));
	double least = 0;

	v->printed = printed;
	v->printed_count = count;
	v->codes = codes;
	for (int i = 0; i < count; i++) {
		enum missing exit = printed[i].exit;
		const char **label = &v->reason_labels[exit];

		if (dataset_leaves(v, exit)) {
			*label = *label ? arena_format(d->arena, "%s / %s", *label,
						  printed[i].label)
					: printed[i].label;
			continue;
		}
		codes[v->code_count++] = printed[i];
		if (printed[i].number < least)
			least = printed[i].number;
	}
	v->shift = shift_under(least);
}

struct shape { /* what the variables of one column have in common */
	const struct answer_column *column;
	const char *asked;
	const uint32_t *first;
	const struct data_code *codes, *marked;
	char end[16]; /* of names in a repeat */
	int pass;
};

static struct data_variable *
add_of(struct dataset *d, const struct shape *s, const char *wanted, const char *label)
{
	struct data_variable *v =
		add(d, wanted, s->pass ? arena_format(d->arena, "%s (%d)", label, s->pass) : label);

	v->question = s->column->name;
	v->asked = s->asked;
	v->column = s->column;
	v->first = s->first;
	v->pass = s->pass;
	v->reasons = true;
	for (int i = 0; i < s->column->choice_count; i++) {
		enum missing exit = s->column->choices[i].exit;

		if (exit != MISSING_NONE && !dataset_leaves(v, exit))
			v->stands[exit] = i;
	}
	return v;
}

static void
add_single(struct dataset *d, const struct shape *s)
{
	const struct answer_column *c = s->column;
	struct data_variable *v =
		add_of(d, s, arena_format(d->arena, "%s%s", c->name, s->end), s->asked);

	switch (c->kind) {
	case COLUMN_CHOICE:
		set_codes(d, v, s->codes, c->choice_count);
		v->measure = c->scale && c->choice_count > 2 ? DATA_ORDINAL : DATA_NOMINAL;
		break;
	case COLUMN_DATE:
		v->kind = DATA_DATE;
		v->measure = DATA_SCALE;
		break;
	default:
		v->measure = DATA_SCALE;
		measure_numbers(c, v);
	}
}

/* One variable a choice. */
static void
add_several(struct dataset *d, const struct shape *s)
{
	const struct answer_column *c = s->column;
	bool ranks = c->kind == COLUMN_RANKS;
	struct data_set *set;
	int refusal = -1;

	if (c->choice_count == 0)
		return;
	d->sets =
		arena_grow(d->arena, d->sets, (size_t)d->set_count, &d->set_room, sizeof(*d->sets));
	set = &d->sets[d->set_count];
	*set = (struct data_set){ .label = s->asked, .ranks = ranks, .first = d->count };
	dataset_name(d, set->name, arena_format(d->arena, "%s%s", c->name, s->end), false);
	d->set_count++;
	for (int i = c->choice_count; i-- > 0;)
		if (!ranks && dataset_refuses(c, i))
			refusal = i;
	for (int i = 0; i < c->choice_count; i++) {
		struct data_variable *v;

		if (!ranks && dataset_refuses(c, i)) /* the reason of all the others */
			continue;
		set->count++;
		v = add_of(d, s,
			arena_format(d->arena, "%s_%s%s", c->name, c->choices[i].name, s->end),
			arena_format(d->arena, "%s – %s", s->codes[i].label, s->asked));
		v->choice = i;
		v->refusal = refusal;
		v->measure = ranks ? DATA_ORDINAL : DATA_NOMINAL;
		if (!ranks)
			set_codes(d, v, s->marked, 2);
	}
}

static void
add_column(struct dataset *d, const struct answer_column *c, size_t forms,
	const struct data_code *marked)
{
	struct shape s = { .column = c, .asked = question_label(d, c), .marked = marked };
	int passes = 0;

	if (c->choice_count)
		s.codes = dataset_codes(d, c);
	if (c->form)
		s.first = index_passes(d, c, forms, &passes);
	for (int i = passes ? 1 : 0; i <= passes; i++) {
		s.pass = i;
		if (i)
			snprintf(s.end, sizeof(s.end), "_%d", i);
		if (c->kind == COLUMN_CHOICES || c->kind == COLUMN_RANKS)
			add_several(d, &s);
		else
			add_single(d, &s);
	}
}

/* ---- what is no question ---- */

static void
add_mode(struct dataset *d, const struct wave_columns *w)
{
	static const char *const labels[MODE_COUNT] = { [MODE_PAPER] = N_("on paper"),
		[MODE_ONLINE] = N_("online"),
		[MODE_INTERVIEWER] = N_("with an interviewer") };
	static const char *const names[MODE_COUNT] = { "paper", "online", "interviewer" };
	struct data_code *codes = arena_array(d->arena, MODE_COUNT, sizeof(*codes));
	double *values = arena_array(d->arena, w->forms + 1, sizeof(*values));
	struct data_variable *v = add(d, "mode", _("Way of answering"));

	for (int i = 0; i < MODE_COUNT; i++)
		codes[i] = (struct data_code){
			.number = i + 1, .name = names[i], .label = _(labels[i]), .score = NAN
		};
	for (size_t i = 0; i < w->forms; i++)
		values[i] = w->mode[i] + 1;
	set_codes(d, v, codes, MODE_COUNT);
	v->values = values;
}

static struct data_variable *
add_texts(struct dataset *d, const char *wanted, const char *label, const char *const *texts,
	size_t forms)
{
	struct data_variable *v = add(d, wanted, data_label(d->arena, label, 0, 0, NULL));
	const char **lines = arena_array(d->arena, forms + 1, sizeof(*lines));

	v->kind = DATA_TEXT;
	v->texts = lines;
	v->whole = texts;
	v->width = 1;
	for (size_t i = 0; i < forms; i++) {
		lines[i] = texts[i][0] ? data_label(d->arena, texts[i], 0, 0, NULL) : "";
		if ((int)strlen(lines[i]) > v->width)
			v->width = (int)strlen(lines[i]);
	}
	return v;
}

static void
add_forms(struct dataset *d, const struct dataset_source *s)
{
	size_t forms = s->wave->forms;
	double *numbers = arena_array(d->arena, forms + 1, sizeof(*numbers));
	const char **keyed_at = arena_array(d->arena, forms + 1, sizeof(*keyed_at));
	const char **keyer = arena_array(d->arena, forms + 1, sizeof(*keyer));
	struct data_variable *v = add(d, "form_number", _("Form number"));

	for (size_t i = 0; i < forms; i++) {
		numbers[i] = (double)s->wave->numbers[i];
		keyed_at[i] = s->keyed[i].keyed_at;
		keyer[i] = s->keyed[i].keyer;
	}
	v->values = numbers;
	v->measure = DATA_NOMINAL;
	add_texts(d, "keyed_at", _("Keyed at (UTC)"), keyed_at, forms);
	add_texts(d, "keyer", _("Who keyed first"), keyer, forms);
}

/* Texts are named T001, T002 …; the row finds the whole text in the file beside. */
static void
add_open(struct dataset *d, const struct dataset_source *s)
{
	for (int i = 0; i < s->text_count; i++) {
		const struct data_text *t = &s->texts[i];
		char name[16];
		struct data_variable *v;

		snprintf(name, sizeof(name), "T%03d", i + 1);
		v = add_texts(
			d, name, t->label[0] ? t->label : t->question, t->texts, s->wave->forms);
		v->question = t->question;
		v->asked = v->label;
	}
}

static void
add_row_numbers(struct dataset *d)
{
	double *values = arena_array(d->arena, d->rows + 1, sizeof(*values));
	struct data_variable *v = add(d, "row", _("Row of this file"));

	for (size_t i = 0; i < d->rows; i++)
		values[d->order[i]] = (double)i + 1;
	v->values = values;
}

static int
add_weights(struct dataset *d, const double *weights, size_t forms, struct error *err)
{
	struct data_variable *v;

	for (size_t i = 0; i < forms; i++)
		if (!(weights[i] > 0) || !isfinite(weights[i]))
			return error_set(err, ERROR_DATA,
				_("A weight is zero or below; programs would leave the form out "
				  "without a word. Make the weights of the wave anew."));
	d->weight = d->count;
	v = add(d, "weight", _("Weight to the population"));
	v->values = weights;
	v->measure = DATA_SCALE;
	v->decimals = DECIMALS_MOST;
	return 0;
}

/* ---- rows ---- */

/* Fisher and Yates, as in Knuth 2 3.4.2 P. Another order each time, so that two files of one
 * wave cannot be laid side by side. */
static void
shuffle(uint32_t *order, size_t count, struct arena *arena)
{
	uint64_t *chance = arena_array(arena, count + 1, sizeof(*chance));

	random_bytes(chance, count * sizeof(*chance));
	for (size_t i = count; i-- > 1;) {
		size_t other = (size_t)(chance[i] % (i + 1));
		uint32_t kept = order[i];

		order[i] = order[other];
		order[other] = kept;
	}
}

static void
make_order(struct dataset *d, size_t forms, bool in_order)
{
	uint32_t *order = arena_array(d->arena, forms + 1, sizeof(*order));
	struct arena chance = { 0 };

	for (size_t i = 0; i < forms; i++)
		order[i] = (uint32_t)i;
	if (!in_order)
		shuffle(order, forms, &chance);
	arena_release(&chance);
	d->rows = forms;
	d->order = order;
}

int
dataset_make(const struct dataset_source *s, struct dataset *d, struct error *err)
{
	const struct wave_columns *w = s->wave;
	struct data_code *marked;

	*d = (struct dataset){
		.arena = w->arena, .wave = w->wave, .q = w->q, .language = w->language, .weight = -1
	};
	d->title = data_label(d->arena,
		w->wave->name[0]
			? arena_format(d->arena, "%s, %s", w->wave->survey_name, w->wave->name)
			: w->wave->survey_name,
		0, 0, NULL);
	marked = arena_array(d->arena, 2, sizeof(*marked));
	marked[0] = (struct data_code){ .number = 0, .name = "0", .label = _("not marked"),
		.score = NAN };
	marked[1] = (struct data_code){ .number = 1, .name = "1", .label = _("marked"),
		.score = NAN };
	make_order(d, w->forms, s->keyed != NULL);
	if (s->text_count)
		add_row_numbers(d);
	if (s->keyed)
		add_forms(d, s);
	add_mode(d, w);
	for (int i = 0; i < s->column_count; i++)
		add_column(d, s->columns[i], w->forms, marked);
	add_open(d, s);
	return s->weights ? add_weights(d, s->weights, w->forms, err) : 0;
}
