/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program on a terminal, killed in the middle of keying, against a ledger: what was painted
 * as answered is on disk, nothing stands there that was not keyed, and the form opens again where
 * it stopped. keying_kills PROGRAM DATABASE FIRST-NUMBER KILLS; TAP on stdout. */
#include "config.h"

#include "tests/screen/session.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { QUESTIONS = 60, BURST = 6 };

static const char *program, *database;
static long form;       /* that is being keyed */
static int acked, sent; /* answers painted, answers typed */
static bool finishing;  /* the Enter that ends the form was typed */
static long finished;   /* forms */

static int
some(int below)
{
	static uint64_t random = 20261122;

	random = random * 6364136223846793005u + 1442695040888963407u; /* Knuth, MMIX */
	return (int)((random >> 33) % (uint64_t)below);
}

static void fail(const char *fmt, ...) __attribute__((format(printf, 1, 2), noreturn));

static void
fail(const char *fmt, ...)
{
	va_list args;

	printf("not ok 1 - nothing_acknowledged_is_lost_when_keying_is_killed\n# form %ld: ", form);
	va_start(args, fmt);
	vprintf(fmt, args);
	va_end(args);
	printf("\n1..1\n");
	exit(1);
}

static char
code_of(long number, int question)
{
	return (char)('1' + (number * 7 + question * 3 + question / 5) % 5);
}

static void
press(struct session *s, const char *keys)
{
	session_send(s, keys, strlen(keys));
	if (!session_idle(s))
		fail("the program did not come to rest after %d answers", sent);
}

static struct session *
start(void)
{
	char share[4096], home[4096], path[4096], *environment[] = { share, home, path,
		(char *)"GROMADA_TEST=1", (char *)"TERM=xterm-256color", (char *)"LC_ALL=C.UTF-8",
		NULL };
	char *argv[] = { (char *)program, (char *)"--language", (char *)"en", (char *)"--database",
		(char *)database, NULL };
	struct session *s;

	snprintf(share, sizeof share, "GROMADA_SHARE=%s", getenv("GROMADA_SHARE"));
	snprintf(home, sizeof home, "HOME=%s", getenv("HOME"));
	snprintf(path, sizeof path, "PATH=%s", getenv("PATH"));
	s = session_start(argv, environment, 80, 24);
	if (!session_idle(s))
		fail("the program did not start");
	press(s, "3");
	press(s, "1");
	press(s, "\r");
	press(s, "\r");
	return s;
}

/* One number of the database, -1 = none. */
static long
ask(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *q;
	long value = -1;

	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK)
		fail("%s", sqlite3_errmsg(db));
	sqlite3_bind_int64(q, 1, form);
	if (sqlite3_step(q) == SQLITE_ROW && sqlite3_column_type(q, 0) != SQLITE_NULL)
		value = (long)sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	return value;
}

/* Reads what is there; the ledger goes on from it. */
static void
look(void)
{
	sqlite3 *db;
	long there, wrong, at, keyed;

	if (sqlite3_open(database, &db) != SQLITE_OK)
		fail("%s", sqlite3_errmsg(db));
	sqlite3_busy_timeout(db, 5000);
	keyed = ask(db, "SELECT state = 'keyed' FROM form WHERE number = ?1");
	there = ask(db, "SELECT count(*) FROM answer a JOIN form f ON f.id = a.form_id AND "
		"f.number = ?1");
	wrong = ask(db, "SELECT count(*) FROM answer a JOIN form f ON f.id = a.form_id AND "
		"f.number = ?1 JOIN question q ON q.id = a.question_id WHERE a.value <> 1 + (f.number "
		"* 7 + (q.position - 1) * 3 + (q.position - 1) / 5) % 5");
	at = ask(db, "SELECT q.position FROM reading r JOIN form f ON f.id = r.form_id AND "
		"f.number = ?1 LEFT JOIN question q ON q.id = r.at_question");
	if (wrong)
		fail("%ld answers are not those that were keyed", wrong);
	if (there < acked || there > sent)
		fail("%ld answers on disk, %d painted, %d typed", there, acked, sent);
	if (keyed && !finishing)
		fail("finished without being asked to");
	if (!keyed && there && there < QUESTIONS && at != there + 1)
		fail("opens at question %ld after %ld answers", at, there);
	sqlite3_close(db);
	acked = sent = (int)there;
	if (keyed == 1) {
		finished++;
		form++;
		acked = sent = 0;
	}
	finishing = false;
}

/* Some answers one by one, then a burst that nobody waits for. */
static void
key_until_killed(struct session *s)
{
	const struct timespec pause = { 0, some(6000) * 1000L };
	char burst[BURST + 2] = "";
	int single = some(8), more = 1 + some(BURST), n = 0;

	for (int i = 0; i < single && sent < QUESTIONS; i++) {
		char key[2] = { code_of(form, sent), 0 };

		sent++;
		press(s, key);
		acked = sent;
	}
	while (n < more && sent < QUESTIONS)
		burst[n++] = code_of(form, sent++);
	if (n < more) {
		burst[n++] = '\r';
		finishing = true;
	}
	session_send(s, burst, (size_t)n);
	nanosleep(&pause, NULL);
	kill(session_pid(s), SIGKILL);
}

int
main(int argc, char **argv)
{
	int kills = argc == 5 ? atoi(argv[4]) : 0;

	if (!kills) {
		fprintf(stderr, "usage: keying_kills PROGRAM DATABASE FIRST-NUMBER KILLS\n");
		return 2;
	}
	program = argv[1];
	database = argv[2];
	form = atol(argv[3]);
	for (int i = 0; i < kills; i++) {
		struct session *s = start();
		char number[32];

		snprintf(number, sizeof number, "%ld", form);
		press(s, number);
		press(s, "\r");
		key_until_killed(s);
		session_end(s);
		look();
	}
	printf("# %d kills, %ld forms finished\n", kills, finished);
	printf("ok 1 - nothing_acknowledged_is_lost_when_keying_is_killed\n1..1\n");
	return 0;
}
