/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms: lists, looking up by number and by answer, states, notes. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/surveys/form_parts.h"
#include "model/queries.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *name, *label;
} states[FORM_STATES] = {
	[FORM_WAITING] = { "waiting", N_("waits to be keyed") },
	[FORM_KEYING] = { "keying", N_("in keying") },
	[FORM_KEYED] = { "keyed", N_("keyed") },
	[FORM_EMPTY] = { "empty", N_("empty paper") },
	[FORM_SPOILT] = { "spoilt", N_("spoilt paper") },
	[FORM_MISSING] = { "missing", N_("paper missing") },
}, seconds[] = {
	[SECOND_NONE] = { "none", N_("not keyed twice") },
	[SECOND_CHOSEN] = { "chosen", N_("to be keyed twice") },
	[SECOND_KEYING] = { "keying", N_("in second keying") },
	[SECOND_DIFFERS] = { "differs", N_("differences to settle") },
	[SECOND_DONE] = { "done", N_("keyed twice") },
};

const char *
form_state_name(enum form_state state)
{
	return states[state].name;
}

const char *
form_state_label(enum form_state state)
{
	return _(states[state].label);
}

const char *
form_second_name(enum form_second second)
{
	return seconds[second].name;
}

const char *
form_second_label(enum form_second second)
{
	return _(seconds[second].label);
}

static enum form_state
state_of(const char *name)
{
	int i = FORM_STATES - 1;

	while (i > 0 && strcmp(states[i].name, name))
		i--;
	return (enum form_state)i;
}

static enum form_second
second_of(const char *name)
{
	int i = SECOND_DONE;

	while (i > 0 && strcmp(seconds[i].name, name))
		i--;
	return (enum form_second)i;
}

/* ---- lists ---- */

static void
read_form(struct stmt *row, struct form *f)
{
	*f = (struct form){ .id = db_int(row, 0),
		.rev = db_int(row, 1),
		.wave = db_int(row, 2),
		.batch = db_int(row, 3),
		.number = db_int(row, 5),
		.version = db_int(row, 6),
		.state = state_of(db_text(row, 8)),
		.second = second_of(db_text(row, 9)),
		.inconsistent = db_int(row, 10) != 0,
		.batch_number = (int)db_int(row, 13) };
	text_copy(f->uid, sizeof(f->uid), db_text(row, 4));
	text_copy(f->mode, sizeof(f->mode), db_text(row, 7));
	text_copy(f->reason, sizeof(f->reason), db_text(row, 11));
	text_copy(f->note, sizeof(f->note), db_text(row, 12));
	text_copy(f->keyer, sizeof(f->keyer), db_text(row, 14));
}

static int
read_list(struct stmt *row, struct arena *arena, struct form **list, int *count)
{
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(row)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_form(row, &(*list)[(*count)++]);
	}
	return db_end(row);
}

int
form_page(struct db *db, int64_t wave, int64_t batch, int64_t after, int limit, struct arena *arena,
	struct form **list, int *count, struct error *err)
{
	struct stmt *row = db_start(db, batch ? Q_FORM_PAGE_BATCH : Q_FORM_PAGE_WAVE, err);

	db_bind_int(row, 1, batch ? batch : wave);
	db_bind_int(row, 2, after);
	db_bind_int(row, 3, limit);
	return read_list(row, arena, list, count);
}

int
form_list(struct db *db, int64_t wave, int64_t batch, struct arena *arena, struct form **list,
	int *count, struct error *err)
{
	return form_page(db, wave, batch, 0, -1, arena, list, count, err);
}

/* "1–120, 121–200, …" as far as there is room. */
static int
ranges(struct db *db, int64_t wave, char *dst, size_t size, struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_RANGES, err);
	size_t length = 0;

	dst[0] = '\0';
	db_bind_int(row, 1, wave);
	while (db_next(row)) {
		char one[64];
		int n = snprintf(one, sizeof(one), "%s%lld–%lld", length ? ", " : "",
			(long long)db_int(row, 0), (long long)db_int(row, 1));

		if (length + (size_t)n + 8 > size) {
			memcpy(dst + length, ", …", sizeof(", …"));
			break;
		}
		memcpy(dst + length, one, (size_t)n + 1);
		length += (size_t)n;
	}
	return db_end(row);
}

int
form_by_number(struct db *db, int64_t wave, int64_t number, struct form *out, struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_BY_NUMBER, err);
	char held[256];
	bool found;

	db_bind_int(row, 1, wave);
	db_bind_int(row, 2, number);
	found = db_next(row);
	if (found)
		read_form(row, out);
	if (db_end(row) < 0)
		return -1;
	if (found)
		return 0;
	if (ranges(db, wave, held, sizeof(held), err) < 0)
		return -1;
	if (!held[0])
		return error_set(err, ERROR_MISSING,
			_("There is no form %lld in this wave: no paper has been received yet."),
			(long long)number);
	return error_set(err, ERROR_MISSING,
		_("There is no form %lld in this wave. Its batches hold the numbers %s."),
		(long long)number, held);
}

int
form_begun(struct db *db, int64_t batch, enum reading_kind kind, int64_t keyer, int64_t *number,
	struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_BEGUN, err);
	char now[24];

	db_bind_int(row, 1, batch);
	db_bind_int(row, 2, kind == READING_SECOND ? 2 : 1);
	db_bind_int(row, 3, keyer);
	db_bind_text(row, 4, form_time(now, 0));
	*number = db_next(row) ? db_int(row, 0) : 0;
	return db_end(row);
}

int
form_next_waiting(struct db *db, int64_t batch, int64_t *number, struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_NEXT_WAITING, err);

	db_bind_int(row, 1, batch);
	*number = db_next(row) ? db_int(row, 0) : 0;
	return db_end(row);
}

int
form_find(struct db *db, int64_t wave, int64_t question, const char *value, struct arena *arena,
	struct form **list, int *count, struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_QUESTION_TYPE, err);
	char folded[512];
	bool open;

	db_bind_int(row, 1, question);
	open = question < 0 || (db_next(row) && !strcmp(db_text(row, 0), "text"));
	if (db_end(row) < 0)
		return -1;
	row = db_start(db, Q_FORM_FIND, err);
	db_bind_int(row, 1, wave);
	db_bind_int(row, 2, question);
	db_bind_text(row, 3, value);
	db_bind_text(row, 4, text_fold(folded, sizeof(folded), value));
	db_bind_int(row, 5, open);
	return read_list(row, arena, list, count);
}

/* ---- a form inside a transaction ---- */

char *
form_time(char dst[24], int later)
{
	int64_t at = clock_now() + later, day = at / 86400, rest = at % 86400;
	struct date date = date_from_days((long)day);
	char iso[16];

	snprintf(dst, 24, "%.10sT%02d:%02d:%02dZ", date_iso(iso, sizeof(iso), date),
		(int)(rest / 3600), (int)(rest / 60 % 60), (int)(rest % 60));
	return dst;
}

static void
read_now(struct stmt *row, struct form_now *f)
{
	f->state = state_of(db_text(row, 0));
	f->second = second_of(db_text(row, 1));
	f->held_by = db_int(row, 2);
	text_copy(f->held_until, sizeof(f->held_until), db_text(row, 3));
	f->number = db_int(row, 4);
	f->wave = db_int(row, 5);
	f->batch = db_int(row, 6);
	f->paper = !strcmp(db_text(row, 7), "paper");
	text_copy(f->uid, sizeof(f->uid), db_text(row, 8));
	f->version = db_int(row, 9);
	f->batch_closed = db_int(row, 10) != 0;
	f->wave_closed = db_int(row, 11) != 0;
	f->lifted = db_int(row, 12) != 0;
	text_copy(f->second_choice, sizeof(f->second_choice), db_text(row, 13));
	f->second_every = (int)db_int(row, 14);
	f->second_share = (int)db_int(row, 15);
	f->verify = !strcmp(db_text(row, 16), "verify");
	f->threshold = db_double(row, 17);
	f->first_number = db_int(row, 18);
	f->second_start = (int)db_int(row, 19);
	f->second_whole = db_int(row, 20) != 0;
	text_copy(f->reason, sizeof(f->reason), db_text(row, 21));
	text_copy(f->holder, sizeof(f->holder), db_text(row, 22));
	f->hold = db_int(row, 23);
	f->erased = db_int(row, 24) != 0;
	f->rev = db_int(row, 25);
}

int
form_now_load(struct db *db, int64_t form, struct form_now *out, struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_NOW, err);
	bool found;

	*out = (struct form_now){ .id = form };
	db_bind_int(row, 1, form);
	found = db_next(row);
	if (found)
		read_now(row, out);
	if (db_end(row) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This form is gone."));
	db_act_entity(db, out->batch); /* the log outlives who did what to which form */
	return 0;
}

int
form_refuse_erased(const struct form_now *f, struct error *err)
{
	if (!f->erased)
		return 0;
	return error_set(err, ERROR_INPUT,
		_("The personal data of this wave have been erased. Nothing is keyed, corrected or "
		  "noted in it any more."));
}

int
form_refuse_changed(const struct form_now *f, int64_t rev, struct error *err)
{
	if (f->rev == rev)
		return 0;
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed form %lld meanwhile. Nothing was saved; open it again "
		  "and "
		  "look at the new state first."),
		(long long)f->number);
}

int
form_raise(struct db *db, int64_t form, struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_RAISE, err);

	db_bind_int(row, 1, form);
	return db_run(row, NULL);
}

int
form_move(struct db *db, const struct form_now *f, enum form_state state, enum form_second second,
	struct error *err)
{
	struct stmt *row;

	if (f->state == state && f->second == second)
		return 0;
	row = db_start(db, Q_FORM_MOVE, err);
	db_bind_int(row, 1, f->id);
	db_bind_text(row, 2, states[state].name);
	db_bind_text(row, 3, seconds[second].name);
	return db_run(row, NULL);
}

/* ---- states and notes ---- */

struct changing {
	int64_t form, rev;
	enum form_state state;
	const char *text;
};

/* A first reading that was begun but holds no value goes with the new state. */
static int
drop_begun(struct db *db, const struct form_now *f, struct error *err)
{
	static const int drops[] = { Q_ANSWER_CLEAR, Q_READING_KEYER_DELETE, Q_READING_DELETE };
	struct stmt *row = db_start(db, Q_ANSWER_VALUED, err);
	int64_t valued;

	db_bind_int(row, 1, f->id);
	db_bind_int(row, 2, 1);
	valued = db_next(row) ? db_int(row, 0) : 0;
	if (db_end(row) < 0)
		return -1;
	if (valued > 0)
		return error_set(err, ERROR_INPUT,
			_("Form %lld holds answers already. Take them back first, or finish it."),
			(long long)f->number);
	for (size_t i = 0; i < sizeof(drops) / sizeof(drops[0]); i++) {
		row = db_start(db, drops[i], err);
		db_bind_int(row, 1, f->id);
		db_bind_int(row, 2, 1);
		if (db_run(row, NULL) < 0)
			return -1;
	}
	return 0;
}

static int
set_state(struct db *db, void *context, struct error *err)
{
	struct changing *c = context;
	struct form_now now;
	struct stmt *row;

	if (form_now_load(db, c->form, &now, err) < 0)
		return -1;
	if (now.state == FORM_KEYED)
		return error_set(err, ERROR_INPUT,
			_("Form %lld is keyed already; its state cannot be changed any more."),
			(long long)now.number);
	if (now.batch_closed)
		return error_set(err, ERROR_INPUT,
			_("The batch of form %lld is closed. Open it again first."),
			(long long)now.number);
	if (form_refuse_changed(&now, c->rev, err) < 0)
		return -1;
	if (now.state == FORM_KEYING && drop_begun(db, &now, err) < 0)
		return -1;
	row = db_start(db, Q_FORM_SET_STATE, err);
	db_bind_int(row, 1, c->form);
	db_bind_text(row, 2, states[c->state].name);
	db_bind_text(row, 3, c->text);
	return db_run(row, NULL);
}

int
form_set_state(struct db *db, struct form *form, enum form_state state, const char *reason,
	struct error *err)
{
	struct db_act act = { .action = "form.state",
		.entity = "batch",
		.summary = form_state_name(state) };
	struct changing c = { form->id, form->rev, state, reason ? reason : "" };

	if (state == FORM_KEYING || state == FORM_KEYED)
		return error_set(err, ERROR_INPUT, _("A form is keyed by keying it."));
	if (state == FORM_SPOILT && !c.text[strspn(c.text, " \t")])
		return error_set(err, ERROR_INPUT, _("Say why the form is spoilt."));
	if (db_write(db, &act, set_state, &c, err) < 0)
		return -1;
	form->rev++;
	form->state = state;
	return 0;
}

static int
set_note(struct db *db, void *context, struct error *err)
{
	const struct changing *c = context;
	struct form_now now;
	struct stmt *row;

	if (form_now_load(db, c->form, &now, err) < 0 || form_refuse_erased(&now, err) < 0 ||
		form_refuse_changed(&now, c->rev, err) < 0)
		return -1;
	row = db_start(db, Q_FORM_SET_NOTE, err);
	db_bind_int(row, 1, c->form);
	db_bind_text(row, 2, c->text);
	return db_run(row, NULL) < 0 ? -1 : form_raise(db, c->form, err);
}

int
form_set_note(struct db *db, struct form *form, const char *note, struct error *err)
{
	struct changing c = { .form = form->id, .rev = form->rev, .text = note };
	struct db_act act = { .action = "form.note", .entity = "batch" };

	if (db_write(db, &act, set_note, &c, err) < 0)
		return -1;
	form->rev++;
	return 0;
}
