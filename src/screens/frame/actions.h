/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of what can be done: keys, function bar, F9 menus and F1 help come from it. */
#ifndef SCREENS_ACTIONS_H
#define SCREENS_ACTIONS_H

#include "tui/action.h"

enum {
	/* the thing selected */
	ACTION_OPEN = ACTION_FIRST, /* Enter; treat ACTION_CHOSEN of a list the same way */
	ACTION_MARK,                /* tick a row */
	ACTION_EXPORT, /* F2 where nothing is saved: what is on the screen, to a file */
	ACTION_REFRESH,
	ACTION_COPY,
	/* year, indicator, unit, group */
	ACTION_YEAR_PREVIOUS,
	ACTION_YEAR_NEXT, /* also Left and Right: pass where they move columns */
	ACTION_YEAR_CHOOSE,
	ACTION_INDICATOR_PREVIOUS, ACTION_INDICATOR_NEXT,
	ACTION_INDICATOR_CHOOSE,
	ACTION_UNIT_CHOOSE, /* global: the unit in view */
	ACTION_UNIT_TAKE,   /* the selected row's unit becomes the unit in view */
	ACTION_UNIT_GO,     /* to the row of the own unit */
	ACTION_LEVEL,
	ACTION_AREA,
	ACTION_ENDED,
	ACTION_GROUP_CHOOSE,
	ACTION_GROUP_SAVE,
	ACTION_GROUP_ADD,
	ACTION_GROUP_REMOVE,
	/* views of the same thing */
	ACTION_RANKING,
	ACTION_PROFILE,
	ACTION_TABLE,
	ACTION_TABLE_INDICATORS,
	ACTION_CHART,
	ACTION_CARD,
	ACTION_CHART_KIND,  /* line, bars, box plot in turn */
	ACTION_NUMBERS,     /* the numbers behind a chart */
	ACTION_SERVICE,     /* only one service's indicators */
	ACTION_WITH_VALUES, /* only indicators with values */
	ACTION_LEGEND,
	ACTION_SOURCE,
	ACTION_SERIES_NAME,
	ACTION_SERIES_RELEASE, /* catalogue name for an imported series, and back */
	ACTION_BRING_BACK,     /* what was deleted, who was shut out */
	ACTION_ROLE,           /* of a person */
	/* files */
	ACTION_IMPORT,
	ACTION_IMPORT_UNDO,
	ACTION_PATH,
	ACTION_FOLDER_UP,
	ACTION_DECIDE_ZEROS,
	ACTION_DECIDE_SUBGROUP,
	ACTION_DECIDE_OLDER,
	ACTION_DECIDE_ENCODING,
	ACTION_DECIDE_NEW,
	ACTION_BACKUP,
	ACTION_RESTORE,
	ACTION_CHECK,
	/* surveys and paper */
	ACTION_CLOSE,       /* a wave, a batch; and open it again */
	ACTION_BATCHES,     /* of the wave */
	ACTION_WAVE_CHOOSE, /* whose batches are shown */
	ACTION_FETCH,       /* numbers to fetch for second keying */
	ACTION_TWICE,       /* which questions are keyed twice */
	ACTION_LIFT,        /* one person may key twice */
	ACTION_ERASE,       /* personal data that are due */
	ACTION_OPERATORS,
	ACTION_KEYERS, /* the same register, from the list of accounts */
	ACTION_OPEN_QUESTION, ACTION_CATEGORIES, /* whose open answers are shown */
	/* second keying */
	ACTION_DIFFERENCE_BATCH, /* of one batch only */
	ACTION_DIFFERENCE_UNDO,  /* the decision is taken back */
	ACTION_DIFFERENCE_FIRST, /* whose value stands */
	ACTION_DIFFERENCE_SECOND,
	ACTION_DIFFERENCE_AMBIGUOUS,
	ACTION_DIFFERENCE_SHOW,     /* both readings before the paper is keyed */
	ACTION_DIFFERENCE_TOGETHER, /* by both keyers with the paper */
	ACTION_SLIP_PRINT,          /* the list of differences, of forms to fetch */
	ACTION_PROGRESS_NEXT, ACTION_PROGRESS_PART, /* the next table, which one */
	/* results */
	ACTION_COMPARE_UNITS, /* waves of one unit, or all units that asked */
	ACTION_FIGURE,        /* which share or mean is compared */
	ACTION_RESULT_NEXT, ACTION_RESULT_PART, ACTION_AS_INDICATOR, /* next view, which; publish */
	ACTION_RESULT_BY,     /* a cross-table of the question by another */
	ACTION_RESULT_WHERE,  /* only some forms */
	ACTION_RESULT_WEIGHT, /* weighted or not */
	ACTION_RESULT_SEVERAL, ACTION_RESULT_ALL, /* questions to tick; all of them or none */
	ACTION_WEIGHT_CAP, ACTION_WEIGHT_SOURCE, /* largest weight; people from indicators */
	ACTION_QUESTION_PREVIOUS, ACTION_QUESTION_NEXT,
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
	ACTION_SHEET_STATE, ACTION_SHEET_HAND, /* from a list, from the entry */
	ACTION_SHEET_OUT,      /* a file to be filled in */
	ACTION_SHEET_IN,       /* and back */
	ACTION_SHEET_HISTORY,  /* what stood there before */
	ACTION_SHEET_ASK, ACTION_SHEET_ANSWER, /* about a figure */
	ACTION_ORGANISATIONS,  /* who delivers a service */
	ACTION_DECIDE_REPLACE, /* a colleague's newer figures */
	ACTION_MEMBER_FILE, /* all that a member takes home, as a document */
	/* questionnaires */
	ACTION_MOVE_UP,
	ACTION_MOVE_DOWN,
	ACTION_UNDO,
	ACTION_CHOICES,  /* of a question */
	ACTION_OWN_LIST, /* of choices, for one question */
	ACTION_RULE,
	ACTION_LANGUAGE,
	ACTION_TEXTS,    /* one language beside another */
	ACTION_HEAD,     /* title, notice … */
	ACTION_PREVIEW,
	ACTION_PROBLEMS,
	ACTION_PUBLISH,
	ACTION_VERSIONS,
	ACTION_RETIRE,
	ACTION_RETIRED,  /* shows those out of use */
	ACTION_PRINT,
	/* exchange groups */
	ACTION_PART_NEXT,   /* members, people, stages, hosts in turn */
	ACTION_STAGES,      /* of kinds of groups */
	ACTION_STAGES_MOVE, /* periods anew from the group's first day */
	ACTION_WINTER,      /* winter holidays of schools */
	ACTION_PROPOSE,     /* a calendar of the whole cycle */
	ACTION_HOST,        /* of a proposed meeting */
	ACTION_CONTACTS,    /* people beside those who use the database */
	ACTION_ERASE_CONTACT,
	/* meetings */
	ACTION_MEETING_TAB,   /* agenda, people, notes */
	ACTION_MEETING_WHEN,  /* to come, past, all */
	ACTION_MEETING_STATE, /* planned, invited, held, cancelled */
	ACTION_MEETING_EDIT,  /* day, hours, host, place */
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
	ACTION_PACKAGE_IN,
	ACTION_MINUTES_ANNEX,
	ACTION_MINUTES_TAKE, /* a file edited outside */
	ACTION_MINUTES_CASE,
	ACTION_SEARCH_AGAIN, ACTION_LINE_MARK, /* in the editor */
	/* conflict of two people */
	ACTION_MINE,
	ACTION_THEIRS,
	/* keying a form */
	ACTION_KEYING_FINISH,
	ACTION_KEYING_GO,
	ACTION_KEYING_NOTE,
	ACTION_KEYING_FORM_NOTE,
	ACTION_KEYING_PAUSE,
	ACTION_KEYING_UNDO,
	ACTION_KEYING_NUMBER,
	ACTION_KEYING_VIEW_PREVIOUS,
	ACTION_KEYING_VIEW_NEXT,
	ACTION_KEYING_FIRST,
	ACTION_KEYING_OPEN,
	ACTION_KEYING_FORMS,
	ACTION_KEYING_CORRECT,
	ACTION_KEYING_STATE,
	ACTION_KEYING_FIND,
	/* palette and F9: ACTION_MENU_FIRST + 10 * section + number opens that entry of the tree */
	ACTION_MENU_FIRST = 500,
	ACTION_MENU_LAST = 599,
	/* ids that a screen uses for answers to its own questions; never in the table */
	ACTION_ANSWER_1 = 1000,
	ACTION_ANSWER_2,
	ACTION_ANSWER_3,
	ACTION_ANSWER_4,
	ACTION_ANSWER_5,
	ACTION_ANSWER_6,
	ACTION_ANSWER_7,
	ACTION_ANSWER_8,
	/* the program's own answers, handled for every screen */
	ACTION_ANSWER_UNIT = 1100,
	ACTION_ANSWER_MENU
};

extern const struct action actions[];
extern const size_t action_count;
extern const int actions_global[]; /* work everywhere */

#endif
