/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which group, for whom, with people's data or without: a form over the list of packages. */
#include "config.h"

#include "model/units/unit_told.h"
#include "screens/files/package_form.h"

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/package.h"
#include "model/groups/exchange_group.h"
#include "model/questionnaires/questionnaire.h"
#include "screens/files/out_file.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"
#include "tui/form.h"
#include "tui/waiting.h"

#include <stdio.h>
#include <string.h>

struct values {
	char group[200], group_code[40];
	char unit[160], unit_code[16];
	char form[128], form_code[72];
	int contacts;
	char folder[PATH_MAX / 2];
};

struct package_form {
	struct app *app;
	struct values values;
	struct form form;
};

/* ---- looking up ---- */

static int
suggest_group(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	const struct package_form *f = context;
	char needle[200], folded[400], text[400];
	struct exchange_group *list;
	struct arena arena = { 0 };
	int count, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (exchange_group_list(f->app->db, false, NULL, &arena, &list, &count, NULL) < 0)
		count = 0;
	for (int i = 0; i < count && n < max; i++) {
		snprintf(text, sizeof text, "%s %s", list[i].code, list[i].name);
		if (!text_match(text_fold(folded, sizeof folded, text), needle))
			continue;
		rows[n] = (struct field_suggestion){ .whole = !strcmp(typed, list[i].code) };
		text_copy(rows[n].text, sizeof rows[n].text, list[i].name);
		text_copy(rows[n].note, sizeof rows[n].note, list[i].code);
		text_copy(rows[n].key, sizeof rows[n].key, list[i].code);
		n++;
	}
	arena_release(&arena);
	return n;
}

/* Members of the group that was chosen. */
static int
suggest_unit(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	const struct package_form *f = context;
	const struct unit_table *units = app_units(f->app, NULL);
	struct exchange_member *list;
	struct exchange_group group;
	struct arena arena = { 0 };
	char needle[160];
	int count = 0, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (!units || !f->values.group_code[0] ||
		exchange_group_by_code(f->app->db, f->values.group_code, &group, NULL) < 0 ||
		exchange_member_list(f->app->db, group.id, NULL, &arena, &list, &count, NULL) < 0)
		count = 0;
	for (int i = 0; i < count && n < max; i++) {
		const struct unit *u = unit_by_slot(units, list[i].slot);

		if (!u || (!text_match(u->folded, needle) && !unit_told_as(u, needle)))
			continue;
		rows[n] = (struct field_suggestion){ .whole = !strcmp(typed, u->teryt) };
		unit_told_whole(u, rows[n].text, sizeof rows[n].text);
		text_copy(rows[n].note, sizeof rows[n].note, u->code);
		text_copy(rows[n].key, sizeof rows[n].key, u->code);
		n++;
	}
	arena_release(&arena);
	return n;
}

static int
suggest_form(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	const struct package_form *f = context;
	struct questionnaire_entry *list;
	struct arena arena = { 0 };
	char needle[200], folded[400], text[400];
	int count, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (questionnaire_list(f->app->db, &arena, &list, &count, NULL) < 0)
		count = 0;
	for (int i = 0; i < count && n < max; i++) {
		snprintf(text, sizeof text, "%s %s", list[i].code, list[i].title);
		if (!text_match(text_fold(folded, sizeof folded, text), needle))
			continue;
		rows[n] = (struct field_suggestion){ .whole = !strcmp(typed, list[i].code) };
		text_copy(rows[n].text, sizeof rows[n].text, list[i].title);
		text_copy(rows[n].note, sizeof rows[n].note, list[i].code);
		text_copy(rows[n].key, sizeof rows[n].key, list[i].code);
		n++;
	}
	arena_release(&arena);
	return n;
}

/* ---- the form ---- */

static int
check_folder(const void *data, const struct field *field, struct error *err)
{
	(void)field;
	return out_folder_check(((const struct values *)data)->folder, 5, err);
}

#define AT(member) .offset = offsetof(struct values, member), \
	.size = sizeof(((struct values *)0)->member)
#define KEY(member) .key_offset = offsetof(struct values, member), \
	.key_size = sizeof(((struct values *)0)->member)

static const struct field fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Group"),
		AT(group),
		KEY(group_code),
		.required = true,
		.suggest = suggest_group,
		.none = N_("no such exchange group"),
		.help = N_("Type a part of the name or the code of an exchange group.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("For the member"),
		AT(unit),
		KEY(unit_code),
		.suggest = suggest_unit,
		.none = N_("no member of this group"),
		.help = N_("Empty where another office keeps the group: the package goes to it.") },
	{ .kind = FIELD_YES_NO,
		.label = N_("With contact data"),
		.offset = offsetof(struct values, contacts),
		.help = N_("Names, telephones and e-mail addresses of people of the group.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Questionnaire"),
		AT(form),
		KEY(form_code),
		.suggest = suggest_form,
		.none = N_("no such questionnaire"),
		.help = N_("One that the members are to use; empty = none goes along.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Folder"),
		AT(folder),
		.required = true,
		.check = check_folder,
		.help = N_("A folder that is changed here is remembered.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };

/* The only group stands there at once. */
static void
fill(struct package_form *f)
{
	struct exchange_group *list;
	struct arena arena = { 0 };
	int count;

	if (exchange_group_list(f->app->db, false, NULL, &arena, &list, &count, NULL) == 0 &&
		count == 1) {
		text_copy(f->values.group, sizeof f->values.group, list[0].name);
		text_copy(f->values.group_code, sizeof f->values.group_code, list[0].code);
	}
	arena_release(&arena);
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct package_form *f = self;

	(void)argument;
	(void)err;
	f->app = app_of(s);
	app_folder_out(f->app, f->values.folder, sizeof f->values.folder);
	fill(f);
	form_start(&f->form, fields, FIELDS, &f->values, sizeof f->values, f);
	return 0;
}

static void
draw(void *self, struct canvas *c)
{
	static const char *const stays[] = {
		N_("Forms of surveys stay here, so do draft sheets, minutes, plans, and what"),
		N_("is only proposed and in no adopted plan. Texts and names travel whole;"),
		N_("other members see conclusions, plans, remarks through the coordinator."),
	};
	struct package_form *f = self;
	struct canvas box = canvas_middle(c, 16, 76), inside, rows;

	canvas_erase(&box, ROLE_DIALOG);
	inside = canvas_box(&box, ROLE_DIALOG, _("Package for another office"));
	for (int i = 0; i < (int)(sizeof stays / sizeof *stays); i++)
		canvas_text(&inside, 9 + i, 1, inside.columns - 2, ROLE_HINT, _(stays[i]));
	canvas_text(&inside, 13, 1, inside.columns - 2, ROLE_HINT,
		_("F2 writes the file, Esc gives up"));
	rows = canvas_part(&inside, 1, 1, 7, inside.columns - 2);
	form_draw(&f->form, &rows);
}

static int
write_package(struct screens *s, const struct package_form *f, const char *path,
	struct package_summary *sum, struct error *err)
{
	const struct unit_table *units = app_units(f->app, err);
	struct package_options options = { .unit = NO_SLOT, .contacts = f->values.contacts };
	struct exchange_group group;
	const struct unit *unit;
	struct waiting waiting;
	struct output *out;

	if (!units || exchange_group_by_code(f->app->db, f->values.group_code, &group, err) < 0 ||
		output_open(&out, path, false, err) < 0)
		return -1;
	unit = f->values.unit[0] ? unit_by_code(units, f->values.unit_code) : NULL;
	options.questionnaire = f->values.form[0] ? f->values.form_code : NULL;
	options.group = group.id;
	options.unit = unit ? unit->slot : NO_SLOT;
	waiting_start(&waiting, s, _("Writing the package"));
	if (package_export(f->app->db, &options, out, sum, &waiting.progress, err) < 0) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err);
}

/* The member that was chosen, or NULL. */
static const struct unit *
member(const struct package_form *f)
{
	const struct unit_table *units = app_units(f->app, NULL);

	return units && f->values.unit[0] ? unit_by_code(units, f->values.unit_code) : NULL;
}

/* The file is named by the code of TERYT, as everywhere else. */
static void
name_file(const struct package_form *f, char *dst, size_t size)
{
	const struct unit *u = member(f);

	package_file_name(dst, size, f->values.group_code, u ? unit_teryt(u) : "");
}

static int
save(struct screens *s, struct package_form *f)
{
	char name[128], path[PATH_MAX], what[256], text[2 * PATH_MAX], where[2 * PATH_MAX];
	const struct values *v = &f->values;
	const struct unit *unit = member(f);
	struct package_summary sum;
	struct error err = { 0 };
	size_t used;

	if (form_check(&f->form, &err)) {
		form_error(&f->form, &err);
		return SCREEN_HANDLED;
	}
	name_file(f, name, sizeof name);
	out_path_free(path, v->folder, name, ".zip");
	if (app_may_write(f->app, &err) || write_package(s, f, path, &sum, &err)) {
		if (err.field)
			form_error(&f->form, &err);
		else
			app_error(s, _("The file was not written"), &err);
		return SCREEN_HANDLED;
	}
	out_note(f->app, v->folder, path,
		package_title(what, sizeof what, v->group_code, unit));
	app_folder_remember(f->app, SETTING_FOLDER_OUT, v->folder);
	snprintf(text, sizeof text,
		_("%s\n\nIn it: %s.\nCards of indicators: %ld, their values from elsewhere: %ld."),
		app_where(f->app, path, where, sizeof where), sum.words, sum.cards, sum.values);
	if (sum.stays[0]) {
		used = strlen(text);
		snprintf(text + used, sizeof text - used, "\n\n%s", sum.stays);
	}
	screens_pop(s);
	screens_stale(s);
	dialog_message(s, _("The package is ready"), text);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	(void)event;
	return action == ACTION_SAVE || action == ACTION_CHOSEN ? save(s, self) : SCREEN_PASS;
}

static void
status(void *self, char *dst, size_t size)
{
	text_copy(dst, size, form_help(&((struct package_form *)self)->form));
}

static struct focus
focus(void *self)
{
	return (struct focus){ &form_widget, &((struct package_form *)self)->form };
}

static void
release(void *self)
{
	form_release(&((struct package_form *)self)->form);
}

static const int ids[] = { ACTION_SAVE, 0 };

static const struct screen package_form_screen = {
	.name = "package_form",
	.title = N_("Package for another office"),
	.size = sizeof(struct package_form),
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
package_form_open(struct screens *s)
{
	screens_push(s, &package_form_screen, NULL);
}
