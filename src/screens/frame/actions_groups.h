/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids of actions of exchange groups: meetings, minutes, figures, plans. Included by
 * frame/actions.h, where the table is. */
#ifndef SCREENS_ACTIONS_GROUPS_H
#define SCREENS_ACTIONS_GROUPS_H

enum {
	ACTION_GROUPS_FIRST = 300,
	/* what groups compare and take home */
	ACTION_EXCHANGE_GROUP, /* whose meetings, figures, conclusions are shown */
	ACTION_CONCLUSION,     /* drawn from the selected figure */
	ACTION_EVIDENCE,
	ACTION_PLANS,
	ACTION_CONCLUSIONS,
	ACTION_CLOSING_NOTES,
	ACTION_AGREED,      /* the members let their comparison out */
	ACTION_RESIDENTS,   /* the same questions asked by members */
	ACTION_GATHER,      /* conclusions into a plan */
	ACTION_YEAR_RESULT, /* what a plan reached in a year */
	/* figures of members */
	ACTION_SHEET_HEAD, /* year, due day, note */
	ACTION_SHEET_STATE, ACTION_SHEET_HAND, /* from a list, from the entry */
	ACTION_SHEET_OUT,      /* a file to be filled in */
	ACTION_SHEET_IN,       /* and back */
	ACTION_SHEET_HISTORY,  /* what stood there before */
	ACTION_SHEET_ASK, ACTION_SHEET_ANSWER, /* about a figure */
	ACTION_ORGANISATIONS,  /* who delivers a service */
	ACTION_DECIDE_REPLACE, /* a colleague's newer figures */
	ACTION_MEMBER_FILE, /* all that a member takes home, as a document */
	/* exchange groups */
	ACTION_PART_NEXT,   /* members, people, stages, hosts in turn */
	ACTION_STAGES,      /* of kinds of groups */
	ACTION_GROUP_HEAD,  /* name, kind, service of an exchange group */
	ACTION_STAGES_MOVE, /* periods anew from the group's first day */
	ACTION_WINTER,      /* winter holidays of schools */
	ACTION_WARNINGS,    /* what is unusual in a group, in whole */
	ACTION_PROPOSE,     /* a calendar of the whole cycle */
	ACTION_HOST,        /* of a proposed meeting */
	ACTION_LEAVE_OUT,   /* a proposed meeting, or take it in again */
	ACTION_CONTACTS,    /* people beside those who use the database */
	ACTION_ERASE_CONTACT,
	/* meetings */
	ACTION_MEETING_TAB,   /* agenda, attendance, notes, homework, documents */
	ACTION_MEETING_TAB_BACK,
	ACTION_MEETING_WHEN,  /* to come, past, all */
	ACTION_MEETING_STATE, /* planned, invited, held, cancelled */
	ACTION_MEETING_EDIT,  /* day, hours, host, place */
	ACTION_DECISION_SHARES, /* in the columns, or numbers */
	ACTION_DECISION_CASES, ACTION_DECISION_DEPARTMENT, /* which of them are shown */
	ACTION_MEETING_NUMBERS, /* in the order of days */
	ACTION_MEETING_LIST,
	ACTION_TODAY,
	ACTION_CALENDAR_FILE,
	ACTION_LONGER, ACTION_SHORTER, /* an item of the agenda */
	ACTION_FROM_STAGE,
	ACTION_CAME_REST, /* all who are not ticked yet */
	ACTION_REPLY, ACTION_SUBSTITUTE, ACTION_INVITE_GROUP, ACTION_CERTIFICATE,
	ACTION_HOMEWORK, ACTION_DOCUMENTS, ACTION_MINUTES,
	/* minutes, homework, documents, opinions, advice */
	ACTION_HOMEWORK_SHOW, /* open, overdue, all in turn */
	ACTION_ONE_UNIT,      /* only what one unit is to do */
	ACTION_ROOM_OPINIONS, ACTION_ROOM_ADVICE,
	ACTION_DOCUMENT_LOOK, /* what became of the files */
	ACTION_ADVICE_SUMS,   /* log or sums of hours */
	ACTION_MINUTES_DIFF,  /* what a version changed */
	ACTION_MINUTES_REMARKS,
	ACTION_MINUTES_SEND, ACTION_MINUTES_DRAFT, ACTION_MINUTES_APPROVE, /* states */
	ACTION_MINUTES_ANNEX,
	ACTION_MINUTES_TAKE, /* a file edited outside */
	ACTION_MINUTES_CASE,
	ACTION_SEARCH_AGAIN, ACTION_LINE_MARK, /* in the editor */
};

#endif
