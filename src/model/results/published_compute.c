/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One number out of a survey's table: the same table that screens and reports show, so that what it
 * hides is not published either. */
#include "config.h"

#include "model/results/published.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/results/published_parts.h"
#include "model/tables/tabulation.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SCALE_POINTS = 4 }; /* with fewer the two highest and two lowest would meet */

int
publication_parse(const char *text, struct publication *p, struct error *err)
{
	p->choice = "";
	if (!strncmp(text, "share:", 6) && text[6]) {
		p->statistic = PUBLISHED_SHARE;
		p->choice = text + 6;
		return 0;
	}
	for (int i = 0; i < PUBLISHED_SHARE; i++)
		if (!strcmp(text, published_statistic_name((enum published_statistic)i))) {
			p->statistic = (enum published_statistic)i;
			return 0;
		}
	return error_field(err, ERROR_INPUT, PUBLICATION_FIELD_STATISTIC,
		_("\"%s\" is no statistic; say mean, top2, bottom2, net, or share:CODE with the "
		  "code of an answer."),
		text);
}

/* ---- what fits the question ---- */

static int
misfit(const struct answer_column *c, enum published_statistic s, struct error *err)
{
	if (s == PUBLISHED_SHARE)
		return error_field(err, ERROR_INPUT, PUBLICATION_FIELD_STATISTIC,
			_("The question %s has no answers to choose from, so there is no share of "
			  "one; publish its mean."),
			c->name);
	if (c->scale)
		return error_field(err, ERROR_INPUT, PUBLICATION_FIELD_STATISTIC,
			_("The question %s is no scale of %d to %d points; publish its mean or "
			  "the share of one answer."),
			c->name, SCALE_POINTS, TABULATION_POINTS);
	return error_field(err, ERROR_INPUT, PUBLICATION_FIELD_STATISTIC,
		_("The answers to the question %s are no numbers and no points of a scale; publish "
		  "the share of one answer."),
		c->name);
}

bool
published_fits(const struct answer_column *c, enum published_statistic s)
{
	if (s == PUBLISHED_SHARE)
		return c->kind == COLUMN_CHOICE || c->kind == COLUMN_CHOICES;
	if (s == PUBLISHED_MEAN)
		return c->scale && (c->kind == COLUMN_CHOICE || c->kind == COLUMN_NUMBER);
	return tabulation_points(c) >= SCALE_POINTS;
}

static int
check_fit(const struct answer_column *c, enum published_statistic s, struct error *err)
{
	return published_fits(c, s) ? 0 : misfit(c, s, err);
}

/* Answers that have a share; a printed refusal is none. */
static bool
has_share(const struct column_choice *c)
{
	return !c->exit || missing_reason(c->exit)->valid_base;
}

static int
no_choice(const struct answer_column *c, const char *wanted, struct error *err)
{
	char names[300] = "";
	size_t used = 0;

	for (int i = 0; i < c->choice_count && used < sizeof(names) - 80; i++)
		if (has_share(&c->choices[i]))
			used += (size_t)snprintf(names + used, sizeof(names) - used,
				"%s%.30s (%.40s)", used ? ", " : "", c->choices[i].name,
				c->choices[i].label);
	if (!wanted[0])
		return error_field(err, ERROR_INPUT, PUBLICATION_FIELD_CHOICE,
			_("Say whose share it is: share:CODE with one of the answers %s."), names);
	return error_field(err, ERROR_INPUT, PUBLICATION_FIELD_CHOICE,
		_("The question “%s%s%.80s” has no answer “%s”; its answers are %s."), c->number,
		*c->number ? ". " : "", c->label, wanted, names);
}

static const char *
choice_named(const struct answer_column *c, const char *wanted)
{
	for (int i = 0; i < c->choice_count; i++)
		if (!strcmp(c->choices[i].name, wanted) && has_share(&c->choices[i]))
			return c->choices[i].name;
	return NULL;
}

/* By its name, else by the code that is keyed for it. */
static int
find_choice(const struct wave_columns *w, const struct answer_column *c, const char *wanted,
	const char **name, struct error *err)
{
	int question = question_by_name(w->q, c->name), *list, count;
	char code[8];

	*name = choice_named(c, wanted);
	if (!*name && question >= 0 && question_has_choices(&w->q->questions[question])) {
		count = choice_list(w->q, w->q->questions[question].list, w->arena, &list);
		for (int i = 0; i < count && !*name; i++)
			if (!strcmp(choice_code(w->q, list[i], i + 1, count, code, sizeof(code)),
				    wanted))
				*name = choice_named(c, w->q->choices[list[i]].name);
	}
	return *name ? 0 : no_choice(c, wanted, err);
}

/* ---- the number ---- */

/* Half away from zero on the decimals that people see, so that equal figures share a rank. */
static double
rounded(double value, int decimals)
{
	char text[64];
	double result;

	number_plain(text, sizeof(text), value, decimals);
	return number_parse(text, &result) ? value : result;
}

static void
hide(struct published_value *out, const char *reason)
{
	*out = (struct published_value){ NAN, reason, 0, false };
}

static double
scale_value(const struct scale_result *s, enum published_statistic statistic)
{
	switch (statistic) {
	case PUBLISHED_TOP2:
		return s->top2 * 100;
	case PUBLISHED_BOTTOM2:
		return s->bottom2 * 100;
	case PUBLISHED_NET:
		return s->net * 100;
	default:
		return s->mean;
	}
}

static void
take_scale(const struct frequency *f, enum published_statistic statistic, int decimals,
	struct published_value *out)
{
	double value = scale_value(&f->scale, statistic);
	bool hidden = f->notes & (NOTE_HIDDEN | NOTE_GROUP_HIDDEN);

	if (f->scale.n == 0 && !hidden)
		hide(out, "no_answers");
	else if (f->scale.n < f->threshold || f->scale.n == 0 || isnan(value))
		hide(out, "privacy");
	else
		*out = (struct published_value){ rounded(value, decimals), "",
			f->scale.n_hidden ? 0 : f->scale.n,
			f->scale.coarse && statistic == PUBLISHED_MEAN };
}

static void
take_share(const struct frequency *f, const char *choice, int decimals, struct published_value *out)
{
	const struct result_row *row = NULL;

	for (int i = 0; i < f->missing_from && !row; i++)
		if (!strcmp(f->rows[i].name, choice))
			row = &f->rows[i];
	if (f->valid == 0)
		hide(out, "no_answers");
	else if (!row || row->n < 0 || isnan(row->valid.value) || f->valid < f->threshold)
		hide(out, "privacy");
	else
		*out = (struct published_value){ rounded(row->valid.value * 100, decimals), "",
			f->valid, false };
}

int
publication_count(struct wave_columns *w, const struct publication *p, int decimals,
	const char **choice, struct published_value *out, struct error *err)
{
	struct tabulation t = { .question = p->question,
		.where = p->filter && p->filter[0] ? p->filter : NULL,
		.weighted = p->weighted };
	const struct answer_column *column;
	struct frequency f;

	*choice = "";
	if (wave_column(w, p->question, &column, err) || check_fit(column, p->statistic, err) ||
		(p->statistic == PUBLISHED_SHARE &&
			find_choice(w, column, p->choice ? p->choice : "", choice, err)) ||
		tabulate_frequency(w, &t, &f, err))
		return -1;
	if (f.forms > 0 && f.forms < TABULATION_GROUP && f.threshold > 0)
		hide(out, "privacy");
	else if (p->statistic == PUBLISHED_SHARE)
		take_share(&f, *choice, decimals, out);
	else
		take_scale(&f, p->statistic, decimals, out);
	return 0;
}

static bool
uncountable(const struct error *why)
{
	return why->code == ERROR_NONE || why->code == ERROR_INPUT || why->code == ERROR_MISSING ||
	       why->code == ERROR_DENIED;
}

int
publication_count_again(struct wave_columns *w, const struct publication *p, int decimals,
	struct published_value *now, struct error *err)
{
	struct error why = { .code = ERROR_NONE };
	struct publication plain = *p;
	const char *choice;

	if (w && publication_count(w, p, decimals, &choice, now, &why) == 0)
		return 0;
	if (!uncountable(&why))
		return error_set(err, why.code, "%s", why.text);
	hide(now, why.code == ERROR_DENIED ? "privacy" : "no_answers");
	if (!w || !p->weighted || why.code == ERROR_DENIED)
		return 0;
	/* Where they can be counted as they are, it is the weights that are wanting. */
	plain.weighted = false;
	error_clear(&why);
	if (publication_count(w, &plain, decimals, &choice, now, &why) == 0) {
		if (!isnan(now->value))
			hide(now, "no_weights");
		return 0;
	}
	if (!uncountable(&why))
		return error_set(err, why.code, "%s", why.text);
	hide(now, why.code == ERROR_DENIED ? "privacy" : "no_answers");
	return 0;
}

int
published_compute_again(struct db *db, const struct wave *wave, const struct publication *p,
	int decimals, struct published_value *out, struct error *err)
{
	struct error why = { .code = ERROR_NONE };
	struct arena arena = { 0 };
	struct wave_columns w;
	bool opened = wave_columns_open(db, wave, i18n_code(), &arena, &w, &why) == 0;
	int result = opened || uncountable(&why)
			     ? publication_count_again(opened ? &w : NULL, p, decimals, out, err)
			     : error_set(err, why.code, "%s", why.text);

	arena_release(&arena);
	return result;
}

int
published_compute(struct db *db, const struct wave *wave, const struct publication *p,
	int decimals, struct published_value *out, struct error *err)
{
	struct arena arena = { 0 };
	struct wave_columns w;
	const char *choice;
	int result = wave_columns_open(db, wave, i18n_code(), &arena, &w, err);

	if (result == 0)
		result = publication_count(&w, p, decimals, &choice, out, err);
	arena_release(&arena);
	return result;
}
