/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of the list screens. */
#include "config.h"

#include "screens/frame/list_screen.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <string.h>

static int
count(const void *self)
{
	return ((const struct list_screen *)self)->count;
}

static void
cell(const void *self, int row, int column, struct list_cell *cell)
{
	((const struct list_screen *)self)->kind->cell(self, row, column, cell);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct list_screen *l = self;
	struct list_cell name = { .role = ROLE_TEXT };

	if (l->kind->key) {
		l->kind->key(self, row, dst, size);
		return;
	}
	l->kind->cell(self, row, 0, &name);
	text_copy(dst, size, name.text);
}

static const struct list_source source = { .count = count, .cell = cell, .key = key };

void
list_screen_start(struct screens *s, void *self, const struct list_screen_kind *kind)
{
	struct list_screen *l = self;

	l->kind = kind;
	l->app = app_of(s);
	list_start(&l->list, &source, self, kind->columns, kind->column_count);
	l->list.empty = kind->empty;
	l->list.sort_column = -1;
}

void
list_screen_want(void *self, int64_t id)
{
	struct list_screen *l = self;

	snprintf(l->wanted, sizeof l->wanted, "%lld", (long long)id);
}

int
list_screen_row(const void *self)
{
	const struct list_screen *l = self;
	int row = list_selected(&l->list);

	return row < l->count ? row : -1;
}

int
list_screen_find(const void *self, const char *id)
{
	const struct list_screen *l = self;
	char other[LIST_SCREEN_ID];

	for (int row = 0; l->kind->id && id[0] && row < l->count; row++) {
		other[0] = '\0';
		l->kind->id(self, row, other, sizeof other);
		if (strcmp(other, id) == 0)
			return row;
	}
	return -1;
}

int
list_screen_load(struct screens *s, void *self, struct error *err)
{
	struct list_screen *l = self;
	int row = list_screen_row(self), result;

	(void)s;
	if (l->wanted[0])
		text_copy(l->id, sizeof l->id, l->wanted);
	else if (row >= 0 && l->kind->id)
		l->kind->id(self, row, l->id, sizeof l->id);
	l->wanted[0] = '\0';
	l->count = 0;
	arena_release(&l->arena);
	result = l->kind->load(self, err);
	if (result)
		l->count = 0;
	list_refresh(&l->list, list_screen_find(self, l->id));
	return result ? -1 : 0;
}

void
list_screen_draw(void *self, struct canvas *c)
{
	struct list_screen *l = self;
	int lines = l->kind->lines ? l->kind->lines(self, c) : l->kind->lines_above;
	int whole = l->kind->whole_lines;
	struct canvas above = canvas_part(c, 0, 0, lines, c->columns);
	struct canvas rows = canvas_part(c, lines, 0, c->rows - lines, c->columns);

	if (l->kind->above)
		l->kind->above(self, &above);
	if (l->kind->chart && l->count && l->kind->chart(self, &rows))
		return;
	if (whole)
		list_screen_whole(self, &rows, 0, whole);
	rows = canvas_part(c, lines + whole, 0, c->rows - lines - whole, c->columns);
	list_draw(&l->list, &rows);
}

void
list_screen_whole(const void *self, struct canvas *c, int line, int lines)
{
	const struct list_screen *l = self;
	int row = list_screen_row(self), width = c->columns;
	struct list_cell cell = { .role = ROLE_TEXT };
	const char *text = cell.text;
	char part[LIST_TEXT];
	size_t next = 1;

	if (row < 0 || l->list.columns[0].width > 0)
		return;
	for (int i = 1; i < l->list.column_count; i++)
		width -= l->list.columns[i].width + 1;
	l->kind->cell(self, row, 0, &cell);
	if (text_width(text) <= width)
		return;
	text += strspn(text, " ");
	for (int i = 0; i < lines && next; i++, text += next) {
		size_t length = wrap_line(text, c->columns, &next);

		if (i + 1 == lines) /* says by its end that more follows */
			length = sizeof part - 1;
		snprintf(part, sizeof part, "%.*s", (int)length, text);
		canvas_text(c, line + i, 0, c->columns, ROLE_LABEL, part);
	}
}

void
list_screen_status(void *self, char *dst, size_t size)
{
	const struct list_screen *l = self;
	char note[LIST_TEXT] = "", where[64];

	list_status(&l->list, where, sizeof where);
	if (l->kind->note)
		l->kind->note(self, list_screen_row(self), note, sizeof note);
	snprintf(dst, size, "%s%s%s", where, l->kind->note ? "  " : "", note);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct list_screen *l = self;

	return export_list(&l->list, _(l->kind->file_title), arena, table, err);
}

static void
to_file(struct screens *s, const void *self)
{
	const struct list_screen_kind *kind = ((const struct list_screen *)self)->kind;
	char about[64] = "", name[LIST_TEXT];

	if (kind->about)
		kind->about(self, about, sizeof about);
	snprintf(name, sizeof name, "%s %s", _(kind->file), about);
	export_open(s, kind->build ? kind->build : build, self, name);
}

bool
list_screen_able(const void *self, int action)
{
	static const int of_a_row[] = { ACTION_OPEN, ACTION_EDIT, ACTION_DELETE, ACTION_BRING_BACK,
		ACTION_SEARCH, 0 };
	const struct list_screen *l = self;
	const struct list_screen_kind *kind = l->kind;
	int row = list_screen_row(self);

	if (action == ACTION_FILTER) /* what hides every row is written there */
		return l->count > 0;
	if (row < 0 && (action_listed(of_a_row, action) || action_listed(kind->of_row, action)))
		return false;
	if (l->retired && (action == ACTION_EDIT || action == ACTION_DELETE))
		return false;
	if (!kind->able)
		return l->retired || action != ACTION_BRING_BACK;
	return kind->able(self, row, action);
}

int
list_screen_act(struct screens *s, void *self, int action, const struct event *event)
{
	const struct list_screen *l = self;
	const struct list_screen_kind *kind = l->kind;
	int row = list_screen_row(self);

	if (action == ACTION_CHOSEN)
		action = ACTION_OPEN;
	if (kind->act && kind->act(s, self, action, event) == SCREEN_HANDLED)
		return SCREEN_HANDLED;
	if (row >= 0 && kind->act_row && kind->act_row(s, self, row, action) == SCREEN_HANDLED)
		return SCREEN_HANDLED;
	if (action == ACTION_EXPORT && kind->file)
		to_file(s, self);
	else if (action == ACTION_REFRESH)
		screens_stale(s);
	else
		return SCREEN_PASS;
	return SCREEN_HANDLED;
}

struct focus
list_screen_focus(void *self)
{
	return (struct focus){ &list_widget, &((struct list_screen *)self)->list };
}

void
list_screen_release(void *self)
{
	struct list_screen *l = self;

	if (l->kind && l->kind->release)
		l->kind->release(self);
	list_release(&l->list);
	arena_release(&l->arena);
}
