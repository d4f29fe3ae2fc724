/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What travels in packages: nouns, their lines and their queries. */
#include "config.h"

#include "model/packages/package_parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"

#include <stdio.h>
#include <string.h>

#define LINE(name, query) \
	{ name, Q_PACKAGE_##query##_OUT, Q_PACKAGE_##query##_CLEAR, Q_PACKAGE_##query##_IN }
#define NO_LINES { { NULL, 0, 0, 0 } }
#define QUERIES(query) Q_PACKAGE_##query##_OUT, Q_PACKAGE_##query##_IN
#define FREE(query) QUERIES(query), -1, Q_PACKAGE_##query##_GONE, -1
#define KEYED(query) QUERIES(query), Q_PACKAGE_##query##_CLASH, Q_PACKAGE_##query##_GONE, -1
#define MOVED(query)                                                         \
	QUERIES(query), Q_PACKAGE_##query##_CLASH, Q_PACKAGE_##query##_GONE, \
		Q_PACKAGE_##query##_RENAME

const struct package_noun package_nouns[PACKAGE_NOUNS] = {
	{ "contact", N_("people"), FREE(CONTACT), OF_LEAD, NO_LINES },
	{ "exchange_group", N_("groups"), KEYED(GROUP), OF_LEAD,
		{ LINE("stage", STAGE), LINE("member", MEMBER), LINE("person", PERSON),
			LINE("compared", COMPARED) } },
	{ "meeting", N_("meetings"), KEYED(MEETING), OF_LEAD,
		{ LINE("item", ITEM), LINE("participant", PARTICIPANT),
			LINE("agreement", AGREEMENT) } },
	{ "document", N_("documents"), FREE(DOCUMENT), OF_ANYBODY, NO_LINES },
	{ "homework", N_("homework"), FREE(HOMEWORK), OF_LEAD, NO_LINES },
	{ "homework_answer", N_("answers to homework"), MOVED(HOMEWORK_ANSWER), OF_ANYBODY,
		NO_LINES },
	{ "minutes", N_("minutes"), KEYED(MINUTES), OF_LEAD,
		{ LINE("version", VERSION), LINE("annex", ANNEX), LINE("head", HEAD) } },
	{ "minutes_remark", N_("remarks on minutes"), FREE(REMARK), OF_UNIT_ANSWERED, NO_LINES },
	{ "opinion", N_("drafts for opinion"), FREE(OPINION), OF_LEAD, NO_LINES },
	{ "opinion_answer", N_("opinions"), MOVED(OPINION_ANSWER), OF_UNIT_ANSWERED, NO_LINES },
	{ "advice", N_("advice"), FREE(ADVICE), OF_LEAD, NO_LINES },
	{ "data_sheet", N_("data sheets"), KEYED(SHEET), OF_LEAD, { LINE("line", SHEET_LINE) } },
	{ "sheet_return", N_("filled-in sheets"), MOVED(RETURN), OF_UNIT_ANSWERED,
		{ LINE("figure", FIGURE), LINE("question", QUESTION) } },
	{ "member_figures", N_("own figures of members"), FREE(FIGURES), OF_UNIT,
		{ LINE("figure", TOLD) } },
	{ "service_organisation", N_("forms of organisation"), MOVED(ORGANISATION), OF_UNIT,
		NO_LINES },
	{ "decision_count", N_("counts of decisions"), MOVED(DECISION), OF_UNIT, NO_LINES },
	{ "conclusion", N_("conclusions"), FREE(CONCLUSION), OF_UNIT,
		{ LINE("evidence", EVIDENCE) } },
	{ "improvement_plan", N_("improvement plans"), FREE(PLAN), OF_UNIT,
		{ LINE("conclusion", PLAN_CONCLUSION), LINE("action", ACTION),
			LINE("result", RESULT) } },
	{ "closing_note", N_("what members leave at the end"), FREE(CLOSING), OF_UNIT, NO_LINES },
};

char *
package_rows_words(char *dst, size_t size, const struct package_rows *rows)
{
	const int sheet = package_noun_find("sheet_return");
	const int beside = package_noun_find("member_figures");
	size_t n = 0;
	int deleted = 0;

	*dst = '\0';
	for (int i = 0; i < rows->count; i++)
		deleted += rows->rows[i].deleted && !rows->rows[i].withdrawn;
	for (int noun = 0; noun < PACKAGE_NOUNS && n < size; noun++) {
		const bool holds = noun == sheet || noun == beside;
		int count = 0, figures = 0;

		for (int i = 0; i < rows->count; i++) {
			const struct package_row *r = &rows->rows[i];

			if (r->deleted || r->withdrawn)
				continue;
			count += r->noun == noun;
			for (int j = 0; holds && r->noun == noun && j < r->line_count; j++)
				figures += r->lines[j].kind == 0;
		}
		if (count)
			n += (size_t)snprintf(dst + n, size - n, "%s%s %d", n ? ", " : "",
				package_noun_label(noun), count);
		if (figures && n < size)
			n += (size_t)snprintf(dst + n, size - n, _(" (figures %d)"), figures);
	}
	if (deleted && n < size)
		n += (size_t)snprintf(
			dst + n, size - n, "%s%s %d", n ? ", " : "", _("deleted entries"), deleted);
	if (!n)
		text_copy(dst, size, _("no entries"));
	return dst;
}
