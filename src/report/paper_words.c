/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fixed words of a paper form, with % where something is put in. They follow the language of
 * its questions, not that of the person who prints it: the catalogue of messages is no help. */
#include "config.h"

#include "report/paper_parts.h"

#include <ctype.h>
#include <string.h>

static const char *const words[WORDS][2] = {
	[WORD_FORM_NUMBER] = { "Number of the form", "Numer ankiety" },
	[WORD_NUMBER_SHORT] = { "No.", "Nr" },
	[WORD_PAGE] = { "page % of %", "strona % z %" },
	[WORD_PAGE_ALONE] = { "page", "strona" },
	[WORD_VERSION] = { "version %", "wersja %" },
	[WORD_AT_MOST] = { "Please mark at most %.", "Proszę zaznaczyć najwyżej %." },
	[WORD_SEVERAL] = { "You may mark more than one.", "Można zaznaczyć kilka odpowiedzi." },
	[WORD_PLACES] = { "Please write 1 to % beside what you choose; 1 is the first place.",
		"Proszę wpisać od 1 do % przy wybranych pozycjach; 1 to pierwsze miejsce." },
	[WORD_PLACES_ALL] = { "Please number all of them; 1 is the first place.",
		"Proszę ponumerować wszystkie pozycje; 1 to pierwsze miejsce." },
	[WORD_DAY] = { "day", "dzień" },
	[WORD_MONTH] = { "month", "miesiąc" },
	[WORD_YEAR] = { "year", "rok" },
	[WORD_CONTROLLER] = { "The survey is run by (data controller):",
		"Badanie prowadzi (administrator danych):" },
	[WORD_PURPOSE] = { "Purpose of the survey:", "Cel badania:" },
	[WORD_LEGAL_BASIS] = { "Legal basis:", "Podstawa prawna:" },
	[WORD_ONLY_IF] = { "Only if %.", "Tylko jeśli %." },
	[WORD_OR] = { " or ", " lub " },
	[WORD_AND] = { " and ", " i " },
	[WORD_MARKED] = { "in question % you marked %", "w pytaniu % zaznaczono %" },
	[WORD_NOT_MARKED] = { "in question % you did not mark %",
		"w pytaniu % nie zaznaczono %" },
	[WORD_EQUAL] = { "the answer to question % is %", "odpowiedź na pytanie % to %" },
	[WORD_NOT_EQUAL] = { "the answer to question % is other than %",
		"odpowiedź na pytanie % jest inna niż %" },
	[WORD_MORE] = { "the number in question % is greater than %",
		"liczba w pytaniu % jest większa niż %" },
	[WORD_LESS] = { "the number in question % is less than %",
		"liczba w pytaniu % jest mniejsza niż %" },
	[WORD_AT_LEAST] = { "the number in question % is at least %",
		"liczba w pytaniu % wynosi co najmniej %" },
	[WORD_MOST] = { "the number in question % is at most %",
		"liczba w pytaniu % wynosi najwyżej %" },
};

const char *
paper_word(const struct paper *p, enum paper_word word)
{
	return words[word][p->polish];
}

const char *
paper_phrase(const struct paper *p, enum paper_word word, const char *first, const char *second)
{
	const char *from = paper_word(p, word), *gap = strchr(from, '%');
	const char *rest = strchr(gap + 1, '%');

	if (!rest)
		return arena_format(p->arena, "%.*s%s%s", (int)(gap - from), from, first, gap + 1);
	return arena_format(p->arena, "%.*s%s%.*s%s%s", (int)(gap - from), from, first,
		(int)(rest - gap - 1), gap + 1, second, rest + 1);
}

const char *
paper_text(const struct paper *p, const struct texts *t)
{
	return questionnaire_text(p->q, t, p->request->language);
}

void
paper_remark(struct paper *p, const char *text)
{
	p->remarks = arena_grow(p->arena, p->remarks, (size_t)p->remark_count, &p->remark_room,
		sizeof(*p->remarks));
	p->remarks[p->remark_count++] = text;
}

bool
paper_names(const char *text, const char *number)
{
	size_t length = strlen(number);

	for (const char *at = text; length && (at = strstr(at, number)); at++)
		if ((at == text || !isalnum((unsigned char)at[-1])) &&
			!isalnum((unsigned char)at[length]))
			return true;
	return false;
}
