/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who can be host of a meeting on its days. */
#include "config.h"

#include "model/meetings/meeting_parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/exchange_parts.h"
#include "model/queries.h"

#include <string.h>

int
meeting_find_host(struct db *db, const struct meeting *m, enum host_found *found, char gone[12],
	struct error *err)
{
	struct stmt *q = db_start(db, Q_MEETING_HOST_SPANS, err);

	*found = HOST_NEVER;
	gone[0] = '\0';
	db_bind_int(q, 1, m->group);
	db_bind_int(q, 2, m->host);
	while (db_next(q)) {
		const char *joined = db_text(q, 0), *left = db_text(q, 1);

		if (*found == HOST_MEMBER)
			continue;
		*found = HOST_GONE;
		if (strncmp(joined, m->ends_at, 10) > 0)
			continue;
		if (!left[0] || strncmp(left, m->starts_at, 10) >= 0)
			*found = HOST_MEMBER;
		else
			text_copy(gone, 12, left);
	}
	return db_end(q);
}

int
meeting_check_host(struct db *db, const struct meeting *m, struct error *err)
{
	enum host_found found;
	char gone[12], shown[24], name[128];

	if (m->host == NO_SLOT)
		return 0;
	if (meeting_find_host(db, m, &found, gone, err) < 0 ||
		exchange_unit_name(db, m->host, name, sizeof(name), err) < 0)
		return -1;
	if (found != HOST_GONE)
		return 0;
	if (gone[0])
		return error_field(err, ERROR_INPUT, MEETING_FIELD_HOST,
			_("%s left the group on %s and cannot be the host after that."), name,
			meeting_day_text(shown, sizeof(shown), gone));
	return error_field(err, ERROR_INPUT, MEETING_FIELD_HOST,
		_("%s joins the group only after %s and cannot be the host yet."), name,
		meeting_day_text(shown, sizeof(shown), m->starts_at));
}
