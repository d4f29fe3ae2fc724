/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only what was changed goes back, so that nothing a form cannot show is lost. */
#include "config.h"

#include "screens/questionnaires/questionnaire_values.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/questionnaires/questionnaire_form.h"
#include "screens/questionnaires/questionnaire_suggest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what stands beside a type ---- */

static const struct {
	enum question_type type;
	const char *word, *label;
} layouts[] = {
	{ QUESTION_SELECT_ONE, "", N_("list of choices") },
	{ QUESTION_SELECT_ONE, "horizontal", N_("choices in one line") },
	{ QUESTION_SELECT_ONE, "likert", N_("scale in one line") },
	{ QUESTION_SELECT_ONE, "label", N_("head of a grid") },
	{ QUESTION_SELECT_ONE, "list-nolabel", N_("row of a grid") },
	{ QUESTION_SELECT_MULTIPLE, "", N_("list of choices") },
	{ QUESTION_SELECT_MULTIPLE, "horizontal", N_("choices in one line") },
	{ QUESTION_TEXT, "", N_("one line") },
	{ QUESTION_TEXT, "multiline", N_("several lines") },
	{ QUESTION_DATE, "", N_("day") },
	{ QUESTION_DATE, "month-year", N_("month and year") },
	{ QUESTION_DATE, "year", N_("year only") },
	{ QUESTION_GROUP, "", N_("part of the form") },
	{ QUESTION_GROUP, "table-list", N_("grid: rows with one scale") },
	{ QUESTION_GROUP, "field-list", N_("on one page") },
};

static const char *const required_words[] = { N_("no"), N_("yes"), N_("by the rule below"), NULL };
enum { REQUIRED_NO, REQUIRED_YES, REQUIRED_RULE };

static bool
is_yes(const char *text)
{
	return strcmp(text, "yes") == 0 || strcmp(text, "true") == 0 ||
	       strcmp(text, "true()") == 0 || strcmp(text, "1") == 0;
}

static bool
is_no(const char *text)
{
	return !text[0] || strcmp(text, "no") == 0 || strcmp(text, "false") == 0 ||
	       strcmp(text, "false()") == 0 || strcmp(text, "0") == 0;
}

static void
make_layouts(const struct question *q, struct question_fields *f)
{
	int n = 0;
	bool known = false;

	for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
		if (layouts[i].type != q->type)
			continue;
		known |= strcmp(layouts[i].word, q->appearance) == 0;
		f->layouts[n] = layouts[i].label;
		f->layout_words[n++] = layouts[i].word;
	}
	if (n && !known) {
		f->layouts[n] = q->appearance;
		f->layout_words[n++] = q->appearance;
	}
	f->layouts[n] = NULL;
	f->layout_words[n] = NULL;
}

/* ---- fields ---- */

#define AT(member) \
	offsetof(struct question_values, member), sizeof((struct question_values *)0)->member

static struct field *
add(struct question_fields *f, enum field_kind kind, const char *label, const char *name,
	size_t offset, size_t size)
{
	struct field *field = &f->list[f->count];

	*field = (struct field){ .kind = kind, .label = label, .offset = offset, .size = size };
	if (kind == FIELD_CHOICE)
		field->width = 40;
	f->names[f->count] = name;
	f->rules[f->count] = NULL;
	f->count++;
	return field;
}

static void
add_rule(struct question_fields *f, const char *label, const char *column, size_t offset,
	size_t size, const char *help)
{
	struct field *field = add(f, FIELD_TEXT, label, column, offset, size);

	field->width = 60;
	field->help = help;
	f->rules[f->count - 1] = column;
}

static void
add_texts(struct design *d, struct question_fields *f, enum field_kind kind, int rows,
	const char *label, const char *name, size_t offset, size_t size)
{
	size_t each = size / QUESTIONNAIRE_LANGUAGES;

	for (int i = 0; i < d->q.language_count; i++) {
		struct field *field = add(f, kind, design_in_language(d, label, i),
			arena_format(&d->arena, "%s.%d", name, i), offset + (size_t)i * each, each);

		field->rows = rows;
		field->width = kind == FIELD_LINES ? 0 : 60;
	}
}

static void
add_identity(struct design *d, const struct question *q, struct question_fields *f)
{
	struct field *field;

	(void)d;
	if (q->type <= QUESTION_NOTE) {
		field = add(f, FIELD_CHOICE, N_("Kind of question"), "type", AT(type));
		for (int i = 0; i <= QUESTION_NOTE; i++)
			f->types[i] = design_type_label(i);
		f->types[QUESTION_NOTE + 1] = NULL;
		field->choices = f->types;
		field->help = N_("Space or arrows change it. What belongs to the new kind is "
				 "asked when the question is opened again.");
	}
	f->name_field = f->count;
	field = add(f, FIELD_TEXT, N_("Name"), "name", AT(name));
	field->required = true;
	field->width = 30;
	field->help = N_("A short word without blanks, as jobs; rules and results use it, paper "
			 "does not show it.");
	field = add(f, FIELD_TEXT, N_("Number on paper"), "number", AT(number));
	field->width = 8;
	field->help = N_("As printed: 5, 5a. Empty: the program counts.");
	field = add(f, FIELD_NUMBER, N_("Page of the paper"), "page", AT(page));
	field->whole = true;
	field->max = 999;
	field->width = 6;
	field->help = N_("Where the question is printed; empty: on the page of the one before.");
}

static void
add_answers(const struct question *q, struct question_fields *f)
{
	struct field *field;

	if (question_has_choices(q)) {
		field = add(f, FIELD_LOOKUP, N_("List of choices"), "list", AT(list));
		field->width = 30;
		field->suggest = questionnaire_suggest_list;
		field->help = N_("Questions with one list have the same choices; c in the outline "
				 "changes them.");
		field = add(f, FIELD_YES_NO, N_("And “other: what?”"), "or_other", AT(or_other));
		field->help = N_("Adds a last choice “other” with a line to write on.");
	}
	if (q->type == QUESTION_SELECT_MULTIPLE || q->type == QUESTION_RANK) {
		field = add(f, FIELD_NUMBER, N_("Answers at most"), "most", AT(most));
		field->whole = true;
		field->max = 999;
		field->width = 6;
		field->help = N_("How many may be marked, or how many places are asked; empty: "
			  "all.");
	}
	if (q->type == QUESTION_RANGE) {
		add(f, FIELD_NUMBER, N_("Scale from"), "start", AT(start))->width = 8;
		add(f, FIELD_NUMBER, N_("Scale to"), "end", AT(end))->width = 8;
		add(f, FIELD_NUMBER, N_("Step"), "step", AT(step))->width = 8;
	}
}

static void
add_rules(struct design *d, const struct question *q, struct question_fields *f)
{
	bool asked = question_asked(q);
	struct field *field;

	add(f, FIELD_NOTE, N_("Rules: F4 makes one from a question, a comparison and a value"),
		NULL, 0, 0);
	add_rule(f, N_("Shown only if"), "relevant", AT(relevant),
		N_("F4 helps: only if question 5 is 2. Empty: always shown."));
	if (asked) {
		field = add(f, FIELD_CHOICE, N_("Must be answered"), "required", AT(required));
		field->choices = required_words;
		if (!is_yes(q->required) && !is_no(q->required))
			add_rule(f, N_("Must be answered if"), "required", AT(required_rule),
				N_("Used where “by the rule below” is chosen."));
		add_rule(f, N_("Allowed values"), "constraint", AT(hard_check),
			N_("What the answer must meet; a point is the answer: . >= 0 and . <= 120. "
			   "F4 helps."));
		add_texts(d, f, FIELD_TEXT, 0, N_("Message when not allowed"), "hard_message",
			AT(hard_message));
		add_rule(f, N_("Warning unless"), "soft_constraint", AT(soft_check),
			N_("What is likely: else it is listed at the end and may be confirmed. F4 "
			   "helps."));
		add_texts(d, f, FIELD_TEXT, 0, N_("Text of the warning"), "soft_message",
			AT(soft_message));
	}
	if (q->type == QUESTION_CALCULATE || q->calculation[0])
		add_rule(f, N_("Calculation"), "calculation", AT(calculation),
			N_("What is computed from other answers: 2026 - ${birth_year}."));
	if (question_has_choices(q) && q->choice_filter[0])
		add_rule(f, N_("Only choices for which"), "choice_filter", AT(choice_filter),
			N_("Which choices of the list are offered."));
	if (q->type == QUESTION_REPEAT)
		add_rule(f, N_("Number of repeats"), "repeat_count", AT(repeat_count),
			N_("A number, or the question that says it: ${children}. Empty: as many "
			   "as are filled in."));
	if (asked || q->default_value[0])
		add_rule(f, N_("Value at the start"), "default", AT(default_value),
			N_("Stands there before anything is answered; empty: nothing."));
}

void
question_fields_make(struct design *d, int question, struct question_fields *f)
{
	const struct question *q = &d->q.questions[question];
	struct field *field;

	*f = (struct question_fields){ 0 };
	make_layouts(q, f);
	add_texts(d, f, FIELD_LINES, 2, N_("Text"), "label", AT(label));
	add_texts(d, f, FIELD_LINES, 2, N_("Hint"), "hint", AT(hint));
	add_identity(d, q, f);
	add_answers(q, f);
	if (f->layouts[0]) {
		field = add(f, FIELD_CHOICE, N_("Layout"), "layout", AT(layout));
		field->choices = f->layouts;
	}
	add_rules(d, q, f);
	if (!question_asked(q))
		return;
	add(f, FIELD_NOTE, N_("Keying"), NULL, 0, 0);
	field = add(f, FIELD_YES_NO, N_("Keyed twice"), "second_keying", AT(second_keying));
	field->help = N_("Whether second keying asks this question.");
	field = add(f, FIELD_YES_NO, N_("+ repeats the last value"), "repeat_last",
		AT(repeat_last));
	field->help = N_("The key + takes the value of the form before.");
}

/* ---- values ---- */

static void
read_texts(char *to, size_t each, const struct texts *t)
{
	for (int i = 0; i < QUESTIONNAIRE_LANGUAGES; i++)
		text_copy(to + (size_t)i * each, each, t->in[i] ? t->in[i] : "");
}

static void
read_number(char *dst, size_t size, int value)
{
	if (value)
		snprintf(dst, size, "%d", value);
}

static void
read_scale(struct question_values *v, const struct question *q)
{
	double from, to, step;

	if (q->type != QUESTION_RANGE || !question_range(q, &from, &to, &step))
		return;
	number_format(v->start, sizeof v->start, from, -1);
	number_format(v->end, sizeof v->end, to, -1);
	number_format(v->step, sizeof v->step, step, -1);
}

void
question_values_read(const struct design *d, int question, struct question_fields *f,
	struct question_values *v)
{
	const struct question *q = &d->q.questions[question];

	memset(v, 0, sizeof *v);
	read_texts(v->label[0], VALUES_TEXT, &q->label);
	read_texts(v->hint[0], VALUES_TEXT, &q->hint);
	read_texts(v->hard_message[0], VALUES_MESSAGE, &q->hard_message);
	read_texts(v->soft_message[0], VALUES_MESSAGE, &q->soft_message);
	text_copy(v->relevant, sizeof v->relevant, q->relevant);
	text_copy(v->hard_check, sizeof v->hard_check, q->hard_check);
	text_copy(v->soft_check, sizeof v->soft_check, q->soft_check);
	text_copy(v->calculation, sizeof v->calculation, q->calculation);
	text_copy(v->choice_filter, sizeof v->choice_filter, q->choice_filter);
	text_copy(v->repeat_count, sizeof v->repeat_count, q->repeat_count);
	text_copy(v->default_value, sizeof v->default_value, q->default_value);
	text_copy(v->name, sizeof v->name, q->name);
	text_copy(v->list, sizeof v->list, q->list);
	text_copy(v->number, sizeof v->number, q->number);
	read_number(v->page, sizeof v->page, q->page);
	read_number(v->most, sizeof v->most, q->max_answers);
	read_scale(v, q);
	v->type = (int)q->type;
	v->required = is_no(q->required)    ? REQUIRED_NO
		      : is_yes(q->required) ? REQUIRED_YES
					    : REQUIRED_RULE;
	if (v->required == REQUIRED_RULE)
		text_copy(v->required_rule, sizeof v->required_rule, q->required);
	v->or_other = q->or_other;
	v->second_keying = q->second_keying;
	v->repeat_last = q->repeat_last;
	for (int i = 0; f->layout_words[i]; i++)
		if (strcmp(f->layout_words[i], q->appearance) == 0)
			v->layout = i;
}

/* ---- back ---- */

static void
write_text(struct design *d, const char **to, const char *now, const char *was)
{
	if (strcmp(now, was) != 0)
		*to = arena_string(&d->arena, now);
}

static void
write_texts(struct design *d, struct texts *t, const char *now, const char *was, size_t each)
{
	for (int i = 0; i < QUESTIONNAIRE_LANGUAGES; i++)
		write_text(d, &t->in[i], now + (size_t)i * each, was + (size_t)i * each);
}

static void
write_number(int *to, const char *now)
{
	long value = 0;

	if (!now[0] || number_parse_whole(now, 0, 100000, &value) == 0)
		*to = (int)value;
}

static void
write_rules(struct design *d, struct question *q, const struct question_values *v,
	const struct question_values *b)
{
	write_text(d, &q->relevant, v->relevant, b->relevant);
	write_text(d, &q->hard_check, v->hard_check, b->hard_check);
	write_text(d, &q->soft_check, v->soft_check, b->soft_check);
	write_text(d, &q->calculation, v->calculation, b->calculation);
	write_text(d, &q->choice_filter, v->choice_filter, b->choice_filter);
	write_text(d, &q->repeat_count, v->repeat_count, b->repeat_count);
	write_text(d, &q->default_value, v->default_value, b->default_value);
	if (v->required == REQUIRED_RULE)
		write_text(d, &q->required, v->required_rule, b->required_rule);
	else if (v->required != b->required)
		q->required = v->required == REQUIRED_YES ? "yes" : "";
}

static void
write_scale(struct design *d, struct question *q, const struct question_values *v,
	const struct question_values *b)
{
	double from = 0, to = 10, step = 1;

	if (strcmp(v->start, b->start) == 0 && strcmp(v->end, b->end) == 0 &&
		strcmp(v->step, b->step) == 0)
		return;
	(void)number_parse(v->start, &from);
	(void)number_parse(v->end, &to);
	(void)number_parse(v->step, &step);
	q->parameters = arena_format(&d->arena, "start=%g end=%g step=%g", from, to, step);
}

static void
write_type(struct design *d, struct question *q, int type)
{
	if ((int)q->type == type)
		return;
	q->type = (enum question_type)type;
	q->word = question_type_name(q->type);
	q->appearance = "";
	if (question_has_choices(q) && !q->list[0])
		q->list = q->name;
	else if (!question_has_choices(q))
		q->list = "";
	if (q->type == QUESTION_RANGE && !q->parameters[0])
		q->parameters = "start=0 end=10 step=1";
	(void)d;
}

int
question_values_write(struct design *d, int question, const struct question_fields *f,
	const struct question_values *v, const struct question_values *b, struct error *err)
{
	struct question *q;

	if (questionnaire_edit_rename(&d->edit, question, v->name, err)) {
		if (err)
			err->field = f->name_field + 1;
		return -1;
	}
	questionnaire_edit_keep(&d->edit);
	q = &d->q.questions[question];
	write_texts(d, &q->label, v->label[0], b->label[0], VALUES_TEXT);
	write_texts(d, &q->hint, v->hint[0], b->hint[0], VALUES_TEXT);
	write_texts(d, &q->hard_message, v->hard_message[0], b->hard_message[0], VALUES_MESSAGE);
	write_texts(d, &q->soft_message, v->soft_message[0], b->soft_message[0], VALUES_MESSAGE);
	write_rules(d, q, v, b);
	write_scale(d, q, v, b);
	write_text(d, &q->list, v->list, b->list);
	write_text(d, &q->number, v->number, b->number);
	write_number(&q->page, v->page);
	write_number(&q->max_answers, v->most);
	q->or_other = v->or_other;
	q->second_keying = v->second_keying;
	q->repeat_last = v->repeat_last;
	if (v->layout != b->layout)
		q->appearance = arena_string(&d->arena, f->layout_words[v->layout]);
	write_type(d, q, v->type);
	return 0;
}
