/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wave's form: its terms in the order of enum wave_field, under four headings. */
#include "config.h"

#include "screens/surveys/survey_form.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/questionnaires/questionnaire.h"
#include "model/surveys/wave.h"
#include "screens/frame/lookup.h"

#include <stdio.h>
#include <string.h>

struct values {
	char code[33], name[128], unit[160], unit_key[16], year[8], version[8], population[16];
	int sample;
	char planned[16];
	int control, auto_number, open_answers, anonymity;
	char smallest[8], purpose[512], legal_basis[512], controller[512], notice[2048],
		keep_until[32];
	int method, choice;
	char every[8], share[8], threshold[16], speed_from[32];
	char case_mark[64], archive_class[16], destroy_after[32], destroyed_on[32],
		destroyed_by[128], protocol[128];
};

const char *const wave_sample_labels[] = { N_("drawn at random"), N_("returned by whoever did"),
	NULL };
const char *const wave_control_labels[] = { N_("the operator: fast, only codes are checked"),
	N_("the program: routes are enforced"), NULL };
const char *const wave_anonymity_labels[] = { N_("anonymous"), N_("confidential"), N_("named"),
	NULL };
const char *const wave_method_labels[] = { N_("while keying: a difference beeps"),
	N_("apart, then a third person decides"), NULL };
const char *const wave_choice_labels[] = { N_("none"), N_("all forms"), N_("every n-th form"),
	N_("a random share"), NULL };

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member
#define KEY(member)                                    \
	.key_offset = offsetof(struct values, member), \
	.key_size = sizeof((struct values *)0)->member
#define TEXT(title, member, columns, sentence)                                                     \
	{                                                                                          \
		.kind = FIELD_TEXT, .label = title, AT(member), .width = columns, .help = sentence \
	}
#define LINES(title, member, high, sentence)                                                    \
	{                                                                                       \
		.kind = FIELD_LINES, .label = title, AT(member), .rows = high, .help = sentence \
	}
#define WHOLE(title, member, least, most, sentence)                                           \
	{                                                                                     \
		.kind = FIELD_NUMBER, .label = title, AT(member), .width = 10, .whole = true, \
		.min = least, .max = most, .help = sentence                                   \
	}
#define DAY(title, member, sentence)                                                          \
	{                                                                                     \
		.kind = FIELD_DATE, .label = title, AT(member), .width = 12, .help = sentence \
	}
#define CHOICE(title, member, words, sentence)                                                   \
	{                                                                                        \
		.kind = FIELD_CHOICE, .label = title, AT(member), .width = 44, .choices = words, \
		.help = sentence                                                                 \
	}
#define YES_NO(title, member, sentence)                                            \
	{                                                                          \
		.kind = FIELD_YES_NO, .label = title, AT(member), .help = sentence \
	}
#define HEADING(title)                             \
	{                                          \
		.kind = FIELD_NOTE, .label = title \
	}

static const struct field fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Code"),
		AT(code),
		.width = 33,
		.check = card_form_code,
		.help = N_("Used in files and commands; empty = the survey's code and the "
			   "year.") },
	TEXT(N_("Name"), name, 54, N_("What tells it from other waves; may stay empty.")),
	{ .kind = FIELD_LOOKUP,
		.label = N_("Unit"),
		AT(unit),
		.required = true,
		.width = 54,
		KEY(unit_key),
		.suggest = lookup_suggest_unit,
		.none = N_("No unit has this name or code."),
		.help = N_("Whose survey it is: some letters of the name, or the TERYT code.") },
	WHOLE(N_("Year"), year, 1990, 2199, N_("The year to which the answers belong.")),
	WHOLE(N_("Version"), version, 1, 9999,
		N_("Published version of the questionnaire; empty = the newest.")),
	WHOLE(N_("Population surveyed"), population, 0, 100000000,
		N_("How many people could have been asked; empty = not known.")),
	CHOICE(N_("Sample"), sample, wave_sample_labels,
		N_("Only a random sample has a sampling error; Space changes it.")),
	WHOLE(N_("Handed out"), planned, 0, 10000000,
		N_("How many forms were handed out; the return rate needs it.")),
	CHOICE(N_("Order kept by"), control, wave_control_labels,
		N_("Who sees to it that questions are skipped as the form says.")),
	YES_NO(N_("Next number"), auto_number,
		N_("Yes: the next stamped number is offered when a form is done.")),
	YES_NO(N_("Open answers"), open_answers, N_("No: texts are passed over in keying.")),
	HEADING(N_("Personal data")),
	CHOICE(N_("Survey is"), anonymity, wave_anonymity_labels,
		N_("Whether a form says who filled it in; Space changes it.")),
	WHOLE(N_("Smallest cell"), smallest, 0, 1000,
		N_("Tables hide smaller counts; 5 is usual. 0 hides none: people may be "
		   "recognised.")),
	LINES(N_("Purpose"), purpose, 2, N_("What the answers are collected for.")),
	LINES(N_("Legal basis"), legal_basis, 2, N_("The rule that allows it.")),
	LINES(N_("Controller"), controller, 2, N_("Who answers for the data, with address.")),
	LINES(N_("Notice"), notice, 4,
		N_("Printed on the form; empty = the notice of the questionnaire.")),
	DAY(N_("Kept until"), keep_until,
		N_("Last day of who keyed what, notes and open answers; then they are due.")),
	HEADING(N_("Second keying")),
	CHOICE(N_("Method"), method, wave_method_labels,
		N_("How the second keying meets the first; Space changes it.")),
	CHOICE(N_("Which forms"), choice, wave_choice_labels,
		N_("Every tenth from a random start is usual; Space changes it.")),
	WHOLE(N_("Every n-th: n"), every, 1, 1000, N_("10 = every tenth form of a batch.")),
	WHOLE(N_("Share, %"), share, 1, 100, N_("Per cent of the forms of a batch.")),
	{ .kind = FIELD_NUMBER,
		.label = N_("Threshold, %"),
		AT(threshold),
		.width = 10,
		.min = 0,
		.max = 100,
		.help = N_("A batch with more differing fields is keyed twice whole.") },
	DAY(N_("Speed shown from"), speed_from,
		N_("Day on which staff were told that speed is shown per person; empty = it is "
		   "not.")),
	HEADING(N_("Archive")),
	TEXT(N_("Case mark"), case_mark, 40, N_("The case mark of the paper: OR.0643.1.2026.")),
	TEXT(N_("Archive class"), archive_class, 16, N_("Archive class of the paper: BE5, B5, A.")),
	DAY(N_("Destroy after"), destroy_after, N_("The paper may be destroyed after this day.")),
	DAY(N_("Destroyed on"), destroyed_on, N_("The day on which the paper was destroyed.")),
	TEXT(N_("Destroyed by"), destroyed_by, 54, N_("Who destroyed it: office or company.")),
	TEXT(N_("Protocol"), protocol, 54, N_("Number and date of the protocol of destruction.")),
};
enum { FIELDS = sizeof fields / sizeof *fields };

static const char *const names[FIELDS] = { "code", "name", "unit", "year", "version", "population",
	"sample", "planned", "control", "auto-number", "open-answers", NULL, "anonymity",
	"smallest-cell", "purpose", "legal-basis", "controller", "notice", "keep-until", NULL,
	"method", "second", "every", "share", "threshold", "speed-from", NULL, "case-mark",
	"archive-class", "destroy-after", "destroyed-on", "destroyed-by", "protocol" };

/* Texts that stand alike in both: to = into the form. */
static void
copy_texts(struct values *v, struct wave *w, bool to)
{
#define SAME(member)                                                     \
	{                                                                \
		v->member, sizeof v->member, w->member, sizeof w->member \
	}
	const struct {
		char *form;
		size_t form_size;
		char *wave;
		size_t wave_size;
	} texts[] = { SAME(code), SAME(name), SAME(purpose), SAME(legal_basis), SAME(controller),
		SAME(notice), SAME(case_mark), SAME(archive_class), SAME(destroyed_by),
		SAME(protocol) };
	const struct {
		char *form;
		size_t form_size;
		char *wave;
		size_t wave_size;
	} days[] = { SAME(keep_until), SAME(speed_from), SAME(destroy_after), SAME(destroyed_on) };
#undef SAME

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (to)
			text_copy(texts[i].form, texts[i].form_size, texts[i].wave);
		else
			text_copy(texts[i].wave, texts[i].wave_size, texts[i].form);
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		if (to)
			card_form_date(days[i].form, days[i].form_size, days[i].wave);
		else
			card_form_iso(days[i].wave, days[i].wave_size, days[i].form);
}

static int
read_wave(struct app *app, struct card_form_of *of, struct wave *w, struct error *err)
{
	struct survey *list;
	struct arena arena = { 0 };
	const struct unit *own;
	int count, result;

	if (of->id)
		return wave_load(app->db, of->id, w, err);
	wave_defaults(w);
	w->survey = of->parent;
	own = app->units_loaded ? unit_by_code(&app->units, app->office.own_unit) : NULL;
	w->slot = own ? own->slot : NO_SLOT;
	result = survey_list(app->db, &arena, &list, &count, err);
	for (int i = 0; result == 0 && i < count; i++)
		if (list[i].id == of->parent) {
			text_copy(w->survey_code, sizeof w->survey_code, list[i].code);
			text_copy(w->uid, sizeof w->uid, list[i].uid);
			text_copy(w->questionnaire_code, sizeof w->questionnaire_code,
				list[i].questionnaire_code);
		}
	arena_release(&arena);
	return result;
}

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	const struct unit_table *units = app_units(app, err);
	struct values *v = values;
	const struct unit *unit;
	struct wave w;

	if (!units || read_wave(app, of, &w, err))
		return -1;
	if (units->count == 0)
		return error_set(err, ERROR_MISSING,
			_("A wave belongs to a unit, and none is known yet: import the TERYT "
			  "register first (menu 8 1), then make the wave (menu 3 6, F7)."));
	of->rev = w.rev;
	of->parent = w.survey;
	text_copy(of->uid, sizeof of->uid, w.uid);
	copy_texts(v, &w, true);
	unit = unit_by_slot(units, w.slot);
	if (unit) {
		lookup_unit_text(v->unit, sizeof v->unit, unit);
		text_copy(v->unit_key, sizeof v->unit_key, unit->code);
	}
	card_form_number(v->year, sizeof v->year, w.year);
	card_form_number(v->version, sizeof v->version, w.version_number);
	card_form_number(v->population, sizeof v->population, w.population);
	card_form_number(v->planned, sizeof v->planned, w.planned);
	snprintf(v->smallest, sizeof v->smallest, "%d", w.smallest_cell);
	card_form_number(v->every, sizeof v->every, w.second_every);
	card_form_number(v->share, sizeof v->share, w.second_share);
	number_format(v->threshold, sizeof v->threshold, w.threshold, -1);
	v->sample = (int)w.sample;
	v->control = (int)w.control;
	v->auto_number = w.auto_number;
	v->open_answers = w.open_answers;
	v->anonymity = (int)w.anonymity;
	v->method = (int)w.second_method;
	v->choice = (int)w.second_choice;
	return 0;
}

/* The version by its number; nothing typed: the newest. */
static int
find_version(struct app *app, const struct values *v, struct wave *w, struct error *err)
{
	int number = (int)card_form_whole(v->version);
	struct arena arena = { 0 };
	struct questionnaire q;
	int result;

	if (number == 0)
		w->version = 0;
	if (number == 0 || number == w->version_number)
		return 0;
	result = questionnaire_load(app->db, w->questionnaire_code, number, &arena, &q, err);
	if (result == 0)
		w->version = q.version_id;
	else
		err->field = WAVE_FIELD_VERSION;
	arena_release(&arena);
	return result;
}

static int
find_unit(struct app *app, const struct values *v, struct wave *w, struct error *err)
{
	const struct unit_table *units = app_units(app, err);
	const struct unit *unit;

	if (!units)
		return -1;
	unit = unit_need(units, v->unit_key[0] ? v->unit_key : v->unit, err);
	if (!unit) {
		err->field = WAVE_FIELD_UNIT;
		return -1;
	}
	w->slot = unit->slot;
	return 0;
}

static int
save_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	struct values v = *(const struct values *)values;
	struct wave w;

	if (read_wave(app, of, &w, err))
		return -1;
	w.rev = of->rev;
	copy_texts(&v, &w, false);
	w.year = (int)card_form_whole(v.year);
	w.population = card_form_whole(v.population);
	w.planned = (int)card_form_whole(v.planned);
	w.smallest_cell =
		v.smallest[0] ? (int)card_form_whole(v.smallest) : WAVE_SMALLEST_CELL;
	w.second_every = (int)card_form_whole(v.every);
	w.second_share = (int)card_form_whole(v.share);
	w.sample = (enum wave_sample)v.sample;
	w.control = (enum wave_control)v.control;
	w.auto_number = v.auto_number != 0;
	w.open_answers = v.open_answers != 0;
	w.anonymity = (enum wave_anonymity)v.anonymity;
	w.second_method = (enum second_method)v.method;
	w.second_choice = (enum second_choice)v.choice;
	if (number_parse(v.threshold, &w.threshold))
		w.threshold = 0;
	if (find_unit(app, &v, &w, err) || find_version(app, &v, &w, err) ||
		wave_save(app->db, &w, err))
		return -1;
	of->id = w.id;
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	if (of->id)
		snprintf(dst, size, _("Wave %s"), v->code);
	else
		text_copy(dst, size, _("New wave"));
}

/* Hiding protects people: that it ends is not said by a number alone. */
static void
said(const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	if (v->smallest[0] && card_form_whole(v->smallest) <= 1)
		text_copy(dst, size,
			_("Saved. Tables hide no small counts now: people may be recognised."));
}

const struct card_form_kind wave_form = { .name = "wave",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_COORDINATOR,
	.read = read_values,
	.save = save_values,
	.title = title,
	.said = said,
	.saved = N_("The wave is saved.") };
