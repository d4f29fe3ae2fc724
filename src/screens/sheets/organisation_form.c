/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of one unit's way of delivering a service. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/sheets/service_organisation.h"
#include "screens/frame/lookup.h"
#include "screens/groups/group_screens.h"
#include "screens/sheets/sheet_screens.h"

#include <math.h>
#include <stdio.h>

struct values {
	char unit[160], unit_key[UNIT_CODE_SIZE];
	char service[128], service_key[128], year[8];
	int provider;
	char name[160], employment[24], scale[256], contract[256], fees[256], remark[512];
};

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member
#define LINES(title, member, sentence) \
	{ .kind = FIELD_LINES, .label = title, AT(member), .rows = 2, .help = sentence }

/* As enum service_provider. */
static const char *const providers[] = { N_("the office or its own unit"), N_("budget entity"),
	N_("company of the municipality"), N_("contracted out"), N_("inter-municipal union"),
	N_("non-governmental organisation"), N_("in another way"), NULL };

static const struct field fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Unit"),
		AT(unit),
		.key_offset = offsetof(struct values, unit_key),
		.key_size = UNIT_CODE_SIZE,
		.required = true,
		.width = 50,
		.suggest = group_suggest_member,
		.none = N_("No unit has such a name or code."),
		.help = N_("Whose service it is.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Service"),
		AT(service),
		.key_offset = offsetof(struct values, service_key),
		.key_size = sizeof((struct values *)0)->service_key,
		.required = true,
		.width = 40,
		.suggest = lookup_suggest_any_service,
		.help = N_("The public service: some letters of one that a group compares, or "
			   "another.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Year"),
		AT(year),
		.required = true,
		.width = 6,
		.whole = true,
		.min = UNIT_FIRST_YEAR,
		.max = UNIT_LAST_YEAR,
		.help = N_("The year for which this holds.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Delivered by"),
		AT(provider),
		.width = 40,
		.choices = providers,
		.help = N_("Space or a letter changes it.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Its name"),
		AT(name),
		.width = 54,
		.help = N_("Company, unit or union that delivers the service.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Posts"),
		AT(employment),
		.width = 10,
		.min = 0,
		.max = 100000,
		.help = N_("Full-time posts; a half is 0,5.") },
	LINES(N_("Scale"), scale, N_("How much of the service: inhabitants, km, tonnes.")),
	LINES(N_("Contract"), contract, N_("With whom and until when, how it was chosen.")),
	LINES(N_("Fees"), fees, N_("What users pay.")),
	LINES(N_("Remark"), remark, N_("What explains differences from other members.")),
};
enum { FIELDS = sizeof fields / sizeof *fields };

static const char *const names[FIELDS] = { "unit", "service", "year", "provider", "name",
	"employment", "scale", "contract", "fees", "remark" };

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct service_organisation o = { .employment = NAN };
	struct values *v = values;

	if (of->id) {
		if (service_organisation_load(app->db, of->id, &o, err))
			return -1;
	} else {
		if (group_unit_of_new(app, 0, &o.slot, err))
			return -1;
		o.year = clock_today().year;
		text_copy(o.uid, sizeof o.uid, "new-organisation");
	}
	of->rev = o.rev;
	text_copy(of->uid, sizeof of->uid, o.uid);
	text_copy(of->owner, sizeof of->owner, o.owner);
	text_copy(v->service, sizeof v->service, o.service);
	text_copy(v->service_key, sizeof v->service_key, o.service);
	card_form_number(v->year, sizeof v->year, o.year);
	v->provider = (int)o.provider;
	text_copy(v->name, sizeof v->name, o.name);
	if (!isnan(o.employment))
		number_field(v->employment, sizeof v->employment, o.employment);
	text_copy(v->scale, sizeof v->scale, o.scale);
	text_copy(v->contract, sizeof v->contract, o.contract);
	text_copy(v->fees, sizeof v->fees, o.fees);
	text_copy(v->remark, sizeof v->remark, o.remark);
	return lookup_unit_put(
		app, o.slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
}

static int
save_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	struct service_organisation o = { 0 };

	if (of->id && service_organisation_load(app->db, of->id, &o, err))
		return -1;
	o.rev = of->rev;
	text_copy(o.service, sizeof o.service, lookup_new_text(v->service));
	o.year = (int)card_form_whole(v->year);
	o.provider = (enum service_provider)v->provider;
	text_copy(o.name, sizeof o.name, v->name);
	o.employment = NAN;
	if (v->employment[0])
		number_parse(v->employment, &o.employment);
	text_copy(o.scale, sizeof o.scale, v->scale);
	text_copy(o.contract, sizeof o.contract, v->contract);
	text_copy(o.fees, sizeof o.fees, v->fees);
	text_copy(o.remark, sizeof o.remark, v->remark);
	if (lookup_unit_take(app, v->unit, v->unit_key, SERVICE_FIELD_UNIT, &o.slot, err) ||
		service_organisation_save(app->db, &o, err))
		return -1;
	of->id = o.id;
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	if (of->id)
		snprintf(dst, size, "%s, %s, %s", v->unit, v->service, v->year);
	else
		text_copy(dst, size, _("Who delivers a service"));
}

const struct card_form_kind organisation_form = { .name = "service_organisation",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = save_values,
	.title = title,
	.saved = N_("The form of organisation is saved.") };
