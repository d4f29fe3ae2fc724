/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export answers: what keyed forms say, for analysis. */
#include "config.h"

#include "commands/run.h"

#include "base/i18n.h"
#include "exchange/answers.h"

#include <string.h>

int
command_export_answers(struct run *run, struct error *err)
{
	const struct answers_export options = {
		.numbers = run_option(run, OPTION_NUMBERS) != NULL,
		.texts = run_option(run, OPTION_TEXTS) != NULL,
	};
	const char *path = run->arguments->operand_count > 1 ? run->arguments->operands[1]
							     : run_option(run, OPTION_OUTPUT);
	struct output *out;
	struct wave wave;
	long forms = 0;

	if (wave_by_code(run->db, run->arguments->operands[0], &wave, err))
		return -1;
	if (path && db_is_file(run->db, path))
		return error_set(err, ERROR_INPUT,
			_("%s is the database itself or belongs to it. Give another name."), path);
	if (output_open(&out, path ? path : "-", run_option(run, OPTION_FORCE) != NULL, err))
		return run_advise_force(err);
	if (answers_write(run->db, &wave, &options, out, &run->progress, &forms, err)) {
		progress_clear();
		output_abort(out);
		return -1;
	}
	progress_clear();
	if (output_commit(out, err))
		return -1;
	if (path && strcmp(path, "-") != 0)
		run_say(P_("%ld form of the wave %s was written to %s.",
				"%ld forms of the wave %s were written to %s.",
				(unsigned long)forms),
			forms, wave.code, path);
	return 0;
}
