/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the newest version of minutes says otherwise than the meeting, because the meeting changed
 * after a version was made from it. A line counts where it was made, stands there still and is
 * said no more, or where it is said now and stands in no version; what a person wrote otherwise by
 * hand is meant so. */
#include "config.h"

#include "model/minutes/minutes.h"

#include "base/i18n.h"

#include <stdio.h>
#include <string.h>

enum { OPENING, ATTENDANCE, COURSE, HOMEWORK, PARTS, ELSEWHERE = PARTS };

static const char *const part_words[PARTS] = { N_("day, hours, host or place"), N_("attendance"),
	N_("agenda, notes or agreements"), N_("homework") };

/* What is reviewed goes on after the meeting, and documents come with the minutes. */
static const struct {
	const char *heading;
	int part;
} headings[] = {
	{ N_("Participants"), ATTENDANCE },
	{ N_("Homework reviewed"), ELSEWHERE },
	{ N_("Course of the meeting"), COURSE },
	{ N_("Agreements"), COURSE },
	{ N_("Homework until the next meeting"), HOMEWORK },
	{ N_("Documents of the meeting"), ELSEWHERE },
};

struct line {
	const char *text;
	size_t length;
};

static bool
next_line(const char **at, struct line *line)
{
	if (!**at)
		return false;
	*line = (struct line){ *at, strcspn(*at, "\n") };
	*at += line->length + ((*at)[line->length] == '\n');
	return true;
}

static bool
holds(const char *text, struct line wanted)
{
	struct line line;

	while (next_line(&text, &line))
		if (line.length == wanted.length &&
			memcmp(line.text, wanted.text, wanted.length) == 0)
			return true;
	return false;
}

/* The part that the line begins, -1 = none; a heading of notes begins none. */
static int
part_begun(struct line line)
{
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++) {
		const char *heading = _(headings[i].heading);

		if (line.length == strlen(heading) + 2 && memcmp(line.text, "# ", 2) == 0 &&
			memcmp(line.text + 2, heading, line.length - 2) == 0)
			return headings[i].part;
	}
	return -1;
}

/* Parts with lines that were made, are said no more and stand in the newest version still. */
static unsigned
said_no_more(const char *made, const char *now, const char *newest)
{
	struct line line;
	unsigned parts = 0;
	int part = OPENING;

	while (next_line(&made, &line)) {
		int begun = part_begun(line);

		part = begun < 0 ? part : begun;
		if (line.length && part < PARTS && !holds(now, line) && holds(newest, line))
			parts |= 1u << part;
	}
	return parts;
}

/* Parts with lines that are said now and stand in neither text; a part whose first line somebody
 * took out of the newest version was written by hand. */
static unsigned
said_since(const char *now, const char *made, const char *newest)
{
	struct line line;
	unsigned parts = 0;
	int part = -1;
	bool stands = false;

	while (next_line(&now, &line)) {
		int begun = part < 0 ? OPENING : part_begun(line);

		if (begun >= 0) {
			part = begun;
			stands = holds(newest, line) || (part != OPENING && !holds(made, line));
		}
		if (line.length && part < PARTS && stands && !holds(made, line) &&
			!holds(newest, line))
			parts |= 1u << part;
	}
	return parts;
}

/* The newest version, and the newest that was made; *made_too false: none was. */
static int
load_texts(struct db *db, const struct minutes *m, struct arena *arena,
	struct minutes_version *newest, struct minutes_version *made, bool *made_too,
	struct error *err)
{
	struct minutes_version *list;
	int count, at = 0;

	*made_too = false;
	if (minutes_versions(db, m->id, arena, &list, &count, err))
		return -1;
	while (at < count && list[at].source != MINUTES_MADE)
		at++;
	if (at == count)
		return 0;
	*made_too = true;
	return minutes_version(db, m->id, 0, arena, newest, err) ||
			       minutes_version(db, m->id, list[at].number, arena, made, err)
		       ? -1
		       : 0;
}

int
minutes_outdated(struct db *db, const struct minutes *m, struct arena *arena, const char **words,
	struct error *err)
{
	struct minutes_version newest, made;
	const char *now, *list = "";
	unsigned parts;
	bool made_too;

	*words = "";
	if (load_texts(db, m, arena, &newest, &made, &made_too, err))
		return -1;
	if (!made_too)
		return 0;
	if (minutes_compose(db, m->meeting, arena, &now, err))
		return -1;
	parts = said_no_more(made.text, now, newest.text) | said_since(now, made.text, newest.text);
	for (int i = 0; i < PARTS; i++)
		if (parts & 1u << i)
			list = arena_format(
				arena, "%s%s%s", list, *list ? "; " : "", _(part_words[i]));
	if (*list)
		*words = arena_format(arena,
			_("The text of the minutes does not say any more what the meeting holds: "
			  "%s."),
			list);
	return 0;
}
