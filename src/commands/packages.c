/* SPDX-License-Identifier: GPL-3.0-or-later */
/* package: what another office should know of an exchange group. */
#include "config.h"

#include "commands/result.h"

#include "base/i18n.h"
#include "exchange/package.h"
#include "model/groups/exchange_group.h"
#include "model/import.h"
#include "model/packages/package.h"
#include "model/packages/package_office.h"
#include "model/written.h"

#include <math.h>
#include <string.h>

int
command_package_export(struct run *run, struct error *err)
{
	const char **operands = run->arguments->operands, *unit = run_option(run, OPTION_FOR);
	struct package_options options = { .unit = NO_SLOT,
		.contacts = run_option(run, OPTION_WITH_CONTACTS) != NULL,
		.questionnaire = run_option(run, OPTION_QUESTIONNAIRE) };
	struct package_summary sum;
	const struct unit *to = NULL;
	struct exchange_group g;
	struct output *out;
	char title[256];

	if (exchange_group_by_code(run->db, operands[0], &g, err) || run_units(run, err) ||
		(unit && run_unit(run, unit, &to, err)) || run_output(run, operands[1], &out, err))
		return -1;
	options.group = g.id;
	options.unit = to ? to->slot : NO_SLOT;
	if (package_export(run->db, &options, out, &sum, &run->progress, err)) {
		output_abort(out);
		progress_clear();
		return -1;
	}
	progress_clear();
	if (output_commit(out, err))
		return -1;
	if (strcmp(operands[1], "-") == 0)
		return 0;
	if (written_note_file(
		    run->db, operands[1], package_title(title, sizeof(title), g.code, to), err))
		return -1;
	run_say(_("Written: %s; cards of indicators %ld, their values from elsewhere %ld."),
		sum.words, sum.cards, sum.values);
	if (sum.stays[0])
		run_say("%s", sum.stays);
	if (!options.contacts)
		run_say(_("No contact data went along; --with-contacts adds them."));
	return 0;
}

/* A package that was written here, among those that came. */
static void
print_written(struct result *r, const struct written *w)
{
	const char *texts[] = { "", "", w->written_at, w->name, "", w->login, "" };

	if (!written_is_package(w))
		return;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		result_text(r, texts[i]);
	for (int i = 0; i < 3; i++)
		result_number(r, NAN);
	result_text(r, w->what);
}

int
command_list_packages(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "from", N_("from"), REPORT_TEXT },
		{ "made_at", N_("made"), REPORT_TEXT },
		{ "file", N_("file"), REPORT_TEXT },
		{ "imported_at", N_("imported"), REPORT_TEXT },
		{ "person", N_("person"), REPORT_TEXT },
		{ "undone_at", N_("taken back"), REPORT_TEXT },
		{ "new", N_("new"), REPORT_NUMBER },
		{ "changed", N_("changed"), REPORT_NUMBER },
		{ "left_out", N_("left out"), REPORT_NUMBER },
		{ "written", N_("written here"), REPORT_TEXT },
	};
	struct import_entry *list;
	struct written *out;
	struct result *r;
	int count, outs, o = 0;

	if (import_list(run->db, &run->arena, &list, &count, err) ||
		written_list(run->db, NULL, &run->arena, &out, &outs, err) ||
		result_start(&r, run, _("Packages"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		if (strcmp(list[i].kind, "package"))
			continue;
		for (; o < outs && strcmp(out[o].written_at, list[i].imported_at) > 0; o++)
			print_written(r, &out[o]);
		result_whole(r, list[i].id);
		result_text(r, list[i].source);
		result_text(r, list[i].data_date);
		result_text(r, list[i].file_name);
		result_text(r, list[i].imported_at);
		result_text(r, list[i].person);
		result_text(r, list[i].undone_at);
		result_whole(r, list[i].counts.new_values);
		result_whole(r, list[i].counts.changed);
		result_whole(r, list[i].counts.skipped);
		result_text(r, "");
	}
	while (o < outs)
		print_written(r, &out[o++]);
	return result_end(r, err);
}

int
command_list_offices(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "name", N_("name"), REPORT_TEXT },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "unit", N_("unit code"), REPORT_CODE },
		{ "last_from", N_("newest package from it"), REPORT_TEXT },
		{ "last_to", N_("newest package to it"), REPORT_TEXT },
	};
	struct partner_office *list;
	struct result *r;
	int count;

	if (partner_office_list(run->db, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Other offices"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_text(r, list[i].name);
		result_text(r, list[i].kind);
		result_text(r, list[i].unit);
		result_text(r, list[i].last_from);
		result_text(r, list[i].last_to);
	}
	return result_end(r, err);
}
