/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arenas and the allocator below them. */
#include "config.h"

#include "base/arena.h"
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#define SANITIZED __has_feature(address_sanitizer)
#else
#define SANITIZED 0
#endif

static void
memory_comes_zeroed_and_aligned(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (size_t size = 1; size < 40000; size = size * 3 + 1) {
		unsigned char *p = arena_new(&arena, size);

		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xff, size);
	}
	arena_release(&arena);
	assert_null(arena.first);
}

static void
strings_stay_where_they_are(void **state)
{
	struct arena arena = { 0 };
	const char *kept[500];
	char text[32];

	(void)state;
	for (int i = 0; i < 500; i++) {
		snprintf(text, sizeof(text), "gmina %d", i);
		kept[i] = i % 2 ? arena_string(&arena, text) : arena_format(&arena, "gmina %d", i);
	}
	for (int i = 0; i < 500; i++) {
		snprintf(text, sizeof(text), "gmina %d", i);
		assert_string_equal(kept[i], text);
	}
	assert_string_equal(arena_string(&arena, ""), "");
	arena_release(&arena);
}

static void
a_growing_array_keeps_its_items(void **state)
{
	struct arena arena = { 0 };
	size_t capacity = 0;
	int *items = NULL;

	(void)state;
	for (size_t i = 0; i < 3000; i++) {
		items = arena_grow(&arena, items, i, &capacity, sizeof(*items));
		assert_true(capacity > i);
		items[i] = (int)i;
	}
	for (size_t i = 0; i < 3000; i++)
		assert_int_equal(items[i], i);
	arena_release(&arena);
}

static void
a_released_arena_may_be_used_again(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (int round = 0; round < 3; round++) {
		assert_string_equal(arena_string(&arena, "Łódź"), "Łódź");
		arena_release(&arena);
	}
	arena_release(&arena);
}

static void
a_cleared_arena_gives_zeroed_memory_from_the_block_it_kept(void **state)
{
	static const size_t sizes[] = { 1, 100, 5000, 100000, 16384, 20000, 3 };
	struct arena arena = { 0 };
	unsigned char *before = NULL;

	(void)state;
	arena_clear(&arena);
	for (int turn = 0; turn < 50; turn++) {
		unsigned char *p = arena_new(&arena, 64);

		if (turn > 0)
			assert_ptr_equal(p, before);
		for (int i = 0; i <= turn % 7; i++) {
			p = arena_new(&arena, sizes[i]);
			for (size_t k = 0; k < sizes[i]; k++)
				assert_int_equal(p[k], 0);
			memset(p, 0xff, sizes[i]);
		}
		arena_clear(&arena);
		before = arena_new(&arena, 64);
		arena_clear(&arena);
	}
	assert_non_null(before);
	arena_release(&arena);
	assert_null(arena.first);
}

static void
a_block_grows_and_keeps_its_bytes(void **state)
{
	size_t capacity = 0;
	char *block = memory_grow(NULL, &capacity, 3, 1);

	(void)state;
	assert_true(capacity >= 3);
	strcpy(block, "ab");
	block = memory_grow(block, &capacity, 100000, 1);
	assert_true(capacity >= 100000);
	assert_string_equal(block, "ab");
	free(block);
	free(memory_new(0));
}

static void
say_goodbye(void)
{
	ssize_t written = write(1, "terminal restored", 17);

	(void)written;
}

/* Runs use in a child; returns its exit code and what it wrote. */
static int
run_dying(void (*use)(void), char *words, size_t size)
{
	int ends[2], status;
	ssize_t got, used = 0;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		dup2(ends[1], 1);
		dup2(ends[1], 2);
		close(ends[0]);
		memory_set_last_words(say_goodbye);
		use();
		_exit(0);
	}
	close(ends[1]);
	while ((got = read(ends[0], words + used, size - 1 - (size_t)used)) > 0)
		used += got;
	words[used] = '\0';
	close(ends[0]);
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
ask_too_much_of_memory(void)
{
	memory_array(SIZE_MAX / 4, 16);
}

static void
ask_too_much_of_an_arena(void)
{
	struct arena arena = { 0 };

	arena_array(&arena, SIZE_MAX / 4, 16);
}

static void
want_of_memory_ends_with_last_words_and_exit_1(void **state)
{
	char words[4096];

	(void)state;
	if (SANITIZED)
		skip(); /* the sanitizer ends the program itself */
	assert_int_equal(run_dying(ask_too_much_of_memory, words, sizeof(words)), 1);
	assert_non_null(strstr(words, "terminal restored"));
	assert_non_null(strstr(words, "out of memory"));
	assert_int_equal(run_dying(ask_too_much_of_an_arena, words, sizeof(words)), 1);
	assert_non_null(strstr(words, "out of memory"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_comes_zeroed_and_aligned),
		cmocka_unit_test(strings_stay_where_they_are),
		cmocka_unit_test(a_growing_array_keeps_its_items),
		cmocka_unit_test(a_released_arena_may_be_used_again),
		cmocka_unit_test(a_cleared_arena_gives_zeroed_memory_from_the_block_it_kept),
		cmocka_unit_test(a_block_grows_and_keeps_its_bytes),
		cmocka_unit_test(want_of_memory_ends_with_last_words_and_exit_1),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
