/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows about a member that change hands. The office that keeps the group writes down what a member
 * told it by telephone or on paper; when the member has a database of its own, all of it is the
 * member's: it goes on with what came, and what it sends takes the place of what was written for
 * it. */
#include "config.h"

#include "model/packages/package_parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/homework.h"
#include "model/meetings/opinion.h"
#include "model/queries.h"
#include "model/sheets/decision_count.h"
#include "model/sheets/service_organisation.h"
#include "model/units/unit_city.h"

#include <string.h>

/* ---- what a row says, in a line ---- */

static const char *
homework_word(const char *name)
{
	int s = 0;

	while (s < HOMEWORK_STATES && strcmp(homework_state_name((enum homework_state)s), name))
		s++;
	return s < HOMEWORK_STATES ? homework_state_label((enum homework_state)s) : name;
}

static const char *
opinion_word(const char *name)
{
	int v = 0;

	while (v < OPINION_VIEWS && strcmp(opinion_view_name((enum opinion_view)v), name))
		v++;
	return v < OPINION_VIEWS ? opinion_view_label((enum opinion_view)v) : name;
}

static const char *
provider_word(const char *name)
{
	int p = 0;

	while (p < PROVIDERS && strcmp(service_provider_name((enum service_provider)p), name))
		p++;
	return p < PROVIDERS ? service_provider_label((enum service_provider)p) : name;
}

/* "building permits (SA), quarter 2 of 2025": which totals of decisions. */
static const char *
decision_place(const struct judging *j, const struct package_row *row)
{
	const char *department = package_field_value(j, row, "department");
	const char *words = package_field_value(j, row, "case_type");

	if (department[0])
		words = arena_format(j->arena, "%s (%s)", words, department);
	return arena_format(j->arena, _("%s, quarter %s of %s"), words,
		package_field_value(j, row, "quarter"), package_field_value(j, row, "year"));
}

/* Figures in which it differs from the other row, without one how many were issued:
 * "Decisions issued: 20, appealed against: 1". */
static const char *
decision_figures(
	const struct judging *j, const struct package_row *row, const struct package_row *other)
{
	const char *text = "";

	for (int i = 0; i < DECISION_ITEMS; i++) {
		const char *name = decision_item_name((enum decision_item)i);
		const char *figure = package_field_value(j, row, name);

		if (other ? strcmp(figure, package_field_value(j, other, name)) == 0
			  : i != DECISION_ISSUED)
			continue;
		text = arena_format(j->arena, "%s%s%s: %s", text, text[0] ? ", " : "",
			decision_item_label((enum decision_item)i), figure);
	}
	return text[0] || !other ? text : decision_figures(j, row, NULL);
}

static const struct handed {
	const char *noun;
	const char *choice; /* field of a word that leads the text; NULL = none */
	const char *(*word)(const char *name);
	const char *text; /* field; NULL = figures */
} handed[] = {
	{ "homework_answer", "state", homework_word, "text" },
	{ "opinion_answer", "view", opinion_word, "text" },
	{ "service_organisation", "provider", provider_word, "name" },
	{ "decision_count", NULL, NULL, NULL }, /* figures: decision_figures() */
	{ "conclusion", NULL, NULL, "text" },
	{ "improvement_plan", NULL, NULL, "title" },
	{ "closing_note", NULL, NULL, "text" },
};

static const struct handed *
find_handed(int noun)
{
	for (size_t i = 0; i < sizeof(handed) / sizeof(handed[0]); i++)
		if (!strcmp(handed[i].noun, package_nouns[noun].name))
			return &handed[i];
	return NULL;
}

enum { TEXT_SHOWN = 60 }; /* columns: two texts and a sentence are one remark */

/* other: the row beside which it is told; NULL = none. */
static const char *
line_of(const struct judging *j, const struct handed *h, const struct package_row *row,
	const struct package_row *other)
{
	char clean[512];
	size_t length;
	const char *choice = h->choice ? h->word(package_field_value(j, row, h->choice)) : "";

	if (!h->text)
		return decision_figures(j, row, other);
	text_clean(clean, sizeof(clean), package_field_value(j, row, h->text));
	length = text_fit(clean, TEXT_SHOWN);
	return arena_format(j->arena, "%s%s%.*s%s", choice, choice[0] && clean[0] ? ": " : "",
		(int)length, clean, clean[length] ? "…" : "");
}

/* "conclusions", "counts of decisions: building permits, quarter 2 of 2025": what a note is of. */
static const char *
label_of(const struct judging *j, const struct handed *h, const struct package_row *row)
{
	const char *label = package_noun_label(row->noun);

	return h->text ? label : arena_format(j->arena, "%s: %s", label, decision_place(j, row));
}

/* ---- what stands in the place of a row ---- */

struct place {
	struct package_row here;
	bool found, same_uid;
};

static int
find_place(struct judging *j, const struct package_row *row, struct place *p)
{
	const char *uid;

	*p = (struct place){ .same_uid = true };
	if (package_row_load(j->db, j->shape, row->noun, row->uid, false, j->arena, &p->here,
		    &p->found, j->err) < 0)
		return -1;
	if (p->found || package_nouns[row->noun].rename < 0)
		return 0;
	p->same_uid = false;
	if (package_clash(j, row, &uid) < 0)
		return -1;
	return uid[0] ? package_row_load(j->db, j->shape, row->noun, uid, false, j->arena, &p->here,
				&p->found, j->err)
		      : 0;
}

/* An answer to homework is of the unit that has the homework; "" = of none. */
static int
find_unit(struct judging *j, const struct package_row *row, const char **unit)
{
	struct package_row homework;
	bool found;

	*unit = package_field_value(j, row, "unit.code");
	if (strcmp(package_nouns[row->noun].name, "homework_answer"))
		return 0;
	if (package_row_anywhere(j, package_noun_find("homework"),
		    package_field_value(j, row, "homework.uid"), &homework, &found) < 0)
		return -1;
	*unit = found ? package_field_value(j, &homework, "unit.code") : "";
	return 0;
}

void
package_judge_rev(const struct judging *j, struct package_row *row, int64_t rev)
{
	row->fate = row->rev < rev || j->from->older ? PACKAGE_OLDER : PACKAGE_CHANGED;
}

/* ---- at the member: what its union wrote ---- */

/* The rev that the newest package brought, 0 = none did. */
static int
rev_brought(struct judging *j, const struct package_row *row, int64_t *rev)
{
	struct stmt *q = db_start(j->db, Q_PACKAGE_BROUGHT, j->err);

	db_bind_text(q, 1, package_nouns[row->noun].name);
	db_bind_text(q, 2, row->uid);
	*rev = db_next(q) ? db_int(q, 0) : 0;
	return db_end(q);
}

int
package_judge_taken(struct judging *j, struct package_row *row, const struct package_row *here)
{
	int64_t brought;

	row->ours = true;
	if (package_row_same(j->shape, row, here)) {
		row->fate = PACKAGE_SAME;
		return 0;
	}
	row->fate = PACKAGE_OURS;
	if (row->rev <= here->rev || j->from->older)
		return 0;
	if (rev_brought(j, row, &brought) < 0)
		return -1;
	if (brought != here->rev)
		return package_answer_own(j, row, here);
	row->fate = PACKAGE_CHANGED;
	return 0;
}

static const char *
both_wrote(const struct judging *j, const struct handed *h, const struct package_row *row,
	const struct package_row *here)
{
	const char *said = arena_format(j->arena,
		_("this office wrote “%s” itself, and the sender “%s”; its own stays, and its "
		  "next package takes the place of what was written there"),
		line_of(j, h, here, row), line_of(j, h, row, here));

	return h->text ? said : arena_format(j->arena, "%s: %s", decision_place(j, row), said);
}

static int
judge_at_member(struct judging *j, const struct handed *h, struct package_row *row,
	const struct place *p, bool *settled)
{
	bool ours = p->found && !p->here.owner[0];

	*settled = true;
	if (ours && p->same_uid)
		return package_judge_taken(j, row, &p->here);
	if (ours) {
		package_refuse(row, both_wrote(j, h, row, &p->here));
		return 0;
	}
	/* What was deleted before it came, and what another office brought, is judged as any. */
	if (p->found ? strcmp(p->here.owner, row->owner) != 0
		     : package_field_value(j, row, "retired_at")[0] != '\0')
		return *settled = false, 0;
	row->ours = true;
	row->note = arena_format(j->arena,
		_("%s: “%s”, written by %s for this unit, is this office's own from now on."),
		label_of(j, h, row), line_of(j, h, row, NULL), j->from->office.name);
	if (p->found)
		package_judge_rev(j, row, p->here.rev);
	return 0;
}

/* ---- at the keeper of the group: what the member sends ---- */

static int
judge_at_keeper(struct judging *j, const struct handed *h, struct package_row *row,
	const struct place *p, bool *settled)
{
	bool told = package_keep_outcome(j, row, &p->here);
	const char *here, *there;

	*settled = true;
	row->fate = PACKAGE_SAME; /* nobody has touched it at the member */
	if (p->same_uid && package_row_same(j->shape, row, &p->here))
		return 0;
	package_judge_rev(j, row, p->same_uid ? p->here.rev : 0);
	row->replaces = p->same_uid ? NULL : p->here.uid;
	if (told && row->fate == PACKAGE_CHANGED)
		row->rev = (row->rev > p->here.rev ? row->rev : p->here.rev) + 1;
	here = line_of(j, h, &p->here, row);
	there = line_of(j, h, row, &p->here);
	if (strcmp(here, there) == 0) /* both say the same: nothing to be told */
		return 0;
	row->note = arena_format(j->arena,
		_("%s: what was written here for a member, “%s”, is its office's from now on; it "
		  "says “%s”. Undoing the import brings the former text back."),
		label_of(j, h, row), here, there);
	return 0;
}

int
package_judge_handed(struct judging *j, struct package_row *row, bool *settled)
{
	const struct package_from *from = j->from;
	const struct handed *h = find_handed(row->noun);
	bool of_sender = !strcmp(row->owner, from->office.uid);
	const char *unit;
	struct place p;

	*settled = false;
	if (!h)
		return 0;
	if (find_unit(j, row, &unit) < 0 || find_place(j, row, &p) < 0)
		return -1;
	if (from->leads && of_sender && from->our_unit[0] && unit_code_same(unit, from->our_unit))
		return judge_at_member(j, h, row, &p, settled);
	if (!from->leads && of_sender && p.found && !p.here.owner[0] && unit[0] &&
		(!from->office.unit[0] || unit_code_same(unit, from->office.unit)))
		return judge_at_keeper(j, h, row, &p, settled);
	/* Elsewhere: what the keeper wrote has become the member's. */
	if (from->leads && !of_sender && p.found && !strcmp(p.here.owner, from->office.uid)) {
		*settled = true;
		package_judge_rev(j, row, 0);
		row->replaces = p.same_uid ? NULL : p.here.uid;
	}
	return 0;
}
