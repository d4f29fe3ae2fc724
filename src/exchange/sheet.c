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

#include <math.h>
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

/* ---- line by line ---- */

static int
find_entry(const struct sheet_in *s, const char *code)
{
	for (int i = 0; i < s->entry_count; i++)
		if (!strcmp(s->entries[i].line.code, code))
			return i;
	return -1;
}

static const struct sheet_sent *
find_sent(const struct sheet_in *s, const char *code)
{
	for (int i = 0; i < s->sent_count; i++)
		if (!strcmp(s->sent[i].code, code))
			return &s->sent[i];
	return NULL;
}

static const char *
show_value(struct import_job *job, const struct own_figure *f)
{
	char text[64];

	own_figure_show(f->value, f->missing, text, sizeof(text));
	return text[0] ? arena_string(&job->arena, text) : "–";
}

static const char *
show(struct import_job *job, const struct own_figure *f)
{
	const char *words = arena_format(&job->arena, "%.80s", f->remark);

	if (f->source[0])
		words = arena_format(&job->arena, _("%s%ssource: %.80s"), words,
			words[0] ? "; " : "", f->source);
	return words[0] ? arena_format(&job->arena, "%s (%s)", show_value(job, f), words)
			: show_value(job, f);
}

/* Whether the figure is as the file held it when it was made. */
static bool
as_sent(const struct sheet_in *s, const struct sheet_sent *sent, const struct own_figure *f)
{
	return (isnan(sent->value) ? isnan(f->value) : f->value == sent->value) &&
	       !strcmp(f->missing, sent->missing) && !strcmp(f->remark, sent->remark) &&
	       (!s->has_source || !strcmp(f->source, sent->source));
}

/* Whether the figure in the database is another than when the file was made. */
static bool
moved_meanwhile(const struct sheet_in *s, const struct sheet_sent *sent,
	const struct own_figure *now)
{
	char version[24];

	if (!s->has_version)
		return false;
	if (sent)
		return sent->nothing ? now->indicator_id != 0 : !as_sent(s, sent, now);
	snprintf(version, sizeof(version), "%lld", (long long)s->r.rev);
	return now->indicator_id && strcmp(version, s->version.text);
}

/* Says that a number came as text: spreadsheets count it as nothing. */
static void
say_text(struct import_job *job, const struct sheet_in *s, const struct sheet_line *l,
	double value)
{
	char text[64];

	if (!s->workbook || isnan(value) || !l->value.words)
		return;
	import_remark(job, REMARK_NOTE, l->row,
		_("%s: “%.40s” is typed as text; it is read as the number %s."), l->value.cell,
		l->value.text, own_figure_show(value, "", text, sizeof(text)));
}

static void
refuse(struct import_job *job, struct sheet_taken *t, const struct sheet_line *l,
	const struct sheet_text *at, const char *why)
{
	t->fate = SHEET_REFUSED;
	import_remark(job, REMARK_SKIPPED, l->row, "%s: %s", at->cell, why);
}

/* As the file holds it: codes and names compare without blanks at their ends. */
static bool
same_name(struct import_job *job, const char *in_file, const char *name)
{
	char *clean = arena_new(&job->arena, 3 * strlen(name) + 1);
	size_t length;

	text_clean(clean, 3 * strlen(name) + 1, name);
	clean += strspn(clean, " ");
	for (length = strlen(clean); length > 0 && clean[length - 1] == ' ';)
		clean[--length] = '\0';
	return !strcmp(clean, in_file);
}

/* Codes or names that changed places would put a figure under the wrong indicator. A name of no
 * line is told alone, because cards are renamed. */
static bool
name_is_of_another(struct sheet_in *s, struct import_job *job, const struct sheet_line *l,
	int entry, struct sheet_taken *t)
{
	const char *name = l->name.text;

	if (!s->workbook || !name[0] || same_name(job, name, s->entries[entry].line.name))
		return false;
	for (int i = 0; i < s->entry_count; i++)
		if (i != entry && same_name(job, name, s->entries[i].line.name)) {
			refuse(job, t, l, &l->name,
				arena_format(&job->arena,
					_("beside the code %.40s stands the name of %.40s; it is "
					  "not "
					  "clear whose figure this is."),
					l->code.text, s->entries[i].line.code));
			return true;
		}
	import_remark(job, REMARK_WARNING, l->row,
		_("%s: the name is “%.60s” where %.40s is “%.60s”; the figure is taken by the "
		  "code."),
		l->name.cell, name, l->code.text, s->entries[entry].line.name);
	return false;
}

/* A colleague's newer figure stays, unless the person wants the file's. */
static bool
stays(struct sheet_in *s, struct import_job *job, const struct sheet_line *l,
	struct sheet_taken *t, const struct sheet_sent *sent)
{
	const struct own_figure *now = &t->was, *f = &t->f;

	/* Where nothing stands nothing is lost: a sheet filled in another office brings all it
	 * has. */
	if (!now->indicator_id || !moved_meanwhile(s, sent, now))
		return false;
	if (sent && as_sent(s, sent, f)) {
		t->fate = SHEET_SAME; /* the file says nothing new */
		return true;
	}
	import_remark(job, job->options.replace ? REMARK_WARNING : REMARK_SKIPPED, l->row,
		job->options.replace
			? _("%s: the file says %s; meanwhile %s has entered %s, which the file "
			    "replaces.")
			: _("%s: the file says %s; meanwhile %s has entered %s, which stays."),
		l->value.cell, show(job, f), now->login, show(job, now));
	if (!job->options.replace)
		t->fate = SHEET_REFUSED;
	return !job->options.replace;
}

static void
say_change(struct import_job *job, const struct sheet_entry *e, const struct sheet_line *l,
	const struct sheet_taken *t)
{
	struct sheet_entry after = { .line = e->line, .figure = t->f, .before = e->before,
		.total = e->total };

	import_remark(job, REMARK_NOTE, l->row, "%s: %s: %s → %s", l->value.cell, e->line.code,
		t->was.indicator_id ? show(job, &t->was) : "–", show(job, &t->f));
	after.signs = sheet_entry_signs(&after);
	if (sheet_entry_unexplained(&after))
		import_remark(job, REMARK_WARNING, l->row,
			_("%s: %s is unusual (%s) and has no remark."), l->value.cell,
			show_value(job, &t->f), sheet_signs_text(&after, &job->arena));
}

/* 12% in a cell is 0.12 in the file: 12 of an indicator in per cent, of no other. */
static bool
take_percent(struct import_job *job, const struct sheet_line *l, const struct sheet_entry *e,
	struct sheet_taken *t)
{
	char digits[40], shown[64];

	if (!l->value.percent || isnan(t->f.value))
		return true;
	snprintf(digits, sizeof(digits), "%.15g", t->f.value * 100);
	t->f.value = strtod(digits, NULL);
	own_figure_show(t->f.value, "", shown, sizeof(shown));
	if (strcmp(e->line.measure, "%") != 0) {
		refuse(job, t, l, &l->value,
			arena_format(&job->arena,
				_("the cell shows %s%%, but the figure is no percentage; give the "
				  "cell the format of a number and type it again."),
				shown));
		return false;
	}
	import_remark(job, REMARK_NOTE, l->row, _("%s: the cell shows per cent; it is read as %s."),
		l->value.cell, shown);
	return true;
}

/* Remark and source as the file says them; a file without sources leaves what stands there. */
static bool
take_words(const struct sheet_in *s, struct import_job *job, const struct sheet_line *l,
	const struct sheet_entry *e, struct sheet_taken *t)
{
	const char *source = s->has_source ? l->source.text : e->figure.source;

	if (strlen(l->remark.text) >= sizeof(t->f.remark))
		refuse(job, t, l, &l->remark, _("the remark is too long."));
	else if (strlen(source) >= sizeof(t->f.source))
		refuse(job, t, l, &l->source, _("the source is too long."));
	text_copy(t->f.remark, sizeof(t->f.remark), l->remark.text);
	text_copy(t->f.source, sizeof(t->f.source), source);
	return t->fate != SHEET_REFUSED;
}

/* A line without figure has no words either; a source that was only offered is nobody's word. */
static bool
take_nothing(struct import_job *job, const struct sheet_line *l, const struct sheet_entry *e,
	struct sheet_taken *t)
{
	if (t->f.remark[0])
		refuse(job, t, l, &l->value, _("there is a remark but neither value, bd nor nd."));
	else if (!sheet_entry_offers(e, t->f.source))
		refuse(job, t, l, &l->value, _("there is a source but neither value, bd nor nd."));
	t->f.remark[0] = t->f.source[0] = '\0';
	return t->fate != SHEET_REFUSED;
}

static void
judge(struct sheet_in *s, struct import_job *job, int line, int entry)
{
	const struct sheet_line *l = &s->lines[line];
	const struct sheet_entry *e = &s->entries[entry];
	const struct sheet_sent *sent = find_sent(s, l->code.text);
	struct sheet_taken *t = &s->taken[line];
	struct error why = { .code = ERROR_NONE };

	t->was = e->figure;
	t->f = (struct own_figure){ .indicator_id = e->line.indicator_id, .year = s->sheet.year,
		.slot = s->r.slot, .made_up = job->options.made_up };
	if (!take_words(s, job, l, e, t))
		return;
	if (own_figure_parse(l->value.text, &t->f.value, t->f.missing, &why) < 0) {
		refuse(job, t, l, &l->value, why.text);
		return;
	}
	if (!take_percent(job, l, e, t))
		return;
	say_text(job, s, l, t->f.value);
	if (isnan(t->f.value) && !t->f.missing[0] && !take_nothing(job, l, e, t))
		return;
	if (own_figure_same(&t->f, &t->was) || sheet_entry_repeats(e, &t->f)) {
		t->fate = SHEET_SAME;
		return;
	}
	if (stays(s, job, l, t, sent))
		return;
	t->fate = t->was.indicator_id ? SHEET_DIFFERS : SHEET_NEW;
	say_change(job, e, l, t);
}

/* Whether the row stands elsewhere than when the file was made; the sheet's lines may have moved
 * since. Who adds a row has moved none. */
static bool
row_moved(const struct sheet_in *s, const struct sheet_line *l)
{
	for (int i = 0; s->workbook && i < s->sent_count; i++)
		if (!strcmp(s->sent[i].code, l->code.text))
			return l->row != SHEET_FILE_HEAD_ROW + 1 + i;
	return false;
}

static void
judge_lines(struct sheet_in *s, struct import_job *job)
{
	bool *seen = arena_array(&job->arena, (size_t)s->entry_count + 1, sizeof(*seen));

	for (int i = 0; i < s->line_count; i++) {
		const struct sheet_line *l = &s->lines[i];
		int entry = find_entry(s, l->code.text);

		if (entry < 0) {
			refuse(job, &s->taken[i], l, &l->code,
				arena_format(&job->arena,
					_("the sheet asks for no indicator “%.40s”."),
					l->code.text));
			continue;
		}
		if (seen[entry]) {
			refuse(job, &s->taken[i], l, &l->code,
				arena_format(&job->arena,
					_("the indicator %.40s stands there twice."),
					l->code.text));
			continue;
		}
		seen[entry] = true;
		if (row_moved(s, l))
			import_remark(job, REMARK_WARNING, l->row,
				_("%s: the row of %.40s was moved; it is taken by its code."),
				l->code.cell, l->code.text);
		if (!name_is_of_another(s, job, l, entry, &s->taken[i]))
			judge(s, job, i, entry);
	}
	for (int i = 0; i < s->entry_count; i++)
		if (!seen[i])
			import_remark(job, REMARK_WARNING, 0,
				_("Line %d (%s) is not in the file; its figure stays."),
				s->entries[i].line.position, s->entries[i].line.code);
}

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
	judge_lines(s, job);
	*c = (struct import_counts){ .rows = s->line_count, .units = 1 };
	for (int i = 0; i < s->line_count; i++) {
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
