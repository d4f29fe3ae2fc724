/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of nouns that travel, for package_*.c. */
#ifndef MODEL_PACKAGE_PARTS_H
#define MODEL_PACKAGE_PARTS_H

#include "model/packages/package.h"

enum { PACKAGE_LINES = 4, PACKAGE_FIELDS = 24, PACKAGE_NOUNS = 18 };

struct package_line_kind {
	const char *name; /* NULL ends the list */
	int out, clear, in;
};

/* OF_LEAD: the office that keeps the group; OF_UNIT: a member too, of its own unit alone;
 * OF_UNIT_ANSWERED: what the office that keeps the group says to a member's row comes back to the
 * member, with a raised rev. */
struct package_noun {
	const char *name;     /* of the table */
	const char *label;    /* N_(), plural */
	int out, in, clash, gone; /* clash -1 = nothing can stand in the way */
	int rename;               /* -1 = it never takes the place of another */
	enum { OF_LEAD, OF_UNIT, OF_UNIT_ANSWERED, OF_ANYBODY } whose;
	struct package_line_kind lines[PACKAGE_LINES + 1];
};

/* In an order in which references lead back only. */
extern const struct package_noun package_nouns[PACKAGE_NOUNS];

/* A field as the query names it. */
struct package_field {
	char name[32];   /* without "!" */
	bool required;
	enum { FIELD_PLAIN, FIELD_DAY, FIELD_UNIT, FIELD_INDICATOR, FIELD_ROW } kind;
	int noun;        /* FIELD_ROW: whose uid */
};
struct package_fields {
	struct package_field list[PACKAGE_FIELDS];
	int count;
};
/* first: column of the first field. */
int package_fields_load(
	struct db *db, int query, int first, struct package_fields *out, struct error *err);

/* All fields of all nouns and lines; loaded once per job. */
struct package_shape {
	struct package_fields nouns[PACKAGE_NOUNS];
	struct package_fields lines[PACKAGE_NOUNS][PACKAGE_LINES];
};
int package_shape_load(struct db *db, struct package_shape *shape, struct error *err);
int package_noun_find(const char *name); /* -1 = unknown */

/* The row as it stands, in the arena; *found false = there is none. */
int package_row_load(struct db *db, const struct package_shape *shape, int noun, const char *uid,
	bool contacts, struct arena *arena, struct package_row *out, bool *found,
	struct error *err);
/* Whether fields and lines are the same. */
bool package_row_same(const struct package_shape *shape, const struct package_row *a,
	const struct package_row *b);
void package_write_row(
	struct output *out, const struct package_shape *shape, const struct package_row *row);

/* ---- writing: inside db_write ---- */
int package_row_put(struct db *db, const struct package_shape *shape, const struct package_row *row,
	struct error *err);
/* Lines of a kind that the row does not hold go. */
int package_lines_clear(struct db *db, const struct package_row *row, int kind, struct error *err);
int package_row_rename(
	struct db *db, int noun, const char *from, const char *to, struct error *err);
/* A query whose one parameter is a uid. */
int package_run_uid(struct db *db, int query, const char *uid, struct error *err);

/* ---- judging ---- */

struct judging {
	struct db *db;
	const struct package_from *from;
	struct package_rows *rows;
	const char *const *known;
	int known_count;
	struct package_shape *shape;
	struct arena *arena;
	struct package_row **by_uid; /* in order of noun and uid */
	const char **people;         /* uids of contacts that rows name, in order */
	int people_count;
	struct error *err;
};

/* Among those that came; NULL = none. */
const struct package_row *package_find_row(const struct judging *j, int noun, const char *uid);
/* "" = no value. */
const char *package_field_value(
	const struct judging *j, const struct package_row *row, const char *name);
void package_refuse(struct package_row *row, const char *reason);
/* What a member says became of its own remark or opinion does not count: that is said here. Whether
 * something else stands here, so that the member must be told. */
bool package_keep_outcome(
	const struct judging *j, struct package_row *row, const struct package_row *here);
/* uid of the row that stands in the way, "" = none. */
int package_clash(struct judging *j, const struct package_row *row, const char **uid);

/* ---- of which group rows are ---- */
/* uid of the group that a row belongs to, by itself or through what it hangs on; NULL = that is not
 * known here, "" = to none. */
int package_group_of(struct judging *j, const struct package_row *row, const char **group);
/* The row as it came, unless that was refused, else as it stands here. */
int package_row_anywhere(
	struct judging *j, int noun, const char *uid, struct package_row *out, bool *found);
/* Whether what a reference names is of the package's group. */
int package_group_has(struct judging *j, int noun, const char *uid, bool *has);
/* Refuses a row of another group, of a unit that is no member, a person that no row names. */
int package_group_check(struct judging *j, struct package_row *row);
/* Fills people. */
void package_people_collect(struct judging *j);

/* ---- what went over to others ---- */
/* Adds what is here of the sender and its package does not name any more to the rows: homework,
 * conclusions and plans as deleted, minutes as drafts. */
int package_add_withdrawn(struct judging *j);

/* ---- what changes hands ---- */
/* What the office that keeps the group wrote for a member, as package_judge_return() of sheets. */
int package_judge_handed(struct judging *j, struct package_row *row, bool *settled);
/* It was taken over here before: what nobody has touched since follows the keeper; else ours
 * stays. */
int package_judge_taken(struct judging *j, struct package_row *row, const struct package_row *here);
/* Newer than what stands here with this rev? */
void package_judge_rev(const struct judging *j, struct package_row *row, int64_t rev);
/* What the keeper of a sheet keyed for a member is the member's from when it comes to it, and what
 * the member sends then takes the place of it here. *settled false: judged as any row. */
int package_judge_return(struct judging *j, struct package_row *row, bool *settled);
/* Only the office that keeps a sheet says that a return is verified: a member has it from there. */
void package_check_verified(const struct judging *j, struct package_row *row);
/* A newer row of this office's own: what the keeper of the group may say on it is taken, else ours
 * stays and becomes the newer one. */
int package_answer_own(struct judging *j, struct package_row *row, const struct package_row *here);

#endif
