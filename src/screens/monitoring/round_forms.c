/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of a round, of what an office delivered, of a deviation. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/strategies/target.h"
#include "model/strategies/task.h"

#include <stdio.h>

#define AT(type, member) .offset = offsetof(type, member), .size = sizeof((type *)0)->member

/* ---- a round ---- */

struct round_values {
	char year[8], opened_on[32], due_on[32], summary[2048];
	bool ended; /* not in the form: the strategy is no longer in force */
};

static const struct field round_fields[] = {
	{ .kind = FIELD_NUMBER,
		.label = N_("Year"),
		AT(struct round_values, year),
		.required = true,
		.width = 6,
		.whole = true,
		.min = 1900,
		.max = 2199,
		.help = N_("The year whose state on 31 December is looked at.") },
	{ .kind = FIELD_DATE,
		.label = N_("Begun on"),
		AT(struct round_values, opened_on),
		.width = 12,
		.help = N_("The day on which offices are asked; empty: today.") },
	{ .kind = FIELD_DATE,
		.label = N_("Due by"),
		.due = true,
		AT(struct round_values, due_on),
		.width = 12,
		.help = N_("The last day for the offices; empty: 31 March, or a month from "
			   "today.") },
	{ .kind = FIELD_LINES,
		.label = N_("Summary"),
		AT(struct round_values, summary),
		.rows = 8,
		.help = N_("Opening words of the report: what the year was like.") },
};
enum { ROUND_FIELDS = sizeof round_fields / sizeof *round_fields };
static const char *const round_names[ROUND_FIELDS] = { "year", "opened_on", "due_on", "summary" };

static int
round_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct round_values *v = values;
	struct monitoring_round r;
	struct strategy strategy;

	if (of->id == 0) {
		if (strategy_load(app->db, of->parent, &strategy, err))
			return -1;
		v->ended = strategy.state == STRATEGY_CLOSED;
		card_form_number(v->year, sizeof v->year, of->slot);
		return 0;
	}
	if (round_load(app->db, of->id, &r, err))
		return -1;
	of->rev = r.rev;
	text_copy(of->uid, sizeof of->uid, r.uid);
	card_form_number(v->year, sizeof v->year, r.year);
	card_form_date(v->opened_on, sizeof v->opened_on, r.opened_on);
	card_form_date(v->due_on, sizeof v->due_on, r.due_on);
	text_copy(v->summary, sizeof v->summary, r.summary);
	return 0;
}

static int
round_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct round_values *v = values;
	struct monitoring_round r = { .strategy = of->parent };
	int year = (int)card_form_whole(v->year);

	if (of->id && round_load(app->db, of->id, &r, err))
		return -1;
	if (of->id && r.year != year)
		return error_field(err, ERROR_INPUT, ROUND_FIELD_YEAR,
			_("A round keeps its year; begin another one for %d."), year);
	r.rev = of->rev;
	r.year = year;
	card_form_iso(r.opened_on, sizeof r.opened_on, v->opened_on);
	card_form_iso(r.due_on, sizeof r.due_on, v->due_on);
	text_copy(r.summary, sizeof r.summary, v->summary);
	if (round_save(app->db, &r, err))
		return -1;
	of->id = r.id;
	return 0;
}

static void
round_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct round_values *v = values;

	if (of->id)
		snprintf(dst, size, _("Monitoring of %s"), v->year);
	else
		text_copy(dst, size, _("New year of monitoring"));
}

static void
round_doubt(
	struct app *app, const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct round_values *v = values;

	(void)app;
	if (!of->id && v->ended)
		snprintf(dst, size,
			_("The strategy has ended. Begin the monitoring of %s all the same?"),
			v->year);
}

const struct card_form_kind round_form = { .name = "monitoring_round",
	.fields = round_fields,
	.names = round_names,
	.count = ROUND_FIELDS,
	.size = sizeof(struct round_values),
	.role = PERSON_CLERK,
	.read = round_read,
	.save = round_write,
	.title = round_title,
	.doubt = round_doubt,
	.saved = N_("The monitoring of the year is saved.") };

/* ---- a delivery ---- */

struct delivery_values {
	char sent_on[32], delivered_on[32], note[KEPT_LINES_SIZE];
	char office[160]; /* not in the form */
};

static const struct field delivery_fields[] = {
	{ .kind = FIELD_DATE,
		.label = N_("Sheet sent on"),
		AT(struct delivery_values, sent_on),
		.width = 12,
		.help = N_("The day on which the office got its sheet.") },
	{ .kind = FIELD_DATE,
		.label = N_("Delivered on"),
		AT(struct delivery_values, delivered_on),
		.width = 12,
		.help = N_("The day on which its figures came; empty: not yet.") },
	{ .kind = FIELD_LINES,
		.label = N_("Note"),
		AT(struct delivery_values, note),
		.rows = 3,
		.help = N_("What was agreed, what is still to come.") },
};
enum { DELIVERY_FIELDS = sizeof delivery_fields / sizeof *delivery_fields };
static const char *const delivery_names[DELIVERY_FIELDS] = { "sent_on", "delivered_on", "note" };

static int
delivery_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct delivery_values *v = values;
	struct arena arena = { 0 };
	struct monitoring_round r;
	struct round_delivery *list;
	int count, failed = round_load(app->db, of->parent, &r, err) ||
			    round_deliveries(app->db, &r, &arena, &list, &count, err);

	if (!failed && (of->id < 1 || of->id > count))
		failed = error_set(err, ERROR_MISSING, _("This office is gone already."));
	if (!failed) {
		const struct round_delivery *d = &list[of->id - 1];

		of->rev = r.rev;
		snprintf(of->uid, sizeof of->uid, "%.20s-%d", r.uid, (int)of->id);
		text_copy(v->office, sizeof v->office, d->office);
		card_form_date(v->sent_on, sizeof v->sent_on, d->sent_on);
		card_form_date(v->delivered_on, sizeof v->delivered_on, d->delivered_on);
		text_copy(v->note, sizeof v->note, d->note);
	}
	arena_release(&arena);
	return failed ? -1 : 0;
}

static int
delivery_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct delivery_values *v = values;
	char sent[12], delivered[12];
	struct round_delivery d = { .office = v->office,
		.sent_on = card_form_iso(sent, sizeof sent, v->sent_on),
		.delivered_on = card_form_iso(delivered, sizeof delivered, v->delivered_on),
		.note = v->note };
	struct monitoring_round r = { .id = of->parent, .rev = of->rev };

	return round_delivery_save(app->db, &r, &d, err);
}

static void
delivery_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct delivery_values *v = values;

	(void)of;
	text_copy(dst, size, v->office[0] ? v->office : _("(no office named)"));
}

const struct card_form_kind delivery_form = { .name = "round_delivery",
	.fields = delivery_fields,
	.names = delivery_names,
	.count = DELIVERY_FIELDS,
	.size = sizeof(struct delivery_values),
	.role = PERSON_CLERK,
	.read = delivery_read,
	.save = delivery_write,
	.title = delivery_title,
	.saved = N_("Noted what the office delivered.") };

/* ---- a deviation ---- */

struct deviation_values {
	char cause[1024], measure[1024], office[128], due_on[32], done_on[32];
	char subject[256]; /* not in the form, as what follows */
	int64_t target, task;
};

static const struct field deviation_fields[] = {
	{ .kind = FIELD_LINES,
		.label = N_("Cause"),
		AT(struct deviation_values, cause),
		.rows = 4,
		.help = N_("Why it is off its course.") },
	{ .kind = FIELD_LINES,
		.label = N_("Measure taken"),
		AT(struct deviation_values, measure),
		.rows = 4,
		.help = N_("What is done so that it comes back.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Office"),
		AT(struct deviation_values, office),
		.width = 40,
		.suggest = strategy_suggest_office,
		.help = N_("Who carries the measure out: a department or post.") },
	{ .kind = FIELD_DATE,
		.label = N_("Due by"),
		.due = true,
		AT(struct deviation_values, due_on),
		.width = 12,
		.help = N_("The day by which the measure is to be carried out.") },
	{ .kind = FIELD_DATE,
		.label = N_("Done on"),
		AT(struct deviation_values, done_on),
		.width = 12,
		.help = N_("The day on which it was; empty: not yet.") },
};
enum { DEVIATION_FIELDS = sizeof deviation_fields / sizeof *deviation_fields };
static const char *const deviation_names[DEVIATION_FIELDS] = { "cause", "measure", "office",
	"due_on", "done_on" };

/* d->id stays 0 where it is gone: a colleague has emptied it. */
static int
find_deviation(struct app *app, int64_t round, int64_t id, struct deviation *d, struct error *err)
{
	struct arena arena = { 0 };
	struct deviation *list;
	int count, failed = deviation_list(app->db, round, &arena, &list, &count, err);

	*d = (struct deviation){ .id = 0 };
	for (int i = 0; !failed && i < count; i++)
		if (list[i].id == id)
			*d = list[i];
	arena_release(&arena);
	return failed;
}

/* Of a new one: the name of the indicator or task that is off its course. */
static int
name_subject(struct app *app, struct deviation_values *v, struct error *err)
{
	struct arena arena = { 0 };
	struct target target;
	struct task task;
	int failed;

	if (v->target) {
		failed = target_load(app->db, v->target, &target, err);
		if (!failed)
			text_copy(v->subject, sizeof v->subject, target.name);
	} else {
		failed = task_load(app->db, v->task, &arena, &task, err);
		if (!failed)
			text_copy(v->subject, sizeof v->subject, task.name);
	}
	arena_release(&arena);
	return failed;
}

/* slot: the row that it is about, so that what was typed into one that a colleague has emptied
 * meanwhile is a new one of the same row, under the same draft. */
static int
deviation_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct deviation_values *v = values;
	struct monitoring_round r;
	struct deviation d;

	if (round_load(app->db, of->parent, &r, err) ||
		find_deviation(app, of->parent, of->id, &d, err))
		return -1;
	of->rev = r.rev;
	if (!of->slot)
		of->slot = d.target ? (int)d.target : -(int)d.task;
	if (!of->slot)
		return error_set(err, ERROR_MISSING, _("This entry is gone already."));
	snprintf(of->uid, sizeof of->uid, "%.20s%d", r.uid, of->slot);
	v->target = of->slot > 0 ? of->slot : 0;
	v->task = of->slot < 0 ? -of->slot : 0;
	if (!d.id && (deviation_find(app->db, of->parent, v->target, v->task, &of->id, err) ||
			     find_deviation(app, of->parent, of->id, &d, err)))
		return -1;
	if (!d.id)
		return name_subject(app, v, err);
	text_copy(v->subject, sizeof v->subject, d.subject);
	text_copy(v->cause, sizeof v->cause, d.cause);
	text_copy(v->measure, sizeof v->measure, d.measure);
	text_copy(v->office, sizeof v->office, d.office);
	card_form_date(v->due_on, sizeof v->due_on, d.due_on);
	card_form_date(v->done_on, sizeof v->done_on, d.done_on);
	return 0;
}

static int
deviation_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct deviation_values *v = values;
	struct monitoring_round r = { .id = of->parent, .rev = of->rev };
	struct deviation d = { .id = of->id, .target = v->target, .task = v->task };

	text_copy(d.cause, sizeof d.cause, v->cause);
	text_copy(d.measure, sizeof d.measure, v->measure);
	text_copy(d.office, sizeof d.office, v->office);
	card_form_iso(d.due_on, sizeof d.due_on, v->due_on);
	card_form_iso(d.done_on, sizeof d.done_on, v->done_on);
	if (deviation_save(app->db, &r, &d, err))
		return -1;
	of->id = d.id;
	return 0;
}

static void
deviation_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct deviation_values *v = values;

	(void)of;
	text_copy(dst, size, v->subject[0] ? v->subject : _("Cause and measure"));
}

const struct card_form_kind deviation_form = { .name = "deviation",
	.fields = deviation_fields,
	.names = deviation_names,
	.count = DEVIATION_FIELDS,
	.size = sizeof(struct deviation_values),
	.role = PERSON_CLERK,
	.read = deviation_read,
	.save = deviation_write,
	.title = deviation_title,
	.saved = N_("Cause and measure are saved.") };

/* After approval nothing else of it may change. */
static const struct field measure_fields[] = {
	{ .kind = FIELD_DATE,
		.label = N_("Done on"),
		AT(struct deviation_values, done_on),
		.width = 12,
		.help = N_("The day on which the measure was carried out. The rest is as it was "
			   "approved.") },
};
static const char *const measure_names[] = { "done_on" };

const struct card_form_kind measure_form = { .name = "deviation_done",
	.fields = measure_fields,
	.names = measure_names,
	.count = 1,
	.size = sizeof(struct deviation_values),
	.role = PERSON_CLERK,
	.read = deviation_read,
	.save = deviation_write,
	.title = deviation_title,
	.saved = N_("The day of the measure is saved.") };
