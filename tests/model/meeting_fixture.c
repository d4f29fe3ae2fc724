/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group with members and people, put in by hand. */
#include "meeting_fixture.h"

#include "base/text.h"
#include "store/internal.h"

void
meeting_fixture_sql(struct meeting_fixture *f, const char *sql)
{
	char *why = NULL;

	if (sqlite3_exec(f->db->handle, sql, NULL, NULL, &why) != SQLITE_OK) {
		print_message("# %s\n", why);
		fail();
	}
}

int64_t
meeting_fixture_number(struct meeting_fixture *f, const char *sql)
{
	sqlite3_stmt *q;
	int64_t number;

	assert_int_equal(sqlite3_prepare_v2(f->db->handle, sql, -1, &q, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	number = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	return number;
}

static void
add_members(struct meeting_fixture *f)
{
	static const char *const codes[] = { "0201011", "0201032", "0201043", "0265011" };
	char sql[512];

	for (int i = 0; i < 4; i++) {
		f->slots[i] = fixture_slot(f->db, codes[i]);
		snprintf(sql, sizeof(sql),
			"INSERT INTO exchange_member (group_id, slot, joined_on, left_on, "
			"host_order) "
			"VALUES (1, %d, '2026-01-01', %s, %d);"
			"INSERT INTO contact (id, uid, name, slot, post) VALUES "
			"(%d, printf('%%032d', %d), 'Osoba %c', %d, 'sekretarz');"
			"INSERT INTO exchange_person (group_id, contact_id, part) VALUES "
			"(1, %d, 'leader');",
			f->slots[i], i == 1 ? "'2026-09-30'" : "NULL", i + 1, i + 1, i + 1, 'A' + i,
			f->slots[i], i + 1);
		meeting_fixture_sql(f, sql);
	}
}

void
meeting_fixture_start(struct meeting_fixture *f)
{
	*f = (struct meeting_fixture){ .group = 1 };
	f->db = fixture_database();
	meeting_fixture_sql(f,
		"INSERT INTO contact (id, uid, name, organisation) VALUES "
		"(10, printf('%032d', 10), 'moderator', 'Związek'),"
		"(11, printf('%032d', 11), 'ekspert oświaty', 'Uczelnia');"
		"INSERT INTO exchange_group (id, uid, code, name, kind, starts_on, ends_on, "
		"moderator_id, case_mark) VALUES (1, printf('%032d', 1), 'GWD-1', 'Oświata w "
		"miastach', "
		"'gwd', '2026-01-01', '2027-12-31', 10, 'ZMP.071.1.2026');"
		"INSERT INTO exchange_group_stage (group_id, position, name, from_on, to_on, days) "
		"SELECT 1, position, name, '2026-01-01', '2027-12-31', days FROM stage "
		"WHERE kind = 'gwd';"
		"INSERT INTO exchange_group_stage_item (group_id, stage, position, title, speaker, "
		"minutes) SELECT 1, stage, position, title, speaker, minutes FROM stage_item "
		"WHERE kind = 'gwd';"
		"INSERT INTO exchange_person (group_id, contact_id, part, field) VALUES "
		"(1, 11, 'expert', 'oświata');");
	add_members(f);
}

void
meeting_fixture_end(struct meeting_fixture *f)
{
	arena_release(&f->arena);
	db_close(f->db);
}

struct meeting
meeting_fixture_meeting(struct meeting_fixture *f)
{
	struct meeting m = { .group = f->group, .host = f->slots[0], .stage = 1 };

	text_copy(m.starts_at, sizeof(m.starts_at), "2026-01-30T10:00");
	text_copy(m.ends_at, sizeof(m.ends_at), "2026-01-30T15:00");
	text_copy(m.place, sizeof(m.place), "Ratusz, sala 12");
	text_copy(m.title, sizeof(m.title), "Spotkanie inauguracyjne");
	assert_done(meeting_save(f->db, &m, &f->err), f->err);
	return m;
}
