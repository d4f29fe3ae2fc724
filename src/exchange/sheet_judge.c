/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of each line of a data sheet that came back: held against what went out and what
 * stands in the database now. Whatever is odd is told by the address of its cell. */
#include "config.h"

#include "exchange/sheet_parts.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/sheets/sheet_layout.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

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
moved_meanwhile(
	const struct sheet_in *s, const struct sheet_sent *sent, const struct own_figure *now)
{
	char version[24];

	if (!s->has_version) /* made by hand: nobody knows */
		return now->indicator_id != 0;
	if (sent)
		return sent->nothing ? now->indicator_id != 0 : !as_sent(s, sent, now);
	snprintf(version, sizeof(version), "%lld", (long long)s->r.rev);
	return now->indicator_id && strcmp(version, s->version.text);
}

/* Says that a number came as text: spreadsheets count it as nothing. */
static void
say_text(struct import_job *job, const struct sheet_in *s, const struct sheet_line *l, double value)
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

static bool
same_text(struct import_job *job, const char *in_file, const char *text)
{
	return !strcmp(sheet_clean(&job->arena, text), in_file);
}

/* Codes or names that changed places would put a figure under the wrong indicator. A name of no
 * line is told alone, because cards are renamed. */
static bool
name_is_of_another(struct sheet_in *s, struct import_job *job, const struct sheet_line *l,
	int entry, struct sheet_taken *t)
{
	const char *name = l->name.text;

	if (!name[0] || same_text(job, name, s->entries[entry].line.name))
		return false;
	for (int i = 0; i < s->entry_count; i++)
		if (i != entry && same_text(job, name, s->entries[i].line.name)) {
			refuse(job, t, l, &l->name,
				arena_format(&job->arena,
					_("beside the code %.40s stands the name of %.40s; it is "
					  "not clear whose figure this is."),
					l->code.text, s->entries[i].line.code));
			return true;
		}
	import_remark(job, REMARK_WARNING, l->row,
		_("%s: the name is “%.60s” where %.40s is “%.60s”; the figure is taken by the "
		  "code."),
		l->name.cell, name, l->code.text, s->entries[entry].line.name);
	return false;
}

/* A figure in thousands is another one. Definitions are told alone: they are only words beside the
 * figure, and cards are put better. A file may lack both. */
static bool
measure_is_another(struct sheet_in *s, struct import_job *job, const struct sheet_line *l,
	int entry, struct sheet_taken *t)
{
	const struct data_sheet_line *line = &s->entries[entry].line;

	if (l->measure.text[0] && !same_text(job, l->measure.text, line->measure)) {
		refuse(job, t, l, &l->measure,
			arena_format(&job->arena,
				_("the measure is “%.40s” where %.40s is asked for in “%.40s”. Put "
				  "it back, and enter the figure in that measure."),
				l->measure.text, line->code, line->measure));
		return true;
	}
	if (l->definition.text[0] && !same_text(job, l->definition.text, line->definition))
		import_remark(job, REMARK_WARNING, l->row,
			_("%s: the definition is “%.80s” where that of %.40s is “%.80s”; look "
			  "whether the figure is what is asked for."),
			l->definition.cell, l->definition.text, line->code, line->definition);
	return false;
}

/* A colleague's newer figure stays, unless the person wants the file's. */
static bool
stays(struct sheet_in *s, struct import_job *job, const struct sheet_line *l, struct sheet_taken *t,
	const struct sheet_sent *sent)
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
		!s->has_version ? job->options.replace
				? _("%s: the file says %s, but not which version of the sheet it "
				    "was made from; what %s has entered, %s, is replaced.")
				: _("%s: the file says %s, but not which version of the sheet it "
				    "was made from; what %s has entered, %s, stays.")
		: job->options.replace
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
	struct sheet_entry after = {
		.line = e->line, .figure = t->f, .before = e->before, .total = e->total
	};

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
	char shown[64];

	if (!l->value.percent || isnan(t->f.value))
		return true;
	t->f.value = number_round(t->f.value * 100, DECIMAL_DIGITS);
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
	t->f = (struct own_figure){ .indicator_id = e->line.indicator_id,
		.year = s->sheet.year,
		.slot = s->r.slot,
		.made_up = job->options.made_up };
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

/* Text below the table is nobody's figure; a number there was to be one. */
static void
say_stray(struct import_job *job, const struct sheet_line *l, struct sheet_taken *t)
{
	double number;

	if (number_parse(l->stray.text, &number) == 0) {
		refuse(job, t, l, &l->stray,
			arena_format(&job->arena,
				_("“%.40s” stands in a row without code; enter it in the row of "
				  "its indicator."),
				l->stray.text));
		return;
	}
	t->fate = SHEET_NOTHING;
	import_remark(job, REMARK_NOTE, l->row,
		_("%s: “%.80s” stands in a row without code and value; nothing of the row is "
		  "taken."),
		l->stray.cell, l->stray.text);
}

/* Another row of the same code: which of them counts, only a person can say. */
static const struct sheet_line *
other_row(const struct sheet_in *s, const struct sheet_line *l)
{
	for (int i = 0; i < s->line_count; i++)
		if (&s->lines[i] != l && !s->lines[i].stray.text &&
			!strcmp(s->lines[i].code.text, l->code.text))
			return &s->lines[i];
	return NULL;
}

/* The sheet's line that the file's is about; -1 when it is refused. */
static int
entry_of(struct sheet_in *s, struct import_job *job, const struct sheet_line *l,
	struct sheet_taken *t)
{
	int entry = find_entry(s, l->code.text);
	const struct sheet_line *other = other_row(s, l);

	if (!l->code.text[0])
		refuse(job, t, l, &l->value,
			arena_format(
				&job->arena, _("there is no code beside “%.40s”."), l->value.text));
	else if (entry < 0)
		refuse(job, t, l, &l->code,
			arena_format(&job->arena, _("the sheet asks for no indicator “%.40s”."),
				l->code.text));
	else if (other)
		refuse(job, t, l, &l->code,
			arena_format(&job->arena,
				_("the indicator %.40s stands in %s too; neither is taken. Leave "
				  "one row of it."),
				l->code.text, other->code.cell));
	return t->fate == SHEET_REFUSED ? -1 : entry;
}

void
sheet_judge(struct sheet_in *s, struct import_job *job)
{
	bool *seen = arena_array(&job->arena, (size_t)s->entry_count + 1, sizeof(*seen));

	for (int i = 0; i < s->line_count; i++) {
		const struct sheet_line *l = &s->lines[i];
		struct sheet_taken *t = &s->taken[i];
		int entry;

		if (l->stray.text) {
			say_stray(job, l, t);
			continue;
		}
		entry = find_entry(s, l->code.text);
		if (entry >= 0)
			seen[entry] = true;
		if (entry_of(s, job, l, t) < 0)
			continue;
		if (row_moved(s, l))
			import_remark(job, REMARK_WARNING, l->row,
				_("%s: the row of %.40s was moved; it is taken by its code."),
				l->code.cell, l->code.text);
		if (!name_is_of_another(s, job, l, entry, t) &&
			!measure_is_another(s, job, l, entry, t))
			judge(s, job, i, entry);
	}
	for (int i = 0; i < s->entry_count; i++)
		if (!seen[i])
			import_remark(job, REMARK_WARNING, 0,
				_("Line %d (%s) is not in the file; its figure stays."),
				s->entries[i].line.position, s->entries[i].line.code);
}
