/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door for files: finds the kind, reads, compares, and writes in one transaction. */
#include "config.h"

#include "exchange/importer.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "base/text.h"
#include "exchange/answers_parts.h"
#include "exchange/bdl.h"
#include "exchange/kind.h"
#include "exchange/package.h"
#include "exchange/strategy_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEAD_SIZE = 4096 };

struct importer {
	struct import_job job;
	const struct import_ops *ops;
	int64_t state; /* of the database when the file was compared */
};

static const struct import_ops *const kinds[] = {
	[IMPORT_TERYT] = &import_teryt,
	[IMPORT_CHANGES] = &import_changes,
	[IMPORT_BDL] = &import_bdl,
	[IMPORT_VALUES] = &import_values,
	[IMPORT_CATALOGUE] = &import_catalogue,
	[IMPORT_ANSWERS] = &import_answers,
	[IMPORT_SHEET] = &import_sheet,
	[IMPORT_PACKAGE] = &import_package,
	[IMPORT_AREAS] = &import_areas,
	[IMPORT_TYPES] = &import_types,
	[IMPORT_STRATEGY] = &import_strategy,
	[IMPORT_ROUND] = &import_round,
};

const char *
import_kind_name(enum import_kind kind)
{
	return kind == IMPORT_DETECT ? "" : kinds[kind]->name;
}

const char *
import_kind_label(enum import_kind kind)
{
	return kind == IMPORT_DETECT ? "" : _(kinds[kind]->label);
}

/* ---- reading ---- */

/* Every refusal of a file begins with its name. */
static int
name_file(struct error *err, const char *name)
{
	char text[sizeof(err->text)];
	size_t length = strlen(name);

	if (!err || err->code == ERROR_CANCEL || strstr(err->text, name) || length > 200)
		return -1;
	snprintf(text, sizeof(text), "%s: %.*s", name, (int)(sizeof(text) - length - 3), err->text);
	text_copy(err->text, sizeof(err->text), text);
	return -1;
}

static int
read_head(const char *path, enum encoding encoding, char *head, struct error *err)
{
	struct input *in;
	size_t used = 0;
	long got;

	if (input_open(&in, path, encoding, err) < 0)
		return -1;
	input_skip_sha256(in);
	while (used + 16 < HEAD_SIZE) {
		got = input_read(in, head + used, HEAD_SIZE - 1 - used, err);
		if (got <= 0)
			break;
		used += (size_t)got;
	}
	input_close(in);
	head[used] = '\0';
	return got < 0 ? -1 : 0;
}

static const struct import_ops *
detect(const char *path, const char *head, struct error *err)
{
	char line[200], first[64];
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	size_t length;

	if (import_strategy.recognise(head, name)) /* has the columns of a catalogue too */
		return &import_strategy;
	for (size_t i = IMPORT_TERYT; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (kinds[i]->recognise(head, name))
			return kinds[i];
	length = strcspn(head, "\r\n");
	text_copy(first, length < 60 ? length + 1 : 61, head);
	text_clean(line, sizeof(line), first);
	if (length > 60)
		strcat(line, "…");
	error_at(err, ERROR_INPUT, 1, 0,
		_("%s: line 1 is “%s”, the header of no file that gromada "
		  "knows. It reads registers TERC, lists of changes, BDL exports (TAB and REL), "
		  "values "
		  "(unit;indicator;year;value;flag) and catalogues (code;name;…)."),
		name, line);
	return NULL;
}

static void
take_options(struct import_job *job, const struct import_options *options)
{
	static const struct import_options none;

	job->options = options ? *options : none;
	if (job->options.subgroup)
		job->options.subgroup = arena_string(&job->arena, job->options.subgroup);
	if (job->options.source)
		job->options.source = arena_string(&job->arena, job->options.source);
	if (job->options.wave)
		job->options.wave = arena_string(&job->arena, job->options.wave);
	if (job->options.sheet_group)
		job->options.sheet_group = arena_string(&job->arena, job->options.sheet_group);
	if (job->options.sheet_unit)
		job->options.sheet_unit = arena_string(&job->arena, job->options.sheet_unit);
	if (job->options.mode)
		job->options.mode = arena_string(&job->arena, job->options.mode);
	job->file.made_up = job->options.made_up;
}

static const char *
encoding_name(enum encoding encoding)
{
	return encoding == ENCODING_CP1250      ? "cp1250"
	       : encoding == ENCODING_ISO8859_2 ? "iso-8859-2"
						: "utf-8";
}

/* What is known before the file is opened. */
static void
name_job(struct importer *im, const char *outer, const char *inner)
{
	struct import_job *job = &im->job;

	job->outer_name = arena_string(&job->arena, outer);
	job->file.kind = im->ops->name;
	job->file.name = job->outer_name;
	job->file.inner_name = strcmp(inner, outer) ? arena_string(&job->arena, inner) : "";
	job->file.data_date = "";
	job->file.source = "";
	job->preview.kind = im->ops->kind;
	job->preview.file_name = job->outer_name;
	job->preview.title = _(im->ops->label);
}

static int
hash_file(struct import_job *job, const char *path, struct error *err)
{
	struct sha256 *sum;
	char bytes[65536], hex[SHA256_HEX];
	FILE *in = fopen(path, "rb");
	size_t got;

	if (!in)
		return error_set(err, ERROR_IO, _("%s cannot be read: %s."), job->file.name,
			error_reason(errno));
	sum = sha256_new();
	while ((got = fread(bytes, 1, sizeof(bytes), in)) > 0) {
		sha256_update(sum, bytes, got);
		job->file.size += (int64_t)got;
	}
	sha256_finish(sum, hex);
	got = (size_t)ferror(in);
	fclose(in);
	if (got)
		return error_set(err, ERROR_IO, _("%s cannot be read to its end."), job->file.name);
	job->file.sha256 = arena_string(&job->arena, hex);
	return 0;
}

static int
read_workbook(
	struct importer *im, const char *path, const struct progress *progress, struct error *err)
{
	const char *slash = strrchr(path, '/');
	char name[256];

	text_clean(name, sizeof(name), slash ? slash + 1 : path);
	name_job(im, name, name);
	im->job.file.encoding = im->job.preview.encoding = encoding_name(ENCODING_UTF8);
	return im->ops->read(&im->job, NULL, progress, err) < 0 ? -1
								: hash_file(&im->job, path, err);
}

static int
read_file(struct importer *im, const char *path, const struct progress *progress, struct error *err)
{
	struct import_job *job = &im->job;
	struct input *in;
	char outer[256], inner[256], rest[65536];
	long got;
	int result;

	if (im->ops->kind == IMPORT_PACKAGE ||
		((im->ops->kind == IMPORT_ANSWERS || im->ops->kind == IMPORT_SHEET ||
			 im->ops->kind == IMPORT_ROUND || im->ops->kind == IMPORT_STRATEGY) &&
			answers_is_workbook(path)))
		return read_workbook(im, path, progress, err);
	if (input_open(&in, path, job->options.encoding, err) < 0)
		return -1;
	text_clean(outer, sizeof(outer), input_outer_name(in));
	text_clean(inner, sizeof(inner), input_name(in));
	name_job(im, outer, inner);
	result = im->ops->read(job, in, progress, err);
	/* The checksum is of the whole file, so its end must have been seen. */
	while (result == 0 && (got = input_read(in, rest, sizeof(rest), err)) != 0)
		result = got < 0 ? -1 : 0;
	if (result == 0) {
		job->file.sha256 = arena_string(&job->arena, input_sha256(in));
		job->file.size = input_size(in);
		job->file.encoding = encoding_name(input_encoding(in));
		job->preview.encoding = job->file.encoding;
	}
	input_close(in);
	return result;
}

/* What it brought may have been changed or taken away here since. */
static const char *
say_same(struct import_job *job, const struct import_entry *e)
{
	const struct import_counts *c = &job->preview.counts;
	char when[32];

	return arena_format(&job->arena,
		c->new_values + c->changed == 0
			? _("The same file was imported on %s (number %lld in the list of imports) "
			    "and is in force; importing it again changes nothing.")
			: _("The same file was imported on %s (number %lld in the list of imports) "
			    "and is in force, but not all that it brought stands here any more; "
			    "importing it again brings that back."),
		clock_local(when, sizeof(when), e->imported_at), (long long)e->id);
}

static int
look_for_same(struct import_job *job, struct error *err)
{
	struct arena arena = { 0 };
	struct import_entry *list;
	int64_t id;
	int count, result;

	job->preview.already = NULL;
	if (import_by_checksum(job->db, job->file.sha256, job->file.kind, &id, err) < 0)
		return -1;
	if (id == 0)
		return 0;
	result = import_list(job->db, &arena, &list, &count, err);
	for (int i = 0; i < count && result == 0; i++)
		if (list[i].id == id)
			job->preview.already = say_same(job, &list[i]);
	arena_release(&arena);
	return result;
}

static int
compare(struct importer *im, struct error *err)
{
	struct import_job *job = &im->job;

	if (job->fault_count) {
		import_faults_tell(job);
		return 0;
	}
	if (im->ops->compare(job, err) < 0)
		return -1;
	if (job->options.source)
		job->file.source = job->options.source;
	return look_for_same(job, err);
}

static int
open_job(struct importer *im, const char *path, const struct progress *progress, struct error *err)
{
	struct import_job *job = &im->job;

	if (import_state(job->db, &im->state, err) < 0 ||
		unit_table_load(job->db, &job->units, err) < 0)
		return -1;
	return read_file(im, path, progress, err) < 0 || compare(im, err) < 0 ? -1 : 0;
}

int
importer_read(struct importer **out, struct db *db, enum import_kind kind, const char *path,
	const struct import_options *options, const struct progress *progress, struct error *err)
{
	struct error local = { .code = ERROR_NONE };
	struct error *told = err ? err : &local;
	const char *slash = strrchr(path, '/');
	struct importer *im = memory_new(sizeof(*im));
	char *head = arena_new(&im->job.arena, HEAD_SIZE);

	*out = NULL;
	im->job.db = db;
	take_options(&im->job, options);
	im->job.head = head;
	im->job.path = arena_string(&im->job.arena, path);
	if (kind == IMPORT_DETECT && package_looks_like(path))
		kind = IMPORT_PACKAGE;
	if (kind == IMPORT_DETECT && strategy_file_is_workbook(path))
		kind = IMPORT_STRATEGY;
	if (kind == IMPORT_ANSWERS || kind == IMPORT_SHEET || kind == IMPORT_PACKAGE ||
		kind == IMPORT_ROUND || (kind == IMPORT_STRATEGY && answers_is_workbook(path)) ||
		read_head(path, im->job.options.encoding, head, told) == 0)
		im->ops = kind == IMPORT_DETECT ? detect(path, head, told) : kinds[kind];
	if (!im->ops || open_job(im, path, progress, told) < 0) {
		importer_free(im);
		return name_file(told, slash ? slash + 1 : path);
	}
	*out = im;
	return 0;
}

const struct import_preview *
importer_preview(const struct importer *importer)
{
	return &importer->job.preview;
}

const struct import_job *
importer_job(const struct importer *importer)
{
	return &importer->job;
}

int
importer_decide(struct importer *im, const struct import_options *options, struct error *err)
{
	take_options(&im->job, options);
	import_remarks_clear(&im->job);
	if (compare(im, err) < 0)
		return name_file(err, im->job.file.name);
	return 0;
}

/* ---- writing ---- */

struct writing {
	struct importer *im;
	const struct progress *progress;
	int64_t import_id;
	bool nothing; /* rolled back because nothing was new */
};

static int
write_file(struct db *db, void *context, struct error *err)
{
	struct writing *w = context;
	struct import_job *job = &w->im->job;
	int64_t state;

	if (import_state(db, &state, err) < 0)
		return -1;
	if (state != w->im->state) { /* a colleague was busy between the preview and now */
		unit_table_release(&job->units);
		if (unit_table_load(db, &job->units, err) < 0)
			return -1;
	}
	if (w->im->ops->write(job, w->progress, &w->import_id, err) < 0)
		return -1;
	w->nothing = w->import_id == 0;
	return w->nothing ? -1 : 0;
}

/* What keeps the file from being written until the person decides. */
static int
refuse_undecided(const struct import_job *job, struct error *err)
{
	const struct import_preview *p = &job->preview;

	if (p->refused)
		return error_set(err, ERROR_INPUT, "%s", p->refused);
	if (p->needs_subgroup)
		return error_set(err, ERROR_INPUT,
			_("%s: the name of the file does not say which BDL "
			  "subgroup it holds; give its number, for example 2137."),
			job->file.name);
	if (p->needs_mapping)
		return error_set(err, ERROR_INPUT,
			P_("%s: %d column is no question of the questionnaire. Say what it is, or "
			   "leave it out.",
				"%s: %d columns are no questions of the questionnaire. Say what "
				"they are, or leave them out.",
				(unsigned long)p->needs_mapping),
			job->file.name, p->needs_mapping);
	if (p->bad_rows && !job->options.skip_bad)
		return error_set(err, ERROR_INPUT,
			P_("%s: %d row cannot be taken. Correct it, or have the other rows taken "
			   "without it.",
				"%s: %d rows cannot be taken. Correct them, or have the other rows "
				"taken without them.",
				(unsigned long)p->bad_rows),
			job->file.name, p->bad_rows);
	return 0;
}

int
importer_write(
	struct importer *im, const struct progress *progress, int64_t *import_id, struct error *err)
{
	struct writing w = { .im = im, .progress = progress };
	struct db_act act = {
		.action = "import", .entity = "import", .summary = im->job.file.name
	};
	int result;

	*import_id = 0;
	if (refuse_undecided(&im->job, err) < 0)
		return -1;
	result = db_write(im->job.db, &act, write_file, &w, err);
	if (w.nothing)
		return 0;
	if (result < 0)
		return name_file(err, im->job.file.name);
	*import_id = w.import_id;
	return 0;
}

void
importer_free(struct importer *im)
{
	if (!im)
		return;
	if (im->ops)
		im->ops->release(&im->job);
	unit_table_release(&im->job.units);
	arena_release(&im->job.arena);
	free(im);
}
