/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a form: what is unlikely, contradicts or lacks. Enter goes there, + says "so on the
 * paper", and Enter on the last line finishes. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/keying/keying_screen.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <string.h>

enum { TOP = 3, NUMBER = 6, SIGN_WIDTH = 20, LINE = 1024 };

static void
to_first_open(struct keying *k, int from)
{
	k->end_at = k->sheet.check_count;
	for (int i = 0; i < k->sheet.check_count; i++) {
		int row = (from + i) % k->sheet.check_count;

		if (!k->sheet.checks[row].confirmed) {
			k->end_at = row;
			return;
		}
	}
}

void
keying_end_open(struct keying *k)
{
	struct error err = { 0 };

	k->mode = KEYING_END;
	k->end_top = 0;
	if (sheet_check_all(&k->sheet, &err))
		screens_error(k->screens, &err);
	to_first_open(k, 0);
	if (!k->told)
		sound_play(k->screens, SOUND_END);
	k->told = true;
}

/* ---- finishing ---- */

/* Whether this form was the one after which all of the batch is to be keyed twice. */
static bool
made_whole(struct keying *k)
{
	struct error ignored = { 0 };
	struct batch now;

	return k->session->kind == READING_SECOND && !k->session->batch.second_whole &&
	       batch_load(k->session->app->db, k->session->batch.id, &now, &ignored) == 0 &&
	       now.second_whole;
}

static void
say_finished(struct keying *k)
{
	long long number = k->sheet.form.number;

	if (k->session->kind == READING_CORRECTION)
		screens_say(k->screens,
			_("The correction of form %lld is saved; the old values are kept."),
			number);
	else if (made_whole(k))
		screens_say(k->screens,
			_("Form %lld is saved. Many differences: the whole batch is keyed twice."),
			number);
	else
		screens_say(k->screens, _("Form %lld is finished and saved."), number);
}

void
keying_finish(struct keying *k, const char *reason)
{
	struct error err = { 0 };

	if (sheet_finish(&k->sheet, reason, &err)) {
		text_copy(k->reason, sizeof k->reason, reason);
		if (err.code != ERROR_CONFLICT || !keying_mend_conflict(k))
			keying_refuse(k, &err, SOUND_REFUSED);
		return;
	}
	k->leaving = true;
	screens_stale(k->screens);
	screens_pop(k->screens);
	say_finished(k);
}

static void
refuse(struct keying *k, const char *text)
{
	struct error err = { 0 };

	error_set(&err, ERROR_INPUT, "%s", text);
	keying_refuse(k, &err, SOUND_REFUSED);
}

/* Where routes are enforced every question on the way was keyed, if only with the key *. */
static bool
all_keyed(struct keying *k)
{
	if (k->session->kind == READING_CORRECTION ||
		(!session_enforces(k->session) && k->session->kind != READING_SECOND))
		return true;
	sheet_go_open(&k->sheet);
	if (k->sheet.at.question < 0)
		return true;
	k->mode = KEYING_FIELD;
	keying_arrive(k);
	refuse(k, _("This question was not keyed yet. Press * when the paper has no answer."));
	return false;
}

static void
try_finish(struct keying *k)
{
	if (sheet_open_checks(&k->sheet)) {
		to_first_open(k, 0);
		refuse(k, _("First answer each line: Enter goes to the question, + says that it is "
			    "so on the paper."));
		return;
	}
	if (!all_keyed(k))
		return;
	if (k->session->kind != READING_CORRECTION)
		keying_finish(k, "");
	else if (sheet_corrections(&k->sheet))
		keying_ask_line(k, LINE_REASON, k->reason);
	else
		keying_leave(k);
}

/* ---- keys ---- */

static void
go_there(struct keying *k)
{
	struct place at = k->sheet.checks[k->end_at].failed.at;

	k->mode = KEYING_FIELD;
	sheet_go(&k->sheet, at);
	keying_arrive(k);
}

static void
go_back(struct keying *k)
{
	k->mode = KEYING_FIELD;
	sheet_back(&k->sheet);
	keying_arrive(k);
}

static void
confirm(struct keying *k)
{
	if (k->end_at >= k->sheet.check_count)
		return;
	sheet_confirm(&k->sheet, k->end_at);
	if (k->sheet.checks[k->end_at].confirmed)
		to_first_open(k, k->end_at);
}

static void
drop(struct keying *k)
{
	if (k->end_at >= k->sheet.check_count ||
		k->sheet.checks[k->end_at].failed.kind != CHECK_ROUTE) {
		refuse(k, _("Only an answer off the route can be taken away here."));
		return;
	}
	sheet_drop(&k->sheet, k->end_at);
	to_first_open(k, 0);
}

void
keying_end_key(struct keying *k, const struct event *event)
{
	switch (event->key) {
	case KEYS_UP:
	case KEYS_BACKTAB:
		k->end_at -= k->end_at > 0;
		break;
	case KEYS_DOWN:
	case KEYS_TAB:
		k->end_at += k->end_at < k->sheet.check_count;
		break;
	case KEYS_ENTER:
		if (k->end_at < k->sheet.check_count)
			go_there(k);
		else
			try_finish(k);
		break;
	case '+':
	case '=':
		confirm(k);
		break;
	case '*':
		drop(k);
		break;
	case '-':
	case KEYS_BACKSPACE:
		go_back(k);
		break;
	default:
		refuse(k, _("Enter goes on here, + says “so on the paper”, - goes back."));
	}
}

/* ---- drawing ---- */

static int
text_columns(const struct canvas *c)
{
	return c->columns - NUMBER - SIGN_WIDTH - 1;
}

/* The line that is looked at shows its whole sentence, the others their beginning. */
static int
height(const struct keying *k, const struct canvas *c, int check)
{
	int lines = 1;

	if (check == k->end_at)
		lines = wrap_count(k->sheet.checks[check].failed.text, text_columns(c), NULL);
	return lines < 1 ? 1 : lines;
}

static void
draw_sentence(struct canvas *c, int row, int bottom, enum role role, const char *text)
{
	size_t next = 0;

	do {
		char line[LINE];
		size_t length = wrap_line(text, text_columns(c), &next);

		text_copy(line, length + 1 < sizeof line ? length + 1 : sizeof line, text);
		canvas_text(c, row++, NUMBER, text_columns(c), role, line);
		text += next;
	} while (next && row < bottom);
}

static void
draw_check(const struct keying *k, struct canvas *c, int row, int bottom, int check)
{
	const struct sheet_check *x = &k->sheet.checks[check];
	char number[16];

	canvas_right(c, row, 0, NUMBER - 1, ROLE_LABEL,
		question_number(&k->session->q, x->failed.at.question, number, sizeof number));
	if (check == k->end_at)
		draw_sentence(c, row, bottom, ROLE_SELECTED, x->failed.text);
	else
		canvas_text(c, row, NUMBER, text_columns(c), ROLE_TEXT, x->failed.text);
	if (x->confirmed)
		canvas_text(c, row, c->columns - SIGN_WIDTH, SIGN_WIDTH, ROLE_GOOD,
			_("so on the paper"));
	if (check == k->end_at)
		canvas_cursor(c, row, NUMBER);
}

static void
draw_last(const struct keying *k, struct canvas *c, int row)
{
	bool here = k->end_at >= k->sheet.check_count;
	int open = sheet_open_checks(&k->sheet);
	char text[160];

	if (open)
		snprintf(text, sizeof text,
			P_("%d line waits: Enter goes to the question, + so on the paper.",
				"%d lines wait: Enter goes to the question, + so on the paper.",
				(unsigned long)open),
			open);
	else
		text_copy(text, sizeof text, _("Enter finishes the form. - goes back."));
	canvas_text(c, row, NUMBER, c->columns - NUMBER, here ? ROLE_SELECTED : ROLE_HINT, text);
	if (here)
		canvas_cursor(c, row, NUMBER);
}

static void
draw_head(const struct keying *k, struct canvas *c)
{
	int changes = k->session->kind == READING_CORRECTION ? sheet_corrections(&k->sheet) : 0;
	char taken[128];

	sheet_taken_back(&k->sheet, taken, sizeof taken);
	canvas_printf(c, 0, NUMBER, c->columns - NUMBER, ROLE_TITLE, _("End of form %lld"),
		(long long)k->sheet.form.number);
	if (k->session->kind == READING_CORRECTION)
		canvas_printf(c, 1, NUMBER, c->columns - NUMBER, ROLE_TEXT,
			P_("%d answer was changed.", "%d answers were changed.",
				(unsigned long)changes),
			changes);
	else
		canvas_text(c, 1, NUMBER, c->columns - NUMBER, ROLE_TEXT,
			k->sheet.check_count ? _("To be looked at in the paper:")
			: taken[0]           ? ""
					     : _("Nothing stands out."));
	if (taken[0])
		canvas_printf(c, 2, NUMBER, c->columns - NUMBER, ROLE_WARN,
			_("Taken back, and without an answer now: question %s"), taken);
}

void
keying_end_draw(struct keying *k, struct canvas *c)
{
	int bottom = c->rows - 2, count = k->sheet.check_count, row = TOP;

	draw_head(k, c);
	if (k->end_at < k->end_top)
		k->end_top = k->end_at;
	if (k->end_at < count)
		while (k->end_top < k->end_at &&
			TOP + k->end_at - k->end_top + height(k, c, k->end_at) > bottom)
			k->end_top++;
	for (int i = k->end_top; i < count && row < bottom; i++) {
		draw_check(k, c, row, bottom, i);
		row += height(k, c, i);
	}
	draw_last(k, c, (row < bottom ? row : bottom) + (count > 0));
}
