/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of exchange groups that travel between offices: reading them for a package, judging those
 * that came against what is here, writing them, and putting back what an import found. Every row
 * belongs to one office, so that there is nothing to merge. */
#ifndef MODEL_PACKAGE_H
#define MODEL_PACKAGE_H

#include "base/arena.h"
#include "base/output.h"
#include "model/owner.h"
#include "model/units/unit.h"
#include "store/db.h"

/* Who sends and who receives; texts in the arena. */
struct package_office {
	const char *uid, *name, *kind, *unit; /* unit: code, "" of a union */
};

struct package_line {
	int kind;            /* among the noun's lines */
	const char **values; /* NULL = no value */
};

enum package_fate {
	PACKAGE_NEW,
	PACKAGE_CHANGED,
	PACKAGE_SAME,
	PACKAGE_OLDER,   /* what is here is newer */
	PACKAGE_OURS,    /* this office's own row that came back */
	PACKAGE_GONE,    /* deleted there before it ever came here, or hanging on such a row */
	PACKAGE_REFUSED, /* for a reason */
	PACKAGE_FATES
};

struct package_row {
	int noun;
	const char *uid, *owner; /* owner: uid, never "" in a package */
	int64_t rev;
	bool untouched;          /* a member's own as the keeper of the group wrote it */
	const char **values;     /* one per field, NULL = no value */
	struct package_line *lines;
	int line_count;
	size_t line_room;
	enum package_fate fate;
	const char *reason;      /* PACKAGE_REFUSED: translated sentence */
	const char *note;        /* what the person should know of it; NULL = nothing */
	bool ours;               /* this office's own, or its own from now on */
	const char *replaces;    /* uid of the row that it takes the place of; NULL = none */
	bool stand_in;           /* figures without a return stand in its place */
	bool deleted;            /* at the sender, which says so once more */
	bool withdrawn;          /* the sender does not name it any more */
	bool removed;            /* withdrawn, of a noun that knows no deletion: it goes */
};

struct package_staying { const char *names; int count; }; /* "KLASA 2024, KLASA 2023"; NULL */
struct package_rows { /* zero-initialise; rows in order of nouns */
	struct package_row *rows;
	int count, others; /* others: of this office about other units, which stay */
	size_t room;
	/* Own figures beside sheets that stay: drafts, keyed here for others; sheets by year. */
	struct package_staying drafts, keyed, reworked;
	const char *sheets; /* "Krosno 2024; Zamość 2024": new and changed ones; NULL = none */
};

/* What the judge must know of a package. */
struct package_from {
	struct package_office office; /* the sender */
	const char *group;    /* uid */
	const char *made_at;  /* UTC */
	long format;          /* older ones say less, see package_formats.c */
	const char *our_uid;
	const char *our_unit; /* code, "" = of none */
	bool contacts;        /* contact data was sent with it */
	bool older;           /* than the newest package of the sender that is in force */
	bool leads;           /* the sender keeps the group */
};

const char *package_noun_label(int noun); /* translated, plural */
int package_noun_count(void);
/* "groups 1, filled-in sheets 2 (figures 14), deleted entries 1": what they are. Returns dst. */
char *package_rows_words(char *dst, size_t size, const struct package_rows *rows);

/* The group's rows for an office; lead: with those of other offices, else what is of the own unit
 * alone. What was deleted before it ever went out is left out. unit: for whom, NO_SLOT. */
int package_load(struct db *db, int64_t group, bool lead, bool contacts, int unit,
	const char *our_uid, struct arena *arena, struct package_rows *out, struct error *err);
/* For a unit (its code) that left on this day: what is later goes out, but for its own. */
int package_keep_until(struct db *db, const char *day, const char *unit, struct arena *arena,
	struct package_rows *rows, struct error *err);
/* Codes of indicators that the rows name, each once. */
int package_indicators(struct db *db, const struct package_rows *rows, struct arena *arena,
	const char ***codes, int *count, struct error *err);

/* records.xml. Reading refuses in words whatever gromada would not write. */
int package_write_xml(struct db *db, struct output *out, const struct package_rows *rows,
	struct error *err);
struct input;
int package_read_xml(struct db *db, struct input *in, struct arena *arena,
	struct package_rows *out, struct error *err);

/* After reading, once: what an older format meant otherwise. */
int package_take_format(struct db *db, long format, struct package_rows *rows, struct arena *arena,
	struct error *err);

/* Fills fates. known: indicators that the package brings itself. Homework that the package of the
 * group's keeper does not name any more is added to the rows as deleted: another member has it; so
 * are conclusions and plans that the sender took back, minutes as drafts, and rows of other members
 * that the keeper does not have any more. */
int package_judge(struct db *db, const struct package_from *from, struct package_rows *rows,
	const char *const *known, int known_count, struct arena *arena, struct error *err);
/* How many people of the sender, whom this group's rows name, stay: the package brings none. */
int package_people_staying(
	struct db *db, const struct package_from *from, int64_t *count, struct error *err);
/* Inside db_write, after package_judge: new and changed rows, what stood in their place. */
int package_put(struct db *db, int64_t import_id, const struct package_from *from,
	struct package_rows *rows, struct error *err);
/* Inside db_write: what the import found comes back. Refused in words where later packages or
 * rows of this office rest on it. */
int package_forget(struct db *db, int64_t import_id, struct error *err);

/* Inside db_write: a questionnaire that came as a draft; undoing drops it while untouched. */
int package_note_questionnaire(struct db *db, int64_t import_id, int64_t questionnaire,
	int64_t version_rev, struct error *err);

/* ---- indicators ---- */
enum package_card {
	PACKAGE_CARD_FREE,  /* unknown, or fed by packages alone: takes their values */
	PACKAGE_CARD_TAKEN  /* computed or keyed here, or fed by other files */
};
int package_card_of(struct db *db, const char *code, enum package_card *out, struct error *err);
/* Whether all its values are what the statistical office publishes of everybody. */
int package_is_public(struct db *db, int64_t indicator, bool *public, struct error *err);
/* Those that the group compares, chosen or of its service; results of members among them. */
int package_compared(struct db *db, int64_t group, struct arena *arena, int64_t **list, int *count,
	struct error *err);
struct package_result { /* a published one */
	int64_t indicator;
	int year;
	unsigned char flag; /* FLAG_* of one that is missing: why */
	double value;
};
/* A member's own that go to the group, by indicator and year. */
int package_published(struct db *db, int64_t group, int slot, struct arena *arena,
	struct package_result **list, int *count, struct error *err);
/* Indicators whose results stay at home, because they are neither rows of the group nor of its
 * service: "MRO, OCENA", at most eight; "" = none. service: the group's. */
int package_not_sent(struct db *db, int64_t group, int slot, int twin, struct arena *arena,
	const char **codes, const char **service, struct error *err);

#endif
