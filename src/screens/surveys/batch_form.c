/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A batch's form: reception of paper, and where it lies. */
#include "config.h"

#include "screens/surveys/survey_form.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/surveys/batch.h"

#include <stdio.h>
#include <string.h>

struct values {
	char wave[33];
	char number[8], from[128], by[128], on[32], received[10], first[10], last[10], spoilt[10],
		empty[10], reason[256], room[64], binder[64], lent_to[128];
};

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member
#define TEXT(title, member, columns, sentence)                                                     \
	{                                                                                          \
		.kind = FIELD_TEXT, .label = title, AT(member), .width = columns, .help = sentence \
	}
#define WHOLE(title, member, least, must, sentence)                                          \
	{                                                                                    \
		.kind = FIELD_NUMBER, .label = title, AT(member), .width = 9, .whole = true, \
		.min = least, .max = BATCH_MAX_NUMBER, .required = must, .help = sentence    \
	}

static const struct field fields[] = {
	WHOLE(N_("Batch number"), number, 1, false,
		N_("Number of the batch in this wave; empty = the next free one.")),
	TEXT(N_("From whom"), from, 54, N_("Who brought the paper: school, urn, interviewer.")),
	TEXT(N_("Received by"), by, 54, N_("Who took the paper over and counted it.")),
	{ .kind = FIELD_DATE,
		.label = N_("Received on"),
		AT(on),
		.required = true,
		.width = 12,
		.help = N_("The day on which it came.") },
	WHOLE(N_("Received"), received, 0, false,
		N_("Papers counted, spoilt and empty ones included; empty = as the numbers say.")),
	WHOLE(N_("First number"), first, 1, true,
		N_("The first stamped number; the next free one is proposed.")),
	WHOLE(N_("Last number"), last, 1, true, 
		N_("The last stamped number; papers set aside as spoilt or empty get none.")),
	WHOLE(N_("Spoilt, no stamp"), spoilt, 0, false,
		N_("Papers that cannot be keyed, set aside without a stamp: not among the "
		   "numbers.")),
	WHOLE(N_("Empty, no stamp"), empty, 0, false,
		N_("Papers without any answer, set aside without a stamp: not among the "
		   "numbers.")),
	TEXT(N_("Why spoilt, empty"), reason, 54,
		N_("Why papers were spoilt or empty: soaked, torn, crossed out.")),
	TEXT(N_("Room"), room, 30, N_("Where the paper lies now.")),
	TEXT(N_("Binder"), binder, 30, N_("Binder or box in which it lies.")),
	TEXT(N_("Lent to"), lent_to, 54, N_("Who has the paper at the moment; empty = nobody.")),
};
enum { FIELDS = sizeof fields / sizeof *fields };

static const char *const names[FIELDS] = { "number", "from", "by", "on", "received", "first",
	"last", "spoilt", "empty", "reason", "room", "binder", "lent-to" };

static int
read_batch(struct app *app, struct card_form_of *of, struct batch *b, struct wave *w,
	struct error *err)
{
	int64_t first;

	if (of->id) {
		if (batch_load(app->db, of->id, b, err) || wave_load(app->db, b->wave, w, err))
			return -1;
		if (b->closed_at[0])
			return error_set(err, ERROR_CONFLICT,
				_("The batch is closed. Open it again first (z)."));
		return 0;
	}
	*b = (struct batch){ .wave = of->parent };
	if (wave_load(app->db, of->parent, w, err) ||
		batch_first_free(app->db, of->parent, &first, err))
		return -1;
	if (w->closed_at[0])
		return error_set(err, ERROR_INPUT,
			_("The wave is closed. Open it again before paper comes in."));
	b->first_number = first;
	date_iso(b->received_on, sizeof b->received_on, clock_today());
	text_copy(b->received_by, sizeof b->received_by,
		app->person.name[0] ? app->person.name : app->person.login);
	text_copy(b->uid, sizeof b->uid, w->uid);
	return 0;
}

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct batch b;
	struct wave w;

	if (read_batch(app, of, &b, &w, err))
		return -1;
	of->rev = b.rev;
	of->parent = b.wave;
	text_copy(of->uid, sizeof of->uid, b.uid);
	text_copy(v->wave, sizeof v->wave, w.code);
	card_form_number(v->number, sizeof v->number, b.number);
	text_copy(v->from, sizeof v->from, b.received_from);
	text_copy(v->by, sizeof v->by, b.received_by);
	card_form_date(v->on, sizeof v->on, b.received_on);
	if (of->id)
		snprintf(v->received, sizeof v->received, "%d", b.received);
	card_form_number(v->first, sizeof v->first, b.first_number);
	card_form_number(v->last, sizeof v->last, b.last_number);
	card_form_number(v->spoilt, sizeof v->spoilt, b.spoilt);
	card_form_number(v->empty, sizeof v->empty, b.empty);
	text_copy(v->reason, sizeof v->reason, b.reason);
	text_copy(v->room, sizeof v->room, b.room);
	text_copy(v->binder, sizeof v->binder, b.binder);
	text_copy(v->lent_to, sizeof v->lent_to, b.lent_to);
	return 0;
}

static int
save_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	struct batch b = { 0 };

	if (of->id && batch_load(app->db, of->id, &b, err))
		return -1;
	b.rev = of->rev;
	b.wave = of->parent;
	b.number = (int)card_form_whole(v->number);
	text_copy(b.received_from, sizeof b.received_from, v->from);
	text_copy(b.received_by, sizeof b.received_by, v->by);
	card_form_iso(b.received_on, sizeof b.received_on, v->on);
	b.first_number = card_form_whole(v->first);
	b.last_number = card_form_whole(v->last);
	b.spoilt = (int)card_form_whole(v->spoilt);
	b.empty = (int)card_form_whole(v->empty);
	b.received = (int)card_form_whole(v->received);
	if (!v->received[0] && b.last_number >= b.first_number)
		b.received = (int)(b.last_number - b.first_number) + 1 + b.spoilt + b.empty;
	text_copy(b.reason, sizeof b.reason, v->reason);
	text_copy(b.room, sizeof b.room, v->room);
	text_copy(b.binder, sizeof b.binder, v->binder);
	text_copy(b.lent_to, sizeof b.lent_to, v->lent_to);
	if (batch_save(app->db, &b, err))
		return -1;
	of->id = b.id;
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	if (of->id)
		snprintf(dst, size, _("Batch %s"), v->number);
	else
		snprintf(dst, size, _("Reception of paper: %s"), v->wave);
}

/* Paper that was counted without a number, or numbers without paper: better asked now. */
static void
doubt(const void *values, char *dst, size_t size)
{
	const struct values *v = values;
	long long first = card_form_whole(v->first), last = card_form_whole(v->last);
	int aside = (int)(card_form_whole(v->spoilt) + card_form_whole(v->empty));
	int received = (int)card_form_whole(v->received), found = (int)(last - first) + 1 + aside;

	if (!v->received[0] || received == found)
		return;
	if (aside)
		snprintf(dst, size,
			P_("Saved. Received %d, but the numbers %lld–%lld and %d set aside make "
			   "%d form (F4).",
				"Saved. Received %d, but the numbers %lld–%lld and %d set aside "
				"make %d forms (F4).",
				(unsigned long)found),
			received, first, last, aside, found);
	else
		snprintf(dst, size,
			P_("Saved. Received %d, but the numbers from %lld to %lld make %d form: "
			   "check (F4).",
				"Saved. Received %d, but the numbers from %lld to %lld make %d "
				"forms: check (F4).",
				(unsigned long)found),
			received, first, last, found);
}

const struct card_form_kind batch_form = { .name = "batch",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = save_values,
	.title = title,
	.saved = N_("The batch is saved."),
	.said = doubt };
