/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group's comparison in one year: its indicators in rows, its members in columns, whatever the
 * values come from. The members are the present ones, because figures of years before they joined
 * are what they compare first, and those who were members on any day of that year (membership
 * says: those of the first day also before the group began) and left since: so a year that was
 * talked about looks the same afterwards. They count in mean, median and ends, and are marked. */
#ifndef MODEL_GROUP_SHEET_H
#define MODEL_GROUP_SHEET_H

#include "model/indicators/statistics.h"
#include "model/indicators/value.h"

struct sheet_cell {
	double value;       /* counts where !flag_missing(flag) */
	unsigned char flag;
	bool before;        /* a figure of the code that the member had before it was recoded */
	int from;           /* whose figure it is: the member's, its predecessor's, or of the other
			     * code of a city with powiat rights */
	bool best, worst;   /* by the direction; several where they tie, none where all are alike */
	bool unverified;    /* an own figure that nobody has verified yet */
	bool draft;         /* FLAG_DRAFT, whose number is shown here: flag is FLAG_PRELIMINARY. It
			     * counts in nothing, neither mean nor ends */
	bool made_up;       /* for demonstration, not to be quoted */
};

enum sheet_reference { REFERENCE_NONE, REFERENCE_COUNTRY, REFERENCE_TYPE };

struct sheet_row {
	const struct indicator *indicator;
	struct sheet_cell *cells;   /* one per member */
	struct summary group;       /* n = how many have a value that is no draft */
	double ratio_of_sums;       /* derived: of the members that have both parts; else NaN */
	/* The country's own value of a ratio; else the mean of all units of the members' type.
	 * NaN = neither is known. */
	double reference;
	enum sheet_reference reference_kind;
};

struct sheet_member {
	int slot;
	const char *label;   /* told apart from namesakes */
	const char *head;    /* the same with a sign (*) where it left */
	const char *left_on; /* its last day as a member, 2026-10-31; "" = it is one */
};

struct group_sheet {
	int64_t group;
	int64_t comparison;           /* the comparison group that follows it; 0 = none */
	int year;
	struct sheet_member *members; /* in Polish order of names */
	int member_count;
	struct sheet_row *rows;
	int count;
	bool chosen; /* rows were chosen; else all of the service and the sheets that have values */
	bool made_up; /* all figures are */
};

/* All in one read transaction; texts and arrays in the arena. A group that nobody chose rows for
 * shows the catalogue's indicators of its service, and those of its data sheets, that have a value
 * for any member. */
int group_sheet_load(struct db *db, const struct unit_table *units, int64_t group, int year,
	struct arena *arena, struct group_sheet *out, struct error *err);
/* Years in which any of the group's indicators has values, ascending. */
int group_sheet_years(struct db *db, int64_t group, struct arena *arena, int **years, int *count,
	struct error *err);
/* The newest of the last years with at least half as many values as the fullest of them: neither
 * an early figure nor a row that ends earlier says which. up_to: no later one, 0 = any. *year: 0 =
 * none. */
int group_sheet_usual_year(struct db *db, const struct unit_table *units, int64_t group,
	const int *years, int count, int up_to, int *year, struct error *err);
/* The indicators of the rows; comparison as in struct group_sheet. */
int group_sheet_rows(struct db *db, int64_t group, struct arena *arena, struct indicator **list,
	int *count, bool *chosen, int64_t *comparison, struct error *err);
/* Codes that a data sheet asks for and the rows that its group chose leave out: "DA01, DA02"; "" */
int group_sheet_left_out(struct db *db, int64_t sheet, struct arena *arena, const char **codes,
	struct error *err);
/* The rows from now on, in this order; none = the service's. rev: of the group as it was read;
 * raised. */
int group_sheet_choose(struct db *db, int64_t group, int64_t rev, const int64_t *indicators,
	int count, struct error *err);
/* One indicator over the years for all members, as the sheets of these years show it: who left
 * has no value behind its last year. */
struct group_trend {
	struct sheet_member *members; /* all that ever were, in Polish order of names */
	int member_count;
	int first_year, count;   /* years from the first to the last with a member's value */
	double **values;         /* [member][year]; NAN = none */
	unsigned char **flags;   /* [member][year] */
	bool **before;           /* [member][year]: a figure of the member's former code */
	double *median;          /* [year], of what is no draft; NAN = nobody has a value */
	bool *made_up;           /* [year]: a figure of it is */
};
int group_trend_load(struct db *db, const struct unit_table *units, int64_t group,
	const struct indicator *indicator, struct arena *arena, struct group_trend *out,
	struct error *err);
/* Those of a year's comparison in Polish order of names; or only the present ones, or all. */
enum { MEMBERS_PRESENT = 0, MEMBERS_EVER = -1 };
int group_sheet_members(struct db *db, const struct unit_table *units, int64_t group, int year,
	struct arena *arena, struct sheet_member **list, int *count, struct error *err);

#endif
