/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export answers, export codebook: what keyed forms say, for analysis. */
#include "config.h"

#include "commands/given.h"

#include "base/i18n.h"
#include "exchange/answers.h"
#include "exchange/dataset_write.h"

#include <string.h>
#include <strings.h>

static const char *
path_of(const struct run *run)
{
	return run->arguments->operand_count > 1 ? run->arguments->operands[1]
						 : run_option(run, OPTION_OUTPUT);
}

static bool
is_file(const char *path)
{
	return path && strcmp(path, "-") != 0;
}

/* Statistics programs want numbers; words come in again. */
static bool
is_coded(const struct run *run, const char *path)
{
	size_t length = path ? strlen(path) : 0;

	return run_option(run, OPTION_CODED) ||
	       (path && dataset_is_data(path) && strcasecmp(path + length - 4, ".csv") != 0);
}

/* ---- words ---- */

static int
write_words(struct run *run, const struct wave *wave, const char *path, struct error *err)
{
	const char *format = run_option(run, OPTION_FORMAT);
	const struct answers_export options = {
		.numbers = run_option(run, OPTION_NUMBERS) != NULL,
		.texts = run_option(run, OPTION_TEXTS) != NULL,
		.unweighted = run_option(run, OPTION_UNWEIGHTED) != NULL,
		.polish = format && !strcmp(format, "csv-pl"),
	};
	struct output *out;
	long forms = 0;

	if (is_file(path) && !dataset_is_data(path))
		return dataset_refuse_name(path, err);
	if (run_output(run, path, &out, err))
		return -1;
	if (answers_write(run->db, wave, &options, out, &run->progress, &forms, err)) {
		progress_clear();
		output_abort(out);
		return -1;
	}
	progress_clear();
	if (forms == 0 && is_file(path)) {
		output_abort(out);
		return error_set(err, ERROR_INPUT,
			_("The wave %s has no keyed forms yet, so no file was written. Which "
			  "columns a file of answers has to have is printed by: gromada export "
			  "answers %s"),
			wave->code, wave->code);
	}
	if (output_commit(out, err))
		return -1;
	if (is_file(path))
		run_say(P_("%ld form of the wave %s was written to %s.",
				"%ld forms of the wave %s were written to %s.",
				(unsigned long)forms),
			forms, wave->code, path);
	return 0;
}

/* ---- numbers ---- */

static int
load_dataset(struct run *run, struct wave *wave, struct wave_columns *columns, struct dataset *d,
	struct error *err)
{
	const struct dataset_options options = {
		.numbers = run_option(run, OPTION_NUMBERS) != NULL,
		.texts = run_option(run, OPTION_TEXTS) != NULL,
		.unweighted = run_option(run, OPTION_UNWEIGHTED) != NULL,
	};
	int result = wave_columns_open(run->db, wave, i18n_code(), &run->arena, columns, err);

	if (result == 0)
		result = dataset_load(columns, &options, &run->progress, d, err);
	progress_clear();
	return result;
}

static void
say_remarks(const struct dataset *d, const struct dataset_written *written)
{
	const char *const *list;
	int count = dataset_remarks(d, written, &list);

	for (int i = 0; i < count; i++)
		run_say("%s", list[i]);
}

static int
write_numbers(struct run *run, struct wave *wave, const char *path, struct error *err)
{
	bool force = run_option(run, OPTION_FORCE) != NULL;
	struct dataset_written written;
	struct wave_columns columns;
	struct dataset d;
	int result;

	if (!is_file(path))
		return error_set(err, ERROR_INPUT,
			_("Coded answers are several files; name the first: export answers %s "
			  "FILE.csv --coded."),
			wave->code);
	if (load_dataset(run, wave, &columns, &d, err))
		return -1;
	result = dataset_write(&d, run->db, path, force, &run->progress, &written, err);
	progress_clear();
	if (result)
		return run_advise_force(err);
	run_say(P_("%ld form of the wave %s was written to %s.",
			"%ld forms of the wave %s were written to %s.", (unsigned long)d.rows),
		(long)d.rows, wave->code, path);
	say_remarks(&d, &written);
	return 0;
}

int
command_export_answers(struct run *run, struct error *err)
{
	const char *path = path_of(run);
	struct wave wave;

	if (given_wave(run, run->arguments->operands[0], &wave, err))
		return -1;
	return is_coded(run, path) ? write_numbers(run, &wave, path, err)
				   : write_words(run, &wave, path, err);
}

int
command_export_codebook(struct run *run, struct error *err)
{
	const char *path = run->arguments->operands[1];
	struct dataset_written written;
	struct wave_columns columns;
	struct dataset d;
	struct wave wave;

	if (given_wave(run, run->arguments->operands[0], &wave, err) ||
		load_dataset(run, &wave, &columns, &d, err))
		return -1;
	if (dataset_book_write(
		    &d, run->db, path, run_option(run, OPTION_FORCE) != NULL, &written, err))
		return run_advise_force(err);
	run_say(P_("The code book of %d variable was written to %s.",
			"The code book of %d variables was written to %s.", (unsigned long)d.count),
		d.count, path);
	say_remarks(&d, &written);
	return 0;
}
