/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing an exchange package. */
#include "config.h"

#include "exchange/package_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/sha256.h"
#include "base/text.h"
#include "base/xml_write.h"
#include "model/office.h"
#include "model/packages/package_office.h"
#include "model/units/unit_told.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum part { PART_RECORDS, PART_CATALOGUE, PART_VALUES, PART_FORM,
	PARTS = PART_FORM + PACKAGE_FORM_PARTS };

static const char *
part_name(int part)
{
	static const char *const names[PART_FORM] = { PACKAGE_RECORDS, PACKAGE_CATALOGUE,
		PACKAGE_VALUES };

	return part < PART_FORM ? names[part] : package_form_parts[part - PART_FORM];
}

struct making {
	struct db *db;
	const struct package_options *options;
	struct arena arena;
	struct office office;
	char uid[UID_SIZE];         /* of this office */
	struct exchange_group group;
	struct unit_table units;
	bool lead;                  /* this office keeps the group */
	const struct unit *to;      /* NULL = the office that keeps the group */
	char to_uid[OWNER_SIZE];    /* its office, "" = not known yet */
	char until[16];             /* its last day as a member; "" = it is one */
	char made_at[32];
	bool made_up;
	struct package_rows rows;
	struct output *parts[PARTS], *manifest;
	int part_count;             /* those of the questionnaire are the last ones */
};

/* ---- who to whom ---- */

/* Returns false where the unit was never a member. */
static bool
find_last_day(struct making *m, const struct exchange_member *list, int count, int slot)
{
	char today[16];
	bool there = false, found = false;

	date_iso(today, sizeof(today), clock_today());
	for (int i = 0; i < count; i++) {
		if (list[i].slot != slot)
			continue;
		found = true;
		there |= !exchange_member_left(&list[i], today);
		if (strcmp(list[i].left_on, m->until) > 0)
			text_copy(m->until, sizeof(m->until), list[i].left_on);
	}
	if (there)
		m->until[0] = '\0';
	return found;
}

static int
check_member(struct making *m, struct error *err)
{
	struct exchange_member *list;
	int count, slot = m->options->unit;

	if (slot == NO_SLOT)
		return error_field(err, ERROR_INPUT, PACKAGE_FIELD_UNIT,
			_("Say for which member of %s the package is."), m->group.code);
	if (exchange_member_meant(m->db, &m->units, m->group.id, &slot, err) < 0)
		return -1;
	m->to = unit_by_slot(&m->units, slot);
	if (exchange_member_list(m->db, m->group.id, NULL, &m->arena, &list, &count, err) < 0)
		return -1;
	if (m->to && find_last_day(m, list, count, slot))
		return partner_office_of_unit(m->db, m->to->code, m->to_uid, err);
	return error_field(err, ERROR_INPUT, PACKAGE_FIELD_UNIT,
		_("%s is no member of the group %s; packages go to its members."),
		m->to ? m->to->told : "?", m->group.code);
}

static int
prepare(struct making *m, struct error *err)
{
	if (office_load(m->db, &m->office, err) < 0 ||
		exchange_group_load(m->db, m->options->group, &m->group, err) < 0)
		return -1;
	if (!m->office.name[0])
		return error_set(err, ERROR_INPUT,
			_("Packages say from whom they are: give this office a name in the "
			  "settings first (menu 8 8)."));
	if (office_uid(m->db, m->uid, err) < 0 || unit_table_load(m->db, &m->units, err) < 0)
		return -1;
	m->lead = !m->group.owner[0];
	clock_now_utc(m->made_at, sizeof(m->made_at));
	if (m->lead)
		return check_member(m, err);
	if (m->options->unit != NO_SLOT)
		return error_field(err, ERROR_INPUT, PACKAGE_FIELD_UNIT,
			_("The group %s is kept by another office; packages from here go to it "
			  "alone. Leave the member out."),
			m->group.code);
	text_copy(m->to_uid, sizeof(m->to_uid), m->group.owner);
	return 0;
}

/* ---- the manifest ---- */

static void
write_office(struct xml_writer *w, const char *element, const struct package_office *o)
{
	xml_open(w, element);
	xml_attribute(w, "uid", o->uid);
	xml_attribute(w, "name", o->name);
	xml_attribute(w, "kind", o->kind);
	xml_attribute(w, "unit", o->unit);
	xml_close(w);
}

static bool
owns_rows(const struct making *m, const char *uid)
{
	for (int i = 0; i < m->rows.count; i++)
		if (!strcmp(m->rows.rows[i].owner, uid))
			return true;
	return false;
}

static int
write_known(struct making *m, struct xml_writer *w, struct error *err)
{
	struct partner_office *list;
	int count;

	if (partner_office_list(m->db, &m->arena, &list, &count, err) < 0)
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].uid[0] && owns_rows(m, list[i].uid))
			write_office(w, "known",
				&(struct package_office){ list[i].uid, list[i].name, list[i].kind,
					list[i].unit });
	return 0;
}

static void
write_part(struct xml_writer *w, const char *name, struct output *part)
{
	struct sha256 *sum = sha256_new();
	char hex[SHA256_HEX];
	size_t length;
	const char *text = output_text(part, &length);

	sha256_update(sum, text, length);
	sha256_finish(sum, hex);
	xml_open(w, "part");
	xml_attribute(w, "name", name);
	xml_attribute(w, "sha256", hex);
	xml_close(w);
}

static int
write_manifest(struct making *m, struct error *err)
{
	const struct package_office us = { m->uid, m->office.name,
		office_kind_name(m->office.kind), m->office.own_unit };
	struct xml_writer w;

	xml_start(&w, m->manifest);
	xml_open(&w, "package");
	xml_number(&w, "format", PACKAGE_FORMAT);
	xml_attribute(&w, "program", PACKAGE_VERSION);
	xml_attribute(&w, "made_at", m->made_at);
	xml_number(&w, "contacts", m->options->contacts);
	xml_number(&w, "made_up", m->made_up);
	write_office(&w, "office", &us);
	xml_open(&w, "for");
	xml_attribute(&w, "office", m->to_uid);
	xml_attribute(&w, "unit", m->to ? m->to->code : "");
	xml_close(&w);
	xml_open(&w, "group");
	xml_attribute(&w, "uid", m->group.uid);
	xml_attribute(&w, "code", m->group.code);
	xml_attribute(&w, "name", m->group.name);
	xml_attribute(&w, "owner", m->lead ? m->uid : m->group.owner);
	xml_close(&w);
	if (write_known(m, &w, err) < 0)
		return -1;
	for (int i = 0; i < m->part_count; i++)
		write_part(&w, part_name(i), m->parts[i]);
	xml_end(&w);
	return 0;
}

/* ---- all of it ---- */

static int
own_slot(const struct making *m)
{
	const struct unit *own = unit_by_code(&m->units, m->office.own_unit);

	return own ? own->slot : NO_SLOT;
}

static int
collect(struct making *m, struct package_summary *summary, const struct progress *progress,
	struct error *err)
{
	const char **codes;
	int count;

	if (package_load(m->db, m->group.id, m->lead, m->options->contacts,
		    m->to ? m->to->slot : NO_SLOT, m->uid, &m->arena, &m->rows, err) < 0 ||
		(m->until[0] && package_keep_until(m->db, m->until, m->to->code, &m->arena,
					&m->rows, err) < 0) ||
		package_indicators(m->db, &m->rows, &m->arena, &codes, &count, err) < 0 ||
		package_write_xml(m->db, m->parts[PART_RECORDS], &m->rows, err) < 0)
		return -1;
	summary->rows = m->rows.count;
	package_rows_words(summary->words, sizeof(summary->words), &m->rows);
	if (package_figures(m->db, &m->group, m->until, m->lead, own_slot(m), &m->units,
		    &m->rows, codes, count, m->parts[PART_CATALOGUE],
		    m->parts[PART_VALUES], summary, &m->made_up, progress, err) < 0)
		return -1;
	m->made_up |= m->group.made_up;
	m->part_count = PART_FORM;
	if (m->options->questionnaire && m->options->questionnaire[0]) {
		m->part_count = PARTS;
		if (package_form_write(m->db, m->options->questionnaire,
			    m->parts + PART_FORM, err) < 0)
			return -1;
	}
	return write_manifest(m, err);
}

static int
write_zip(struct making *m, struct output *out, struct error *err)
{
	struct zipped *zip = zipped_new();
	size_t length;
	const char *text = output_text(m->manifest, &length);

	zipped_add(zip, PACKAGE_MANIFEST, text, length);
	for (int i = 0; i < m->part_count; i++) {
		text = output_text(m->parts[i], &length);
		zipped_add(zip, part_name(i), text, length);
	}
	return zipped_write(zip, out, err);
}

static int
note_sent(struct db *db, void *context, struct error *err)
{
	struct making *m = context;
	struct partner_office p;
	bool known;

	db_act_entity(db, m->group.id);
	if (!m->to_uid[0] || partner_office_load(db, m->to_uid, &m->arena, &p, &known, err) < 0)
		return m->to_uid[0] ? -1 : 0;
	return known ? partner_office_put(db,
			       &(struct package_office){ p.uid, p.name, p.kind, p.unit }, "",
			       m->made_at, err)
		     : 0;
}

static int
make(struct making *m, struct output *out, struct package_summary *summary,
	const struct progress *progress, struct error *err)
{
	char text[80];
	const struct db_act act = {
		.action = "package.export", .entity = "exchange_group", .summary = text
	};
	int result;

	if (prepare(m, err) < 0 || db_read_begin(m->db, err) < 0)
		return -1;
	result = collect(m, summary, progress, err);
	db_read_end(m->db);
	if (result < 0 || write_zip(m, out, err) < 0)
		return -1;
	snprintf(text, sizeof(text), "%.32s%s%.16s%s", m->group.code, m->to ? " -> " : "",
		m->to ? m->to->code : "", m->options->contacts ? " +contacts" : "");
	return db_write(m->db, &act, note_sent, m, err);
}

int
package_export(struct db *db, const struct package_options *options, struct output *out,
	struct package_summary *summary, const struct progress *progress, struct error *err)
{
	struct making m = { .db = db, .options = options, .manifest = output_memory() };
	int result;

	*summary = (struct package_summary){ 0 };
	for (int i = 0; i < PARTS; i++)
		m.parts[i] = output_memory();
	result = make(&m, out, summary, progress, err);
	for (int i = 0; i < PARTS; i++)
		output_abort(m.parts[i]);
	output_abort(m.manifest);
	unit_table_release(&m.units);
	arena_release(&m.arena);
	return result;
}

char *
package_title(char *dst, size_t size, const char *group, const struct unit *unit)
{
	char whom[192], name[160];

	if (unit)
		snprintf(whom, sizeof(whom), "%s %s", unit_teryt(unit),
			unit_told_whole(unit, name, sizeof(name)));
	else
		text_copy(whom, sizeof(whom), _("for the office that keeps the group"));
	snprintf(dst, size, _("Package %s: %s"), group, whom);
	return dst;
}

char *
package_file_name(char *dst, size_t size, const char *group, const char *unit)
{
	snprintf(dst, size, "%s-%s%s%s", _("package"), group, unit[0] ? "-" : "", unit);
	for (char *c = dst; *c; c++)
		if (!isalnum((unsigned char)*c) && !strchr("._-", *c))
			*c = '-';
	return dst;
}
