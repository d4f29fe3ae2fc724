/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview screen: decisions by key, F2 writes, Esc leaves no trace. */
#include "config.h"

#include "screens/files/import_preview.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/app.h"
#include "screens/frame/format.h"
#include "tui/dialog.h"
#include "tui/pager.h"
#include "tui/waiting.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct preview {
	char path[PATH_MAX];
	struct importer *importer;
	struct import_options options;
	enum import_kind kind;
	char subgroup[16], group[33], unit[16];
	char *text;
	struct pager pager;
};

enum { ANSWER_SUBGROUP = ACTION_ANSWER_1, ANSWER_OLDER, ANSWER_CARDS };

/* Old Polish files come in one of these. */
static const enum encoding encodings[] = { ENCODING_DETECT, ENCODING_UTF8, ENCODING_CP1250,
	ENCODING_ISO8859_2 };

static void
show(struct preview *p)
{
	char *text = import_preview_text(importer_preview(p->importer), &p->options);

	pager_release(&p->pager);
	free(p->text);
	p->text = text;
	pager_start(&p->pager, text ? text : "", true);
}

/* Reads the file; a refusal is told whole, in a box. */
static struct importer *
read_file(struct screens *s, enum import_kind kind, const char *path,
	const struct import_options *options)
{
	struct waiting waiting;
	struct importer *importer;
	struct error err = { 0 };

	waiting_start(&waiting, s, _("Reading the file"));
	if (importer_read(&importer, app_of(s)->db, kind, path, options, &waiting.progress, &err) ==
		0)
		return importer;
	app_error(s, _("The file was not taken"), &err);
	return NULL;
}

struct request {
	const char *path;
	struct importer *importer;
	enum import_kind kind;
	const char *group, *unit; /* of a data sheet */
	int year;
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct request *request = argument;
	struct preview *p = self;

	(void)s;
	(void)err;
	text_copy(p->path, sizeof p->path, request->path);
	p->importer = request->importer;
	p->kind = request->kind;
	if (p->kind == IMPORT_SHEET) {
		p->options.sheet_group = text_copy(p->group, sizeof p->group, request->group);
		p->options.sheet_unit = text_copy(p->unit, sizeof p->unit, request->unit);
		p->options.sheet_year = request->year;
	}
	show(p);
	return 0;
}

static void
draw(void *self, struct canvas *c)
{
	struct preview *p = self;
	struct canvas part = canvas_part(c, 0, 1, c->rows, c->columns - 2);

	pager_draw(&p->pager, &part);
}

static int
decide(struct screens *s, struct preview *p)
{
	struct error err = { 0 };

	if (importer_decide(p->importer, &p->options, &err))
		app_error(s, _("Import of a file"), &err);
	show(p);
	return SCREEN_HANDLED;
}

/* Only what the preview asks about; again takes the consent back. */
static int
toggle(struct screens *s, struct preview *p, bool *allowed, bool needed)
{
	if (!needed && !*allowed) {
		screens_say(s, "%s", _("There is nothing of the kind to decide in this file."));
		return SCREEN_HANDLED;
	}
	*allowed = !*allowed;
	return decide(s, p);
}

static int
next_encoding(struct screens *s, struct preview *p)
{
	enum encoding before = p->options.encoding;
	struct importer *fresh;
	size_t i = 0;

	while (encodings[i] != before)
		i++;
	p->options.encoding = encodings[(i + 1) % (sizeof encodings / sizeof *encodings)];
	fresh = read_file(s, p->kind, p->path, &p->options);
	if (fresh) {
		importer_free(p->importer);
		p->importer = fresh;
	} else {
		p->options.encoding = before;
	}
	show(p);
	return SCREEN_HANDLED;
}

static int
take_subgroup(struct screens *s, struct preview *p, const char *typed)
{
	while (*typed == 'P' || *typed == 'p' || *typed == ' ')
		typed++;
	text_copy(p->subgroup, sizeof p->subgroup, typed);
	p->options.subgroup = p->subgroup[0] ? p->subgroup : NULL;
	return decide(s, p);
}

static void
say_result(struct screens *s, const struct import_preview *preview, int64_t id)
{
	char text[1024], counts[256];

	if (!id)
		snprintf(text, sizeof text, _("%s brings nothing new. Nothing was written."),
			preview->file_name);
	else
		snprintf(text, sizeof text,
			_("%s is in the database as import %lld.\n\n"
			  "%s\n\n"
			  "It can be taken back in the list of imports (menu 5 8)."),
			preview->file_name, (long long)id,
			import_result_text(counts, sizeof counts, preview));
	screens_pop(s);
	dialog_message(s, _("Import of a file"), text);
}

/* F2 asks for what keeps the file from being written; true when it did. */
static bool
ask_first(struct screens *s, const struct import_preview *p)
{
	char text[256];

	if (p->needs_subgroup) {
		dialog_input(s, _("BDL subgroup"), _("Number, as 2137:"), "", ANSWER_SUBGROUP);
	} else if (p->needs_older) {
		dialog_ask(s, _("An older register"),
			_("This register is older than the one in the database. Take from it what "
			  "is not known yet?"),
			ANSWER_OLDER, 0);
	} else if (p->needs_cards) {
		snprintf(text, sizeof text,
			P_("%d code has no card yet. Make the card and import the file?",
				"%d codes have no cards yet. Make the cards and import the file?",
				(unsigned long)p->needs_cards),
			p->needs_cards);
		dialog_ask(s, _("Make new indicators"), text, ANSWER_CARDS, 0);
	} else {
		return false;
	}
	return true;
}

static int
write_file(struct screens *s, struct preview *p)
{
	const struct import_preview *preview = importer_preview(p->importer);
	struct waiting waiting;
	struct error err = { 0 };
	int64_t id = 0;

	if (ask_first(s, preview))
		return SCREEN_HANDLED;
	waiting_start(&waiting, s, _("Writing to the database"));
	if (importer_write(p->importer, &waiting.progress, &id, &err)) {
		app_error(s, _("Nothing was written"), &err);
		return SCREEN_HANDLED;
	}
	app_units_changed(s);
	say_result(s, preview, id);
	return SCREEN_HANDLED;
}

/* Yes to what F2 asked: decided, and written. */
static int
allow_and_write(struct screens *s, struct preview *p, bool *allowed)
{
	struct error err = { 0 };

	*allowed = true;
	if (importer_decide(p->importer, &p->options, &err)) {
		app_error(s, _("Import of a file"), &err);
		return SCREEN_HANDLED;
	}
	show(p);
	return write_file(s, p);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct preview *p = self;
	const struct import_preview *preview = importer_preview(p->importer);

	switch (action) {
	case ACTION_SAVE:
		return write_file(s, p);
	case ACTION_DECIDE_ZEROS:
		return toggle(s, p, &p->options.keep_zeros, preview->has_zeros);
	case ACTION_DECIDE_OLDER:
		return toggle(s, p, &p->options.allow_older, preview->needs_older);
	case ACTION_DECIDE_NEW:
		return toggle(s, p, &p->options.new_indicators, preview->needs_cards > 0);
	case ACTION_DECIDE_REPLACE:
		return toggle(s, p, &p->options.replace,
			p->kind == IMPORT_SHEET && preview->counts.skipped > 0);
	case ACTION_DECIDE_ENCODING:
		return next_encoding(s, p);
	case ACTION_DECIDE_SUBGROUP:
		dialog_input(
			s, _("BDL subgroup"), _("Number, as 2137:"), p->subgroup, ANSWER_SUBGROUP);
		return SCREEN_HANDLED;
	case ANSWER_SUBGROUP:
		return take_subgroup(s, p, event->answer);
	case ANSWER_OLDER:
		return allow_and_write(s, p, &p->options.allow_older);
	case ANSWER_CARDS:
		return allow_and_write(s, p, &p->options.new_indicators);
	default:
		return SCREEN_PASS;
	}
}

static void
status(void *self, char *dst, size_t size)
{
	const struct preview *p = self;

	text_copy(dst, size,
		importer_preview(p->importer)->refused
			? _("This file is not taken. PgDn shows more reasons, Esc leaves no trace.")
			: _("Nothing is written yet: F2 writes to the database, Esc leaves no "
			    "trace."));
}

/* A file that is refused cannot be written, whatever is decided. */
static bool
able(const void *self, int action)
{
	const struct preview *p = self;

	return action != ACTION_SAVE || !importer_preview(p->importer)->refused;
}

static struct focus
focus(void *self)
{
	return (struct focus){ &pager_widget, &((struct preview *)self)->pager };
}

static void
release(void *self)
{
	struct preview *p = self;

	pager_release(&p->pager);
	free(p->text);
	importer_free(p->importer);
}

static const int ids[] = { ACTION_SAVE, ACTION_SEARCH, ACTION_DECIDE_ZEROS, ACTION_DECIDE_SUBGROUP,
	ACTION_DECIDE_OLDER, ACTION_DECIDE_ENCODING, ACTION_DECIDE_NEW, ACTION_DECIDE_REPLACE, 0 };

static const struct screen preview_screen = {
	.name = "import_preview",
	.title = N_("Preview"),
	.size = sizeof(struct preview),
	.actions = ids,
	.start = start,
	.draw = draw,
	.status = status,
	.able = able,
	.act = act,
	.focus = focus,
	.release = release,
};

static void
open_kind(struct screens *s, enum import_kind kind, const char *path)
{
	struct request request = { .path = path, .kind = kind };
	struct import_options options = { 0 };

	request.importer = read_file(s, kind, path, &options);
	if (request.importer)
		screens_push(s, &preview_screen, &request);
}

void
import_preview_open(struct screens *s, const char *path)
{
	open_kind(s, IMPORT_DETECT, path);
}

void
import_preview_round(struct screens *s, const char *path)
{
	open_kind(s, IMPORT_ROUND, path);
}

void
import_preview_sheet(
	struct screens *s, const char *path, const char *group, const char *unit, int year)
{
	struct request request = { path, NULL, IMPORT_SHEET, group, unit, year };
	struct import_options options = {
		.sheet_group = group, .sheet_unit = unit, .sheet_year = year
	};

	request.importer = read_file(s, IMPORT_SHEET, path, &options);
	if (request.importer)
		screens_push(s, &preview_screen, &request);
}
