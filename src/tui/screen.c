/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stack of screens, the way of an event through it, and the loop. */
#include "config.h"

#include "tui/stack.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "tui/pager.h"
#include "tui/pulldown.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { HANGUP_CODE = 128 + SIGHUP };

struct screens *
screens_new(const struct screens_program *program, void *app)
{
	struct screens *s = memory_new(sizeof(*s));

	s->program = program;
	s->app = app;
	return s;
}

static void
bury(struct screens *s)
{
	while (s->dead_count) {
		struct entry *e = &s->dead[--s->dead_count];

		if (e->screen->release)
			e->screen->release(e->self);
		free(e->self);
	}
}

void
screens_free(struct screens *s)
{
	if (!s)
		return;
	for (bury(s); s->count; bury(s))
		screens_pop(s);
	free(s);
}

void *
screens_app(struct screens *s)
{
	return s->app;
}

static struct entry *
top(struct screens *s)
{
	return s->count ? &s->entries[s->count - 1] : NULL;
}

int
screens_push(struct screens *s, const struct screen *screen, const void *argument)
{
	struct entry *e = &s->entries[s->count];
	struct error err = { 0 };

	if (s->count == DEPTH_MAX) {
		screens_say(s, "%s", _("Too many screens are open. Go back with F10 first."));
		return -1;
	}
	*e = (struct entry){ .screen = screen,
		.self = memory_new(screen->size ? screen->size : 1),
		.stale = true };
	s->count++;
	s->escaped = false;
	if (screen->start && screen->start(s, e->self, argument, &err) < 0) {
		screens_pop(s);
		screens_error(s, &err);
		return -1;
	}
	return 0;
}

void
screens_pop(struct screens *s)
{
	if (!s->count || s->dead_count == 2 * DEPTH_MAX)
		return;
	s->dead[s->dead_count++] = s->entries[--s->count];
	s->escaped = false;
	if (!s->count)
		s->done = true;
}

int
screens_replace(struct screens *s, const struct screen *screen, const void *argument)
{
	bool done = s->done;

	screens_pop(s);
	s->done = done;
	return screens_push(s, screen, argument);
}

void
screens_stale(struct screens *s)
{
	for (int i = 0; i < s->count; i++)
		s->entries[i].stale = true;
}

void
screens_quit(struct screens *s)
{
	s->done = true;
}

int
screens_depth(const struct screens *s)
{
	return s->count;
}

const struct screen *
screens_top(const struct screens *s)
{
	return s->count ? s->entries[s->count - 1].screen : NULL;
}

void *
screens_self(struct screens *s)
{
	return s->count ? top(s)->self : NULL;
}

const struct screens_program *
screens_program(const struct screens *s)
{
	return s->program;
}

bool
screens_done(const struct screens *s)
{
	return s->done;
}

struct term *
screens_term(struct screens *s)
{
	return s->term;
}

static void say(struct screens *s, enum role role, const char *fmt, va_list ap)
	__attribute__((format(printf, 3, 0)));

static void
say(struct screens *s, enum role role, const char *fmt, va_list ap)
{
	vsnprintf(s->message, sizeof(s->message), fmt, ap);
	s->message_role = role;
}

void
screens_say(struct screens *s, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(s, ROLE_MESSAGE, fmt, ap);
	va_end(ap);
}

void
screens_refuse(struct screens *s, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(s, ROLE_ERROR, fmt, ap);
	va_end(ap);
}

void
screens_error(struct screens *s, const struct error *err)
{
	snprintf(s->message, sizeof(s->message), "%s", err->text);
	s->message_role = ROLE_ERROR;
}

static struct focus
focus_of(const struct entry *e)
{
	return e->screen->focus ? e->screen->focus(e->self) : (struct focus){ NULL, NULL };
}

static enum context
context_of(const struct entry *e, const struct focus *f)
{
	if (e->screen->context)
		return e->screen->context(e->self);
	return f->kind && f->kind->context ? f->kind->context(f->widget) : CONTEXT_LIST;
}

enum context
screens_context(struct screens *s)
{
	struct focus f = { NULL, NULL };

	if (!s->count)
		return CONTEXT_LIST;
	f = focus_of(top(s));
	return context_of(top(s), &f);
}

const int *
screens_able(struct screens *s)
{
	const struct entry *e = top(s);
	int count = 0;

	for (const int *id = e ? e->screen->actions : NULL; id && *id && count < ABLE_MAX; id++)
		if (!e->screen->able || e->screen->able(e->self, *id))
			s->able[count++] = *id;
	s->able[count] = ACTION_NONE;
	return s->able;
}

static int
act(struct screens *s, int action, const struct event *event)
{
	struct entry *e = top(s);

	if (!e || !e->screen->act)
		return SCREEN_PASS;
	return e->screen->act(s, e->self, action, event);
}

static int
to_widget(struct screens *s, const struct event *event)
{
	struct focus f = { NULL, NULL };
	enum widget_result result;

	if (s->count)
		f = focus_of(top(s));
	result = f.kind ? f.kind->event(f.widget, event) : WIDGET_PASS;

	if (result == WIDGET_CHANGED)
		act(s, ACTION_CHANGED, event);
	else if (result == WIDGET_CHOSEN)
		act(s, ACTION_CHOSEN, event);
	return result == WIDGET_PASS ? SCREEN_PASS : SCREEN_HANDLED;
}

static void
go_back(struct screens *s)
{
	struct entry *e = top(s);

	if (!e->screen->leave || e->screen->leave(s, e->self))
		screens_pop(s);
}

static void
show_help(struct screens *s)
{
	char *text = action_help(
		&s->program->actions, screens_able(s), s->program->global, screens_context(s));

	pager_open(s, _("Help"), text, true);
	free(text);
}

static bool
built_in(struct screens *s, int action)
{
	if (action == ACTION_BACK)
		go_back(s);
	else if (action == ACTION_HELP)
		show_help(s);
	else if (action == ACTION_MENU)
		pulldown_open(s);
	else if (action == ACTION_REDRAW && s->term)
		term_redraw(s->term);
	else if (action == ACTION_SUSPEND && s->term)
		term_suspend(s->term);
	else
		return false;
	return true;
}

/* Whether anybody did it. */
static bool
to_program(struct screens *s, int action, const struct event *event)
{
	const struct screens_program *p = s->program;

	if (action == ACTION_NONE || !s->count)
		return false;
	return (p->act && p->act(s, action, event) == SCREEN_HANDLED) || built_in(s, action);
}

/* A function key or letter that nobody took: silence would look like a fault. */
static void
tell_nothing(struct screens *s, int key, bool known)
{
	int function = key_function(key);

	if (!s->count || *s->message || (!function && !key_is_text(key)) || key == ' ')
		return;
	if (known)
		screens_say(s, "%s", _("There is nothing here that this key could be used on."));
	else if (function)
		screens_say(s, _("F%d does nothing here. F1 says what the keys do."), function);
	else
		screens_say(s, "%s", _("This key does nothing here. F1 says what the keys do."));
}

void
screens_act(struct screens *s, int action, const struct event *event)
{
	const struct action *row = action_by_id(&s->program->actions, action);
	struct event made = event ? *event : event_key(KEYS_NONE);

	if (!event && row)
		key_list(row->keys && *row->keys ? row->keys : row->letters, &made.key, 1);
	if (!s->count || act(s, action, &made) == SCREEN_HANDLED)
		return;
	if (made.type == EVENT_KEY && made.key != KEYS_NONE &&
		to_widget(s, &made) == SCREEN_HANDLED)
		return;
	to_program(s, action, &made);
}

bool
screens_answer(struct screens *s, int action, const struct event *event, char *refused,
	size_t refused_size)
{
	const void *below;
	bool said;

	screens_pop(s);
	below = screens_self(s);
	s->answering = true;
	screens_act(s, action, event);
	s->answering = false;
	said = *s->message && s->message_role == ROLE_ERROR && screens_self(s) == below;
	text_copy(refused, refused_size, said ? s->message : "");
	if (said)
		*s->message = '\0';
	return said;
}

bool
screens_answering(const struct screens *s)
{
	return s->answering;
}

/* Where digits are answers Esc waits for a digit; true when the key is used up. */
static bool
wait_for_digit(struct screens *s, enum context context, struct event *event)
{
	bool was = s->escaped;
	int key = event->key;

	s->escaped = false;
	if (context != CONTEXT_DIGITS)
		return false;
	if (!was && key == KEYS_ESC) {
		s->escaped = true;
		return true;
	}
	if (!was || key == KEYS_ESC || key_function(key))
		return false;
	if (key < '0' || key > '9')
		return true;
	*event = event_key(KEYS_F(key == '0' ? 10 : key - '0'));
	return false;
}

static void
on_key(struct screens *s, struct event event)
{
	const struct screens_program *p = s->program;
	struct entry *e = top(s);
	struct focus f = focus_of(e);
	enum context context = context_of(e, &f);
	bool typed;
	int own, global;

	if (wait_for_digit(s, context, &event))
		return;
	typed = context != CONTEXT_LIST && !key_function(event.key) &&
		!(event.key & (KEYS_CTRL | KEYS_ALT));
	if (typed && to_widget(s, &event) == SCREEN_HANDLED)
		return;
	own = action_find(&p->actions, e->screen->actions, context, event.key);
	global = action_find(&p->actions, p->global, context, event.key);
	if (act(s, own, &event) == SCREEN_HANDLED)
		return;
	if (!typed && to_widget(s, &event) == SCREEN_HANDLED)
		return;
	if (!to_program(s, own != ACTION_NONE ? own : global, &event))
		tell_nothing(s, event.key, own != ACTION_NONE);
}

static void
keep_all(struct screens *s, int code)
{
	for (int i = s->count - 1; i >= 0; i--)
		if (s->entries[i].screen->keep)
			s->entries[i].screen->keep(s, s->entries[i].self);
	s->code = code;
	s->done = true;
}

void
screens_event(struct screens *s, const struct event *event)
{
	if (event->type == EVENT_HANGUP)
		keep_all(s, HANGUP_CODE);
	else if (event->type == EVENT_SIGNAL)
		keep_all(s, 128 + event->number);
	if ((event->type != EVENT_KEY && event->type != EVENT_PASTE) || !s->count || s->done)
		return;
	if (s->surface && !top(s)->drawn) /* typed ahead: the screen must know its rows */
		screens_draw(s, s->surface);
	if (s->small && key_function(event->key) != 10)
		return;
	screens_load(s, top(s));
	s->message[0] = '\0';
	if (event->type == EVENT_KEY)
		on_key(s, *event);
	else
		to_widget(s, event);
	bury(s);
}

void
screens_settle(struct screens *s)
{
	for (int i = 0; i < s->count; i++)
		if (s->entries[i].screen->settle)
			s->entries[i].screen->settle(s, s->entries[i].self);
}

bool
screens_load_late(struct screens *s)
{
	struct error err = { 0 };
	struct entry *e = top(s);

	if (!e || !e->late)
		return false;
	e->late = false;
	if (e->screen->load_late(s, e->self, &err) < 0)
		screens_error(s, &err);
	return true;
}

int
screens_run(struct screens *s, struct term *term)
{
	struct event event;

	s->term = term;
	while (!s->done && s->count) {
		screens_settle(s);
		screens_draw(s, term_surface(term));
		term_flush(term);
		if (!term_pending(term) && screens_load_late(s))
			continue;
		if (s->program->before_wait)
			s->program->before_wait(s->app);
		do {
			term_event(term, -1, &event);
			screens_event(s, &event);
		} while (!s->done && term_pending(term));
	}
	s->term = NULL;
	return s->code;
}
