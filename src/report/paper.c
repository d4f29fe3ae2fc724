/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above the questions of a paper form; then one of the two makers draws it. */
#include "config.h"

#include "report/paper.h"

#include "report/paper_parts.h"

#include <stdio.h>
#include <string.h>

static const char *
given(const char *text)
{
	return text ? text : "";
}

static bool
is_polish(const struct questionnaire *q, int language)
{
	const char *name = language < q->language_count ? q->languages[language] : "";

	return name && (strstr(name, "(pl)") || strcmp(name, "pl") == 0);
}

/* The text with a line that begins so in place of one with the same beginning; else in front. */
static const char *
put_line(const struct paper *p, const char *text, enum paper_word beginning, const char *value)
{
	const char *start = paper_word(p, beginning);
	size_t length = strlen(start), rest;
	const char *at = text;

	if (!*value)
		return text;
	while (at && strncmp(at, start, length) != 0)
		at = (at = strchr(at, '\n')) ? at + 1 : NULL;
	if (!at)
		return arena_format(p->arena, "%s %s%s%s", start, value, *text ? "\n" : "", text);
	rest = strcspn(at, "\n");
	return arena_format(
		p->arena, "%.*s%s %s%s", (int)(at - text), text, start, value, at + rest);
}

void
paper_collect(struct paper *p)
{
	static const struct paper_facts none = { 0 };
	const struct paper_facts *facts = p->request->facts ? p->request->facts : &none;
	const char *unit = given(facts->unit);
	char number[16];

	p->polish = is_polish(p->q, p->request->language);
	p->title = paper_text(p, &p->q->title);
	if (!*p->title)
		p->title = p->q->code;
	p->under_title = unit;
	if (facts->year)
		p->under_title = arena_format(
			p->arena, "%s%s%d", unit, *unit ? ", " : "", facts->year);
	p->notice = given(facts->notice);
	if (!*p->notice)
		p->notice = paper_text(p, &p->q->notice);
	p->notice = put_line(p, p->notice, WORD_LEGAL_BASIS, given(facts->legal_basis));
	p->notice = put_line(p, p->notice, WORD_PURPOSE, given(facts->purpose));
	p->notice = put_line(p, p->notice, WORD_CONTROLLER, given(facts->controller));
	p->instruction = paper_text(p, &p->q->instruction);
	snprintf(number, sizeof(number), "%d", p->q->number > 0 ? p->q->number : 1);
	p->foot = arena_format(
		p->arena, "%s, %s", p->q->code, paper_phrase(p, WORD_VERSION, number, ""));
	paper_items(p);
}

int
paper_write(const struct paper_request *request, struct arena *arena, struct output *out,
	struct paper_result *result, struct error *err)
{
	struct paper p = { .request = request, .q = request->q, .arena = arena };

	int failed = 0;

	*result = (struct paper_result){ 0 };
	paper_collect(&p);
	if (request->pdf)
		failed = paper_as_pdf(&p, out, &result->pages, err);
	else
		paper_as_text(&p, out);
	result->remarks = p.remarks;
	result->remark_count = p.remark_count;
	return failed;
}
