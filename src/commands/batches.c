/* SPDX-License-Identifier: GPL-3.0-or-later */
/* batch: paper as it came in; the lists of batches and of forms. */
#include "config.h"

#include "commands/given.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/surveys/batch.h"
#include "model/surveys/form.h"

#include <string.h>
#include <stdio.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))
#define B(member) GIVEN_AT(struct batch, member)

static const struct given_field fields[] = {
	{ "number", GIVEN_WHOLE, B(number), 1, BATCH_MAX_NUMBER, 0 },
	{ "from", GIVEN_TEXT, B(received_from), 0, 0, 0 },
	{ "by", GIVEN_TEXT, B(received_by), 0, 0, 0 },
	{ "on", GIVEN_DATE, B(received_on), 0, 0, 0 },
	{ "received", GIVEN_WHOLE, B(received), 0, BATCH_MAX_NUMBER, 0 },
	{ "first", GIVEN_WHOLE, B(first_number), 1, BATCH_MAX_NUMBER, 0 },
	{ "last", GIVEN_WHOLE, B(last_number), 1, BATCH_MAX_NUMBER, 0 },
	{ "spoilt", GIVEN_WHOLE, B(spoilt), 0, BATCH_MAX_NUMBER, 0 },
	{ "empty", GIVEN_WHOLE, B(empty), 0, BATCH_MAX_NUMBER, 0 },
	{ "reason", GIVEN_TEXT, B(reason), 0, 0, 0 },
	{ "room", GIVEN_TEXT, B(room), 0, 0, 0 },
	{ "binder", GIVEN_TEXT, B(binder), 0, 0, 0 },
	{ "lent-to", GIVEN_TEXT, B(lent_to), 0, 0, 0 },
};

int
given_wave(struct run *run, const char *code, struct wave *w, struct error *err)
{
	if (wave_by_code(run->db, code, w, err) == 0)
		return 0;
	if (err->code == ERROR_MISSING)
		run_advise(err, _("gromada list waves prints all of them."));
	return -1;
}

int
given_batch(
	struct run *run, const struct wave *w, const char *text, struct batch *b, struct error *err)
{
	long number;

	if (number_parse_whole(text, 1, BATCH_MAX_NUMBER, &number))
		return error_set(err, ERROR_INPUT, _("\"%s\" is no number of a batch."), text);
	if (batch_by_number(run->db, w->id, (int)number, b, err) == 0)
		return 0;
	if (err->code == ERROR_MISSING)
		run_advise(err, _("gromada list batches prints all of them."));
	return -1;
}

/* WAVE NUMBER as the first two operands. */
static int
operand_batch(struct run *run, struct wave *w, struct batch *b, struct error *err)
{
	const char **operands = run->arguments->operands;

	return given_wave(run, operands[0], w, err) || given_batch(run, w, operands[1], b, err) ? -1
												: 0;
}

int
command_batch_add(struct run *run, struct error *err)
{
	struct batch b = { .received = -1 };
	struct wave w;

	if (given_wave(run, run->arguments->operands[0], &w, err) ||
		batch_first_free(run->db, w.id, &b.first_number, err))
		return -1;
	b.wave = w.id;
	date_iso(b.received_on, sizeof(b.received_on), clock_today());
	text_copy(b.received_by, sizeof(b.received_by), run->person.name);
	if (given_apply(run, 1, fields, COUNT(fields), &b, err))
		return -1;
	if (b.received < 0 && b.last_number >= b.first_number &&
		b.last_number - b.first_number < BATCH_MAX_FORMS)
		b.received = (int)(b.last_number - b.first_number) + 1 + b.spoilt + b.empty;
	if (b.last_number == 0)
		return error_set(err, ERROR_INPUT,
			_("Say which number was stamped last: last=…; the first is %lld."),
			(long long)b.first_number);
	if (batch_save(run->db, &b, err))
		return -1;
	run_say(_("Made the batch %d of the wave %s: forms %lld to %lld wait to be keyed."),
		b.number, w.code, (long long)b.first_number, (long long)b.last_number);
	return 0;
}

int
command_batch_change(struct run *run, struct error *err)
{
	struct wave w;
	struct batch b;

	if (operand_batch(run, &w, &b, err) ||
		given_apply(run, 2, fields, COUNT(fields), &b, err) || batch_save(run->db, &b, err))
		return -1;
	run_say(_("Changed the batch %d of the wave %s."), b.number, w.code);
	return 0;
}

int
command_batch_close(struct run *run, struct error *err)
{
	struct closing {
		char difference[256];
		bool drop;
	} given = { "", false };
	static const struct given_field closing[] = {
		{ "difference", GIVEN_TEXT, GIVEN_AT(struct closing, difference), 0, 0, 0 },
		{ "drop", GIVEN_YES_NO, GIVEN_AT(struct closing, drop), 0, 0, 0 },
	};
	struct batch b;
	const char **points;
	struct wave w;
	bool refused;
	int count;

	if (operand_batch(run, &w, &b, err))
		return -1;
	if (given_apply(run, 2, closing, COUNT(closing), &given, err) ||
		batch_open_points(run->db, b.id, &run->arena, &points, &count, err))
		return -1;
	if (given.difference[0] && batch_agrees(&b))
		run_say(_("The counts agree: there is no difference, and its reason is not kept."));
	refused = (given.drop ? batch_close_dropping : batch_close)(
			  run->db, &b, given.difference, err) != 0;
	for (int i = 0; i < count; i++) /* once: what the refusal does not say itself */
		if (!refused || !strstr(err->text, points[i]))
			run_say("%s", points[i]);
	if (refused) {
		if (err->field == BATCH_CLOSE_DIFFERENCE)
			run_advise(err, _("difference=… says why."));
		else if (err->field == BATCH_CLOSE_UNSAVED)
			run_advise(err, _("A coordinator drops what waits with drop=yes."));
		return -1;
	}
	run_say(_("The batch %d of the wave %s is closed."), b.number, w.code);
	return 0;
}

int
command_batch_reopen(struct run *run, struct error *err)
{
	struct wave w;
	struct batch b;

	if (operand_batch(run, &w, &b, err) || batch_reopen(run->db, &b, err))
		return -1;
	run_say(_("The batch %d of the wave %s is open again."), b.number, w.code);
	return 0;
}

static void
batch_row(struct result *r, const struct wave *w, const struct batch *b)
{
	result_whole(r, b->number);
	result_text(r, w->code);
	result_text(r, b->received_from);
	result_text(r, b->received_on);
	result_whole(r, b->first_number);
	result_whole(r, b->last_number);
	result_whole(r, b->received);
	result_whole(r, b->keyed);
	result_whole(r, b->empty + b->empty_forms);
	result_whole(r, b->spoilt + b->spoilt_forms);
	result_whole(r, b->missing);
	result_whole(r, b->waiting);
	result_whole(r, b->keying);
	result_whole(r, b->second_chosen);
	result_whole(r, b->second_done);
	result_whole(r, b->differing);
	result_text(r, b->room);
	result_text(r, b->binder);
	result_text(r, b->lent_to);
	result_text(r, b->closed_at);
	result_text(r, b->difference);
}

int
command_list_batches(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "wave", N_("wave"), REPORT_CODE },
		{ "from", N_("from whom"), REPORT_TEXT },
		{ "received_on", N_("day"), REPORT_TEXT },
		{ "first", N_("first number"), REPORT_CODE },
		{ "last", N_("last number"), REPORT_CODE },
		{ "received", N_("received"), REPORT_NUMBER },
		{ "keyed", N_("keyed"), REPORT_NUMBER },
		{ "empty", N_("empty"), REPORT_NUMBER },
		{ "spoilt", N_("spoilt"), REPORT_NUMBER },
		{ "missing", N_("not found"), REPORT_NUMBER },
		{ "waiting", N_("waiting"), REPORT_NUMBER },
		{ "keying", N_("being keyed"), REPORT_NUMBER },
		{ "second_chosen", N_("to be keyed twice"), REPORT_NUMBER },
		{ "second_done", N_("keyed twice"), REPORT_NUMBER },
		{ "differing", N_("with differences"), REPORT_NUMBER },
		{ "room", N_("room"), REPORT_TEXT },
		{ "binder", N_("binder"), REPORT_TEXT },
		{ "lent_to", N_("lent to"), REPORT_TEXT },
		{ "closed_at", N_("closed"), REPORT_TEXT },
		{ "difference", N_("why the counts differ"), REPORT_TEXT },
	};
	struct batch *list;
	struct wave w;
	struct result *r;
	int count;

	if (given_wave(run, run->arguments->operands[0], &w, err) ||
		batch_list(run->db, w.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Batches"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++)
		batch_row(r, &w, &list[i]);
	return result_end(r, err);
}

int
command_list_forms(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "batch", N_("batch"), REPORT_CODE },
		{ "mode", N_("mode"), REPORT_TEXT },
		{ "state", N_("state"), REPORT_TEXT },
		{ "second", N_("second keying"), REPORT_TEXT },
		{ "inconsistent", N_("contradicts"), REPORT_TEXT },
		{ "keyer", N_("keyed by"), REPORT_TEXT },
		{ "reason", N_("reason"), REPORT_TEXT },
	};
	const char *batch = run_option(run, OPTION_BATCH);
	struct batch b = { 0 };
	struct wave w;
	struct form *list;
	struct result *r;
	int count;

	if (given_wave(run, run->arguments->operands[0], &w, err) ||
		(batch && given_batch(run, &w, batch, &b, err)) ||
		form_list(run->db, w.id, b.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, C_("counted", "Forms"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_whole(r, list[i].number);
		if (list[i].batch_number)
			result_whole(r, list[i].batch_number);
		else
			result_none(r);
		result_text(r, list[i].mode);
		result_text(r, form_state_name(list[i].state));
		result_text(r, form_second_name(list[i].second));
		result_text(r, list[i].inconsistent ? "yes" : "no");
		result_text(r, list[i].keyer);
		result_text(r, list[i].reason);
	}
	return result_end(r, err);
}
