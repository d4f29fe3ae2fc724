/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One meeting: what is done to many lines at once, or after a question. */
#include "config.h"

#include "screens/meetings/meeting_view.h"

#include "base/i18n.h"
#include "screens/frame/actions.h"
#include "screens/groups/group_screens.h"

#include <stdio.h>

void
meeting_changed(struct screens *s, int result, struct error *err, const char *said)
{
	if (result < 0) {
		screens_stale(s);
		app_error(s, _("Nothing was changed"), err);
		return;
	}
	screens_stale(s);
	if (said)
		screens_say(s, "%s", said);
}

static bool
has_substitute(const struct meeting_view *v, int64_t participant)
{
	for (int i = 0; i < v->people_count; i++)
		if (v->people[i].stands_for == participant)
			return true;
	return false;
}

void
meeting_tick_rest(struct screens *s, const struct meeting_view *v)
{
	struct error err = { 0 };
	int count = 0;
	int result = group_may(app_of(s), &err) || attendance_tick_rest(app_of(s)->db, v->id,
							   CAME_YES, &count, &err)
			     ? -1
			     : 0;

	char said[160];
	int waiting = 0;

	for (int i = 0; i < v->people_count; i++)
		waiting += v->people[i].answer == REPLY_SUBSTITUTE &&
			   v->people[i].came == CAME_UNKNOWN && !has_substitute(v, v->people[i].id);
	meeting_changed(s, result, &err, NULL);
	if (result)
		return;
	snprintf(said, sizeof said,
		P_("%d more person was there.", "%d more people were there.", (unsigned long)count),
		count);
	if (waiting)
		screens_say(s,
			P_("%s %d sends a substitute: u writes in who came.",
				"%s %d send substitutes: u writes in who came.",
				(unsigned long)waiting),
			said, waiting);
	else
		screens_say(s, "%s", said);
}

void
meeting_invite_group(struct screens *s, const struct meeting_view *v)
{
	struct error err = { 0 };
	int count = 0;
	int result = group_may(app_of(s), &err) ||
				     participant_invite_group(app_of(s)->db, v->id, &count, &err)
			     ? -1
			     : 0;

	meeting_changed(s, result, &err, NULL);
	if (result == 0)
		screens_say(s,
			P_("%d person of the group was added.",
				"%d people of the group were added.", (unsigned long)count),
			count);
}

void
meeting_from_stage(struct screens *s, const struct meeting_view *v)
{
	struct error err = { 0 };
	int result = group_may(app_of(s), &err) || agenda_from_stage(app_of(s)->db, v->id, &err)
			     ? -1
			     : 0;

	meeting_changed(s, result, &err, _("The agenda is that of the stage again."));
}

void
meeting_delete_line(struct screens *s, const struct meeting_view *v)
{
	struct db *db = app_of(s)->db;
	struct error err = { 0 };
	int result = group_may(app_of(s), &err);

	if (result == 0 && v->tab == MEETING_PROGRAM)
		result = agenda_delete(db, v->asked, v->asked_rev, &err);
	else if (result == 0 && v->tab == MEETING_PEOPLE)
		result = participant_remove(db, v->asked, v->asked_rev, &err);
	else if (result == 0 && v->tab == MEETING_TASKS)
		result = homework_retire(db, v->asked, v->asked_rev, &err);
	else if (result == 0 && v->tab == MEETING_DOCUMENTS)
		result = register_retire(db, v->asked, v->asked_rev, &err);
	else if (result == 0)
		result = agreement_delete(db, v->asked, v->asked_rev, &err);
	meeting_changed(s, result, &err,
		v->tab == MEETING_TASKS       ? _("Deleted; z and then x shows it.")
		: v->tab == MEETING_DOCUMENTS ? _("Deleted; d and then x shows it.")
					      : _("Deleted."));
}

void
meeting_take_reply(struct screens *s, const struct meeting_view *v, int number)
{
	struct error err = { 0 };
	int result =
		group_may(app_of(s), &err) || participant_answered(app_of(s)->db, &v->asked_person,
						      (enum participant_answer)number, &err)
			? -1
			: 0;

	meeting_changed(s, result, &err, NULL);
}

bool
meeting_able(const void *self, int row, int action)
{
	static const int changes[] = { ACTION_NEW, ACTION_EDIT, ACTION_DELETE, ACTION_MOVE_UP,
		ACTION_MOVE_DOWN, ACTION_LONGER, ACTION_SHORTER, ACTION_FROM_STAGE, ACTION_MARK,
		ACTION_CAME_REST, ACTION_REPLY, ACTION_SUBSTITUTE, ACTION_INVITE_GROUP, 0 };
	const struct meeting_view *v = self;

	(void)row;
	if (!v->meeting.frozen)
		return true;
	return action != ACTION_MEETING_STATE &&
	       (v->tab >= MEETING_TASKS || !action_listed(changes, action));
}
