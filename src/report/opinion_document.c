/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opinions of members on a draft, and the log of advice, as documents. */
#include "config.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/meetings/advice.h"
#include "model/groups/exchange_group.h"
#include "model/meetings/opinion.h"
#include "report/minutes_parts.h"

static const char *
unit_label(const struct unit_table *units, int slot, const char *none)
{
	const struct unit *u = unit_by_slot(units, slot);

	return u ? u->told : slot ? "?" : none;
}

static void
put_answers(struct document *d, const struct unit_table *units, const struct opinion_answer *list,
	int count)
{
	struct report_table *t = document_table(d);

	report_table_start(t, d->arena, "");
	report_table_column(t, "unit", _("Unit"), REPORT_TEXT, 0);
	report_table_column(t, "view", _("The view"), REPORT_TEXT, 0);
	report_table_column(t, "text", _("What it says"), REPORT_TEXT, 0);
	report_table_column(t, "outcome", _("Outcome"), REPORT_TEXT, 0);
	report_table_column(t, "reason", _("Reason"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_text(t, unit_label(units, list[i].slot, ""));
		report_cell_text(t, opinion_view_label(list[i].view));
		report_cell_text(t, list[i].text);
		report_cell_text(t, opinion_outcome_label(list[i].outcome));
		report_cell_text(t, list[i].reason);
	}
}

int
opinion_document(struct db *db, int64_t opinion, struct arena *arena, struct document *out,
	struct error *err)
{
	struct unit_table units;
	struct opinion o;
	struct opinion_answer *list;
	int count;

	if (opinion_load(db, opinion, arena, &o, err) ||
		opinion_answers(db, opinion, arena, &list, &count, err) ||
		unit_table_load(db, &units, err))
		return -1;
	document_start(out, arena, arena_format(arena, _("Opinions on the draft: %s"), o.title));
	if (minutes_document_above(db, out, err)) {
		unit_table_release(&units);
		return -1;
	}
	document_fact(out, _("Group"), o.group_code);
	document_fact(out, _("Version of the text"), o.version);
	document_fact(out, _("Document"), o.document_title);
	document_fact(out, _("Asked on"), date_shown(arena, o.asked_on));
	document_fact(out, _("Answers until"), date_shown(arena, o.due_on));
	document_heading(out, 1, _("The question"));
	minutes_document_text(out, o.question);
	document_heading(out, 1, _("Answers of members"));
	document_paragraph(out, arena_format(arena, _("Answered: %d of %d; settled: %d."),
					o.answers, o.members, o.settled));
	put_answers(out, &units, list, count);
	unit_table_release(&units);
	return 0;
}

/* ---- advice ---- */

static void
put_sums(struct document *d, const struct unit_table *units, const struct advice_sum *list,
	int count)
{
	struct report_table *t = document_table(d);
	long minutes = 0, times = 0;
	char hours[32];

	report_table_start(t, d->arena, "");
	report_table_column(t, "expert", _("Expert"), REPORT_TEXT, 0);
	report_table_column(t, "unit", _("Unit"), REPORT_TEXT, 0);
	report_table_column(t, "times", _("Times"), REPORT_NUMBER, 0);
	report_table_column(t, "hours", _("Hours"), REPORT_CODE, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_text(t, *list[i].expert ? list[i].expert : "–");
		report_cell_text(t, unit_label(units, list[i].slot, _("the group")));
		report_cell_number(t, list[i].times);
		report_cell_text(t, advice_hours_show(hours, sizeof(hours), list[i].minutes));
		minutes += list[i].minutes;
		times += list[i].times;
	}
	report_table_row(t);
	report_table_sum(t);
	report_cell_text(t, _("Together"));
	report_cell_text(t, "");
	report_cell_number(t, (double)times);
	report_cell_text(t, advice_hours_show(hours, sizeof(hours), minutes));
}

static void
put_log(struct document *d, const struct unit_table *units, const struct advice *list, int count)
{
	struct report_table *t = document_table(d);
	char hours[32];

	report_table_start(t, d->arena, "");
	report_table_column(t, "given_on", _("Day"), REPORT_CODE, 0);
	report_table_column(t, "expert", _("Expert"), REPORT_TEXT, 0);
	report_table_column(t, "unit", _("Unit"), REPORT_TEXT, 0);
	report_table_column(t, "form", _("Form of advice"), REPORT_TEXT, 0);
	report_table_column(t, "hours", _("Hours"), REPORT_CODE, 0);
	report_table_column(t, "question", _("The question"), REPORT_TEXT, 0);
	report_table_column(t, "answer", _("The answer"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_text(t, date_shown(d->arena, list[i].given_on));
		report_cell_text(t, *list[i].expert ? list[i].expert : "–");
		report_cell_text(t, unit_label(units, list[i].slot, _("the group")));
		report_cell_text(t, advice_form_label(list[i].form));
		report_cell_text(t, advice_hours_show(hours, sizeof(hours), list[i].minutes));
		report_cell_text(t, list[i].question);
		report_cell_text(t, list[i].answer);
	}
}

int
advice_document(
	struct db *db, int64_t group, struct arena *arena, struct document *out, struct error *err)
{
	struct exchange_group about = { .name = "" };
	struct unit_table units;
	struct advice_sum *sums;
	struct advice *list;
	int count, sum_count, result;

	if ((group && exchange_group_load(db, group, &about, err)) ||
		advice_list(db, group, false, arena, &list, &count, err) ||
		advice_sums(db, group, 0, arena, &sums, &sum_count, err) ||
		unit_table_load(db, &units, err))
		return -1;
	document_start(out, arena, _("Advice between meetings"));
	result = minutes_document_above(db, out, err);
	document_fact(out, _("Group"), about.name);
	document_heading(out, 1, _("Hours by expert and unit"));
	put_sums(out, &units, sums, sum_count);
	document_heading(out, 1, _("Log"));
	put_log(out, &units, list, count);
	unit_table_release(&units);
	return result;
}
