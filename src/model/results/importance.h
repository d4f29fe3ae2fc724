/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What matters to people beside how they rate it, service by service; and the profile of an
 * organisation's strength, area by area.
 *
 * Pairs are made by names, as in the questionnaires that come with the program: importance_X goes
 * with quality_X, else with rating_X, else with satisfaction_X. Both are scales. */
#ifndef MODEL_IMPORTANCE_H
#define MODEL_IMPORTANCE_H

#include "model/tables/tabulation.h"

/* J. A. Martilla, J. C. James, "Importance-Performance Analysis", Journal of Marketing 41 (1977)
 * 77-79: four fields, parted by the mean of all services' importance and of all their ratings. */
enum service_field {
	SERVICE_UNKNOWN, /* one of the two is not known, or is hidden */
	SERVICE_IMPROVE, /* important and rated low: concentrate here */
	SERVICE_KEEP,    /* important and rated well: keep up */
	SERVICE_LATER,   /* less important and rated low */
	SERVICE_ENOUGH,  /* less important and rated well: enough is done */
	SERVICE_FIELDS
};
const char *service_field_name(enum service_field field);  /* improve: in files */
const char *service_field_label(enum service_field field); /* translated */

struct service {
	const char *importance, *rating; /* names of the two questions */
	const char *label;
	struct scale_result important, rated; /* n 0 = hidden, or nobody answered */
	bool hidden;
	enum service_field field;
};
struct services {
	struct service *list; /* the lowest rated first, those without a rating last */
	int count;
	double importance, rating; /* the lines between the fields; NAN without services */
	int known;                 /* services that the lines are of: both means are told */
	bool coarse;               /* some of these are told to one place only */
	double low[2], high[2];    /* ends of the two scales: importance, rating */
	int threshold;
	unsigned notes;
};
/* asked: where, weighted and threshold, as of a table; NULL = all forms as they are. Without pairs
 * it is the user's error: it says how the two questions are to be named. */
int services_load(struct wave_columns *wave, const struct tabulation *asked, struct services *out,
	struct error *err);
enum service_sort { SERVICES_BY_RATING, SERVICES_BY_IMPORTANCE, SERVICES_BY_GAP };
/* What the lines are, and of how many services where some are hidden. */
const char *services_lines_text(const struct services *s, char *dst, size_t size);
/* Why some have no field; "" where all have one. */
const char *services_unknown_text(const struct services *s);
void services_sort(struct services *s, enum service_sort by);

/* Scales of one part of the questionnaire (a group of the outermost level), each put on 0 to 100:
 * (mean - lowest) / (highest - lowest) * 100. Questions whose names say that they are
 * worded the other way (barrier, leave, reversed) are turned round: what hinders much is little
 * strength. The part is the mean of those of its questions that have a position. */
struct strength {
	int area;                  /* index in areas */
	const char *name, *number, *label;
	struct scale_result scale; /* n 0 = hidden, or nobody answered */
	bool hidden, turned;
	double position;           /* 0 to 100; NAN = none; as coarse as the mean */
};
struct strengths {
	struct strength_area {
		const char *name, *label;
		double position;
		int questions; /* with a position */
		int asked;     /* all of them; the others are hidden, or nobody answered */
		bool coarse;   /* some of these come from means told to one place */
	} *areas;
	int area_count;
	struct strength *list; /* in the order of the paper */
	int count;
	int threshold;
	unsigned notes;
};
int strengths_load(struct wave_columns *wave, const struct tabulation *asked, struct strengths *out,
	struct error *err);
/* The part's name; where it is the mean of some of its questions only, of how many. */
const char *strength_area_text(const struct strength_area *area, char *dst, size_t size);

#endif
