/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a quarter's totals of decisions. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/sheets/decision_count.h"
#include "model/sheets/decision_sheets.h"
#include "screens/frame/lookup.h"
#include "screens/groups/group_screens.h"
#include "screens/sheets/sheet_screens.h"

#include <stdio.h>
#include <string.h>

struct values {
	char unit[160], unit_key[UNIT_CODE_SIZE];
	char year[8], quarter[4], case_type[96], department[96];
	char count[DECISION_ITEMS][10];
	char remark[256];
	char warning[480]; /* what does not go together, once it is saved */
};

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member
#define COUNT(title, item, sentence)                                                              \
	{                                                                                         \
		.kind = FIELD_NUMBER, .label = title, AT(count[item]), .width = 9, .whole = true, \
		.min = 0, .max = 9999999, .help = sentence                                        \
	}

/* What the unit has written in other quarters, so that they add up; and any other text. */
static int
suggest_words(struct app *app, const struct values *v, bool departments, const char *typed,
	struct field_suggestion *rows, int max)
{
	char needle[128], folded[128];
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	const char **list;
	int slot = NO_SLOT, words, count = 0;
	bool same = false;

	text_fold(needle, sizeof needle, typed);
	if (lookup_unit_take(app, v->unit, v->unit_key, 0, &slot, &ignored) ||
		decision_words(app->db, slot, departments, &arena, &list, &words, &ignored))
		words = 0;
	for (int i = 0; i < words && count < max - 1; i++) {
		if (!text_match(text_fold(folded, sizeof folded, list[i]), needle))
			continue;
		same |= !strcmp(folded, needle);
		rows[count].whole = true; /* so that what is typed goes not before it */
		text_copy(rows[count++].text, sizeof rows->text, list[i]);
	}
	if (count && !same) {
		text_copy(rows[count].text, sizeof rows->text, typed);
		text_copy(rows[count++].note, sizeof rows->note, _("as it is typed"));
	}
	arena_release(&arena);
	return count;
}

static int
suggest_case(void *app, const void *data, const char *typed, struct field_suggestion *rows, int max)
{
	return suggest_words(app, data, false, typed, rows, max);
}

static int
suggest_department(
	void *app, const void *data, const char *typed, struct field_suggestion *rows, int max)
{
	return suggest_words(app, data, true, typed, rows, max);
}

static const struct field fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Unit"),
		AT(unit),
		.key_offset = offsetof(struct values, unit_key),
		.key_size = UNIT_CODE_SIZE,
		.required = true,
		.width = 50,
		.suggest = group_suggest_member,
		.none = N_("No unit has such a name or code."),
		.help = N_("Whose decisions these are.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Year"),
		AT(year),
		.required = true,
		.width = 6,
		.whole = true,
		.min = UNIT_FIRST_YEAR,
		.max = UNIT_LAST_YEAR,
		.help = N_("The year of the quarter.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Quarter of the year"),
		AT(quarter),
		.required = true,
		.width = 3,
		.whole = true,
		.min = 1,
		.max = 4,
		.help = N_("1, 2, 3 or 4.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Type of cases"),
		AT(case_type),
		.required = true,
		.width = 50,
		.suggest_beside = suggest_case,
		.help = N_("Such as “warunki zabudowy”; always the same words, so that quarters "
			   "add up.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Department"),
		AT(department),
		.width = 50,
		.suggest_beside = suggest_department,
		.help = N_("Department or organisational unit; empty = of the whole office.") },
	COUNT(N_("Decisions issued"), DECISION_ISSUED, N_("All decisions issued in the quarter.")),
	COUNT(N_("late: statutory"), DECISION_LATE,
		N_("Issued after the statutory time, extended or not.")),
	COUNT(N_("late: extended"), DECISION_LATE_EXTENDED,
		N_("Issued after the time that was extended by notice, counted apart.")),
	COUNT(N_("Appealed against"), DECISION_APPEALED, N_("Appeals made in the quarter.")),
	COUNT(N_("SKO: upheld"), DECISION_UPHELD, N_("Decided by SKO in the quarter: upheld.")),
	COUNT(N_("SKO: sent back"), DECISION_SENT_BACK,
		N_("Overturned and sent back for another decision.")),
	COUNT(N_("SKO: decided"), DECISION_OVERTURNED, N_("Overturned and decided by SKO itself.")),
	COUNT(N_("SKO: discontinued"), DECISION_DISCONTINUED, N_("The appeal was discontinued.")),
	COUNT(N_("SKO: inadmissible"), DECISION_INADMISSIBLE,
		N_("The appeal was inadmissible or too late.")),
	COUNT(N_("Declared invalid"), DECISION_INVALID,
		N_("Decisions whose invalidity was declared in the quarter.")),
	COUNT(N_("Changed by office"), DECISION_CHANGED,
		N_("Decisions that the office itself changed after an appeal.")),
	{ .kind = FIELD_TEXT,
		.label = N_("Remark"),
		AT(remark),
		.width = 54,
		.help = N_("What a reader should know.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };

static const char *const names[FIELDS] = { "unit", "year", "quarter", "case_type", "department",
	"issued", "late", "late_extended", "appealed", "upheld", "sent_back", "overturned",
	"discontinued", "inadmissible", "invalid", "changed", "remark" };

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct decision_count c = { .slot = NO_SLOT };
	struct values *v = values;

	if (of->id) {
		if (decision_count_load(app->db, of->id, &c, err))
			return -1;
	} else {
		struct date today = clock_today();

		if (group_unit_of_new(app, 0, &c.slot, err))
			return -1;
		c.year = today.month > 3 ? today.year : today.year - 1;
		c.quarter = today.month > 3 ? (today.month - 1) / 3 : 4;
		text_copy(c.uid, sizeof c.uid, "new-decisions");
	}
	of->rev = c.rev;
	text_copy(of->uid, sizeof of->uid, c.uid);
	text_copy(of->owner, sizeof of->owner, c.owner);
	card_form_number(v->year, sizeof v->year, c.year);
	card_form_number(v->quarter, sizeof v->quarter, c.quarter);
	text_copy(v->case_type, sizeof v->case_type, c.case_type);
	text_copy(v->department, sizeof v->department, c.department);
	for (int i = 0; i < DECISION_ITEMS; i++)
		if (of->id)
			snprintf(v->count[i], sizeof v->count[i], "%lld", (long long)c.count[i]);
	text_copy(v->remark, sizeof v->remark, c.remark);
	return lookup_unit_put(
		app, c.slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
}

/* What was saved all the same is told afterwards. */
static int
warn(struct app *app, const struct decision_count *c, const struct decision_sheets *before,
	struct arena *arena, struct values *v, struct error *err)
{
	const char *list[4] = { "" }, *sheets;
	int64_t earlier;

	if (decision_waiting(app->db, c, &earlier, err) ||
		decision_sheets_told(app->db, before, arena, &sheets, err))
		return -1;
	decision_warnings(c, earlier, arena, list, 4);
	snprintf(v->warning, sizeof v->warning, "%s%s%s", sheets,
		sheets[0] && list[0][0] ? " " : "", list[0]);
	return 0;
}

/* was: as it stands; its year may be another. */
static int
save_count(struct app *app, struct decision_count *c, const struct decision_count *was,
	struct values *v, struct error *err)
{
	struct decision_sheets before = { .count = 0 };
	struct arena arena = { 0 };
	int result = 0;

	if (was->id && (was->slot != c->slot || was->year != c->year))
		result = decision_sheets_load(app->db, was->slot, was->year, &arena, &before, err);
	if (result == 0)
		result = decision_sheets_load(app->db, c->slot, c->year, &arena, &before, err);
	if (result == 0)
		result = decision_count_save(app->db, c, err);
	if (result == 0)
		result = warn(app, c, &before, &arena, v, err);
	arena_release(&arena);
	return result;
}

static int
save_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	struct decision_count c = { 0 }, was;

	if (of->id && decision_count_load(app->db, of->id, &c, err))
		return -1;
	was = c;
	c.rev = of->rev;
	c.year = (int)card_form_whole(v->year);
	c.quarter = (int)card_form_whole(v->quarter);
	text_copy(c.case_type, sizeof c.case_type, v->case_type);
	text_copy(c.department, sizeof c.department, v->department);
	for (int i = 0; i < DECISION_ITEMS; i++)
		c.count[i] = card_form_whole(v->count[i]);
	text_copy(c.remark, sizeof c.remark, v->remark);
	if (lookup_unit_take(app, v->unit, v->unit_key, DECISION_FIELD_UNIT, &c.slot, err) ||
		save_count(app, &c, &was, (struct values *)v, err))
		return -1;
	of->id = c.id;
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	if (of->id)
		snprintf(dst, size, _("Decisions: %s, quarter %s of %s"), v->case_type, v->quarter,
			v->year);
	else
		text_copy(dst, size, _("Decisions of a quarter"));
}

static void
said(const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	if (v->warning[0])
		snprintf(dst, size, _("Saved. %s"), v->warning);
}

const struct card_form_kind decision_form = { .name = "decision_count",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = save_values,
	.title = title,
	.saved = N_("The totals are saved."),
	.said = said };
