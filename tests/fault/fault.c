/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loops over all points of failure. */
#include "config.h"

#include "fault.h"

#include "../store/files.h"
#include "faultvfs.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
	long points, kills; /* done */
	int failures;
} total;

static long
effort(const char *name, long fallback)
{
	const char *text = getenv(name);

	return text && *text ? strtol(text, NULL, 10) : fallback;
}

/* ---- one point ---- */

struct point {
	const struct fault_scenario *scenario;
	enum fault_kind kind;
	long at;
	bool forever;
	int variant;
};

static int
blame(const struct point *p, const char *stage, const struct error *err)
{
	static const char *const kinds[] = { "no fault", "error", "full", "kill" };

	printf("# %s, variant %d, %s%s at operation %ld: %s: %s\n", p->scenario->name, p->variant,
		kinds[p->kind], p->forever ? " for ever" : "", p->at, stage, err->text);
	total.failures++;
	return -1;
}

static int
prepare(const struct point *p)
{
	struct error err = { .code = ERROR_NONE };

	faultvfs_plan(FAULT_NONE, 0, false);
	fixture_empty();
	return p->scenario->prepare(p->variant, &err) ? blame(p, "prepare", &err) : 0;
}

static int
verify(const struct point *p, bool acknowledged, bool killed)
{
	const struct fault_outcome outcome = { acknowledged, killed, p->kind != FAULT_NONE,
		p->variant };
	struct error err = { .code = ERROR_NONE };

	faultvfs_plan(FAULT_NONE, 0, false);
	return p->scenario->verify(&outcome, &err) ? blame(p, "verify", &err) : 0;
}

/* *over: the work was done before the fault could strike. */
static int
run_point(const struct point *p, bool *over)
{
	struct error err = { .code = ERROR_NONE };
	int result;

	if (prepare(p))
		return -1;
	faultvfs_plan(p->kind, p->at, p->forever);
	result = p->scenario->act(p->variant, &err);
	*over = !faultvfs_hit();
	if (result && !err.text[0])
		return blame(p, "act", &(const struct error){ .text = "failed without a word" });
	if (result && *over)
		return blame(p, "act", &err);
	return verify(p, result == 0, false);
}

/* The same in a child that dies there. */
static int
kill_point(const struct point *p, bool *over)
{
	struct error err = { .code = ERROR_NONE };
	int status;
	pid_t pid;

	if (prepare(p))
		return -1;
	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		faultvfs_plan(FAULT_KILL, p->at, false);
		_exit(p->scenario->act(p->variant, &err) ? 1 : 0);
	}
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		return blame(p, "fork", &err);
	*over = WIFEXITED(status);
	if (*over && WEXITSTATUS(status))
		return blame(p, "act", &(const struct error){ .text = "failed without a fault" });
	return verify(p, *over, !*over);
}

/* ---- all points of a scenario ---- */

typedef int point_function(const struct point *p, bool *over);

/* Operations of the work when nothing fails; -1 when it goes wrong even then. */
static long
operations(const struct fault_scenario *scenario, int variant)
{
	const struct point p = { scenario, FAULT_NONE, 0, false, variant };
	struct error err = { .code = ERROR_NONE };
	long count;

	if (prepare(&p))
		return -1;
	faultvfs_plan(FAULT_NONE, 0, false);
	if (scenario->act(variant, &err))
		return blame(&p, "act", &err);
	count = faultvfs_count();
	return verify(&p, true, false) ? -1 : count;
}

/* From the first operation until the work is done before the fault strikes; a small budget
 * takes every second, third … operation. */
static long
run_all(struct point p, point_function *run, long budget)
{
	long step, done = 0, count = operations(p.scenario, p.variant);
	bool over = false;

	if (count < 0)
		return -1;
	step = 1 + count / (budget > 0 ? budget : 1);
	for (p.at = 1; !over && done < budget; p.at += step) {
		if (run(&p, &over))
			return -1;
		done++;
	}
	return done;
}

/* Round after round with other variants until the budget is spent. */
static int
run_faults(const struct fault_scenario *scenario, long budget)
{
	static const struct {
		enum fault_kind kind;
		bool forever;
	} ways[] = { { FAULT_ERROR, false }, { FAULT_ERROR, true }, { FAULT_FULL, false },
		{ FAULT_FULL, true } };
	long done = 0;

	for (int round = 0; done < budget; round++) {
		const struct point p = { scenario, ways[round % 4].kind, 1, ways[round % 4].forever,
			round / 4 };
		/* Each of the four ways must have its share of a small budget. */
		long left = budget - done, share = round < 4 ? left / (4 - round) : left;
		long count = run_all(p, run_point, share > 0 ? share : left);

		if (count < 0)
			return -1;
		done += count;
	}
	total.points += done;
	return 0;
}

static int
run_kills(const struct fault_scenario *scenario, long budget)
{
	long done = 0;

	for (int variant = 0; done < budget; variant++) {
		const struct point p = { scenario, FAULT_KILL, 1, false, variant };
		long count = run_all(p, kill_point, budget - done);

		if (count < 0)
			return -1;
		done += count;
	}
	total.kills += done;
	return 0;
}

/* ---- the ledger ---- */

/* Writes until it dies; each number goes to the parent after it was saved. */
static void write_ledger(const struct fault_ledger *ledger, long from, long at, int pipe_end)
	__attribute__((noreturn));

static void
write_ledger(const struct fault_ledger *ledger, long from, long at, int pipe_end)
{
	struct error err = { .code = ERROR_NONE };

	if (ledger->begin(&err))
		_exit(2);
	faultvfs_plan(FAULT_KILL, at, false);
	for (long number = from;; number++)
		if (ledger->step(number, &err) ||
			write(pipe_end, &number, sizeof(number)) != sizeof(number))
			_exit(3);
}

static int
ledger_failed(const char *name, const char *what, const struct error *err)
{
	printf("# %s: %s: %s\n", name, what, err->text);
	total.failures++;
	return -1;
}

/* One life of the writer: *known is what it acknowledged, then what is in the file. */
static int
ledger_life(const struct fault_ledger *ledger, long at, long *known)
{
	struct error err = { .code = ERROR_NONE };
	long number, acknowledged = *known;
	int ends[2], status;
	pid_t pid;

	fflush(stdout);
	if (pipe(ends))
		return ledger_failed(ledger->name, "pipe", &err);
	pid = fork();
	if (pid == 0)
		write_ledger(ledger, *known + 1, at, ends[1]);
	close(ends[1]);
	while (read(ends[0], &number, sizeof(number)) == sizeof(number))
		acknowledged = number;
	close(ends[0]);
	if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFSIGNALED(status))
		return ledger_failed(ledger->name, "the writer ended by itself", &err);
	if (ledger->begin(&err) || ledger->count(known, &err)) {
		ledger->end();
		return ledger_failed(ledger->name, "reopening", &err);
	}
	ledger->end();
	if (*known != acknowledged && *known != acknowledged + 1) {
		printf("# acknowledged %ld, in the file %ld\n", acknowledged, *known);
		return ledger_failed(ledger->name, "an acknowledged write is lost", &err);
	}
	return 0;
}

static int
run_ledger(const struct fault_ledger *ledger, long kills)
{
	struct error err = { .code = ERROR_NONE };
	uint64_t random = 20261122;
	long known = 0;

	faultvfs_plan(FAULT_NONE, 0, false);
	fixture_empty();
	if (ledger->prepare(&err))
		return ledger_failed(ledger->name, "prepare", &err);
	for (long i = 0; i < kills; i++) {
		random = random * 6364136223846793005u + 1442695040888963407u; /* Knuth, MMIX */
		if (ledger_life(ledger, 1 + (long)((random >> 33) % 97), &known))
			return -1;
	}
	total.kills += kills;
	return 0;
}

/* ---- the program ---- */

static void report(bool good, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void
report(bool good, const char *fmt, ...)
{
	static int number;
	va_list values;

	printf("%s %d - ", good ? "ok" : "not ok", ++number);
	va_start(values, fmt);
	vprintf(fmt, values);
	va_end(values);
	putchar('\n');
	fflush(stdout);
}

int
fault_main(const char *group, const struct fault_scenario *list, size_t count,
	const struct fault_ledger *ledger)
{
	long points = effort("FAULT_POINTS", 60 * (long)count),
	     kills = effort("FAULT_KILLS", 12 * (long)count);
	/* The ledger takes half of the kills. */
	long each = ledger ? kills / 2 / (long)count : kills / (long)count;

	faultvfs_install();
	printf("1..%zu\n", (points ? count : 0) + (kills ? count : 0) + (kills && ledger ? 1 : 0));
	for (size_t i = 0; i < count; i++) {
		if (points)
			report(!run_faults(&list[i], points / (long)count),
				"%s_when_the_disk_fails", list[i].name);
		if (kills)
			report(!run_kills(&list[i], each), "%s_when_the_program_is_killed",
				list[i].name);
	}
	if (kills && ledger)
		report(!run_ledger(ledger, kills - each * (long)count), "%s", ledger->name);
	printf("# %s: %ld points of failure, %ld kills, %d failures\n", group, total.points,
		total.kills, total.failures);
	fixture_clean();
	return total.failures ? 1 : 0;
}
