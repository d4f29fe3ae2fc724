/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of the database: every fault as one sentence. */
#include "config.h"

#include "model/check.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/screens.h"
#include "tui/pager.h"
#include "tui/waiting.h"

#include <stdio.h>
#include <stdlib.h>

struct check {
	char *text;
	struct pager pager;
};

static void
on_fault(void *context, const char *sentence)
{
	fprintf(context, "! %s\n", sentence);
}

static int
run(struct screens *s, struct check *check, struct error *err)
{
	struct app *app = app_of(s);
	struct waiting waiting;
	char *faults = NULL, at[32], now[32];
	size_t faults_size, size;
	FILE *list = open_memstream(&faults, &faults_size), *out;
	int count;

	if (!list)
		return error_set(err, ERROR_FULL, "%s", _("There is not enough memory."));
	waiting_start(&waiting, s, _("Checking the database"));
	db_set_progress(app->db, &waiting.progress);
	count = check_database(app->db, on_fault, list, err);
	db_set_progress(app->db, NULL);
	fclose(list);
	pager_release(&check->pager);
	free(check->text);
	check->text = NULL;
	out = count < 0 ? NULL : open_memstream(&check->text, &size);
	if (out) {
		fprintf(out, "%s\n%s\n\n", app->path,
			clock_local(at, sizeof at, clock_now_utc(now, sizeof now)));
		if (count)
			fprintf(out,
				P_("%d fault was found:", "%d faults were found:",
					(unsigned long)count),
				count);
		else
			fputs(_("Nothing wrong was found: the file, its settings, the history of "
				"changes "
				"and all data are in order."),
				out);
		fprintf(out, "\n\n%s", faults);
		fclose(out);
	}
	free(faults);
	pager_start(&check->pager, check->text ? check->text : "", true);
	return count < 0 ? -1 : 0;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	return run(s, self, err);
}

static void
draw(void *self, struct canvas *c)
{
	struct canvas part = canvas_part(c, 1, 1, c->rows - 1, c->columns - 2);

	pager_draw(&((struct check *)self)->pager, &part);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct error err = { 0 };

	(void)event;
	if (action != ACTION_CHECK && action != ACTION_REFRESH)
		return SCREEN_PASS;
	if (run(s, self, &err))
		app_error(s, _("Check of the database"), &err);
	return SCREEN_HANDLED;
}

static struct focus
focus(void *self)
{
	return (struct focus){ &pager_widget, &((struct check *)self)->pager };
}

static void
release(void *self)
{
	struct check *check = self;

	pager_release(&check->pager);
	free(check->text);
}

static const int ids[] = { ACTION_SEARCH, ACTION_CHECK, ACTION_REFRESH, 0 };

const struct screen check_screen = {
	.name = "check",
	.title = N_("Check of the database"),
	.size = sizeof(struct check),
	.actions = ids,
	.start = start,
	.draw = draw,
	.act = act,
	.focus = focus,
	.release = release,
};
