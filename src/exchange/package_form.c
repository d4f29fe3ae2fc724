/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questionnaire of a package: the sheets of XLSForm, taken over as a draft where this office
 * has none of its code. */
#include "config.h"

#include "exchange/package_parts.h"

#include "base/i18n.h"
#include "exchange/xlsform.h"

#include <stdlib.h>
#include <string.h>

const char *const package_form_parts[PACKAGE_FORM_PARTS] = { "questionnaire/survey.csv",
	"questionnaire/choices.csv", "questionnaire/settings.csv" };

int
package_form_write(struct db *db, const char *code,
	struct output *const out[PACKAGE_FORM_PARTS], struct error *err)
{
	struct xlsform_sheet sheets[XLSFORM_SHEETS];
	struct arena arena = { 0 };
	struct questionnaire q;
	int result = questionnaire_load(db, code, 0, &arena, &q, err);

	if (result == 0) {
		xlsform_sheets(&q, &arena, sheets);
		for (int i = 0; i < XLSFORM_SHEETS; i++)
			xlsform_write_sheet(&sheets[i], out[i]);
	}
	arena_release(&arena);
	return result;
}

/* The texts, which the caller frees. */
static int
read_texts(struct unzip *z, const struct package_manifest *m, char *bytes[PACKAGE_FORM_PARTS],
	struct xlsform_texts *texts, struct error *err)
{
	for (int i = 0; i < PACKAGE_FORM_PARTS; i++) {
		if (package_entry(z, m, package_form_parts[i], &bytes[i], &texts->size[i], err) < 0)
			return -1;
		texts->text[i] = bytes[i];
	}
	return 0;
}

int
package_form_read(struct unzip *z, const struct package_manifest *m, struct arena *arena,
	struct package_form *out, struct error *err)
{
	char *bytes[PACKAGE_FORM_PARTS] = { NULL };
	struct xlsform_texts texts = { .code = "questionnaire" };
	struct xlsform form;
	int result;

	out->there = package_part_sum(m, package_form_parts[0]) != NULL;
	if (!out->there)
		return 0;
	result = read_texts(z, m, bytes, &texts, err);
	if (result == 0)
		result = xlsform_read_texts(&texts, arena, &form, err);
	if (result == 0 && form.errors)
		result = xlsform_refuse(&form, err);
	if (result == 0)
		out->q = form.q;
	for (int i = 0; i < PACKAGE_FORM_PARTS; i++)
		free(bytes[i]);
	return result;
}

int
package_form_compare(struct db *db, struct package_form *form, struct import_job *job,
	struct error *err)
{
	struct questionnaire adopted = form->q;
	int version;
	bool same;

	form->fresh = false;
	if (!form->there)
		return 0;
	if (questionnaire_adopt(db, &adopted, &job->arena, &version, &same, err) < 0)
		return -1;
	form->fresh = version == 0;
	job->preview.counts.rows++;
	job->preview.counts.new_values += form->fresh;
	job->preview.counts.same += !form->fresh && same;
	job->preview.counts.skipped += !form->fresh && !same;
	if (form->fresh)
		import_remark(job, REMARK_NOTE, 0,
			_("The questionnaire %s comes along as a draft."), form->q.code);
	else if (!same)
		import_remark(job, REMARK_SKIPPED, 0,
			_("This office has a questionnaire %s of its own, which asks something "
			  "else; it stays."),
			form->q.code);
	return 0;
}

int
package_form_save(
	struct db *db, struct package_form *form, int64_t import_id, struct error *err)
{
	if (!form->there || !form->fresh)
		return 0;
	return questionnaire_save(db, &form->q, err) < 0 ||
			       package_note_questionnaire(db, import_id, form->q.id,
				       form->q.version_rev, err) < 0
		       ? -1
		       : 0;
}
