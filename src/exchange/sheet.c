/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A data sheet that comes back: compared line by line with what went out and with what stands in
 * the database now, so that nobody's figure is lost without a word. */
#include "config.h"

#include "exchange/sheet_parts.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "model/groups/exchange_group.h"
#include "model/office.h"
#include "model/sheets/sheet_layout.h"
#include "model/units/unit_told.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- whose it is ---- */

static int
other(const struct sheet_text *t, const char *what, const char *wanted, struct error *err)
{
	return error_set(err, ERROR_INPUT,
		_("%s%sThe file is of another %s: “%.60s” where “%.60s” was expected."),
		t->cell, t->cell[0] ? ": " : "", what, t->text, wanted);
}

/* Excel takes the 0 off 0201011 when it saves CSV: of the two readings the wanted one, else the one
 * that is known. */
static const struct unit *
unit_in_file(const struct sheet_in *s, const struct unit_table *units, const struct unit *wanted,
	struct error *err)
{
	char with_zero[32];
	const struct unit *u = unit_by_code(units, s->unit.text), *v;

	if (s->workbook || (u && (!wanted || u == wanted)))
		return unit_need(units, s->unit.text, err);
	snprintf(with_zero, sizeof(with_zero), "0%.30s", s->unit.text);
	v = unit_by_code(units, with_zero);
	return v && (v == wanted || !u) ? v : unit_need(units, s->unit.text, err);
}

/* The file's own word, unless the person said it; both must agree. */
static int
find_sheet(struct sheet_in *s, struct import_job *job, struct error *err)
{
	const struct import_options *o = &job->options;
	const char *group = o->sheet_group ? o->sheet_group : s->group.text;
	const char *unit_text = o->sheet_unit ? o->sheet_unit : s->unit.text;
	const struct unit *unit, *in_file;
	struct exchange_group g;
	char year_text[16];
	long year = o->sheet_year;

	if (!group[0] || !unit_text[0] || (!year && !s->year.text[0]))
		return error_set(err, ERROR_INPUT,
			_("The file does not say of which group, unit and year it is; say so."));
	if (!year && number_parse_whole(s->year.text, UNIT_FIRST_YEAR, UNIT_LAST_YEAR, &year) < 0)
		return error_set(err, ERROR_INPUT, _("%s%s“%.40s” is no year."), s->year.cell,
			s->year.cell[0] ? ": " : "", s->year.text);
	snprintf(year_text, sizeof(year_text), "%ld", year);
	if (s->group.text[0] && strcmp(s->group.text, group))
		return other(&s->group, _("group"), group, err);
	if (s->year.text[0] && strcmp(s->year.text, year_text))
		return other(&s->year, _("year"), year_text, err);
	unit = o->sheet_unit ? unit_need(&job->units, unit_text, err)
			     : unit_in_file(s, &job->units, NULL, err);
	if (!unit)
		return -1;
	if (s->unit.text[0]) {
		in_file = unit_in_file(s, &job->units, unit, err);
		if (!in_file)
			return -1;
		if (in_file->slot != unit->slot) {
			s->unit.text = unit_told_with_code(in_file, &job->arena);
			return other(&s->unit, _("unit"), unit_told_with_code(unit, &job->arena),
				err);
		}
	}
	return exchange_group_by_code(job->db, group, &g, err) < 0 ||
			       data_sheet_find(job->db, g.id, (int)year, &s->sheet, err) < 0 ||
			       sheet_return_load(job->db, &s->sheet, unit->slot, &job->arena,
				       &s->r, err) < 0 ||
			       owner_check(job->db, s->r.owner, err) < 0
		       ? -1
		       : 0;
}

/* ---- against the database ---- */

/* Another office's file was made from that office's figures, not from those here. */
static int
say_office(struct import_job *job, const struct sheet_in *s, struct error *err)
{
	struct office office;

	if (office_load(job->db, &office, err) < 0)
		return -1;
	if (s->office && s->office[0] && strcmp(s->office, office.uid))
		import_remark(job, REMARK_NOTE, 0, _("The file was made in another office: %s."),
			s->office_name[0] ? s->office_name : s->office);
	return 0;
}

static int
compare(struct import_job *job, struct error *err)
{
	struct import_counts *c = &job->preview.counts;
	struct sheet_in *s = job->data;

	if (find_sheet(s, job, err) < 0 || say_office(job, s, err) < 0 ||
		sheet_entries(job->db, &s->r, &job->arena, &s->entries, &s->entry_count, err) < 0)
		return -1;
	s->taken = arena_array(&job->arena, (size_t)s->line_count, sizeof(*s->taken));
	sheet_judge(s, job);
	*c = (struct import_counts){ .units = 1 };
	for (int i = 0; i < s->line_count; i++) {
		c->rows += s->taken[i].fate != SHEET_NOTHING;
		c->new_values += s->taken[i].fate == SHEET_NEW;
		c->changed += s->taken[i].fate == SHEET_DIFFERS;
		c->same += s->taken[i].fate == SHEET_SAME;
		c->skipped += s->taken[i].fate == SHEET_REFUSED;
	}
	job->preview.title = arena_format(&job->arena, _("Data sheet %s, %d: %s"),
		s->sheet.group_code, s->sheet.year, s->r.unit_name);
	job->preview.first_year = job->preview.last_year = s->sheet.year;
	job->file.source = arena_format(&job->arena, "%s %d %s", s->sheet.group_code,
		s->sheet.year, s->r.unit);
	return 0;
}

/* ---- writing ---- */

static int
write(struct import_job *job, const struct progress *progress, int64_t *import_id,
	struct error *err)
{
	const struct import_counts *c = &job->preview.counts;
	struct sheet_in *s = job->data;
	struct sheet_return r = s->r;

	(void)progress;
	*import_id = 0;
	if (c->new_values + c->changed == 0)
		return 0;
	*import_id = import_begin(job->db, &job->file, err);
	if (*import_id < 0)
		return -1;
	for (int i = 0; i < s->line_count; i++) {
		struct sheet_taken *t = &s->taken[i];

		if (t->fate != SHEET_NEW && t->fate != SHEET_DIFFERS)
			continue;
		t->f.import_id = *import_id;
		if (sheet_figure_put(job->db, &r, &t->f, &t->was, NULL, err) < 0)
			return -1;
	}
	return import_finish(job->db, *import_id, c, err);
}

/* ---- the kind ---- */

static int
recognise(const char *head, const char *file_name)
{
	(void)head;
	(void)file_name;
	return 0; /* who opens a sheet says so */
}

static int
read(struct import_job *job, struct input *in, const struct progress *progress, struct error *err)
{
	struct sheet_in *s = memory_new(sizeof(*s));

	job->data = s;
	return sheet_read(s, job, in, progress, err);
}

static void
release(struct import_job *job)
{
	struct sheet_in *s = job->data;

	if (s)
		arena_release(&s->arena);
	free(s);
	job->data = NULL;
}

const struct import_ops import_sheet = { IMPORT_SHEET, "sheet", N_("Data sheet of a member"),
	recognise, read, compare, write, release };
