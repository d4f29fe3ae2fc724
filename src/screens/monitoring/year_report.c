/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One report of a strategy: on the screen, whose key w leads to its figures, and to a file. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/output.h"
#include "base/text.h"
#include "report/monitoring_report.h"
#include "screens/files/export.h"
#include "screens/frame/actions.h"
#include "tui/pager.h"

#include <stdio.h>
#include <stdlib.h>

static int
build(const void *self, struct arena *arena, struct document *d, struct error *err)
{
	const struct year_report_of *of = self;
	struct monitoring_report request = { .db = of->app->db,
		.units = app_units(of->app, err),
		.office = &of->app->office,
		.fonts = settings_text(of->app->settings, SETTING_FONTS) };

	if (!request.units)
		return -1;
	switch (of->kind) {
	case YEAR_REPORT_CHAPTER:
		return state_report_build(&request, of->id, of->year, arena, d, err);
	case YEAR_REPORT_EVALUATION:
		return evaluation_report_build(&request, of->id, arena, d, err);
	default:
		return monitoring_report_build(&request, of->id, of->year, arena, d, err);
	}
}

/* ---- to a file ---- */

void
year_report_write(struct screens *s, const struct year_report_of *of)
{
	static const enum report_format formats[] = { REPORT_FORMAT_PDF, REPORT_FORMAT_DOCX,
		REPORT_FORMAT_HTML, REPORT_FORMAT_XLSX, REPORT_FORMAT_TEXT };
	static const char *const names[] = { N_("monitoring report"), N_("state report chapter"),
		N_("evaluation") };

	export_report(s, build, formats, sizeof formats / sizeof *formats, of, _(names[of->kind]));
}

/* ---- on the screen ---- */

struct preview {
	struct year_report_of of;
	struct pager pager;
	struct arena arena;
	struct document document; /* what was written as text */
	char *title, *text;
	bool fresh; /* written by start: the first load has nothing to do */
};

/* The pager keeps its place in the text that takes the place of the one before. */
static int
write_text(struct preview *v, struct error *err)
{
	struct output *out = output_memory();
	struct arena before = v->arena; /* of what stays where this fails */
	struct document d;
	int failed;

	v->arena = (struct arena){ 0 };
	failed = build(&v->of, &v->arena, &d, err) ||
		 document_write(&d, REPORT_FORMAT_TEXT, out, err);
	if (!failed) {
		free(v->title);
		free(v->text);
		v->title = memory_string(d.title);
		v->text = memory_string(output_text(out, NULL));
		v->document = d;
		v->pager.text = v->text;
		v->pager.columns = -1;
	}
	output_abort(out);
	arena_release(failed ? &v->arena : &before);
	if (failed)
		v->arena = before;
	return failed ? -1 : 0;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct preview *v = self;

	(void)s;
	v->of = *(const struct year_report_of *)argument;
	v->fresh = true;
	pager_start(&v->pager, "", false);
	v->pager.walks = v->of.kind != YEAR_REPORT_EVALUATION;
	return write_text(v, err);
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct preview *v = self;
	bool fresh = v->fresh;

	(void)s;
	v->fresh = false;
	return fresh ? 0 : write_text(v, err);
}

static void
draw(void *self, struct canvas *c)
{
	pager_draw(&((struct preview *)self)->pager, c);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	(void)right;
	(void)right_size;
	text_copy(left, left_size, ((struct preview *)self)->title);
}

static void
status(void *self, char *dst, size_t size)
{
	const struct preview *v = self;
	char lines[160];

	snprintf(dst, size, "%s; %s", pager_status(&v->pager, lines, sizeof lines),
		v->of.kind == YEAR_REPORT_EVALUATION
			? _("w: its questions")
			: _("Enter: where the number comes from; w: figures with sources"));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	const struct preview *v = self;

	(void)event;
	switch (action) {
	case ACTION_OPEN:
		if (v->of.kind == YEAR_REPORT_EVALUATION)
			year_report_figures(s, &v->of);
		else
			report_place_open(s, &v->of, &v->document, pager_place(&v->pager));
		return SCREEN_HANDLED;
	case ACTION_REPORT_FIGURES:
		year_report_figures(s, &v->of);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		year_report_write(s, &v->of);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static struct focus
focus(void *self)
{
	return (struct focus){ &pager_widget, &((struct preview *)self)->pager };
}

static void
release(void *self)
{
	struct preview *v = self;

	pager_release(&v->pager);
	free(v->title);
	free(v->text);
	arena_release(&v->arena);
}

static const int ids[] = { ACTION_OPEN, ACTION_REPORT_FIGURES, ACTION_EXPORT, ACTION_SEARCH, 0 };

static const struct screen year_report_screen = { .name = "year_report",
	.title = N_("Report"),
	.size = sizeof(struct preview),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = draw,
	.head = head,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release };

void
year_report_preview(struct screens *s, const struct year_report_of *of)
{
	screens_push(s, &year_report_screen, of);
}

void
year_report_figures(struct screens *s, const struct year_report_of *of)
{
	if (of->kind == YEAR_REPORT_EVALUATION)
		screens_push(s, &evaluation_questions_screen, &of->id);
	else
		round_view_open(
			s, &(struct round_of){
				   .strategy = of->id, .year = of->year, .state = ROUND_EVERY });
}
