/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the program as a person with patience would: every entry of the menu, what its keys
 * open, what the keys there open. Whatever bar, menu and help name on the way must be done by the
 * screen that names it. */
#include "config.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "exchange/demo.h"
#include "model/database.h"
#include "screens/frame/actions.h"
#include "screens/frame/menu_tree.h"
#include "screens/frame/screens.h"

#include <ftw.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { PLACES_MAX = 400, STEPS_MAX = 6, KEYS = 12 };

/* How a screen is reached: an entry of the menu, then actions. */
struct place {
	const struct screen *screen;
	const struct menu_item *item;
	int steps[STEPS_MAX], count;
	char *text; /* as it is drawn, of a part that Tab turned up; else NULL */
};

struct walk {
	char fresh[PATH_MAX], used[PATH_MAX]; /* the database as it was made, and in use */
	char home[PATH_MAX];                  /* whose folders are empty each time */
	struct settings *settings;
	struct app app;
	struct surface *surface;
	struct place places[PLACES_MAX];
	int count, wrong;
};

static void
copy_file(const char *from, const char *to)
{
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	static char part[1 << 16];
	size_t n;

	assert_non_null(in);
	assert_non_null(out);
	while ((n = fread(part, 1, sizeof part, in)))
		assert_int_equal(fwrite(part, 1, n, out), n);
	fclose(in);
	assert_int_equal(fclose(out), 0);
}

static int
remove_one(const char *path, const struct stat *s, int type, struct FTW *at)
{
	(void)s;
	(void)type;
	(void)at;
	return remove(path);
}

static void
remove_folder(const char *path)
{
	nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void
close_program(struct walk *w)
{
	screens_free(w->app.screens);
	w->app.screens = NULL;
	app_leave(&w->app);
}

static void
press(struct walk *w, int key)
{
	struct event event = event_key(key);

	if (key_is_text(key))
		snprintf(event.text, sizeof event.text, "%c", key);
	screens_event(w->app.screens, &event);
	screens_settle(w->app.screens);
	if (screens_depth(w->app.screens))
		screens_draw(w->app.screens, w->surface);
}

/* The keys that the screen hears for the action as it reads keys now. */
static int
keys_of(struct walk *w, int id, int keys[KEYS])
{
	const struct action *a = action_by_id(&w->app.program.actions, id);
	int count = key_list(a->keys, keys, KEYS);

	if (screens_context(w->app.screens) == CONTEXT_LIST)
		count += key_list(a->letters, keys + count, KEYS - count);
	return count;
}

/* The program at the place, its data as they were made. */
static bool
go(struct walk *w, const struct place *place)
{
	struct error err = { 0 };
	int keys[KEYS];

	close_program(w);
	copy_file(w->fresh, w->used);
	remove_folder(w->home);
	assert_int_equal(mkdir(w->home, 0700), 0);
	memset(&w->app, 0, sizeof w->app);
	w->app.settings = w->settings;
	snprintf(w->app.path, sizeof w->app.path, "%s", w->used);
	snprintf(w->app.login, sizeof w->app.login, "urzad");
	app_program(&w->app);
	if (app_open(&w->app, DB_EXISTING, &err))
		fail_msg("%s", err.text);
	w->app.screens = screens_new(&w->app.program, &w->app);
	screens_push(w->app.screens, &home_screen, NULL);
	screens_draw(w->app.screens, w->surface);
	if (!place->item)
		return true;
	screens_push(w->app.screens, place->item->screen, NULL);
	screens_draw(w->app.screens, w->surface);
	for (int i = 0; i < place->count; i++)
		if (keys_of(w, place->steps[i], keys))
			press(w, keys[0]);
	return screens_depth(w->app.screens) && screens_top(w->app.screens) == place->screen;
}

static void
say_place(const struct walk *w, const struct place *place)
{
	print_error("# %s:", place->screen->name);
	for (int i = 0; i < place->count; i++)
		print_error(" %s", action_by_id(&w->app.program.actions, place->steps[i])->name);
	print_error(": ");
}

/* text NULL: the screen at all; else this part of it, which looks otherwise. */
static bool
known(const struct walk *w, const struct screen *screen, const char *text)
{
	for (int i = 0; i < w->count; i++)
		if (w->places[i].screen == screen &&
			(!text || (w->places[i].text && !strcmp(w->places[i].text, text))))
			return true;
	return false;
}

/* What the action led to is a place to go on from: another screen, or the next part of this one. */
static void
note_place(struct walk *w, const struct place *from, int action, int key)
{
	struct place *p = &w->places[w->count];
	const struct screen *top;
	char *text;

	if (!screens_depth(w->app.screens) || from->count == STEPS_MAX)
		return;
	assert_int_not_equal(w->count, PLACES_MAX);
	screens_draw(w->app.screens, w->surface);
	top = screens_top(w->app.screens);
	text = top == from->screen && key == KEYS_TAB ? screens_text(w->app.screens) : NULL;
	if (top->overlay || known(w, top, text)) {
		free(text);
		return;
	}
	*p = *from;
	p->screen = top;
	p->steps[p->count++] = action;
	p->text = text;
	w->count++;
}

/* The list widget does the first two itself, the program the others. */
static bool
of_another(int id)
{
	return id == ACTION_SEARCH || id == ACTION_FILTER || action_listed(actions_global, id);
}

static void
complain(struct walk *w, const struct place *place, int id, int key)
{
	char name[64];

	say_place(w, place);
	print_error("%s (%s) is named and not done\n",
		action_by_id(&w->app.program.actions, id)->name, key_spell(name, sizeof name, key));
	w->wrong++;
}

/* One key of one action. */
static void
try_key(struct walk *w, const struct place *place, int id, int key)
{
	struct event event = event_key(key);
	bool named;

	assert_true(go(w, place));
	named = action_listed(screens_able(w->app.screens), id);
	if (key_is_text(key))
		snprintf(event.text, sizeof event.text, "%c", key);
	if (of_another(id))
		return;
	if ((!place->screen->act || place->screen->act(w->app.screens, screens_self(w->app.screens),
					    id, &event) == SCREEN_PASS) &&
		named)
		complain(w, place, id, key);
	note_place(w, place, id, key);
}

static void
try_place(struct walk *w, const struct place *place)
{
	int keys[KEYS];

	if (!go(w, place)) {
		if (place->count) /* an entry of the menu may say what is needed first */
			fail_msg("%s is not reached again", place->screen->name);
		return;
	}
	for (const int *id = place->screen->actions; id && *id; id++) {
		int count = go(w, place) ? keys_of(w, *id, keys) : 0;

		for (int k = 0; k < count; k++)
			try_key(w, place, *id, keys[k]);
	}
}

static void
every_key_that_a_screen_names_is_one_that_it_does(void **state)
{
	struct walk *w = *state;

	for (int i = 0; i < menu_section_count; i++)
		for (int j = 0; j < menu_sections[i].count; j++) {
			const struct menu_item *item = &menu_sections[i].items[j];

			if (known(w, item->screen, NULL))
				continue;
			w->places[w->count++] =
				(struct place){ .screen = item->screen, .item = item };
		}
	for (int i = 0; i < w->count; i++) {
		const struct place place = w->places[i];

		try_place(w, &place);
	}
	print_message("# %d screens and parts of screens\n", w->count);
	assert_int_equal(w->wrong, 0);
}

static int
set_up(void **state)
{
	struct walk *w = memory_new(sizeof *w);
	struct error err = { 0 };
	struct db *db = NULL;
	struct office office;
	struct person person;
	char folder[] = "/tmp/gromada-keys-XXXXXX";

	*state = w;
	if (!mkdtemp(folder))
		return -1;
	snprintf(w->home, sizeof w->home, "%s/home", folder);
	setenv("HOME", w->home, 1); /* what screens write goes there */
	unsetenv("XDG_DOCUMENTS_DIR");
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("XDG_DATA_HOME");
	snprintf(w->fresh, sizeof w->fresh, "%s/fresh.db", folder);
	snprintf(w->used, sizeof w->used, "%s/used.db", folder);
	i18n_start("en");
	w->surface = surface_new(SCREEN_ROWS, SCREEN_COLUMNS, TIER_LINES);
	if (settings_load(&w->settings, NULL, "", &err) ||
		database_open(&db, w->fresh, DB_CREATE, NULL, &err) ||
		person_enter(db, "urzad", &person, &err) || demo_fill(db, true, NULL, NULL, &err) ||
		office_load(db, &office, &err))
		fail_msg("%s", err.text);
	office.kind = OFFICE_UNION;
	if (office_save(db, &office, &err))
		fail_msg("%s", err.text);
	db_close(db);
	return 0;
}

static int
tear_down(void **state)
{
	struct walk *w = *state;
	char *end;

	close_program(w);
	for (int i = 0; i < w->count; i++)
		free(w->places[i].text);
	if ((end = strrchr(w->fresh, '/'))) {
		*end = '\0';
		remove_folder(w->fresh);
	}
	surface_free(w->surface);
	settings_free(w->settings);
	free(w);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			every_key_that_a_screen_names_is_one_that_it_does, set_up, tear_down),
	};

	setenv("GROMADA_TEST", "1", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
