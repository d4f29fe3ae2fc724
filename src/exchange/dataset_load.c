/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data set of an opened wave: all its columns, and what was asked for beside. */
#include "config.h"

#include "exchange/dataset.h"

#include "base/i18n.h"
#include "model/surveys/form_import.h"
#include "model/weights/weighting.h"

struct loading {
	struct wave_columns *w;
	const struct dataset_options *options;
	const struct progress *progress;
	struct dataset_source source;
};

static int
load_columns(struct loading *l, struct error *err)
{
	const struct answer_column **list;
	const char *const *names;
	int count;

	if (wave_column_names(l->w, &names, &count, err) < 0)
		return -1;
	list = arena_array(l->w->arena, (size_t)count + 1, sizeof(*list));
	for (int i = 0; i < count; i++) {
		if (progress_step(l->progress, (double)i / count, _("Reading answers")))
			return error_set(err, ERROR_CANCEL, _("Stopped."));
		if (wave_column(l->w, names[i], &list[i], err) < 0)
			return -1;
	}
	l->source.columns = list;
	l->source.column_count = count;
	return 0;
}

static int
load_texts(struct loading *l, struct error *err)
{
	const struct questionnaire *q = l->w->q;
	struct data_text *list =
		arena_array(l->w->arena, (size_t)q->question_count + 1, sizeof(*list));

	for (int i = 0; i < q->question_count; i++) {
		struct data_text *t = &list[l->source.text_count];

		if (q->questions[i].type != QUESTION_TEXT ||
			!wave_asks(l->w, q->questions[i].name))
			continue;
		t->question = q->questions[i].name;
		t->label = questionnaire_text(q, &q->questions[i].label, l->w->language);
		if (wave_texts(l->w, t->question, &t->texts, err) < 0)
			return -1;
		l->source.text_count++;
	}
	l->source.texts = list;
	return 0;
}

/* Both lists are in order of numbers; the wave's may be older. */
static int
load_keyed(struct loading *l, struct error *err)
{
	struct data_keyed *list;
	struct form_out *all;
	int count, at = 0;

	if (form_out_list(l->w->db, l->w->wave->id, true, l->w->arena, &all, &count, err) < 0)
		return -1;
	list = arena_array(l->w->arena, l->w->forms + 1, sizeof(*list));
	for (size_t i = 0; i < l->w->forms; i++) {
		while (at < count && all[at].number < l->w->numbers[i])
			at++;
		list[i] = (struct data_keyed){ "", "" };
		if (at < count && all[at].id == l->w->ids[i])
			list[i] = (struct data_keyed){ all[at].keyed_at, all[at].keyer };
	}
	l->source.keyed = list;
	return 0;
}

/* A wave has weights or has none; ones that cannot be computed any more are no reason to leave them
 * out in silence. */
static int
load_weights(struct loading *l, struct error *err)
{
	struct weighting weighting;
	struct weights weights;

	if (weighting_load(l->w->db, l->w->wave->id, l->w->arena, &weighting, err) < 0)
		return -1;
	if (!weighting.id)
		return 0;
	if (weighting_of_wave(l->w, &weights, err) < 0)
		return -1;
	l->source.weights = weights.weight;
	return 0;
}

int
dataset_load(struct wave_columns *wave, const struct dataset_options *options,
	const struct progress *progress, struct dataset *out, struct error *err)
{
	struct loading l = {
		.w = wave, .options = options, .progress = progress, .source = { .wave = wave }
	};

	if (load_columns(&l, err) < 0 || (options->texts && load_texts(&l, err) < 0) ||
		(options->numbers && load_keyed(&l, err) < 0) ||
		(!options->unweighted && load_weights(&l, err) < 0))
		return -1;
	return dataset_make(&l.source, out, err);
}
