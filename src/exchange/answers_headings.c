/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How columns and labels of the file were understood, for the person who decides. */
#include "config.h"

#include "exchange/answers_parts.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXAMPLES = 3 };

/* A few different texts of the column. */
static const char *
examples(const struct answers_column *c, struct arena *arena)
{
	char text[160] = "", clean[40], piece[40];
	size_t length = 0;
	int shown = 0;

	for (int i = 0; i < c->texts.count && shown < EXAMPLES; i++) {
		if (!c->texts.entries[i].length)
			continue;
		text_copy(piece, sizeof(piece), c->texts.entries[i].bytes);
		text_clean(clean, sizeof(clean), piece);
		length += (size_t)snprintf(text + length, sizeof(text) - length, "%s%s",
			shown++ ? "; " : "", clean);
	}
	return arena_string(arena, text);
}

void
answers_headings(const struct importer *importer, struct arena *arena,
	struct answers_heading **list, int *count)
{
	const struct answers_file *f = importer_job(importer)->data;

	*count = f->column_count;
	*list = arena_array(arena, (size_t)f->column_count + 1, sizeof(**list));
	for (int i = 0; i < f->column_count; i++) {
		const struct answers_column *c = &f->columns[i];
		const struct texts *label =
			c->question >= 0 ? &f->q.questions[c->question].label : NULL;

		(*list)[i] = (struct answers_heading){ .source = c->heading,
			.examples = examples(c, arena),
			.target = answers_target_name(f, c, arena),
			.label = label ? questionnaire_text(&f->q, label, f->q.language) : "",
			.role = c->role,
			.decided = c->decided };
	}
}

/* A text that names no choice, or one on which a person has decided. */
static bool
is_strange(const struct answers_file *f, const struct answers_column *c, int text,
	const char **target)
{
	const struct answer_mapping *m;

	*target = NULL;
	if (c->role != ANSWERS_VALUE || !question_has_choices(&f->q.questions[c->question]))
		return false;
	m = answers_mapping(
		f, f->q.questions[c->question].name, c->texts.entries[text].bytes);
	if (m)
		*target = m->target;
	return m || c->list[text].state == ANSWERS_STRANGE;
}

void
answers_labels(const struct importer *importer, struct arena *arena, struct answers_label **list,
	int *count)
{
	const struct answers_file *f = importer_job(importer)->data;
	size_t room = 0;

	*list = NULL;
	*count = 0;
	for (int i = 0; i < f->column_count; i++)
		for (int k = 0; k < f->columns[i].texts.count; k++) {
			const struct answers_column *c = &f->columns[i];
			const char *target;

			if (!is_strange(f, c, k, &target))
				continue;
			*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
			(*list)[(*count)++] = (struct answers_label){
				f->q.questions[c->question].name, c->texts.entries[k].bytes, target,
				c->list[k].count
			};
		}
}

const struct questionnaire *
answers_questionnaire(const struct importer *importer)
{
	const struct answers_file *f = importer_job(importer)->data;

	return &f->q;
}
