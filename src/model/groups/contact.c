/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts: people beside those who use the database. Audit lines never name one. */
#include "config.h"

#include "model/groups/contact.h"

#include "base/i18n.h"
#include "base/output.h"
#include "base/random.h"
#include "base/text.h"
#include "base/xml_write.h"
#include "model/groups/exchange_parts.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/surveys/wave.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
read_contact(struct stmt *q, struct contact *c)
{
	*c = (struct contact){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.slot = (int)db_int(q, 5),
		.groups = (int)db_int(q, 14) };
	text_copy(c->uid, sizeof(c->uid), db_text(q, 2));
	text_copy(c->owner, sizeof(c->owner), db_text(q, 3));
	text_copy(c->name, sizeof(c->name), db_text(q, 4));
	text_copy(c->organisation, sizeof(c->organisation), db_text(q, 6));
	text_copy(c->post, sizeof(c->post), db_text(q, 7));
	text_copy(c->telephone, sizeof(c->telephone), db_text(q, 8));
	text_copy(c->email, sizeof(c->email), db_text(q, 9));
	text_copy(c->purpose, sizeof(c->purpose), db_text(q, 10));
	text_copy(c->notice_on, sizeof(c->notice_on), db_text(q, 11));
	text_copy(c->keep_until, sizeof(c->keep_until), db_text(q, 12));
	text_copy(c->note, sizeof(c->note), db_text(q, 13));
}

static int
list_contacts(struct db *db, int64_t id, const char *name, const char *today, struct arena *arena,
	struct contact **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_CONTACT_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int_or_null(q, 1, id);
	db_bind_text(q, 2, name);
	db_bind_text(q, 3, today);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_contact(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
contact_list(
	struct db *db, struct arena *arena, struct contact **list, int *count, struct error *err)
{
	return list_contacts(db, 0, NULL, NULL, arena, list, count, err);
}

int
contact_due(struct db *db, const char *today, struct arena *arena, struct contact **list,
	int *count, struct error *err)
{
	return list_contacts(db, 0, NULL, today, arena, list, count, err);
}

int
contact_load(struct db *db, int64_t id, struct contact *out, struct error *err)
{
	struct arena arena = { 0 };
	struct contact *list;
	int count, result = list_contacts(db, id ? id : -1, NULL, NULL, &arena, &list, &count, err);

	if (result == 0 && count)
		*out = list[0];
	arena_release(&arena);
	if (result < 0)
		return -1;
	return count ? 0 : error_set(err, ERROR_MISSING, _("This person is not in the contacts."));
}

/* Several bear the name: their numbers tell them apart. */
static int
refuse_namesakes(const char *what, const struct contact *list, int count, struct error *err)
{
	char numbers[128] = "";
	size_t length = 0;

	for (int i = 0; i < count && length < sizeof(numbers) - 24; i++)
		length += (size_t)snprintf(numbers + length, sizeof(numbers) - length, "%s%lld",
			i ? ", " : "", (long long)list[i].id);
	return error_set(err, ERROR_INPUT,
		_("Several people are called “%s”; give the number of one of them: %s."), what,
		numbers);
}

int
contact_find(struct db *db, const char *what, struct contact *out, struct error *err)
{
	struct arena arena = { 0 };
	struct contact *list;
	int count, result;

	if (what[0] && strspn(what, "0123456789") == strlen(what) && strlen(what) < 18)
		return contact_load(db, atoll(what), out, err);
	result = list_contacts(db, 0, what, NULL, &arena, &list, &count, err);
	if (result == 0 && count == 1)
		*out = list[0];
	else if (result == 0 && count == 0)
		result = error_set(
			err, ERROR_MISSING, _("Nobody in the contacts is called “%s”."), what);
	else if (result == 0)
		result = refuse_namesakes(what, list, count, err);
	arena_release(&arena);
	return result;
}

/* ---- saving ---- */

/* Something, one @, something with a dot inside; no blanks. Mail programs check the rest. */
static int
check_email(const char *email, struct error *err)
{
	const char *at = strchr(email, '@'), *dot;

	if (!email[0])
		return 0;
	dot = at ? strrchr(at, '.') : NULL;
	if (at && at > email && !strchr(at + 1, '@') && dot && dot > at + 1 && dot[1] &&
		!strpbrk(email, " \t,;<>"))
		return 0;
	return error_field(err, ERROR_INPUT, CONTACT_FIELD_EMAIL,
		_("“%s” is no e-mail address; write it like urzad@gmina.pl, without blanks."),
		email);
}

static int
check(const struct contact *c, struct error *err)
{
	const struct {
		const char *text;
		int field;
	} texts[] = {
		{ c->name, CONTACT_FIELD_NAME },
		{ c->organisation, CONTACT_FIELD_ORGANISATION },
		{ c->post, CONTACT_FIELD_POST },
		{ c->telephone, CONTACT_FIELD_TELEPHONE },
		{ c->email, CONTACT_FIELD_EMAIL },
		{ c->purpose, CONTACT_FIELD_PURPOSE },
	};

	if (!c->name[0])
		return error_field(err, ERROR_INPUT, CONTACT_FIELD_NAME,
			_("A contact needs a name, or the name of a post."));
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (kept_line_check(texts[i].text, texts[i].field, err) < 0)
			return -1;
	if (kept_lines_check(c->note, CONTACT_FIELD_NOTE, err) < 0)
		return -1;
	if (check_email(c->email, err) < 0 ||
		survey_date_check(c->notice_on, CONTACT_FIELD_NOTICE, err) < 0)
		return -1;
	return survey_date_check(c->keep_until, CONTACT_FIELD_KEEP, err);
}

static const struct kept_kind kept = { .table = "contact", .head = Q_CONTACT_HEAD };

int
contact_put(struct db *db, struct contact *c, struct error *err)
{
	char uid[UID_SIZE];
	struct stmt *q;
	int p = 0;

	if ((c->id && kept_own(db, &kept, c->id, err)) || check(c, err) < 0)
		return -1;
	q = db_start(db, c->id ? Q_CONTACT_UPDATE : Q_CONTACT_INSERT, err);
	if (c->id) {
		db_bind_int(q, ++p, c->id);
		db_bind_int(q, ++p, c->rev);
	} else {
		db_bind_text(q, ++p, text_copy(c->uid, sizeof(c->uid), random_uid(uid)));
	}
	db_bind_text(q, ++p, c->name);
	db_bind_int_or_null(q, ++p, c->slot);
	db_bind_text(q, ++p, c->organisation);
	db_bind_text(q, ++p, c->post);
	db_bind_text(q, ++p, c->telephone);
	db_bind_text(q, ++p, c->email);
	db_bind_text(q, ++p, c->purpose);
	db_bind_text(q, ++p, exchange_or_null(c->notice_on));
	db_bind_text(q, ++p, exchange_or_null(c->keep_until));
	db_bind_text(q, ++p, c->note);
	return kept_store(db, q, &c->id, &c->rev, err);
}

/* Two cards of one person: which of them counts, nobody could tell. */
static int
check_twice(struct db *db, const struct contact *c, struct error *err)
{
	struct stmt *q = db_start(db, Q_CONTACT_SAME, err);
	int64_t other = 0;

	db_bind_text(q, 1, c->name);
	db_bind_int(q, 2, c->slot);
	db_bind_text(q, 3, c->organisation);
	db_bind_text(q, 4, c->post);
	db_bind_int(q, 5, c->id);
	if (db_next(q))
		other = db_int(q, 0);
	if (db_end(q) < 0)
		return -1;
	return other ? error_field(err, ERROR_INPUT, CONTACT_FIELD_NAME,
			       _("“%s” is in the contacts already with this unit and no other "
				 "post, "
				 "number %lld. Change that card; if this is another person, give "
				 "both a post that tells them apart."),
			       c->name, (long long)other)
		     : 0;
}

static int
save(struct db *db, void *context, struct error *err)
{
	const struct contact *c = context;

	if (check_twice(db, c, err) < 0)
		return -1;
	return contact_put(db, context, err);
}

int
contact_save(struct db *db, struct contact *c, struct error *err)
{
	struct db_act act = { .action = c->id ? "contact.change" : "contact.add",
		.entity = "contact" };
	struct contact copy = *c;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*c = copy;
	return 0;
}

/* ---- erasing ---- */

static int
forget(struct db *db, int query, const char *text, int64_t id, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	if (text)
		db_bind_text(q, 1, text);
	else
		db_bind_int(q, 1, id);
	return db_run(q, NULL);
}

/* Whether somebody else bears the name, so that what carries only the name may be theirs. */
static int
has_namesake(struct db *db, int64_t id, const char *name, bool *has, struct error *err)
{
	struct stmt *q = db_start(db, Q_CONTACT_NAMESAKES, err);

	db_bind_text(q, 1, name);
	db_bind_int(q, 2, id);
	*has = db_next(q) && db_int(q, 0) > 0;
	return db_end(q);
}

/* By the name as packages write it. */
static int
forget_former(struct db *db, const char *uid, const char *name, struct error *err)
{
	struct output *xml = output_memory();
	struct xml_writer w = { .out = xml };
	struct stmt *q = db_start(db, Q_CONTACT_FORGET_FORMER, err);
	int result;

	xml_text(&w, name);
	db_bind_text(q, 1, uid);
	db_bind_text(q, 2, output_text(xml, NULL));
	result = db_run(q, NULL);
	output_abort(xml);
	return result;
}

/* Whoever sent the card: erasing is a person's right, so packages do not stand against it. */
static int
erase(struct db *db, void *context, struct error *err)
{
	int64_t id = *(int64_t *)context;
	char uid[UID_SIZE] = "", name[128] = "";
	struct stmt *q = db_start(db, Q_CONTACT_HEAD, err);
	bool shared;

	db_bind_int(q, 1, id);
	if (db_next(q)) {
		text_copy(uid, sizeof(uid), db_text(q, 3));
		text_copy(name, sizeof(name), db_text(q, 4));
	}
	if (db_end(q) < 0)
		return -1;
	if (!uid[0])
		return error_set(
			err, ERROR_MISSING, _("This person is not in the contacts any more."));
	if (has_namesake(db, id, name, &shared, err) < 0 ||
		forget(db, Q_CONTACT_FORGET_PARTICIPANT, NULL, id, err) < 0)
		return -1;
	if (!shared && (forget(db, Q_CONTACT_FORGET_GUEST, name, 0, err) < 0 ||
			       forget(db, Q_CONTACT_FORGET_SPEAKER, name, 0, err) < 0))
		return -1;
	if (forget(db, Q_CONTACT_FORGET_DRAFT, uid, 0, err) < 0 ||
		forget(db, Q_CONTACT_FORGET_PACKAGE, uid, 0, err) < 0 ||
		forget_former(db, uid, shared ? uid : name, err) < 0)
		return -1;
	db_act_entity(db, id);
	return forget(db, Q_CONTACT_DELETE, NULL, id, err);
}

int
contact_erase(struct db *db, int64_t id, struct error *err)
{
	struct db_act act = { .action = "contact.erase", .entity = "contact" };

	return db_write(db, &act, erase, &id, err);
}

/* ---- all that is kept ---- */

const char *
contact_trace_label(enum contact_trace_kind kind)
{
	static const char *const labels[] = {
		[TRACE_GROUP] = N_("In the group"),
		[TRACE_MODERATOR] = N_("Moderator of"),
		[TRACE_MEETING] = N_("Meeting"),
		[TRACE_HOMEWORK] = N_("Homework"),
		[TRACE_ADVICE] = N_("Advice given"),
		[TRACE_TEXT] = N_("Named in the text"),
		[TRACE_MINUTES] = N_("Named in minutes"),
	};

	return _(labels[kind]);
}

static const char *
meeting_state_text(const char *answer, bool ticked, bool attended)
{
	if (ticked)
		return attended ? _("was there") : _("was absent");
	if (strcmp(answer, "yes") == 0)
		return _("will come");
	if (strcmp(answer, "no") == 0)
		return _("will not come");
	if (strcmp(answer, "maybe") == 0)
		return _("may come");
	if (strcmp(answer, "substitute") == 0)
		return _("sends a substitute");
	return _("invited, no answer");
}

static void
read_trace(struct stmt *q, struct arena *arena, struct contact_trace *t)
{
	const char *what = db_text(q, 3), *state = db_text(q, 4);

	*t = (struct contact_trace){ .kind = (enum contact_trace_kind)db_int(q, 0),
		.date = arena_string(arena, db_text(q, 1)),
		.group = arena_string(arena, db_text(q, 2)),
		.state = "" };
	if (t->kind == TRACE_GROUP)
		what = exchange_part_label((enum exchange_part)exchange_part_from_name(what));
	t->what = arena_string(arena, what);
	if (t->kind == TRACE_MEETING)
		t->state = meeting_state_text(state, !db_null(q, 5), db_int(q, 5) != 0);
	else if (t->kind == TRACE_HOMEWORK)
		t->state = strcmp(state, "done") == 0       ? _("done")
			   : strcmp(state, "not_done") == 0 ? _("not done")
							    : _("open");
}

int
contact_traces(struct db *db, int64_t id, struct arena *arena, struct contact_trace **list,
	int *count, struct error *err)
{
	static const int queries[] = { Q_CONTACT_TRACES, Q_CONTACT_MENTIONS };
	size_t room = 0;

	*list = NULL;
	*count = 0;
	for (int i = 0; i < 2; i++) {
		struct stmt *q = db_start(db, queries[i], err);

		db_bind_int(q, 1, id);
		while (db_next(q)) {
			*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
			read_trace(q, arena, &(*list)[(*count)++]);
		}
		if (db_end(q) < 0)
			return -1;
	}
	return 0;
}
