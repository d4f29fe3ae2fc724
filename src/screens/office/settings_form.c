/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Machine words of settings and the words that people choose among, side by side. */
#include "config.h"

#include "screens/office/settings_form.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/diagnosis/peers.h"
#include "screens/frame/format.h"
#include "screens/frame/lookup.h"
#include "screens/frame/menu_tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_COLUMNS = 50 };

static const char *const kinds[] = { N_("gmina"), N_("city with powiat rights"), N_("powiat"),
	N_("voivodeship"), N_("union or association"), N_("adviser"), NULL };
static const char *const languages[] = { N_("as the account says"), N_("Polish"), N_("English"),
	NULL };
static const char *const language_words[] = { "", "pl", "en", NULL };
static const char *const themes[] = { N_("as the terminal allows"), N_("Norton (blue)"),
	N_("light"), N_("strong contrast"), N_("without colours"), NULL };
static const char *const theme_words[] = { "auto", "norton", "light", "contrast", "mono", NULL };
static const char *const tiers[] = { N_("as the terminal allows"), N_("plain signs (ASCII)"),
	N_("lines"), N_("half blocks too"), N_("braille too"), NULL };
static const char *const tier_words[] = { "auto", "ascii", "lines", "half", "braille", NULL };

#define AT(member)                                          \
	.offset = offsetof(struct settings_values, member), \
	.size = sizeof((struct settings_values *)0)->member
#define CHOICE(member, words)                                \
	.kind = FIELD_CHOICE, .width = 40, .choices = words, \
	.offset = offsetof(struct settings_values, member)

static int
check_start(const void *data, const struct field *field, struct error *err)
{
	const struct settings_values *v = data;

	(void)field;
	if (v->start[0] && !menu_action_of(v->start))
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no entry of the menu. Write section and number, as 5.1."),
			v->start);
	return 0;
}

static int
check_sizes(const void *data, const struct field *field, struct error *err)
{
	struct size_classes classes;

	(void)field;
	return size_classes_parse(
		((const struct settings_values *)data)->size_classes, &classes, err);
}

const struct field settings_fields[] = {
	{ CHOICE(kind, kinds), .label = N_("Kind of office"),
		.help = N_("What this office is. Space or arrows change the answer.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Own unit (JST)"),
		AT(unit),
		.width = 40,
		.key_offset = offsetof(struct settings_values, unit_code),
		.key_size = sizeof((struct settings_values *)0)->unit_code,
		.suggest = lookup_suggest_unit,
		.none = N_("There is no such unit (JST)."),
		.help = N_("Letters of the name or the TERYT code. A union or adviser leaves it "
			   "empty.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Name of the office"),
		AT(name),
		.width = PATH_COLUMNS,
		.help = N_("As documents and packages to other offices say it.") },
	{ .kind = FIELD_LINES,
		.label = N_("Heading of documents"),
		AT(heading),
		.width = PATH_COLUMNS,
		.rows = 2,
		.help = N_("Name, address and telephone as they stand above minutes and "
			   "invitations.") },
	{ .kind = FIELD_NOTE, .label = "" },
	{ CHOICE(language, languages), .label = N_("Language"),
		.help = N_("The language of the program.") },
	{ CHOICE(colours, themes), .label = N_("Colours"),
		.help = N_(
			"Colours never carry a meaning alone; without colours nothing is lost.") },
	{ CHOICE(glyphs, tiers), .label = N_("Frames and charts"),
		.help = N_("Choose plain signs when frames look like letters or question marks.") },
	{ .kind = FIELD_YES_NO,
		.label = N_("Function bar"),
		AT(bar),
		.help = N_("The bottom line with the function keys.") },
	{ .kind = FIELD_YES_NO,
		.label = N_("Letter shortcuts"),
		AT(letters),
		.help = N_(
			"Single letters do things in lists; without them function keys remain.") },
	{ .kind = FIELD_YES_NO,
		.label = N_("Sounds"),
		AT(sound),
		.help = N_("While keying: one beep for a refused key, two for a difference, three "
			   "at the end of a form.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Wait after Esc (ms)"),
		AT(escape_delay),
		.max = 2000,
		.required = true,
		.width = 6,
		.help = N_("Raise it when arrows or function keys fall apart on a slow line.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Opens after start"),
		AT(start),
		.check = check_start,
		.width = 6,
		.help = N_("Section and number of a menu entry, as 5.1; empty = the menu.") },
	{ .kind = FIELD_NOTE, .label = "" },
	{ .kind = FIELD_TEXT,
		.label = N_("Folder for files in"),
		AT(in),
		.width = PATH_COLUMNS,
		.help = N_("Where the list of files to import opens; empty = the documents.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Folder for files out"),
		AT(out),
		.width = PATH_COLUMNS,
		.help = N_("Where files to take away are written; empty = the documents.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("On course from, %"),
		AT(on_course),
		.width = 5,
		.whole = true,
		.min = 1,
		.max = 100,
		.help = N_("Share of the expected change from which a target is on course; usually "
			   "90.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("At risk from, %"),
		AT(at_risk),
		.width = 5,
		.whole = true,
		.min = 1,
		.max = 100,
		.help = N_(
			"Share from which it is at risk; below, it is off course; usually 60.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Classes of size"),
		AT(size_classes),
		.check = check_sizes,
		.width = PATH_COLUMNS,
		.help = N_("Limits of population; empty = 5000 10000 20000 50000 100000.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Council"),
		AT(council),
		.width = PATH_COLUMNS,
		.help = N_("As reports name it, e.g. the city council; empty = by the kind of "
			   "unit.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Executive"),
		AT(executive),
		.width = PATH_COLUMNS,
		.help = N_("As reports and orders name it, e.g. the mayor; empty = by the kind of "
			   "unit.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Database"),
		AT(database),
		.width = PATH_COLUMNS,
		.fixed = true },
	{ .kind = FIELD_TEXT,
		.label = N_("Own settings file"),
		AT(own_file),
		.width = PATH_COLUMNS,
		.fixed = true },
	{ .kind = FIELD_TEXT,
		.label = N_("System's settings"),
		AT(system_file),
		.width = PATH_COLUMNS,
		.fixed = true },
};
const char *const settings_field_names[] = { "kind", "unit", "name", "heading", NULL, "language",
	"colours", "glyphs", "bar", "letters", "sound", "escape_delay", "start", NULL, "in", "out",
	"on_course", "at_risk", "size_classes", "council", "executive", NULL, NULL, NULL };
const int settings_field_count = sizeof settings_fields / sizeof *settings_fields;

static int
word_index(const char *const *words, const char *word)
{
	for (int i = 0; words[i]; i++)
		if (word && strcmp(words[i], word) == 0)
			return i;
	return 0;
}

int
settings_form_load(struct app *app, struct settings_values *v, struct error *err)
{
	const struct settings *s = app->settings;
	const struct unit_table *units = app_units(app, err);
	const struct unit *unit;

	if (!units)
		return -1;
	*v = (struct settings_values){
		.kind = app->office.kind == OFFICE_UNKNOWN ? 0 : (int)app->office.kind - 1,
		.language = word_index(language_words, settings_text(s, SETTING_LANGUAGE)),
		.colours = word_index(theme_words, settings_text(s, SETTING_COLOURS)),
		.glyphs = word_index(tier_words, settings_text(s, SETTING_GLYPHS)),
		.bar = settings_yes(s, SETTING_FUNCTION_BAR),
		.letters = settings_yes(s, SETTING_LETTERS),
		.sound = settings_yes(s, SETTING_SOUND),
	};
	unit = app->office.own_unit[0] ? unit_by_code(units, app->office.own_unit) : NULL;
	text_copy(v->unit, sizeof v->unit, app->office.own_unit);
	if (unit)
		lookup_unit_text(v->unit, sizeof v->unit, unit);
	text_copy(v->unit_code, sizeof v->unit_code, app->office.own_unit);
	text_copy(v->name, sizeof v->name, app->office.name);
	text_copy(v->heading, sizeof v->heading, app->office.heading);
	text_copy(v->council, sizeof v->council, app->office.council);
	text_copy(v->executive, sizeof v->executive, app->office.executive);
	text_copy(v->size_classes, sizeof v->size_classes, app->office.size_classes);
	snprintf(v->on_course, sizeof v->on_course, "%d", app->office.on_course);
	snprintf(v->at_risk, sizeof v->at_risk, "%d", app->office.at_risk);
	snprintf(v->escape_delay, sizeof v->escape_delay, "%ld",
		settings_number(s, SETTING_ESCAPE_DELAY));
	text_copy(v->start, sizeof v->start, settings_text(s, SETTING_START));
	text_copy(v->in, sizeof v->in, settings_text(s, SETTING_FOLDER_IN));
	text_copy(v->out, sizeof v->out, settings_text(s, SETTING_FOLDER_OUT));
	format_path(v->database, sizeof v->database, app->path, PATH_COLUMNS);
	format_path(v->own_file, sizeof v->own_file, settings_user_path(s), PATH_COLUMNS);
	format_path(v->system_file, sizeof v->system_file, settings_system_path(s), PATH_COLUMNS);
	return 0;
}

/* The office's part: checked against the register where there is one. */
static int
save_office(struct app *app, const struct settings_values *v, struct error *err)
{
	struct office office = app->office;
	const struct unit_table *units = app_units(app, err);
	const struct unit *unit;

	if (!units)
		return -1;
	office.kind = (enum office_kind)(v->kind + 1);
	text_copy(office.name, sizeof office.name, v->name);
	text_copy(office.heading, sizeof office.heading, v->heading);
	text_copy(office.council, sizeof office.council, v->council);
	text_copy(office.executive, sizeof office.executive, v->executive);
	text_copy(office.size_classes, sizeof office.size_classes, v->size_classes);
	office.on_course = (int)strtol(v->on_course, NULL, 10);
	office.at_risk = (int)strtol(v->at_risk, NULL, 10);
	unit = v->unit_code[0] ? unit_by_code(units, v->unit_code) : NULL;
	text_copy(office.own_unit, sizeof office.own_unit, unit ? unit->code : v->unit_code);
	if (!v->unit[0] || office.kind == OFFICE_UNION || office.kind == OFFICE_ADVISER)
		office.own_unit[0] = '\0';
	else if (unit && office_check_own(office.kind, unit->level, unit->label, err))
		return -1;
	if (app_may_write(app, err) || office_save(app->db, &office, err))
		return -1;
	app->office = office;
	app->own_label[0] = '\0';
	return 0;
}

struct item {
	enum setting_id id;
	const char *now, *before;
};

int
settings_form_save(struct app *app, const struct settings_values *v,
	const struct settings_values *b, struct error *err)
{
	const struct item items[] = {
		{ SETTING_LANGUAGE, language_words[v->language], language_words[b->language] },
		{ SETTING_COLOURS, theme_words[v->colours], theme_words[b->colours] },
		{ SETTING_GLYPHS, tier_words[v->glyphs], tier_words[b->glyphs] },
		{ SETTING_ESCAPE_DELAY, v->escape_delay, b->escape_delay },
		{ SETTING_FUNCTION_BAR, v->bar ? "yes" : "no", b->bar ? "yes" : "no" },
		{ SETTING_LETTERS, v->letters ? "yes" : "no", b->letters ? "yes" : "no" },
		{ SETTING_SOUND, v->sound ? "yes" : "no", b->sound ? "yes" : "no" },
		{ SETTING_START, v->start, b->start },
		{ SETTING_FOLDER_IN, v->in, b->in },
		{ SETTING_FOLDER_OUT, v->out, b->out },
	};

	if ((v->kind != b->kind || strcmp(v->unit_code, b->unit_code) != 0 ||
		    strcmp(v->unit, b->unit) != 0 || strcmp(v->name, b->name) != 0 ||
		    strcmp(v->heading, b->heading) != 0 || strcmp(v->council, b->council) != 0 ||
		    strcmp(v->executive, b->executive) != 0 ||
		    strcmp(v->on_course, b->on_course) != 0 ||
		    strcmp(v->at_risk, b->at_risk) != 0 ||
		    strcmp(v->size_classes, b->size_classes) != 0) &&
		save_office(app, v, err))
		return -1;
	for (size_t i = 0; i < sizeof items / sizeof *items; i++)
		if (strcmp(items[i].now, items[i].before) != 0 &&
			settings_set(app->settings, items[i].id, items[i].now, err))
			return -1;
	if (v->language != b->language)
		i18n_start(settings_text(app->settings, SETTING_LANGUAGE));
	app_program(app);
	return 0;
}
