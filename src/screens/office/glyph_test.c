/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three samples side by side; keys are noted as they come. */
#include "config.h"

#include "screens/office/glyph_test.h"

#include "base/i18n.h"

#include <string.h>

struct sample {
	const char *setting, *label;
	const char *rows[4];
};

static const struct sample samples[] = {
	{ "lines", N_("lines (usual)"),
		{ "┌────────┐",
			"│  Łódź  │",
			"│ ░▒█ ●■ │",
			"└────────┘" } },
	{ "half", N_("half blocks too"),
		{ "┌────────┐",
			"│  Łódź  │",
			"│ ▄▀▌ ▓█ │",
			"└────────┘" } },
	{ "ascii", N_("plain signs"),
		{ "+--------+", "|  Łódź  |", "| #=- *+ |", "+--------+" } },
};

enum { SAMPLES = 3, SAMPLE_COLUMNS = 22 };

void
glyph_test_start(struct glyph_test *t, const struct settings *settings)
{
	const char *now = settings_text(settings, SETTING_GLYPHS);

	*t = (struct glyph_test){ 0 };
	for (int i = 0; i < SAMPLES; i++)
		if (now && strcmp(samples[i].setting, now) == 0)
			t->selected = i;
}

static bool
step(struct glyph_test *t, int by)
{
	if (t->selected + by >= 0 && t->selected + by < SAMPLES)
		t->selected += by;
	return true;
}

bool
glyph_test_key(struct glyph_test *t, const struct event *event)
{
	int key = event->key;

	if (key == KEYS_F(1))
		return t->seen_f1 = true;
	if (key == KEYS_F(10))
		return t->seen_f10 = true;
	if (key == KEYS_LEFT || key == KEYS_UP)
		return step(t, -1);
	if (key == KEYS_RIGHT || key == KEYS_DOWN || key == KEYS_TAB)
		return step(t, 1);
	if (key >= '1' && key <= '0' + SAMPLES)
		t->selected = key - '1';
	else if (key != KEYS_ENTER && key != KEYS_F(2))
		return false;
	t->answered = t->selected + 1;
	return true;
}

bool
glyph_test_answered(const struct glyph_test *t)
{
	return t->answered > 0;
}

const char *
glyph_test_answer(const struct glyph_test *t)
{
	return samples[t->selected].setting;
}

static void
draw_key(struct canvas *c, int row, const char *key, bool seen)
{
	canvas_printf(c, row, 0, 5, ROLE_LABEL, "%s", key);
	canvas_text(c, row, 5, -1, seen ? ROLE_GOOD : ROLE_HINT,
		seen ? _("works") : _("press it now, to see whether it gets through"));
}

void
glyph_test_draw(struct glyph_test *t, struct canvas *c)
{
	int cursor = 0;

	for (int i = 0; i < SAMPLES; i++) {
		int column = i * SAMPLE_COLUMNS;

		for (int row = 0; row < 4; row++)
			canvas_text(c, row, column + 3, -1, ROLE_TEXT, samples[i].rows[row]);
		canvas_printf(c, 5, column, 3, ROLE_TITLE, "%d", i + 1);
		canvas_text(c, 5, column + 3, SAMPLE_COLUMNS - 4,
			i == t->selected ? ROLE_SELECTED : ROLE_TEXT, _(samples[i].label));
		if (i == t->selected)
			cursor = column + 3;
	}
	draw_key(c, 7, "F1", t->seen_f1);
	draw_key(c, 8, "F10", t->seen_f10);
	canvas_text(c, 10, 0, -1, ROLE_TEXT,
		_("A key that does not get through is taken by your terminal; use"));
	canvas_text(c, 11, 0, -1, ROLE_TEXT,
		_("Esc and its digit instead: Esc 1 for F1, Esc 0 for F10."));
	canvas_cursor(c, 5, cursor);
}
