/* SPDX-License-Identifier: GPL-3.0-or-later */
/* closing: recommendations, problems met and achievements of members at a group's end. */
#include "config.h"

#include "commands/given.h"
#include "commands/group_commands.h"
#include "commands/plan_commands.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/plans/closing_note.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

int
command_list_closing(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "unit", N_("TERYT"), REPORT_CODE },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "text", N_("text"), REPORT_TEXT },
		{ "made_on", N_("day"), REPORT_TEXT },
	};
	struct closing_note *list;
	struct result *r;
	int64_t group;
	int count, slot;

	if (run_whose(run, &group, &slot, err) ||
		closing_note_list(run->db, group, slot, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Recommendations, problems, achievements"),
			RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_whole(r, list[i].id);
		result_text(r, run_code_of(run, list[i].slot));
		result_words(r, closing_kind_name(list[i].kind), closing_kind_label(list[i].kind));
		result_text(r, list[i].text);
		result_text(r, list[i].made_on);
	}
	return result_end(r, err);
}

static int
find_number(struct run *run, int64_t *id, struct error *err)
{
	const char *text = run->arguments->operands[0];
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number)) {
		error_set(err, ERROR_MISSING, _("There is no note “%s” of a group's end."), text);
		return run_advise(err, _("gromada list closing --group GROUP prints all of them."));
	}
	*id = number;
	return 0;
}

static int
find_note(struct run *run, struct closing_note *n, struct error *err)
{
	int64_t id;

	if (find_number(run, &id, err))
		return -1;
	if (closing_note_load(run->db, id, n, err) == 0)
		return 0;
	return err->code == ERROR_MISSING
		       ? run_advise(
				 err, _("gromada list closing --group GROUP prints all of them."))
		       : -1;
}

struct given_note {
	struct closing_note n;
	char kind[16];
};

static int
apply(struct run *run, int first, struct given_note *g, struct error *err)
{
	static const struct given_field fields[] = {
		{ "text", GIVEN_TEXT, GIVEN_AT(struct given_note, n.text), 0, 0, 0 },
		{ "kind", GIVEN_TEXT, GIVEN_AT(struct given_note, kind), 0, 0, 0 },
	};
	const char *words[CLOSING_KINDS];
	int kind;

	for (int i = 0; i < CLOSING_KINDS; i++)
		words[i] = closing_kind_name((enum closing_kind)i);
	text_copy(g->kind, sizeof g->kind, words[g->n.kind]);
	if (given_apply(run, first, fields, COUNT(fields), g, err) ||
		given_one_of("kind", g->kind, words, CLOSING_KINDS, &kind, err))
		return -1;
	g->n.kind = (enum closing_kind)kind;
	return closing_note_save(run->db, &g->n, err);
}

int
command_closing_new(struct run *run, struct error *err)
{
	struct given_note g = { .kind = "" };
	struct exchange_group group;
	const struct unit *unit;

	if (group_operand(run, &group, err) ||
		run_member(run, group.id, run->arguments->operands[1], &unit, err))
		return -1;
	g.n.group = group.id;
	g.n.slot = unit->slot;
	if (apply(run, 2, &g, err))
		return -1;
	run_say(_("Wrote note %lld."), (long long)g.n.id);
	return 0;
}

int
command_closing_set(struct run *run, struct error *err)
{
	struct given_note g = { .kind = "" };

	if (find_note(run, &g.n, err) || apply(run, 1, &g, err))
		return -1;
	run_say(_("Changed note %lld."), (long long)g.n.id);
	return 0;
}

int
command_closing_retire(struct run *run, struct error *err)
{
	struct closing_note n;

	if (find_note(run, &n, err) || closing_note_retire(run->db, n.id, n.rev, err))
		return -1;
	run_say(_("The note is deleted; gromada closing restore %lld brings it back."),
		(long long)n.id);
	return 0;
}

int
command_closing_restore(struct run *run, struct error *err)
{
	int64_t id;

	if (find_number(run, &id, err) || closing_note_restore(run->db, id, err))
		return -1;
	run_say(_("The note is back."));
	return 0;
}
