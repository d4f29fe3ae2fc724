/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One member's figures on a data sheet, beside last year's, with what asks for a remark. */
#include "config.h"

#include "model/sheets/data_sheet.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/sheets/decision_feed.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const char *
sheet_entry_source(const struct sheet_entry *e)
{
	return e->figure.indicator_id ? e->figure.source : e->before.source;
}

/* Not the next figures: numbers, bd, nd. */
static bool
says_why(const char *remark)
{
	char folded[OWN_REMARK_SIZE];
	bool figures = false;

	text_fold(folded, sizeof(folded), remark);
	for (const char *at = folded; *at;) {
		size_t letters = strspn(at, "abcdefghijklmnopqrstuvwxyz");

		if (letters && (letters != 2 || (strncmp(at, "bd", 2) && strncmp(at, "nd", 2))))
			return true;
		figures |= letters > 0;
		at += letters ? letters : 1;
	}
	return !figures && text_has_letter(remark);
}

bool
sheet_entry_unexplained(const struct sheet_entry *e)
{
	return e->signs && !says_why(e->figure.remark);
}

bool
sheet_entry_offers(const struct sheet_entry *e, const char *source)
{
	return !source[0] || !strcmp(source, sheet_entry_source(e)) ||
	       !strcmp(source, sheet_entry_shown(e)->source);
}

const struct own_figure *
sheet_entry_shown(const struct sheet_entry *e)
{
	return e->figure.indicator_id ? &e->figure : &e->total;
}

bool
sheet_entry_repeats(const struct sheet_entry *e, const struct own_figure *f)
{
	const struct own_figure *t = &e->total;

	if (e->figure.indicator_id || !t->indicator_id || f->remark[0] ||
		!sheet_entry_offers(e, f->source))
		return false;
	return isnan(t->value) ? isnan(f->value) && !strcmp(f->missing, t->missing)
			       : fabs(f->value - t->value) <= fabs(t->value) * 1e-9;
}

/* A share keyed with as many decimals as its card has is the same share. */
static bool
other_total(const struct sheet_entry *e)
{
	double step = 1 / number_power10(e->line.decimals);

	if (!e->total.indicator_id || isnan(e->total.value))
		return false;
	return isnan(e->figure.value)
		       ? e->figure.missing[0] != '\0'
		       : fabs(e->figure.value - e->total.value) > step / 2 * (1 + 1e-9);
}

/* The sheet's limit; where it has none, 0 of what cannot be less. NAN = none. */
static double
lowest(const struct data_sheet_line *line)
{
	return isnan(line->low) && line->counts ? 0 : line->low;
}

/* The same of the highest: 100 of shares. */
static double
highest(const struct data_sheet_line *line)
{
	return isnan(line->high) && line->share ? 100 : line->high;
}

unsigned
sheet_entry_signs(const struct sheet_entry *e)
{
	const struct data_sheet_line *line = &e->line;
	double value = e->figure.value, before = e->before.value;
	unsigned signs = 0;

	if (isnan(value))
		return other_total(e) ? SHEET_TOTAL : 0;
	if (value < lowest(line))
		signs |= SHEET_LOW;
	if (value > highest(line))
		signs |= SHEET_HIGH;
	if (line->whole && value != floor(value))
		signs |= SHEET_PART;
	if (!isnan(line->change) && !isnan(before) && /* from 0 every change is too large */
		fabs(value - before) * 100 > line->change * fabs(before) * (1 + 1e-12))
		signs |= SHEET_CHANGED;
	if (other_total(e))
		signs |= SHEET_TOTAL;
	return signs;
}

const char *
sheet_signs_text(const struct sheet_entry *row, struct arena *arena)
{
	const char *text = "";
	char number[48];

	if (row->signs & SHEET_LOW)
		text = arena_format(arena, _("below %s"),
			number_format(number, sizeof(number), lowest(&row->line), -1));
	if (row->signs & SHEET_HIGH)
		text = arena_format(arena, _("above %s"),
			number_format(number, sizeof(number), highest(&row->line), -1));
	if (row->signs & SHEET_PART)
		text = arena_format(arena, _("%s%sno whole number (%s)"), text,
			text[0] ? ", " : "", row->line.measure);
	if (row->signs & SHEET_CHANGED && row->before.value == 0)
		text = arena_format(
			arena, _("%s%sit was 0 a year before"), text, text[0] ? ", " : "");
	else if (row->signs & SHEET_CHANGED) {
		double before = row->before.value;
		double change = (row->figure.value - before) * 100 / fabs(before);

		number_format(number, sizeof(number), fabs(change), 1);
		text = arena_format(arena,
			change > 0 ? _("%s%s%s%% more than a year before")
				   : _("%s%s%s%% less than a year before"),
			text, text[0] ? ", " : "", number);
	}
	if (row->signs & SHEET_TOTAL)
		text = arena_format(arena, _("%s%stotals of decisions say %s"), text,
			text[0] ? ", " : "",
			number_format(number, sizeof(number), row->total.value,
				row->line.decimals));
	return text;
}

static void
put_questions(struct sheet_entry *e, const struct sheet_question *list, int count,
	struct arena *arena)
{
	struct sheet_question *own = arena_array(arena, (size_t)count + 1, sizeof(*own));

	e->asked = own;
	for (int i = 0; i < count; i++) {
		if (list[i].indicator_id != e->line.indicator_id)
			continue;
		own[e->asked_count] = list[i];
		if (!list[i].answered_on[0])
			e->question = &own[e->asked_count];
		e->asked_count++;
	}
}

int
sheet_entries(struct db *db, const struct sheet_return *r, struct arena *arena,
	struct sheet_entry **list, int *count, struct error *err)
{
	struct data_sheet_line *lines;
	struct sheet_question *questions;
	int question_count;

	if (data_sheet_lines(db, r->sheet_id, arena, &lines, count, err) < 0 ||
		sheet_questions(db, r->id, arena, &questions, &question_count, err) < 0)
		return -1;
	*list = arena_array(arena, (size_t)*count + 1, sizeof(**list));
	for (int i = 0; i < *count; i++) {
		struct sheet_entry *e = &(*list)[i];

		e->line = lines[i];
		if (own_figure_load(db, e->line.indicator_id, r->year, r->slot, &e->figure,
			    err) < 0 ||
			own_figure_read(db, e->line.indicator_id, r->year - 1, r->slot,
				&e->before, err) < 0 ||
			decision_figure(db, e->line.indicator_id, r->year, r->slot, &e->total,
				err) < 0)
			return -1;
		e->signs = sheet_entry_signs(e);
		put_questions(e, questions, question_count, arena);
	}
	return 0;
}

/* ---- saving ---- */

/* The row may be younger than what the caller saw: figures are compared one by one. */
static int
follow_row(struct db *db, struct sheet_return *r, bool make, struct error *err)
{
	struct stmt *q;

	if (make && sheet_return_make(db, r, NULL, err) < 0)
		return -1;
	q = db_start(db, Q_SHEET_RETURN_NOW, err);
	db_bind_int(q, 1, r->sheet_id);
	db_bind_int(q, 2, r->slot);
	if (db_next(q)) {
		r->id = db_int(q, 0);
		r->rev = db_int(q, 1);
		text_copy(r->owner, sizeof(r->owner), db_text(q, 2));
		r->state = sheet_state_from_name(db_text(q, 4));
	}
	return db_end(q);
}

int
sheet_figure_put(struct db *db, struct sheet_return *r, const struct own_figure *f,
	const struct own_figure *was, bool *changed, struct error *err)
{
	return follow_row(db, r, true, err) < 0 ||
			       own_figure_put(db, f, was, changed, err) < 0 ||
			       follow_row(db, r, false, err) < 0
		       ? -1
		       : 0;
}

struct saving {
	struct sheet_return *r;
	const struct own_figure *f, *was;
	char summary[96];
};

static int
save(struct db *db, void *context, struct error *err)
{
	struct saving *s = context;

	db_act_entity(db, s->f->indicator_id);
	return sheet_figure_put(db, s->r, s->f, s->was, NULL, err);
}

int
sheet_figure_save(struct db *db, struct sheet_return *r, const struct own_figure *f,
	const struct own_figure *was, struct error *err)
{
	struct sheet_return copy = *r;
	struct saving s = { &copy, f, was, "" };
	struct db_act act = { "own_figure.change", "indicator", 0, s.summary };

	snprintf(s.summary, sizeof(s.summary), "%s, %d", r->unit, r->year);
	if (db_write(db, &act, save, &s, err) < 0)
		return -1;
	*r = copy;
	return 0;
}

int
sheet_unexplained_told(struct db *db, const struct sheet_return *r, struct arena *arena,
	const char **sentence, struct error *err)
{
	const char *places = "";
	struct sheet_entry *list;
	unsigned long n = 0;
	int count;

	*sentence = "";
	if (sheet_entries(db, r, arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (sheet_entry_unexplained(&list[i]))
			places = arena_format(
				arena, "%s%s%d", places, n++ ? ", " : "", list[i].line.position);
	if (n)
		*sentence = arena_format(arena,
			P_("Line %s is unusual (!), and no remark says why.",
				"Lines %s are unusual (!), and no remark says why.", n),
			places);
	return 0;
}
