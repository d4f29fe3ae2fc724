/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog of an export: a form of three fields over the screen. */
#include "config.h"

#include "screens/files/export.h"

#include "base/i18n.h"
#include "base/output.h"
#include "base/text.h"
#include "screens/files/files.h"
#include "screens/files/out_file.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"
#include "tui/form.h"

#include <stdio.h>
#include <string.h>

struct values { /* of the form */
	int format;
	char name[96];
	char folder[PATH_MAX / 2];
};

struct export
{
	struct arena arena;
	struct report_table table;
	export_put *put; /* writes the document; NULL = the table is written */
	void *document;
	const char *what;                                /* title of what is written */
	enum report_format formats[REPORT_FORMAT_COUNT]; /* that can be chosen */
	const char *names[REPORT_FORMAT_COUNT + 1];
	struct field fields[3];
	struct values values;
	struct form form;
};

/* In the order in which they are offered. */
static const struct {
	enum report_format format;
	const char *name;
} formats[REPORT_FORMAT_COUNT] = { { REPORT_FORMAT_XLSX, N_("Excel workbook (XLSX)") },
	{ REPORT_FORMAT_CSV_POLISH, N_("CSV for Polish Excel") },
	{ REPORT_FORMAT_CSV, N_("neutral CSV (comma, point)") },
	{ REPORT_FORMAT_TEXT, N_("plain text") }, { REPORT_FORMAT_HTML, N_("web page (HTML)") },
	{ REPORT_FORMAT_PDF, N_("pages to print (PDF)") },
	{ REPORT_FORMAT_DOCX, N_("Word document (DOCX)") } };

/* What is no table is printed or read. */
static const enum report_format paper_formats[] = { REPORT_FORMAT_PDF, REPORT_FORMAT_TEXT };

static int
check_name(const void *data, const struct field *field, struct error *err)
{
	(void)field;
	return out_name_check(((const struct values *)data)->name, 2, err);
}

static int
check_folder(const void *data, const struct field *field, struct error *err)
{
	(void)field;
	return out_folder_check(((const struct values *)data)->folder, 3, err);
}

static const struct field fields[] = { { .kind = FIELD_CHOICE,
					       .label = N_("Format"),
					       .offset = offsetof(struct values, format),
					       .width = 36,
					       .help = N_("Space or arrows change the format.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Name"),
		.offset = offsetof(struct values, name),
		.size = sizeof((struct values *)0)->name,
		.required = true,
		.check = check_name,
		.help = N_("The ending is added by the program.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Folder"),
		.offset = offsetof(struct values, folder),
		.size = sizeof((struct values *)0)->folder,
		.required = true,
		.check = check_folder,
		.help = N_("A folder that is changed here is remembered.") } };
enum { FIELDS = sizeof fields / sizeof *fields };

/* "ranking ludność 2024" to "ranking-ludnosc-2024". */
static void
make_name(char *dst, size_t size, const char *name)
{
	text_fold(dst, size, name);
	for (char *p = dst; *p; p++)
		if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9')))
			*p = '-';
	for (size_t n = strlen(dst); n && dst[n - 1] == '-'; n--)
		dst[n - 1] = '\0';
}

struct request {
	export_build *build;
	const void *self;
	const char *name;
	enum report_format first;          /* chosen until another is */
	const enum report_format *formats; /* NULL = all of them */
	int format_count;
	export_prepare *prepare;
	export_put *put;
	export_parts *parts;
};

/* The formats of the request, or all, as choices of the first field. */
static void
offer(struct export *e, const struct request *r)
{
	int count = r->formats ? r->format_count : REPORT_FORMAT_COUNT;

	memcpy(e->fields, fields, sizeof fields);
	e->fields[0].choices = e->names;
	for (int i = 0; i < count; i++) {
		e->formats[i] = r->formats ? r->formats[i] : formats[i].format;
		for (int j = 0; j < REPORT_FORMAT_COUNT; j++)
			if (formats[j].format == e->formats[i])
				e->names[i] = formats[j].name;
		if (e->formats[i] == r->first)
			e->values.format = i;
	}
}

static int
put_document(void *document, enum report_format format, struct arena *arena, struct output *out,
	struct error *err)
{
	(void)arena;
	return document_write(document, format, out, err);
}

static int
prepare_document(
	struct export *e, const struct request *r, const struct app *app, struct error *err)
{
	struct document *d = arena_new(&e->arena, sizeof *d);

	if (r->parts(r->self, &e->arena, d, err))
		return -1;
	if (!d->fonts)
		d->fonts = settings_text(app->settings, SETTING_FONTS);
	e->document = d;
	e->what = d->title;
	return 0;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct request *request = argument;
	struct export *e = self;

	app_folder_out(app_of(s), e->values.folder, sizeof e->values.folder);
	make_name(e->values.name, sizeof e->values.name, request->name);
	offer(e, request);
	e->put = request->put;
	form_start(&e->form, e->fields, FIELDS, &e->values, sizeof e->values, NULL);
	if (request->parts)
		return prepare_document(e, request, app_of(s), err);
	if (request->prepare)
		return request->prepare(request->self, &e->arena, &e->document, &e->what, err);
	if (request->build(request->self, &e->arena, &e->table, err))
		return -1;
	e->what = e->table.title;
	return 0;
}

static bool
opens_in_excel(enum report_format format)
{
	return format == REPORT_FORMAT_XLSX || format == REPORT_FORMAT_CSV_POLISH ||
	       format == REPORT_FORMAT_CSV;
}

static void
draw(void *self, struct canvas *c)
{
	struct export *e = self;
	struct canvas box = canvas_middle(c, 10, 64), inside, rows;

	canvas_erase(&box, ROLE_DIALOG);
	inside = canvas_box(&box, ROLE_DIALOG, _("To a file"));
	if (!e->put && opens_in_excel(e->formats[e->values.format]))
		canvas_text(&inside, 5, 1, inside.columns - 2, ROLE_HINT,
			_("Excel keeps the first zero of codes in XLSX only."));
	canvas_text(&inside, 7, 1, inside.columns - 2, ROLE_HINT,
		_("F2 writes the file, Esc gives up"));
	rows = canvas_part(&inside, 1, 1, 4, inside.columns - 2);
	form_draw(&e->form, &rows);
}

static int
write_file(struct export *e, const char *path, enum report_format format, struct error *err)
{
	struct output *out;

	if (output_open(&out, path, false, err))
		return -1;
	if (e->put ? e->put(e->document, format, &e->arena, out, err)
		   : report_write(&e->table, format, out, err)) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err);
}

static int
save(struct screens *s, struct export *e)
{
	enum report_format format = e->formats[e->values.format];
	const char *ending = report_format_ending(format);
	const char *folder = e->values.folder;
	char path[PATH_MAX], text[2 * PATH_MAX];
	struct error err = { 0 };

	if (form_check(&e->form, &err)) {
		form_error(&e->form, &err);
		return SCREEN_HANDLED;
	}
	out_name_trim(e->values.name, ending);
	e->table.fonts = settings_text(app_of(s)->settings, SETTING_FONTS);
	out_path_free(path, folder, e->values.name, ending);
	if (write_file(e, path, format, &err)) {
		app_error(s, _("The file was not written"), &err);
		return SCREEN_HANDLED;
	}
	out_note(app_of(s), folder, path, e->what);
	app_folder_remember(app_of(s), SETTING_FOLDER_OUT, folder);
	screens_pop(s);
	dialog_message(s, _("The file is ready"), app_where(app_of(s), path, text, sizeof text));
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	(void)event;
	if (action == ACTION_SAVE || action == ACTION_CHOSEN)
		return save(s, self);
	return SCREEN_PASS;
}

static void
status(void *self, char *dst, size_t size)
{
	text_copy(dst, size, form_help(&((struct export *)self)->form));
}

static struct focus
focus(void *self)
{
	return (struct focus){ &form_widget, &((struct export *)self)->form };
}

static void
release(void *self)
{
	struct export *e = self;

	form_release(&e->form);
	arena_release(&e->arena);
}

static const int ids[] = { ACTION_SAVE, 0 };

static const struct screen export_screen = {
	.name = "export",
	.title = N_("To a file"),
	.size = sizeof(struct export),
	.actions = ids,
	.overlay = true,
	.start = start,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};

void
export_open(struct screens *s, export_build *build, const void *self, const char *name)
{
	struct request request = {
		.build = build, .self = self, .name = name, .first = REPORT_FORMAT_XLSX
	};

	screens_push(s, &export_screen, &request);
}

void
export_print(struct screens *s, export_build *build, const void *self, const char *name)
{
	struct request request = {
		.build = build, .self = self, .name = name, .first = REPORT_FORMAT_PDF
	};

	screens_push(s, &export_screen, &request);
}

void
export_formats(struct screens *s, export_prepare *prepare, export_put *put,
	const enum report_format *offered, int count, const void *self, const char *name)
{
	struct request request = { .self = self,
		.name = name,
		.first = offered[0],
		.formats = offered,
		.format_count = count,
		.prepare = prepare,
		.put = put };

	screens_push(s, &export_screen, &request);
}

void
export_report(struct screens *s, export_parts *build, const enum report_format *offered, int count,
	const void *self, const char *name)
{
	struct request request = { .self = self,
		.name = name,
		.first = offered[0],
		.formats = offered,
		.format_count = count,
		.parts = build,
		.put = put_document };

	screens_push(s, &export_screen, &request);
}

void
export_document(struct screens *s, export_prepare *prepare, export_put *put, const void *self,
	const char *name)
{
	export_formats(s, prepare, put, paper_formats, 2, self, name);
}

int
export_list(const struct list *list, const char *title, struct arena *arena,
	struct report_table *table, struct error *err)
{
	struct list_cell cell;

	(void)err;
	report_table_start(table, arena, title);
	for (int i = 0; i < list->column_count; i++)
		report_table_column(
			table, list->columns[i].title, _(list->columns[i].title), REPORT_TEXT, 0);
	for (int position = 0; position < list->shown; position++) {
		report_table_row(table);
		for (int i = 0; i < list->column_count; i++) {
			cell = (struct list_cell){ .role = ROLE_TEXT };
			list->source->cell(list->data, list_row(list, position), i, &cell);
			report_cell_text(table, cell.text);
		}
	}
	return 0;
}
