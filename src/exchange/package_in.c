/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An exchange package that came: opened, checked whole, compared with what is here, and taken over
 * in one transaction, cards and values with it. */
#include "config.h"

#include "exchange/package_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "model/packages/package_office.h"

#include <stdlib.h>
#include <string.h>

struct package_in {
	struct package_manifest manifest;
	struct package_from from;
	struct package_rows rows;
	const char **cards; /* codes that the catalogue brings, in order */
	int card_count;
	struct package_nested catalogue, values;
	struct package_sifted sifted; /* of the values */
	long taken_back;              /* results of surveys that it does not name any more */
	struct package_form form;
};

static int
read_manifest(struct package_in *p, struct import_job *job, struct unzip *z, struct error *err)
{
	struct input *in = NULL;
	char *bytes = NULL;
	size_t size;
	int result = package_entry(z, NULL, PACKAGE_MANIFEST, &bytes, &size, err);

	if (result == 0)
		result = input_open_memory(&in, PACKAGE_MANIFEST, bytes, size, ENCODING_UTF8, err);
	if (result == 0)
		result = package_manifest_read(in, &job->arena, &p->manifest, err);
	input_close(in);
	free(bytes);
	return result;
}

static int
read_records(struct package_in *p, struct import_job *job, struct unzip *z, struct error *err)
{
	struct input *in = NULL;
	char *bytes = NULL;
	size_t size;
	int result = package_entry(z, &p->manifest, PACKAGE_RECORDS, &bytes, &size, err);

	if (result == 0)
		result = input_open_memory(&in, PACKAGE_RECORDS, bytes, size, ENCODING_UTF8, err);
	if (result == 0)
		result = package_read_xml(job->db, in, &job->arena, &p->rows, err);
	if (result == 0)
		result = package_take_format(
			job->db, p->manifest.format, &p->rows, &job->arena, err);
	input_close(in);
	free(bytes);
	return result;
}

/* ---- cards and values: what other kinds of import read ---- */

static void
start_nested(struct package_nested *n, const struct package_in *p, const struct import_job *job,
	const struct import_ops *ops, const char *name)
{
	n->ops = ops;
	n->job = (struct import_job){ .db = job->db,
		.file = job->file,
		.path = name,
		.outer_name = name,
		.head = "",
		.units = job->units };
	n->job.file.name = name;
	n->job.file.kind = import_package.name;
	n->job.file.source = p->manifest.office.name;
	n->job.file.sha256 = "";
	n->job.preview.file_name = name;
	n->job.options = (struct import_options){ .new_indicators = true,
		.package = true,
		.keep_zeros = true,
		.made_up = p->manifest.made_up,
		.source = p->manifest.office.name };
}

static bool
has_rows(const char *bytes, size_t size)
{
	const char *line = memchr(bytes, '\n', size);

	return line && line + 1 < bytes + size;
}

static int
read_nested(struct package_nested *n, const struct progress *progress, struct error *err)
{
	struct input *in;
	int result;

	n->there = has_rows(n->bytes, n->size);
	if (!n->there)
		return 0;
	if (input_open_memory(&in, n->job.path, n->bytes, n->size, ENCODING_UTF8, err) < 0)
		return -1;
	result = n->ops->read(&n->job, in, progress, err);
	input_close(in);
	return result;
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* First fields of the catalogue's lines: codes, which never hold a quote or a semicolon. */
static void
note_cards(struct package_in *p, struct import_job *job)
{
	const char *at = p->catalogue.bytes, *end = at + p->catalogue.size;
	size_t room = 0;

	while (at && at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		const char *first = at + (*at == '"');
		size_t length = strcspn(first, "\";\n");

		p->cards = arena_grow(
			&job->arena, p->cards, (size_t)p->card_count, &room, sizeof(*p->cards));
		p->cards[p->card_count++] =
			arena_format(&job->arena, "%.*s", length > 64 ? 64 : (int)length, first);
		at = stop ? stop + 1 : NULL;
	}
	if (p->card_count)
		qsort(p->cards, (size_t)p->card_count, sizeof(*p->cards), by_text);
}

static int
read_figures(struct package_in *p, struct import_job *job, struct unzip *z,
	const struct progress *progress, struct error *err)
{
	start_nested(&p->catalogue, p, job, &import_catalogue, PACKAGE_CATALOGUE);
	start_nested(&p->values, p, job, &import_values, PACKAGE_VALUES);
	if (package_entry(z, &p->manifest, PACKAGE_CATALOGUE, &p->catalogue.bytes,
		    &p->catalogue.size, err) < 0 ||
		package_entry(z, &p->manifest, PACKAGE_VALUES, &p->values.bytes, &p->values.size,
			err) < 0)
		return -1;
	note_cards(p, job);
	if (package_values_sift(job, p->values.bytes, &p->values.size, &p->sifted, err) < 0 ||
		package_values_take_back(job, &p->from, &p->rows, &p->values, &p->taken_back, err) <
			0)
		return -1;
	return read_nested(&p->catalogue, progress, err) < 0 ||
			       read_nested(&p->values, progress, err) < 0
		       ? -1
		       : 0;
}

static int
read_zip(struct package_in *p, struct import_job *job, struct unzip *z,
	const struct progress *progress, struct error *err)
{
	if (read_manifest(p, job, z, err) < 0 ||
		package_manifest_check(
			job->db, &job->units, &p->manifest, &p->from, &job->arena, err) < 0 ||
		read_records(p, job, z, err) < 0)
		return -1;
	job->file.source = p->manifest.office.name;
	job->file.data_date = p->manifest.made_at;
	job->file.made_up = p->manifest.made_up;
	return read_figures(p, job, z, progress, err) < 0 ||
			       package_form_read(z, &p->manifest, &job->arena, &p->form, err) < 0
		       ? -1
		       : 0;
}

/* No zip file; or there is no file, or it may not be read, which input_open() says. */
static int
refuse_file(struct import_job *job, struct error *err)
{
	struct input *in;

	if (input_open(&in, job->path, ENCODING_UTF8, err) < 0)
		return -1;
	input_close(in);
	return error_set(err, ERROR_INPUT,
		_("%s is no package: it cannot be opened as a zip file."), job->file.name);
}

static int
read(struct import_job *job, struct input *in, const struct progress *progress, struct error *err)
{
	struct package_in *p = memory_new(sizeof(*p));
	struct unzip *z;
	int result;

	(void)in;
	job->data = p;
	z = package_open(job->path);
	if (!z)
		return refuse_file(job, err);
	result = read_zip(p, job, z, progress, err);
	unzip_close(z);
	return result;
}

/* ---- comparing ---- */

static void
say_noun(struct import_job *job, int noun, const long *fates, long withdrawn)
{
	if (fates[PACKAGE_NEW] || fates[PACKAGE_CHANGED])
		import_remark(job, REMARK_NOTE, 0, _("%s: new %ld, changed %ld."),
			package_noun_label(noun), fates[PACKAGE_NEW], fates[PACKAGE_CHANGED]);
	if (withdrawn)
		import_remark(job, REMARK_NOTE, 0,
			_("%s: %ld that came before are not in this package any more; the sender "
			  "took them back, and so are they here."),
			package_noun_label(noun), withdrawn);
	if (fates[PACKAGE_OLDER])
		import_remark(job, REMARK_SKIPPED, 0,
			_("%s: %ld are older than what is here and stay out."),
			package_noun_label(noun), fates[PACKAGE_OLDER]);
}

static void
count_rows(struct import_job *job, struct package_in *p)
{
	struct import_counts *c = &job->preview.counts;
	int i = 0;

	for (int noun = 0; noun < package_noun_count(); noun++) {
		long fates[PACKAGE_FATES] = { 0 }, withdrawn = 0;

		for (; i < p->rows.count && p->rows.rows[i].noun == noun; i++) {
			const struct package_row *row = &p->rows.rows[i];

			fates[row->fate]++;
			withdrawn += row->withdrawn && row->fate == PACKAGE_CHANGED;
			if (row->fate == PACKAGE_REFUSED)
				import_remark(job, REMARK_SKIPPED, 0, "%s: %s.",
					package_noun_label(noun), row->reason);
			else if (row->note && row->fate != PACKAGE_OLDER)
				import_remark(job, REMARK_NOTE, 0, "%s", row->note);
		}
		c->new_values += fates[PACKAGE_NEW];
		c->changed += fates[PACKAGE_CHANGED];
		c->same += fates[PACKAGE_SAME] + fates[PACKAGE_OURS] + fates[PACKAGE_GONE];
		c->skipped += fates[PACKAGE_OLDER] + fates[PACKAGE_REFUSED];
		say_noun(job, noun, fates, withdrawn);
	}
	c->rows += p->rows.count;
}

/* Rows that stand in none of the counts are those that only say why there is no value. */
static void
say_bare(struct import_job *job, const struct import_counts *c)
{
	long bare = c->rows - c->new_values - c->changed - c->same - c->skipped;
	char number[32];

	if (bare > 0)
		import_remark(job, REMARK_NOTE, 0,
			P_("%s row brings no value.", "%s rows bring no value.",
				(unsigned long)bare),
			number_format(number, sizeof(number), (double)bare, 0));
}

static int
add_nested(struct import_job *job, struct package_nested *n, const char *label, struct error *err)
{
	const struct import_counts *from = &n->job.preview.counts;
	struct import_counts *c = &job->preview.counts;

	/* An older package's figures would lie over the newer ones. */
	if (!n->there || ((const struct package_in *)job->data)->from.older)
		return 0;
	import_remarks_clear(&n->job);
	if (n->ops->compare(&n->job, err) < 0)
		return -1;
	c->rows += from->rows;
	c->new_values += from->new_values;
	c->changed += from->changed;
	c->same += from->same;
	c->skipped += from->skipped;
	if (from->units > c->units)
		c->units = from->units;
	if (from->new_values || from->changed)
		import_remark(job, REMARK_NOTE, 0, _("%s: new %ld, changed %ld."), label,
			from->new_values, from->changed);
	say_bare(job, from);
	return 0;
}

static void
title(struct import_job *job, const struct package_manifest *m)
{
	char when[32];

	job->preview.kind = IMPORT_PACKAGE;
	job->preview.title = arena_format(&job->arena, _("Package of the exchange group %s (%s)"),
		m->group_code, m->group_name);
	job->preview.sample_header = arena_format(&job->arena,
		m->contacts ? _("from %s, made %s, with contact data")
			    : _("from %s, made %s, without contact data"),
		m->office.name, clock_local(when, sizeof(when), m->made_at));
}

/* What package_values_sift() left out when the file was read. */
static void
say_sifted(struct import_job *job, const struct package_sifted *s)
{
	char number[32];

	if (s->units)
		import_remark(job, REMARK_SKIPPED, 0,
			_("%s values are of units that the register here does not hold."),
			number_format(number, sizeof(number), (double)s->units, 0));
	if (s->taken)
		import_remark(job, REMARK_NOTE, 0,
			_("%s values stay out: this office has the indicator from its own files, "
			  "computes it or keys it."),
			number_format(number, sizeof(number), (double)s->taken, 0));
	job->preview.counts.rows += s->units;
	job->preview.counts.skipped += s->units;
}

/* Those who came with an earlier package and are no rows of this one. */
static int
count_people(struct import_job *job, const struct package_in *p, struct error *err)
{
	int64_t staying;

	if (package_people_staying(job->db, &p->from, &staying, err) < 0)
		return -1;
	if (staying)
		import_remark(job, REMARK_NOTE, 0,
			P_("This package brings no contact data: %ld person who came with an "
			   "earlier one stays.",
				"This package brings no contact data: %ld people who came with an "
				"earlier one stay.",
				(unsigned long)staying),
			(long)staying);
	return 0;
}

static int
compare(struct import_job *job, struct error *err)
{
	struct package_in *p = job->data;
	char words[512];

	title(job, &p->manifest);
	job->preview.counts = (struct import_counts){ 0 };
	if (package_judge(job->db, &p->from, &p->rows, p->cards, p->card_count, &job->arena, err) <
		0)
		return -1;
	count_rows(job, p);
	import_remark(job, REMARK_NOTE, 0, _("In it: %s."),
		package_rows_words(words, sizeof(words), &p->rows));
	if (p->rows.sheets)
		import_remark(job, REMARK_NOTE, 0, _("Sheets new or changed: %s."), p->rows.sheets);
	if (count_people(job, p, err) < 0)
		return -1;
	say_sifted(job, &p->sifted);
	if (p->taken_back)
		import_remark(job, REMARK_NOTE, 0,
			_("%s: %ld that came before are not in this package any more; the sender "
			  "took them back, and so are they here."),
			_("results of surveys"), p->taken_back);
	if (p->from.older)
		import_remark(job, REMARK_WARNING, 0,
			_("A newer package of this office was taken over already; what it brought "
			  "is not overwritten."));
	return package_form_compare(job->db, &p->form, job, err) < 0 ||
			       add_nested(job, &p->catalogue, _("cards of indicators"), err) < 0 ||
			       add_nested(job, &p->values, _("values"), err) < 0
		       ? -1
		       : 0;
}

/* ---- writing ---- */

static int
write_nested(struct import_job *job, struct package_nested *n, int64_t import_id,
	const struct progress *progress, struct error *err)
{
	int64_t id;

	if (!n->there || ((const struct package_in *)job->data)->from.older)
		return 0;
	n->job.units = job->units; /* they may have been loaded anew */
	n->job.file.entry = import_id;
	return n->ops->write(&n->job, progress, &id, err);
}

static int
write_all(struct import_job *job, int64_t id, const struct progress *progress, struct error *err)
{
	struct package_in *p = job->data;

	for (int i = 0; i < p->manifest.known_count; i++)
		if (strcmp(p->manifest.known[i].uid, p->from.our_uid) &&
			partner_office_name(job->db, &p->manifest.known[i], err) < 0)
			return -1;
	if (write_nested(job, &p->catalogue, id, progress, err) < 0 ||
		package_put(job->db, id, &p->from, &p->rows, err) < 0 ||
		write_nested(job, &p->values, id, progress, err) < 0 ||
		package_form_save(job->db, &p->form, id, err) < 0)
		return -1;
	db_act_entity(job->db, id);
	return import_finish(job->db, id, &job->preview.counts, err);
}

static int
write(struct import_job *job, const struct progress *progress, int64_t *import_id,
	struct error *err)
{
	struct package_in *p = job->data;
	const struct import_counts *c = &job->preview.counts;
	int64_t id;

	*import_id = 0;
	import_remarks_clear(job);
	/* The database may have moved since the preview. */
	if (package_manifest_check(job->db, &job->units, &p->manifest, &p->from, &job->arena, err) <
			0 ||
		compare(job, err) < 0)
		return -1;
	if (c->new_values + c->changed == 0)
		return 0;
	id = import_begin(job->db, &job->file, err);
	if (id < 0 || write_all(job, id, progress, err) < 0)
		return -1;
	*import_id = id;
	return 0;
}

static void
release_nested(struct package_nested *n)
{
	if (n->ops)
		n->ops->release(&n->job);
	arena_release(&n->job.arena);
	free(n->bytes);
}

static void
release(struct import_job *job)
{
	struct package_in *p = job->data;

	if (!p)
		return;
	release_nested(&p->catalogue);
	release_nested(&p->values);
	free(p);
	job->data = NULL;
}

static int
recognise(const char *head, const char *file_name)
{
	(void)head;
	(void)file_name;
	return 0; /* package_looks_like() looks into the zip */
}

const struct import_ops import_package = { IMPORT_PACKAGE, "package", N_("Exchange package"),
	recognise, read, compare, write, release };
