/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a questionnaire to the lines of its pages. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/keying/keying_codes.h"
#include "screens/keying/keying_page.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <string.h>

enum { CODE_COLUMNS = 3, CODE_INDENT = 2, TABLE_FROM = 50, CODES_LINES = 8, CODES_MOST = 40 };

struct making {
	struct keying_page *p;
	struct sheet *h;
	const struct questionnaire *q;
	int view_first; /* first line of the view */
	int held;       /* first line that goes with the next row; line_count = none */
	int page;
	struct grid grid; /* that goes on */
	int grid_head, grid_lines;
};

int
page_label_width(int columns, int right)
{
	return (right ? right - 1 : columns) - PAGE_LABEL;
}

static struct page_line *
add(struct making *m, enum page_kind kind, const char *text)
{
	struct keying_page *p = m->p;

	p->lines = arena_grow(
		&p->arena, p->lines, (size_t)p->line_count, &p->line_room, sizeof *p->lines);
	p->lines[p->line_count] = (struct page_line){
		.kind = kind, .at = { -1, 1 }, .number = "", .text = text, .right = ""
	};
	return &p->lines[p->line_count++];
}

/* In how many lines below its own a text goes on; a question takes at most half of the page. */
static int
more_lines(const struct making *m, const char *text, int width)
{
	int more = wrap_count(text, width, NULL) - 1, most = m->p->rows / 2;

	return more < 0 ? 0 : more < most ? more : most;
}

/* Rows of the screen that the lines take from the first until before the end. */
static int
height(const struct keying_page *p, int first, int end)
{
	int rows = 0;

	for (int i = first; i < end; i++)
		rows += 1 + p->lines[i].more;
	return rows;
}

static void
close_view(struct making *m, int end)
{
	struct keying_page *p = m->p;

	if (end <= m->view_first)
		return;
	p->views = arena_grow(
		&p->arena, p->views, (size_t)p->view_count, &p->view_room, sizeof *p->views);
	p->views[p->view_count++] = (struct page_view){ m->view_first, end - m->view_first,
		height(p, m->view_first, end), m->page };
	m->view_first = end;
}

/* Lines of a label in one, without Markdown's stars. */
static const char *
flat(struct making *m, const struct texts *texts)
{
	const char *from = questionnaire_text(m->q, texts, m->h->session->language);
	char *text = arena_string(&m->p->arena, from), *to = text;

	for (; *from; from++) {
		bool blank = strchr(" \t\r\n", *from) != NULL;

		if (*from == '*' || (blank && (to == text || to[-1] == ' ')))
			continue;
		*to++ = blank ? ' ' : *from;
	}
	*to = '\0';
	return text;
}

/* Before lines of the screen are added that must stand in one view with what is held. */
static void
make_room(struct making *m, int lines, int page)
{
	struct keying_page *p = m->p;
	int used = height(p, m->view_first, p->line_count);

	if (page != m->page && p->line_count > m->view_first)
		close_view(m, m->held);
	else if (used + lines > p->rows)
		close_view(m, m->held > m->view_first ? m->held : p->line_count);
	m->page = page;
}

/* "1 tak", its label in one line. */
static char *
code_words(struct making *m, const struct keyed_code *code)
{
	char *words = arena_format(
		&m->p->arena, "%s%s%s", code->code, code->label[0] ? " " : "", code->label);

	for (char *c = words; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	return words;
}

/* "1 tak  2 nie" in lines of the width, at most so many; returns how many. A label longer than a
 * line goes on in the next. */
static int
cut_codes(struct making *m, const struct keyed_code *codes, int count, int width, int most,
	const char **lines)
{
	const char *line = "";
	int made = 0;

	for (int i = 0; i < count; i++) {
		const char *words = code_words(m, &codes[i]);
		int before = made;
		size_t next;

		if (line[0] && text_width(line) + 2 + text_width(words) > width) {
			lines[made++] = line;
			line = "";
		}
		line = line[0] ? arena_format(&m->p->arena, "%s  %s", line, words) : words;
		while (made < most - 1 && wrap_count(line, width, NULL) > 1) {
			int length = (int)wrap_line(line, width, &next);

			lines[made++] = arena_format(&m->p->arena, "%.*s", length, line);
			line = arena_format(&m->p->arena, "%*s%s", CODE_INDENT, "", line + next);
		}
		if (made > before && made == most - 1 && i + 1 < count) {
			line = _("… + shows the whole list");
			break;
		}
	}
	if (line[0])
		lines[made++] = line;
	return made;
}

/* A list that a page can hold under its question stands there whole, of a longer one its
 * beginning. */
static int
code_lines(struct making *m, const struct keyed_code *codes, int count, int width, int question,
	const char **lines)
{
	int room = m->p->rows - 2 - question, most = room < CODES_MOST ? room : CODES_MOST, made;

	if (most <= CODES_LINES)
		return cut_codes(m, codes, count, width, CODES_LINES, lines);
	made = cut_codes(m, codes, count, width, most, lines);
	if (made == most && !strcmp(lines[made - 1], _("… + shows the whole list")))
		made = cut_codes(m, codes, count, width, CODES_LINES, lines);
	return made;
}

/* What a field without codes takes. */
static const char *
wanted(const struct question *row)
{
	if (row->type == QUESTION_DATE)
		return strstr(row->appearance, "month-year") ? _("mmyyyy")
		       : strstr(row->appearance, "year")     ? _("yyyy")
							     : _("ddmmyyyy");
	return "";
}

static void
put_codes(struct making *m, struct page_line *row, const char *const *lines, int count)
{
	int label = text_width(row->text), room = m->p->columns - PAGE_LABEL - label - 2;

	if (count == 1 && text_width(lines[0]) <= room) {
		row->right = lines[0];
		row->column = PAGE_LABEL + label + 2;
		if (row->column < TABLE_FROM && TABLE_FROM + text_width(lines[0]) <= m->p->columns)
			row->column = TABLE_FROM;
		return;
	}
	for (int i = 0; i < count; i++)
		add(m, PAGE_CODES, lines[i]);
}

static struct page_line *
add_head(struct making *m, const char *text)
{
	struct page_line *l = add(m, PAGE_HEAD, text);

	l->more = more_lines(m, text, m->p->columns - PAGE_FIELD);
	return l;
}

static void
heading(struct making *m, int question, enum page_kind kind)
{
	const char *text = flat(m, &m->q->questions[question].label);

	if (text[0] && kind == PAGE_HEAD)
		add_head(m, text);
	else if (text[0])
		add(m, kind, text);
}

/* The head of a grid: its question, and what the codes mean. */
static void
grid_heading(struct making *m, const struct grid *grid)
{
	const char *lines[CODES_MOST];
	struct keyed_code *codes;
	char number[16];
	int count = keying_codes(m->q, grid->first, m->h->session->language, &m->p->arena, &codes);
	int width = page_label_width(m->p->columns, 0) - CODE_INDENT;
	int made = cut_codes(m, codes, count, width, CODES_LINES, lines);

	m->grid_head = m->p->line_count;
	if (grid->head >= 0) {
		struct page_line *l = add_head(m, flat(m, &m->q->questions[grid->head].label));

		if (m->q->questions[grid->head].type != QUESTION_GROUP)
			l->number = arena_string(&m->p->arena,
				question_number(m->q, grid->head, number, sizeof number));
	}
	for (int i = 0; i < made; i++)
		add(m, PAGE_CODES, lines[i]);
	m->grid_lines = m->p->line_count - m->grid_head;
}

static void
repeat_heading(struct making *m)
{
	struct page_line copy;

	for (int i = 0; i < m->grid_lines; i++) {
		copy = m->p->lines[m->grid_head + i];
		*add(m, copy.kind, copy.text) = copy;
	}
}

static void
finish_row(struct making *m, struct page_line *row, int question, int occurrence)
{
	char number[16];

	row->at = (struct place){ question, occurrence };
	row->number =
		arena_string(&m->p->arena, question_number(m->q, question, number, sizeof number));
}

static void
grid_row(struct making *m, int question, int occurrence, struct grid grid)
{
	const char *label = flat(m, &m->q->questions[question].label);
	struct page_line *row;
	struct keyed_code *codes;
	char text[256] = "";
	int count = keying_codes(m->q, question, m->h->session->language, &m->p->arena, &codes);
	int column = m->p->columns - count * CODE_COLUMNS - 1, views, more;
	bool beside = count * CODE_COLUMNS < m->p->columns - PAGE_LABEL - 20;

	if (question == grid.first) {
		/* the heading and two rows together */
		make_room(m, 2 + CODES_LINES / 2, question_page(m->q, question));
		grid_heading(m, &grid);
	}
	views = m->p->view_count;
	more = more_lines(m, label, page_label_width(m->p->columns, beside ? column : 0));
	make_room(m, 1 + more, question_page(m->q, question));
	if (m->p->view_count > views && question != grid.first)
		repeat_heading(m);
	row = add(m, PAGE_ROW, label);
	finish_row(m, row, question, occurrence);
	for (int i = 0; i < count; i++)
		snprintf(text + strlen(text), sizeof text - strlen(text), "%*s", CODE_COLUMNS,
			codes[i].code);
	row->codes = codes;
	row->code_count = count;
	row->grid = beside;
	row->right = row->grid ? arena_string(&m->p->arena, text) : "";
	row->column = column;
	row->more = more;
	m->held = m->p->line_count;
}

static void
plain_row(struct making *m, int question, int occurrence)
{
	const struct question *q = &m->q->questions[question];
	const char *lines[CODES_MOST];
	struct keyed_code *codes;
	const char *label = flat(m, &q->label);
	int width = page_label_width(m->p->columns, 0), more = more_lines(m, label, width);
	int count, made, at;
	bool text = q->type == QUESTION_TEXT;

	count = keying_codes(m->q, question, m->h->session->language, &m->p->arena, &codes);
	made = code_lines(m, codes, count, width - CODE_INDENT, 1 + more, lines);
	if (!count && wanted(q)[0])
		lines[made++] = wanted(q);
	make_room(m, 1 + more + made + text, question_page(m->q, question));
	at = m->p->line_count;
	finish_row(m, add(m, PAGE_ROW, label), question, occurrence);
	m->p->lines[at].more = more;
	put_codes(m, &m->p->lines[at], lines, made);
	/* the lines may have moved in memory */
	m->p->lines[at].codes = codes;
	m->p->lines[at].code_count = count;
	if (text)
		add(m, PAGE_ENTRY, "")->at = (struct place){ question, occurrence };
	m->held = m->p->line_count;
}

static void
hold(struct making *m)
{
	if (m->held > m->p->line_count)
		m->held = m->p->line_count;
}

static void
one_question(struct making *m, int i, int occurrence)
{
	const struct question *q = &m->q->questions[i];
	struct grid grid = questionnaire_grid(m->q, i), below = { -1, -1, 0 };

	if (i + 1 < m->q->question_count)
		below = questionnaire_grid(m->q, i + 1);
	hold(m);
	if (below.count && below.head == i)
		return; /* drawn with its grid */
	if (q->type == QUESTION_NOTE)
		heading(m, i, PAGE_NOTE);
	else if (q->type == QUESTION_GROUP)
		heading(m, i, PAGE_HEAD);
	else if (question_asked(q) && sheet_keyed(m->h, i) && grid.count)
		grid_row(m, i, occurrence, grid);
	else if (question_asked(q) && sheet_keyed(m->h, i))
		plain_row(m, i, occurrence);
}

static int
repeat_end(const struct questionnaire *q, int repeat)
{
	int end = repeat + 1;

	while (end < q->question_count && question_repeat(q, end) == repeat)
		end++;
	return end;
}

/* Passes that are shown: those answered, those of the count, and where the keyer stands. */
static int
passes_of(struct sheet *h, int repeat)
{
	struct error ignored = { 0 };
	int count = 1, end = repeat_end(&h->session->q, repeat);

	route_occurrences(h->session->route, &h->answers, repeat, &count, &ignored);
	if (h->at.question > repeat && h->at.question < end && h->at.occurrence > count)
		count = h->at.occurrence;
	return count < 1 ? 1 : count;
}

static void
repeat(struct making *m, int i, int end, int passes)
{
	const char *label = flat(m, &m->q->questions[i].label);

	for (int pass = 1; pass <= passes; pass++) {
		hold(m);
		add_head(m, arena_format(&m->p->arena, "%s %d", label, pass));
		for (int k = i + 1; k < end; k++)
			one_question(m, k, pass);
	}
}

static int
all_passes(struct sheet *h)
{
	int sum = 0;

	for (int i = 0; i < h->session->q.question_count; i++)
		if (h->session->q.questions[i].type == QUESTION_REPEAT)
			sum = sum * 31 + passes_of(h, i);
	return sum;
}

void
keying_page_make(struct keying_page *p, struct sheet *h, int rows, int columns)
{
	int passes = all_passes(h);
	struct making m = { .p = p, .h = h, .q = &h->session->q, .page = 1 };

	if (p->line_count && p->rows == rows && p->columns == columns && p->passes == passes)
		return;
	keying_page_release(p);
	p->rows = rows;
	p->columns = columns;
	p->passes = passes;
	for (int i = 0; i < m.q->question_count;) {
		int end = i + 1;

		if (m.q->questions[i].type == QUESTION_REPEAT) {
			end = repeat_end(m.q, i);
			repeat(&m, i, end, passes_of(h, i));
		} else {
			one_question(&m, i, 1);
		}
		i = end;
	}
	close_view(&m, p->line_count);
}

void
keying_page_release(struct keying_page *p)
{
	arena_release(&p->arena);
	*p = (struct keying_page){ 0 };
}

int
keying_page_view(const struct keying_page *p, struct place at)
{
	for (int v = 0; v < p->view_count && at.question >= 0; v++)
		for (int i = 0; i < p->views[v].count; i++) {
			const struct page_line *l = &p->lines[p->views[v].first + i];

			if (l->kind == PAGE_ROW && l->at.question == at.question &&
				l->at.occurrence == at.occurrence)
				return v;
		}
	return p->view_count ? p->view_count - 1 : 0;
}

struct place
keying_page_first(const struct keying_page *p, int view)
{
	for (int i = 0; i < p->views[view].count; i++)
		if (p->lines[p->views[view].first + i].kind == PAGE_ROW)
			return p->lines[p->views[view].first + i].at;
	return (struct place){ -1, 1 };
}

void
keying_page_mark(struct keying_page *p, struct sheet *h)
{
	int view = keying_page_view(p, h->at);
	struct error ignored = { 0 };

	if (!session_enforces(h->session) || !p->view_count)
		return;
	for (int i = 0; i < p->views[view].count; i++) {
		struct page_line *l = &p->lines[p->views[view].first + i];
		bool leads = true;

		if (l->kind == PAGE_ROW)
			route_relevant(h->session->route, &h->answers, l->at, &leads, &ignored);
		l->off = !leads;
	}
}
