/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a batch: what is still open in it, and the line that explains a difference. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/surveys/survey_screens.h"
#include "tui/dialog.h"
#include "tui/form.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_DROP = ACTION_ANSWER_1 };

struct values {
	char difference[256];
};

struct closing {
	struct app *app;
	struct arena arena;
	struct batch batch;
	const char **points;
	int count;
	struct values values;
	struct form form;
};

static const struct field fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Why they differ"),
		.offset = offsetof(struct values, difference),
		.size = sizeof((struct values *)0)->difference,
		.help = N_(
			"Needed when the counts do not agree: two forms were lost on the way.") },
};

/* Where the counts agree there is nothing to explain. */
static const struct field nothing[] = { { .kind = FIELD_NOTE, .label = "" } };

static int
look(struct closing *v, int64_t id, struct error *err)
{
	arena_release(&v->arena);
	v->count = 0;
	if (batch_load(v->app->db, id, &v->batch, err) ||
		batch_open_points(v->app->db, id, &v->arena, &v->points, &v->count, err))
		return -1;
	return 0;
}

static void
ask_why(struct closing *v)
{
	form_release(&v->form);
	form_start(&v->form, batch_agrees(&v->batch) ? nothing : fields, 1, &v->values,
		sizeof v->values, NULL);
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct closing *v = self;

	v->app = app_of(s);
	if (app_may_write(v->app, err) || look(v, *(const int64_t *)argument, err)) {
		arena_release(&v->arena);
		return -1;
	}
	text_copy(v->values.difference, sizeof v->values.difference, v->batch.difference);
	ask_why(v);
	return 0;
}

/* Where that is settled which no explanation settles; NULL = F2 may close. */
static const char *
way_out(const struct batch *b)
{
	if (b->second_chosen > b->second_done + b->differing)
		return _("Menu 3 2 keys again; 3 6, k, l lets the same person do it.");
	if (b->differing)
		return _("Menu 3 3 settles the differences.");
	return b->keying ? _("Menu 3 1 goes on with what is being keyed.") : NULL;
}

static void
draw(void *self, struct canvas *c)
{
	struct closing *v = self;
	int lines = v->count ? v->count : 1, asked = batch_agrees(&v->batch) ? 0 : 4;
	const char *way = way_out(&v->batch);
	struct canvas box = canvas_middle(c, lines + 8 + asked + (way != NULL), 72), inside, row;
	char title[64];

	canvas_erase(&box, ROLE_DIALOG);
	snprintf(title, sizeof title, _("Close the batch %d"), v->batch.number);
	inside = canvas_box(&box, ROLE_DIALOG, title);
	canvas_printf(&inside, 1, 1, inside.columns - 2, ROLE_DIALOG,
		_("Received %d; keyed %d, empty %d, spoilt %d."), v->batch.received, v->batch.keyed,
		v->batch.empty + v->batch.empty_forms, v->batch.spoilt + v->batch.spoilt_forms);
	for (int i = 0; i < v->count; i++)
		canvas_text(&inside, 3 + i, 1, inside.columns - 2, ROLE_WARN, v->points[i]);
	if (!v->count)
		canvas_text(&inside, 3, 1, inside.columns - 2, ROLE_OWN,
			_("Nothing is open; the counts agree."));
	if (asked) {
		row = canvas_part(&inside, lines + 4, 1, 3, inside.columns - 2);
		form_draw(&v->form, &row);
	}
	if (v->batch.waiting)
		canvas_text(&inside, lines + 7, 1, inside.columns - 2, ROLE_HINT,
			_("Numbers without a keyed form become “not found”."));
	canvas_text(&inside, lines + 4 + asked, 1, inside.columns - 2, ROLE_HINT,
		way ? way : _("F2 closes the batch, Esc gives up"));
	if (way)
		canvas_text(&inside, lines + 5 + asked, 1, inside.columns - 2, ROLE_HINT,
			_("Then F2 closes the batch; Esc goes back"));
}

static void
ask_drop(struct screens *s, const struct error *err)
{
	char text[sizeof err->text + 160];

	snprintf(text, sizeof text, "%s\n\n%s", err->text,
		_("Drop what waits and close the batch? It is not saved anywhere else; the closing "
		  "protocol will name the forms."));
	dialog_ask(s, _("Corrections that wait"), text, ANSWER_DROP, 0);
}

/* Of a batch that a colleague has changed the window shows the new state; what was typed stays. */
static void
refuse(struct screens *s, struct closing *v, const struct error *err)
{
	struct error ignored = { 0 }, told = *err;
	size_t length = strlen(told.text);

	if (err->code == ERROR_CONFLICT && look(v, v->batch.id, &ignored) == 0)
		ask_why(v);
	if (err->field == BATCH_CLOSE_UNSAVED && v->app->person.role >= PERSON_COORDINATOR)
		ask_drop(s, err);
	else if (err->field == BATCH_CLOSE_DIFFERENCE)
		form_error(&v->form, err);
	else {
		if (err->code == ERROR_INPUT && way_out(&v->batch))
			snprintf(told.text + length, sizeof told.text - length, "\n\n%s",
				way_out(&v->batch));
		app_error(s, _("The batch stays open"), &told);
	}
}

static void
save(struct screens *s, struct closing *v, bool drops)
{
	struct error err = { 0 };
	int number = v->batch.number;

	if (form_check(&v->form, &err))
		return;
	if ((drops ? batch_close_dropping : batch_close)(
		    v->app->db, &v->batch, v->values.difference, &err)) {
		refuse(s, v, &err);
		return;
	}
	app_changed(s);
	screens_pop(s);
	screens_say(s, _("The batch %d is closed."), number);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	(void)event;
	if (action != ACTION_SAVE && action != ACTION_CHOSEN && action != ANSWER_DROP)
		return SCREEN_PASS;
	save(s, self, action == ANSWER_DROP);
	return SCREEN_HANDLED;
}

static void
status(void *self, char *dst, size_t size)
{
	text_copy(dst, size, form_help(&((struct closing *)self)->form));
}

static struct focus
focus(void *self)
{
	return (struct focus){ &form_widget, &((struct closing *)self)->form };
}

static void
release(void *self)
{
	struct closing *v = self;

	form_release(&v->form);
	arena_release(&v->arena);
}

static const int ids[] = { ACTION_SAVE, 0 };

static const struct screen batch_close_screen = { .name = "batch_close",
	.title = N_("Close the batch"),
	.size = sizeof(struct closing),
	.actions = ids,
	.overlay = true,
	.start = start,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release };

void
batch_close_open(struct screens *s, int64_t batch)
{
	screens_push(s, &batch_close_screen, &batch);
}
