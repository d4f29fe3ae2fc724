/* SPDX-License-Identifier: GPL-3.0-or-later */
/* decision, organisation: quarterly totals of decisions, and who delivers a service. */
#include "config.h"

#include "commands/given.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/sheets/decision_count.h"
#include "model/sheets/decision_sheets.h"
#include "model/groups/exchange_group.h"
#include "model/sheets/service_organisation.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

/* ---- decisions ---- */

/* The totals of the first five operands; id 0 = none. retired: among the deleted ones. */
static int
find_count(struct run *run, bool retired, struct decision_count *c, struct error *err)
{
	const char **operands = run->arguments->operands;
	struct decision_filter filter = { .case_type = operands[3], .retired = retired };
	struct decision_count *list;
	const struct unit *unit;
	long quarter;
	int year = 0, count;

	if (run_unit(run, operands[0], &unit, err) || run_year(operands[1], &year, err))
		return -1;
	if (number_parse_whole(operands[2], 1, 4, &quarter))
		return error_set(err, ERROR_INPUT, _("A quarter is 1, 2, 3 or 4."));
	*c = (struct decision_count){ .slot = unit->slot, .year = year, .quarter = (int)quarter };
	if (run_text(operands[3], c->case_type, sizeof(c->case_type), err) ||
		run_text(operands[4], c->department, sizeof(c->department), err))
		return -1;
	filter.slot = unit->slot;
	filter.first_year = filter.last_year = year;
	filter.department = c->department;
	if (decision_count_list(run->db, &filter, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].quarter == quarter)
			*c = list[i];
	return 0;
}

static int
tell_sheets(struct run *run, const struct decision_sheets *before, struct error *err)
{
	const char *text;

	if (decision_sheets_told(run->db, before, &run->arena, &text, err))
		return -1;
	if (text[0])
		run_say("%s", text);
	return 0;
}

int
command_decision_set(struct run *run, struct error *err)
{
#define D(item) offsetof(struct decision_count, count) + (item) * sizeof(int64_t), sizeof(int64_t)
	struct given_field fields[DECISION_ITEMS + 1];
	struct decision_sheets before = { .count = 0 };
	const char *warnings[8];
	struct decision_count c;
	int64_t earlier;
	int count;

	for (int i = 0; i < DECISION_ITEMS; i++)
		fields[i] = (struct given_field){ decision_item_name((enum decision_item)i),
			GIVEN_WHOLE, D((size_t)i), 0, 9999999, 0 };
	fields[DECISION_ITEMS] = (struct given_field){ "remark", GIVEN_TEXT,
		GIVEN_AT(struct decision_count, remark), 0, 0, 0 };
	if (find_count(run, false, &c, err) || given_apply(run, 5, fields, COUNT(fields), &c, err))
		return -1;
	c.made_up = run_option(run, OPTION_MADE_UP) != NULL;
	if (decision_sheets_load(run->db, c.slot, c.year, &run->arena, &before, err) ||
		decision_count_save(run->db, &c, err) ||
		decision_waiting(run->db, &c, &earlier, err))
		return -1;
	count = decision_warnings(&c, earlier, &run->arena, warnings, COUNT(warnings));
	for (int i = 0; i < count; i++)
		run_say("%s", warnings[i]);
	return tell_sheets(run, &before, err);
}

int
command_decision_retire(struct run *run, struct error *err)
{
	struct decision_sheets before = { .count = 0 };
	struct decision_count c;

	if (find_count(run, false, &c, err))
		return -1;
	if (!c.id) {
		error_set(err, ERROR_MISSING, _("These totals are no longer in the database."));
		return run_advise(err, _("gromada list decisions prints all of them."));
	}
	if (decision_sheets_load(run->db, c.slot, c.year, &run->arena, &before, err) ||
		decision_count_retire(run->db, &c, err))
		return -1;
	run_say(_("The totals are deleted; gromada decision restore brings them back."));
	return tell_sheets(run, &before, err);
}

int
command_decision_restore(struct run *run, struct error *err)
{
	struct decision_sheets before = { .count = 0 };
	struct decision_count c;

	if (find_count(run, true, &c, err))
		return -1;
	if (!c.id) {
		error_set(err, ERROR_MISSING, _("There are no such deleted totals of decisions."));
		return run_advise(err, _("gromada list decisions --retired prints all of them."));
	}
	if (decision_sheets_load(run->db, c.slot, c.year, &run->arena, &before, err) ||
		decision_count_restore(run->db, c.id, err))
		return -1;
	run_say(_("The totals are back."));
	return tell_sheets(run, &before, err);
}

/* As it is written in the totals; one that is written nowhere is a slip. */
static int
find_word(struct run *run, enum option_id option, bool departments, const char **word,
	struct error *err)
{
	char asked[128], folded[128];
	const char **list;
	int count;

	*word = run_option(run, option);
	if (!*word || run_option(run, OPTION_RETIRED))
		return 0;
	if (decision_words(run->db, NO_SLOT, departments, &run->arena, &list, &count, err))
		return -1;
	text_fold(asked, sizeof(asked), *word);
	for (int i = 0; i < count; i++)
		if (!strcmp(text_fold(folded, sizeof(folded), list[i]), asked)) {
			*word = list[i];
			return 0;
		}
	text_clean(asked, sizeof(asked), *word);
	error_set(err, ERROR_MISSING,
		departments ? _("No totals of decisions are of the department “%s”.")
			    : _("No totals of decisions are of the type of cases “%s”."),
		asked);
	return run_advise(err, _("gromada list decisions prints all of them."));
}

int
run_decision_words(struct run *run, const char **cases, const char **department, struct error *err)
{
	return find_word(run, OPTION_CASES, false, cases, err) ||
			       find_word(run, OPTION_DEPARTMENT, true, department, err)
		       ? -1
		       : 0;
}

static void
decision_row(struct result *r, const struct decision_count *c)
{
	result_text(r, c->unit);
	result_text(r, c->unit_name);
	result_year(r, c->year);
	result_year(r, c->quarter);
	result_text(r, c->case_type);
	result_text(r, c->department);
	for (int i = 0; i < DECISION_ITEMS; i++)
		result_whole(r, c->count[i]);
	for (int i = 0; i < DECISION_SHARES; i++)
		result_sum(r, decision_share_of(c->count, (enum decision_share)i));
	result_text(r, c->remark);
	result_yes(r, c->made_up);
}

int
command_list_decisions(struct run *run, struct error *err)
{
	static const char *const heads[] = { N_("unit code"), N_("name"), N_("year"), N_("quarter"),
		N_("type of cases"), N_("department") };
	static const char *const names[] = { "unit", "name", "year", "quarter", "case_type",
		"department" };
	struct result_column columns[6 + DECISION_ITEMS + DECISION_SHARES + 2];
	struct decision_filter filter = { .slot = NO_SLOT,
		.retired = run_option(run, OPTION_RETIRED) != NULL };
	struct decision_count *list;
	struct result *r;
	int count, n = 0;

	for (; n < 6; n++)
		columns[n] = (struct result_column){ names[n], heads[n],
			n == 1 || n > 3 ? REPORT_TEXT : REPORT_CODE };
	for (int i = 0; i < DECISION_ITEMS; i++)
		columns[n++] = (struct result_column){ decision_item_name((enum decision_item)i),
			decision_item_label((enum decision_item)i), REPORT_NUMBER };
	for (int i = 0; i < DECISION_SHARES; i++) {
		enum decision_share share = (enum decision_share)i;

		columns[n++] = (struct result_column){ decision_share_name(share),
			arena_format(&run->arena, "%s, %% %s", decision_share_label(share),
				decision_share_denominator(share)),
			REPORT_NUMBER };
	}
	columns[n++] = (struct result_column){ "remark", N_("remark"), REPORT_TEXT };
	columns[n++] = (struct result_column){ "made_up", N_("made up"), REPORT_TEXT };
	if (run_whose(run, &filter.group, &filter.slot, err) ||
		run_years(run, false, &filter.first_year, &filter.last_year, err) ||
		run_decision_words(run, &filter.case_type, &filter.department, err) ||
		decision_count_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Decisions and appeals"), columns, n, err))
		return -1;
	for (int i = 0; i < count; i++)
		decision_row(r, &list[i]);
	return result_end(r, err);
}

/* ---- forms of organisation ---- */

struct organisation_given {
	char provider[24], employment[24];
	struct service_organisation s;
};

static int
read_provider(const char *word, enum service_provider *out, struct error *err)
{
	for (int i = 0; i < PROVIDERS; i++)
		if (!strcmp(service_provider_name((enum service_provider)i), word)) {
			*out = (enum service_provider)i;
			return 0;
		}
	return error_set(err, ERROR_INPUT,
		_("\"%s\" is no form of organisation; expected: own_unit, budget_entity, company, "
		  "contracted, municipal_union, ngo or other."),
		word);
}

/* That of the first three operands; id 0 = there is none, among the deleted ones if retired. */
static int
find_organisation(struct run *run, bool retired, struct service_organisation *s, struct error *err)
{
	const char **operands = run->arguments->operands;
	struct service_filter filter = { .service = operands[1], .retired = retired };
	struct service_organisation *list;
	const struct unit *unit;
	int year = 0, count;

	if (run_unit(run, operands[0], &unit, err) || run_year(operands[2], &year, err))
		return -1;
	filter.slot = unit->slot;
	filter.year = year;
	if (service_organisation_list(run->db, &filter, &run->arena, &list, &count, err))
		return -1;
	*s = count ? list[0] : (struct service_organisation){ .employment = NAN };
	s->slot = unit->slot;
	s->year = year;
	return run_text(operands[1], s->service, sizeof(s->service), err);
}

int
command_organisation_set(struct run *run, struct error *err)
{
#define O(member) GIVEN_AT(struct organisation_given, member)
	static const struct given_field fields[] = {
		{ "provider", GIVEN_TEXT, O(provider), 0, 0, 0 },
		{ "name", GIVEN_TEXT, O(s.name), 0, 0, 0 },
		{ "employment", GIVEN_TEXT, O(employment), 0, 0, 0 },
		{ "scale", GIVEN_TEXT, O(s.scale), 0, 0, 0 },
		{ "contract", GIVEN_TEXT, O(s.contract), 0, 0, 0 },
		{ "fees", GIVEN_TEXT, O(s.fees), 0, 0, 0 },
		{ "remark", GIVEN_TEXT, O(s.remark), 0, 0, 0 },
	};
	struct organisation_given g;

	if (find_organisation(run, false, &g.s, err))
		return -1;
	text_copy(g.provider, sizeof(g.provider), service_provider_name(g.s.provider));
	number_plain(g.employment, sizeof(g.employment), g.s.employment, -1);
	if (given_apply(run, 3, fields, COUNT(fields), &g, err) ||
		read_provider(g.provider, &g.s.provider, err))
		return -1;
	g.s.employment = NAN;
	if (g.employment[0] && number_parse(g.employment, &g.s.employment))
		return error_set(err, ERROR_INPUT, _("\"%s\" is no number."), g.employment);
	return service_organisation_save(run->db, &g.s, err);
}

int
command_organisation_retire(struct run *run, struct error *err)
{
	struct service_organisation s;

	if (find_organisation(run, false, &s, err))
		return -1;
	if (!s.id) {
		error_set(err, ERROR_MISSING,
			_("Nobody is entered who delivers this service of the unit in that year."));
		return run_advise(err, _("gromada list organisations prints all of them."));
	}
	if (service_organisation_retire(run->db, &s, err))
		return -1;
	run_say(_("The form of organisation is deleted; gromada organisation restore brings it "
		  "back."));
	return 0;
}

int
command_organisation_restore(struct run *run, struct error *err)
{
	struct service_organisation s;

	if (find_organisation(run, true, &s, err))
		return -1;
	if (!s.id) {
		error_set(err, ERROR_MISSING, _("There is no such deleted form of organisation."));
		return run_advise(
			err, _("gromada list organisations --retired prints all of them."));
	}
	if (service_organisation_restore(run->db, s.id, err))
		return -1;
	run_say(_("The form of organisation is back."));
	return 0;
}

int
command_list_organisations(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "service", N_("service"), REPORT_TEXT },
		{ "year", N_("year"), REPORT_CODE },
		{ "unit", N_("unit code"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "provider", N_("delivered by"), REPORT_TEXT },
		{ "who", N_("who delivers"), REPORT_TEXT },
		{ "employment", N_("posts"), REPORT_NUMBER },
		{ "scale", N_("scale"), REPORT_TEXT },
		{ "contract", N_("contract"), REPORT_TEXT },
		{ "fees", N_("fees"), REPORT_TEXT },
		{ "remark", N_("remark"), REPORT_TEXT },
	};
	struct service_filter filter = { .service = run_option(run, OPTION_SERVICE),
		.retired = run_option(run, OPTION_RETIRED) != NULL };
	struct service_organisation *list;
	struct result *r;
	int count, last;

	if (run_whose(run, &filter.group, &filter.slot, err) ||
		run_years(run, true, &filter.year, &last, err) ||
		service_organisation_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Forms of organisation"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct service_organisation *s = &list[i];

		result_text(r, s->service);
		result_year(r, s->year);
		result_text(r, s->unit);
		result_text(r, s->unit_name);
		result_words(
			r, service_provider_name(s->provider), service_provider_label(s->provider));
		result_text(r, s->name);
		result_number(r, s->employment);
		result_text(r, s->scale);
		result_text(r, s->contract);
		result_text(r, s->fees);
		result_text(r, s->remark);
	}
	return result_end(r, err);
}
