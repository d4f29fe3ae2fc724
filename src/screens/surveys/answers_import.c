/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of answers before it is taken over: what its columns and labels mean, what is wrong. */
#include "config.h"

#include "screens/surveys/answers_import.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "exchange/answers.h"
#include "model/surveys/form_import.h"
#include "screens/files/import_preview.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "tui/dialog.h"
#include "tui/pager.h"
#include "tui/waiting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_TARGET = ACTION_ANSWER_1, ANSWER_SKIP, ANSWER_WARNED };
enum { REASONS = 3 };       /* that a question names */
enum { NOTE_COLUMNS = 72 }; /* beside the row's number on the narrowest screen */

struct mapping_screen {
	struct list_screen base;
	struct importer *importer;
	struct import_options options;
	struct arena kept; /* decisions; longer than a load */
	struct answer_mapping *decisions;
	int decision_count;
	size_t decision_room;
	struct answers_heading *headings;
	int heading_count;
	struct answers_label *labels;
	int label_count;
	struct answer_mapping asked; /* what the open box decides */
	const char **targets;        /* its answers; [0] = left out */
};

struct request {
	struct importer *importer;
	const char *wave;
};

/* Rows: labels to decide on, then what is to be said of rows of the file, then columns. */
static const struct import_remark *
remark_of(const struct mapping_screen *m, int row)
{
	const struct import_preview *p = importer_preview(m->importer);

	row -= m->label_count;
	return row < 0 || row >= p->remark_count ? NULL : &p->remarks[row];
}

static const struct answers_heading *
heading_of(const struct mapping_screen *m, int row)
{
	return &m->headings[row - m->label_count - importer_preview(m->importer)->remark_count];
}

static int
load(void *self, struct error *err)
{
	struct mapping_screen *m = self;

	(void)err;
	answers_headings(m->importer, &m->base.arena, &m->headings, &m->heading_count);
	answers_labels(m->importer, &m->base.arena, &m->labels, &m->label_count);
	m->base.count =
		m->heading_count + m->label_count + importer_preview(m->importer)->remark_count;
	return 0;
}

static void
heading_cell(const struct answers_heading *h, int column, struct list_cell *cell)
{
	static const char *const roles[] = { [ANSWERS_UNKNOWN] = N_("? to decide"),
		[ANSWERS_LEFT_OUT] = N_("left out"),
		[ANSWERS_COMPUTED] = N_("computed here"),
		[ANSWERS_NUMBER] = N_("form number"),
		[ANSWERS_MODE] = N_("way of answering"),
		[ANSWERS_UID] = N_("the tool's own number") };

	if (h->role == ANSWERS_UNKNOWN)
		cell->role = ROLE_WARN;
	if (column == 0)
		text_copy(cell->text, sizeof cell->text, h->source);
	else if (column == 1)
		text_copy(cell->text, sizeof cell->text, h->examples);
	else if (h->role >= ANSWERS_VALUE)
		snprintf(cell->text, sizeof cell->text, "%s  %s", h->target, h->label);
	else
		text_copy(cell->text, sizeof cell->text, _(roles[h->role]));
}

static void
label_cell(const struct answers_label *l, int column, struct list_cell *cell)
{
	char count[32];

	if (!l->target)
		cell->role = ROLE_WARN;
	if (column == 0)
		snprintf(cell->text, sizeof cell->text, _("%s: “%s”"), l->question, l->source);
	else if (column == 1)
		snprintf(cell->text, sizeof cell->text, _("%s times"),
			format_count(count, sizeof count, l->count));
	else
		text_copy(cell->text, sizeof cell->text,
			!l->target     ? _("? no choice")
			: l->target[0] ? l->target
				       : _("left out"));
}

static void
cell(const void *self, int row, int column, struct list_cell *cell)
{
	const struct mapping_screen *m = self;
	const struct import_remark *r = remark_of(m, row);
	char times[32];

	if (row < m->label_count) {
		label_cell(&m->labels[row], column, cell);
	} else if (!r) {
		heading_cell(heading_of(m, row), column, cell);
	} else if (column == 0) {
		if (r->kind == REMARK_WARNING)
			cell->role = ROLE_WARN;
		text_copy(cell->text, sizeof cell->text, r->text);
	} else if (column == 1 && r->line) {
		snprintf(cell->text, sizeof cell->text, _("line %ld"), r->line);
	} else if (column == 2 && r->count > 1) {
		snprintf(cell->text, sizeof cell->text, _("%s times"),
			format_count(times, sizeof times, r->count));
	}
}

static const struct list_column columns[] = {
	{ N_("Column or label"), 0, false },
	{ N_("Examples"), 24, false },
	{ N_("Question"), 26, false },
};

static void
above(void *self, struct canvas *c)
{
	struct mapping_screen *m = self;
	const struct import_preview *p = importer_preview(m->importer);
	char line[256], text[4][32];

	canvas_text(c, 0, 0, c->columns, ROLE_LABEL, p->title);
	snprintf(line, sizeof line,
		_("Rows %s: new forms %s, there already %s, with other answers %s, not to be taken "
		  "%d"),
		format_count(text[0], sizeof text[0], p->counts.rows),
		format_count(text[1], sizeof text[1], p->counts.new_values),
		format_count(text[2], sizeof text[2], p->counts.same),
		format_count(text[3], sizeof text[3], p->counts.changed), p->bad_rows);
	canvas_text(c, 1, 0, c->columns, ROLE_TEXT, line);
}

/* ---- deciding ---- */

static int
decide(struct screens *s, struct mapping_screen *m)
{
	struct error err = { 0 };

	m->options.mappings = m->decisions;
	m->options.mapping_count = m->decision_count;
	if (importer_decide(m->importer, &m->options, &err)) {
		app_error(s, _("Answers of a survey"), &err);
		if (m->decision_count > 0) { /* what contradicts is not kept */
			m->options.mapping_count = --m->decision_count;
			importer_decide(m->importer, &m->options, NULL);
		}
	}
	screens_stale(s);
	return SCREEN_HANDLED;
}

static int
take_target(struct screens *s, struct mapping_screen *m, int number)
{
	m->asked.target = arena_string(&m->kept, number > 0 ? m->targets[number] : "");
	m->decisions = arena_grow(&m->kept, m->decisions, (size_t)m->decision_count,
		&m->decision_room, sizeof *m->decisions);
	m->decisions[m->decision_count++] = m->asked;
	return decide(s, m);
}

static int
add_targets(
	struct mapping_screen *m, const struct questionnaire *q, int question, const char **shown)
{
	int count = 1, *list, choices;

	shown[0] = _("leave it out");
	if (question >= 0) {
		choices = choice_list(q, q->questions[question].list, &m->kept, &list);
		for (int i = 0; i < choices; i++, count++) {
			const struct choice *c = &q->choices[list[i]];

			m->targets[count] = c->name;
			shown[count] = arena_format(&m->kept, "%s  %s", c->name,
				questionnaire_text(q, &c->label, q->language));
		}
		return count;
	}
	m->targets[count] = "#number";
	shown[count++] = _("form number");
	m->targets[count] = "#mode";
	shown[count++] = _("way of answering");
	for (int i = 0; i < q->question_count; i++) {
		const struct question *x = &q->questions[i];

		if (!question_asked(x))
			continue;
		m->targets[count] = x->name;
		shown[count++] = arena_format(
			&m->kept, "%s  %s", x->name, questionnaire_text(q, &x->label, q->language));
	}
	return count;
}

/* Which question a column is, or which choice a label. */
static void
ask_target(struct screens *s, struct mapping_screen *m, int row)
{
	const struct questionnaire *q = answers_questionnaire(m->importer);
	size_t most = (size_t)(q->question_count + q->choice_count) + 4;
	const char **shown = arena_array(&m->kept, most, sizeof *shown);
	bool label = row < m->label_count;
	const char *title, *question = label ? m->labels[row].question : "";
	int count;

	m->targets = arena_array(&m->kept, most, sizeof *m->targets);
	m->asked = (struct answer_mapping){ .question = question,
		.source = arena_string(
			&m->kept, label ? m->labels[row].source : heading_of(m, row)->source) };
	title = label ? _("Which choice is it?") : _("Which question is it?");
	count = add_targets(m, q, label ? question_by_name(q, question) : -1, shown);
	dialog_choose(s, title, shown, count, 0, ANSWER_TARGET);
}

/* ---- writing ---- */

static int
write_file(struct screens *s, struct mapping_screen *m)
{
	const struct import_preview *p = importer_preview(m->importer);
	struct waiting waiting;
	struct error err = { 0 };
	char counts[256], text[512];
	int64_t id = 0;

	waiting_start(&waiting, s, _("Writing to the database"));
	if (importer_write(m->importer, &waiting.progress, &id, &err)) {
		app_error(s, _("Nothing was written"), &err);
		return SCREEN_HANDLED;
	}
	app_changed(s);
	if (id)
		snprintf(text, sizeof text, _("%s is in the database as import %lld.\n\n%s"),
			p->file_name, (long long)id, import_result_text(counts, sizeof counts, p));
	else
		snprintf(text, sizeof text, _("%s brings nothing new. Nothing was written."),
			p->file_name);
	screens_pop(s);
	dialog_message(s, _("Answers of a survey"), text);
	return SCREEN_HANDLED;
}

/* What is to be known of the whole file before it is written; "" = nothing. */
static void
warnings(const struct mapping_screen *m, char *dst, size_t size)
{
	const struct import_preview *p = importer_preview(m->importer);
	size_t length = 0;

	*dst = '\0';
	for (int i = 0; i < p->remark_count && !p->needs_mapping && length < size; i++)
		if (p->remarks[i].kind == REMARK_WARNING)
			length += (size_t)snprintf(
				dst + length, size - length, "%s\n\n", p->remarks[i].text);
}

/* The first reasons why rows are left out, with how many rows each is of. */
static const char *
reasons(struct mapping_screen *m)
{
	const struct import_preview *p = importer_preview(m->importer);
	const char *text = "";
	char times[32];
	int told = 0;

	for (int i = 0; i < p->remark_count; i++) {
		const struct import_remark *r = &p->remarks[i];

		if (r->kind != REMARK_SKIPPED)
			continue;
		if (told++ == REASONS) {
			text = arena_format(&m->kept, _("%s\n… the list names the others."), text);
			break;
		}
		text = arena_format(&m->kept, "%s\n%s × %s", text,
			format_count(times, sizeof times, r->count), r->text);
	}
	return text;
}

/* One question holds all that is to be known: what is strange and what is left out. */
static int
save(struct screens *s, struct mapping_screen *m)
{
	const struct import_preview *p = importer_preview(m->importer);
	bool skips = p->bad_rows && !m->options.skip_bad && !p->needs_mapping;
	char told[1024], text[3072], count[32];

	warnings(m, told, sizeof told);
	if (!told[0] && !skips)
		return write_file(s, m);
	if (skips) {
		snprintf(text, sizeof text,
			P_("%s%d of %s rows is left out:%s\n\nTake the others without it?",
				"%s%d of %s rows are left out:%s\n\nTake the others without them?",
				(unsigned long)p->bad_rows),
			told, p->bad_rows, format_count(count, sizeof count, p->counts.rows),
			reasons(m));
		dialog_ask(s, _("Answers of a survey"), text, ANSWER_SKIP, 0);
		return SCREEN_HANDLED;
	}
	snprintf(text, sizeof text, "%s%s", told, _("Take the file over all the same?"));
	dialog_ask(s, _("Answers of a survey"), text, ANSWER_WARNED, 0);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct mapping_screen *m = self;

	switch (action) {
	case ACTION_SAVE:
		return save(s, m);
	case ANSWER_TARGET:
		return take_target(s, m, event->number);
	case ANSWER_WARNED:
		return write_file(s, m);
	case ANSWER_SKIP:
		m->options.skip_bad = true;
		decide(s, m);
		return write_file(s, m);
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct mapping_screen *m = self;
	const struct import_remark *r = remark_of(m, row);

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	if (r)
		dialog_message(s, _("Answers of a survey"), r->text);
	else
		ask_target(s, m, row);
	return SCREEN_HANDLED;
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct import_remark *r = row < 0 ? NULL : remark_of(self, row);

	if (r && text_width(r->text) > NOTE_COLUMNS)
		snprintf(dst, size, _("Enter shows it whole: %s"), r->text);
	else
		text_copy(dst, size,
			r ? r->text : _("Nothing is written yet: F2 writes, Esc leaves no trace."));
}

static char *
help(const void *self)
{
	(void)self;
	return memory_string(_(
		"A file of answers before it is taken over. Each column stands beside the question "
		"that it is, each label that no choice has beside the choice that is meant; what "
		"is marked with ? is to be decided: Enter chooses, or leaves it out. Above the "
		"columns "
		"stands what is wrong with rows of the file; Enter shows such a sentence whole. F2 "
		"writes "
		"the forms into the wave, Esc leaves without a trace; a file can be undone in menu "
		"5 8."));
}

static void
release(void *self)
{
	struct mapping_screen *m = self;

	importer_free(m->importer);
	arena_release(&m->kept);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("The file has no columns."),
	.lines_above = 3,
	.above = above,
	.load = load,
	.cell = cell,
	.note = note,
	.act = act,
	.act_row = act_row,
	.release = release,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct request *request = argument;
	struct mapping_screen *m = self;

	(void)err;
	list_screen_start(s, self, &kind);
	m->importer = request->importer;
	m->options.wave = arena_string(&m->kept, request->wave);
	return 0;
}

static const int ids[] = { ACTION_SAVE, ACTION_OPEN, ACTION_SEARCH, ACTION_FILTER, 0 };

static const struct screen mapping_screen = { .name = "answers_import",
	.title = N_("Answers of a survey"),
	.size = sizeof(struct mapping_screen),
	.actions = ids,
	.start = start,
	.help = help,
	LIST_SCREEN };

void
answers_import_open(struct screens *s, const char *wave, const char *path)
{
	struct request request = { .wave = wave };
	const struct import_options options = { .wave = wave };
	struct waiting waiting;
	struct error err = { 0 };

	waiting_start(&waiting, s, _("Reading the file"));
	if (importer_read(&request.importer, app_of(s)->db, IMPORT_ANSWERS, path, &options,
		    &waiting.progress, &err) < 0)
		app_error(s, _("The file was not taken"), &err);
	else
		screens_push(s, &mapping_screen, &request);
}
