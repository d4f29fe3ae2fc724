/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the card of a difference, for difference_card.c and difference_draw.c alone. */
#ifndef SCREENS_DIFFERENCE_VIEW_H
#define SCREENS_DIFFERENCE_VIEW_H

#include "screens/keying/keying_sheet.h"
#include "screens/surveys/quality_screens.h"

enum difference_step {
	DIFFERENCE_PAPER,  /* what the paper says is keyed; neither reading is shown */
	DIFFERENCE_SHOWN,  /* both readings and what it means */
	DIFFERENCE_SETTLED /* looked at only */
};

struct difference_view {
	struct screens *screens;
	struct wave wave;
	int64_t batch;
	struct arena arena; /* of the texts of differences */
	struct difference now, last;
	bool has_last;      /* a decision of this sitting that can be taken back */
	int left;           /* open ones */
	enum difference_step step;
	struct keying_session session;
	struct sheet sheet; /* only the field of the question is used */
	char text[KEYED_VALUE];
	bool typed;         /* paper holds what the paper says */
	char paper[KEYED_VALUE];
	enum missing paper_missing;
	char pending[12];   /* outcome that waits until it is known who keys */
	struct event held;  /* the key that came after a long time waits likewise */
	bool together;      /* both keyers with the paper */
	enum missing reasons[MISSING_COUNT];
	int reason_count;
};

/* first, second or third: whose reading the paper's answer is. */
const char *difference_meaning(const struct difference_view *v);
/* difference_typed.c: what the paper says, kept until it is settled. */
void difference_keep(struct difference_view *v);
void difference_give_up(struct difference_view *v); /* it is keyed anew */
bool difference_take_up(struct difference_view *v); /* true = it was kept and stands here again */
void difference_view_draw(void *self, struct canvas *c);

#endif
