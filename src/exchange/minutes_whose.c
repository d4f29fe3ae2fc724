/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of which meeting a document of a word processor is: what the program wrote beside the text comes
 * back with it (ECMA-376 part 1, 22.3). */
#include "config.h"

#include "exchange/minutes_docx.h"
#include "exchange/minutes_file.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/input.h"
#include "base/text.h"
#include "base/xml.h"
#include "model/meetings/meeting.h"
#include "model/minutes/minutes.h"

#include <string.h>

struct property {
	bool ours; /* what ends now belongs to it */
	char *uid;
	size_t size;
};

static int
on_start(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct property *p = context;
	const char *called = docx_attribute(attributes, "name");

	(void)line, (void)err;
	if (strcmp(name, "property") == 0)
		p->ours = called && strcmp(called, MINUTES_PROPERTY) == 0;
	return 0;
}

static int
on_end(void *context, const char *name, const char *text, long line, struct error *err)
{
	struct property *p = context;

	(void)line, (void)err;
	if (p->ours && strcmp(name, "lpwstr") == 0)
		text_copy(p->uid, p->size, text);
	return 0;
}

/* What cannot be read says nothing: the text counts. */
void
docx_whose(struct unzip *zip, char *uid, size_t size)
{
	static const struct xml_handler handler = { .start = on_start, .end = on_end };
	struct property p = { .uid = uid, .size = size };
	int entry = unzip_find(zip, "docProps/custom.xml");
	struct error ignored = { 0 };
	struct input *in;

	uid[0] = '\0';
	if (entry < 0 || unzip_entry_size(zip, entry) > DOCX_MAX_PART ||
		input_open_entry(&in, zip, entry, ENCODING_UTF8, &ignored))
		return;
	input_skip_sha256(in);
	if (xml_read(in, &handler, &p, &ignored) || text_forbidden(uid, strlen(uid)) != strlen(uid))
		uid[0] = '\0';
	input_close(in);
}

static const char *
told(const struct meeting *m, struct arena *arena)
{
	return arena_format(arena, _("meeting %d of the group %s on %s"), m->number, m->group_code,
		date_shown(arena, arena_format(arena, "%.10s", m->starts_at)));
}

int
minutes_file_of_another(struct db *db, const struct minutes_file *file, const char *name,
	int64_t meeting, struct arena *arena, const char **sentence, struct error *err)
{
	struct meeting here, whose;
	int64_t id = 0;

	*sentence = "";
	if (meeting_load(db, meeting, &here, err))
		return -1;
	if (!file->meeting[0] || strcmp(file->meeting, here.uid) == 0)
		return 0;
	if (meeting_by_uid(db, file->meeting, &id, err) ||
		(id && meeting_load(db, id, &whose, err)))
		return -1;
	*sentence = arena_format(arena,
		_("%s holds the minutes of another meeting (%s); here are those of: %s."), name,
		id ? told(&whose, arena) : _("one that is not in this database"),
		told(&here, arena));
	return 0;
}
