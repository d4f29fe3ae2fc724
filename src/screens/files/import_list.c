/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every imported file, newest first, and taking one back. */
#include "config.h"

#include "screens/frame/screens.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/importer.h"
#include "model/import.h"
#include "model/results/published.h"
#include "model/strategies/strategy_former.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "tui/dialog.h"
#include "tui/pager.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct imports {
	struct list_screen base;
	struct import_entry *entries;
	int64_t asked; /* the import that the question is about */
	bool one_more; /* asked for by the last key: the cursor goes to it when it is there */
	int64_t newest;
};

static const char *
kind_label(const char *name)
{
	for (int k = IMPORT_TERYT; k < IMPORT_KINDS; k++)
		if (strcmp(import_kind_name(k), name) == 0)
			return import_kind_label(k);
	return name;
}

/* One word for the list; the whole name stands in the details. */
static const char *
kind_word(const char *name)
{
	static const char *const words[IMPORT_KINDS] = { [IMPORT_TERYT] = "TERYT",
		[IMPORT_CHANGES] = N_("changes"),
		[IMPORT_BDL] = "BDL",
		[IMPORT_VALUES] = N_("own"),
		[IMPORT_CATALOGUE] = N_("cards"),
		[IMPORT_ANSWERS] = N_("answers"),
		[IMPORT_SHEET] = N_("sheet"),
		[IMPORT_PACKAGE] = N_("package"),
		[IMPORT_AREAS] = N_("areas"),
		[IMPORT_TYPES] = N_("types"),
		[IMPORT_STRATEGY] = N_("strat."),
		[IMPORT_ROUND] = N_("office's") };

	for (int k = IMPORT_TERYT; k < IMPORT_KINDS; k++)
		if (strcmp(import_kind_name(k), name) == 0)
			return _(words[k]);
	return name;
}

static void
cell(const void *self, int row, int column, struct list_cell *cell)
{
	const struct import_entry *e = &((const struct imports *)self)->entries[row];

	if (e->undone_at[0])
		cell->role = ROLE_MISSING;
	switch (column) {
	case 0:
		text_copy(cell->text, sizeof cell->text, e->file_name);
		break;
	case 1:
		snprintf(cell->text, sizeof cell->text, "%lld", (long long)e->id);
		break;
	case 2:
		text_copy(cell->text, sizeof cell->text, kind_word(e->kind));
		break;
	case 3:
		format_count(
			cell->text, sizeof cell->text, e->counts.new_values + e->counts.changed);
		break;
	case 4: /* the day is enough here; Enter shows the hour */
		clock_local(cell->text, sizeof cell->text, e->imported_at);
		cell->text[strcspn(cell->text, " ")] = '\0';
		break;
	default:
		text_copy(cell->text, sizeof cell->text,
			e->undone_at[0] ? _("undone")
			: e->made_up    ? _("made up")
					: "");
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct imports *i = self;

	snprintf(dst, size, "%lld", (long long)i->entries[row].id);
}

static const struct list_column columns[] = {
	{ N_("File"), 0, false },
	{ N_("No."), 4, true },
	{ N_("Kind"), 8, false },
	{ N_("New/changed"), 11, true },
	{ N_("Imported"), 10, false },
	{ N_("State"), 8, false },
};

static int
load(void *self, struct error *err)
{
	struct imports *i = self;
	int64_t newest;

	if (import_list(i->base.app->db, &i->base.arena, &i->entries, &i->base.count, err) < 0)
		return -1;
	newest = i->base.count ? i->entries[0].id : 0;
	if (i->one_more && newest > i->newest) {
		snprintf(i->base.id, sizeof i->base.id, "%lld", (long long)newest);
		i->one_more = false;
	}
	i->newest = newest;
	return 0;
}

static void
write_pair(FILE *out, const char *label, const char *value)
{
	int room = 20 - text_width(label);

	if (value[0])
		fprintf(out, "%s%*s%s\n", label, room > 1 ? room : 1, "", value);
}

static void
write_number(FILE *out, const char *label, long count)
{
	char number[32];

	write_pair(out, label, format_count(number, sizeof number, count));
}

static void
show_details(struct screens *s, const struct import_entry *e)
{
	char *text = NULL, value[64];
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return;
	snprintf(value, sizeof value, "%lld", (long long)e->id);
	write_pair(out, _("Import number"), value);
	write_pair(out, _("File"), e->file_name);
	if (e->inner_name[0])
		write_pair(out, _("File in the zip"), e->inner_name);
	write_pair(out, _("Kind"), kind_label(e->kind));
	write_pair(out, _("Size"), format_size(value, sizeof value, e->size));
	write_pair(out, _("Encoding"), e->encoding);
	write_pair(out, _("Source"), e->source);
	write_pair(out, _("Date of the data"),
		e->data_date[0] ? format_date(value, sizeof value, e->data_date) : "");
	write_pair(out, _("Imported"), clock_local(value, sizeof value, e->imported_at));
	write_pair(out, _("Person"), e->person);
	write_pair(out, _("Undone"), clock_local(value, sizeof value, e->undone_at));
	fputc('\n', out);
	write_number(out, _("Rows"), e->counts.rows);
	write_number(out, _("Units"), e->counts.units);
	write_number(out, _("New ones"), e->counts.new_values);
	write_number(out, _("Changed ones"), e->counts.changed);
	write_number(out, _("Unchanged"), e->counts.same);
	write_number(out, _("Left out"), e->counts.skipped);
	if (e->made_up)
		fprintf(out, "\n%s\n", _("MADE-UP DATA for demonstration."));
	fprintf(out, "\n%s\n%s\n", _("Checksum (SHA-256)"), e->sha256);
	if (fclose(out) == 0)
		pager_open(s, e->file_name, text, true);
	free(text);
}

static int
ask_undo(struct screens *s, struct imports *i, const struct import_entry *e)
{
	char text[1024], values[32], changed[32];
	struct error err = { 0 };

	if (app_may_write(i->base.app, &err)) {
		screens_error(s, &err);
		return SCREEN_HANDLED;
	}
	if (e->undone_at[0]) {
		screens_say(s, "%s", _("This import has been undone already."));
		return SCREEN_HANDLED;
	}
	i->asked = e->id;
	snprintf(text, sizeof text,
		_("Take back import %lld?\n\nFile: %s\nNew: %s, changed: %s\n\n"
		  "What it brought goes away; what it had replaced comes back."),
		(long long)e->id, e->file_name,
		format_count(values, sizeof values, e->counts.new_values),
		format_count(changed, sizeof changed, e->counts.changed));
	dialog_ask(s, _("Undo the import"), text, ACTION_ANSWER_1, 0);
	return SCREEN_HANDLED;
}

static int
undo(struct screens *s, struct imports *i)
{
	struct db *db = i->base.app->db;
	struct arena arena = { 0 };
	struct error err = { 0 };
	const char *before, *after, *rows;
	int left;

	if (published_without_weights(db, &arena, &before, &err) ||
		import_undo(db, i->asked, &err) ||
		published_without_weights(db, &arena, &after, &err) ||
		strategy_former_left(db, i->asked, &arena, &rows, &left, &err)) {
		app_error(s, _("The import stays"), &err);
		arena_release(&arena);
		return SCREEN_HANDLED;
	}
	app_units_changed(s);
	if (strcmp(before, after) && *after)
		screens_say(s,
			_("Import %lld has been taken back. Without a value now, for want of "
			  "weights: %s."),
			(long long)i->asked, after);
	else if (left)
		screens_say(s,
			P_("Import %lld has been taken back; %d row was changed since and stays: "
			   "%s.",
				"Import %lld has been taken back; %d rows were changed since and "
				"stay: %s.",
				(unsigned long)left),
			(long long)i->asked, left, rows);
	else
		screens_say(s, _("Import %lld has been taken back."), (long long)i->asked);
	arena_release(&arena);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct imports *i = self;

	(void)event;
	i->one_more = action == ACTION_IMPORT;
	if (action == ACTION_ANSWER_1)
		return undo(s, i);
	if (action != ACTION_IMPORT)
		return SCREEN_PASS;
	screens_push(s, &import_files_screen, NULL);
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct imports *i = self;

	if (action == ACTION_IMPORT_UNDO)
		return ask_undo(s, i, &i->entries[row]);
	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	show_details(s, &i->entries[row]);
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nothing has been imported yet. F7 opens the list of files."),
	.load = load,
	.cell = cell,
	.id = id,
	.act = act,
	.act_row = act_row,
	.file = N_("imports"),
	.file_title = N_("Imported files"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_IMPORT,
	ACTION_IMPORT_UNDO, ACTION_REFRESH, 0 };

const struct screen import_list_screen = {
	.name = "import_list",
	.title = N_("Imported files"),
	.size = sizeof(struct imports),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
