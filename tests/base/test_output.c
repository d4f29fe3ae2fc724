/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that gromada writes: whole under their name or not at all. */
#include "config.h"

#include "base/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/gromada-output-XXXXXX";
static char path[256];

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int
remove_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

static const char *
in_folder(const char *name)
{
	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static int
files_in_folder(void)
{
	DIR *dir = opendir(folder);
	int count = 0;

	while (readdir(dir))
		count++;
	closedir(dir);
	return count - 2;
}

static void
expect_content(const char *name, const char *text)
{
	char read_back[256] = "";
	FILE *file = fopen(in_folder(name), "rb");

	assert_non_null(file);
	assert_int_equal(fread(read_back, 1, sizeof read_back - 1, file), strlen(text));
	assert_string_equal(read_back, text);
	fclose(file);
}

static void
write_file(const char *name, const char *text)
{
	FILE *file = fopen(in_folder(name), "wb");

	fputs(text, file);
	fclose(file);
}

static void
expect_refusal(const char *name, bool replace, enum error_code code, const char *words)
{
	struct error err = { 0 };
	struct output *o;

	assert_int_equal(output_open(&o, in_folder(name), replace, &err), -1);
	assert_null(o);
	assert_int_equal(err.code, code);
	if (!strstr(err.text, words) || !strstr(err.text, name))
		fail_msg("\"%s\" does not say \"%s\"", err.text, words);
}

static void
a_file_appears_only_when_whole(void **state)
{
	struct error err = { 0 };
	struct output *o;
	struct stat st;

	(void)state;
	assert_int_equal(output_open(&o, in_folder("a.csv"), false, &err), 0);
	output_puts(o, "Łódź;");
	output_printf(o, "%d\n", 12);
	assert_int_equal(access(path, F_OK), -1);
	assert_int_equal(output_commit(o, &err), 0);
	expect_content("a.csv", "Łódź;12\n");
	assert_int_equal(files_in_folder(), 1);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07137, 0);
	unlink(path);
}

static void
what_is_aborted_leaves_nothing(void **state)
{
	struct error err = { 0 };
	struct output *o;

	(void)state;
	assert_int_equal(output_open(&o, in_folder("a.csv"), false, &err), 0);
	output_puts(o, "half");
	output_abort(o);
	output_abort(NULL);
	assert_int_equal(files_in_folder(), 0);
}

static void
an_existing_file_is_replaced_only_when_agreed(void **state)
{
	struct error err = { 0 };
	struct output *o;

	(void)state;
	write_file("a.csv", "old");
	expect_refusal("a.csv", false, ERROR_CONFLICT, "exists already");
	assert_int_equal(output_open(&o, in_folder("a.csv"), true, &err), 0);
	output_puts(o, "new");
	expect_content("a.csv", "old");
	assert_int_equal(output_commit(o, &err), 0);
	expect_content("a.csv", "new");
	assert_int_equal(files_in_folder(), 1);
	unlink(path);
}

static void
a_file_that_appears_meanwhile_stays(void **state)
{
	struct error err = { 0 };
	struct output *o;

	(void)state;
	assert_int_equal(output_open(&o, in_folder("a.csv"), false, &err), 0);
	output_puts(o, "ours");
	write_file("a.csv", "theirs");
	assert_int_equal(output_commit(o, &err), -1);
	assert_int_equal(err.code, ERROR_CONFLICT);
	expect_content("a.csv", "theirs");
	assert_int_equal(files_in_folder(), 1);
	unlink(path);
}

static void
links_folders_and_pipes_are_no_targets(void **state)
{
	(void)state;
	assert_int_equal(symlink("/nowhere", in_folder("link.csv")), 0);
	expect_refusal("link.csv", true, ERROR_INPUT, "link");
	unlink(in_folder("link.csv"));
	assert_int_equal(mkdir(in_folder("inner"), 0700), 0);
	expect_refusal("inner", true, ERROR_INPUT, "folder");
	rmdir(in_folder("inner"));
	assert_int_equal(mkfifo(in_folder("fifo"), 0600), 0);
	expect_refusal("fifo", true, ERROR_INPUT, "device");
	unlink(in_folder("fifo"));
}

static void
a_missing_folder_is_named(void **state)
{
	(void)state;
	expect_refusal("nowhere/a.csv", false, ERROR_MISSING, "no such folder");
	expect_refusal("", false, ERROR_INPUT, "");
}

static void
a_folder_that_may_not_be_written_is_named(void **state)
{
	bool root = geteuid() == 0;

	(void)state;
	assert_int_equal(mkdir(in_folder("inner"), 0500), 0);
	assert_int_equal(chmod(path, 0555), 0);
	assert_int_equal(chmod(folder, 0755), 0);
	if (root) /* root may write everywhere: be nobody for a moment */
		assert_int_equal(seteuid(65534), 0);
	expect_refusal("inner/a.csv", false, ERROR_DENIED, "no right");
	if (root)
		assert_int_equal(seteuid(0), 0);
	assert_int_equal(rmdir(in_folder("inner")), 0);
}

static void
a_full_disk_leaves_the_old_file(void **state)
{
	struct rlimit before, small;
	struct error err = { 0 };
	struct output *o;
	int result;

	(void)state;
	write_file("a.csv", "old");
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = before;
	small.rlim_cur = 100000;
	assert_int_equal(output_open(&o, in_folder("a.csv"), true, &err), 0);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	for (int i = 0; i < 20000; i++)
		output_puts(o, "0123456789");
	assert_true(output_failed(o));
	result = output_commit(o, &err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_int_equal(result, -1);
	assert_int_equal(err.code, ERROR_FULL);
	expect_content("a.csv", "old");
	assert_int_equal(files_in_folder(), 1);
	unlink(path);
}

static void
what_is_settled_can_be_read_before_it_has_its_name(void **state)
{
	struct error err = { 0 };
	struct output *o;
	char text[16] = "";
	FILE *in;

	(void)state;
	assert_int_equal(output_open(&o, in_folder("b.csv"), false, &err), 0);
	output_puts(o, "whole");
	assert_int_equal(output_settle(o), 0);
	in = fopen(output_temporary(o), "r");
	assert_non_null(in);
	assert_int_equal(fread(text, 1, sizeof text - 1, in), 5);
	fclose(in);
	assert_string_equal(text, "whole");
	assert_int_equal(access(in_folder("b.csv"), F_OK), -1);
	output_puts(o, " and more");
	assert_int_equal(output_commit(o, &err), 0);
	expect_content("b.csv", "whole and more");
	unlink(in_folder("b.csv"));
}

/* Standard output on the given file while text is written through the output. */
static int
write_to_standard_output(const char *target, const char *text, struct error *err)
{
	int saved, fd = open(target, O_WRONLY | O_CREAT, 0600);
	struct output *o;
	int result;

	fflush(stdout);
	saved = dup(STDOUT_FILENO);
	dup2(fd, STDOUT_FILENO);
	close(fd);
	result = output_open(&o, "-", false, err);
	output_puts(o, text);
	if (output_temporary(o) || output_commit(o, err) != 0)
		result = -1;
	dup2(saved, STDOUT_FILENO);
	close(saved);
	return result;
}

static void
standard_output_is_checked_too(void **state)
{
	struct error err = { 0 };

	(void)state;
	assert_int_equal(write_to_standard_output(in_folder("out"), "a;b\n", &err), 0);
	expect_content("out", "a;b\n");
	unlink(path);
	assert_int_equal(write_to_standard_output("/dev/full", "a;b\n", &err), -1);
	assert_int_equal(err.code, ERROR_FULL);
	assert_non_null(strstr(err.text, "full"));
}

static void
a_library_may_write_the_temporary_by_name(void **state)
{
	struct error err = { 0 };
	struct output *o;
	FILE *file;

	(void)state;
	assert_int_equal(output_open(&o, in_folder("a.xlsx"), false, &err), 0);
	file = fopen(output_temporary(o), "wb");
	assert_non_null(file);
	fputs("by name", file);
	fclose(file);
	assert_int_equal(output_commit(o, &err), 0);
	expect_content("a.xlsx", "by name");
	unlink(path);
}

static void
memory_holds_everything(void **state)
{
	struct output *o = output_memory();
	struct error err = { 0 };
	size_t length;

	(void)state;
	assert_string_equal(output_text(o, &length), "");
	for (int i = 0; i < 30000; i++)
		output_printf(o, "%05d", i);
	assert_int_equal(strlen(output_text(o, &length)), 150000);
	assert_int_equal(length, 150000);
	output_printf(o, "%0600d", 1);
	output_text(o, &length);
	assert_int_equal(length, 150600);
	assert_int_equal(output_commit(o, &err), 0);
}

/* A folder shared with another system: no hard links, no flags for rename. */
static bool poor_folder;

int
linkat(int from_folder, const char *from, int to_folder, const char *to, int flags)
{
	if (poor_folder) {
		errno = EPERM;
		return -1;
	}
	return (int)syscall(SYS_linkat, from_folder, from, to_folder, to, flags);
}

int
renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
	if (poor_folder && flags) {
		errno = EINVAL;
		return -1;
	}
	return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
}

static void
a_folder_shared_with_another_system_takes_files(void **state)
{
	struct error err = { 0 };
	struct output *o;

	(void)state;
	poor_folder = true;
	assert_int_equal(output_open(&o, in_folder("a.csv"), false, &err), 0);
	output_puts(o, "new");
	assert_int_equal(output_commit(o, &err), 0);
	expect_content("a.csv", "new");
	unlink(path);
	assert_int_equal(output_open(&o, in_folder("a.csv"), false, &err), 0);
	write_file("a.csv", "theirs");
	assert_int_equal(output_commit(o, &err), -1);
	assert_int_equal(err.code, ERROR_CONFLICT);
	expect_content("a.csv", "theirs");
	assert_int_equal(files_in_folder(), 1);
	unlink(path);
	poor_folder = false;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_appears_only_when_whole),
		cmocka_unit_test(what_is_aborted_leaves_nothing),
		cmocka_unit_test(an_existing_file_is_replaced_only_when_agreed),
		cmocka_unit_test(a_file_that_appears_meanwhile_stays),
		cmocka_unit_test(links_folders_and_pipes_are_no_targets),
		cmocka_unit_test(a_missing_folder_is_named),
		cmocka_unit_test(a_folder_that_may_not_be_written_is_named),
		cmocka_unit_test(a_full_disk_leaves_the_old_file),
		cmocka_unit_test(what_is_settled_can_be_read_before_it_has_its_name),
		cmocka_unit_test(standard_output_is_checked_too),
		cmocka_unit_test(a_library_may_write_the_temporary_by_name),
		cmocka_unit_test(memory_holds_everything),
		cmocka_unit_test(a_folder_shared_with_another_system_takes_files),
	};

	return cmocka_run_group_tests_name("output", tests, make_folder, remove_folder);
}
