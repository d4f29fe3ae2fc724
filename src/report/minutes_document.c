/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minutes as a document. */
#include "config.h"

#include "report/minutes_document.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/meetings/meeting.h"
#include "model/minutes/minutes.h"
#include "model/office.h"
#include "report/minutes_parts.h"

#include <string.h>

enum { MOST_COLUMNS = 16 };

/* ---- light marks ---- */

struct line {
	const char *text;
	size_t length;
};

/* The line at *text without blanks at its ends; *text goes on to the next one. */
static struct line
next_line(const char **text)
{
	size_t length = strcspn(*text, "\n");
	struct line line = { *text, length };

	*text += length + ((*text)[length] == '\n');
	while (line.length > 0 && line.text[line.length - 1] == ' ')
		line.length--;
	while (line.length > 0 && *line.text == ' ') {
		line.text++;
		line.length--;
	}
	return line;
}

static const char *
copy(struct document *d, struct line line, size_t skip)
{
	return arena_format(d->arena, "%.*s", (int)(line.length - skip), line.text + skip);
}

static bool
begins(struct line line, const char *mark)
{
	return line.length >= strlen(mark) && memcmp(line.text, mark, strlen(mark)) == 0;
}

/* "| a | b |" into its cells; a last bar closes the row. */
static int
split_row(struct document *d, struct line line, const char **cells)
{
	int count = 0;

	line.text++;
	line.length--;
	if (line.length > 0 && line.text[line.length - 1] == '|')
		line.length--;
	for (;;) {
		const char *bar = memchr(line.text, '|', line.length);
		size_t length = bar ? (size_t)(bar - line.text) : line.length;
		const char *text = arena_format(d->arena, "%.*s\n", (int)length, line.text);

		cells[count++] = copy(d, next_line(&text), 0);
		if (!bar || count == MOST_COLUMNS)
			return count;
		line.text += length + 1;
		line.length -= length + 1;
	}
}

/* All rows of a table that begins with first; returns where the text goes on. */
static const char *
put_table(struct document *d, struct line first, const char *rest)
{
	struct report_table *t = document_table(d);
	const char *cells[MOST_COLUMNS];
	int columns = split_row(d, first, cells);

	report_table_start(t, d->arena, "");
	for (int i = 0; i < columns; i++)
		report_table_column(
			t, arena_format(d->arena, "c%d", i + 1), cells[i], REPORT_TEXT, 0);
	for (const char *after = rest; *after; rest = after) {
		struct line line = next_line(&after);
		int count;

		if (!begins(line, "|"))
			return rest;
		count = split_row(d, line, cells);
		report_table_row(t);
		for (int i = 0; i < columns && i < count; i++)
			report_cell_text(t, cells[i]);
	}
	return rest;
}

void
minutes_document_text(struct document *d, const char *text)
{
	while (*text) {
		struct line line = next_line(&text);

		if (line.length == 0)
			continue;
		if (begins(line, "### "))
			document_heading(d, 3, copy(d, line, 4));
		else if (begins(line, "## "))
			document_heading(d, 2, copy(d, line, 3));
		else if (begins(line, "# "))
			document_heading(d, 1, copy(d, line, 2));
		else if (begins(line, "- "))
			document_item(d, copy(d, line, 2));
		else if (begins(line, "| "))
			text = put_table(d, line, text);
		else
			document_paragraph(d, copy(d, line, 0));
	}
}

/* ---- the whole ---- */

int
minutes_document_above(struct db *db, struct document *d, struct error *err)
{
	struct office office;

	if (office_load(db, &office, err))
		return -1;
	document_above(d, office_letterhead(&office, d->arena));
	return 0;
}

static const char *
state(struct arena *arena, const struct minutes *m, int version)
{
	const char *sent = date_shown(arena, m->sent_on),
		   *until = date_shown(arena, m->remarks_until);

	if (!m->id)
		return _("draft, not kept yet");
	if (m->state == MINUTES_APPROVED)
		return arena_format(arena, _("approved on %s"), date_shown(arena, m->approved_on));
	if (m->state == MINUTES_REMARKS && *until)
		return arena_format(arena, _("version %d, sent for remarks on %s, until %s"),
			version, sent, until);
	if (m->state == MINUTES_REMARKS)
		return arena_format(arena, _("version %d, sent for remarks on %s"), version, sent);
	return arena_format(arena, _("draft, version %d"), version);
}

static int
put_annexes(struct db *db, const struct minutes *m, struct document *d, struct error *err)
{
	struct minutes_annex *list;
	int count;

	if (minutes_annexes(db, m->id, d->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		document_heading(d, 1,
			arena_format(d->arena, _("Annex %d, approved on %s"), list[i].number,
				date_shown(d->arena, list[i].approved_on)));
		if (*list[i].reason)
			document_paragraph(
				d, arena_format(d->arena, _("Reason: %s"), list[i].reason));
		minutes_document_text(d, list[i].text);
	}
	return 0;
}

static int
find_text(struct db *db, const struct minutes *m, int version, struct arena *arena,
	struct minutes_version *out, struct error *err)
{
	*out = (struct minutes_version){ .number = 0 };
	if (m->versions)
		return minutes_version(db, m->id, version, arena, out, err);
	if (version)
		return error_set(err, ERROR_MISSING, _("The minutes have no such version."));
	return minutes_compose(db, m->meeting, arena, &out->text, err);
}

int
minutes_document(struct db *db, int64_t meeting, int version, bool sign, struct arena *arena,
	struct document *out, struct error *err)
{
	struct meeting about;
	struct minutes m;
	struct minutes_head head;
	struct minutes_version text;

	if (meeting_load(db, meeting, &about, err) || minutes_find(db, meeting, &m, err) ||
		find_text(db, &m, version, arena, &text, err) ||
		minutes_head_load(db, &m, text.number, arena, &head, err))
		return -1;
	document_start(out, arena, head.title);
	document_above(out, head.letterhead);
	document_property(out, MINUTES_PROPERTY, about.uid);
	document_fact(out, _("Group"), head.group);
	document_fact(out, _("Meeting"), head.meeting);
	document_fact(out, _("Case mark"), m.case_mark);
	document_fact(out, _("State"), state(arena, &m, text.number));
	minutes_document_text(out, text.text);
	if (put_annexes(db, &m, out, err))
		return -1;
	if (sign) {
		document_signature(out, _("minutes taken by"));
		document_signature(out, _("approved by"));
	}
	return 0;
}
