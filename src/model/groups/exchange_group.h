/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exchange groups: what they are, their members from a day to a day, and their people. A group is a
 * comparison group at once, which follows its present members. */
#ifndef MODEL_EXCHANGE_GROUP_H
#define MODEL_EXCHANGE_GROUP_H

#include "base/arena.h"
#include "model/groups/contact.h"
#include "model/units/unit.h"
#include "store/db.h"

enum exchange_kind { EXCHANGE_GWD, EXCHANGE_WZS, EXCHANGE_NETWORK, EXCHANGE_JST_NGO,
	EXCHANGE_KINDS };
enum exchange_units { UNITS_TOWNS, UNITS_RURAL, UNITS_POWIATS, UNITS_VOIVODESHIPS, UNITS_MIXED,
	EXCHANGE_UNITS };
const char *exchange_kind_name(enum exchange_kind kind);     /* "gwd": machine name */
const char *exchange_kind_label(enum exchange_kind kind);    /* translated */
int exchange_kind_from_name(const char *name);               /* -1 = unknown */
const char *exchange_units_name(enum exchange_units units);
const char *exchange_units_label(enum exchange_units units);
int exchange_units_from_name(const char *name);

/* Fields that errors of exchange_group_save name; a form of fields follows this order. */
enum exchange_field { EXCHANGE_FIELD_CODE = 1, EXCHANGE_FIELD_NAME, EXCHANGE_FIELD_KIND,
	EXCHANGE_FIELD_SERVICE, EXCHANGE_FIELD_UNITS, EXCHANGE_FIELD_STARTS, EXCHANGE_FIELD_ENDS,
	EXCHANGE_FIELD_SMALLEST, EXCHANGE_FIELD_LARGEST, EXCHANGE_FIELD_MODERATOR,
	EXCHANGE_FIELD_PARENT, EXCHANGE_FIELD_CASE, EXCHANGE_FIELD_AGREED, EXCHANGE_FIELD_NOTE };

struct exchange_group { /* zero = new; dates "" = none */
	int64_t id, rev;
	char uid[33], owner[33];
	char code[33], name[160];
	enum exchange_kind kind;
	enum exchange_units units;
	int64_t parent;              /* of a sub-group; 0 = none */
	char parent_code[33];
	char service[128];
	char starts_on[12], ends_on[12];
	int smallest, largest;       /* sizes outside are warned of */
	int64_t moderator;           /* contact; 0 = none */
	char moderator_name[128];
	char case_mark[64], agreed_on[12], note[512];
	bool made_up, retired;
	int members;                 /* present ones */
	char next_at[20];            /* when its next planned meeting begins, "" = none */
};

struct exchange_member { /* zero = new */
	int64_t id, group;
	int slot;
	char joined_on[12], left_on[12]; /* left: its last day as a member, "" = none */
	int host_order;                  /* 1 = the first host, 0 = not decided */
	char presentation[256];          /* what it will show as host */
};

/* In order of codes; retired ones stand last where they are asked for. today (2026-11-22) tells
 * which meeting is next; NULL = of the clock. */
int exchange_group_list(struct db *db, bool retired_too, const char *today, struct arena *arena,
	struct exchange_group **list, int *count, struct error *err);
int exchange_group_load(struct db *db, int64_t id, struct exchange_group *out, struct error *err);
int exchange_group_by_code(struct db *db, const char *code, struct exchange_group *out,
	struct error *err); /* ERROR_MISSING */
void exchange_group_defaults(struct exchange_group *g, enum exchange_kind kind); /* its sizes */
/* rev checked. New (id 0) or of another kind, it gets the stages and usual size of its kind. */
int exchange_group_save(struct db *db, struct exchange_group *g, struct error *err);
int exchange_group_found(struct db *db, struct exchange_group *g, struct exchange_member *members,
	int count, struct error *err); /* a new group with its members in one write */
/* Or takes it back; rev checked, raised. Its sub-groups stay. */
int exchange_group_retire(struct db *db, struct exchange_group *g, bool back, struct error *err);
/* The comparison group that follows it; 0 = none. */
int exchange_group_comparison(struct db *db, int64_t id, int64_t *comparison, struct error *err);
/* Inside db_write: it is there and kept by this office, else ERROR_MISSING or ERROR_DENIED. */
int exchange_group_ours(struct db *db, int64_t id, struct error *err);
/* Inside db_write, for changes of lines that belong to a group: rev checked and raised. */
int exchange_group_touch(struct db *db, int64_t id, int64_t rev, struct error *err);

/* What is unusual in a group and yet allowed: too few or too many, members of another kind,
 * people nobody informed. Translated sentences in the arena. */
int exchange_group_warnings(struct db *db, const struct exchange_group *g,
	const struct unit_table *units, struct arena *arena, const char ***list, int *count,
	struct error *err);

/* Services of the indicators' cards, in Polish order; in_use: those of groups and of forms of
 * organisation before them. */
int exchange_services(struct db *db, bool in_use, struct arena *arena, const char ***list,
	int *count, struct error *err);

/* ---- members ---- */

enum member_field { MEMBER_FIELD_UNIT = 1, MEMBER_FIELD_JOINED, MEMBER_FIELD_LEFT,
	MEMBER_FIELD_HOST, MEMBER_FIELD_PRESENTATION };

/* Members on that day (2026-11-22), NULL = all that ever were; group 0 = of all; by host_order,
 * then codes; those who left last. */
int exchange_member_list(struct db *db, int64_t group, const char *on_date, struct arena *arena,
	struct exchange_member **list, int *count, struct error *err);
int exchange_member_load(struct db *db, int64_t id, struct exchange_member *out, struct error *err);
/* The group's rev is checked and raised. id 0 = it joins; joined "" = the day below. */
int exchange_member_save(struct db *db, struct exchange_group *g, struct exchange_member *m,
	struct error *err);
/* The day that is proposed for who joins now: until a first meeting was held, and after the group's
 * end, its first day; else today. */
int exchange_member_day(struct db *db, const struct exchange_group *g, char joined_on[12],
	struct error *err);
bool exchange_member_left(const struct exchange_member *m, const char *on_date); /* by that day */
/* A city with the rights of a powiat is two units, powiat and gmina, of one name: where *slot was
 * never a member of the group and the other one was, that one is meant. group 0 = any. */
int exchange_member_meant(struct db *db, const struct unit_table *units, int64_t group, int *slot,
	struct error *err);
/* A member's slot by its code, a city's by either; NO_SLOT = it never was one. group 0 = any. */
int exchange_member_by_code(struct db *db, const struct unit_table *units, int64_t group,
	const char *code, int *slot, struct error *err);
/* Entered by mistake: the row goes. Whoever was a member leaves by a date instead. */
int exchange_member_remove(struct db *db, struct exchange_group *g, int64_t id, struct error *err);

/* ---- people: contacts with their part in a group ---- */

enum exchange_part { PART_LEADER, PART_MEMBER, PART_OBSERVER, PART_EXPERT, PART_COORDINATOR,
	EXCHANGE_PARTS };
const char *exchange_part_name(enum exchange_part part);
const char *exchange_part_label(enum exchange_part part);
int exchange_part_from_name(const char *name);

enum exchange_person_field { GROUP_PERSON_CONTACT = 1, GROUP_PERSON_PART, GROUP_PERSON_FIELD,
	GROUP_PERSON_FROM, GROUP_PERSON_TO };

struct exchange_person {
	int64_t group, contact;
	enum exchange_part part;
	char field[128];            /* of an expert */
	char from_on[12], to_on[12];
	/* of the contact, read only */
	char name[128], post[128], organisation[128], telephone[48], email[128];
	int slot;                   /* NO_SLOT = of no unit */
};
/* People of a group by part (experts last) and name; on_date NULL = all that ever were. */
int exchange_person_list(struct db *db, int64_t group, const char *on_date, struct arena *arena,
	struct exchange_person **list, int *count, struct error *err);
/* New, or the same person's part changed. The group's rev is checked and raised. */
int exchange_person_save(struct db *db, struct exchange_group *g, const struct exchange_person *p,
	struct error *err);
/* A person without a card yet: contact and part in one write. Errors name the part's fields below
 * GROUP_PERSON_CARD, those of the contact above it. */
enum { GROUP_PERSON_CARD = 100 };
int exchange_person_add(struct db *db, struct exchange_group *g, struct contact *c,
	struct exchange_person *p, struct error *err);
int exchange_person_remove(struct db *db, struct exchange_group *g, int64_t contact,
	struct error *err);

#endif
