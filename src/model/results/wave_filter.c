/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters of tables: an expression over questions, held against every form. What a question says
 * there is what a route of the questionnaire would see: the name of the choice, the number as
 * text, nothing where it is not answered or off the route; of a text its categories, where it has
 * some. */
#include "config.h"

#include "model/results/answer_column_parts.h"

#include "base/date.h"
#include "base/expression.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"

#include <stdlib.h>
#include <string.h>

enum { STATES_MOST = 4096, CELL_TEXT = 64 };

struct mentioned { /* a question of the expression */
	const char *name;
	const struct answer_column *column; /* NULL: texts */
	const char *const *texts;           /* of an open question, by form */
	size_t next;                        /* repeats: first row that is not before the form */
};

struct filtering {
	struct wave_columns *w;
	struct expression *expression;
	struct mentioned *list;
	int count;
	size_t form;
	struct arena arena; /* of the texts of one form */
	signed char *known; /* by what the choices are, where the expression has only choices */
	size_t states;
};

/* ---- what a question says ---- */

static const char *
join_marks(struct filtering *f, const struct answer_column *c, size_t row)
{
	const char *text = "";

	for (int k = 0; k < c->choice_count; k++)
		if (c->marks[row * (size_t)c->words + (size_t)k / 64] >> k % 64 & 1)
			text = text[0] ? arena_format(&f->arena, "%s %s", text, c->choices[k].name)
				       : c->choices[k].name;
	return text;
}

static const char *
join_places(struct filtering *f, const struct answer_column *c, size_t row)
{
	const unsigned char *place = c->place + row * (size_t)c->choice_count;
	const char *text = "";

	for (int p = 1; p <= c->choice_count; p++)
		for (int k = 0; k < c->choice_count; k++)
			if (place[k] == p)
				text = text[0] ? arena_format(&f->arena, "%s %s", text,
							 c->choices[k].name)
					       : c->choices[k].name;
	return text;
}

static const char *
cell_text(struct filtering *f, const struct answer_column *c, size_t row)
{
	char text[CELL_TEXT];

	if (c->missing[row])
		return "";
	switch (c->kind) {
	case COLUMN_CHOICE:
		return c->choices[c->choice[row]].name;
	case COLUMN_CHOICES:
		return join_marks(f, c, row);
	case COLUMN_RANKS:
		return join_places(f, c, row);
	case COLUMN_DATE:
		date_iso(text, sizeof(text), date_from_days((long)c->value[row]));
		break;
	default:
		number_plain(text, sizeof(text), c->value[row], -1);
		break;
	}
	return arena_string(&f->arena, text);
}

static int
see(void *context, const char *name, struct expression_values *out)
{
	struct filtering *f = context;
	struct mentioned *m = f->list;
	const char **texts;
	size_t end;

	while (m < f->list + f->count && strcmp(m->name, name))
		m++;
	if (m == f->list + f->count)
		return -1;
	*out = (struct expression_values){ .count = 1 };
	if (!m->column || !m->column->form) {
		out->text = m->column ? cell_text(f, m->column, f->form) : m->texts[f->form];
		return 0;
	}
	while (m->next < m->column->count && m->column->form[m->next] < f->form)
		m->next++;
	for (end = m->next; end < m->column->count && m->column->form[end] == f->form;)
		end++;
	out->count = (int)(end - m->next);
	texts = arena_array(&f->arena, (size_t)out->count + 1, sizeof(*texts));
	for (size_t row = m->next; row < end; row++)
		texts[row - m->next] = cell_text(f, m->column, row);
	out->texts = texts;
	if (out->count == 1)
		out->text = texts[0];
	return 0;
}

static int
see_label(void *context, const char *question, const char *choice, const char **out)
{
	const struct filtering *f = context;

	*out = "";
	for (int i = 0; i < f->count; i++) {
		const struct answer_column *c = f->list[i].column;

		if (strcmp(f->list[i].name, question) || !c)
			continue;
		for (int k = 0; k < c->choice_count; k++)
			if (!strcmp(c->choices[k].name, choice))
				*out = c->choices[k].label;
		return 0;
	}
	return -1;
}

/* ---- choices alone: few different forms ---- */

static void
count_states(struct filtering *f)
{
	size_t states = 1;

	for (int i = 0; i < f->count; i++) {
		const struct answer_column *c = f->list[i].column;

		if (!c || c->kind != COLUMN_CHOICE || c->form)
			return;
		states *= (size_t)c->choice_count + 1;
		if (states > STATES_MOST)
			return;
	}
	f->states = states;
	f->known = memory_array(states, 1);
}

static size_t
state_of(const struct filtering *f)
{
	size_t state = 0;

	for (int i = 0; i < f->count; i++) {
		const struct answer_column *c = f->list[i].column;

		state = state * ((size_t)c->choice_count + 1) +
			(c->missing[f->form] ? 0 : c->choice[f->form] + 1u);
	}
	return state;
}

static int
holds(struct filtering *f, bool *out, struct error *err)
{
	struct expression_scope scope = { .context = f, .values = see, .label = see_label };
	size_t state = f->known ? state_of(f) : 0;
	int result;

	if (f->known && f->known[state]) {
		*out = f->known[state] > 0;
		return 0;
	}
	result = expression_boolean(f->expression, &scope, out, err);
	arena_release(&f->arena);
	if (f->known)
		f->known[state] = *out ? 1 : -1;
	return result;
}

/* ---- the filter ---- */

static int
find_mentioned(struct filtering *f, struct error *err)
{
	const char *const *names = expression_names(f->expression, &f->count);
	const struct column_book *b = f->w->book;

	f->list = arena_array(f->w->arena, (size_t)f->count + 1, sizeof(*f->list));
	for (int i = 0; i < f->count; i++) {
		struct mentioned *m = &f->list[i];
		int at = column_asked_by_name(b, names[i]);

		m->name = names[i];
		if (at < 0)
			return column_no_question(f->w, names[i], err);
		if ((b->asked[at].type == QUESTION_TEXT && !column_coded(b, names[i])
				    ? wave_texts(f->w, names[i], &m->texts, err)
				    : wave_column(f->w, names[i], &m->column, err)) < 0)
			return -1;
	}
	count_states(f);
	return 0;
}

static int
select_forms(struct filtering *f, const unsigned char *of, unsigned char *selected, size_t *count,
	struct error *err)
{
	*count = 0;
	for (f->form = 0; f->form < f->w->forms; f->form++) {
		bool on = false;

		if (of && !of[f->form])
			continue;
		if (holds(f, &on, err) < 0)
			return -1;
		selected[f->form] = on;
		*count += on;
	}
	return 0;
}

int
wave_filter(struct wave_columns *w, const char *expression, const unsigned char **selected,
	size_t *count, struct error *err)
{
	return wave_filter_some(w, expression, NULL, selected, count, err);
}

int
wave_filter_some(struct wave_columns *w, const char *expression, const unsigned char *of,
	const unsigned char **selected, size_t *count, struct error *err)
{
	struct filtering f = { .w = w };
	unsigned char *list;
	int result;

	if (expression_compile(&f.expression, expression, EXPRESSION_RULE, err) < 0)
		return -1;
	list = arena_array(w->arena, w->forms + 1, 1);
	result = find_mentioned(&f, err);
	if (result == 0)
		result = select_forms(&f, of, list, count, err);
	free(f.known);
	expression_free(f.expression);
	if (result < 0)
		return -1;
	*selected = list;
	return 0;
}
