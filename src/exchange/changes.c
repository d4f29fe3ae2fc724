/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of changes of codes: OD;DO;KOD6;ZMIANA;BYLO;JEST, the change having happened after OD and
 * not later than DO. Kinds of change: ZMIANA_RODZ and ZMIANA_NAZWY (BYLO and JEST are the names,
 * with "(2)" for the kind), NOWY_KOD, ZNIESIONA_LUB_PRZEKODOWANA; and three that say where a unit
 * went, with the other unit's code in JEST: PRZEKODOWANA (one unit, another code),
 * POLACZONA (KOD6 became part of JEST), PODZIELONA (JEST got a part of KOD6; a row for each part,
 * and one of ZNIESIONA_LUB_PRZEKODOWANA if KOD6 is no more). A column ZRODLO is for people. */
#include "config.h"

#include "exchange/header.h"
#include "exchange/kind.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/units/register.h"

#include <stdlib.h>
#include <string.h>

enum column { FROM, TO, CODE, CHANGE, WAS, BECAME, SOURCE, COLUMNS };

static const struct header_column columns[COLUMNS] = {
	[FROM] = { { "OD", NULL }, true },
	[TO] = { { "DO", NULL }, true },
	[CODE] = { { "KOD6", "kod", NULL }, true },
	[CHANGE] = { { "ZMIANA", NULL }, true },
	[WAS] = { { "BYLO", NULL }, true },
	[BECAME] = { { "JEST", NULL }, true },
	[SOURCE] = { { "ZRODLO", NULL }, false },
};

static const struct change_word {
	const char *word, *change;
	bool was, became; /* text wanted */
	bool successor;   /* JEST is a code */
} words[] = {
	{ "ZMIANA_RODZ", "kind", true, true, false },
	{ "ZMIANA_NAZWY", "name", true, true, false },
	{ "NOWY_KOD", "begun", false, true, false },
	{ "ZNIESIONA_LUB_PRZEKODOWANA", "ended", true, false, false },
	{ "ZNIESIONA", "ended", true, false, false },
	{ "PRZEKODOWANA", "recoded", false, false, true },
	{ "POLACZONA", "merged", false, false, true },
	{ "PODZIELONA", "split", false, false, true },
};

struct changes {
	struct register_changes list;
	size_t room;
	struct header header;
	bool header_seen;
};

static int
recognise(const char *head, const char *file_name)
{
	(void)file_name;
	return header_recognise(columns, COLUMNS, head);
}

static int
refuse(struct changes *c, long line, enum column column, const char *found, const char *expected,
	struct error *err)
{
	static const char *const names[] = { "OD", "DO", "KOD6", "ZMIANA", "BYLO", "JEST",
		"ZRODLO" };
	int place = header_column(&c->header, column);
	char shown[64];

	text_clean(shown, sizeof(shown), found);
	return error_at(err, ERROR_INPUT, line, place,
		_("Line %ld, column %d (%s): “%s” where %s is "
		  "expected."),
		line, place, names[column], shown, expected);
}

static int
read_date(struct changes *c, long line, enum column column, const char *text, char dst[11],
	struct error *err)
{
	struct date date, none = { 0 };

	if (strlen(text) != 10 || text[4] != '-' || date_parse(text, none, &date) < 0 ||
	    date.year < UNIT_FIRST_YEAR || date.year > UNIT_LAST_YEAR)
		return refuse(c, line, column, text, _("a date such as 2020-01-01"), err);
	text_copy(dst, 11, text);
	return 0;
}

static int
read_code(struct changes *c, long line, enum column column, const char *text,
	struct unit_code *code, struct error *err)
{
	struct error why = { .code = ERROR_NONE };
	int place = header_column(&c->header, column);

	if (unit_code_parse(text, strlen(text), code, &why) < 0)
		return error_at(err, ERROR_INPUT, line, place, _("Line %ld, column %d: %s"), line,
			place, why.text);
	if (code->level == LEVEL_COUNTRY || code->level == LEVEL_REGION)
		return refuse(c, line, column, text,
			_("the code of a gmina, powiat or voivodeship"), err);
	return 0;
}

static const struct change_word *
find_word(const char *text)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].word, text) == 0)
			return &words[i];
	return NULL;
}

static int
read_texts(struct changes *c, long line, const struct change_word *word, const char *was,
	const char *became, struct register_change *row, struct error *err)
{
	struct unit_code other;

	if (header_check_text(was, line, header_column(&c->header, WAS), err) < 0 ||
		header_check_text(became, line, header_column(&c->header, BECAME), err) < 0)
		return -1;
	if ((word->was && !was[0]) || strlen(was) > 120)
		return refuse(c, line, WAS, was, _("the name before the change"), err);
	if ((word->became && !became[0]) || strlen(became) > 120)
		return refuse(c, line, BECAME, became, _("the name after the change"), err);
	row->was = arena_string(&c->list.arena, was);
	row->became = word->successor ? "" : arena_string(&c->list.arena, became);
	if (!word->successor)
		return 0;
	if (read_code(c, line, BECAME, became, &other, err) < 0)
		return -1;
	if (strcmp(other.key, row->code.key) == 0)
		return refuse(c, line, BECAME, became, _("the code of another unit"), err);
	text_copy(row->successor, sizeof(row->successor), other.key);
	return 0;
}

static int
take_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct changes *c = context;
	struct register_change row = { .line = line };
	const struct change_word *word;
	const char *cells[COLUMNS];

	if (!c->header_seen) {
		c->header_seen = true;
		return header_take(&c->header, columns, COLUMNS, line, fields, count, false, err);
	}
	if (header_check_row(&c->header, line, fields, count, err) < 0)
		return -1;
	for (int i = 0; i < COLUMNS; i++)
		cells[i] = header_cell(&c->header, fields, i);
	word = find_word(cells[CHANGE]);
	if (!word)
		return refuse(c, line, CHANGE, cells[CHANGE],
			_("a kind of change such as ZMIANA_RODZ, "
			  "ZMIANA_NAZWY, NOWY_KOD or PRZEKODOWANA"),
			err);
	if (read_date(c, line, FROM, cells[FROM], row.from, err) < 0 ||
		read_date(c, line, TO, cells[TO], row.to, err) < 0 ||
		read_code(c, line, CODE, cells[CODE], &row.code, err) < 0)
		return -1;
	if (strcmp(row.from, row.to) >= 0)
		return refuse(c, line, TO, row.to, _("a day after OD"), err);
	text_copy(row.change, sizeof(row.change), word->change);
	if (read_texts(c, line, word, cells[WAS], cells[BECAME], &row, err) < 0)
		return -1;
	c->list.rows = arena_grow(&c->list.arena, c->list.rows, (size_t)c->list.count, &c->room,
		sizeof(*c->list.rows));
	c->list.rows[c->list.count++] = row;
	return 0;
}

static int
read(struct import_job *job, struct input *in, const struct progress *progress, struct error *err)
{
	struct changes *c = memory_new(sizeof(*c));

	job->data = c;
	job->file.source = "GUS, TERYT";
	if (csv_read(in, 0, NULL, take_row, c, progress, err) < 0)
		return -1;
	return c->list.count ? 0
			     : error_set(err, ERROR_INPUT,
				       _("The list of changes holds a header but no changes."));
}

static int
compare(struct import_job *job, struct error *err)
{
	struct changes *c = job->data;
	int64_t none;

	return register_changes_apply(
		job->db, &c->list, &job->file, &job->preview.counts, false, &none, err);
}

static int
write(struct import_job *job, const struct progress *progress, int64_t *import_id,
	struct error *err)
{
	struct changes *c = job->data;
	struct import_counts counts;

	if (progress_step(progress, 0, _("Writing changes of codes")))
		return error_set(
			err, ERROR_CANCEL, _("The import was cancelled; nothing was changed."));
	return register_changes_apply(job->db, &c->list, &job->file, &counts, true, import_id, err);
}

static void
release(struct import_job *job)
{
	struct changes *c = job->data;

	if (c)
		arena_release(&c->list.arena);
	free(c);
	job->data = NULL;
}

const struct import_ops import_changes = {
	.kind = IMPORT_CHANGES,
	.name = "changes",
	.label = N_("list of changes of codes"),
	.recognise = recognise,
	.read = read,
	.compare = compare,
	.write = write,
	.release = release,
};
