/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of advice, and its hours. */
#include "config.h"

#include "model/meetings/advice.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/random.h"
#include "base/text.h"
#include "model/groups/exchange_group.h"
#include "model/kept.h"
#include "model/queries.h"

#include <stdio.h>
#include <string.h>

static const char *const forms[ADVICE_FORMS] = { "telephone", "mail", "visit", "remote" };

static const struct kept_kind kept = { "advice", "advice.retire", "advice.restore",
	Q_ADVICE_HEAD, Q_ADVICE_RETIRE };

const char *
advice_form_name(enum advice_form f)
{
	return forms[f];
}

const char *
advice_form_label(enum advice_form f)
{
	static const char *const labels[ADVICE_FORMS] = { N_("telephone"), N_("mail"), N_("visit"),
		N_("remote meeting") };

	return _(labels[f]);
}

static void
read_advice(struct stmt *q, struct arena *arena, struct advice *a)
{
	*a = (struct advice){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.uid = arena_string(arena, db_text(q, 2)),
		.owner = kept_string(arena, db_text(q, 3)),
		.group = db_int(q, 4),
		.contact = db_int(q, 5),
		.group_code = kept_string(arena, db_text(q, 6)),
		.expert = kept_string(arena, db_text(q, 7)),
		.slot = (int)db_int(q, 8),
		.given_on = kept_string(arena, db_text(q, 9)),
		.minutes = (int)db_int(q, 10),
		.question = kept_string(arena, db_text(q, 12)),
		.answer = kept_string(arena, db_text(q, 13)),
		.retired_at = kept_string(arena, db_text(q, 14)) };
	for (int f = 0; f < ADVICE_FORMS; f++)
		if (strcmp(forms[f], db_text(q, 11)) == 0)
			a->form = (enum advice_form)f;
}

int
advice_list(struct db *db, int64_t group, bool retired, struct arena *arena, struct advice **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_ADVICE_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, group);
	db_bind_int(q, 2, group ? group : INT64_MAX);
	db_bind_int(q, 3, retired);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_advice(q, arena, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
advice_load(struct db *db, int64_t id, struct arena *arena, struct advice *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_ADVICE_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_advice(q, arena, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This is gone already."));
}

int
advice_sums(struct db *db, int64_t group, int year, struct arena *arena, struct advice_sum **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_ADVICE_SUMS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, group);
	db_bind_int(q, 2, group ? group : INT64_MAX);
	db_bind_int(q, 3, year);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct advice_sum){ .contact = db_int(q, 0),
			.expert = kept_string(arena, db_text(q, 1)),
			.slot = (int)db_int(q, 2),
			.times = (int)db_int(q, 3),
			.minutes = (long)db_int(q, 4) };
	}
	return db_end(q);
}

/* ---- hours ---- */

int
advice_hours_parse(const char *text)
{
	const char *colon = strchr(text, ':');
	char hours[16];
	long whole, minutes;
	double value;

	if (!colon) {
		if (number_parse(text, &value) || !(value > 0 && value <= 1000))
			return 0;
		return (int)(value * 60 + 0.5);
	}
	snprintf(hours, sizeof(hours), "%.*s", (int)(colon - text), text);
	if (number_parse_whole(hours, 0, 1000, &whole) || strlen(colon + 1) != 2 ||
		number_parse_whole(colon + 1, 0, 59, &minutes))
		return 0;
	return (int)(whole * 60 + minutes);
}

char *
advice_hours_show(char *dst, size_t size, long minutes)
{
	snprintf(dst, size, "%ld:%02ld", minutes / 60, minutes % 60);
	return dst;
}

/* ---- writing ---- */

static int
check(const struct advice *a, struct error *err)
{
	if (!a->group)
		return error_field(
			err, ERROR_INPUT, ADVICE_FIELD_GROUP, _("Choose the exchange group."));
	if (a->minutes <= 0)
		return error_field(err, ERROR_INPUT, ADVICE_FIELD_HOURS,
			_("Say how long it took, in hours: 1,5 or 1:30."));
	if (a->minutes > 24 * 60)
		return error_field(err, ERROR_INPUT, ADVICE_FIELD_HOURS,
			_("A day has 24 hours; write down advice of several days day by day."));
	if (kept_past_day(a->given_on, ADVICE_FIELD_ON, _("Day"), err) ||
		kept_text(a->question, true, true, ADVICE_FIELD_QUESTION, _("Question"), err) ||
		kept_text(a->answer, false, true, ADVICE_FIELD_ANSWER, _("The answer"), err) ||
		kept_fits(
			a->question, KEPT_LINES_SIZE, ADVICE_FIELD_QUESTION, _("Question"), err) ||
		kept_fits(a->answer, KEPT_LINES_SIZE, ADVICE_FIELD_ANSWER, _("The answer"), err))
		return -1;
	return 0;
}

struct saving {
	struct advice *a;
	char uid[UID_SIZE];
};

static int
save(struct db *db, void *context, struct error *err)
{
	struct saving *s = context;
	struct advice *a = s->a;
	struct stmt *q;

	if (exchange_group_ours(db, a->group, err) ||
		(a->id && kept_check(db, &kept, a->id, a->rev, err)))
		return -1;
	q = db_start(db, a->id ? Q_ADVICE_UPDATE : Q_ADVICE_INSERT, err);
	if (a->id)
		db_bind_int(q, 1, a->id);
	else
		db_bind_text(q, 1, random_uid(s->uid));
	db_bind_int(q, 2, a->group);
	db_bind_int_or_null(q, 3, a->contact);
	db_bind_int_or_null(q, 4, a->slot);
	db_bind_text(q, 5, a->given_on);
	db_bind_int(q, 6, a->minutes);
	db_bind_text(q, 7, forms[a->form]);
	db_bind_text(q, 8, a->question);
	db_bind_text(q, 9, a->answer);
	if (db_run(q, NULL))
		return -1;
	if (!a->id)
		a->id = db_last_id(db);
	db_act_entity(db, a->id);
	return 0;
}

int
advice_save(struct db *db, struct advice *a, struct arena *arena, struct error *err)
{
	struct advice copy = *a;
	struct saving s = { .a = &copy };
	const struct db_act act = { .action = a->id ? "advice.change" : "advice.add",
		.entity = "advice",
		.entity_id = a->id,
		.summary = a->given_on };

	if (check(a, err) || db_write(db, &act, save, &s, err))
		return -1;
	copy.rev = a->id ? a->rev + 1 : 1;
	if (!a->id)
		copy.uid = arena_string(arena, s.uid);
	*a = copy;
	return 0;
}

int
advice_retire(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	return kept_retire(db, &kept, id, rev, err);
}

int
advice_bring_back(struct db *db, int64_t id, struct error *err)
{
	return kept_restore(db, &kept, id, err);
}
