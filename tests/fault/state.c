/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database as text. */
#include "config.h"

#include "state.h"

#include "model/check.h"
#include "model/keying/difference.h"
#include "model/surveys/wave.h"
#include "model/draft.h"
#include "model/indicators/flag.h"
#include "model/indicators/group.h"
#include "model/import.h"
#include "model/indicators/indicator.h"
#include "model/office.h"
#include "model/person.h"
#include "model/units/register.h"
#include "model/indicators/slice.h"
#include "model/units/unit.h"
#include "model/units/unit_history.h"
#include "model/indicators/value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct writing {
	struct db *db;
	struct arena arena;
	struct unit_table units;
	bool imports; /* shown with their numbers */
	FILE *out;
};

/* ---- units ---- */

static int
write_history(struct writing *w, const struct unit *u, struct error *err)
{
	struct unit_history h;

	if (unit_history_load(w->db, &w->units, u, &w->arena, &h, err))
		return -1;
	for (int i = 0; i < h.version_count; i++)
		fprintf(w->out, "  %s %s %s\n", h.versions[i].from, h.versions[i].name,
			h.versions[i].kind);
	for (int i = 0; i < h.change_count; i++)
		fprintf(w->out, "  %s %s %s %s %s %s %s\n", h.changes[i].after, h.changes[i].by,
			h.changes[i].change, h.changes[i].predecessor_code,
			h.changes[i].successor_code, h.changes[i].was, h.changes[i].became);
	return 0;
}

static int
write_units(struct writing *w, struct error *err)
{
	struct succession_link *links;
	int count;

	fprintf(w->out, "register %s\n", w->units.register_date);
	for (int i = 0; i < w->units.count; i++) {
		const struct unit *u = &w->units.units[i];

		fprintf(w->out, "unit %d %s %s %d %d %d %d %s %s %s\n", u->slot, u->code, u->teryt,
			(int)u->level, u->kind, u->parent, u->from_bdl, u->label, u->starts_on,
			u->ends_on);
		if (write_history(w, u, err))
			return -1;
	}
	if (succession_load(w->db, &w->units, &w->arena, &links, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		fprintf(w->out, "succession %d %d %d %d %s\n", links[i].slot, links[i].other,
			links[i].year, links[i].follows, links[i].change);
	return 0;
}

/* ---- cards and values ---- */

static int
write_year(struct writing *w, const struct indicator *card, int year, struct vector *v,
	struct error *err)
{
	struct value_source source;

	if (value_load(w->db, card, year, v, NULL, err) ||
		value_slice_source(w->db, card, year, &source, err))
		return -1;
	fprintf(w->out, "  %d %s %d:", year, source.source, source.made_up);
	if (w->imports)
		fprintf(w->out, " %lld %s", (long long)source.import_id, source.file_name);
	for (int i = 0; i < v->slots; i++)
		if (v->flag[i] != FLAG_ABSENT)
			fprintf(w->out, " %d=%.17g/%d", i,
				flag_missing(v->flag[i]) ? 0 : v->value[i], v->flag[i]);
	fputc('\n', w->out);
	return 0;
}

static void
write_card(FILE *out, const struct indicator *c)
{
	fprintf(out, "card %lld|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|rev %lld|%.17g|%d|%c",
		(long long)c->id, c->code, c->name, c->definition, c->numerator, c->denominator,
		c->measure, c->service, c->dimension, c->level, c->source, c->frequency, c->note,
		(long long)c->rev, c->multiplier, c->decimals, c->direction);
	if (c->has_wanted)
		fprintf(out, "|%.17g %.17g", c->wanted_low, c->wanted_high);
	fprintf(out, "|%s|%s/%s|%d\n", indicator_kind_name(c->kind), c->numerator_code,
		c->denominator_code, c->in_catalogue);
	if (c->series_id)
		fprintf(out, " series %lld %s %s %s %s %d-%d %lld %d\n", (long long)c->series_id,
			c->series_origin, c->subgroup, c->dimensions, c->series_measure,
			c->first_year, c->last_year, (long long)c->values, c->made_up);
}

static int
write_cards(struct writing *w, struct error *err)
{
	struct indicator *cards;
	struct vector v;
	int count, result;

	if (indicator_list(w->db, NULL, &w->arena, &cards, &count, err))
		return -1;
	vector_new(&v, w->units.slots);
	result = 0;
	for (int i = 0; i < count && result == 0; i++) {
		int *years, year_count = 0;

		write_card(w->out, &cards[i]);
		result = value_years(w->db, &cards[i], &w->arena, &years, &year_count, err);
		for (int y = 0; y < year_count && result == 0; y++)
			result = write_year(w, &cards[i], years[y], &v, err);
	}
	vector_release(&v);
	return result;
}

/* ---- the rest ---- */

static int
write_imports(struct writing *w, struct error *err)
{
	struct import_entry *e;
	int count;

	if (import_list(w->db, &w->arena, &e, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		fprintf(w->out,
			"import %lld %s %s %s %lld %s %s %s %s %d %s: %ld %ld %ld %ld %ld %ld\n",
			(long long)e[i].id, e[i].kind, e[i].file_name, e[i].sha256,
			(long long)e[i].size, e[i].encoding, e[i].source, e[i].data_date,
			e[i].person, e[i].made_up, e[i].undone_at[0] ? "undone" : "in force",
			e[i].counts.rows, e[i].counts.units, e[i].counts.new_values,
			e[i].counts.changed, e[i].counts.same, e[i].counts.skipped);
	return 0;
}

static int
write_groups(struct writing *w, struct error *err)
{
	struct group *groups;
	int *slots, count, members;

	if (group_list(w->db, &w->arena, &groups, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		if (group_members(w->db, groups[i].id, &w->arena, &slots, &members, err))
			return -1;
		fprintf(w->out, "group %lld %s %s rev %lld:", (long long)groups[i].id,
			groups[i].name, groups[i].note, (long long)groups[i].rev);
		for (int k = 0; k < members; k++)
			fprintf(w->out, " %d", slots[k]);
		fputc('\n', w->out);
	}
	return 0;
}

static int
write_office(struct writing *w, struct error *err)
{
	struct office office;
	struct person *people;
	struct draft draft;
	int count;

	if (office_load(w->db, &office, err) ||
		person_list(w->db, &w->arena, &people, &count, err) ||
		draft_load(w->db, 1, "indicator", "u", &w->arena, &draft, err))
		return -1;
	for (int i = 0; i < draft.count; i++)
		fprintf(w->out, "draft %s %s\n", draft.fields[i].field, draft.fields[i].text);
	fprintf(w->out, "office %s %s %d\n", office_kind_name(office.kind), office.own_unit,
		(int)office.purpose);
	for (int i = 0; i < count; i++)
		fprintf(w->out, "person %lld %s %s rev %lld\n", (long long)people[i].id,
			people[i].login, person_role_name(people[i].role),
			(long long)people[i].rev);
	return 0;
}

/* Answers of a form's readings, and the differences between them. */
static int
write_form(struct writing *w, const struct form *f, const struct questionnaire *q,
	struct error *err)
{
	fprintf(w->out, "form %lld|%s|%s|%d|%s|%s|%s\n", (long long)f->number,
		form_state_name(f->state), form_second_name(f->second), f->inconsistent, f->reason,
		f->note, f->keyer);
	for (int reading = 1; reading <= 4 && f->state != FORM_WAITING; reading++) {
		struct answers a = { .arena = &w->arena };
		struct error why = { .code = ERROR_NONE };

		if (form_reading(w->db, f->id, reading, q, &a, &why) < 0) {
			if (why.code != ERROR_MISSING)
				return error_set(err, why.code, "%s", why.text);
			continue;
		}
		for (int i = 0; i < a.count; i++)
			fprintf(w->out, " %d|%s|%d|%s|%s|%u\n", reading,
				q->questions[a.list[i].question].name, a.list[i].occurrence,
				a.list[i].value, missing_reason(a.list[i].missing)->name,
				a.list[i].marks);
	}
	return 0;
}

static int
write_wave(struct writing *w, const struct wave *wave, struct error *err)
{
	struct questionnaire plain, q;
	struct difference *d;
	struct form *forms;
	int count;

	if (questionnaire_load_version(w->db, wave->version, &w->arena, &plain, err) ||
		form_list(w->db, wave->id, 0, &w->arena, &forms, &count, err))
		return -1;
	questionnaire_keyed(&plain, &w->arena, &q);
	fprintf(w->out, "wave %s\n", wave->code);
	for (int i = 0; i < count; i++)
		if (write_form(w, &forms[i], &q, err))
			return -1;
	if (difference_list(w->db, wave->id, 0, false, &w->arena, &d, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		fprintf(w->out, "difference %lld|%s|%s|%s|%s|%s\n", (long long)d[i].number,
			d[i].name, d[i].first, d[i].second, d[i].outcome, d[i].charged);
	return 0;
}

static int
write_waves(struct writing *w, struct error *err)
{
	struct wave *waves;
	int count;

	if (wave_list(w->db, 0, &w->arena, &waves, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (write_wave(w, &waves[i], err))
			return -1;
	return 0;
}

static char *
write_all(struct db *db, bool imports, struct error *err)
{
	struct writing w = { .db = db, .imports = imports };
	char *text = NULL;
	size_t size;
	int failed;

	w.out = open_memstream(&text, &size);
	if (!w.out)
		abort();
	failed = unit_table_load(db, &w.units, err) || write_units(&w, err) ||
		write_cards(&w, err) || (imports && write_imports(&w, err)) ||
		write_groups(&w, err) || write_office(&w, err) || write_waves(&w, err);
	fclose(w.out);
	unit_table_release(&w.units);
	arena_release(&w.arena);
	if (!failed)
		return text;
	free(text);
	return NULL;
}

char *
state_text(struct db *db, struct error *err)
{
	return write_all(db, true, err);
}

char *
state_content(struct db *db, struct error *err)
{
	return write_all(db, false, err);
}

static void
keep_first(void *context, const char *sentence)
{
	error_set(context, ERROR_DATA, "%s", sentence);
}

int
state_sound(struct db *db, struct error *err)
{
	return check_database(db, keep_first, err, err) == 0 ? 0 : -1;
}

int
state_same(const char *found, const char *wanted, struct error *err)
{
	while (*found || *wanted) {
		size_t f = strcspn(found, "\n"), w = strcspn(wanted, "\n");

		if (f != w || memcmp(found, wanted, f) != 0)
			return error_set(err, ERROR_DATA, "“%.*s” in place of “%.*s”",
				(int)(f < 200 ? f : 200), found, (int)(w < 200 ? w : 200), wanted);
		found += f + (found[f] != '\0');
		wanted += w + (wanted[w] != '\0');
	}
	return 0;
}
