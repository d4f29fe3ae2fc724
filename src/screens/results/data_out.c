/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers of a wave as files for Excel, SPSS, PSPP, Stata and archives of data (4 8). */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/answers.h"
#include "exchange/dataset_write.h"
#include "model/weights/weighting.h"
#include "screens/files/out_file.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "screens/surveys/survey_screens.h"
#include "tui/dialog.h"
#include "tui/form.h"
#include "tui/waiting.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum data_format {
	FORMAT_EXCEL,
	FORMAT_SAV,
	FORMAT_DTA,
	FORMAT_CODED,
	FORMAT_WORDS,
	FORMAT_TRIPLE_S,
	FORMAT_BOOK,
	FORMAT_DDI,
	FORMATS
};

/* tail: of the name that is proposed, where the ending does not tell what it is. */
static const struct {
	const char *label, *ending, *help, *tail;
} formats[FORMATS] = {
	[FORMAT_EXCEL] = { N_("Excel: answers in words (.csv)"), ".csv",
		N_("For reading: questions and answers in words; not to be imported again."),
		N_("-words") },
	[FORMAT_SAV] = { N_("SPSS and PSPP (.sav)"), ".sav",
		N_("Codes with labels and reasons; beside it .sps with sets of several answers."),
		NULL },
	[FORMAT_DTA] = { N_("Stata (.dta)"), ".dta",
		N_("Codes with labels; missing answers are .a to .h by their reason."), NULL },
	[FORMAT_CODED] = { N_("codes with syntax (.csv, .sps)"), ".csv",
		N_("What .sav holds as plain text; what codes and T001 mean says the .sps."),
		N_("-codes") },
	[FORMAT_WORDS] = { N_("names of answers, neutral (.csv)"), ".csv",
		N_("Names of the questionnaire, comma and point; import of answers "
		   "reads it again."),
		N_("-neutral") },
	[FORMAT_TRIPLE_S] = { N_("survey programs (Triple-S: .sss, .csv)"), ".sss",
		N_("Variables as XML, answers beside; reasons for missing answers are left "
		   "empty."),
		N_("-triple-s") },
	[FORMAT_BOOK] = { N_("code book as a table (.csv)"), ".csv",
		N_("What every variable and code means; no answers."), N_("-codebook") },
	[FORMAT_DDI] = { N_("code book for archives (DDI: .xml)"), ".xml",
		N_("What every variable and code means, for archives of data; no answers."), NULL },
};

struct values { /* of the form */
	int wave, format, numbers, texts, weights;
	char name[96], folder[PATH_MAX / 2];
};

enum {
	FIELD_WAVE,
	FIELD_FORMAT,
	FIELD_NUMBERS,
	FIELD_TEXTS,
	FIELD_WEIGHTS,
	FIELD_NAME,
	FIELD_FOLDER,
	FIELDS
};

struct data_out {
	struct arena arena;
	struct wave *waves;
	bool *weighted; /* of each wave: it has weights */
	struct field fields[FIELDS];
	struct values values;
	char proposed[96]; /* what is not typed over follows wave and format */
	struct form form;
};

enum { ANSWER_NUMBERED = ACTION_ANSWER_1 };

static void
propose(struct data_out *d)
{
	const char *tail = formats[d->values.format].tail, *code = d->waves[d->values.wave].code;
	char name[sizeof d->proposed];

	if (strcmp(d->values.name, d->proposed) != 0)
		return;
	if (tail)
		snprintf(name, sizeof name, "%.64s%.24s", code, _(tail));
	else
		text_copy(name, sizeof name, code);
	if (strcmp(name, d->proposed) == 0)
		return;
	text_copy(d->proposed, sizeof d->proposed, name);
	text_copy(d->values.name, sizeof d->values.name, name);
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
	[FIELD_NUMBERS] = { .kind = FIELD_YES_NO,
		.label = N_("Form numbers"),
		.offset = offsetof(struct values, numbers),
		.help = N_("Yes: number, keyer and time of each form, in order of numbers.") },
	[FIELD_TEXTS] = { .kind = FIELD_YES_NO,
		.label = N_("Open answers"),
		.offset = offsetof(struct values, texts),
		.help = N_(
			"Yes: what people wrote in their own words; it may tell who they are.") },
	[FIELD_WEIGHTS] = { .kind = FIELD_YES_NO,
		.label = N_("Weights"),
		.offset = offsetof(struct values, weights),
		.help = N_("Yes: the wave's weights go with the answers, when it has them (menu 4 "
			   "5).") },
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

/* ---- the form ---- */

static int
load_weights(struct data_out *d, struct db *db, int waves, struct error *err)
{
	struct weighting w;

	d->weighted = arena_array(&d->arena, (size_t)waves + 1, sizeof *d->weighted);
	for (int i = 0; i < waves; i++) {
		if (weighting_load(db, d->waves[i].id, &d->arena, &w, err))
			return -1;
		d->weighted[i] = w.margin_count > 0;
	}
	return 0;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct data_out *d = self;
	int count = 0;
	struct app *app = app_of(s);
	const char *const *waves, **shown = arena_array(&d->arena, FORMATS + 1, sizeof *shown);

	(void)argument;
	if (survey_waves_offered(app, &d->arena, &d->waves, &waves, &d->values.wave, err) == 0)
		while (waves[count])
			count++;
	if (count == 0 || load_weights(d, app->db, count, err)) {
		arena_release(&d->arena);
		return -1;
	}
	for (int i = 0; i < FORMATS; i++)
		shown[i] = formats[i].label;
	memcpy(d->fields, fields, sizeof fields);
	d->fields[FIELD_WAVE].choices = waves;
	d->fields[FIELD_FORMAT].choices = shown;
	d->values.weights = 1;
	propose(d);
	app_folder_out(app, d->values.folder, sizeof d->values.folder);
	form_start(&d->form, d->fields, FIELDS, &d->values, sizeof d->values, NULL);
	return 0;
}

static const char *
said_of_weights(const struct data_out *d)
{
	int format = d->values.format;

	if (!d->weighted[d->values.wave])
		return _("The wave has no weights (menu 4 5).");
	if (!d->values.weights)
		return _("The wave's weights stay here.");
	if (format == FORMAT_EXCEL || format == FORMAT_WORDS)
		return _("The wave's weights go along as a column.");
	return format == FORMAT_SAV
		       ? _("The wave's weights go along and are switched on in SPSS and PSPP.")
		       : _("The wave's weights go along as a variable.");
}

static void
draw(void *self, struct canvas *c)
{
	struct data_out *d = self;
	struct canvas part = canvas_part(c, 0, 0, FIELDS + 1, c->columns);
	int row = FIELDS + 2, format = d->values.format;

	form_draw(&d->form, &part);
	canvas_text(c, row, 1, c->columns - 1, ROLE_TEXT, _(formats[format].help));
	row += 2;
	if (format < FORMAT_BOOK)
		canvas_text(c, row++, 1, c->columns - 1, ROLE_HINT,
			d->values.numbers
				? _("Forms leave in order of numbers: with the paper, every person "
				    "can be found.")
				: _("Forms leave shuffled, without numbers, keyers and times."));
	if (format < FORMAT_BOOK && d->values.texts)
		canvas_text(c, row++, 1, c->columns - 1, ROLE_HINT,
			_("Open answers may hold names: read them before you pass them on."));
	if (format < FORMAT_BOOK)
		canvas_text(c, row++, 1, c->columns - 1, ROLE_HINT, said_of_weights(d));
	canvas_text(c, row + 1, 1, c->columns - 1, ROLE_HINT, _("F2 writes the file, Esc leaves."));
}

/* ---- writing ---- */

struct job {
	struct data_out *d;
	struct app *app;
	struct arena arena;
	struct wave *wave;
	enum data_format format;
	const struct progress *progress;
	struct dataset set; /* but of words */
	char path[PATH_MAX];
	const char *lines; /* what is told beside where the file lies */
};

static bool
in_words(const struct job *j)
{
	return j->format == FORMAT_EXCEL || j->format == FORMAT_WORDS;
}

static int
load_set(struct job *j, struct wave_columns *columns, struct error *err)
{
	const struct dataset_options options = { .numbers = j->d->values.numbers != 0,
		.texts = j->d->values.texts != 0,
		.unweighted = !j->d->values.weights };

	return wave_columns_open(j->app->db, j->wave, i18n_code(), &j->arena, columns, err) ||
			       dataset_load(columns, &options, j->progress, &j->set, err)
		       ? -1
		       : 0;
}

static void
note_file(const struct job *j, const char *path)
{
	out_note(j->app, j->d->values.folder, path, _(formats[j->format].label));
}

static int
write_words(struct job *j, struct error *err)
{
	const struct answers_export options = { .numbers = j->d->values.numbers != 0,
		.texts = j->d->values.texts != 0,
		.unweighted = !j->d->values.weights,
		.polish = j->format == FORMAT_EXCEL };
	struct output *out;

	if (output_open(&out, j->path, false, err))
		return -1;
	if (answers_write(j->app->db, j->wave, &options, out, j->progress, NULL, err)) {
		output_abort(out);
		return -1;
	}
	if (output_commit(out, err))
		return -1;
	note_file(j, j->path);
	return 0;
}

static int
write_set(struct job *j, struct error *err)
{
	const char *const *lines, *told = "";
	struct dataset_written written;
	int count;

	if (j->format >= FORMAT_BOOK
			? dataset_book_write(&j->set, j->app->db, j->path, false, &written, err)
			: dataset_write(
				  &j->set, j->app->db, j->path, false, j->progress, &written, err))
		return -1;
	for (int i = 0; i < written.file_count; i++)
		note_file(j, written.files[i]);
	count = dataset_remarks(&j->set, &written, &lines);
	for (int i = 0; i < count; i++)
		told = arena_format(&j->arena, "%s%s%s", told, i ? "\n" : "\n\n", lines[i]);
	j->lines = told;
	return 0;
}

/* Beside the name all that belongs to the file must be free, too. */
static int
write_files(struct job *j, struct error *err)
{
	struct wave_columns columns;

	if (!in_words(j) && load_set(j, &columns, err))
		return -1;
	for (int n = 1;; n++) {
		out_path(j->path, j->d->values.folder, j->d->values.name, n,
			formats[j->format].ending);
		error_clear(err);
		if ((in_words(j) ? write_words(j, err) : write_set(j, err)) == 0)
			return 0;
		if (err->code != ERROR_CONFLICT || n == 999)
			return -1;
	}
}

/* What is there stays; that the new file gets a number is not to be learnt afterwards. */
static bool
ask_number(struct screens *s, const struct data_out *d)
{
	const char *ending = formats[d->values.format].ending;
	char path[PATH_MAX], text[512];

	out_path(path, d->values.folder, d->values.name, 1, ending);
	if (access(path, F_OK) != 0)
		return false;
	out_path_free(path, d->values.folder, d->values.name, ending);
	snprintf(text, sizeof text,
		_("%s%s is there already and stays. Write the new file beside it, as %s? With No "
		  "you can give it another name."),
		d->values.name, ending, strrchr(path, '/') + 1);
	dialog_offer(s, _("The file is there already"), text, ANSWER_NUMBERED, 0);
	return true;
}

static int
save(struct screens *s, struct data_out *d, bool numbered)
{
	struct job job = {
		.d = d, .app = app_of(s), .format = (enum data_format)d->values.format, .lines = ""
	};
	char text[2 * PATH_MAX];
	struct waiting waiting;
	struct error err = { 0 };

	if (form_check(&d->form, &err)) {
		form_error(&d->form, &err);
		return SCREEN_HANDLED;
	}
	out_name_trim(d->values.name, formats[d->values.format].ending);
	if (!numbered && ask_number(s, d))
		return SCREEN_HANDLED;
	job.wave = &d->waves[d->values.wave];
	survey_remember_wave(job.app, job.wave->code);
	waiting_start(&waiting, s, _("Writing answers"));
	job.progress = &waiting.progress;
	if (write_files(&job, &err)) {
		app_error(s, _("The file was not written"), &err);
	} else {
		app_folder_remember(job.app, SETTING_FOLDER_OUT, d->values.folder);
		app_where(job.app, job.path, text, sizeof text);
		dialog_message(s, _("The file is ready"),
			arena_format(&job.arena, "%s%s", text, job.lines));
	}
	arena_release(&job.arena);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	(void)event;
	if (action == ACTION_SAVE || action == ACTION_CHOSEN || action == ANSWER_NUMBERED)
		return save(s, self, action == ANSWER_NUMBERED);
	return SCREEN_PASS;
}

static void
settle(struct screens *s, void *self)
{
	(void)s;
	propose(self);
}

static void
status(void *self, char *dst, size_t size)
{
	text_copy(dst, size, form_help(&((struct data_out *)self)->form));
}

static struct focus
focus(void *self)
{
	return (struct focus){ &form_widget, &((struct data_out *)self)->form };
}

static void
release(void *self)
{
	struct data_out *d = self;

	form_release(&d->form);
	arena_release(&d->arena);
}

static const int ids[] = { ACTION_SAVE, 0 };

const struct screen data_out_screen = {
	.name = "data_out",
	.title = N_("Data for Excel, SPSS, Stata"),
	.size = sizeof(struct data_out),
	.actions = ids,
	.start = start,
	.draw = draw,
	.status = status,
	.settle = settle,
	.act = act,
	.focus = focus,
	.release = release,
};
