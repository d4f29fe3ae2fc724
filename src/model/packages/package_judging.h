/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judging the rows of a package against what is here, for package_*.c. */
#ifndef MODEL_PACKAGE_JUDGING_H
#define MODEL_PACKAGE_JUDGING_H

#include "model/packages/package_parts.h"

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
/* Of which unit it is: "Kutno, gmina wiejska (1002062)"; the code where it is not known here. */
int package_name_unit(struct judging *j, const struct package_row *row, const char **name);
void package_refuse(struct package_row *row, const char *reason);
/* References that lead nowhere become none; without a required one the row is refused. */
int package_settle_references(struct judging *j, struct package_row *row);
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
 * conclusions and plans as deleted, minutes as drafts; of its keeper those of other members too. */
int package_add_withdrawn(struct judging *j);
/* Whether the row came here in packages of this sender and group alone. */
int package_came_alone(struct judging *j, int noun, const char *uid, bool *alone);
/* After all were judged: what stands in the place of a withdrawn row has taken it. */
void package_settle_withdrawn(struct judging *j);

/* ---- what changes hands ---- */
/* What the office that keeps the group wrote for a member, as package_judge_return() of sheets. */
int package_judge_handed(struct judging *j, struct package_row *row, bool *settled);
/* It was taken over here before: what nobody has touched since follows the keeper; else ours stays,
 * and *both says that the keeper wrote something else meanwhile. */
int package_judge_taken(
	struct judging *j, struct package_row *row, const struct package_row *here, bool *both);
/* Newer than what stands here with this rev? */
void package_judge_rev(const struct judging *j, struct package_row *row, int64_t rev);
/* What the keeper of a sheet keyed for a member is the member's from when it comes to it, and what
 * the member sends then takes the place of it here. *settled false: judged as any row. */
int package_judge_return(struct judging *j, struct package_row *row, bool *settled);
/* After all were judged: which filled-in sheets the package brings, into rows->sheets. */
int package_name_sheets(struct judging *j);
/* Only the office that keeps a sheet says that a return is verified: a member has it from there. */
void package_check_verified(const struct judging *j, struct package_row *row);

/* ---- own figures of members ---- */
/* Notes which of them this office keyed otherwise; of other nouns nothing. */
int package_note_figures(struct judging *j, struct package_row *row);

/* ---- in words ---- */
/* Whether rows of the noun change hands and have words for it; sheets have their own. */
bool package_has_words(int noun);
/* "done: Zrobione, telefon" */
const char *package_words(const struct judging *j, const struct package_row *row);
/* "building permits, quarter 2 of 2025" of totals, "" of others, whose words say it. */
const char *package_words_place(const struct judging *j, const struct package_row *row);
/* Of two versions of a row; where they begin alike, what parts them is added. Returns false where
 * nothing does. */
bool package_words_of_both(const struct judging *j, const struct package_row *a,
	const struct package_row *b, const char **x, const char **y);

/* ---- older formats ---- */
/* Whether packages of the format speak of the noun at all. */
bool package_format_knows(long format, int noun);
/* What the package's format does not say stays in the row as it is here. */
void package_keep_unsaid(
	struct judging *j, struct package_row *row, const struct package_row *here);

/* ---- what the keeper of a group adds to rows of members ---- */
/* The outcome that a member says of its own remark or opinion does not count: that is said here and
 * is put in. *told: it is something else here, so that the member must hear it. Returns false of
 * nouns without an outcome. */
bool package_keep_outcome(const struct judging *j, struct package_row *row,
	const struct package_row *here, bool *told);
/* Raises the rev above that which stands here where the member must hear the outcome. */
void package_raise(struct package_row *row, const struct package_row *here, bool told);
/* Whether two versions of a return, a remark or an opinion are the same but for what the keeper of
 * the group adds; false of other nouns. */
bool package_says_ours(
	const struct judging *j, const struct package_row *row, const struct package_row *here);
/* A newer row of this office's own: what the keeper of the group adds is taken, else ours stays and
 * becomes the newer one. Nothing happens to nouns to which it adds nothing. */
int package_answer_own(struct judging *j, struct package_row *row, const struct package_row *here);

#endif
