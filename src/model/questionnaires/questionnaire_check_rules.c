/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking expressions: whether they can be read, know whom they name, and end. */
#include "config.h"

#include "model/questionnaires/questionnaire_findings.h"

#include "base/expression.h"
#include "base/i18n.h"

#include <stdio.h>
#include <string.h>

/* The rows whose answers decide about a row: by its route, its calculation, its group. */
struct needs {
	int *rows;
	int count;
	size_t room;
};

struct rules {
	struct findings *f;
	struct needs *needs; /* of each row */
	unsigned char *seen; /* 0 not yet, 1 on the way, 2 done */
	int *way;            /* rows from the first to the present one */
	int length;
};

/* ---- one expression ---- */

static bool
yes_or_no(const char *text)
{
	static const char *const words[] = { "yes", "no", "true", "false", "true()", "false()",
		"Yes", "No", "TRUE", "FALSE", "True", "False", "YES", "NO" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i], text) == 0)
			return true;
	return false;
}

/* NAME_other is the text of an or_other question. */
static int
find_named(const struct questionnaire *q, const char *name)
{
	size_t length = strlen(name);
	int at = question_by_name(q, name);

	if (at >= 0 || length <= 6 || strcmp(name + length - 6, "_other") != 0)
		return at;
	for (int i = 0; i < q->question_count; i++)
		if (q->questions[i].or_other && strlen(q->questions[i].name) == length - 6 &&
			memcmp(q->questions[i].name, name, length - 6) == 0)
			return i;
	return -1;
}

static bool
choice_column(const struct questionnaire *q, const char *list, const char *column)
{
	if (strcmp(column, "name") == 0 || strcmp(column, "list_name") == 0)
		return true;
	for (int i = 0; i < q->choice_count; i++) {
		const struct choice *c = &q->choices[i];

		if (strcmp(c->list, list) != 0)
			continue;
		for (int k = 0; k < c->extra_count; k++)
			if (strcmp(c->extras[k].column, column) == 0)
				return true;
	}
	return false;
}

static int
check_names(const struct questionnaire *q, int question, const char *kind,
	const struct expression *e, struct error *err)
{
	int count;
	const char *const *names = expression_names(e, &count);

	for (int i = 0; i < count; i++)
		if (find_named(q, names[i]) < 0)
			return error_set(err, ERROR_INPUT, _("There is no question “%s”."),
				names[i]);
	names = expression_columns(e, &count);
	for (int i = 0; i < count; i++)
		if (question < 0 || !choice_column(q, q->questions[question].list, names[i]))
			return error_set(err, ERROR_INPUT,
				_("The choices have no column “%s”."), names[i]);
	if (expression_uses_own(e) &&
		(strcmp(kind, "relevant") == 0 || strcmp(kind, "repeat_count") == 0))
		return error_set(err, ERROR_INPUT,
			_("A question cannot be asked or not by its own answer."));
	return 0;
}

/* Compiles and looks at the names; *out is NULL for what is no expression. */
static int
compile(struct expression **out, const struct questionnaire *q, int question, const char *kind,
	const char *text, struct error *err)
{
	bool filter = strcmp(kind, "choice_filter") == 0;

	*out = NULL;
	if (!*text)
		return 0;
	if ((strcmp(kind, "required") == 0 || strcmp(kind, "read_only") == 0) && yes_or_no(text))
		return 0;
	/* A default is a value unless it names a question. */
	if (strcmp(kind, "default") == 0 && !strstr(text, "${"))
		return 0;
	if (expression_compile(out, text, filter ? EXPRESSION_FILTER : EXPRESSION_RULE, err) < 0)
		return -1;
	if (check_names(q, question, kind, *out, err) < 0) {
		expression_free(*out);
		*out = NULL;
		return -1;
	}
	return 0;
}

int
questionnaire_check_expression(const struct questionnaire *q, int question, const char *kind,
	const char *text, struct error *err)
{
	struct expression *e;
	int result = compile(&e, q, question, kind, text, err);

	expression_free(e);
	return result;
}

/* ---- all expressions ---- */

static void
need(struct rules *r, int row, int needed)
{
	struct needs *n = &r->needs[row];

	n->rows = arena_grow(r->f->arena, n->rows, (size_t)n->count, &n->room, sizeof(*n->rows));
	n->rows[n->count++] = needed;
}

static void
look_ahead(struct rules *r, int row, int needed, const char *kind)
{
	const struct questionnaire *q = r->f->q;

	if (needed > row && (strcmp(kind, "relevant") == 0 || strcmp(kind, "choice_filter") == 0) &&
		question_asked(&q->questions[needed]))
		findings_add(r->f, false, row, -1, kind,
			_("“%s” depends on “%s”, which is asked later."), q->questions[row].name,
			q->questions[needed].name);
}

static void
check_rule(struct rules *r, int row, const char *kind, const char *text, bool decides)
{
	const struct questionnaire *q = r->f->q;
	struct error why = { .code = ERROR_NONE };
	const char *const *names;
	struct expression *e;
	int count;

	if (compile(&e, q, row, kind, text, &why) < 0) {
		findings_add(r->f, true, row, -1, kind, "%s", why.text);
		return;
	}
	if (!e)
		return;
	names = expression_names(e, &count);
	for (int i = 0; i < count; i++) {
		int needed = find_named(q, names[i]);

		look_ahead(r, row, needed, kind);
		if (decides)
			need(r, row, needed);
	}
	expression_free(e);
}

static void
check_references(struct rules *r, int row, const char *column, const struct texts *t)
{
	const struct questionnaire *q = r->f->q;
	char name[128];

	for (int i = 0; i < q->language_count; i++) {
		for (const char *p = t->in[i]; p && (p = strstr(p, "${")); p++) {
			size_t length = strcspn(p + 2, "}");

			if (p[2 + length] != '}')
				break;
			snprintf(name, sizeof(name), "%.*s",
				(int)(length < 100 ? length : 100), p + 2);
			if (find_named(q, name) < 0)
				findings_add(r->f, true, row, -1, column,
					_("The text names a question “%s”, which does not exist."),
					name);
		}
	}
}

static void
check_row(struct rules *r, int row)
{
	const struct question *q = &r->f->q->questions[row];

	check_rule(r, row, "required", q->required, false);
	check_rule(r, row, "relevant", q->relevant, true);
	check_rule(r, row, "constraint", q->hard_check, false);
	check_rule(r, row, "soft_constraint", q->soft_check, false);
	check_rule(r, row, "calculation", q->calculation, true);
	check_rule(r, row, "default", q->default_value, false);
	check_rule(r, row, "read_only", q->read_only, false);
	check_rule(r, row, "choice_filter", q->choice_filter, false);
	check_rule(r, row, "repeat_count", q->repeat_count, true);
	check_references(r, row, "label", &q->label);
	check_references(r, row, "hint", &q->hint);
	if (q->parent >= 0)
		need(r, row, q->parent);
}

/* ---- circles ---- */

static void
tell_circle(struct rules *r, int row)
{
	const struct questionnaire *q = r->f->q;
	char text[400];
	size_t used = 0;
	int from = 0;

	while (r->way[from] != row)
		from++;
	for (int i = from; i < r->length && used < 300; i++)
		used += (size_t)snprintf(text + used, sizeof(text) - used, "%.60s → ",
			q->questions[r->way[i]].name);
	snprintf(text + used, sizeof(text) - used, "%.60s", q->questions[row].name);
	findings_add(r->f, true, row, -1,
		*q->questions[row].relevant ? "relevant" : "calculation",
		_("These depend on one another in a circle: %s."), text);
}

/* Depth first without recursion: the way is the stack, taken counts what was followed. */
static void
follow(struct rules *r, int start, int *taken)
{
	r->length = 0;
	r->way[r->length++] = start;
	r->seen[start] = 1;
	while (r->length > 0) {
		int row = r->way[r->length - 1];

		if (taken[row] == r->needs[row].count) {
			r->seen[row] = 2;
			r->length--;
			continue;
		}
		row = r->needs[row].rows[taken[row]++];
		if (r->seen[row] == 1) {
			tell_circle(r, row);
		} else if (r->seen[row] == 0) {
			r->seen[row] = 1;
			r->way[r->length++] = row;
		}
	}
}

void
questionnaire_check_rules(struct findings *f)
{
	size_t count = (size_t)f->q->question_count;
	struct rules r = { .f = f,
		.needs = arena_array(f->arena, count + 1, sizeof(*r.needs)),
		.seen = arena_array(f->arena, count + 1, 1),
		.way = arena_array(f->arena, count + 1, sizeof(*r.way)) };
	int *taken = arena_array(f->arena, count + 1, sizeof(*taken));

	for (int i = 0; i < f->q->question_count; i++)
		check_row(&r, i);
	for (int i = 0; i < f->q->question_count; i++)
		if (r.seen[i] == 0)
			follow(&r, i, taken);
}
