/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers that go with the forms of a wave. */
#include "config.h"

#include "report/slips.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "model/keying/difference.h"
#include "model/keying/typed.h"

#include <stdio.h>
#include <string.h>

#define DOTS "........................................"
#define SIGNED "...................."
#define PAPER_SAYS "................"
#define BOX "[ ]"

struct making {
	struct db *db;
	const struct wave *wave;
	const struct batch *batch; /* NULL = the whole wave */
	const char *unit;
	struct arena *arena;
	struct report_table *t;
};

static const char *
today(struct making *m)
{
	char text[32];

	return arena_string(m->arena, date_format(text, sizeof(text), clock_today()));
}

/* ---- rows ---- */

/* Survey, wave, unit and year stand above every paper. */
static void
start(struct making *m, const char *title)
{
	const struct wave *w = m->wave;
	char date[32];

	report_table_start(m->t, m->arena, title);
	report_table_line(m->t, arena_format(m->arena, _("Survey: %s (%s)"), w->survey_name,
					w->survey_code));
	report_table_line(m->t, arena_format(m->arena, _("Wave: %s%s%s; %s%s%d"), w->code,
					*w->name ? ", " : "", w->name, m->unit,
					*m->unit ? ", " : "", w->year));
	report_table_line(m->t, arena_format(m->arena, _("Questionnaire: %s, version %d"),
					w->questionnaire_code, w->version_number));
	report_table_line(m->t, arena_format(m->arena, _("Printed on %s"),
					date_format(date, sizeof(date), clock_today())));
}

static void
pair_columns(struct making *m)
{
	report_table_column(m->t, "field", _("What"), REPORT_TEXT, 0);
	report_table_column(m->t, "value", _("Entry"), REPORT_TEXT, 0);
}

static void
pair(struct making *m, const char *what, const char *value)
{
	report_table_row(m->t);
	report_cell_text(m->t, what);
	report_cell_text(m->t, *value ? value : DOTS);
}

static void
pair_number(struct making *m, const char *what, int64_t number)
{
	pair(m, what, arena_format(m->arena, "%lld", (long long)number));
}

/* A line to sign on. */
static void
sign(struct making *m, const char *who)
{
	report_table_footnote(m->t, arena_format(m->arena, "%s: %s  %s: %s", who, SIGNED,
					    _("date and signature"), SIGNED));
}

/* ---- slip of a batch ---- */

static void
place_pairs(struct making *m)
{
	pair(m, _("Room"), m->batch->room);
	pair(m, _("Binder"), m->batch->binder);
	pair(m, _("Lent to"), m->batch->lent_to);
}

static int
batch_slip(struct making *m, struct error *err)
{
	const struct batch *b = m->batch;

	(void)err;
	start(m, arena_format(m->arena, _("Batch %d: slip"), b->number));
	pair_columns(m);
	pair(m, _("Received from"), b->received_from);
	pair(m, _("Received by"), b->received_by);
	pair(m, _("Received on"), date_shown(m->arena, b->received_on));
	pair_number(m, _("Papers received"), b->received);
	pair(m, _("Numbers stamped"), arena_format(m->arena, "%lld–%lld",
					  (long long)b->first_number, (long long)b->last_number));
	pair_number(m, _("Spoilt, not stamped"), b->spoilt);
	pair_number(m, _("Empty, not stamped"), b->empty);
	if (b->spoilt || b->empty)
		pair(m, _("Reason"), b->reason);
	place_pairs(m);
	sign(m, _("Handed over by"));
	sign(m, _("Received by"));
	sign(m, _("First keying by"));
	return 0;
}

/* ---- forms to fetch ---- */

static int
second_slip(struct making *m, struct error *err)
{
	const struct batch *b = m->batch;
	int64_t *numbers;
	int count;

	if (batch_second_forms(m->db, b->id, m->arena, &numbers, &count, err))
		return -1;
	start(m, arena_format(m->arena, _("Batch %d: forms to fetch for second keying"),
			 b->number));
	report_table_line(m->t, arena_format(m->arena, _("Room: %s; binder: %s; lent to: %s"),
					*b->room ? b->room : "–", *b->binder ? b->binder : "–",
					*b->lent_to ? b->lent_to : "–"));
	report_table_line(m->t, arena_format(m->arena, _("Forms: %d"), count));
	report_table_column(m->t, "number", _("Form"), REPORT_CODE, 0);
	report_table_column(m->t, "fetched", _("Fetched"), REPORT_CODE, 0);
	report_table_column(m->t, "keyed", _("Keyed"), REPORT_CODE, 0);
	report_table_column(m->t, "returned", _("Put back"), REPORT_CODE, 0);
	report_table_column(m->t, "remark", _("Remark"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(m->t);
		report_cell_text(m->t, arena_format(m->arena, "%lld", (long long)numbers[i]));
		report_cell_text(m->t, BOX);
		report_cell_text(m->t, BOX);
		report_cell_text(m->t, BOX);
		report_cell_text(m->t, DOTS);
	}
	sign(m, _("Fetched by"));
	sign(m, _("Put back by"));
	return 0;
}

/* ---- differences ---- */

static const char *
reading(const char *value, enum missing missing)
{
	return missing == MISSING_NONE ? value : _(missing_reason(missing)->label);
}

static int
differences_slip(struct making *m, struct error *err)
{
	struct difference *list;
	int count;

	if (difference_list(m->db, m->wave->id, m->batch ? m->batch->id : 0, true, m->arena, &list,
		    &count, err))
		return -1;
	start(m, m->batch ? arena_format(m->arena, _("Batch %d: differences to look up on paper"),
				    m->batch->number)
			  : _("Differences to look up on paper"));
	report_table_line(m->t, arena_format(m->arena, _("Differences: %d"), count));
	report_table_column(m->t, "number", _("Form"), REPORT_CODE, 0);
	report_table_column(m->t, "page", _("Page"), REPORT_CODE, 0);
	report_table_column(m->t, "question", _("Question"), REPORT_CODE, 0);
	report_table_column(m->t, "label", _("Text"), REPORT_TEXT, 0);
	report_table_column(m->t, "first", _("1st reading"), REPORT_TEXT, 0);
	report_table_column(m->t, "second", _("2nd reading"), REPORT_TEXT, 0);
	report_table_column(m->t, "paper", _("The paper says"), REPORT_CODE, 0);
	for (int i = 0; i < count; i++) {
		const struct difference *d = &list[i];

		report_table_row(m->t);
		report_cell_text(m->t, arena_format(m->arena, "%lld", (long long)d->number));
		report_cell_text(m->t, arena_format(m->arena, "%d", d->page));
		report_cell_text(m->t, d->occurrence > 1
				? arena_format(m->arena, "%s (%d)", d->question_number,
					  d->occurrence)
				: d->question_number);
		report_cell_text(m->t, d->label);
		report_cell_text(m->t, reading(d->first, d->first_missing));
		report_cell_text(m->t, reading(d->second, d->second_missing));
		report_cell_text(m->t, PAPER_SAYS);
	}
	sign(m, _("Looked up by"));
	return 0;
}

/* ---- protocols ---- */

/* Second keying in one line: forms, fields, rate with its interval. */
static int
quality_pairs(struct making *m, struct error *err)
{
	struct quality_row *rows, sum = { 0 };
	char rate[32], low[32], high[32], key[16];
	int count;

	if (quality_report(m->db, m->wave->id, QUALITY_BATCH, 0, m->arena, &rows, &count, err))
		return -1;
	snprintf(key, sizeof(key), "%d", m->batch ? m->batch->number : 0);
	for (int i = 0; i < count; i++)
		if (!m->batch || strcmp(rows[i].key, key) == 0) {
			sum.forms += rows[i].forms;
			sum.fields += rows[i].fields;
			sum.differing += rows[i].differing;
		}
	pair_number(m, _("Forms compared"), sum.forms);
	pair_number(m, _("Fields compared"), sum.fields);
	if (sum.fields == 0)
		return 0;
	quality_interval(sum.differing, sum.fields, &sum.low, &sum.high);
	pair(m, _("Fields that differed"),
		arena_format(m->arena, _("%lld, that is %s %% (95 %% interval: %s–%s %%)"),
			(long long)sum.differing,
			number_format(rate, sizeof(rate),
				(double)sum.differing * 100 / (double)sum.fields, 2),
			number_format(low, sizeof(low), sum.low, 2),
			number_format(high, sizeof(high), sum.high, 2)));
	return 0;
}

/* Received = keyed + empty + missing + spoilt, and what still waits. */
static void
count_pairs(struct making *m, const int64_t counts[5], int open)
{
	int64_t found = counts[1] + counts[2] + counts[3];

	pair_number(m, _("Papers received"), counts[0]);
	pair_number(m, _("Keyed"), counts[1]);
	pair_number(m, _("Empty"), counts[2]);
	pair_number(m, _("Spoilt"), counts[3]);
	pair_number(m, _("Not found"), counts[4]);
	if (open > 0)
		pair_number(m, _("Still to be keyed"), open);
	pair(m, _("Counts"), counts[0] == found + counts[4] && open == 0
				     ? _("agree: received = keyed + empty + spoilt + not found")
				     : _("do not agree"));
}

/* What somebody typed about finished forms and has not saved. */
static int
unsaved_pairs(struct making *m, struct error *err)
{
	struct typed_waiting *list;
	int count;

	if (typed_waiting(m->db, m->wave->id, m->batch ? m->batch->id : 0, 0, m->arena, &list,
		    &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		pair(m, _("Not saved"), typed_waiting_text(&list[i], m->arena));
	return 0;
}

/* What is filed with the paper. */
static void
archive_pairs(struct making *m)
{
	const struct wave *w = m->wave;

	pair(m, _("Case mark"), w->case_mark);
	pair(m, _("Archive class"), w->archive_class);
	pair(m, _("To be destroyed after"), date_shown(m->arena, w->destroy_after));
	if (*w->destroyed_on)
		pair(m, _("Destroyed"),
			arena_format(m->arena, "%s, %s, %s", date_shown(m->arena, w->destroyed_on),
				w->destroyed_by, w->protocol));
}

static int
batch_protocol(struct making *m, struct error *err)
{
	const struct batch *b = m->batch;
	int64_t counts[5] = { b->received, b->keyed, b->empty + b->empty_forms,
		b->spoilt + b->spoilt_forms, b->missing };

	start(m, *b->closed_at ? arena_format(m->arena, _("Batch %d: closing protocol"), b->number)
			       : arena_format(m->arena,
					 _("Batch %d: protocol, state on %s: still open"),
					 b->number, today(m)));
	pair_columns(m);
	pair(m, _("Reception"),
		arena_format(m->arena, "%s, %s, %s", b->received_from, b->received_by,
			date_shown(m->arena, b->received_on)));
	pair(m, _("Numbers stamped"), arena_format(m->arena, "%lld–%lld",
					  (long long)b->first_number, (long long)b->last_number));
	count_pairs(m, counts, b->waiting + b->keying);
	if (*b->difference)
		pair(m, _("Why the counts differ"), b->difference);
	if (unsaved_pairs(m, err) || quality_pairs(m, err))
		return -1;
	place_pairs(m);
	archive_pairs(m);
	pair(m, _("Closed on"), date_shown(m->arena, b->closed_at));
	sign(m, _("Closed by"));
	sign(m, _("Checked by"));
	return 0;
}

static int
wave_protocol(struct making *m, struct error *err)
{
	const struct wave *w = m->wave;
	struct wave_counts c;
	struct operator_row *operators;
	int operator_count = 0;
	bool all; /* only coordinators see how many keyed */

	if (wave_count(m->db, w->id, &c, err) || difference_coordinates(m->db, &all, err) ||
		(all && operator_report(m->db, w->id, 0, m->arena, &operators, &operator_count,
				err)))
		return -1;
	start(m, *w->closed_at ? _("Closing protocol of the wave")
			       : arena_format(m->arena,
					 _("Protocol of the wave, state on %s: still open"),
					 today(m)));
	pair_columns(m);
	pair(m, _("Data controller"), w->controller);
	if (w->planned)
		pair_number(m, _("Handed out"), w->planned);
	pair_number(m, _("Batches"), c.batches);
	count_pairs(m, (const int64_t[]){ c.received, c.keyed, c.empty, c.spoilt, c.missing },
		c.waiting + c.keying);
	if (c.other_modes)
		pair_number(m, _("Forms not on paper"), c.other_modes);
	if (all)
		pair_number(m, _("Operators"), operator_count);
	if (unsaved_pairs(m, err) || quality_pairs(m, err))
		return -1;
	if (c.differing)
		pair_number(m, _("Forms with differences not settled"), c.differing);
	pair(m, _("Personal data are kept until"), date_shown(m->arena, w->keep_until));
	archive_pairs(m);
	pair(m, _("Closed on"), date_shown(m->arena, w->closed_at));
	sign(m, _("Closed by"));
	sign(m, _("Checked by"));
	return 0;
}

static int
protocol(struct making *m, struct error *err)
{
	return m->batch ? batch_protocol(m, err) : wave_protocol(m, err);
}

/* ---- the table ---- */

static const struct {
	const char *label;
	int (*make)(struct making *m, struct error *err);
} slips[] = {
	[SLIP_BATCH] = { N_("Slip of the batch"), batch_slip },
	[SLIP_SECOND] = { N_("Forms to fetch for second keying"), second_slip },
	[SLIP_DIFFERENCES] = { N_("Differences to look up"), differences_slip },
	[SLIP_PROTOCOL] = { N_("Closing protocol"), protocol },
};

int
slip_make(struct db *db, enum slip slip, const struct wave *wave, const struct batch *batch,
	const char *unit, struct arena *arena, struct report_table *t, struct error *err)
{
	struct making m = { db, wave, batch, unit, arena, t };

	return slips[slip].make(&m, err);
}

const char *
slip_label(enum slip slip)
{
	return _(slips[slip].label);
}
