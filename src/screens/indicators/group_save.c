/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name for the units on a screen; a group that has the name is replaced after a question. */
#include "config.h"

#include "screens/indicators/group_save.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/app.h"
#include "tui/dialog.h"
#include "tui/form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct values { /* of the form */
	char name[128];
	char note[256];
};

struct saving {
	int *slots, count;
	struct group group; /* that has the name already, id 0 = none */
	struct values values;
	struct form form;
};

enum { ANSWER_REPLACE = ACTION_ANSWER_1 };

static const struct field fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Name"),
		.offset = offsetof(struct values, name),
		.size = sizeof((struct values *)0)->name,
		.required = true,
		.help = N_("The name under which the group is found again.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Remark"),
		.offset = offsetof(struct values, note),
		.size = sizeof((struct values *)0)->note,
		.help = N_("Why these units: for example similar income per inhabitant.") },
};

struct request {
	const int *slots;
	int count;
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct saving *v = self;
	const struct request *r = argument;

	if (r->count < 1)
		return error_set(
			err, ERROR_MISSING, _("There are no units on the screen to save."));
	if (app_may_write(app_of(s), err))
		return -1;
	v->count = r->count;
	v->slots = memory_array((size_t)r->count, sizeof *v->slots);
	memcpy(v->slots, r->slots, (size_t)r->count * sizeof *v->slots);
	form_start(&v->form, fields, 2, &v->values, sizeof v->values, NULL);
	return 0;
}

static void
draw(void *self, struct canvas *c)
{
	struct saving *v = self;
	struct canvas box = canvas_middle(c, 10, 68), inside, rows;

	canvas_erase(&box, ROLE_DIALOG);
	inside = canvas_box(&box, ROLE_DIALOG, _("Save as a comparison group"));
	canvas_printf(&inside, 1, 1, inside.columns - 2, ROLE_DIALOG,
		P_("The group will have %d unit.", "The group will have %d units.",
			(unsigned long)v->count),
		v->count);
	canvas_text(&inside, 7, 1, inside.columns - 2, ROLE_HINT,
		_("F2 saves the group, Esc gives up"));
	rows = canvas_part(&inside, 3, 1, 3, inside.columns - 2);
	form_draw(&v->form, &rows);
}

static void
save(struct screens *s, struct saving *v)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	char name[128];
	int count = v->count;

	text_copy(v->group.name, sizeof v->group.name, v->values.name);
	if (v->values.note[0] || !v->group.id)
		text_copy(v->group.note, sizeof v->group.note, v->values.note);
	if (group_save(app->db, &v->group, v->slots, v->count, &err)) {
		app_error(s, _("The group was not saved"), &err);
		return;
	}
	text_copy(name, sizeof name, v->group.name);
	app_changed(s);
	screens_pop(s);
	screens_say(s,
		P_("The group “%s” is saved with %d unit.",
			"The group “%s” is saved with %d units.", (unsigned long)count),
		name, count);
}

static void
ask(struct screens *s, struct saving *v)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	char text[512];

	if (form_check(&v->form, &err)) {
		form_error(&v->form, &err);
		return;
	}
	v->group = (struct group){ 0 };
	if (group_by_name(app->db, v->values.name, &v->group, &err) == 0) {
		snprintf(text, sizeof text,
			P_("The group “%s” has %d unit already. Replace its units by those on "
			   "the screen?",
				"The group “%s” has %d units already. Replace its units by "
				"those on the screen?",
				(unsigned long)v->group.members),
			v->group.name, v->group.members);
		dialog_ask(s, _("Save as a comparison group"), text, ANSWER_REPLACE, 0);
	} else if (err.code == ERROR_MISSING) {
		save(s, v);
	} else {
		app_error(s, _("The group was not saved"), &err);
	}
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	(void)event;
	if (action == ACTION_SAVE || action == ACTION_CHOSEN)
		ask(s, self);
	else if (action == ANSWER_REPLACE)
		save(s, self);
	else
		return SCREEN_PASS;
	return SCREEN_HANDLED;
}

static void
status(void *self, char *dst, size_t size)
{
	text_copy(dst, size, form_help(&((struct saving *)self)->form));
}

static struct focus
focus(void *self)
{
	return (struct focus){ &form_widget, &((struct saving *)self)->form };
}

static void
release(void *self)
{
	struct saving *v = self;

	free(v->slots);
	form_release(&v->form);
}

static const int ids[] = { ACTION_SAVE, 0 };

static const struct screen group_save_screen = {
	.name = "group_save",
	.title = N_("Save as a comparison group"),
	.size = sizeof(struct saving),
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
group_save_open(struct screens *s, const int *slots, int count)
{
	screens_push(s, &group_save_screen, &(struct request){ slots, count });
}
