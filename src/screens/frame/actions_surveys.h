/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids of actions of surveys: paper, keying, results. Included by frame/actions.h,
 * where the table is. */
#ifndef SCREENS_ACTIONS_SURVEYS_H
#define SCREENS_ACTIONS_SURVEYS_H

enum {
	ACTION_SURVEYS_FIRST = 200,
	/* surveys and paper */
	ACTION_CLOSE,       /* a wave, a batch; and open it again */
	ACTION_BATCHES,     /* of the wave */
	ACTION_WAVE_CHOOSE, /* which is shown */
	ACTION_FETCH,       /* numbers to fetch for second keying */
	ACTION_TWICE,       /* which questions are keyed twice */
	ACTION_LIFT,        /* one person may key twice */
	ACTION_ERASE,       /* personal data that are due */
	ACTION_OPERATORS,
	ACTION_KEYERS, /* the same register, from the list of accounts */
	ACTION_OPEN_QUESTION,
	ACTION_CATEGORIES, /* whose open answers are shown */
	/* second keying */
	ACTION_DIFFERENCE_BATCH, /* of one batch only */
	ACTION_DIFFERENCE_UNDO,  /* the decision is taken back */
	ACTION_DIFFERENCE_FIRST, /* whose value stands */
	ACTION_DIFFERENCE_SECOND,
	ACTION_DIFFERENCE_AMBIGUOUS,
	ACTION_DIFFERENCE_SHOW,     /* both readings before the paper is keyed */
	ACTION_DIFFERENCE_TOGETHER, /* by both keyers with the paper */
	ACTION_SLIP_PRINT,          /* the list of differences, of forms to fetch */
	ACTION_PROGRESS_NEXT,
	ACTION_PROGRESS_PART, /* the next table, which one */
	/* results */
	ACTION_COMPARE_UNITS, /* waves of one unit, or all units that asked */
	ACTION_FIGURE,        /* which share or mean is compared */
	ACTION_RESULT_NEXT,
	ACTION_RESULT_PART,
	ACTION_AS_INDICATOR,  /* next view, which; publish */
	ACTION_RESULT_BY,     /* a cross-table of the question by another */
	ACTION_RESULT_WHERE,  /* only some forms */
	ACTION_RESULT_WEIGHT, /* weighted or not */
	ACTION_RESULT_SEVERAL,
	ACTION_RESULT_ALL, /* questions to tick; all of them or none */
	ACTION_WEIGHT_CAP,
	ACTION_WEIGHT_SOURCE, /* largest weight; people from indicators */
	ACTION_QUESTION_PREVIOUS,
	ACTION_QUESTION_NEXT,
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
};

#endif
