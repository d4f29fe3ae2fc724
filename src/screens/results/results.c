/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting for the screens of results, and putting it into words. */
#include "config.h"

#include "screens/results/results.h"

#include "base/i18n.h"
#include "base/output.h"
#include "base/text.h"
#include "model/results/condition_words.h"
#include "screens/frame/picker.h"

#include <stdio.h>
#include <string.h>

/* ---- questions ---- */

static int
add_question(struct results *r, const char *name, struct error *err)
{
	const struct open_question *open = wave_open_question(&r->columns, name);
	struct result_question *q = &r->questions[r->question_count];
	const struct answer_column *column;

	*q = (struct result_question){
		.name = name, .open = open != NULL, .counted = !open || open->coded
	};
	if (!q->counted) {
		q->text = result_open_question(&r->arena, open);
	} else {
		if (wave_column(&r->columns, name, &column, err))
			return -1;
		q->text = result_question(&r->arena, column);
		q->answers = column->choice_count > 0 && column->kind != COLUMN_RANKS;
	}
	r->question_count++;
	return 0;
}

static int
list_questions(struct results *r, struct error *err)
{
	const char *const *names;
	int count;

	if (wave_columns_open(
		    r->columns.db, &r->wave.wave, i18n_code(), &r->arena, &r->columns, err) ||
		wave_asked_names(&r->columns, &names, &count, err))
		return -1;
	r->questions = arena_array(&r->arena, (size_t)count + 1, sizeof *r->questions);
	for (int i = 0; i < count; i++)
		if (add_question(r, names[i], err))
			return -1;
	return 0;
}

/* Said where the table would stand, which is gone; what the person cannot change is an error
 * too. */
static int
refuse(struct results *r, const struct error *refused, struct error *err)
{
	r->refused = arena_string(&r->arena, refused->text);
	if (refused->code == ERROR_INPUT || refused->code == ERROR_MISSING ||
		refused->code == ERROR_DENIED)
		return 0;
	*err = *refused;
	return -1;
}

int
results_questions(struct results *r, struct app *app, struct error *err)
{
	struct error refused = { 0 };

	arena_release(&r->arena);
	r->columns = (struct wave_columns){ .db = app->db };
	r->questions = NULL;
	r->question_count = 0;
	r->at = -1;
	r->refused = NULL;
	if (wave_view_load(&r->wave, app, &r->arena, err)) {
		r->refused = arena_string(&r->arena, err->text);
		return -1;
	}
	if (list_questions(r, &refused))
		return refuse(r, &refused, err);
	for (int i = 0; i < r->question_count; i++)
		if (r->at < 0 || strcmp(r->questions[i].name, r->question) == 0)
			r->at = i;
	if (r->at < 0)
		r->refused = _("This wave asks nothing that could be counted.");
	else
		text_copy(r->question, sizeof r->question, r->questions[r->at].name);
	return 0;
}

/* ---- tables ---- */

static void
find_grid(struct results *r)
{
	const struct questionnaire *q = r->columns.q;
	int at = question_by_name(q, r->question);
	struct grid grid = { .count = 0 };
	const char **rows;

	r->grid_count = 0;
	if (at >= 0)
		grid = questionnaire_grid(q, at);
	if (grid.count < 2)
		return;
	rows = arena_array(&r->arena, (size_t)grid.count, sizeof *rows);
	for (int i = 0; i < grid.count; i++)
		for (int k = 0; k < r->question_count; k++)
			if (strcmp(r->questions[k].name, q->questions[grid.first + i].name) == 0)
				rows[r->grid_count++] = r->questions[k].name;
	r->grid_rows = rows;
	r->grid_label = questionnaire_text(
		q, &q->questions[grid.head >= 0 ? grid.head : at].label, r->columns.language);
}

static struct tabulation
asked(const struct results *r)
{
	return (struct tabulation){ .question = r->question,
		.by = r->cross ? r->by : NULL,
		.where = r->where[0] ? r->where : NULL,
		.weighted = r->weighted };
}

static bool
shows_grid(const struct results *r)
{
	return !r->cross && r->whole_grid && r->grid_count > 1;
}

bool
results_show_texts(const struct results *r)
{
	return !r->cross && r->at >= 0 && r->questions[r->at].open &&
	       (r->texts || !r->questions[r->at].counted);
}

static bool
shows_several(const struct results *r)
{
	return r->cross && r->together && r->several.count > 0;
}

static int
count_several(struct results *r, struct error *err)
{
	struct tabulation t = asked(r);

	r->crosstabs = arena_array(&r->arena, (size_t)r->several.count, sizeof *r->crosstabs);
	r->crosstab_count = 0;
	for (int i = 0; i < r->several.count; i++) {
		t.question = r->several.names[i];
		/* By itself a question tells nothing. */
		if (r->several.count > 1 && strcmp(t.question, r->by) == 0)
			continue;
		if (tabulate_cross(&r->columns, &t, &r->crosstabs[r->crosstab_count++], err))
			return -1;
	}
	return 0;
}

static int
count(struct results *r, struct error *err)
{
	struct tabulation t = asked(r);

	if (results_show_texts(r))
		return tabulate_texts(&r->columns, &t, &r->text_list, err);
	if (shows_several(r))
		return count_several(r, err);
	if (r->cross)
		return tabulate_cross(&r->columns, &t, &r->crosstab, err);
	if (shows_grid(r))
		return tabulate_grid(&r->columns, &t, r->grid_rows, r->grid_count, &r->grid, err);
	return tabulate_frequency(&r->columns, &t, &r->frequency, err);
}

int
results_load(struct results *r, struct app *app, struct error *err)
{
	struct error refused = { 0 };

	if (results_questions(r, app, err))
		return -1;
	if (r->refused)
		return 0;
	find_grid(r);
	if (r->cross && !r->by[0]) {
		r->refused = _("Choose the question that stands in the columns: F6.");
		return 0;
	}
	if (r->cross && strcmp(r->question, r->by) == 0 && !shows_several(r)) {
		r->refused = _("A question by itself tells nothing. Choose another one for the "
			       "columns: F6.");
		return 0;
	}
	return count(r, &refused) ? refuse(r, &refused, err) : 0;
}

/* ---- words ---- */

const char *
results_title(const struct results *r)
{
	if (r->at < 0)
		return "";
	if (shows_several(r))
		return _("Questions chosen together");
	return shows_grid(r) && *r->grid_label ? r->grid_label : r->questions[r->at].text;
}

static void
put_table(struct report_table *t, int columns, bool ascii, struct output *out)
{
	for (size_t i = 0; i < t->line_count; i++)
		output_printf(out, "%s\n", t->lines[i]);
	report_text_table(t, columns, ascii, out);
	output_puts(out, "\n");
	for (size_t i = 0; i < t->footnote_count; i++)
		output_printf(out, "  %s\n", t->footnotes[i]);
	output_puts(out, "\n");
}

static bool
all_scales(const struct results *r)
{
	for (int i = 0; i < r->grid_count; i++)
		if (!r->grid[i].column->scale)
			return false;
	return true;
}

static void
put_crosstabs(const struct results *r, int columns, bool ascii, const struct result_view *view,
	struct arena *arena, struct output *out)
{
	bool several = shows_several(r);
	const struct crosstab *x = several ? r->crosstabs : &r->crosstab;
	int most = result_heads(x);
	struct report_table t;

	for (int h = 0; h == 0 || h < x->head_count - 1; h += most) {
		if (several)
			result_banner(&t, arena, x, r->crosstab_count, view, r->percent, h, most);
		else
			result_cross(&t, arena, x, view, r->percent, h, most);
		put_table(&t, columns, ascii, out);
	}
}

/* As the clerk reads it; commands take what was typed. */
static const char *
words_of_condition(const struct results *r, struct arena *arena)
{
	return condition_words(r->columns.q, r->columns.language, r->where, arena);
}

static void
put_tables(
	const struct results *r, int columns, bool ascii, struct arena *arena, struct output *out)
{
	const struct result_view view = { .weighted = r->weighted,
		.organisations = strcmp(r->columns.q->kind, "ngo") == 0,
		.where = words_of_condition(r, arena),
		.bars = true,
		.untitled = true };
	struct report_table t;

	if (results_show_texts(r)) {
		result_texts(&t, arena, &r->text_list, &view);
		put_table(&t, columns, ascii, out);
		return;
	}
	if (r->cross) {
		put_crosstabs(r, columns, ascii, &view, arena, out);
		return;
	}
	if (shows_grid(r)) {
		if (all_scales(r)) {
			result_grid(&t, arena, r->grid, r->grid_count, "", &view);
			put_table(&t, columns, ascii, out);
		}
		result_grid_shares(&t, arena, r->grid, r->grid_count, "", &view);
		put_table(&t, columns, ascii, out);
		return;
	}
	result_frequency(&t, arena, &r->frequency, &view);
	put_table(&t, columns, ascii, out);
}

const char *
results_text(const struct results *r, int columns, bool ascii, struct arena *arena)
{
	struct output *out;
	const char *text;

	if (r->refused)
		return r->refused;
	out = output_memory();
	put_tables(r, columns, ascii, arena, out);
	text = arena_string(arena, output_text(out, NULL));
	output_abort(out);
	return text;
}

int
results_table(
	const void *results, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct results *r = results;
	struct result_view view = { .weighted = r->weighted, .codes = true, .bars = true };

	if (r->refused)
		return error_set(err, ERROR_INPUT, "%s", r->refused);
	view.organisations = strcmp(r->columns.q->kind, "ngo") == 0;
	view.where = words_of_condition(r, arena);
	if (results_show_texts(r))
		result_texts(table, arena, &r->text_list, &view);
	else if (shows_several(r))
		result_banner(table, arena, r->crosstabs, r->crosstab_count, &view, r->percent, 0,
			r->crosstabs[0].head_count);
	else if (r->cross)
		result_cross(
			table, arena, &r->crosstab, &view, r->percent, 0, r->crosstab.head_count);
	else if (shows_grid(r) && all_scales(r))
		result_grid(table, arena, r->grid, r->grid_count, results_title(r), &view);
	else if (shows_grid(r))
		result_grid_shares(table, arena, r->grid, r->grid_count, results_title(r), &view);
	else
		result_frequency(table, arena, &r->frequency, &view);
	return 0;
}

/* ---- choosing a question ---- */

struct lookup {
	const struct results *results; /* of the screen below */
	bool breaks;
};

static int
find(struct screens *s, const void *context, const char *typed, struct pick *rows, int max,
	int *total, struct error *err)
{
	const struct lookup *l = context;
	const struct results *r = l->results;
	char needle[128], folded[512];
	int n = 0;

	(void)s, (void)err;
	*total = 0;
	text_fold(needle, sizeof needle, typed);
	for (int i = l->breaks ? -1 : 0; i < r->question_count; i++) {
		const char *name = i < 0 ? TABULATION_MODE : r->questions[i].name;
		const char *text = i < 0 ? _("way of answering") : r->questions[i].text;

		if ((l->breaks && i >= 0 && !r->questions[i].answers) ||
			!text_match(text_fold(folded, sizeof folded, text), needle))
			continue;
		if ((*total)++ >= max)
			continue;
		rows[n] = (struct pick){ .number = i };
		text_copy(rows[n].text, sizeof rows[n].text, text);
		text_copy(rows[n++].key, sizeof rows[0].key, name);
	}
	return n;
}

void
results_ask_question(
	struct screens *s, const struct results *r, bool breaks, const char *title, int action)
{
	struct lookup lookup = { r, breaks };

	picker_open(s, &(struct picker_request){ .title = title,
			       .label = _("Number or words:"),
			       .empty = _("The wave asks no question with these words."),
			       .find = find,
			       .context = &lookup,
			       .context_size = sizeof lookup,
			       .hide_key = true,
			       .action = action });
}
