/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list: everything that has a code or a number, which the other commands take. */
#include "config.h"

#include "commands/marks.h"
#include "commands/result.h"

#include "base/i18n.h"
#include "model/indicators/flag.h"
#include "model/import.h"

static void
unit_row(struct result *r, const struct unit_table *units, const struct unit *u)
{
	const struct unit *parent = unit_by_slot(units, u->parent);
	char kind[2] = { u->kind, '\0' };

	result_text(r, run_code(u));
	result_text(r, u->label);
	result_text(r, unit_level_name(u->level));
	result_text(r, kind);
	result_text(r, parent ? run_code(parent) : "");
	result_text(r, u->starts_on);
	result_text(r, u->ends_on);
	result_text(r, u->from_bdl ? "bdl" : "teryt");
}

int
command_list_units(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "code", N_("code"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "level", N_("level"), REPORT_TEXT },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "parent", N_("lies in"), REPORT_CODE },
		{ "starts_on", N_("from"), REPORT_TEXT },
		{ "ends_on", N_("until"), REPORT_TEXT },
		{ "origin", N_("known from"), REPORT_TEXT },
	};
	struct unit_filter filter;
	struct result *r;
	int *slots, count;

	if (run_filter(run, &filter, err))
		return -1;
	filter.ended_too = run_option(run, OPTION_ENDED) != NULL;
	/* Regions are known from BDL alone: who asks for them wants them. */
	filter.bdl_too = run_option(run, OPTION_FROM_BDL) || filter.level == LEVEL_REGION;
	count = unit_find(&run->units, &filter, &run->arena, &slots);
	if (result_start(&r, run, _("Territorial units"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++)
		unit_row(r, &run->units, unit_by_slot(&run->units, slots[i]));
	return result_end(r, err);
}

int
command_list_indicators(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "code", N_("code"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "unit", N_("unit of measure"), REPORT_TEXT },
		{ "source", N_("source"), REPORT_TEXT },
		{ "subgroup", N_("subgroup"), REPORT_TEXT },
		{ "dimensions", N_("dimensions"), REPORT_TEXT },
		{ "first_year", N_("first year"), REPORT_CODE },
		{ "last_year", N_("last year"), REPORT_CODE },
		{ "values", N_("values"), REPORT_NUMBER },
	};
	const struct indicator_filter filter = {
		.search = run_option(run, OPTION_SEARCH),
		.service = run_option(run, OPTION_SERVICE),
		.with_values = run_option(run, OPTION_WITH_VALUES) != NULL,
		.retired = run_option(run, OPTION_RETIRED) != NULL,
	};
	struct indicator *list;
	struct result *r;
	int count;

	if (indicator_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Indicators"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct indicator *n = &list[i];

		result_text(r, n->code);
		result_text(r, n->name);
		result_text(r, n->measure);
		result_text(r, n->source);
		result_text(r, n->subgroup);
		result_text(r, n->dimensions);
		result_year(r, n->first_year);
		result_year(r, n->last_year);
		result_whole(r, n->values);
	}
	return result_end(r, err);
}

int
command_list_services(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "service", N_("service"), REPORT_TEXT },
		{ "indicators", N_("indicators"), REPORT_NUMBER },
		{ "with_values", N_("with values"), REPORT_NUMBER },
	};
	struct service_count *list;
	struct result *r;
	int count;

	if (indicator_services(run->db, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Services"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_text(r, list[i].name);
		result_whole(r, list[i].indicators);
		result_whole(r, list[i].with_values);
	}
	return result_end(r, err);
}

static void
import_row(struct result *r, const struct import_entry *e)
{
	result_whole(r, e->id);
	result_text(r, e->kind);
	result_text(r, e->file_name);
	result_text(r, e->imported_at);
	result_text(r, e->person);
	result_text(r, e->undone_at);
	result_text(r, e->source);
	result_text(r, e->made_up ? "yes" : "no");
	result_text(r, e->data_date);
	result_whole(r, e->counts.rows);
	result_whole(r, e->counts.units);
	result_whole(r, e->counts.new_values);
	result_whole(r, e->counts.changed);
	result_whole(r, e->counts.same);
	result_whole(r, e->counts.skipped);
	result_whole(r, e->size);
	result_text(r, e->encoding);
	result_text(r, e->sha256);
}

int
command_list_imports(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "file", N_("file"), REPORT_TEXT },
		{ "imported_at", N_("imported"), REPORT_TEXT },
		{ "person", N_("person"), REPORT_TEXT },
		{ "undone_at", N_("taken back"), REPORT_TEXT },
		{ "source", N_("source"), REPORT_TEXT },
		{ "made_up", N_("made up"), REPORT_TEXT },
		{ "data_date", N_("date of the data"), REPORT_TEXT },
		{ "rows", N_("rows"), REPORT_NUMBER },
		{ "units", N_("units"), REPORT_NUMBER },
		{ "new", N_("new"), REPORT_NUMBER },
		{ "changed", N_("changed"), REPORT_NUMBER },
		{ "same", N_("same as before"), REPORT_NUMBER },
		{ "left_out", N_("left out"), REPORT_NUMBER },
		{ "size", N_("bytes"), REPORT_NUMBER },
		{ "encoding", N_("encoding"), REPORT_TEXT },
		{ "sha256", N_("SHA-256"), REPORT_CODE },
	};
	struct import_entry *list;
	struct result *r;
	int count;

	if (import_list(run->db, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Imported files"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++)
		import_row(r, &list[i]);
	return result_end(r, err);
}

int
command_list_flags(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "flag", N_("sign"), REPORT_TEXT },
		{ "missing", N_("missing"), REPORT_TEXT },
		{ "break", N_("break"), REPORT_TEXT },
		{ "meaning", N_("meaning"), REPORT_TEXT },
	};
	struct result *r;

	if (result_start(&r, run, _("Signs"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; flag_at(i); i++) {
		const struct flag_meaning *m = flag_at(i);

		if (m->flag == FLAG_NONE || m->flag == FLAG_ABSENT)
			continue;
		result_text(r, m->symbol);
		result_text(r, m->missing ? "yes" : "no");
		result_text(r, m->series_break ? "yes" : "no");
		result_text(r, _(m->meaning));
	}
	marks_list(r);
	return result_end(r, err);
}
