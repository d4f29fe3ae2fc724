/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How members of a group work, side by side: decisions with their shares, forms of organisation. */
#include "config.h"

#include "report/exchange_report.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/sheets/decision_count.h"
#include "model/sheets/service_organisation.h"
#include "report/exchange_report_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { QUARTERS = 4 };

/* ---- decisions ---- */

static void
row_of(struct report_table *t, const char *name)
{
	report_table_row(t);
	report_cell_text(t, name);
}

static void
put_number(struct report_table *t, const struct decision_sum *s, double value, int decimals)
{
	if (isnan(value))
		report_cell_missing(t, "–");
	else
		report_cell_decimals(t, value, decimals);
	if (s->made_up && !isnan(value))
		report_cell_mark(t, "m");
}

static void
decision_rows(const struct exchange_writing *w, struct report_table *t,
	const struct decision_sum *sums, int count)
{
	row_of(t, _("Quarters with totals"));
	for (int i = 0; i < count; i++)
		put_number(t, &sums[i], sums[i].quarters, 0);
	for (int item = 0; item < DECISION_ITEMS; item++) {
		row_of(t, decision_item_label((enum decision_item)item));
		for (int i = 0; i < count; i++)
			put_number(t, &sums[i], (double)sums[i].count[item], 0);
	}
	row_of(t, _("Appeals decided by SKO"));
	for (int i = 0; i < count; i++)
		put_number(t, &sums[i], (double)decision_decided(sums[i].count), 0);
	for (int k = 0; k < DECISION_SHARES; k++) {
		enum decision_share share = (enum decision_share)k;

		row_of(t, arena_format(w->arena, "%s, %% %s", decision_share_label(share),
				  decision_share_denominator(share)));
		for (int i = 0; i < count; i++)
			put_number(t, &sums[i], decision_share_of(sums[i].count, share), 1);
	}
}

static void
decision_notes(struct report_table *t, const struct decision_sum *sums, int count)
{
	bool part = false, made_up = false;

	for (int i = 0; i < count; i++) {
		part |= sums[i].quarters < QUARTERS;
		made_up |= sums[i].made_up;
	}
	report_table_footnote(t, _("The share overturned has two usual denominators, appeals "
				   "decided and decisions issued; each row names its own."));
	if (part)
		report_table_footnote(t, _("Members with fewer than four quarters are not to be "
					   "compared by numbers, only by shares."));
	if (made_up)
		report_table_footnote(t, _("m  made-up data"));
}

static void
put_table(const struct exchange_writing *w, const struct decision_sum *sums, int count)
{
	struct report_table *t = exchange_table(w, "");

	report_table_column(t, "what", _("What"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++)
		report_table_column(t, arena_format(w->arena, "member_%d", i + 1),
			sums[i].unit_name, REPORT_NUMBER, -1);
	decision_rows(w, t, sums, count);
	decision_notes(t, sums, count);
}

static int
by_words(const void *a, const void *b)
{
	return text_compare(*(const char *const *)a, *(const char *const *)b);
}

/* The types of cases of the rows, each once, in Polish order. */
static const char **
types_of(const struct decision_count *rows, int count, struct arena *arena, int *n)
{
	const char **types = arena_array(arena, (size_t)count + 1, sizeof *types);
	char one[128], other[128];

	*n = 0;
	for (int i = 0; i < count; i++) {
		bool seen = false;

		text_fold(one, sizeof one, rows[i].case_type);
		for (int k = 0; k < *n && !seen; k++)
			seen = strcmp(text_fold(other, sizeof other, types[k]), one) == 0;
		if (!seen)
			types[(*n)++] = rows[i].case_type;
	}
	if (*n)
		qsort(types, (size_t)*n, sizeof *types, by_words);
	return types;
}

/* Cases of different types have different terms: what they say together is told type by type. */
static int
put_types(const struct exchange_writing *w, struct decision_filter of_year, struct error *err)
{
	struct decision_count *rows;
	struct decision_sum *sums;
	const char **types;
	int row_count, n, count;

	if (decision_count_list(w->r->db, &of_year, w->arena, &rows, &row_count, err))
		return -1;
	types = types_of(rows, row_count, w->arena, &n);
	for (int i = 0; i < n && n > 1; i++) {
		of_year.case_type = types[i];
		if (decision_sums(w->r->db, &of_year, false, w->arena, &sums, &count, err))
			return -1;
		document_heading(w->d, 2, types[i]);
		put_table(w, sums, count);
	}
	return 0;
}

static void
put_decisions(
	const struct exchange_writing *w, const struct decision_sum *sums, int count, int year)
{
	document_heading(w->d, 1,
		year ? arena_format(w->arena, _("Decisions and appeals to SKO, %d"), year)
		     : _("Decisions and appeals to SKO"));
	if (!count)
		document_paragraph(w->d, year ? _("No member has entered totals of this year.")
					      : _("No member has entered totals of decisions."));
	else
		put_table(w, sums, count);
}

/* ---- forms of organisation ---- */

static const char *
employment(struct arena *arena, double posts)
{
	char text[32];

	return isnan(posts) ? "" : arena_string(arena, number_format(text, sizeof text, posts, -1));
}

/* One service in the newest year of each member: the members beside each other. */
static void
put_service(
	const struct exchange_writing *w, const struct service_organisation *const *of, int count)
{
	static const char *const names[] = { N_("Year"), N_("Delivered by"), N_("Its name"),
		N_("Posts"), N_("Scale"), N_("Contract"), N_("Fees"), N_("Remark") };
	struct report_table *t;

	document_heading(w->d, 2, of[0]->service);
	t = exchange_table(w, "");
	report_table_column(t, "what", _("What"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++)
		report_table_column(t, arena_format(w->arena, "member_%d", i + 1), of[i]->unit_name,
			REPORT_TEXT, 0);
	for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
		row_of(t, _(names[k]));
		for (int i = 0; i < count; i++) {
			const struct service_organisation *o = of[i];
			const char *const cells[] = { arena_format(w->arena, "%d", o->year),
				service_provider_label(o->provider), o->name,
				employment(w->arena, o->employment), o->scale, o->contract, o->fees,
				o->remark };

			report_cell_text(t, cells[k]);
		}
	}
}

/* The list comes by service, year (newest first) and unit. */
static void
put_organisations(
	const struct exchange_writing *w, const struct service_organisation *list, int count)
{
	const struct service_organisation **of =
		arena_array(w->arena, (size_t)count + 1, sizeof *of);
	int n = 0;

	document_heading(w->d, 1, _("Forms of organisation"));
	if (!count)
		document_paragraph(w->d, _("No member has said who delivers a service."));
	for (int i = 0; i < count; i++) {
		bool seen = false;

		for (int k = 0; k < n; k++)
			seen |= of[k]->slot == list[i].slot;
		if (!seen)
			of[n++] = &list[i];
		if (i + 1 == count || strcmp(list[i + 1].service, list[i].service) != 0) {
			put_service(w, of, n);
			n = 0;
		}
	}
}

/* ---- the document ---- */

static int
newest(const struct decision_sum *sums, int count)
{
	int year = 0;

	for (int i = 0; i < count; i++)
		if (sums[i].year > year)
			year = sums[i].year;
	return year;
}

int
exchange_report_practice(const struct exchange_report *r, const struct exchange_group *group,
	int year, const char *cases, const char *department, struct arena *arena,
	struct document *d, struct error *err)
{
	struct decision_filter filter = {
		.group = group->id, .case_type = cases, .department = department
	};
	const struct service_filter service = { .group = group->id };
	struct service_organisation *forms;
	struct decision_sum *sums;
	struct exchange_writing w;
	int count, form_count, n = 0, upto = 0;

	if (decision_sums(r->db, &filter, false, arena, &sums, &count, err) ||
		service_organisation_list(r->db, &service, arena, &forms, &form_count, err))
		return -1;
	if (!year)
		year = newest(sums, count);
	for (int i = 0; i < count; i++)
		if (sums[i].year == year)
			sums[n++] = sums[i];
	for (int i = 0; i < form_count; i++) /* what was not yet so is left out */
		if (!year || forms[i].year <= year)
			forms[upto++] = forms[i];
	w = exchange_begin(
		r, arena, d, arena_format(arena, _("How members of %s work"), group->code));
	document_fact(d, _("Group"), group->name);
	document_fact(d, _("Service"), group->service);
	if (!group->agreed_on[0])
		document_fact(d, _("Use"), _("For internal use of the group"));
	if (group->made_up)
		document_fact(d, _("Remark"), _("Made-up data of the demonstration"));
	if (cases)
		document_fact(d, _("Type of cases"), cases);
	if (department)
		document_fact(d, _("Department"), department);
	put_decisions(&w, sums, n, year);
	filter.first_year = filter.last_year = year;
	if (!cases && n && put_types(&w, filter, err))
		return -1;
	put_organisations(&w, forms, upto);
	return 0;
}
