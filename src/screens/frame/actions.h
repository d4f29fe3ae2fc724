/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of what can be done: keys, function bar, F9 menus and F1 help come from it.
 * Ids of surveys, of exchange groups and of strategies have headers of their own. */
#ifndef SCREENS_ACTIONS_H
#define SCREENS_ACTIONS_H

#include "screens/frame/actions_groups.h"
#include "screens/frame/actions_strategy.h"
#include "screens/frame/actions_surveys.h"
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
	ACTION_YEAR_NEXT,
	ACTION_YEAR_EARLIER, /* the same where arrows move between columns */
	ACTION_YEAR_LATER,
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
	ACTION_FIGURE_NEW, /* an own figure of the indicator in view */
	ACTION_SERIES_NAME,
	ACTION_SERIES_RELEASE, /* catalogue name for an imported series, and back */
	ACTION_BRING_BACK,     /* what was deleted, who was shut out */
	ACTION_ROLE,           /* of a person */
	/* files */
	ACTION_IMPORT,
	ACTION_IMPORT_UNDO,
	ACTION_PACKAGE_IN,
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
	/* conflict of two people */
	ACTION_MINE,
	ACTION_THEIRS,
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
