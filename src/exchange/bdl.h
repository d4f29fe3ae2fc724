/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports of BDL (Bank Danych Lokalnych): what the two layouts share. Known in this folder only. */
#ifndef EXCHANGE_BDL_H
#define EXCHANGE_BDL_H

#include "exchange/figures.h"

enum bdl_layout { BDL_NONE, BDL_TAB, BDL_REL };

struct bdl {
	struct figures figures;
	enum bdl_layout layout;
	char file_subgroup[8]; /* as the file's name says; "" = it does not */
	char subgroup[8];      /* that or the one that the person gave */
	int next_number;       /* last number given to a new card, 0 = none */
};

/* Subgroup of a name such as LUDN_2137_CREL_20220407210714.csv; "" when it is not one. */
void bdl_subgroup_of_name(const char *name, char subgroup[8]);
/* "2022-04-07" of the same, or "". */
void bdl_date_of_name(const char *name, char date[11]);
/* What a card is called: the chosen dimensions, which tell series of one subgroup apart, then
 * the subgroup's phenomenon: "mężczyźni (ludność według wieku i płci)". In the arena. */
char *bdl_series_name(struct arena *arena, const char *subgroup, const char *dimensions);
/* 'Q' or 'M' when the text names a quarter or a month (Polish or English), else 'R'. */
char bdl_period(const char *dimension);
/* A number as BDL writes it; 0, or -1. */
int bdl_number(const char *text, size_t length, struct decimal *out);
/* The name without its kind: "Bolesławiec (1)" becomes "Bolesławiec". In the arena. */
char *bdl_unit_name(struct arena *arena, const char *name);

/* Reads the whole file into bdl->figures. */
int bdl_read(struct bdl *bdl, struct input *in, const struct progress *progress, struct error *err);

/* ---- between the two layouts and bdl_read.c ---- */

#define BDL_COLUMNS 1000

/* What is wrong with a field, told at the end of the row, when the line is known. */
enum bdl_fault {
	BDL_FINE,
	BDL_CODE_LONG,
	BDL_NAME_LONG,
	BDL_NO_NUMBER,
	BDL_NO_YEAR,
	BDL_NO_ATTRIBUTE
};

struct bdl_reader;
/* Takes one field as the parser has it; what is wrong with it is a fault. Always 0. */
typedef int bdl_taker(struct bdl_reader *r, int column, const char *text, size_t length);

struct bdl_reader {
	struct bdl *bdl;
	struct figures *figures;
	struct input *in;
	bdl_taker *takers[BDL_COLUMNS]; /* by column; the header's until it is complete */
	char **header;                  /* trimmed; a trailing empty one is left out */
	int columns;                    /* of the header */
	bool has_header;
	enum bdl_fault fault;
	int fault_column; /* 0-based */
	char fault_text[64];
	/* the row being read, and what it shares with the one before */
	int unit, named; /* named: units whose name was taken */
	bool same_unit;
	char code[32], name[256];
	size_t code_length;
	/* TAB */
	int *slices; /* by column */
	figure_cell *cells;
	/* REL */
	int ids[BDL_COLUMNS];          /* numbers in figures->texts: dimensions, measure */
	const char *last[BDL_COLUMNS]; /* their texts in the row before */
	size_t last_length[BDL_COLUMNS];
	bool same_series;
	int dimensions, series, year, checked_texts;
	bool value_empty;
	struct decimal value;
	int flag;
};

/* Notes the row's first fault. Always 0. */
int bdl_fault(struct bdl_reader *r, enum bdl_fault fault, int column, const char *text);
/* Looks up the unit of the row once its code and name are known. */
int bdl_row_unit(struct bdl_reader *r, long line, struct error *err);

/* Once the header is known: who takes the columns behind code and name. */
int bdl_tab_header(struct bdl_reader *r, long line, struct error *err);
int bdl_tab_row(struct bdl_reader *r, long line, struct error *err);
void bdl_rel_header(struct bdl_reader *r);
int bdl_rel_row(struct bdl_reader *r, long line, struct error *err);

#endif
