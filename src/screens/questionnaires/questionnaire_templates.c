/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a template, and the versions of one questionnaire. */
#include "config.h"

#include "screens/files/files.h"
#include "screens/frame/list_screen.h"
#include "screens/questionnaires/questionnaire_design.h"
#include "screens/questionnaires/questionnaire_files.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/xlsform.h"
#include "model/code.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

struct item { /* a template or a version */
	const char *name, *title, *state;
	int number, questions;
};

struct items {
	struct list_screen base;
	struct item *list;
	char code[65]; /* of the questionnaire whose versions they are, or offered for a template */
	char asked[65];
};

static int
count_asked(const struct questionnaire *q)
{
	int n = 0;

	for (int i = 0; i < q->question_count; i++)
		n += question_asked(&q->questions[i]);
	return n;
}

static const char *
title_of(const struct questionnaire *q, struct arena *arena)
{
	char line[LIST_TEXT];
	int language = questionnaire_language(q, i18n_code());

	return arena_string(
		arena, design_line(line, sizeof line, questionnaire_text(q, &q->title, language)));
}

/* ---- templates ---- */

static int
load_templates(void *self, struct error *err)
{
	struct items *v = self;
	struct arena read = { 0 };
	struct file_entry *files;
	char folder[PATH_MAX];
	int count;

	snprintf(folder, sizeof folder, "%s/questionnaires", share_path());
	if (files_load(folder, NULL, true, FILES_BY_NAME, &read, &files, &count, err)) {
		arena_release(&read);
		return -1;
	}
	v->list = arena_array(&v->base.arena, (size_t)count + 1, sizeof *v->list);
	for (int i = 0; i < count; i++) {
		struct xlsform form = { 0 };
		struct error ignored = { 0 };
		char path[PATH_MAX];

		if (!files[i].folder || strcmp(files[i].name, "..") == 0 ||
			xlsform_read(files_join(path, sizeof path, folder, files[i].name), &read,
				&form, &ignored))
			continue;
		v->list[v->base.count++] = (struct item){
			.name = arena_string(&v->base.arena, files[i].name),
			.title = title_of(&form.q, &v->base.arena),
			.state = questionnaire_kind_label(
				arena_string(&v->base.arena, form.q.kind)),
			.questions = count_asked(&form.q),
		};
	}
	arena_release(&read);
	return 0;
}

static void
template_cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct item *item = &((const struct items *)self)->list[row];

	if (column == 0)
		text_copy(c->text, sizeof c->text, item->title);
	else if (column == 1)
		text_copy(c->text, sizeof c->text, item->state);
	else
		snprintf(c->text, sizeof c->text, "%d", item->questions);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct item *item = &((const struct items *)self)->list[row];

	if (item->name)
		text_copy(dst, size, item->name);
	else
		snprintf(dst, size, "%d", item->number);
}

static void
ask_code(struct screens *s, const char *initial)
{
	dialog_input(s, _("From a template"), _("Short code, as residents-2026:"), initial,
		ACTION_ANSWER_1);
}

static int
act_template(struct screens *s, void *self, int action, const struct event *event)
{
	struct items *v = self;
	struct error err = { 0 };
	char code[65];

	if (action != ACTION_ANSWER_1)
		return SCREEN_PASS;
	text_copy(code, sizeof code, event->answer);
	if (!code[strspn(code, " ")]) {
		screens_refuse(s, "%s", _("A questionnaire needs a code."));
	} else if (code_check(code, 1, &err)) {
		screens_error(s, &err);
	} else if (questionnaire_take_template(s, v->asked, code)) {
		screens_replace(s, &questionnaire_outline_screen,
			&(struct design_version){ code, 0 });
	}
	return SCREEN_HANDLED;
}

/* "mieszkańcy" to "mieszkancy": the code that is offered speaks the clerk's language. */
static void
offer_code(char *dst, size_t size, const struct item *item)
{
	if (!code_offer(dst, size, item->state)[0])
		text_copy(dst, size, item->name);
}

static int
choose_template(struct screens *s, void *self, int row, int action)
{
	struct items *v = self;

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	text_copy(v->asked, sizeof v->asked, v->list[row].name);
	offer_code(v->code, sizeof v->code, &v->list[row]);
	ask_code(s, v->code);
	return SCREEN_HANDLED;
}

static const struct list_column template_columns[] = {
	{ N_("Title"), 0, false },
	{ N_("For whom"), 14, false },
	{ N_("Questions"), 9, true },
};

static const struct list_screen_kind templates = {
	.columns = template_columns,
	.column_count = sizeof template_columns / sizeof *template_columns,
	.empty = N_("No templates are installed with the program."),
	.load = load_templates,
	.cell = template_cell,
	.id = id,
	.act = act_template,
	.act_row = choose_template,
};

static int
start_templates(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &templates);
	return 0;
}

static const int template_ids[] = { ACTION_OPEN, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen questionnaire_templates_screen = {
	.name = "questionnaire_templates",
	.title = N_("Templates"),
	.size = sizeof(struct items),
	.actions = template_ids,
	.start = start_templates,
	LIST_SCREEN,
};

/* ---- versions ---- */

static int
load_versions(void *self, struct error *err)
{
	struct items *v = self;
	struct arena read = { 0 };
	struct questionnaire q;
	int newest, result = questionnaire_load(v->base.app->db, v->code, 0, &read, &q, err);

	newest = result ? 0 : q.number;
	v->list = arena_array(&v->base.arena, (size_t)newest + 1, sizeof *v->list);
	for (int i = newest; i > 0; i--) {
		struct error missing = { 0 };
		char at[32];

		if (questionnaire_load(v->base.app->db, v->code, i, &read, &q, &missing))
			continue;
		v->list[v->base.count++] = (struct item){
			.title = title_of(&q, &v->base.arena),
			.state = q.published_at[0] ? arena_string(&v->base.arena,
							     clock_local(at, sizeof at,
								     q.published_at))
						   : _("draft"),
			.number = i,
			.questions = count_asked(&q),
		};
	}
	arena_release(&read);
	return result;
}

static void
version_cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct item *item = &((const struct items *)self)->list[row];

	if (column == 0)
		snprintf(c->text, sizeof c->text, "%d  %s", item->number, item->title);
	else if (column == 1)
		text_copy(c->text, sizeof c->text, item->state);
	else
		snprintf(c->text, sizeof c->text, "%d", item->questions);
}

static int
open_version(struct screens *s, void *self, int row, int action)
{
	struct items *v = self;

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	screens_push(s, &questionnaire_outline_screen,
		&(struct design_version){ v->code, v->list[row].number });
	return SCREEN_HANDLED;
}

static const struct list_column version_columns[] = {
	{ N_("Version"), 0, false },
	{ N_("Published"), 17, false },
	{ N_("Questions"), 9, true },
};

static const struct list_screen_kind versions = {
	.columns = version_columns,
	.column_count = sizeof version_columns / sizeof *version_columns,
	.load = load_versions,
	.cell = version_cell,
	.id = id,
	.act_row = open_version,
	.file = N_("versions"),
	.file_title = N_("Versions"),
};

static int
start_versions(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct items *v = self;

	(void)err;
	list_screen_start(s, self, &versions);
	text_copy(v->code, sizeof v->code, argument);
	return 0;
}

static const int version_ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen questionnaire_versions_screen = {
	.name = "questionnaire_versions",
	.title = N_("Versions"),
	.size = sizeof(struct items),
	.actions = version_ids,
	.start = start_versions,
	LIST_SCREEN,
};
