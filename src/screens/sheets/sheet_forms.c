/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of a data sheet: its day and note, and what is unusual for one line. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/sheets/sheet_screens.h"

#include <math.h>
#include <stdio.h>

/* ---- the sheet ---- */

struct head {
	char group[64];
	char year[8], due[32], note[512];
};

static const struct field head_fields[] = {
	{ .kind = FIELD_NUMBER,
		.label = N_("Year"),
		.offset = offsetof(struct head, year),
		.size = sizeof((struct head *)0)->year,
		.width = 6,
		.whole = true,
		.min = UNIT_FIRST_YEAR,
		.max = UNIT_LAST_YEAR,
		.required = true,
		.help = N_("The year that the figures are of.") },
	{ .kind = FIELD_DATE,
		.label = N_("Due on"),
		.due = true,
		.offset = offsetof(struct head, due),
		.size = sizeof((struct head *)0)->due,
		.width = 12,
		.help = N_("The last day for handing the sheet in; empty = no day.") },
	{ .kind = FIELD_LINES,
		.label = N_("Note"),
		.offset = offsetof(struct head, note),
		.size = sizeof((struct head *)0)->note,
		.rows = 3,
		.help = N_("Printed above the lines: what members should mind.") },
};
static const char *const head_names[] = { "year", "due", "note" };

static int
read_head(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct data_sheet s;
	struct head *v = values;

	if (data_sheet_load(app->db, of->id, &s, err))
		return -1;
	of->rev = s.rev;
	text_copy(of->uid, sizeof of->uid, s.uid);
	text_copy(of->owner, sizeof of->owner, s.owner);
	text_copy(v->group, sizeof v->group, s.group_code);
	card_form_number(v->year, sizeof v->year, s.year);
	card_form_date(v->due, sizeof v->due, s.due_on);
	text_copy(v->note, sizeof v->note, s.note);
	return 0;
}

static int
save_head(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct head *v = values;
	struct data_sheet s;

	if (data_sheet_load(app->db, of->id, &s, err))
		return -1;
	s.rev = of->rev;
	s.year = (int)card_form_whole(v->year);
	card_form_iso(s.due_on, sizeof s.due_on, v->due);
	text_copy(s.note, sizeof s.note, v->note);
	return data_sheet_save(app->db, &s, NULL, 0, err);
}

static void
head_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct head *v = values;

	(void)of;
	snprintf(dst, size, _("Data sheet %s, %s"), v->group, v->year);
}

const struct card_form_kind sheet_form = { .name = "data_sheet",
	.fields = head_fields,
	.names = head_names,
	.count = sizeof head_fields / sizeof *head_fields,
	.size = sizeof(struct head),
	.role = PERSON_CLERK,
	.read = read_head,
	.save = save_head,
	.title = head_title,
	.saved = N_("The data sheet is saved.") };

/* ---- a line ---- */

struct line {
	char name[160];
	char low[32], high[32], change[32];
};

#define LIMIT(title, member, sentence)                                                         \
	{                                                                                      \
		.kind = FIELD_NUMBER, .label = title, .offset = offsetof(struct line, member), \
		.size = sizeof((struct line *)0)->member, .width = 16, .help = sentence        \
	}
static const struct field line_fields[] = {
	LIMIT(N_("Lowest usual"), low, N_("A value below asks for a remark; empty = none.")),
	LIMIT(N_("Highest usual"), high, N_("A value above asks for a remark; empty = none.")),
	LIMIT(N_("Largest change, %"), change,
		N_("A larger change against the year before asks for a remark; empty = none.")),
};
static const char *const line_names[] = { "low", "high", "change" };

static void
put(char *dst, size_t size, double value)
{
	if (isnan(value))
		text_copy(dst, size, "");
	else
		number_field(dst, size, value);
}

static double
take(const char *text)
{
	double value;

	return text[0] && number_parse(text, &value) == 0 ? value : NAN;
}

/* The whole sheet with its lines; *at is the one meant. */
static int
load_line(struct app *app, int64_t id, struct data_sheet *s, struct arena *arena,
	struct data_sheet_line **lines, int *count, int *at, struct error *err)
{
	*at = (int)(id % SHEET_LINE_OF) - 1;
	if (data_sheet_load(app->db, id / SHEET_LINE_OF, s, err) ||
		data_sheet_lines(app->db, s->id, arena, lines, count, err))
		return -1;
	if (*at >= *count)
		return error_set(
			err, ERROR_MISSING, _("This line is gone from the data sheet meanwhile."));
	return 0;
}

static int
read_line(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct arena arena = { 0 };
	struct data_sheet_line *lines;
	struct line *v = values;
	struct data_sheet s;
	int count, at, result;

	result = load_line(app, of->id, &s, &arena, &lines, &count, &at, err);
	if (result == 0) {
		of->rev = s.rev;
		snprintf(of->uid, sizeof of->uid, "%.28s%d", s.uid, at);
		text_copy(of->owner, sizeof of->owner, s.owner);
		snprintf(v->name, sizeof v->name, "%.12s %.120s", lines[at].code, lines[at].name);
		put(v->low, sizeof v->low, lines[at].low);
		put(v->high, sizeof v->high, lines[at].high);
		put(v->change, sizeof v->change, lines[at].change);
	}
	arena_release(&arena);
	return result;
}

static int
save_line(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	struct arena arena = { 0 };
	struct data_sheet_line *lines;
	const struct line *v = values;
	struct data_sheet s;
	int count, at, result;

	result = load_line(app, of->id, &s, &arena, &lines, &count, &at, err);
	if (result == 0) {
		s.rev = of->rev;
		lines[at].low = take(v->low);
		lines[at].high = take(v->high);
		lines[at].change = take(v->change);
		result = data_sheet_save(app->db, &s, lines, count, err);
		if (result && err && err->field >= DATA_SHEET_LINE_LOW)
			err->field -= DATA_SHEET_LINE_LOW - 1;
	}
	arena_release(&arena);
	return result;
}

static void
line_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)of;
	text_copy(dst, size, ((const struct line *)values)->name);
}

const struct card_form_kind sheet_line_form = { .name = "data_sheet_line",
	.fields = line_fields,
	.names = line_names,
	.count = sizeof line_fields / sizeof *line_fields,
	.size = sizeof(struct line),
	.role = PERSON_CLERK,
	.read = read_line,
	.save = save_line,
	.title = line_title,
	.saved = N_("The line is saved.") };
