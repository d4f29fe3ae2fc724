/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of a form as they are read: beside a colleague's, and whole where another office keeps
 * them. */
#include "config.h"

#include "screens/frame/card_form_show.h"

#include "base/i18n.h"
#include "base/text.h"
#include "tui/pager.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TITLE = 160 };

const char *
card_form_shown(const struct field *f, const void *values)
{
	const char *at = (const char *)values + f->offset;
	int number, i = 0;

	if (f->kind != FIELD_CHOICE && f->kind != FIELD_YES_NO)
		return at;
	memcpy(&number, at, sizeof number);
	if (f->kind == FIELD_YES_NO)
		return number ? _("yes") : _("no");
	while (f->choices[i] && i < number)
		i++;
	return f->choices[i] ? _(f->choices[i]) : "";
}

bool
card_form_same(const struct card_form_kind *kind, int i, const void *a, const void *b)
{
	const char *x = card_form_shown(&kind->fields[i], a);
	const char *y = card_form_shown(&kind->fields[i], b);

	return strcmp(x, y) == 0 || (kind->same && kind->same(i, x, y));
}

void
card_form_take(const struct field *f, void *to, const void *from)
{
	bool choice = f->kind == FIELD_CHOICE || f->kind == FIELD_YES_NO;

	memcpy((char *)to + f->offset, (const char *)from + f->offset,
		choice ? sizeof(int) : f->size);
	if (f->kind == FIELD_LOOKUP && f->key_size)
		memcpy((char *)to + f->key_offset, (const char *)from + f->key_offset, f->key_size);
}

/* Lines of several, one under the other; what is empty is left out. */
static void
put_field(FILE *out, const struct field *f, const void *values)
{
	const char *text;

	if (f->kind == FIELD_NOTE) {
		fprintf(out, "\n%s\n", _(f->label));
		return;
	}
	text = card_form_shown(f, values);
	if (!text[0])
		return;
	fprintf(out, strchr(text, '\n') ? "%s:\n%s\n" : "%s: %s\n", _(f->label), text);
}

static void
show(struct screens *s, const struct card_form_kind *kind, const struct card_form_of *of,
	const void *values, const char *whose)
{
	char *text = NULL, title[TITLE] = "";
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return;
	fprintf(out, "%s\n\n", whose);
	for (int i = 0; i < kind->count; i++)
		put_field(out, &kind->fields[i], values);
	kind->title(of, values, title, sizeof title);
	if (fclose(out) == 0)
		pager_open(s, title, text, true);
	free(text);
}

char *
card_form_help(const struct card_form_kind *kind)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return NULL;
	fprintf(out, "%s\n", _("WHAT THE FIELDS MEAN (* must be filled in)"));
	for (int i = 0; i < kind->count; i++) {
		const struct field *f = &kind->fields[i];

		if (f->kind == FIELD_NOTE)
			fprintf(out, "\n%s\n", _(f->label));
		else if (f->help)
			fprintf(out, "  %s%s: %s\n", _(f->label), f->required ? " *" : "",
				_(f->help));
	}
	if (fclose(out) == 0)
		return text;
	free(text);
	return NULL;
}

bool
card_form_show_foreign(
	struct screens *s, const struct card_form_kind *kind, int64_t id, int64_t parent)
{
	struct card_form_of of = { .id = id, .parent = parent };
	struct app *app = app_of(s);
	struct arena arena = { 0 };
	struct error whose = { 0 }, ignored = { 0 };
	void *values = arena_new(&arena, kind->size);
	bool foreign = id && kind->read(app, &of, values, &ignored) == 0 &&
		       owner_check(app->db, of.owner, &whose) < 0;

	if (foreign)
		show(s, kind, &of, values, whose.text);
	arena_release(&arena);
	return foreign;
}
