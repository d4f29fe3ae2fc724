/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathered figures against the database: doubtful zeros, the preview's counts, and writing. */
#include "config.h"

#include "exchange/figures_write.h"
#include "exchange/figures_sums.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "model/indicators/flag.h"
#include "model/indicators/series.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ZERO_COLUMN_UNITS = 10 }; /* fewer zeros than that in a column are no wonder */

struct figure_zeros {
	long columns, column_cells; /* whole columns of zeros, and their cells */
	long pairs;                 /* both parts 0, the whole above 0 */
	int first_year, last_year;  /* of the pairs */
	const char *column;         /* an example: dimensions */
	int column_year;
};

static void
put_cell(struct vector *v, int slot, figure_cell cell, const double *powers)
{
	unsigned char flag = (unsigned char)figure_flag(cell), was = v->flag[slot];
	bool missing = flag_missing(flag);

	if (was != FLAG_ABSENT) {
		/* The unit under a second kind: a value beats none, a reason beats no reason. */
		bool had = !flag_missing(was);

		if (missing && (had || was != FLAG_EMPTY))
			return;
		if (had && flag == FLAG_NONE)
			return;
	}
	v->flag[slot] = flag;
	if (missing)
		return;
	v->value[slot] = figure_value(cell, powers);
	if (figure_decimals(cell) > v->decimals)
		v->decimals = figure_decimals(cell);
}

static bool
plain_zero(const struct vector *v, int slot)
{
	return v->flag[slot] == FLAG_NONE && v->value[slot] == 0;
}

/* The zeros of a column that has no other value; 0 when it has. */
static long
only_zeros(const struct vector *v)
{
	long zeros = 0;

	for (int i = 0; i < v->slots; i++) {
		if (plain_zero(v, i))
			zeros++;
		else if (!flag_missing(v->flag[i]))
			return 0;
	}
	return zeros;
}

/* A column of zeros only, or zeros of both parts of a gmina that as a whole is not zero, say
 * that nothing was collected. */
static void
doubt_zeros(
	const struct figures *f, int slice, bool keep, struct vector *v, struct figure_zeros *zeros)
{
	const struct figure_slice *s = &f->slices[slice];
	long all = only_zeros(v);

	if (all >= ZERO_COLUMN_UNITS) {
		zeros->columns++;
		zeros->column_cells += all;
		zeros->column = f->series[s->series].dimensions;
		zeros->column_year = s->year;
		for (int i = 0; i < v->slots && !keep; i++)
			if (plain_zero(v, i))
				v->flag[i] = FLAG_NOT_COLLECTED;
		return;
	}
	for (int i = 0; i < f->part_count; i++) {
		const struct figure_parts *p = &f->parts[i];

		if (!plain_zero(v, p->town) || !plain_zero(v, p->rural) ||
			flag_missing(v->flag[p->whole]) || v->value[p->whole] <= 0)
			continue;
		zeros->pairs++;
		if (!zeros->first_year || s->year < zeros->first_year)
			zeros->first_year = s->year;
		if (s->year > zeros->last_year)
			zeros->last_year = s->year;
		if (!keep)
			v->flag[p->town] = v->flag[p->rural] = FLAG_NOT_COLLECTED;
	}
}

/* Pages of one slice lie far apart: asks memory for the next one while this one is read. */
static void
expect_page(const struct figures *f, const struct figure_slice *s, size_t place)
{
	const struct figure_page *page =
		place < s->page_capacity ? figures_page(f, s->pages[place]) : NULL;

	/* Five cells lie in a line of the cache. */
	for (int i = 0; page && i < FIGURES_PAGE; i += 5)
		__builtin_prefetch(&page->places[i]);
}

/* Unpacks one slice into v (f->slots long) by slot; suspicious zeros become
 * FLAG_NOT_COLLECTED unless keep. */
static void
unpack(
	const struct figures *f, int slice, bool keep, struct vector *v, struct figure_zeros *zeros)
{
	const struct figure_slice *s = &f->slices[slice];
	double powers[16];

	for (int i = 0; i < 16; i++)
		powers[i] = number_power10(i);
	vector_reset(v);
	for (size_t place = 0; place < s->page_capacity; place++) {
		const struct figure_page *page = figures_page(f, s->pages[place]);
		const int *slots = f->slot_of_unit + place * FIGURES_PAGE;

		expect_page(f, s, place + 1);
		for (int i = 0; s->pages[place] && i < FIGURES_PAGE; i++)
			if (page->places[i].cell)
				put_cell(v, slots[i], page->places[i].cell, powers);
	}
	if (zeros)
		doubt_zeros(f, slice, keep, v, zeros);
}

/* ---- comparing ---- */

static int
find_series(struct import_job *job, struct figures *f, const struct figure_kind *kind,
	struct error *err)
{
	for (int i = 0; i < f->series_keys.count; i++) {
		struct figure_series *s = &f->series[i];
		struct series_key key = { kind->origin, kind->subgroup, s->dimensions, s->measure };
		struct series there;

		if (kind->find ? kind->find(job, f, i, &there, err)
			       : series_find(job->db, &key, &there, err))
			return -1;
		s->series_id = there.id;
		s->fresh = false;
		s->indicator_id = there.indicator_id;
		s->shown_decimals = there.decimals;
	}
	return 0;
}

struct sums {
	long cells, valued, empty, by_flag[256];
};

/* Adds the cells of a slice to the sums; returns how many have a value. */
static long
count_flags(const struct vector *v, struct sums *sums)
{
	long plain = 0, marked = 0, missing = 0;

	for (int i = 0; i < v->slots; i++) {
		if (v->flag[i] == FLAG_NONE) {
			plain++;
		} else if (v->flag[i] != FLAG_ABSENT) {
			marked++;
			missing += flag_missing(v->flag[i]);
			sums->by_flag[v->flag[i]]++;
		}
	}
	sums->cells += plain + marked;
	sums->valued += plain + marked - missing;
	return plain + marked - missing;
}

static void
add_change(struct import_counts *counts, const struct slice_change *change)
{
	counts->new_values += change->new_values;
	counts->changed += change->changed;
	counts->same += change->same;
}

void
figures_remark(struct import_job *job, int kind, long count, const char *fmt, ...)
{
	int before = job->preview.remark_count;
	char text[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	import_remark(job, kind, 0, "%s", text);
	if (job->preview.remark_count > before)
		job->preview.remarks[before].count = count;
}

static void
remark_flags(struct import_job *job, const struct sums *sums)
{
	const struct flag_meaning *m;

	for (int i = 0; (m = flag_at(i)); i++) {
		long count = sums->by_flag[m->flag];

		if (count && m->flag != FLAG_NONE && m->flag != FLAG_NOT_COLLECTED)
			figures_remark(job, REMARK_NOTE, count, _("Cells marked \"%s\": %s"),
				m->symbol, _(m->meaning));
	}
}

static void
remark_zeros(struct import_job *job, const struct figure_zeros *zeros)
{
	const char *taken = job->options.keep_zeros ? _("kept as zeros") : _("taken as missing");

	job->preview.has_zeros = zeros->columns || zeros->pairs;
	if (zeros->columns)
		figures_remark(job, REMARK_ZEROS, zeros->columns,
			_("Whole columns of zeros, such as \"%s\" in %d: %s."), zeros->column,
			zeros->column_year, taken);
	if (zeros->pairs)
		figures_remark(job, REMARK_ZEROS, zeros->pairs,
			_("Town and rural part both 0 while the whole gmina is not, years %d-%d: "
			  "%s."),
			zeros->first_year, zeros->last_year, taken);
}

static void
remark_bare_rows(struct import_job *job, const struct figures *f)
{
	char number[32];

	if (f->bare_rows)
		import_remark(job, REMARK_NOTE, 0,
			P_("%s row brings no value.", "%s rows bring no value.",
				(unsigned long)f->bare_rows),
			number_format(number, sizeof(number), (double)f->bare_rows, 0));
}

/* Distinct units, and those that the database does not know. */
static void
count_units(struct import_job *job, const struct figures *f)
{
	unsigned char *seen = memory_new((size_t)f->slots + 1);
	char number[32];
	long twice;

	job->preview.counts.units = 0;
	job->preview.bdl_units = f->fresh.count;
	for (int i = 0; i < f->unit_codes.count; i++) {
		job->preview.counts.units += !seen[f->units[i].slot];
		seen[f->units[i].slot] = 1;
	}
	free(seen);
	twice = f->unit_codes.count - job->preview.counts.units;
	if (twice > 0)
		import_remark(job, REMARK_NOTE, 0,
			P_("%s code is that of a unit which stands in the file under another code "
			   "too (the kind of the gmina has changed); the unit is counted once.",
				"%s codes are those of units which stand in the file under another "
				"code too (the kind of the gmina has changed); each unit is "
				"counted once.",
				(unsigned long)twice),
			number_format(number, sizeof(number), (double)twice, 0));
	if (f->fresh.count)
		import_remark(job, REMARK_NOTE, 0,
			P_("%s unit is not in the register and will be known from this file only.",
				"%s units are not in the register and will be known from this file "
				"only.",
				(unsigned long)f->fresh.count),
			number_format(number, sizeof(number), f->fresh.count, 0));
	if (f->zeros_restored)
		import_remark(job, REMARK_WARNING, 0,
			_("Codes had lost their leading zero, probably in a spreadsheet; it was "
			  "put back."));
}

int
figures_compare(struct import_job *job, struct figures *f, const struct figure_kind *kind,
	struct error *err)
{
	struct import_preview *p = &job->preview;
	struct figure_zeros zeros = { 0 };
	struct sums *sums = memory_new(sizeof *sums);
	struct figure_sums *totals = figures_sums_new(f, &job->units);
	struct vector v;
	int failed = find_series(job, f, kind, err);

	import_remarks_clear(job);
	p->counts = (struct import_counts){ .rows = f->rows };
	p->series = f->series_keys.count;
	p->first_year = p->last_year = 0;
	count_units(job, f);
	remark_bare_rows(job, f);
	vector_new(&v, f->slots);
	for (int i = 0; !failed && i < f->slice_count; i++) {
		struct figure_slice *s = &f->slices[i];
		struct slice_change change = { 0 };
		int64_t series_id;

		unpack(f, i, job->options.keep_zeros, &v, kind->doubt_zeros ? &zeros : NULL);
		if (v.decimals > f->series[s->series].decimals)
			f->series[s->series].decimals = v.decimals;
		/* Against nothing every value is new. */
		change.new_values = count_flags(&v, sums);
		if (kind->doubt_zeros)
			figures_sums_add(totals, i, &v);
		series_id = f->series[s->series].series_id;
		if (series_id)
			failed = slice_compare(job->db, series_id, s->year, &v, &change, err);
		add_change(&p->counts, &change);
		p->first_year = !p->first_year || s->year < p->first_year ? s->year : p->first_year;
		p->last_year = s->year > p->last_year ? s->year : p->last_year;
	}
	vector_release(&v);
	remark_zeros(job, &zeros);
	remark_flags(job, sums);
	figures_sums_remark(totals, job);
	figures_sums_free(totals);
	free(sums);
	return failed;
}

/* ---- writing ---- */

struct writing {
	struct import_job *job;
	struct figures *f;
	const struct figure_kind *kind;
	int64_t import_id;
	struct import_counts counts;
};

/* The entry of the list is made when the first thing turns out to be new. */
static int
need_import(struct writing *w, struct error *err)
{
	if (!w->import_id)
		w->import_id = import_begin(w->job->db, &w->job->file, err);
	return w->import_id < 0 ? -1 : 0;
}

static int
by_code(const void *a, const void *b, void *context)
{
	const struct figures *f = context;

	return strcmp(f->units[*(const int *)a].code.key, f->units[*(const int *)b].code.key);
}

/* Units known from BDL only: new ones in the order of codes, so that their slots are; known
 * ones are noted as named by this import too. */
static int
add_units(struct writing *w, bool fresh, struct error *err)
{
	struct figures *f = w->f;
	int count = 0, failed = 0,
	    *order = memory_array((size_t)f->unit_codes.count + 1, sizeof *order);

	for (int i = 0; i < f->unit_codes.count; i++) {
		const struct unit *known = unit_by_slot(&w->job->units, f->units[i].slot);

		if (fresh ? f->units[i].fresh : known && known->from_bdl)
			order[count++] = i;
	}
	qsort_r(order, (size_t)count, sizeof *order, by_code, f);
	for (int i = 0; !failed && i < count; i++) {
		struct figure_unit *u = &f->units[order[i]];
		const char *name = u->name && u->name[0] ? u->name : u->code.key;

		failed = need_import(w, err) ||
			 unit_add(w->job->db, w->import_id, &u->code, name, &u->slot, err);
	}
	free(order);
	if (!failed && count && fresh)
		figures_settle_slots(f);
	return failed ? -1 : 0;
}

static int
need_series(struct writing *w, int number, struct error *err)
{
	struct figure_series *s = &w->f->series[number];
	struct series_key key = { w->kind->origin, w->kind->subgroup, s->dimensions, s->measure };
	struct indicator card = { 0 };

	if (s->series_id) {
		if (s->decimals <= s->shown_decimals)
			return 0;
		s->shown_decimals = s->decimals;
		return series_more_decimals(
			w->job->db, s->indicator_id, s->decimals > 6 ? 6 : s->decimals, err);
	}
	if (w->kind->card(w->job, w->f, number, &card, err))
		return -1;
	if (!card.id && series_add_card(w->job->db, &card, w->import_id, &card.id, err))
		return -1;
	s->fresh = true;
	s->indicator_id = card.id;
	s->shown_decimals = s->decimals;
	return series_add(w->job->db, &key, card.id, &s->series_id, err);
}

static int
write_slice(struct writing *w, int slice, struct vector *v, struct error *err)
{
	const struct figure_slice *s = &w->f->slices[slice];
	struct figure_series *series = &w->f->series[s->series];
	struct slice_change change;
	int stored;

	if (series->series_id && !series->fresh) {
		if (slice_compare(w->job->db, series->series_id, s->year, v, &change, err))
			return -1;
		if (!change.new_values && !change.changed && !change.missing) {
			add_change(&w->counts, &change);
			return 0;
		}
	}
	if (need_import(w, err) || need_series(w, s->series, err) ||
		slice_store(w->job->db, series->series_id, s->year, w->import_id, v, &change,
			&stored, err))
		return -1;
	add_change(&w->counts, &change);
	return 0;
}

/* Series by series and year by year, so that rows of one series lie together in the file. */
static int
by_series(const void *a, const void *b, void *context)
{
	const struct figures *f = context;
	const struct figure_slice *x = &f->slices[*(const int *)a],
				  *y = &f->slices[*(const int *)b];

	return x->series != y->series ? (x->series < y->series ? -1 : 1) : x->year - y->year;
}

static int
write_slices(struct writing *w, const struct progress *progress, struct error *err)
{
	struct figures *f = w->f;
	int count = f->slice_count, failed = 0;
	int *order = memory_array((size_t)count + 1, sizeof *order);
	struct figure_zeros zeros = { 0 };
	struct vector v;

	for (int i = 0; i < count; i++)
		order[i] = i;
	qsort_r(order, (size_t)count, sizeof *order, by_series, f);
	vector_new(&v, f->slots);
	for (int i = 0; !failed && i < count; i++) {
		if (progress_step(progress, (double)i / count, _("Writing")))
			failed = error_set(err, ERROR_CANCEL,
				_("The import was cancelled; the database is as it was."));
		unpack(f, order[i], w->job->options.keep_zeros, &v,
			w->kind->doubt_zeros ? &zeros : NULL);
		failed = failed || write_slice(w, order[i], &v, err);
	}
	vector_release(&v);
	free(order);
	return failed ? -1 : 0;
}

int
figures_write(struct import_job *job, struct figures *f, const struct figure_kind *kind,
	const struct progress *progress, int64_t *import_id, struct error *err)
{
	struct writing w = { .job = job, .f = f, .kind = kind, .counts = job->preview.counts };

	*import_id = 0;
	w.counts.new_values = w.counts.changed = w.counts.same = 0;
	/* A colleague may have added units or series since the preview. */
	if (figures_match(f, &job->units, job->file.name, err) || find_series(job, f, kind, err) ||
		add_units(&w, true, err) || write_slices(&w, progress, err))
		return -1;
	if (!w.import_id)
		return 0;
	if (add_units(&w, false, err) || import_finish(job->db, w.import_id, &w.counts, err))
		return -1;
	*import_id = w.import_id;
	return 0;
}
