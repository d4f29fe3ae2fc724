/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trees of areas of development: dimensions, areas, sub-areas, with indicators and weights. They
 * come with the program or in a file; of one code the newest counts whose file was not undone. */
#ifndef MODEL_AREA_TREE_H
#define MODEL_AREA_TREE_H

#include "base/arena.h"
#include "model/import.h"

#define AREA_TREE_DEFAULT "gromada" /* code of the tree that comes with the program */

struct area { /* in the order of the tree: each with all that lies in it before the next */
	const char *code, *name;
	int parent;    /* index, -1 = a dimension */
	int depth;     /* 0 = a dimension */
	double weight; /* within its parent */
};

struct area_indicator {
	const char *code;
	int area;      /* index */
	double weight; /* within its area */
};

struct area_tree {
	int64_t id;
	const char *code, *name, *source;
	int64_t import_id; /* 0 = comes with the program */
	struct area *areas;
	int count;
	struct area_indicator *indicators; /* in order of areas */
	int indicator_count;
};

/* Heads only, without areas; in order of codes. */
int area_tree_list(
	struct db *db, struct arena *arena, struct area_tree **list, int *count, struct error *err);
/* ERROR_MISSING names the code. */
int area_tree_load(struct db *db, const char *code, struct arena *arena, struct area_tree *out,
	struct error *err);
/* The index of an area, -1 = none. */
int area_tree_find(const struct area_tree *tree, const char *code);

/* Brings areas whose parents stand before their children into the order of the tree, those of one
 * parent as they stand, and indicators into that of areas. New arrays come from the arena. */
void area_tree_order(struct area_tree *tree, struct arena *arena);

/* A file's trees, made by exchange/areas.c: compared, or written inside db_write. *import_id 0 =
 * nothing is new. */
int area_tree_apply(struct db *db, const struct area_tree *trees, int count,
	const struct import_file *file, struct import_counts *counts, bool write,
	int64_t *import_id, struct error *err);

#endif
