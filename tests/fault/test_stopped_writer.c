/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A writer that stands still, or dies, in the middle of a write hangs nobody. */
#include "config.h"

#include "colleague.h"
#include "model/office.h"

/* While the writer stands: reading shows the former state or says in words that it must wait,
 * saving says so. */
static void
nobody_hangs(struct db *db, const char *old_text, int *waits)
{
	struct error err = { .code = ERROR_NONE };
	char *text = NULL;
	int result = db_read_begin(db, &err);

	if (result == 0) {
		text = state_text(db, &err);
		db_read_end(db);
	}
	if (text) {
		error_clear(&err);
		assert_done(state_same(text, old_text, &err), err);
		free(text);
	} else {
		assert_code(err, ERROR_BUSY);
		(*waits)++;
	}
	error_clear(&err);
	assert_int_equal(preference_save(db, 1, "last_indicator", "OS01", &err), -1);
	assert_code(err, ERROR_BUSY);
	assert_true(strlen(err.text) > 20);
	assert_true(db_idle(db));
}

static int
stop_everywhere(const struct work *w, int variant, int *waits)
{
	struct error err = { .code = ERROR_NONE };
	int stops = 0, status;

	for (long at = 1;; at += 1 + at / 3) {
		struct db *db = prepared(w->name);
		char *old_text = state_text(db, &err);
		pid_t pid = colleague(w->run, variant, at);

		assert_done(old_text ? 0 : -1, err);
		assert_int_equal(waitpid(pid, &status, WUNTRACED), pid);
		if (!WIFSTOPPED(status)) {
			assert_int_equal(status, 0);
			free(old_text);
			db_close(db);
			return stops;
		}
		stops++;
		db->busy_limit = 3;
		nobody_hangs(db, old_text, waits);
		free(old_text);
		kill(pid, SIGCONT);
		finish(pid);
		db->busy_limit = 10000;
		assert_done(preference_save(db, 1, "last_indicator", "OS01", &err), err);
		check_and_close(db);
		assert_done(work_verify(w, 0,
			&(const struct work_result){ .acknowledged = true }, &err), err);
	}
}

static void
a_writer_that_stands_still_hangs_nobody(void **state)
{
	int waits = 0;

	(void)state;
	assert_true(stop_everywhere(work_named("a_card_is_saved_or_as_before"), 0, &waits) > 3);
	assert_true(stop_everywhere(work_named("a_first_register_is_whole_or_absent"), 1,
		&waits) > 5);
	assert_true(stop_everywhere(work_named("own_values_are_taken_back_or_stay"), 0,
		&waits) > 3);
	assert_true(waits > 0);
}

static void
a_writer_killed_while_it_stood_leaves_the_former_state(void **state)
{
	const struct work *w = work_named("a_first_register_is_whole_or_absent");
	struct error err = { .code = ERROR_NONE };

	(void)state;
	for (long at = 2; at < 12; at += 3) {
		struct db *db = prepared(w->name);
		pid_t pid = colleague(w->run, 1, at);
		int status;

		assert_int_equal(waitpid(pid, &status, WUNTRACED), pid);
		assert_true(WIFSTOPPED(status));
		kill(pid, SIGKILL);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		/* The one who has it open goes on. */
		assert_done(preference_save(db, 1, "last_indicator", "OS01", &err), err);
		check_and_close(db);
		assert_done(work_verify(w, 0,
			&(const struct work_result){ .killed = true }, &err), err);
	}
}

struct waiting {
	int asked;
	pid_t pid;
};

static int
on_waiting(void *context, int waited_ms)
{
	struct waiting *w = context;

	assert_true(waited_ms >= 0);
	return ++w->asked == 2;
}

static void
a_person_may_give_up_waiting_for_a_writer_that_stands_still(void **state)
{
	struct waiting waiting = { .asked = 0 };
	struct db *db = prepared("a_card_is_saved_or_as_before");
	struct error err = { .code = ERROR_NONE };
	pid_t pid = colleague(work_named("a_card_is_saved_or_as_before")->run, 0, 2);
	int status;

	(void)state;
	assert_int_equal(waitpid(pid, &status, WUNTRACED), pid);
	db->wait = (struct db_wait){ on_waiting, &waiting };
	db->busy_tell = 2;
	assert_int_equal(preference_save(db, 1, "last_indicator", "OS01", &err), -1);
	assert_code(err, ERROR_CANCEL);
	assert_true(strlen(err.text) > 20);
	assert_int_equal(waiting.asked, 2);
	kill(pid, SIGCONT);
	finish(pid);
	check_and_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_writer_that_stands_still_hangs_nobody),
		TEST(a_writer_killed_while_it_stood_leaves_the_former_state),
		TEST(a_person_may_give_up_waiting_for_a_writer_that_stands_still),
	};

	faultvfs_install();
	return cmocka_run_group_tests_name("writers that stand still", tests, NULL, remove_folder);
}
