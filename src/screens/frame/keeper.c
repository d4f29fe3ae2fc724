/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts are text as typed; a choice is its number. A draft that cannot be stored is no
 * reason to stop a person who types. */
#include "config.h"

#include "screens/frame/keeper.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/draft.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
is_choice(const struct field *field)
{
	return field->kind == FIELD_CHOICE || field->kind == FIELD_YES_NO;
}

void
keeper_start(struct keeper *k, struct screens *s, const char *screen, const char *uid, int64_t rev,
	const char *const *names, const struct form *form, int take, int drop)
{
	struct error ignored = { 0 };
	char text[256], saved_at[32], at[32];

	k->app = app_of(s);
	k->screen = screen;
	text_copy(k->uid, sizeof k->uid, uid);
	k->rev = rev;
	k->names = names;
	k->take = take;
	k->drop = drop;
	k->last = memory_new(form->before_size + 1);
	memcpy(k->last, form->data, form->before_size);
	k->offered = draft_find_left(k->app->db, k->app->person.id, screen, uid, k->left, saved_at,
			     &ignored) == 1;
	if (k->offered) {
		snprintf(text, sizeof text,
			_("On %s you typed something here and did not save it. Take it up again? "
			  "No throws it away, Esc leaves it for later."),
			clock_local(at, sizeof at, saved_at));
		dialog_decide(s, _("Unsaved draft"), text, take, drop);
	}
}

static void
store(struct keeper *k, const char *name, const char *text)
{
	struct error ignored = { 0 };

	(void)draft_keep(
		k->app->db, k->app->person.id, k->screen, k->uid, k->rev, name, text, &ignored);
}

void
keeper_save(struct keeper *k, const struct form *form)
{
	char number[16], key[64];

	if (!k->last || !k->app->db || db_read_only(k->app->db))
		return;
	for (int i = 0; i < form->count; i++) {
		const struct field *field = &form->fields[i];
		const char *now = (const char *)form->data + field->offset;
		const char *before = k->last + field->offset;
		int value;

		if (!k->names[i] || field->kind == FIELD_NOTE || field->fixed)
			continue;
		if (is_choice(field) ? memcmp(now, before, sizeof(int)) == 0
				     : strcmp(now, before) == 0)
			continue;
		if (is_choice(field)) {
			memcpy(&value, now, sizeof value);
			snprintf(number, sizeof number, "%d", value);
			now = number;
		}
		store(k, k->names[i], now);
		if (field->kind == FIELD_LOOKUP && field->key_size) {
			snprintf(key, sizeof key, "%s.key", k->names[i]);
			store(k, key, (const char *)form->data + field->key_offset);
		}
	}
	memcpy(k->last, form->data, form->before_size);
}

void
keeper_settle(struct keeper *k, const struct form *form)
{
	if (form->fields[form->focus].kind == FIELD_LINES)
		keeper_save(k, form);
}

/* Puts one stored text where its field is. */
static void
put(const struct form *form, const struct keeper *k, const char *name, const char *text)
{
	char key[64];

	for (int i = 0; i < form->count; i++) {
		const struct field *field = &form->fields[i];
		char *at = (char *)form->data + field->offset;
		int value = atoi(text);

		if (!k->names[i] || field->fixed)
			continue;
		if (strcmp(name, k->names[i]) == 0 && is_choice(field))
			memcpy(at, &value, sizeof value);
		else if (strcmp(name, k->names[i]) == 0)
			text_copy(at, field->size, text);
		snprintf(key, sizeof key, "%s.key", k->names[i]);
		if (field->kind == FIELD_LOOKUP && field->key_size && strcmp(name, key) == 0)
			text_copy((char *)form->data + field->key_offset, field->key_size, text);
	}
}

void
keeper_take(struct keeper *k, struct form *form)
{
	struct arena arena = { 0 };
	struct draft draft = { 0 };
	struct error ignored = { 0 };

	if (!k->offered)
		return;
	if (draft_adopt(k->app->db, k->app->person.id, k->screen, k->uid, k->left, &ignored) == 0 &&
		draft_load_own(k->app->db, k->app->person.id, k->screen, k->uid, &arena, &draft,
			&ignored) == 0 &&
		draft.count) {
		k->offered = false;
		k->rev = draft.base_rev;
		for (int i = 0; i < draft.count; i++)
			put(form, k, draft.fields[i].field, draft.fields[i].text);
	}
	arena_release(&arena);
	memcpy(k->last, form->data, form->before_size);
	form_focus(form, form->focus); /* the caret stands in the new text */
}

void
keeper_drop(struct keeper *k, const struct form *form)
{
	struct app *app = k->app;
	struct error ignored = { 0 };

	(void)draft_drop_window(app->db, app->person.id, k->screen, k->uid, NULL, &ignored);
	if (k->offered)
		(void)draft_drop_window(
			app->db, app->person.id, k->screen, k->uid, k->left, &ignored);
	k->offered = false;
	memcpy(k->last, form->data, form->before_size);
}

bool
keeper_act(struct keeper *k, struct form *form, int action)
{
	if (action == ACTION_CHANGED)
		keeper_save(k, form);
	else if (!k->last)
		return false;
	else if (action == k->take)
		keeper_take(k, form);
	else if (action == k->drop)
		keeper_drop(k, form);
	else
		return false;
	return true;
}

void
keeper_release(struct keeper *k)
{
	free(k->last);
	k->last = NULL;
}

void
keeper_ask(struct screens *s, const char *what, int action)
{
	const char *buttons[] = { _("[S]ave"), _("[D]iscard"), _("[B]ack to the form") };
	char text[256];

	snprintf(text, sizeof text, _("%s: what you changed is not saved yet."), what);
	dialog_buttons(s, _("Unsaved changes"), text, buttons, 3, KEEPER_SAVE, action);
}
