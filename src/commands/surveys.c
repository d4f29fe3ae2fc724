/* SPDX-License-Identifier: GPL-3.0-or-later */
/* survey and wave: what is asked again and again, and each time that it is. */
#include "config.h"

#include "commands/given.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/office.h"
#include "model/questionnaires/questionnaire.h"
#include "model/surveys/wave.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

/* ---- surveys ---- */

static const struct given_field survey_fields[] = {
	{ "code", GIVEN_TEXT, GIVEN_AT(struct survey, code), 0, 0, 0 },
	{ "name", GIVEN_TEXT, GIVEN_AT(struct survey, name), 0, 0, 0 },
	{ "questionnaire", GIVEN_TEXT, GIVEN_AT(struct survey, questionnaire_code), 0, 0, 0 },
	{ "note", GIVEN_TEXT, GIVEN_AT(struct survey, note), 0, 0, 0 },
};

static int
save_survey(struct run *run, struct survey *s, struct error *err)
{
	struct questionnaire q;

	if (given_apply(run, 1, survey_fields, COUNT(survey_fields), s, err))
		return -1;
	if (s->questionnaire_code[0]) {
		if (questionnaire_load(run->db, s->questionnaire_code, 0, &run->arena, &q, err))
			return -1;
		s->questionnaire = q.id;
	}
	return survey_save(run->db, s, err);
}

int
command_survey_add(struct run *run, struct error *err)
{
	const char *code = run->arguments->operands[0];
	struct survey s = { 0 };

	if (survey_code_check(code, 1, err))
		return -1;
	if (strlen(code) >= sizeof(s.code))
		return error_set(err, ERROR_INPUT,
			_("The code \"%s\" is too long: 32 signs at most."), code);
	text_copy(s.code, sizeof(s.code), code);
	if (save_survey(run, &s, err))
		return -1;
	run_say(_("Made the survey %s."), s.code);
	return 0;
}

static int
find_survey(struct run *run, struct survey *s, struct error *err)
{
	if (survey_by_code(run->db, run->arguments->operands[0], s, err) == 0)
		return 0;
	if (err->code == ERROR_MISSING)
		run_advise(err, _("gromada list surveys prints all of them."));
	return -1;
}

int
command_survey_change(struct run *run, struct error *err)
{
	struct survey s;

	if (find_survey(run, &s, err) || save_survey(run, &s, err))
		return -1;
	run_say(_("Changed the survey %s."), s.code);
	return 0;
}

int
command_survey_retire(struct run *run, struct error *err)
{
	struct survey s;

	if (find_survey(run, &s, err) || survey_retire(run->db, &s, false, err))
		return -1;
	run_say(_("The survey %s is no longer in use."), s.code);
	return 0;
}

int
command_list_surveys(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "code", N_("code"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "questionnaire", N_("questionnaire"), REPORT_CODE },
		{ "waves", N_("waves"), REPORT_NUMBER },
		{ "note", N_("remark"), REPORT_TEXT },
	};
	struct survey *list;
	struct result *r;
	int count;

	if (survey_list(run->db, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Register of surveys"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_text(r, list[i].code);
		result_text(r, list[i].name);
		result_text(r, list[i].questionnaire_code);
		result_whole(r, list[i].waves);
		result_text(r, list[i].note);
	}
	return result_end(r, err);
}

/* ---- waves ---- */

struct wave_given {
	struct wave wave;
	char unit[16], version[12]; /* as typed */
};

#define W(member) GIVEN_AT(struct wave_given, member)

static const struct given_field wave_fields[] = {
	{ "code", GIVEN_TEXT, W(wave.code), 0, 0, 0 },
	{ "name", GIVEN_TEXT, W(wave.name), 0, 0, 0 },
	{ "unit", GIVEN_TEXT, W(unit), 0, 0, 0 },
	{ "year", GIVEN_WHOLE, W(wave.year), 1990, 2199, 0 },
	{ "version", GIVEN_TEXT, W(version), 0, 0, 0 },
	{ "population", GIVEN_WHOLE, W(wave.population), 0, 100000000, 0 },
	{ "sample", GIVEN_WORD, W(wave.sample), 0, 0, WAVE_WORD_SAMPLE },
	{ "planned", GIVEN_WHOLE, W(wave.planned), 0, 10000000, 0 },
	{ "control", GIVEN_WORD, W(wave.control), 0, 0, WAVE_WORD_CONTROL },
	{ "auto-number", GIVEN_YES_NO, W(wave.auto_number), 0, 0, 0 },
	{ "open-answers", GIVEN_YES_NO, W(wave.open_answers), 0, 0, 0 },
	{ "anonymity", GIVEN_WORD, W(wave.anonymity), 0, 0, WAVE_WORD_ANONYMITY },
	{ "smallest-cell", GIVEN_WHOLE, W(wave.smallest_cell), 0, 1000, 0 },
	{ "purpose", GIVEN_TEXT, W(wave.purpose), 0, 0, 0 },
	{ "legal-basis", GIVEN_TEXT, W(wave.legal_basis), 0, 0, 0 },
	{ "controller", GIVEN_TEXT, W(wave.controller), 0, 0, 0 },
	{ "notice", GIVEN_TEXT, W(wave.notice), 0, 0, 0 },
	{ "keep-until", GIVEN_DATE, W(wave.keep_until), 0, 0, 0 },
	{ "method", GIVEN_WORD, W(wave.second_method), 0, 0, WAVE_WORD_METHOD },
	{ "second", GIVEN_WORD, W(wave.second_choice), 0, 0, WAVE_WORD_CHOICE },
	{ "every", GIVEN_WHOLE, W(wave.second_every), 1, 1000, 0 },
	{ "share", GIVEN_WHOLE, W(wave.second_share), 1, 100, 0 },
	{ "threshold", GIVEN_NUMBER, W(wave.threshold), 0, 0, 0 },
	{ "speed-from", GIVEN_DATE, W(wave.speed_from), 0, 0, 0 },
	{ "case-mark", GIVEN_TEXT, W(wave.case_mark), 0, 0, 0 },
	{ "archive-class", GIVEN_TEXT, W(wave.archive_class), 0, 0, 0 },
	{ "destroy-after", GIVEN_DATE, W(wave.destroy_after), 0, 0, 0 },
	{ "destroyed-on", GIVEN_DATE, W(wave.destroyed_on), 0, 0, 0 },
	{ "destroyed-by", GIVEN_TEXT, W(wave.destroyed_by), 0, 0, 0 },
	{ "protocol", GIVEN_TEXT, W(wave.protocol), 0, 0, 0 },
};

static int
find_wave(struct run *run, struct wave *w, struct error *err)
{
	if (wave_by_code(run->db, run->arguments->operands[0], w, err) == 0)
		return 0;
	if (err->code == ERROR_MISSING)
		run_advise(err, _("gromada list waves prints all of them."));
	return -1;
}

static int
set_version(struct run *run, struct wave_given *g, const char *questionnaire, struct error *err)
{
	struct questionnaire q;
	int number = atoi(g->version);

	if (!g->version[0] || number == g->wave.version_number)
		return 0;
	if (number < 1 || strspn(g->version, "0123456789") != strlen(g->version))
		return error_set(err, ERROR_INPUT,
			_("\"%s\" cannot be version, which is the number of a published version."),
			g->version);
	if (questionnaire_load(run->db, questionnaire, number, &run->arena, &q, err))
		return -1;
	g->wave.version = q.version_id;
	return 0;
}

static int
save_wave(struct run *run, struct wave_given *g, const char *questionnaire, struct error *err)
{
	const struct unit *unit;

	if (given_apply(run, 1, wave_fields, COUNT(wave_fields), g, err) ||
		set_version(run, g, questionnaire, err))
		return -1;
	if (g->unit[0]) {
		if (run_unit(run, g->unit, &unit, err))
			return -1;
		g->wave.slot = unit->slot;
	}
	return wave_save(run->db, &g->wave, err);
}

/* Hiding protects people: that it ends is not said by a number alone. */
static void
say_open(const struct wave *w)
{
	if (w->smallest_cell <= 1) /* no count that somebody stands behind is smaller */
		run_say(_("Tables of the wave %s hide no small counts any more: people may be "
			  "recognised in them. smallest-cell=%d hides them again."),
			w->code, WAVE_SMALLEST_CELL);
}

int
command_wave_add(struct run *run, struct error *err)
{
	struct wave_given g = { 0 };
	struct office office;
	struct survey s;

	if (find_survey(run, &s, err) || office_load(run->db, &office, err))
		return -1;
	wave_defaults(&g.wave);
	g.wave.survey = s.id;
	text_copy(g.wave.survey_code, sizeof(g.wave.survey_code), s.code);
	text_copy(g.unit, sizeof(g.unit), office.own_unit);
	if (save_wave(run, &g, s.questionnaire_code, err))
		return -1;
	run_say(_("Made the wave %s of the survey %s."), g.wave.code, s.code);
	say_open(&g.wave);
	return 0;
}

int
command_wave_change(struct run *run, struct error *err)
{
	struct wave_given g = { 0 };
	int before;

	if (find_wave(run, &g.wave, err))
		return -1;
	before = g.wave.smallest_cell;
	if (save_wave(run, &g, g.wave.questionnaire_code, err))
		return -1;
	run_say(_("Changed the wave %s."), g.wave.code);
	if (before > 0)
		say_open(&g.wave);
	return 0;
}

static void
print_count(struct result *r, const char *name, int count)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", count);
	result_pair(r, name, text);
}

int
command_wave_show(struct run *run, struct error *err)
{
	struct wave_given g = { 0 };
	struct wave_counts c;
	const struct unit *unit;
	struct result *r;

	if (find_wave(run, &g.wave, err) || wave_count(run->db, g.wave.id, &c, err) ||
		run_units(run, err))
		return -1;
	unit = unit_by_slot(&run->units, g.wave.slot);
	text_copy(g.unit, sizeof(g.unit), unit ? run_code(unit) : "");
	snprintf(g.version, sizeof(g.version), "%d", g.wave.version_number);
	if (result_start(&r, run, g.wave.code, result_pairs, 2, err))
		return -1;
	result_pair(r, "survey", g.wave.survey_code);
	result_pair(r, "questionnaire", g.wave.questionnaire_code);
	given_print(r, wave_fields, COUNT(wave_fields), &g);
	result_pair(r, "lifted", g.wave.lifted ? "yes" : "no");
	result_pair(r, "closed_at", g.wave.closed_at);
	result_pair(r, "erased_at", g.wave.erased_at);
	print_count(r, "batches", c.batches);
	print_count(r, "received", c.received);
	print_count(r, "waiting", c.waiting);
	print_count(r, "keying", c.keying);
	print_count(r, "keyed", c.keyed);
	print_count(r, "empty", c.empty);
	print_count(r, "spoilt", c.spoilt);
	print_count(r, "missing", c.missing);
	print_count(r, "other_modes", c.other_modes);
	print_count(r, "second_chosen", c.second_chosen);
	print_count(r, "second_done", c.second_done);
	print_count(r, "differing", c.differing);
	return result_end(r, err);
}

int
command_wave_close(struct run *run, struct error *err)
{
	struct wave w;

	if (find_wave(run, &w, err) || wave_close(run->db, &w, err))
		return -1;
	run_say(_("The wave %s is closed."), w.code);
	if (wave_not_said(&w))
		run_say(_("%s gromada wave change %s takes it: controller=… keep-until=…"),
			wave_not_said(&w), w.code);
	return 0;
}

int
command_wave_reopen(struct run *run, struct error *err)
{
	struct wave w;

	if (find_wave(run, &w, err) || wave_reopen(run->db, &w, err))
		return -1;
	run_say(_("The wave %s is open again."), w.code);
	return 0;
}

int
command_wave_lift(struct run *run, struct error *err)
{
	struct wave w;

	if (find_wave(run, &w, err) || wave_lift(run->db, &w, true, err))
		return -1;
	run_say(_("In the wave %s one person may now key a form twice; this is recorded. What "
		  "differs is "
		  "still settled by somebody else (3 3)."),
		w.code);
	return 0;
}

int
command_wave_enforce(struct run *run, struct error *err)
{
	struct wave w;

	if (find_wave(run, &w, err) || wave_lift(run->db, &w, false, err))
		return -1;
	run_say(_("In the wave %s another person keys the second time."), w.code);
	return 0;
}

int
command_wave_retire(struct run *run, struct error *err)
{
	struct wave w;

	if (find_wave(run, &w, err) || wave_retire(run->db, &w, err))
		return -1;
	run_say(_("The wave %s is no longer in use."), w.code);
	return 0;
}

int
command_wave_erase(struct run *run, struct error *err)
{
	char question[256];
	struct wave w;
	int yes = 1;

	if (find_wave(run, &w, err))
		return -1;
	if (!run_option(run, OPTION_YES)) {
		snprintf(question, sizeof(question),
			_("Erase who keyed, notes and open answers of the wave %s for ever?"),
			w.code);
		yes = run_ask(question);
	}
	if (yes < 0)
		return error_set(err, ERROR_INPUT,
			_("Nobody can be asked here; --yes erases without asking."));
	if (yes == 0)
		return run_declined(run, _("Nothing was erased."));
	if (wave_erase(run->db, &w, err))
		return -1;
	run_say(_("The personal data of the wave %s are erased."), w.code);
	return 0;
}

static void
wave_row(struct result *r, struct run *run, const struct wave *w, const struct wave_counts *c)
{
	const struct unit *unit = unit_by_slot(&run->units, w->slot);

	result_text(r, w->code);
	result_text(r, w->survey_code);
	result_text(r, w->name);
	result_text(r, unit ? run_code(unit) : "");
	result_year(r, w->year);
	result_text(r, w->questionnaire_code);
	result_whole(r, w->version_number);
	result_whole(r, w->planned);
	result_whole(r, c->received);
	result_whole(r, c->keyed);
	result_whole(r, c->waiting + c->keying);
	result_whole(r, c->other_modes);
	result_text(r, w->closed_at);
	result_text(r, w->keep_until);
	result_text(r, w->erased_at);
}

static int
print_waves(
	struct run *run, const char *title, const struct wave *list, int count, struct error *err)
{
	static const struct result_column columns[] = {
		{ "code", N_("code"), REPORT_CODE },
		{ "survey", N_("survey"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "unit", N_("unit"), REPORT_CODE },
		{ "year", N_("year"), REPORT_CODE },
		{ "questionnaire", N_("questionnaire"), REPORT_CODE },
		{ "version", N_("version"), REPORT_CODE },
		{ "planned", N_("handed out"), REPORT_NUMBER },
		{ "received", N_("received"), REPORT_NUMBER },
		{ "keyed", N_("keyed"), REPORT_NUMBER },
		{ "waiting", N_("waiting"), REPORT_NUMBER },
		{ "other_modes", N_("not on paper"), REPORT_NUMBER },
		{ "closed_at", N_("closed"), REPORT_TEXT },
		{ "keep_until", N_("kept until"), REPORT_TEXT },
		{ "erased_at", N_("erased"), REPORT_TEXT },
	};
	struct wave_counts *counts = arena_array(&run->arena, (size_t)count + 1, sizeof(*counts));
	struct result *r;

	for (int i = 0; i < count; i++)
		if (wave_count(run->db, list[i].id, &counts[i], err))
			return -1;
	if (run_units(run, err) || result_start(&r, run, title, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++)
		wave_row(r, run, &list[i], &counts[i]);
	return result_end(r, err);
}

int
command_list_waves(struct run *run, struct error *err)
{
	const char *code = run_option(run, OPTION_SURVEY);
	struct survey s = { 0 };
	struct wave *list;
	int count;

	if ((code && survey_by_code(run->db, code, &s, err)) ||
		wave_list(run->db, s.id, &run->arena, &list, &count, err))
		return -1;
	return print_waves(run, _("Waves"), list, count, err);
}
