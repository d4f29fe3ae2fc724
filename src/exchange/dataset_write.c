/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A data set as files: all of them or none. */
#include "config.h"

#include "exchange/dataset_write.h"

#include "base/i18n.h"
#include "exchange/codebook_ddi.h"
#include "exchange/dataset_csv.h"
#include "exchange/spss.h"
#include "exchange/triple_s.h"

#include <string.h>
#include <strings.h>

struct files { /* being written */
	const struct dataset *d;
	struct dataset_written *written;
	struct output *out[DATASET_FILES];
};

static bool
ends(const char *path, const char *ending)
{
	size_t length = strlen(path), end = strlen(ending);

	return length > end && strcasecmp(path + length - end, ending) == 0;
}

bool
dataset_is_data(const char *path)
{
	return ends(path, ".sav") || ends(path, ".dta") || ends(path, ".csv") || ends(path, ".sss");
}

int
dataset_refuse_name(const char *path, struct error *err)
{
	return error_set(err, ERROR_INPUT,
		_("The name %s does not say the form of the file; end it with .sav, .dta, "
		  ".csv or .sss."),
		path);
}

bool
dataset_is_book(const char *path)
{
	return ends(path, ".xml") || ends(path, ".sss") || ends(path, ".csv");
}

/* The path with another end in place of its four last letters. */
static const char *
beside(const struct files *f, const char *ending)
{
	const char *path = f->written->files[0];

	return arena_format(f->d->arena, "%.*s%s", (int)(strlen(path) - 4), path, ending);
}

static const char *
name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static int
open_file(struct files *f, struct db *db, const char *path, bool replace, struct error *err)
{
	int i = f->written->file_count;

	if (db && db_is_file(db, path))
		return error_set(err, ERROR_INPUT,
			_("%s is the database itself or belongs to it. Give another name."), path);
	if (output_open(&f->out[i], path, replace, err))
		return -1;
	f->written->files[i] = arena_string(f->d->arena, path);
	f->written->file_count++;
	return 0;
}

/* Everything is on the disk before the first file gets its name; the one asked for is the last. */
static int
finish(struct files *f, int result, struct error *err)
{
	int count = f->written->file_count, failed = -1;

	for (int i = 0; i < count && failed < 0; i++)
		if ((result == 0 || output_failed(f->out[i])) && output_settle(f->out[i]))
			failed = i;
	if (failed >= 0) {
		result = output_commit(f->out[failed], err); /* fails, and says why */
		f->out[failed] = NULL;
	}
	for (int i = count - 1; i >= 0; i--) {
		if (!f->out[i])
			continue;
		if (result == 0 && failed < 0)
			result = output_commit(f->out[i], err);
		else
			output_abort(f->out[i]);
	}
	return result == 0 && failed < 0 ? 0 : -1;
}

static int
write_data(struct files *f, const struct progress *progress, struct error *err)
{
	const char *path = f->written->files[0];
	struct data_cut *cut = &f->written->cut;

	if (ends(path, ".dta"))
		return stat_write(f->d, STAT_STATA, f->out[0], progress, cut, err);
	if (ends(path, ".sav")) {
		spss_syntax_write(f->d, name_of(path), false, f->out[1], NULL);
		return stat_write(f->d, STAT_SPSS, f->out[0], progress, cut, err);
	}
	if (ends(path, ".sss")) {
		triple_s_write(f->d, name_of(f->written->files[1]), true, f->out[0]);
		return triple_s_data_write(f->d, f->out[1], progress, err);
	}
	spss_syntax_write(f->d, name_of(path), true, f->out[1], cut);
	return dataset_csv_write(f->d, f->out[0], progress, err);
}

static bool
cuts_texts(const struct dataset *d, const char *path)
{
	if (!ends(path, ".sav") && !ends(path, ".dta"))
		return false;
	for (int i = 0; i < d->count; i++)
		if (d->variables[i].kind == DATA_TEXT && d->variables[i].width > DATA_TEXT_MOST)
			return true;
	return false;
}

int
dataset_write(const struct dataset *d, struct db *db, const char *path, bool replace,
	const struct progress *progress, struct dataset_written *written, struct error *err)
{
	struct files f = { .d = d, .written = written };
	int result;

	*written = (struct dataset_written){ .file_count = 0 };
	if (!dataset_is_data(path))
		return dataset_refuse_name(path, err);
	result = open_file(&f, db, path, replace, err);
	if (result == 0 && (ends(path, ".sav") || ends(path, ".csv")))
		result = open_file(&f, db, beside(&f, ".sps"), replace, err);
	if (result == 0 && ends(path, ".sss"))
		result = open_file(&f, db, beside(&f, ".csv"), replace, err);
	if (result == 0 && cuts_texts(d, path))
		result = open_file(
			&f, db, arena_format(d->arena, "%s.texts.csv", path), replace, err);
	if (result == 0)
		result = write_data(&f, progress, err);
	if (result == 0 && cuts_texts(d, path))
		dataset_texts_write(d, f.out[written->file_count - 1]);
	return finish(&f, result, err);
}

int
dataset_book_write(const struct dataset *d, struct db *db, const char *path, bool replace,
	struct dataset_written *written, struct error *err)
{
	struct files f = { .d = d, .written = written };

	*written = (struct dataset_written){ .file_count = 0 };
	if (!dataset_is_book(path))
		return error_set(err, ERROR_INPUT,
			_("The name %s does not say the form of the code book; end it with .xml "
			  "(DDI), .sss (Triple-S) or .csv."),
			path);
	if (open_file(&f, db, path, replace, err))
		return -1;
	if (ends(path, ".xml"))
		codebook_ddi_write(d, f.out[0]);
	else if (ends(path, ".sss"))
		triple_s_write(d, name_of(beside(&f, ".csv")), false, f.out[0]);
	else
		dataset_codebook_write(d, f.out[0]);
	return finish(&f, 0, err);
}

/* ---- what is told ---- */

enum { RENAMES_TOLD = 20 };

static int
tell_renames(const struct dataset *d, const char **list)
{
	int told = d->rename_count > RENAMES_TOLD ? RENAMES_TOLD : d->rename_count;

	for (int i = 0; i < told; i++)
		list[i] = arena_format(d->arena, _("The variable %s stands for %s."),
			d->renames[i].name, d->renames[i].wanted);
	if (d->rename_count > told)
		list[told++] = arena_format(d->arena,
			P_("%d more name was changed; the labels say what it stands for.",
				"%d more names were changed; the labels say what they stand for.",
				(unsigned long)(d->rename_count - RENAMES_TOLD)),
			d->rename_count - RENAMES_TOLD);
	return told;
}

int
dataset_remarks(const struct dataset *d, const struct dataset_written *w, const char *const **list)
{
	const char **lines =
		arena_array(d->arena, RENAMES_TOLD + DATASET_FILES + 4, sizeof(*lines));
	int count = 0;

	for (int i = 1; i < w->file_count; i++)
		lines[count++] = arena_format(d->arena, _("Beside it: %s."), name_of(w->files[i]));
	if (w->cut.labels)
		lines[count++] = arena_format(d->arena,
			P_("%d label was longer than the format takes and was cut.",
				"%d labels were longer than the format takes and were cut.",
				(unsigned long)w->cut.labels),
			w->cut.labels);
	if (w->cut.texts)
		lines[count++] = arena_format(d->arena,
			P_("%d open answer was longer than %d bytes and was cut; it stands whole "
			   "in %s.",
				"%d open answers were longer than %d bytes and were cut; they "
				"stand "
				"whole in %s.",
				(unsigned long)w->cut.texts),
			w->cut.texts, DATA_TEXT_MOST, name_of(w->files[w->file_count - 1]));
	count += tell_renames(d, lines + count);
	*list = lines;
	return count;
}
