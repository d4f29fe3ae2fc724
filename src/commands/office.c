/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office and settings: what this office is, and how the program behaves for a person. */
#include "config.h"

#include "commands/result.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/office.h"

#include <stdio.h>
#include <string.h>

static const char *const purposes[] = { "work", "demo", "test" };

static void
print_state(struct result *r, const struct database_state *s)
{
	char text[64];

	snprintf(text, sizeof(text), "%lld", (long long)s->size);
	result_pair(r, "size", text);
	snprintf(text, sizeof(text), "%d", s->units);
	result_pair(r, "units", text);
	snprintf(text, sizeof(text), "%d", s->indicators);
	result_pair(r, "indicators", text);
	snprintf(text, sizeof(text), "%d", s->series);
	result_pair(r, "series", text);
	snprintf(text, sizeof(text), "%d", s->imports);
	result_pair(r, "imports", text);
	snprintf(text, sizeof(text), "%d", s->first_year);
	result_pair(r, "first_year", s->first_year ? text : "");
	snprintf(text, sizeof(text), "%d", s->last_year);
	result_pair(r, "last_year", s->last_year ? text : "");
	result_pair(r, "register_date", s->register_date);
	result_pair(r, "last_import_at", s->last_import_at);
	result_pair(r, "last_import_file", s->last_import_file);
	result_pair(r, "made_up", s->made_up ? "yes" : "no");
}

int
command_office_show(struct run *run, struct error *err)
{
	struct database_state state;
	const struct unit *unit;
	struct office office;
	struct result *r;
	char limit[16];

	if (office_load(run->db, &office, err) || database_state_load(run->db, &state, err) ||
		run_units(run, err))
		return -1;
	unit = unit_by_code(&run->units, office.own_unit);
	if (result_start(&r, run, _("Office and database"), result_pairs, 2, err))
		return -1;
	result_pair(r, "kind", office_kind_name(office.kind));
	result_pair(r, "own_unit", unit ? run_code(unit) : office.own_unit);
	result_pair(r, "purpose", purposes[office.purpose]);
	result_pair(r, "name", office.name);
	result_pair(r, "heading", office.heading);
	result_pair(r, "council", office.council);
	result_pair(r, "executive", office.executive);
	snprintf(limit, sizeof(limit), "%d", office.on_course);
	result_pair(r, "status_on_course", limit);
	snprintf(limit, sizeof(limit), "%d", office.at_risk);
	result_pair(r, "status_at_risk", limit);
	result_pair(r, "size_classes", office.size_classes);
	result_pair(r, "database", db_path(run->db));
	result_pair(r, "person", run->person.login);
	result_pair(r, "role", person_role_name(run->person.role));
	print_state(r, &state);
	return result_end(r, err);
}

static int
set_kind(struct office *office, const char *value, struct error *err)
{
	for (int k = OFFICE_GMINA; k <= OFFICE_ADVISER; k++)
		if (strcmp(value, office_kind_name((enum office_kind)k)) == 0) {
			office->kind = (enum office_kind)k;
			return 0;
		}
	return error_set(err, ERROR_INPUT,
		_("\"%s\" is no kind of office; the kinds are gmina, city_powiat, powiat, "
		  "voivodeship, "
		  "union, adviser."),
		value);
}

static int
set_purpose(struct office *office, const char *value, struct error *err)
{
	for (int p = PURPOSE_WORK; p <= PURPOSE_TEST; p++)
		if (strcmp(value, purposes[p]) == 0) {
			office->purpose = (enum office_purpose)p;
			return 0;
		}
	return error_set(err, ERROR_INPUT,
		_("\"%s\" is no purpose; a database serves work, demo or test."), value);
}

static int
set_own_unit(struct run *run, struct office *office, const char *value, struct error *err)
{
	const struct unit *unit = NULL;

	if (*value && run_unit(run, value, &unit, err))
		return -1;
	text_copy(office->own_unit, sizeof(office->own_unit), unit ? unit->code : "");
	return 0;
}

/* Both may be given in any order, or one of them later. */
static int
check_own(struct run *run, const struct office *office, struct error *err)
{
	const struct unit *unit;

	if (!office->own_unit[0])
		return 0;
	if (run_units(run, err))
		return -1;
	unit = unit_by_code(&run->units, office->own_unit);
	return unit ? office_check_own(office->kind, unit->level, unit->label, err) : 0;
}

static int
set_limit(int *limit, const char *value, struct error *err)
{
	long number;

	if (number_parse_whole(value, 1, 100, &number))
		return error_set(err, ERROR_INPUT,
			_("“%s” is no percentage from 1 to 100."), value);
	*limit = (int)number;
	return 0;
}

static int
set_fact(struct run *run, struct office *office, const char *given, struct error *err)
{
	if (strncmp(given, "kind=", 5) == 0)
		return set_kind(office, given + 5, err);
	if (strncmp(given, "purpose=", 8) == 0)
		return set_purpose(office, given + 8, err);
	if (strncmp(given, "own_unit=", 9) == 0)
		return set_own_unit(run, office, given + 9, err);
	if (strncmp(given, "name=", 5) == 0)
		return run_text(given + 5, office->name, sizeof(office->name), err);
	if (strncmp(given, "heading=", 8) == 0)
		return run_text(given + 8, office->heading, sizeof(office->heading), err);
	if (strncmp(given, "council=", 8) == 0)
		return run_text(given + 8, office->council, sizeof(office->council), err);
	if (strncmp(given, "executive=", 10) == 0)
		return run_text(given + 10, office->executive, sizeof(office->executive), err);
	if (strncmp(given, "status_on_course=", 17) == 0)
		return set_limit(&office->on_course, given + 17, err);
	if (strncmp(given, "status_at_risk=", 15) == 0)
		return set_limit(&office->at_risk, given + 15, err);
	if (strncmp(given, "size_classes=", 13) == 0)
		return run_text(
			given + 13, office->size_classes, sizeof(office->size_classes), err);
	return error_set(err, ERROR_INPUT,
		_("\"%s\" says nothing about the office; give kind=, own_unit=, name=, heading=, "
		  "purpose=, council=, executive=, status_on_course=, status_at_risk= or "
		  "size_classes=."),
		given);
}

int
command_office_set(struct run *run, struct error *err)
{
	struct office office;

	if (office_load(run->db, &office, err))
		return -1;
	for (int i = 0; i < run->arguments->operand_count; i++)
		if (set_fact(run, &office, run->arguments->operands[i], err))
			return -1;
	if (check_own(run, &office, err) || office_save(run->db, &office, err))
		return -1;
	run_say(_("Saved."));
	return 0;
}

int
command_settings_show(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "setting", N_("setting"), REPORT_TEXT },
		{ "value", N_("value"), REPORT_TEXT },
		{ "default", N_("default"), REPORT_TEXT },
		{ "help", N_("meaning"), REPORT_TEXT },
	};
	const struct {
		const char *name, *path, *help;
	} files[] = {
		{ "file.system", settings_system_path(run->settings),
			N_("The file of settings for everybody on this computer, read first.") },
		{ "file.own", settings_user_path(run->settings),
			N_("Your own file of settings, which lies over it.") },
	};
	struct result *r;
	char name[128];

	if (result_start(&r, run, settings_user_path(run->settings), RESULT_COLUMNS(columns), err))
		return -1;
	for (int s = 0; s < SETTING_COUNT; s++) {
		const struct setting *row = &settings_table[s];

		snprintf(name, sizeof(name), "%s.%s", row->section, row->key);
		result_text(r, name);
		result_text(r, settings_text(run->settings, (enum setting_id)s));
		result_text(r, row->fallback);
		result_text(r, _(row->help));
	}
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		result_text(r, files[i].name);
		result_text(r, files[i].path);
		result_text(r, "");
		result_text(r, _(files[i].help));
	}
	return result_end(r, err);
}

int
command_settings_set(struct run *run, struct error *err)
{
	const char *wanted = run->arguments->operands[0], *value = run->arguments->operands[1];
	char name[128];

	for (int s = 0; s < SETTING_COUNT; s++) {
		snprintf(name, sizeof(name), "%s.%s", settings_table[s].section,
			settings_table[s].key);
		if (strcmp(name, wanted) != 0)
			continue;
		if (settings_set(run->settings, (enum setting_id)s, value, err))
			return -1;
		run_say(_("Saved in %s."), settings_user_path(run->settings));
		return 0;
	}
	return error_set(err, ERROR_INPUT,
		_("There is no setting \"%s\"; gromada settings show prints them."), wanted);
}
