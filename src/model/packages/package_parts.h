/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of nouns that travel, for package_*.c. */
#ifndef MODEL_PACKAGE_PARTS_H
#define MODEL_PACKAGE_PARTS_H

#include "model/packages/package.h"

enum { PACKAGE_LINES = 4, PACKAGE_FIELDS = 24, PACKAGE_NOUNS = 19 };

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
int package_field_place(const struct package_fields *fields, const char *name); /* -1 = none */
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

/* In the rev of a package's own sender, as it was found: it came without contact data. */
enum { FOUND_PEOPLE_STAYED = 2 };

/* The row as it stands, in the arena; *found false = there is none. */
int package_row_load(struct db *db, const struct package_shape *shape, int noun, const char *uid,
	bool contacts, struct arena *arena, struct package_row *out, bool *found,
	struct error *err);
/* Leaves out sheets to be explained that were changed since they were handed in. */
int package_keep_reworked(struct db *db, int64_t group, struct arena *arena,
	struct package_rows *rows, struct error *err);
/* Adds this office's own figures beside data sheets, of its own unit alone, without drafts; says
 * which stay. */
int package_own_figures(struct db *db, int64_t group, bool lead, const char *our_uid,
	struct arena *arena, struct package_rows *rows, struct error *err);
/* Takes out what stays here: this office's rows about other units, where another keeps the group,
 * and those deleted before they ever went out, with what hangs on them; marks the other deleted. */
int package_keep_standing(struct db *db, const struct package_shape *shape, int64_t group,
	bool lead, struct arena *arena, struct package_rows *rows, struct error *err);
/* Whether fields and lines are the same. */
bool package_row_same(const struct package_shape *shape, const struct package_row *a,
	const struct package_row *b);
/* Whether a row of ours stands as the keeper of its group wrote it for us. *brought: the rev by
 * which the newest package in force wrote it, 0 = none did. */
int package_untouched(struct db *db, const struct package_row *here, struct arena *arena,
	bool *untouched, int64_t *brought, struct error *err);
void package_write_row(
	struct output *out, const struct package_shape *shape, const struct package_row *row);

/* ---- writing: inside db_write ---- */
int package_row_put(struct db *db, const struct package_shape *shape, const struct package_row *row,
	struct error *err);
/* Lines of a kind that the row does not hold go. */
int package_lines_clear(struct db *db, const struct package_row *row, int kind, struct error *err);
/* With its lines, and what follows from it. */
int package_row_remove(struct db *db, int noun, const char *uid, struct error *err);
int package_row_rename(
	struct db *db, int noun, const char *from, const char *to, struct error *err);
/* Writes into the row, whose values become its own, what a package without contact data does not
 * say: who moderates, leads, was invited, speaks. here: the row as it stands, with contact data. */
int package_keep_people(struct db *db, const struct package_shape *shape,
	const struct package_row *here, struct package_row *row, struct arena *arena,
	struct error *err);
/* A query whose one parameter is a uid. */
int package_run_uid(struct db *db, int query, const char *uid, struct error *err);

#endif
