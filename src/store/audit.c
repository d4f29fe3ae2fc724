/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of the audit log, their hashes, and the proof that nobody changed them. */
#include "config.h"

#include "store/audit.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "base/sha256.h"
#include "store/internal.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define NO_HASH "0000000000000000000000000000000000000000000000000000000000000000"

struct line {
	int64_t id;
	const char *at;
	bool has_person, has_entity_id;
	int64_t person, entity_id;
	const char *login, *action, *entity, *summary, *previous;
};

static void
hash_text(struct sha256 *s, const char *text)
{
	char length[32];

	sha256_update(s, length, (size_t)snprintf(length, sizeof(length), "%zu:", strlen(text)));
	sha256_update(s, text, strlen(text));
	sha256_update(s, ",", 1);
}

static void
hash_number(struct sha256 *s, bool has, int64_t number)
{
	char digits[32];

	snprintf(digits, sizeof(digits), "%" PRId64, number);
	if (has)
		hash_text(s, digits);
	else
		sha256_update(s, "-,", 2);
}

static void
hash_line(const struct line *line, char hex[65])
{
	struct sha256 *s = sha256_new();

	hash_number(s, true, line->id);
	hash_text(s, line->at);
	hash_number(s, line->has_person, line->person);
	hash_text(s, line->login);
	hash_text(s, line->action);
	hash_text(s, line->entity);
	hash_number(s, line->has_entity_id, line->entity_id);
	hash_text(s, line->summary);
	hash_text(s, line->previous);
	sha256_finish(s, hex);
}

int
audit_head(struct db *db, struct audit_head *head, struct error *err)
{
	struct stmt *q = own_start(db, OWN_AUDIT_LAST, err);

	head->id = 0;
	memcpy(head->hash, NO_HASH, sizeof(head->hash));
	if (db_next(q)) {
		head->id = db_int(q, 0);
		snprintf(head->hash, sizeof(head->hash), "%s", db_text(q, 1));
	}
	return db_end(q);
}

static int
insert(struct db *db, const struct line *line, const char *hash, struct error *err)
{
	struct stmt *q = own_start(db, OWN_AUDIT_INSERT, err);

	db_bind_int(q, 1, line->id);
	db_bind_text(q, 2, line->at);
	if (line->has_person)
		db_bind_int(q, 3, line->person);
	db_bind_text(q, 4, line->login);
	db_bind_text(q, 5, line->action);
	db_bind_text(q, 6, line->entity);
	if (line->has_entity_id)
		db_bind_int(q, 7, line->entity_id);
	db_bind_text(q, 8, line->summary);
	db_bind_text(q, 9, line->previous);
	db_bind_text(q, 10, hash);
	return db_run(q, NULL);
}

int
audit_append(struct db *db, const struct db_act *act, struct error *err)
{
	int64_t entity_id = act->entity_id ? act->entity_id : db->act_entity;
	struct audit_head head;
	char at[32], hash[65];
	struct line line = {
		.at = clock_now_utc(at, sizeof(at)),
		.has_person = db->person != 0,
		.person = db->person,
		.login = db->login ? db->login : paths_login(),
		.action = act->action,
		.entity = act->entity ? act->entity : "",
		.has_entity_id = entity_id != 0,
		.entity_id = entity_id,
		.summary = act->summary ? act->summary : "",
		.previous = head.hash,
	};

	if (audit_head(db, &head, err))
		return -1;
	line.id = head.id + 1;
	hash_line(&line, hash);
	return insert(db, &line, hash, err);
}

/* ---- proof ---- */

struct proof {
	check_fault *fault;
	void *context;
	int faults;
	int64_t expected; /* id of the next line */
	char previous[65];
};

static void tell(struct proof *proof, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void
tell(struct proof *proof, const char *fmt, ...)
{
	char sentence[512];
	va_list values;

	va_start(values, fmt);
	vsnprintf(sentence, sizeof(sentence), fmt, values);
	va_end(values);
	proof->faults++;
	if (proof->fault)
		proof->fault(proof->context, sentence);
}

static void
prove(struct proof *proof, struct stmt *q)
{
	char hash[65];
	struct line line = {
		.id = db_int(q, 0),
		.at = db_text(q, 1),
		.has_person = !db_null(q, 2),
		.person = db_int(q, 2),
		.login = db_text(q, 3),
		.action = db_text(q, 4),
		.entity = db_text(q, 5),
		.has_entity_id = !db_null(q, 6),
		.entity_id = db_int(q, 6),
		.summary = db_text(q, 7),
		.previous = db_text(q, 8),
	};

	hash_line(&line, hash);
	if (line.id != proof->expected)
		tell(proof, _("The audit log has lost the lines before line %" PRId64 "."),
			line.id);
	else if (strcmp(line.previous, proof->previous))
		tell(proof,
			_("Line %" PRId64 " of the audit log does not follow the line before it."),
			line.id);
	if (strcmp(hash, db_text(q, 9)))
		tell(proof,
			_("Line %" PRId64 " of the audit log was changed after it was written."),
			line.id);
	proof->expected = line.id + 1;
	snprintf(proof->previous, sizeof(proof->previous), "%s", db_text(q, 9));
}

int
audit_verify(struct db *db, check_fault *fault, void *context, struct error *err)
{
	struct proof proof = {
		.fault = fault, .context = context, .expected = 1, .previous = NO_HASH
	};
	struct stmt *q = own_start(db, OWN_AUDIT_PRUNED, err);

	if (db_next(q)) {
		proof.expected = db_int(q, 0) + 1;
		snprintf(proof.previous, sizeof(proof.previous), "%s", db_text(q, 1));
	}
	if (db_end(q))
		return -1;
	q = own_start(db, OWN_AUDIT_ALL, err);
	while (db_next(q))
		prove(&proof, q);
	return db_end(q) ? -1 : proof.faults;
}

/* ---- reading and pruning ---- */

int
audit_list(struct db *db, int limit, struct arena *arena, struct audit_line **list, int *count,
	struct error *err)
{
	struct stmt *q = own_start(db, OWN_AUDIT_NEWEST, err);
	size_t capacity = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, limit);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &capacity, sizeof(**list));
		(*list)[(*count)++] = (struct audit_line){
			.id = db_int(q, 0),
			.at = arena_string(arena, db_text(q, 1)),
			.login = arena_string(arena, db_text(q, 2)),
			.action = arena_string(arena, db_text(q, 3)),
			.entity = arena_string(arena, db_text(q, 4)),
			.entity_id = db_int(q, 5),
			.summary = arena_string(arena, db_text(q, 6)),
		};
	}
	return db_end(q);
}

static char *
days_ago(char dst[32], long days)
{
	char day[16];

	date_iso(day, sizeof(day), date_from_days(date_to_days(clock_today()) - days));
	snprintf(dst, 32, "%sT00:00:00Z", day);
	return dst;
}

struct pruning {
	char before[32];
	struct audit_head last; /* that goes; its hash is the line's summary */
	bool nothing;           /* a colleague was faster */
	int64_t gone;           /* lines */
};

static int
find_last(struct db *db, struct pruning *p, struct error *err)
{
	struct stmt *q = own_start(db, OWN_AUDIT_BEFORE, err);

	db_bind_text(q, 1, p->before);
	if (db_next(q)) {
		p->last.id = db_int(q, 0);
		snprintf(p->last.hash, sizeof(p->last.hash), "%s", db_text(q, 1));
	}
	return db_end(q);
}

static int
change_schema(struct db *db, const char *sql, struct error *err)
{
	int code;

	db->privileged = true;
	code = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
	db->privileged = false;
	if (code == SQLITE_OK)
		return 0;
	return error_set(err, ERROR_IO, _("The audit log of %s cannot be pruned: %s."), db->path,
		sqlite3_errmsg(db->handle));
}

/* The trigger that forbids deleting comes back word for word within the same transaction. */
static int
prune(struct db *db, void *context, struct error *err)
{
	struct pruning *p = context;
	char guard[512] = "";
	struct stmt *q;

	if (find_last(db, p, err))
		return -1;
	p->nothing = p->last.id == 0;
	if (p->nothing)
		return -1;
	db_act_entity(db, p->last.id);
	q = own_start(db, OWN_AUDIT_GUARD, err);
	if (db_next(q))
		snprintf(guard, sizeof(guard), "%s", db_text(q, 0));
	if (db_end(q) || change_schema(db, "DROP TRIGGER audit_delete", err))
		return -1;
	q = own_start(db, OWN_AUDIT_DELETE, err);
	db_bind_int(q, 1, p->last.id);
	return db_run(q, &p->gone) || change_schema(db, guard, err) ? -1 : 0;
}

int
audit_prune(struct db *db, int64_t *pruned, struct error *err)
{
	enum { KEPT = 731, MONTH = 30 };
	struct pruning p = { .nothing = false };
	const struct db_act act = {
		.action = "audit.prune", .entity = "audit", .summary = p.last.hash
	};
	char limit[32];
	struct stmt *q = own_start(db, OWN_AUDIT_OLDEST, err);
	bool due = db_next(q) && strcmp(db_text(q, 0), days_ago(limit, KEPT + MONTH)) < 0;

	*pruned = 0;
	if (db_end(q))
		return -1;
	if (!due)
		return 0;
	days_ago(p.before, KEPT);
	if (db_write(db, &act, prune, &p, err))
		return p.nothing ? 0 : -1;
	*pruned = p.gone;
	return 0;
}
