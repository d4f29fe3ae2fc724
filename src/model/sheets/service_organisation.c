/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of organisation: who delivers a service, unit by unit and year by year. */
#include "config.h"

#include "model/sheets/service_organisation.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/units/unit.h"
#include "model/units/unit_told.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name, *label;
} providers[PROVIDERS] = {
	[PROVIDER_OWN_UNIT] = { "own_unit", N_("the office or its own unit") },
	[PROVIDER_BUDGET_ENTITY] = { "budget_entity", N_("budget entity") },
	[PROVIDER_COMPANY] = { "company", N_("company of the municipality") },
	[PROVIDER_CONTRACTED] = { "contracted", N_("contracted out") },
	[PROVIDER_MUNICIPAL_UNION] = { "municipal_union", N_("inter-municipal union") },
	[PROVIDER_NGO] = { "ngo", N_("non-governmental organisation") },
	[PROVIDER_OTHER] = { "other", N_("in another way") },
};

const char *
service_provider_name(enum service_provider p)
{
	return providers[p].name;
}

const char *
service_provider_label(enum service_provider p)
{
	return _(providers[p].label);
}

static enum service_provider
provider_of(const char *name)
{
	int i = 0;

	while (i < PROVIDER_OTHER && strcmp(providers[i].name, name))
		i++;
	return (enum service_provider)i;
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct service_organisation *s)
{
	*s = (struct service_organisation){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.slot = (int)db_int(q, 4),
		.year = (int)db_int(q, 6),
		.provider = provider_of(db_text(q, 7)),
		.employment = db_double_or_nan(q, 9) };
	text_copy(s->uid, sizeof(s->uid), db_text(q, 2));
	text_copy(s->owner, sizeof(s->owner), db_text(q, 3));
	text_copy(s->service, sizeof(s->service), db_text(q, 5));
	text_copy(s->name, sizeof(s->name), db_text(q, 8));
	text_copy(s->scale, sizeof(s->scale), db_text(q, 10));
	text_copy(s->contract, sizeof(s->contract), db_text(q, 11));
	text_copy(s->fees, sizeof(s->fees), db_text(q, 12));
	text_copy(s->remark, sizeof(s->remark), db_text(q, 13));
}

static int
name_units(struct db *db, struct service_organisation *list, int count, struct error *err)
{
	struct arena arena = { 0 };
	int *slots = arena_array(&arena, (size_t)count + 1, sizeof(*slots));
	struct unit_words *words;

	for (int i = 0; i < count; i++)
		slots[i] = list[i].slot;
	if (unit_words_among(db, slots, count, &arena, &words, err)) {
		arena_release(&arena);
		return -1;
	}
	for (int i = 0; i < count; i++) {
		text_copy(list[i].unit, sizeof(list[i].unit), words[i].teryt);
		text_copy(list[i].unit_name, sizeof(list[i].unit_name), words[i].name);
	}
	arena_release(&arena);
	return 0;
}

static int
in_order(const void *a, const void *b)
{
	const struct service_organisation *x = a, *y = b;
	int order = text_compare(x->service, y->service);

	order = order ? order : y->year - x->year;
	order = order ? order : text_compare(x->unit_name, y->unit_name);
	return order ? order : x->slot - y->slot;
}

int
service_organisation_list(struct db *db, const struct service_filter *filter, struct arena *arena,
	struct service_organisation **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_SERVICE_LIST, err);
	char today[16];
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, filter->slot);
	db_bind_int(q, 2, filter->group);
	db_bind_text(q, 3, date_iso(today, sizeof(today), clock_today()));
	db_bind_text(q, 4, filter->service);
	db_bind_int(q, 5, filter->year);
	db_bind_int(q, 6, filter->retired);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_row(q, &(*list)[(*count)++]);
	}
	if (db_end(q) < 0 || name_units(db, *list, *count, err) < 0)
		return -1;
	if (*count)
		qsort(*list, (size_t)*count, sizeof(**list), in_order);
	return 0;
}

int
service_organisation_load(struct db *db, int64_t id, struct service_organisation *out,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_SERVICE_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_row(q, out);
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING,
			_("This form of organisation is no longer in the database."));
	return name_units(db, out, 1, err);
}

/* ---- saving ---- */

static int
check_texts(const struct service_organisation *s, struct error *err)
{
	const struct {
		const char *text;
		int field;
	} texts[] = { { s->scale, SERVICE_FIELD_SCALE }, { s->contract, SERVICE_FIELD_CONTRACT },
		{ s->fees, SERVICE_FIELD_FEES }, { s->remark, SERVICE_FIELD_REMARK } };

	if (kept_line_check(s->service, SERVICE_FIELD_SERVICE, err) < 0 ||
		kept_line_check(s->name, SERVICE_FIELD_NAME, err) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (kept_lines_check(texts[i].text, texts[i].field, err) < 0)
			return -1;
	return 0;
}

static int
check(const struct service_organisation *s, struct error *err)
{
	if (s->slot == NO_SLOT)
		return error_field(err, ERROR_INPUT, SERVICE_FIELD_UNIT,
			_("Choose the unit that this is about."));
	if (!s->service[0])
		return error_field(
			err, ERROR_INPUT, SERVICE_FIELD_SERVICE, _("Name the public service."));
	if (kept_year(s->year, SERVICE_FIELD_YEAR, err))
		return -1;
	if (s->employment < 0)
		return error_field(err, ERROR_INPUT, SERVICE_FIELD_EMPLOYMENT,
			_("Posts are a number from 0 on."));
	return check_texts(s, err);
}

static int
check_same(struct db *db, const struct service_organisation *s, struct error *err)
{
	struct stmt *q = db_start(db, Q_SERVICE_SAME, err);
	bool there, retired = false;

	db_bind_int(q, 1, s->slot);
	db_bind_text(q, 2, s->service);
	db_bind_int(q, 3, s->year);
	db_bind_int(q, 4, s->id);
	there = db_next(q);
	if (there)
		retired = db_int(q, 1) != 0;
	if (db_end(q) < 0)
		return -1;
	if (!there)
		return 0;
	return error_field(err, ERROR_INPUT, SERVICE_FIELD_SERVICE, "%s",
		retired ? _("The form of organisation of this unit, service and year was deleted; "
			    "bring it back and change it.")
			: _("The form of organisation of this unit, service and year stands there "
			    "already."));
}

static void
bind_row(struct stmt *q, const struct service_organisation *s)
{
	db_bind_int(q, 1, s->slot);
	db_bind_text(q, 2, s->service);
	db_bind_int(q, 3, s->year);
	db_bind_text(q, 4, service_provider_name(s->provider));
	db_bind_text(q, 5, s->name);
	db_bind_double_or_null(q, 6, s->employment);
	db_bind_text(q, 7, s->scale);
	db_bind_text(q, 8, s->contract);
	db_bind_text(q, 9, s->fees);
	db_bind_text(q, 10, s->remark);
}

static const struct kept_kind kept = { "service_organisation", "service.delete", "service.restore",
	Q_SERVICE_HEAD, Q_SERVICE_RETIRE };

static int
save(struct db *db, void *context, struct error *err)
{
	struct service_organisation *s = context;
	char uid[UID_SIZE];
	struct stmt *q;

	if ((s->id && kept_own(db, &kept, s->id, err)) || check(s, err) < 0 ||
		check_same(db, s, err) < 0)
		return -1;
	q = db_start(db, s->id ? Q_SERVICE_UPDATE : Q_SERVICE_INSERT, err);
	bind_row(q, s);
	if (s->id) {
		db_bind_int(q, 11, s->id);
		db_bind_int(q, 12, s->rev);
	} else {
		text_copy(s->uid, sizeof(s->uid), random_uid(uid));
		db_bind_text(q, 11, s->uid);
	}
	return kept_store(db, q, &s->id, &s->rev, err);
}

int
service_organisation_save(struct db *db, struct service_organisation *s, struct error *err)
{
	char summary[160];
	struct db_act act = { s->id ? "service.change" : "service.new", "service_organisation", 0,
		summary };
	struct service_organisation copy = *s;

	snprintf(summary, sizeof(summary), "slot %d, %d, %s", s->slot, s->year, s->service);
	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*s = copy;
	return 0;
}

int
service_organisation_retire(struct db *db, const struct service_organisation *s, struct error *err)
{
	return kept_retire(db, &kept, s->id, s->rev, err);
}

int
service_organisation_restore(struct db *db, int64_t id, struct error *err)
{
	return kept_restore(db, &kept, id, err);
}
