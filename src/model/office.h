/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What this office is, its own unit, what the file is for, and each person's choices. */
#ifndef MODEL_OFFICE_H
#define MODEL_OFFICE_H

#include "model/person.h"
#include "model/units/unit.h"
#include "store/db.h"

enum office_kind { OFFICE_UNKNOWN, OFFICE_GMINA, OFFICE_CITY_POWIAT, OFFICE_POWIAT,
	OFFICE_VOIVODESHIP, OFFICE_UNION, OFFICE_ADVISER };
enum office_purpose { PURPOSE_WORK, PURPOSE_DEMO, PURPOSE_TEST };

struct office {
	enum office_kind kind;        /* OFFICE_UNKNOWN until the first start asked */
	char own_unit[16];            /* code; "" for a union or adviser */
	enum office_purpose purpose;
	char name[160];               /* as documents and packages say it; "" = not given */
	char heading[512];            /* of documents: address, case symbol; several lines */
	char council[160], executive[160]; /* as documents name them; "" = by the kind of unit */
	char uid[33];                 /* "" until it is first needed: office_uid() */
	/* Percent of the expected change from which a target is on course, and at risk; 0 = as
	 * usual (90 and 60) when saved. */
	int on_course, at_risk;
	char size_classes[128]; /* limits of population (model/diagnosis/peers.h); "" = as usual */
};
/* The office's own uid, by which packages tell offices apart; made and kept where there is none,
 * inside a write of the caller or in one of its own. */
int office_uid(struct db *db, char dst[33], struct error *err);
int office_load(struct db *db, struct office *out, struct error *err);
int office_save(struct db *db, const struct office *office, struct error *err);
/* Name and heading as they stand over documents, lines parted by \n; in the arena. */
const char *office_letterhead(const struct office *office, struct arena *arena);
const char *office_kind_name(enum office_kind kind);
const char *office_kind_label(enum office_kind kind);
/* Whether an office of this kind can have such a unit as its own; unknown kinds, unions and
 * advisers any. name: of the unit, for the sentence. */
int office_check_own(
	enum office_kind kind, enum unit_level level, const char *name, struct error *err);

/* Choices of a person, such as the chosen unit; "" when none. */
int preference_load(struct db *db, int64_t person, const char *key, char *value, size_t size,
	struct error *err);
int preference_save(struct db *db, int64_t person, const char *key, const char *value,
	struct error *err);

/* What Home shows: counts that do not grow with the data to compute. */
struct database_state {
	int64_t size;                 /* bytes */
	int units, indicators, series, imports, first_year, last_year;
	char register_date[11];
	char last_import_at[24], last_import_file[128];
	bool made_up;                 /* any import in force is made up */
};
int database_state_load(struct db *db, struct database_state *out, struct error *err);

#endif
