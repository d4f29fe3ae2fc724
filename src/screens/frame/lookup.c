/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lookups ask the model at each key: 4,500 units in memory, some hundred indicators. */
#include "config.h"

#include "screens/frame/lookup.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/sheets/data_sheet.h"
#include "model/groups/exchange_group.h"
#include "model/indicators/indicator.h"
#include "screens/frame/actions.h"
#include "screens/frame/picker.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

struct unit_lookup {
	struct unit_filter filter;
	bool everywhere;  /* the entry "all of Poland" first */
	int below;        /* only what can have units of this level in it; 0 = any unit */
	const int *first; /* slots of those that stand before all others */
	int first_count;
};

char *
lookup_unit_text(char *dst, size_t size, const struct unit *unit)
{
	snprintf(dst, size, "%s, %s", unit->label, unit_kind_label(unit));
	return dst;
}

static void
offer_unit(const struct unit_table *units, const struct unit *unit, struct pick *pick)
{
	const struct unit *powiat = unit_above(units, unit, LEVEL_POWIAT);
	const struct unit *above =
		powiat && powiat != unit ? powiat : unit_above(units, unit, LEVEL_VOIVODESHIP);

	text_copy(pick->text, sizeof pick->text, unit->label);
	snprintf(pick->note, sizeof pick->note, "%s%s%s", unit_kind_label(unit),
		above && above != unit ? ", " : "", above && above != unit ? above->label : "");
	text_copy(pick->key, sizeof pick->key, unit_teryt(unit));
	pick->number = unit->slot;
}

/* Parts and districts lie in a gmina, regions hold no units of the register. */
static bool
may_hold(const struct unit *unit, int below)
{
	return below <= 0 || (unit->level < LEVEL_PART && (int)unit->level < below);
}

/* Those that stand first, in their order, before the others. */
static void
put_first(const struct unit_lookup *lookup, int *slots, int count)
{
	int n = 0;

	for (int i = 0; i < count; i++)
		for (int k = 0; k < lookup->first_count; k++)
			if (slots[i] == lookup->first[k]) {
				memmove(slots + n + 1, slots + n, (size_t)(i - n) * sizeof *slots);
				slots[n++] = lookup->first[k];
				break;
			}
}

static int
find_units(struct screens *s, const void *context, const char *typed, struct pick *rows, int max,
	int *total, struct error *err)
{
	const struct unit_lookup *lookup = context;
	const struct unit_table *units = app_units(app_of(s), err);
	struct unit_filter filter = lookup->filter;
	struct arena arena = { 0 };
	int *slots, count, n = 0;

	if (!units)
		return -1;
	filter.search = typed[0] ? typed : NULL;
	if (lookup->everywhere && !typed[0]) {
		rows[n] = (struct pick){ .number = NO_SLOT };
		text_copy(rows[n++].text, sizeof rows[0].text, _("all of Poland"));
	}
	count = unit_find(units, &filter, &arena, &slots);
	put_first(lookup, slots, count);
	*total = 0;
	for (int i = 0; i < count; i++) {
		const struct unit *unit = unit_by_slot(units, slots[i]);

		if (!may_hold(unit, lookup->below))
			continue;
		++*total;
		if (n < max)
			offer_unit(units, unit, &rows[n++]);
	}
	arena_release(&arena);
	return n;
}

static void
open_units(struct screens *s, const char *title, const struct unit_lookup *lookup, int action)
{
	struct error err = { 0 };
	const struct unit_table *units = app_units(app_of(s), &err);

	if (!units || units->count == 0) {
		if (units)
			error_set(&err, ERROR_MISSING,
				_("No units are known yet: import the TERYT register first (menu 8 "
				  "1)."));
		screens_error(s, &err);
		return;
	}
	picker_open(s, &(struct picker_request){
			       .title = title,
			       .label = _("Name or code:"),
			       .empty = _("No unit has this name or code."),
			       .find = find_units,
			       .context = lookup,
			       .context_size = sizeof *lookup,
			       .action = action,
		       });
}

void
lookup_unit(struct screens *s, const char *title, const struct unit_filter *filter, int action)
{
	struct unit_lookup lookup = { .filter = { .level = -1 } };

	if (filter)
		lookup.filter = *filter;
	open_units(s, title, &lookup, action);
}

void
lookup_area(struct screens *s, const char *title, int level, int action)
{
	struct unit_lookup lookup = {
		.filter = { .level = -1 }, .everywhere = true, .below = level
	};

	open_units(s, title, &lookup, action);
}

/* ---- indicators ---- */

struct indicator_lookup {
	bool with_values;
	bool free_cards; /* cards of the catalogue that a series can still be shown under */
	int64_t sheet;   /* what this data sheet could ask for too; 0 = any */
};

static bool
takes_series(const struct indicator *card)
{
	return card->in_catalogue && !card->series_id && card->kind == INDICATOR_PUBLISHED;
}

static bool
among(const int64_t *ids, int count, int64_t id)
{
	for (int i = 0; i < count; i++)
		if (ids[i] == id)
			return true;
	return false;
}

/* A code typed whole comes first, whatever else has its letters among its words. */
static void
put_exact_first(struct indicator *list, int count, const char *typed)
{
	char code[128], needle[128];

	text_fold(needle, sizeof needle, typed);
	for (int i = 0; needle[0] && i < count; i++) {
		struct indicator card = list[i];

		if (strcmp(text_fold(code, sizeof code, card.code), needle) != 0)
			continue;
		memmove(list + 1, list, (size_t)i * sizeof *list);
		list[0] = card;
		return;
	}
}

static int
find_indicators(struct screens *s, const void *context, const char *typed, struct pick *rows,
	int max, int *total, struct error *err)
{
	const struct indicator_lookup *lookup = context;
	struct indicator_filter filter = { .search = typed[0] ? typed : NULL,
		.with_values = lookup->with_values };
	struct arena arena = { 0 };
	struct indicator *list;
	int64_t *cards = NULL;
	int count, card_count = 0, n = 0;

	if (indicator_list(app_of(s)->db, &filter, &arena, &list, &count, err) ||
		(lookup->sheet && data_sheet_cards(app_of(s)->db, lookup->sheet, &arena, &cards,
					  &card_count, err))) {
		arena_release(&arena);
		return -1;
	}
	put_exact_first(list, count, typed);
	*total = 0;
	for (int i = 0; i < count; i++) {
		if (lookup->free_cards && !takes_series(&list[i]))
			continue;
		if (lookup->sheet && !among(cards, card_count, list[i].id))
			continue;
		++*total;
		if (n == max)
			continue;
		rows[n] = (struct pick){ 0 };
		text_copy(rows[n].text, sizeof rows[n].text, list[i].name);
		text_copy(rows[n].note, sizeof rows[n].note, list[i].measure);
		text_copy(rows[n++].key, sizeof rows[0].key, list[i].code);
	}
	arena_release(&arena);
	return n;
}

void
lookup_indicator(struct screens *s, const char *title, bool with_values, int action)
{
	struct indicator_lookup lookup = { .with_values = with_values };

	picker_open(s, &(struct picker_request){
			       .title = title,
			       .label = _("Words or code:"),
			       .empty = with_values ? _("No indicator with values has these words.")
						    : _("No indicator has these words."),
			       .find = find_indicators,
			       .context = &lookup,
			       .context_size = sizeof lookup,
			       .action = action,
		       });
}

void
lookup_sheet_indicator(struct screens *s, const char *title, int64_t sheet, int action)
{
	struct indicator_lookup lookup = { .sheet = sheet };

	picker_open(s, &(struct picker_request){
			       .title = title,
			       .label = _("Words or code:"),
			       .empty = _("No indicator keyed by hand has these words, or it "
					  "is on the sheet already."),
			       .find = find_indicators,
			       .context = &lookup,
			       .context_size = sizeof lookup,
			       .make = _("F7: a new indicator of own figures, which goes onto the "
					 "sheet"),
			       .action = action,
		       });
}

void
lookup_card(struct screens *s, const char *title, int action)
{
	struct indicator_lookup lookup = { .free_cards = true };

	picker_open(s, &(struct picker_request){
			       .title = title,
			       .label = _("Words or code:"),
			       .empty = _("No free card of the catalogue has these words."),
			       .find = find_indicators,
			       .context = &lookup,
			       .context_size = sizeof lookup,
			       .action = action,
		       });
}

/* ---- groups ---- */

static int
find_groups(struct screens *s, const void *context, const char *typed, struct pick *rows, int max,
	int *total, struct error *err)
{
	struct arena arena = { 0 };
	struct group *list;
	char needle[128], folded[256];
	int count, n = 0;

	(void)context;
	if (group_list(app_of(s)->db, &arena, &list, &count, err)) {
		arena_release(&arena);
		return -1;
	}
	text_fold(needle, sizeof needle, typed);
	if (!typed[0]) {
		rows[n] = (struct pick){ 0 };
		text_copy(rows[n++].text, sizeof rows[0].text, _("no group: compare with all"));
	}
	for (int i = 0; i < count; i++) {
		if (!text_match(text_fold(folded, sizeof folded, list[i].name), needle))
			continue;
		++*total;
		if (n == max)
			continue;
		rows[n] = (struct pick){ .number = (int)list[i].id };
		text_copy(rows[n].text, sizeof rows[n].text, list[i].name);
		text_copy(rows[n].key, sizeof rows[n].key, list[i].name);
		if (list[i].ruled)
			text_copy(rows[n].note, sizeof rows[n].note, _("by rule"));
		else
			snprintf(rows[n].note, sizeof rows[n].note,
				P_("%d unit", "%d units", (unsigned long)list[i].members),
				list[i].members);
		n++;
	}
	arena_release(&arena);
	return n;
}

void
lookup_group(struct screens *s, const char *title, int action)
{
	picker_open(s, &(struct picker_request){
			       .title = title,
			       .label = _("Name:"),
			       .empty = _("No group has this name."),
			       .find = find_groups,
			       .hide_key = true,
			       .action = action,
		       });
}

/* ---- fields of forms ---- */

int
lookup_suggest_unit(void *app, const char *typed, struct field_suggestion *rows, int max)
{
	return lookup_suggest_unit_first(app, NULL, 0, typed, rows, max);
}

int
lookup_suggest_unit_first(struct app *app, const int *slots, int count, const char *typed,
	struct field_suggestion *rows, int max)
{
	struct error ignored = { 0 };
	struct pick picks[PICKER_ROWS];
	struct unit_lookup lookup = {
		.filter = { .level = -1 }, .first = slots, .first_count = count
	};
	char name[256], needle[128];
	int total = 0, n;

	if (!app->db)
		return 0;
	n = find_units(app->screens, &lookup, typed, picks, max < PICKER_ROWS ? max : PICKER_ROWS,
		&total, &ignored);
	text_fold(needle, sizeof needle, typed);
	for (int i = 0; i < n; i++) {
		const struct unit *unit = unit_by_slot(&app->units, picks[i].number);
		const struct unit *above = unit_above(&app->units, unit, LEVEL_POWIAT);

		if (!above || above == unit)
			above = unit_above(&app->units, unit, LEVEL_VOIVODESHIP);
		lookup_unit_text(rows[i].text, sizeof rows[i].text, unit);
		text_copy(rows[i].note, sizeof rows[i].note,
			isdigit((unsigned char)typed[0]) ? picks[i].key /* what was typed */
			: above && above != unit         ? above->label
							 : "");
		text_copy(rows[i].key, sizeof rows[i].key, picks[i].key);
		rows[i].whole = strcmp(text_fold(name, sizeof name, unit->label), needle) == 0 ||
				unit_by_code(&app->units, typed) == unit;
	}
	return n < 0 ? 0 : n;
}

int
lookup_unit_put(struct app *app, int slot, char *text, size_t text_size, char *key, size_t key_size,
	struct error *err)
{
	const struct unit_table *units = app_units(app, err);
	const struct unit *u = units && slot != NO_SLOT ? unit_by_slot(units, slot) : NULL;

	if (!units)
		return -1;
	if (u) {
		lookup_unit_text(text, text_size, u);
		text_copy(key, key_size, u->code);
	}
	return 0;
}

int
lookup_unit_take(
	struct app *app, const char *text, const char *key, int field, int *slot, struct error *err)
{
	const struct unit_table *units = app_units(app, err);
	const struct unit *u;

	*slot = NO_SLOT;
	if (!units)
		return -1;
	if (!text[0])
		return 0;
	u = unit_by_code(units, key[0] ? key : text);
	if (!u)
		return error_field(err, ERROR_INPUT, field,
			_("No unit is called “%s”; choose one of those that are offered."), text);
	*slot = u->slot;
	return 0;
}

int
lookup_suggest_indicator(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	struct app *app = context;
	struct error ignored = { 0 };
	struct pick picks[PICKER_ROWS];
	struct indicator_lookup lookup = { .with_values = false };
	char code[128], needle[128];
	int total = 0, n;

	n = find_indicators(app->screens, &lookup, typed, picks,
		max < PICKER_ROWS ? max : PICKER_ROWS, &total, &ignored);
	text_fold(needle, sizeof needle, typed);
	for (int i = 0; i < n; i++) {
		rows[i].whole = strcmp(text_fold(code, sizeof code, picks[i].key), needle) == 0;
		text_copy(rows[i].text, sizeof rows[i].text, picks[i].text);
		text_copy(rows[i].note, sizeof rows[i].note, picks[i].note);
		text_copy(rows[i].key, sizeof rows[i].key, picks[i].key);
	}
	return n < 0 ? 0 : n;
}

static int
match_services(
	struct app *app, bool in_use, const char *typed, struct field_suggestion *rows, int max)
{
	const char **list;
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	char needle[128], folded[512];
	int count = 0, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (exchange_services(app->db, in_use, &arena, &list, &count, &ignored))
		count = 0;
	for (int i = 0; i < count && n < max; i++) {
		if (!text_match(text_fold(folded, sizeof folded, list[i]), needle))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, list[i]);
		text_copy(rows[n++].key, sizeof rows[0].key, list[i]);
	}
	arena_release(&arena);
	return n;
}

int
lookup_suggest_service(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	int n = match_services(context, false, typed, rows, max);

	if (n)
		return n;
	text_copy(rows[0].text, sizeof rows[0].text, typed);
	text_copy(rows[0].note, sizeof rows[0].note, _("no indicator has this service"));
	text_copy(rows[0].key, sizeof rows[0].key, typed);
	return 1;
}

int
lookup_suggest_any_service(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	const char *name = lookup_new_text(typed);
	int n = match_services(context, true, name, rows, max - 1);

	return n + lookup_offer_new(&rows[n], name, _("enters another service"));
}

int
lookup_offer_new(struct field_suggestion *row, const char *typed, const char *note)
{
	snprintf(row->text, sizeof row->text, "%s%.100s", _("new: "), typed);
	text_copy(row->note, sizeof row->note, note);
	text_copy(row->key, sizeof row->key, LOOKUP_NEW);
	return 1;
}

const char *
lookup_new_text(const char *text)
{
	const char *before = _("new: ");
	size_t length = strlen(before);

	return strncmp(text, before, length) == 0 ? text + length : text;
}
