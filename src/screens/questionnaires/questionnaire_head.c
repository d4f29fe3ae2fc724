/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings of the questionnaire: title, notice, instruction, for whom, edition, main language. */
#include "config.h"

#include "screens/questionnaires/questionnaire_form.h"

#include "base/i18n.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { KINDS = 6 };

struct head_values {
	char title[QUESTIONNAIRE_LANGUAGES][1000];
	char notice[QUESTIONNAIRE_LANGUAGES][8000];
	char instruction[QUESTIONNAIRE_LANGUAGES][8000];
	char code[65], edition[64];
	int kind, language;
};

static int
check_title(const void *data, const struct field *field, struct error *err)
{
	const char *title = (const char *)data + field->offset;

	if (!title[strspn(title, " \n")])
		return error_set(err, ERROR_INPUT, _("A questionnaire needs a title."));
	return 0;
}

static void
read_texts(char *to, size_t each, const struct texts *t)
{
	for (int i = 0; i < QUESTIONNAIRE_LANGUAGES; i++)
		text_copy(to + (size_t)i * each, each, t->in[i] ? t->in[i] : "");
}

static void
write_texts(struct design *d, struct texts *t, const char *now, const char *was, size_t each)
{
	for (int i = 0; i < QUESTIONNAIRE_LANGUAGES; i++, now += each, was += each)
		if (strcmp(now, was) != 0)
			t->in[i] = arena_string(&d->arena, now);
}

static int
apply(struct design *d, const char *key, const void *data, const void *was, struct error *err)
{
	const struct head_values *v = data, *b = was;
	struct questionnaire *q = &d->q;

	(void)key;
	(void)err;
	questionnaire_edit_keep(&d->edit);
	write_texts(d, &q->title, v->title[0], b->title[0], sizeof v->title[0]);
	write_texts(d, &q->notice, v->notice[0], b->notice[0], sizeof v->notice[0]);
	write_texts(d, &q->instruction, v->instruction[0], b->instruction[0],
		sizeof v->instruction[0]);
	if (strcmp(v->edition, b->edition) != 0)
		q->form_version = arena_string(&d->arena, v->edition);
	if (v->kind != b->kind)
		q->kind = questionnaire_kinds[v->kind];
	q->language = v->language;
	return 0;
}

static void
read_values(const struct questionnaire *q, struct head_values *v)
{
	read_texts(v->title[0], sizeof v->title[0], &q->title);
	read_texts(v->notice[0], sizeof v->notice[0], &q->notice);
	read_texts(v->instruction[0], sizeof v->instruction[0], &q->instruction);
	text_copy(v->code, sizeof v->code, q->code);
	text_copy(v->edition, sizeof v->edition, q->form_version);
	v->language = q->language;
	for (int i = 0; questionnaire_kinds[i]; i++)
		if (strcmp(questionnaire_kinds[i], q->kind) == 0)
			v->kind = i;
}

void
design_open_head(struct screens *s, struct design *d)
{
	struct arena *arena = &d->arena;
	struct arena aside = { 0 }; /* what the form copies */
	struct head_values *v = arena_new(&aside, sizeof *v);
	struct design_form *f = arena_new(&aside, sizeof *f);
	const char **kinds = arena_array(arena, KINDS + 1, sizeof *kinds);
	const char **languages = arena_array(arena, QUESTIONNAIRE_LANGUAGES + 1, sizeof *languages);
	struct field *field;

	*f = (struct design_form){ .design = d, .title = _("Settings"), .draft = "settings",
		.data = v, .size = sizeof *v, .apply = apply };
	read_values(&d->q, v);
	for (int i = 0; questionnaire_kinds[i] && i < KINDS; i++)
		kinds[i] = questionnaire_kind_label(questionnaire_kinds[i]);
	for (int i = 0; i < d->q.language_count; i++)
		languages[i] = d->q.languages[i];
#define AT(member) offsetof(struct head_values, member), sizeof v->member
	design_form_add(f, FIELD_TEXT, N_("Code"), NULL, AT(code))->fixed = true;
	design_form_texts(f, 2, N_("Title"), "title", offsetof(struct head_values, title),
		sizeof v->title[0]);
	for (int i = 0; i < f->count; i++)
		if (i == 1 + d->q.language)
			f->fields[i].check = check_title;
	field = design_form_add(f, FIELD_CHOICE, N_("For whom"), "kind", AT(kind));
	field->choices = kinds;
	field = design_form_add(f, FIELD_TEXT, N_("Edition on paper"), "edition", AT(edition));
	field->width = 16;
	field->help = N_("A word printed on the form, as 2026; the program counts versions by "
		  "itself.");
	if (d->q.language_count > 1) {
		field = design_form_add(f, FIELD_CHOICE, N_("Main language"), "language",
			AT(language));
		field->choices = languages;
		field->help = N_("Stands in for texts that another language lacks.");
	}
	design_form_texts(f, 5, N_("Notice"), "notice", offsetof(struct head_values, notice),
		sizeof v->notice[0]);
	design_form_texts(f, 5, N_("Instruction"), "instruction",
		offsetof(struct head_values, instruction), sizeof v->instruction[0]);
	design_form_open(s, f);
	arena_release(&aside);
}
