/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a unit delivers a service in a year: by whom, with how many posts, under what contract. */
#ifndef MODEL_SERVICE_ORGANISATION_H
#define MODEL_SERVICE_ORGANISATION_H

#include "base/arena.h"
#include "model/owner.h"

enum service_provider { PROVIDER_OWN_UNIT, PROVIDER_BUDGET_ENTITY, PROVIDER_COMPANY,
	PROVIDER_CONTRACTED, PROVIDER_MUNICIPAL_UNION, PROVIDER_NGO, PROVIDER_OTHER, PROVIDERS };
const char *service_provider_name(enum service_provider p);  /* company: in files */
const char *service_provider_label(enum service_provider p); /* translated */

struct service_organisation {
	int64_t id, rev; /* id 0 = new */
	char uid[33], owner[OWNER_SIZE];
	int slot, year;
	char service[128];
	enum service_provider provider;
	char name[160];    /* of who delivers */
	double employment; /* posts; NAN = not known */
	char scale[256], contract[256], fees[256], remark[512];
	char unit[16], unit_name[96]; /* code, name; by the functions that load */
};

struct service_filter {      /* zero = all */
	int slot;            /* NO_SLOT = all */
	int64_t group;       /* members of an exchange group; 0 = all */
	const char *service; /* NULL = all */
	int year;            /* 0 = all */
	bool retired;
};
/* By service, year (newest first), unit's name. */
int service_organisation_list(struct db *db, const struct service_filter *filter,
	struct arena *arena, struct service_organisation **list, int *count, struct error *err);
int service_organisation_load(struct db *db, int64_t id, struct service_organisation *out,
	struct error *err);
enum service_field { SERVICE_FIELD_UNIT = 1, SERVICE_FIELD_SERVICE, SERVICE_FIELD_YEAR,
	SERVICE_FIELD_PROVIDER, SERVICE_FIELD_NAME, SERVICE_FIELD_EMPLOYMENT, SERVICE_FIELD_SCALE,
	SERVICE_FIELD_CONTRACT, SERVICE_FIELD_FEES, SERVICE_FIELD_REMARK };
int service_organisation_save(struct db *db, struct service_organisation *s, struct error *err);
int service_organisation_retire(struct db *db, const struct service_organisation *s,
	struct error *err);
int service_organisation_restore(struct db *db, int64_t id, struct error *err);

#endif
