/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remarks of consultations and opinions on the draft of a strategy, with their answers. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/strategies/consultation.h"
#include "report/task_documents.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/strategies/task_forms.h"

#include <stdio.h>

/* ---- the form ---- */

struct values {
	char author[KEPT_LINE_SIZE], made_on[32], place[KEPT_LINE_SIZE], text[KEPT_LINES_SIZE];
	int outcome;
	char answer[KEPT_LINES_SIZE];
};

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member

static const char *const outcomes[] = { N_("not answered yet"), N_("taken into account"),
	N_("taken in part"), N_("not taken"), NULL };

static const struct field fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Whose"),
		AT(author),
		.width = 40,
		.help = N_("A resident, an organisation, a neighbouring gmina, the board of the "
			   "voivodeship; no names of people.") },
	{ .kind = FIELD_DATE,
		.label = N_("Day"),
		AT(made_on),
		.width = 12,
		.help = N_("The day on which it came in.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Part of the draft"),
		AT(place),
		.width = 40,
		.help = N_("Goal, page or chapter that it is about.") },
	{ .kind = FIELD_LINES,
		.label = N_("Remark"),
		AT(text),
		.required = true,
		.rows = 4,
		.help = N_("What is proposed or objected.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Outcome"),
		AT(outcome),
		.choices = outcomes,
		.width = 24,
		.help = N_("What the authors of the draft did with it.") },
	{ .kind = FIELD_LINES,
		.label = N_("Answer and reason"),
		AT(answer),
		.rows = 4,
		.help = N_("The answer and its reason; needed where it is not taken in full.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "author", "made_on", "place", "text", "outcome",
	"answer" };

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct arena arena = { 0 };
	struct remark r;
	struct strategy s;

	if (strategy_load(app->db, of->parent, &s, err))
		return -1;
	of->rev = s.rev;
	strategy_line_uid(of, s.uid);
	if (of->id == 0)
		return 0;
	if (remark_load(app->db, of->parent, (int)of->id, &arena, &r, err) ||
		remark_check_texts(&r, err)) {
		arena_release(&arena);
		return -1;
	}
	text_copy(v->author, sizeof v->author, r.author);
	card_form_date(v->made_on, sizeof v->made_on, r.made_on);
	text_copy(v->place, sizeof v->place, r.place);
	text_copy(v->text, sizeof v->text, r.text);
	v->outcome = (int)r.outcome;
	text_copy(v->answer, sizeof v->answer, r.answer);
	arena_release(&arena);
	return 0;
}

static int
write_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	char made[12];
	struct remark r = { .position = (int)of->id,
		.outcome = (enum remark_outcome)v->outcome,
		.author = v->author,
		.made_on = card_form_iso(made, sizeof made, v->made_on),
		.place = v->place,
		.text = v->text,
		.answer = v->answer };

	if (remark_save(app->db, of->parent, of->rev, &r, err))
		return -1;
	of->id = r.position;
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	if (of->id)
		snprintf(dst, size, _("Remark %lld"), (long long)of->id);
	else
		text_copy(dst, size, _("New remark"));
}

const struct card_form_kind remark_form = { .name = "strategy_remark",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = write_values,
	.title = title,
	.saved = N_("The remark is saved.") };

/* ---- the list ---- */

struct remarks {
	struct list_screen base;
	struct strategy_view view;
	struct remark *rows;
	struct remark_totals totals;
};

static int
load(void *self, struct error *err)
{
	struct remarks *v = self;

	if (strategy_view_load(&v->view, v->base.app, &v->base.arena, err))
		return -1;
	if (v->view.strategy.id == 0)
		return 0;
	if (remark_list(v->base.app->db, v->view.strategy.id, &v->base.arena, &v->rows,
		    &v->base.count, err))
		return -1;
	remark_totals(v->rows, v->base.count, &v->totals);
	return 0;
}

static const struct list_column columns[] = {
	{ N_("Remark"), 0, false },
	{ N_("Whose"), 18, false },
	{ N_("Day"), 10, false },
	{ N_("Outcome"), 23, false },
};

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	static const enum role roles[REMARK_OUTCOMES] = { [REMARK_OPEN] = ROLE_WARN,
		[REMARK_TAKEN] = ROLE_GOOD,
		[REMARK_PARTLY] = ROLE_TEXT,
		[REMARK_NOT_TAKEN] = ROLE_HINT };
	const struct remark *r = &((const struct remarks *)self)->rows[row];
	size_t used;

	switch (column) {
	case 0:
		used = (size_t)snprintf(c->text, sizeof c->text, "%d. ", r->position);
		text_copy(c->text + used, sizeof c->text - used, r->text);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, r->author);
		break;
	case 2:
		if (r->made_on[0])
			format_date(c->text, sizeof c->text, r->made_on);
		break;
	default:
		text_copy(c->text, sizeof c->text, remark_outcome_label(r->outcome));
		c->role = roles[r->outcome];
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct remarks *)self)->rows[row].position);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct remark *r = &((const struct remarks *)self)->rows[row];

	snprintf(dst, size, "%s %s %s %s %s", r->author, r->place, remark_outcome_label(r->outcome),
		r->text, r->answer);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct remarks *v = self;

	if (row >= 0)
		snprintf(dst, size, "%s%s%s", v->rows[row].place,
			v->rows[row].place[0] && v->rows[row].answer[0] ? "; " : "",
			v->rows[row].answer);
}

static void
above(void *self, struct canvas *c)
{
	const struct remarks *v = self;

	strategy_view_draw(&v->view, c);
	if (v->base.count)
		canvas_printf(c, STRATEGY_VIEW_LINES, 0, -1, ROLE_TEXT,
			_("Remarks: %d, taken %d, in part %d, not taken %d, not answered %d"),
			v->totals.count, v->totals.by_outcome[REMARK_TAKEN],
			v->totals.by_outcome[REMARK_PARTLY], v->totals.by_outcome[REMARK_NOT_TAKEN],
			v->totals.by_outcome[REMARK_OPEN]);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct remarks *v = self;

	(void)err;
	document_remarks(table, arena, &v->view.strategy, v->rows, v->base.count);
	return 0;
}

static void
about(const void *self, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct remarks *)self)->view.strategy.code);
}

static const struct line_acts acts = {
	.form = &remark_form,
	.move = remark_move,
	.remove = remark_remove,
	.deleted = DELETED_REMARK,
	.ask = N_("Delete the remark?"),
	.removed = N_("The remark is deleted; x and p bring it back."),
};

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct remarks *v = self;

	return line_act(s, &v->base, &v->view, &acts, action, event);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct remarks *v = self;

	return line_act_row(
		s, &v->base, &v->view, &acts, v->rows[row].position, v->rows[row].text, action);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No remark yet: F7 enters the first one."),
	.lines_above = STRATEGY_VIEW_LINES + 1,
	.whole_lines = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("remarks"),
	.file_title = N_("Remarks of the consultations"),
	.build = build,
	.about = about,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct remarks *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	strategy_view_start(&v->view, STRATEGY_TAB_REMARKS, argument);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_STRATEGY_TAB, ACTION_STRATEGY_CHOOSE, ACTION_MOVE_UP,
	ACTION_MOVE_DOWN, ACTION_RETIRED, 0 };

const struct screen remark_list_screen = { .name = "consultation_remarks",
	.title = N_("Remarks"),
	.size = sizeof(struct remarks),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
