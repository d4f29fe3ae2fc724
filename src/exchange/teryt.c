/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The territorial register TERC, variant Urzędowy, as CSV; teryt_xml.c has the XML. */
#include "config.h"

#include "exchange/teryt.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct header_column teryt_columns[TERYT_COLUMNS] = {
	[TERYT_WOJ] = { { "WOJ", NULL }, true },
	[TERYT_POW] = { { "POW", NULL }, true },
	[TERYT_GMI] = { { "GMI", NULL }, true },
	[TERYT_RODZ] = { { "RODZ", "rgmi", "rodzgmi", NULL }, true },
	[TERYT_NAME] = { { "NAZWA", NULL }, true },
	[TERYT_DESIGNATION] = { { "NAZWA_DOD", "nazdod", NULL }, true },
	[TERYT_DATE] = { { "STAN_NA", "stan", NULL }, true },
};

static const struct header_column other_columns[] = {
	/* columns of other registers */
	{ { "sym", NULL }, true },
	{ { "sympod", NULL }, true },
	{ { "symul", NULL }, true },
	{ { "nazwarm", NULL }, true },
};

/* ---- which file ---- */

static const char *
other_register(const char *head)
{
	if (header_recognise(&other_columns[0], 2, head) || strstr(head, "name=\"SIMC\""))
		return "SIMC";
	if (header_recognise(&other_columns[2], 1, head) || strstr(head, "name=\"ULIC\""))
		return "ULIC";
	if (header_recognise(&other_columns[3], 1, head) || strstr(head, "name=\"WMRODZ\""))
		return "WMRODZ";
	return NULL;
}

static int
recognise(const char *head, const char *file_name)
{
	(void)file_name;
	if (other_register(head))
		return 1;
	if (head[0] == '<')
		return strstr(head, "<teryt") || strstr(head, "name=\"TERC\"");
	/* Without designation or date it is still a TERC, which the reader refuses in words. */
	return header_recognise(teryt_columns, TERYT_NAME + 1, head);
}

static int
refuse_other(const char *name, struct error *err)
{
	return error_at(err, ERROR_INPUT, 1, 0,
		_("This is the register %s, not the register of units "
		  "TERC (columns WOJ, POW, GMI, RODZ, NAZWA, NAZWA_DOD, STAN_NA). Download TERC, "
		  "variant "
		  "Urzędowy, from eteryt.stat.gov.pl."),
		name);
}

/* ---- one row ---- */

/* Two digits, or one whose zero a spreadsheet took; false for anything else. */
static bool
two_digits(const char *text, char dst[3])
{
	size_t length = strlen(text);

	if (length == 0 || length > 2 || strspn(text, "0123456789") != length)
		return false;
	dst[0] = length == 2 ? text[0] : '0';
	dst[1] = text[length - 1];
	dst[2] = '\0';
	return true;
}

static int
refuse_cell(long line, int column, const char *name, const char *found, const char *expected,
	struct error *err)
{
	char shown[64];

	text_clean(shown, sizeof(shown), found);
	return error_at(err, ERROR_INPUT, line, column,
		_("Line %ld, column %d (%s): “%s” where %s is "
		  "expected."),
		line, column, name, shown, expected);
}

static int
read_code(long line, const char *const cells[], const int places[], struct unit_code *code,
	struct error *err)
{
	static const char *const names[] = { "WOJ", "POW", "GMI" };
	struct error why = { .code = ERROR_NONE };
	char digits[8] = "0000000";
	int depth = 0;

	for (int i = TERYT_WOJ; i <= TERYT_GMI; i++) {
		char two[3];

		if (i > TERYT_WOJ && !cells[i][0])
			continue;
		if (depth != i)
			return refuse_cell(line, places[i], names[i], cells[i],
				_("nothing, because the level above is empty,"), err);
		if (!two_digits(cells[i], two))
			return refuse_cell(line, places[i], names[i], cells[i],
				_("a number of two digits"), err);
		memcpy(digits + 2 * i, two, 2);
		depth = i + 1;
	}
	if (depth == 3 ? strlen(cells[TERYT_RODZ]) != 1 || !strchr("1234589", cells[TERYT_RODZ][0])
		       : cells[TERYT_RODZ][0] != '\0')
		return refuse_cell(line, places[TERYT_RODZ], "RODZ", cells[TERYT_RODZ],
			depth == 3 ? _("1, 2, 3, 4, 5, 8 or 9")
				   : _("nothing, because GMI is empty,"),
			err);
	if (depth == 3)
		digits[6] = cells[TERYT_RODZ][0];
	if (unit_code_parse(digits, 7, code, &why) < 0 || code->level == LEVEL_COUNTRY ||
		(int)code->level < depth)
		return error_at(err, ERROR_INPUT, line, places[TERYT_WOJ],
			_("Line %ld, column %d: %s"), line, places[TERYT_WOJ],
			why.text[0] ? why.text : _("a number 00 stands where a unit is expected."));
	return 0;
}

static int
read_date(struct teryt *t, long line, const char *cell, int place, struct error *err)
{
	struct date date, none = { 0 };
	const char *text = cell[0] ? cell : t->file_date;

	if (strlen(text) != 10 || text[4] != '-' || date_parse(text, none, &date) < 0 ||
	    date.year < UNIT_FIRST_YEAR || date.year > UNIT_LAST_YEAR)
		return refuse_cell(
			line, place, "STAN_NA", cell, _("a date such as 2020-01-01"), err);
	if (!t->state.date[0])
		text_copy(t->state.date, sizeof(t->state.date), text);
	if (strcmp(t->state.date, text) != 0)
		return refuse_cell(line, place, "STAN_NA", cell, t->state.date, err);
	return 0;
}

int
teryt_row(struct teryt *t, long line, const char *const cells[TERYT_COLUMNS],
	const int places[TERYT_COLUMNS], struct error *err)
{
	struct register_state *state = &t->state;
	struct register_row row = { .line = line };
	char name[256];

	if (read_code(line, cells, places, &row.code, err) < 0 ||
		header_check_text(cells[TERYT_NAME], line, places[TERYT_NAME], err) < 0 ||
		header_check_text(cells[TERYT_DESIGNATION], line, places[TERYT_DESIGNATION], err) <
			0)
		return -1;
	if (!cells[TERYT_NAME][0] || strlen(cells[TERYT_NAME]) > 120)
		return refuse_cell(line, places[TERYT_NAME], "NAZWA", cells[TERYT_NAME],
			_("a name of at most 120 bytes"), err);
	if (read_date(t, line, cells[TERYT_DATE], places[TERYT_DATE], err) < 0)
		return -1;
	text_copy(name, sizeof(name), cells[TERYT_NAME]);
	text_compose(name);
	row.name = arena_string(&state->arena, name);
	row.designation = arena_string(&state->arena, cells[TERYT_DESIGNATION]);
	state->rows = arena_grow(
		&state->arena, state->rows, (size_t)state->count, &t->room, sizeof(*state->rows));
	state->rows[state->count++] = row;
	return 0;
}

static int
csv_row_taken(
	void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct teryt *t = context;
	const char *cells[TERYT_COLUMNS];
	int places[TERYT_COLUMNS];

	if (!t->seen) {
		t->seen = 1;
		return header_take(
			&t->header, teryt_columns, TERYT_COLUMNS, line, fields, count, true, err);
	}
	if (header_check_row(&t->header, line, fields, count, err) < 0)
		return -1;
	for (int i = 0; i < TERYT_COLUMNS; i++) {
		cells[i] = header_cell(&t->header, fields, i);
		places[i] = header_column(&t->header, i);
	}
	return teryt_row(t, line, cells, places, err);
}

/* ---- the whole file ---- */

/* The address variant has no whole urban-rural gminy and leaves five cities without gmina. */
static int
refuse_address_variant(const struct register_state *state, struct error *err)
{
	int whole = 0, parts = 0, cities = 0;

	for (int i = 0; i < state->count; i++) {
		const struct register_row *row = &state->rows[i];

		whole += row->code.kind == '3';
		parts += row->code.kind == '4' || row->code.kind == '5';
		cities += strcmp(row->code.key, "146501") == 0 ||
			  strcmp(row->code.key, "106101") == 0 ||
			  strcmp(row->code.key, "126101") == 0 ||
			  strcmp(row->code.key, "306401") == 0 ||
			  strcmp(row->code.key, "026401") == 0;
	}
	if (parts && !whole)
		return error_set(err, ERROR_INPUT,
			_("This is the address variant of TERC (Adresowy): it "
			  "has towns and rural areas (kinds 4 and 5) but no whole urban-rural "
			  "gminy (kind 3). "
			  "Download the variant Urzędowy from eteryt.stat.gov.pl."));
	if (!state->partial && cities == 0 && state->count > 100)
		return error_set(err, ERROR_INPUT,
			_("This is the address variant of TERC (Adresowy): "
			  "Warszawa, Kraków, Łódź, Poznań and Wrocław have no row as gminy. "
			  "Download the "
			  "variant Urzędowy from eteryt.stat.gov.pl."));
	return 0;
}

static void
add_country(struct teryt *t)
{
	struct register_state *state = &t->state;

	state->rows = arena_grow(
		&state->arena, state->rows, (size_t)state->count, &t->room, sizeof(*state->rows));
	state->rows[state->count++] = (struct register_row){
		.code = { .key = "00", .level = LEVEL_COUNTRY }, .name = "Polska", .designation = ""
	};
}

/* A file of one line of XML has no other sign than its first character. */
static int
read_any(struct teryt *t, struct input *in, bool xml, const struct progress *progress,
	struct error *err)
{
	return xml ? teryt_read_xml(t, in, err)
		   : csv_read(in, 0, NULL, csv_row_taken, t, progress, err);
}

static int
read(struct import_job *job, struct input *in, const struct progress *progress, struct error *err)
{
	struct teryt *t = memory_new(sizeof(*t));
	const char *other = other_register(job->head);

	job->data = t;
	t->state.partial = job->options.made_up;
	if (other)
		return refuse_other(other, err);
	if (read_any(t, in, job->head[0] == '<', progress, err) < 0)
		return -1;
	if (t->state.count == 0)
		return error_set(err, ERROR_INPUT, _("The register holds a header but no units."));
	if (refuse_address_variant(&t->state, err) < 0)
		return -1;
	add_country(t);
	if (register_check(&t->state, err) < 0)
		return -1;
	job->file.data_date = t->state.date;
	job->file.source = "GUS, TERYT";
	return 0;
}

static void
remark_number(struct import_job *job, int number, const char *sentence)
{
	char text[32];

	if (number)
		import_remark(job, REMARK_NOTE, 0, "%s: %s", sentence,
			number_format(text, sizeof(text), number, 0));
}

static int
compare(struct import_job *job, struct error *err)
{
	struct teryt *t = job->data;
	struct register_preview p;
	char date[32];

	if (register_compare(job->db, &t->state, &p, err) < 0)
		return -1;
	job->preview.counts = (struct import_counts){ .rows = t->state.count - 1,
		.units = t->state.count - 1,
		.new_values = p.added,
		.changed = p.ended + p.renamed + p.kind_changed + p.reopened,
		.same = p.same };
	import_remark(job, REMARK_NOTE, 0, _("State of the register on %s"),
		date_show(date, sizeof(date), t->state.date));
	if (p.added > t->state.count - 1)
		import_remark(job, REMARK_NOTE, 0, "%s",
			_("The new units are one more than the rows: Poland as a whole stands in "
			  "no row, the program adds it."));
	remark_number(job, p.ended, _("Units that are no more"));
	remark_number(job, p.renamed, _("Units with a new name"));
	remark_number(job, p.kind_changed, _("Units of a new kind"));
	remark_number(job, p.reopened, _("Units whose first or last day changes"));
	job->preview.needs_older = p.older && !job->options.allow_older;
	if (p.older)
		import_remark(job, REMARK_WARNING, 0,
			job->options.allow_older ? _("This register is older than the newest one "
						     "(%s); it adds only what was not known.")
						 : _("This register is older than the newest one "
						     "(%s) and is refused unless an older "
						     "one is asked for."),
			date_show(date, sizeof(date), p.newest));
	return 0;
}

static int
write(struct import_job *job, const struct progress *progress, int64_t *import_id,
	struct error *err)
{
	struct teryt *t = job->data;

	if (progress_step(progress, 0, _("Writing units")))
		return error_set(
			err, ERROR_CANCEL, _("The import was cancelled; nothing was changed."));
	return register_apply(
		job->db, &t->state, &job->file, job->options.allow_older, import_id, err);
}

static void
release(struct import_job *job)
{
	struct teryt *t = job->data;

	if (t)
		arena_release(&t->state.arena);
	free(t);
	job->data = NULL;
}

const struct import_ops import_teryt = {
	.kind = IMPORT_TERYT,
	.name = "teryt",
	.label = N_("register of units TERC"),
	.recognise = recognise,
	.read = read,
	.compare = compare,
	.write = write,
	.release = release,
};
