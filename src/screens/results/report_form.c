/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a whole wave as a file (menu 4 7). */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "report/survey_report.h"
#include "screens/files/out_file.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "screens/results/result_where.h"
#include "screens/results/results.h"
#include "screens/surveys/survey_screens.h"
#include "tui/dialog.h"
#include "tui/form.h"

#include <stdio.h>
#include <string.h>

enum { BREAKS = 3 };

static const struct {
	const char *label;
	enum report_format format;
} formats[] = {
	{ N_("Word document (DOCX)"), REPORT_FORMAT_DOCX },
	{ N_("pages to print (PDF)"), REPORT_FORMAT_PDF },
	{ N_("web page (HTML)"), REPORT_FORMAT_HTML },
	{ N_("Excel workbook (XLSX)"), REPORT_FORMAT_XLSX },
	{ N_("plain text"), REPORT_FORMAT_TEXT },
};
enum { FORMATS = sizeof formats / sizeof *formats };

struct values { /* of the form */
	int wave, format, weighted, modes, texts, services, potential;
	char questions[64]; /* how many were chosen, in words */
	char by[BREAKS][128], by_name[BREAKS][65];
	char where[512], name[96], folder[PATH_MAX / 2];
};

enum { ANSWER_WHERE = ACTION_ANSWER_1, ANSWER_QUESTIONS };

enum {
	FIELD_WAVE,
	FIELD_FORMAT,
	FIELD_QUESTIONS,
	FIELD_BY,
	FIELD_MODES = FIELD_BY + BREAKS,
	FIELD_WEIGHTED,
	FIELD_WHERE,
	FIELD_TEXTS,
	FIELD_SERVICES,
	FIELD_POTENTIAL,
	FIELD_NAME,
	FIELD_FOLDER,
	FIELDS
};

struct report_form {
	struct arena arena;
	struct app *app;
	struct field fields[FIELDS];
	struct values values;
	struct form form;
	struct wave *waves;
	struct results results; /* questions of the wave chosen last */
	struct question_choice choice; /* none = all */
	int64_t choice_wave;
};

/* ---- fields ---- */

/* The questions of the wave in the form. */
static int
questions(struct report_form *f, struct error *err)
{
	const struct wave *w = &f->waves[f->values.wave];

	if (f->results.wave.wave.id == w->id && f->results.questions)
		return 0;
	f->results.wave.wave = *w;
	return results_questions(&f->results, f->app, err);
}

static int
suggest(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	struct report_form *f = context;
	char needle[128], folded[512];
	struct error ignored = { 0 };
	int n = 0;

	if (questions(f, &ignored))
		return 0;
	text_fold(needle, sizeof needle, typed);
	for (int i = 0; i < f->results.question_count && n < max; i++) {
		const struct result_question *q = &f->results.questions[i];

		if (!q->answers || !text_match(text_fold(folded, sizeof folded, q->text), needle))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, q->text);
		rows[n].note[0] = '\0';
		text_copy(rows[n++].key, sizeof rows[0].key, q->name);
	}
	return n;
}

static int
check_name(const void *data, const struct field *field, struct error *err)
{
	(void)field;
	return out_name_check(((const struct values *)data)->name, FIELD_NAME + 1, err);
}

static int
check_folder(const void *data, const struct field *field, struct error *err)
{
	(void)field;
	return out_folder_check(((const struct values *)data)->folder, FIELD_FOLDER + 1, err);
}

#define BREAK(n, text)                                                                             \
	[FIELD_BY + (n)] = { .kind = FIELD_LOOKUP,                                                 \
		.label = text,                                                                     \
		.offset = offsetof(struct values, by[n]),                                          \
		.size = sizeof((struct values *)0)->by[n],                                         \
		.key_offset = offsetof(struct values, by_name[n]),                                 \
		.key_size = sizeof((struct values *)0)->by_name[n],                                \
		.suggest = suggest,                                                                \
		.none = N_("No question with answers has these words."),                           \
		.help = N_("All questions once more by the answers to this one; number or words, " \
			   "empty = none.") }

static const struct field fields[FIELDS] = {
	[FIELD_WAVE] = { .kind = FIELD_CHOICE,
		.label = N_("Wave"),
		.offset = offsetof(struct values, wave),
		.help = N_("Space or arrows change the wave.") },
	[FIELD_FORMAT] = { .kind = FIELD_CHOICE,
		.label = N_("Format"),
		.offset = offsetof(struct values, format),
		.width = 42,
		.help = N_("Space or arrows change the format.") },
	[FIELD_QUESTIONS] = { .kind = FIELD_TEXT,
		.label = N_("Questions"),
		.offset = offsetof(struct values, questions),
		.size = sizeof((struct values *)0)->questions,
		.fixed = true },
	BREAK(0, N_("Break 1")),
	BREAK(1, N_("Break 2")),
	BREAK(2, N_("Break 3")),
	[FIELD_MODES] = { .kind = FIELD_YES_NO,
		.label = N_("By mode too"),
		.offset = offsetof(struct values, modes),
		.help = N_("Yes: all questions by how people answered: on paper, online, with an "
			   "interviewer.") },
	[FIELD_WEIGHTED] = { .kind = FIELD_YES_NO,
		.label = N_("Weights"),
		.offset = offsetof(struct values, weighted),
		.help = N_("Yes: the wave's weights, when it has them (menu 4 5).") },
	[FIELD_WHERE] = { .kind = FIELD_TEXT,
		.label = N_("Only forms"),
		.offset = offsetof(struct values, where),
		.size = sizeof((struct values *)0)->where,
		.help = N_("An expression as ${age} > 60, or ? to choose it; empty = all forms.") },
	[FIELD_TEXTS] = { .kind = FIELD_YES_NO,
		.label = N_("What was written"),
		.offset = offsetof(struct values, texts),
		.help = N_("Yes: open answers word for word. They may name people: read them.") },
	[FIELD_SERVICES] = { .kind = FIELD_YES_NO,
		.label = N_("Services"),
		.offset = offsetof(struct values, services),
		.help = N_(
			"Yes: a chapter on how important services are and how they are rated.") },
	[FIELD_POTENTIAL] = { .kind = FIELD_YES_NO,
		.label = N_("Profile"),
		.offset = offsetof(struct values, potential),
		.help = N_(
			"Yes: a chapter on the parts of the questionnaire, each from 0 to 100.") },
	[FIELD_NAME] = { .kind = FIELD_TEXT,
		.label = N_("Name"),
		.offset = offsetof(struct values, name),
		.size = sizeof((struct values *)0)->name,
		.required = true,
		.check = check_name,
		.help = N_("The ending is added by the program.") },
	[FIELD_FOLDER] = { .kind = FIELD_TEXT,
		.label = N_("Folder"),
		.offset = offsetof(struct values, folder),
		.size = sizeof((struct values *)0)->folder,
		.required = true,
		.check = check_folder,
		.help = N_("A folder that is changed here is remembered.") },
};

/* Questions chosen in one wave say nothing of another. */
static void
say_questions(struct report_form *f)
{
	if (f->choice_wave != f->waves[f->values.wave].id)
		question_choice_clear(&f->choice);
	f->choice_wave = f->waves[f->values.wave].id;
	if (f->choice.count == 0)
		text_copy(
			f->values.questions, sizeof f->values.questions, _("all; F7 chooses some"));
	else
		snprintf(f->values.questions, sizeof f->values.questions,
			P_("%d chosen; F7 chooses others", "%d chosen; F7 chooses others",
				(unsigned long)f->choice.count),
			f->choice.count);
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct report_form *f = self;
	const char *const *waves, **shown = arena_array(&f->arena, FORMATS + 1, sizeof *shown);

	(void)argument;
	f->app = app_of(s);
	if (survey_waves_offered(f->app, &f->arena, &f->waves, &waves, &f->values.wave, err)) {
		arena_release(&f->arena);
		return -1;
	}
	for (int i = 0; i < FORMATS; i++)
		shown[i] = formats[i].label;
	memcpy(f->fields, fields, sizeof fields);
	f->fields[FIELD_WAVE].choices = waves;
	f->fields[FIELD_FORMAT].choices = shown;
	snprintf(f->values.name, sizeof f->values.name, "%s-%s", _("report"),
		f->waves[f->values.wave].code);
	app_folder_out(f->app, f->values.folder, sizeof f->values.folder);
	say_questions(f);
	form_start(&f->form, f->fields, FIELDS, &f->values, sizeof f->values, f);
	return 0;
}

static void
draw(void *self, struct canvas *c)
{
	struct report_form *f = self;
	struct canvas part = canvas_part(c, 0, 0, FIELDS + 1, c->columns);

	form_draw(&f->form, &part);
	canvas_text(c, FIELDS + 2, 1, c->columns - 1, ROLE_TEXT,
		_("How the survey was done, every question, then all of them by the chosen ones."));
	canvas_text(c, FIELDS + 3, 1, c->columns - 1, ROLE_HINT,
		_("Small numbers are hidden by the wave's own rule, which is said in the report."));
	canvas_text(
		c, FIELDS + 5, 1, c->columns - 1, ROLE_HINT, _("F2 writes the file, Esc leaves."));
}

/* ---- writing ---- */

static int
build(struct report_form *f, struct wave *wave, struct arena *arena, struct document *document,
	struct error *err)
{
	const char *by[BREAKS + 1];
	struct survey_report request = { .by = by,
		.questions = f->choice.names,
		.question_count = f->choice.count,
		.texts = f->values.texts != 0,
		.services = f->values.services != 0,
		.potential = f->values.potential != 0,
		.weighted = f->values.weighted != 0,
		.where = f->values.where[0] ? f->values.where : NULL };

	for (int i = 0; i < BREAKS; i++)
		if (f->values.by_name[i][0])
			by[request.by_count++] = f->values.by_name[i];
	if (f->values.modes)
		by[request.by_count++] = TABULATION_MODE;
	if (wave->slot != NO_WAVE_UNIT) {
		const struct unit_table *units = app_units(f->app, err);
		const struct unit *unit = units ? unit_by_slot(units, wave->slot) : NULL;

		if (!units)
			return -1;
		request.unit = unit ? unit->label : "";
	}
	return survey_report_build(f->app->db, wave, &request, arena, document, err);
}

static int
write_file(struct report_form *f, struct document *document, const char *path, struct error *err)
{
	struct output *out;

	if (output_open(&out, path, false, err))
		return -1;
	if (document_write(document, formats[f->values.format].format, out, err)) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err);
}

static int
write_report(struct report_form *f, const char *path, struct error *err)
{
	struct wave *wave = &f->waves[f->values.wave];
	struct arena arena = { 0 };
	struct document document;
	int result = build(f, wave, &arena, &document, err);

	if (result == 0) {
		document.fonts = settings_text(f->app->settings, SETTING_FONTS);
		result = write_file(f, &document, path, err);
	}
	if (result == 0)
		out_note(f->app, f->values.folder, path, document.title);
	arena_release(&arena);
	return result;
}

static int
save(struct screens *s, struct report_form *f)
{
	const char *ending = report_format_ending(formats[f->values.format].format);
	char path[PATH_MAX], text[2 * PATH_MAX];
	struct error err = { 0 };

	if (form_check(&f->form, &err)) {
		form_error(&f->form, &err);
		return SCREEN_HANDLED;
	}
	if (where_wants_choice(f->values.where)) {
		where_open(s, f->waves[f->values.wave].id, f->values.where, ANSWER_WHERE);
		return SCREEN_HANDLED;
	}
	out_name_trim(f->values.name, ending);
	survey_remember_wave(f->app, f->waves[f->values.wave].code);
	out_path_free(path, f->values.folder, f->values.name, ending);
	if (write_report(f, path, &err)) {
		app_error(s, _("The file was not written"), &err);
	} else {
		app_folder_remember(f->app, SETTING_FOLDER_OUT, f->values.folder);
		dialog_message(
			s, _("The file is ready"), app_where(f->app, path, text, sizeof text));
	}
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct report_form *f = self;

	switch (action) {
	case ACTION_SAVE:
	case ACTION_CHOSEN:
		return save(s, f);
	case ACTION_CHANGED:
		say_questions(f);
		if (where_wants_choice(f->values.where))
			where_open(s, f->waves[f->values.wave].id, f->values.where, ANSWER_WHERE);
		return SCREEN_HANDLED;
	case ANSWER_WHERE:
		text_copy(f->values.where, sizeof f->values.where, event->answer);
		form_focus(&f->form, FIELD_WHERE);
		return SCREEN_HANDLED;
	case ACTION_RESULT_SEVERAL:
		question_choice_open(s, f->choice_wave, &f->choice, false, _("none = all of them"),
			ANSWER_QUESTIONS);
		return SCREEN_HANDLED;
	case ANSWER_QUESTIONS:
		say_questions(f);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
status(void *self, char *dst, size_t size)
{
	text_copy(dst, size, form_help(&((struct report_form *)self)->form));
}

static struct focus
focus(void *self)
{
	return (struct focus){ &form_widget, &((struct report_form *)self)->form };
}

static void
release(void *self)
{
	struct report_form *f = self;

	form_release(&f->form);
	question_choice_clear(&f->choice);
	arena_release(&f->results.arena);
	arena_release(&f->arena);
}

static const int ids[] = { ACTION_SAVE, ACTION_RESULT_SEVERAL, 0 };

const struct screen report_form_screen = {
	.name = "report_form",
	.title = N_("Report of a survey"),
	.size = sizeof(struct report_form),
	.actions = ids,
	.start = start,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};
