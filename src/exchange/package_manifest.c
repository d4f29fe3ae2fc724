/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manifest of a package: from whom, for whom, when, and what lies in the zip. */
#include "config.h"

#include "exchange/package_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "base/xml.h"
#include "model/office.h"
#include "model/packages/package_office.h"
#include "model/units/unit_city.h"
#include "model/units/unit_told.h"

#include <stdlib.h>
#include <string.h>

enum { MANIFEST_MOST = 1000 };

struct reader {
	struct package_manifest *m;
	struct arena *arena;
	bool seen;
};

static const char *
text_of(struct reader *r, const char *const *attributes, const char *name)
{
	char clean[512];

	for (int i = 0; attributes[i]; i += 2)
		if (!strcmp(attributes[i], name) && attributes[i + 1])
			return arena_string(
				r->arena, text_clean(clean, sizeof(clean), attributes[i + 1]));
	return "";
}

static struct package_office
read_office(struct reader *r, const char *const *attributes)
{
	return (struct package_office){ text_of(r, attributes, "uid"),
		text_of(r, attributes, "name"), text_of(r, attributes, "kind"),
		text_of(r, attributes, "unit") };
}

static int
read_package(struct reader *r, const char *const *attributes, struct error *err)
{
	struct package_manifest *m = r->m;

	r->seen = true;
	if (number_parse_whole(text_of(r, attributes, "format"), 1, 1000000, &m->format) < 0)
		m->format = 0;
	m->made_at = text_of(r, attributes, "made_at");
	m->contacts = !strcmp(text_of(r, attributes, "contacts"), "1");
	m->made_up = !strcmp(text_of(r, attributes, "made_up"), "1");
	if (m->format <= PACKAGE_FORMAT)
		return 0;
	return error_set(err, ERROR_NEWER,
		_("The package was made by a newer gromada (format %ld, this one knows %d). Update "
		  "gromada, or ask the sender to write it with the older one."),
		m->format, PACKAGE_FORMAT);
}

static void
read_part(struct reader *r, const char *const *attributes)
{
	struct package_manifest *m = r->m;

	m->parts = arena_grow(
		r->arena, m->parts, (size_t)m->part_count, &m->part_room, sizeof(*m->parts));
	m->parts[m->part_count++] = (struct package_part){ text_of(r, attributes, "name"),
		text_of(r, attributes, "sha256") };
}

static int
start(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct reader *r = context;
	struct package_manifest *m = r->m;

	if (!strcmp(name, "package"))
		return read_package(r, attributes, err);
	if (m->known_count == MANIFEST_MOST || m->part_count == MANIFEST_MOST)
		return error_at(err, ERROR_INPUT, line, 0,
			_("The manifest of the package is too long."));
	if (!strcmp(name, "office")) {
		m->office = read_office(r, attributes);
	} else if (!strcmp(name, "for")) {
		m->for_office = text_of(r, attributes, "office");
		m->for_unit = text_of(r, attributes, "unit");
	} else if (!strcmp(name, "group")) {
		m->group_uid = text_of(r, attributes, "uid");
		m->group_code = text_of(r, attributes, "code");
		m->group_name = text_of(r, attributes, "name");
		m->group_owner = text_of(r, attributes, "owner");
	} else if (!strcmp(name, "known")) {
		m->known = arena_grow(r->arena, m->known, (size_t)m->known_count, &m->known_room,
			sizeof(*m->known));
		m->known[m->known_count++] = read_office(r, attributes);
	} else if (!strcmp(name, "part")) {
		read_part(r, attributes);
	}
	return 0;
}

static bool
is_uid(const char *text)
{
	return strlen(text) == 32 && strspn(text, "0123456789abcdef") == 32;
}

static bool
is_instant(const char *text)
{
	char shown[32];

	return strlen(text) == 20 && strcmp(clock_local(shown, sizeof(shown), text), text) != 0;
}

/* By this instant newer packages are told from older ones, so it may not lie ahead: a clock that
 * ran ahead once would make all later packages older. A day is left to clocks that differ. */
static int
check_made_at(const char *made_at, struct error *err)
{
	char last[16], shown[32];

	date_iso(last, sizeof(last), date_from_days(date_to_days(clock_today()) + 1));
	if (strncmp(made_at, last, 10) <= 0)
		return 0;
	return error_set(err, ERROR_INPUT,
		_("The package says that it was made on %s, which is still to come. Set the clock "
		  "of this computer, or of the sender's and have the package made again."),
		clock_local(shown, sizeof(shown), made_at));
}

int
package_manifest_read(
	struct input *in, struct arena *arena, struct package_manifest *out, struct error *err)
{
	static const struct xml_handler handler = { start, NULL };
	struct reader r = { out, arena, false };

	*out = (struct package_manifest){ .office = { "", "", "", "" },
		.for_office = "",
		.for_unit = "",
		.group_uid = "",
		.group_code = "",
		.group_name = "",
		.group_owner = "",
		.made_at = "" };
	if (xml_read(in, &handler, &r, err) < 0)
		return -1;
	for (int i = 0; i < out->known_count; i++)
		r.seen &= is_uid(out->known[i].uid);
	if (!r.seen || !out->format || !is_uid(out->office.uid) || !out->office.name[0] ||
		!is_uid(out->group_uid) || !is_uid(out->group_owner) || !is_instant(out->made_at))
		return error_set(err, ERROR_INPUT,
			_("The manifest does not say from whom the package is, of which group and "
			  "when it was made; it was changed or made by another program."));
	return check_made_at(out->made_at, err);
}

const char *
package_part_sum(const struct package_manifest *m, const char *name)
{
	for (int i = 0; i < m->part_count; i++)
		if (!strcmp(m->parts[i].name, name))
			return m->parts[i].sha256;
	return NULL;
}

/* ---- whether it may be taken over ---- */

static int
check_receiver(const struct package_manifest *m, const struct office *office, const char *uid,
	const struct unit_table *units, struct arena *arena, struct error *err)
{
	const struct unit *to = unit_by_code(units, m->for_unit);
	const struct unit *own = unit_by_code(units, office->own_unit);

	if (m->for_office[0] && uid[0] && strcmp(m->for_office, uid))
		return error_set(err, ERROR_INPUT,
			_("The package is for another office%s%s. Nothing was taken over."),
			m->for_unit[0] ? ": " : "", to ? to->label : m->for_unit);
	if (m->for_office[0] && uid[0])
		return 0;
	if (!m->for_unit[0])
		return error_set(err, ERROR_INPUT,
			_("The package is for the office that keeps the group %s, which is "
			  "another one. Nothing was taken over."),
			m->group_code);
	if (!own && !office->own_unit[0] && units->count == 0)
		return error_set(err, ERROR_MISSING,
			_("The package is for %s: import the TERYT register first (menu 8 1), then "
			  "say in the settings which unit this office is of (menu 8 8)."),
			m->for_unit);
	if (!own && (office->own_unit[0] || units->count == 0))
		return error_set(err, ERROR_MISSING,
			_("The package is for %s, and the unit of this office is not known here: "
			  "import the TERYT register first (menu 8 1)."),
			to ? to->label : m->for_unit);
	if (!own)
		return error_set(err, ERROR_INPUT,
			_("The package is for %s; say in the settings first which unit this office "
			  "is of (menu 8 8)."),
			to ? to->label : m->for_unit);
	if (!to || !unit_code_same(to->code, own->code))
		return error_set(err, ERROR_INPUT,
			_("The package is for %s, and this is the office of %s. Nothing was taken "
			  "over; if this office is of another unit, say so in the settings (menu "
			  "8 8)."),
			to ? unit_told_with_code(to, arena) : m->for_unit,
			unit_told_with_code(own, arena));
	return 0;
}

/* The group is kept by the sender, or known here and kept by the office that the package says. */
static int
check_group(struct db *db, const struct package_manifest *m, const char *uid, struct arena *arena,
	bool *leads, struct error *err)
{
	struct exchange_group *list;
	int count;

	*leads = !strcmp(m->group_owner, m->office.uid);
	if (exchange_group_list(db, true, NULL, arena, &list, &count, err) < 0)
		return -1;
	for (int i = 0; i < count; i++) {
		const char *owner = list[i].owner[0] ? list[i].owner : uid;

		if (strcmp(list[i].uid, m->group_uid))
			continue;
		if (strcmp(owner, m->group_owner))
			return error_set(err, ERROR_INPUT,
				_("The group %s is kept by another office than the package says. "
				  "Nothing was taken over."),
				list[i].code);
		return 0;
	}
	if (*leads)
		return 0;
	return error_set(err, ERROR_INPUT,
		_("The package is of the group %s, which this office does not have. Nothing was "
		  "taken over."),
		m->group_code);
}

/* Both at once, so that nobody mends one only to be told the other. */
static int
check_both(struct db *db, const struct unit_table *units, const struct package_manifest *m,
	const struct office *office, struct arena *arena, bool *leads, struct error *err)
{
	struct error who = { .code = ERROR_NONE }, group = { .code = ERROR_NONE };
	bool for_us = check_receiver(m, office, office->uid, units, arena, &who) == 0;
	bool of_group = check_group(db, m, office->uid, arena, leads, &group) == 0;

	if (for_us && of_group)
		return 0;
	if (!for_us && !of_group && group.code == ERROR_INPUT)
		return error_set(err, who.code, "%s %s", who.text, group.text);
	*err = for_us ? group : who;
	return -1;
}

int
package_manifest_check(struct db *db, const struct unit_table *units,
	const struct package_manifest *m, struct package_from *from, struct arena *arena,
	struct error *err)
{
	struct partner_office before = { .last_from = "" };
	struct office office;
	bool known, leads;

	if (office_load(db, &office, err) < 0)
		return -1;
	if (!strcmp(m->office.uid, office.uid))
		return error_set(err, ERROR_INPUT,
			_("This package comes from this very office; packages are for others. If "
			  "the database was copied to start another office, begin that one with a "
			  "new database."));
	if (check_both(db, units, m, &office, arena, &leads, err) < 0 ||
		partner_office_load(db, m->office.uid, arena, &before, &known, err) < 0)
		return -1;
	*from = (struct package_from){ .office = m->office,
		.group = m->group_uid,
		.made_at = m->made_at,
		.format = m->format,
		.our_uid = arena_string(arena, office.uid),
		.our_unit = arena_string(arena, office.own_unit),
		.contacts = m->contacts,
		.older = known && strcmp(m->made_at, before.last_from) < 0,
		.leads = leads };
	return 0;
}
