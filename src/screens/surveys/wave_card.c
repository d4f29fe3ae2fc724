/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wave with all its terms and counts. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/files/export.h"
#include "screens/files/print.h"
#include "screens/frame/actions.h"
#include "screens/frame/card.h"
#include "screens/frame/format.h"
#include "screens/frame/screens.h"
#include "screens/surveys/survey_form.h"
#include "screens/surveys/survey_screens.h"
#include "tui/dialog.h"

#include <stdio.h>

struct view_of_wave {
	struct arena arena;
	int64_t id;
	struct wave wave;  /* id 0 = gone */
	struct wave asked; /* as it was when a question about it was put */
	struct wave_counts counts;
	const char *unit;
	struct card card;
};

enum { ANSWER_CLOSE = ACTION_ANSWER_1, ANSWER_REOPEN, ANSWER_LIFT, ANSWER_ENFORCE, ANSWER_ERASE,
	ANSWER_PRINT };

static void
add_count(struct view_of_wave *v, const char *label, int count)
{
	char text[32];

	card_add(&v->card, label, arena_string(&v->arena, format_count(text, sizeof text, count)));
}

static void
add_day(struct view_of_wave *v, const char *label, const char *iso)
{
	char text[32];

	if (iso[0])
		card_add(&v->card, label,
			arena_string(&v->arena, format_date(text, sizeof text, iso)));
}

static void
fill_terms(struct view_of_wave *v)
{
	const struct wave *w = &v->wave;
	struct card *c = &v->card;

	card_heading(c, _("Wave"));
	card_add(c, _("Survey"), w->survey_name);
	card_add(c, _("Name"), w->name);
	card_add(c, _("State"), survey_wave_state(w));
	card_add(c, _("Unit"), v->unit);
	card_add(c, _("Year"), arena_format(&v->arena, "%d", w->year));
	card_add(c, _("Questionnaire"),
		arena_format(
			&v->arena, _("%s, version %d"), w->questionnaire_code, w->version_number));
	if (w->population)
		add_count(v, _("Population surveyed"), (int)w->population);
	card_add(c, _("Sample"), _(wave_sample_labels[w->sample]));
	card_add(c, _("Order kept by"), _(wave_control_labels[w->control]));
	card_add(c, _("Next number"), w->auto_number ? _("offered") : _("typed by hand"));
	card_add(c, _("Open answers"), w->open_answers ? _("typed") : _("passed over"));
}

static void
fill_counts(struct view_of_wave *v)
{
	const struct wave_counts *n = &v->counts;
	char text[32];

	card_heading(&v->card, C_("counted", "Forms"));
	if (v->wave.planned > 0)
		add_count(v, _("Handed out"), v->wave.planned);
	else
		card_add(&v->card, _("Handed out"), "–");
	add_count(v, _("Received on paper"), n->received);
	if (v->wave.planned > 0)
		card_add(&v->card, _("Returned"),
			arena_format(&v->arena, "%s %%",
				number_format(
					text, sizeof text, wave_return_rate(&v->wave, n), 1)));
	add_count(v, _("Forms keyed"), n->keyed);
	add_count(v, _("Empty"), n->empty);
	add_count(v, _("Spoilt"), n->spoilt);
	add_count(v, _("Not found"), n->missing);
	add_count(v, _("Waiting"), n->waiting);
	add_count(v, _("Being keyed"), n->keying);
	if (n->other_modes)
		add_count(v, _("Not on paper"), n->other_modes);
	card_add(&v->card, _("Batches"),
		arena_format(&v->arena, _("%d, open %d"), n->batches, n->open_batches));
}

static void
fill_second(struct view_of_wave *v)
{
	const struct wave *w = &v->wave;
	const char *which = _(wave_choice_labels[w->second_choice]);
	struct card *c = &v->card;
	char text[32];

	card_heading(c, _("Keying again"));
	if (w->second_choice == SECOND_KEY_NTH)
		which = arena_format(&v->arena, _("every n-th form, n = %d"), w->second_every);
	else if (w->second_choice == SECOND_KEY_SHARE)
		which = arena_format(&v->arena, _("%d %% of the forms"), w->second_share);
	card_add(c, _("Which forms"), which);
	if (w->second_choice == SECOND_KEY_NONE)
		return;
	card_add(c, _("Method"), _(wave_method_labels[w->second_method]));
	card_add(c, _("Threshold, %"), number_format(text, sizeof text, w->threshold, -1));
	card_add(c, _("By whom"),
		w->lifted ? _("also by the person who keyed first: an administrator lets it")
			  : _("by another person than the first time"));
	card_add(c, _("Chosen, done, differ"),
		arena_format(&v->arena, "%d, %d, %d", v->counts.second_chosen,
			v->counts.second_done + v->counts.differing, v->counts.differing));
	add_day(v, _("Speed shown from"), w->speed_from);
}

static void
fill_law(struct view_of_wave *v)
{
	const struct wave *w = &v->wave;
	struct card *c = &v->card;

	card_heading(c, _("Personal data"));
	card_add(c, _("Survey is"), _(wave_anonymity_labels[w->anonymity]));
	card_add(c, _("Smallest cell"),
		w->smallest_cell ? arena_format(&v->arena, "%d", w->smallest_cell) : "–");
	card_add(c, _("Purpose"), w->purpose);
	card_add(c, _("Legal basis"), w->legal_basis);
	card_add(c, _("Controller"), w->controller);
	card_add(c, _("Notice"), w->notice[0] ? w->notice : _("of the questionnaire"));
	add_day(v, _("Answers kept until"), w->keep_until);
	if (w->erased_at[0])
		card_add(c, _("Erased"), w->erased_at);
	card_heading(c, _("Archive"));
	card_add(c, _("Case mark"), w->case_mark[0] ? w->case_mark : "–");
	card_add(c, _("Archive class"), w->archive_class[0] ? w->archive_class : "–");
	add_day(v, _("Destroy after"), w->destroy_after);
	add_day(v, _("Destroyed on"), w->destroyed_on);
	card_add(c, _("Destroyed by"), w->destroyed_by);
	card_add(c, _("Protocol"), w->protocol);
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_wave *v = self;

	(void)s;
	(void)err;
	v->id = *(const int64_t *)argument;
	card_start(&v->card);
	return 0;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct view_of_wave *v = self;
	struct app *app = app_of(s);
	const struct unit_table *units = app_units(app, err);
	const struct unit *unit;

	arena_release(&v->arena);
	card_clear(&v->card, &v->arena);
	v->wave = (struct wave){ 0 };
	if (!units || wave_load(app->db, v->id, &v->wave, err) ||
		wave_count(app->db, v->id, &v->counts, err)) {
		card_filled(&v->card);
		return -1;
	}
	unit = unit_by_slot(units, v->wave.slot);
	v->unit = unit ? arena_string(&v->arena, unit->label) : "";
	fill_counts(v);
	fill_terms(v);
	fill_second(v);
	fill_law(v);
	card_filled(&v->card);
	return 0;
}

static void
draw(void *self, struct canvas *c)
{
	list_draw(&((struct view_of_wave *)self)->card.list, c);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct view_of_wave *v = self;

	(void)right;
	(void)right_size;
	snprintf(left, left_size, _("Wave %s"), v->wave.code);
}

static void
status(void *self, char *dst, size_t size)
{
	const struct view_of_wave *v = self;
	char where[64];

	list_status(&v->card.list, where, sizeof where);
	snprintf(dst, size, "%s  %s", where, v->wave.survey_name);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct view_of_wave *v = self;

	if (!v->wave.id)
		return error_set(err, ERROR_MISSING, _("This wave is gone."));
	card_table(&v->card, arena_format(arena, _("Wave %s"), v->wave.code), arena, table);
	return 0;
}

static void
ask_lift(struct screens *s, const struct view_of_wave *v)
{
	if (v->wave.lifted)
		dialog_ask(s, _("Second keying"),
			_("Ask for another person at the second keying again?"), ANSWER_ENFORCE, 0);
	else
		dialog_ask(s, _("Second keying"),
			_("Let the same person key a form a second time? About a third of the "
			  "errors then stays unseen. What differs is still settled by somebody "
			  "else. "
			  "That it was allowed is recorded."),
			ANSWER_LIFT, 0);
}

static void
lift(struct screens *s, struct view_of_wave *v, bool on)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (survey_may(app, PERSON_ADMINISTRATOR, &err) ||
		wave_lift(app->db, &v->asked, on, &err)) {
		screens_stale(s); /* a colleague may have been faster */
		app_error(s, _("Nothing was saved"), &err);
		return;
	}
	app_changed(s);
	screens_say(s, "%s",
		on ? _("One person may now key a form twice.")
		   : _("Another person keys the second time."));
}

static void
ask_print(struct screens *s)
{
	const char *const papers[] = { _("Closing protocol of the wave"),
		_("Differences to look up"), _("Blank paper form") };

	dialog_choose(s, _("To print"), papers, 3, 0, ANSWER_PRINT);
}

static void
print(struct screens *s, const struct view_of_wave *v, int which)
{
	if (which == 2)
		print_questionnaire(s, v->wave.version, v->id);
	else
		print_slip(s, which == 0 ? SLIP_PROTOCOL : SLIP_DIFFERENCES, v->id, 0);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_wave *v = self;

	if (!v->wave.id)
		return SCREEN_PASS;
	if (action < ACTION_ANSWER_1)
		v->asked = v->wave;
	switch (action) {
	case ACTION_EDIT:
		card_form_open(s, &wave_form, v->id, 0, 0);
		break;
	case ACTION_BATCHES:
		survey_remember_wave(app_of(s), v->wave.code);
		screens_push(s, &batch_list_screen, &v->id);
		break;
	case ACTION_IMPORT: /* answers from the net */
		screens_push(s, &import_files_screen, v->wave.code);
		break;
	case ACTION_TWICE:
		screens_push(s, &wave_questions_screen, &v->id);
		break;
	case ACTION_CLOSE:
		survey_ask_close_wave(s, &v->wave, ANSWER_CLOSE, ANSWER_REOPEN);
		break;
	case ANSWER_CLOSE:
	case ANSWER_REOPEN:
		survey_close_wave(s, &v->asked, action == ANSWER_CLOSE);
		break;
	case ACTION_LIFT:
		ask_lift(s, v);
		break;
	case ANSWER_LIFT:
	case ANSWER_ENFORCE:
		lift(s, v, action == ANSWER_LIFT);
		break;
	case ACTION_ERASE:
		survey_ask_erase(s, &v->wave, ANSWER_ERASE);
		break;
	case ANSWER_ERASE:
		survey_erase(s, &v->asked);
		break;
	case ACTION_PRINT:
		ask_print(s);
		break;
	case ANSWER_PRINT:
		print(s, v, event->number);
		break;
	case ACTION_EXPORT:
		export_open(s, build, v, v->wave.code);
		break;
	default:
		return SCREEN_PASS;
	}
	return SCREEN_HANDLED;
}

static struct focus
focus(void *self)
{
	return (struct focus){ &list_widget, &((struct view_of_wave *)self)->card.list };
}

static void
release(void *self)
{
	struct view_of_wave *v = self;

	card_release(&v->card);
	arena_release(&v->arena);
}

static const int ids[] = { ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_IMPORT, ACTION_ERASE,
	ACTION_BATCHES, ACTION_CLOSE, ACTION_PRINT, ACTION_TWICE, ACTION_LIFT, 0 };

const struct screen wave_card_screen = { .name = "wave_card",
	.title = N_("Wave"),
	.size = sizeof(struct view_of_wave),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = draw,
	.head = head,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release };
