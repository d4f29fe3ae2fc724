/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leads out of a group's comparison: the members' agreement to show it, what their residents
 * said, where a figure is from, and what its signs mean. */
#include "config.h"

#include "screens/plans/comparison.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/person.h"
#include "screens/frame/format.h"
#include "screens/frame/help.h"
#include "screens/frame/screens.h"
#include "screens/indicators/source.h"
#include "tui/dialog.h"

#include <stdio.h>

void
comparison_ask_agreed(struct screens *s, const struct comparison *v, int day, int take_back)
{
	char text[256], date[32];

	if (!v->view.group.id) {
		screens_say(s, "%s", _("There is no group yet: menu 2 1 founds one."));
	} else if (v->view.group.agreed_on[0]) {
		snprintf(text, sizeof text,
			_("The members agreed on %s that the comparison may be shown to others. Is "
			  "it for internal use of the group again?"),
			format_date(date, sizeof date, v->view.group.agreed_on));
		dialog_ask(s, _("For internal use again?"), text, take_back, 0);
	} else {
		dialog_input(s, _("The members let the comparison out"), _("Day they agreed on"),
			date_format(date, sizeof date, clock_today()), day);
	}
}

static int
save(struct app *app, const struct exchange_group *group, const char *day, struct error *err)
{
	struct exchange_group changed = *group;
	struct date date;

	if (app_may_write(app, err) || person_may(&app->person, PERSON_COORDINATOR, err))
		return -1;
	changed.agreed_on[0] = '\0';
	if (day[0]) {
		if (date_parse(day, clock_today(), &date))
			return error_set(err, ERROR_INPUT,
				_("“%s” is no date; write it as 12.3, 12.03.2027 or +7."), day);
		if (date_to_days(date) > date_to_days(clock_today()))
			return error_set(err, ERROR_INPUT,
				_("The members cannot have agreed on a day to come."));
		date_iso(changed.agreed_on, sizeof changed.agreed_on, date);
	}
	return exchange_group_save(app->db, &changed, err);
}

void
comparison_agree(struct screens *s, const struct comparison *v, const char *day)
{
	struct error err = { 0 };

	app_done(s, save(app_of(s), &v->view.group, day, &err), &err,
		day[0] ? _("The comparison may be shown to others.")
		       : _("The comparison is for internal use of the group again."));
}

void
comparison_residents(struct screens *s, const struct comparison *v)
{
	int count = v->sheet.member_count;
	struct arena arena = { 0 };
	int *slots = arena_array(&arena, (size_t)count + 1, sizeof *slots);
	const struct compare_of of = { v->sheet.comparison, v->view.group.code, slots, count };

	for (int i = 0; i < count; i++)
		slots[i] = v->sheet.members[i].slot;
	if (v->view.group.id)
		screens_push(s, &wave_compare_screen, &of);
	else
		screens_say(s, "%s", _("There is no group yet: menu 2 1 founds one."));
	arena_release(&arena);
}

void
comparison_legend(struct screens *s)
{
	char text[1024];

	snprintf(text, sizeof text,
		"%s\n\n  %-3s %s\n  %-3s %s\n  %-3s %s\n  %-3s %s\n  %-3s %s\n  %-3s %s\n"
		"  %-3s %s\n  %-3s %s\n",
		_("Signs of the comparison:"), "+", _("the best of the members"), "-",
		_("the worst of the members"), "?", _("from a sheet that is not verified"), "??",
		_("from a sheet that is still a draft: it does not count"), "s",
		_("preliminary: an own figure until its sheet is verified"), "S",
		_("sum of numerators by sum of denominators, not the mean of the members' values"),
		"T", _("units of the same type, not the whole country"), "~",
		_("value of the unit's code before it was changed one to one"));
	legend_open_with(s, text);
}

void
comparison_open_source(struct screens *s, const struct comparison *v, int row)
{
	int column = table_column(&v->table);
	const struct sheet_row *r = &v->sheet.rows[row];

	if (column < 0 || column >= v->sheet.member_count) {
		screens_say(s, "%s",
			_("Go to the column of a member first: s says where its figure is from."));
		return;
	}
	/* under the city's other code where it comes from there */
	source_open(s, r->indicator, v->year,
		r->cells[column].before ? v->sheet.members[column].slot : r->cells[column].from);
}
