/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "helper.h"
#include "tui/pager.h"
#include "tui/wrap.h"

static const char text[] =
	"Pierwsza linia jest dość długa\nDruga\n\nŁódź\nPiąta\nszósta\nlodowisko\nkoniec\n";

struct fixture {
	struct pager pager;
	struct surface *surface;
	struct canvas canvas;
};

static int
make(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	pager_start(&f->pager, text, true);
	f->surface = surface_new(4, 20, TIER_LINES);
	f->canvas = surface_canvas(f->surface);
	pager_draw(&f->pager, &f->canvas);
	*state = f;
	return 0;
}

static int
drop(void **state)
{
	struct fixture *f = *state;

	pager_release(&f->pager);
	surface_free(f->surface);
	free(f);
	return 0;
}

static void
show(struct fixture *f)
{
	canvas_erase(&f->canvas, ROLE_TEXT);
	pager_draw(&f->pager, &f->canvas);
}

static void
text_is_wrapped_at_words(void **state)
{
	struct fixture *f = *state;

	assert_row(&f->canvas, 0, "Pierwsza linia jest");
	assert_row(&f->canvas, 1, "dość długa");
	assert_row(&f->canvas, 2, "Druga");
	assert_int_equal(f->pager.count, 9);
}

static void
the_status_says_that_wide_lines_go_on_aside(void **state)
{
	struct fixture *f = *state;
	char status[120];

	assert_string_equal(pager_status(&f->pager, status, sizeof(status)), "lines 1-4 of 9");
	pager_release(&f->pager);
	pager_start(&f->pager, text, false);
	show(f);
	assert_non_null(strstr(pager_status(&f->pager, status, sizeof(status)), "left and right"));
	press(&pager_widget, &f->pager, "End");
	show(f);
	assert_string_equal(pager_status(&f->pager, status, sizeof(status)), "lines 5-8 of 8");
}

static void
it_scrolls_to_its_end_and_no_further(void **state)
{
	struct fixture *f = *state;
	char status[100];

	press(&pager_widget, &f->pager, "PgDn PgDn PgDn PgDn");
	show(f);
	assert_row(&f->canvas, 3, "koniec");
	assert_string_equal(pager_status(&f->pager, status, sizeof(status)), "lines 6-9 of 9");
	press(&pager_widget, &f->pager, "Home Up");
	show(f);
	assert_row(&f->canvas, 0, "Pierwsza linia jest");
}

static void
search_goes_from_hit_to_hit(void **state)
{
	struct fixture *f = *state;

	press(&pager_widget, &f->pager, "/ l o d");
	assert_int_equal(pager_widget.context(&f->pager), CONTEXT_TYPING);
	assert_int_equal(f->pager.hit, 4);
	press(&pager_widget, &f->pager, "Enter n");
	assert_int_equal(f->pager.hit, 7);
	show(f);
	press(&pager_widget, &f->pager, "n");
	assert_int_equal(f->pager.hit, 4);
	show(f);
	assert_role(&f->canvas, 4 - f->pager.top, 0, ROLE_FOUND);
	assert_cursor(&f->canvas, 4 - f->pager.top, 0);
}

static void
where_it_walks_arrows_move_the_marked_line_and_the_page_follows(void **state)
{
	struct fixture *f = *state;

	f->pager.walks = true;
	press(&pager_widget, &f->pager, "Down Down");
	show(f);
	assert_int_equal(f->pager.top, 0);
	assert_role(&f->canvas, 2, 0, ROLE_SELECTED);
	assert_cursor(&f->canvas, 2, 0);
	assert_int_equal(pager_place(&f->pager), f->pager.lines[2].start);
	press(&pager_widget, &f->pager, "Down Down");
	assert_int_equal(f->pager.top, 1);
	press(&pager_widget, &f->pager, "End");
	assert_int_equal(f->pager.at, f->pager.count - 1);
	press(&pager_widget, &f->pager, "Home / l o d Enter");
	assert_int_equal(f->pager.at, 4);
}

static void
another_width_keeps_the_place(void **state)
{
	struct fixture *f = *state;
	struct canvas narrow;

	press(&pager_widget, &f->pager, "Down Down Down Down");
	show(f);
	assert_row(&f->canvas, 0, "Łódź");
	narrow = canvas_part(&f->canvas, 0, 0, 4, 10);
	canvas_erase(&f->canvas, ROLE_TEXT);
	pager_draw(&f->pager, &narrow);
	assert_row(&narrow, 0, "Łódź");
}

static void
tables_move_sideways(void **state)
{
	struct fixture *f = *state;

	pager_release(&f->pager);
	pager_start(&f->pager, "0123456789abcdefghijklmnopqrstuvwxyz\n", false);
	press(&pager_widget, &f->pager, "Right");
	show(f);
	assert_row(&f->canvas, 0, "89abcdefghijklmnopq…");
	press(&pager_widget, &f->pager, "Left Left");
	show(f);
	assert_row(&f->canvas, 0, "0123456789abcdefghi…");
}

static void
the_end_of_a_very_long_line_can_be_reached(void **state)
{
	struct fixture *f = *state;
	char line[5001];

	memset(line, 'a', 4992);
	strcpy(line + 4992, "the end\n");
	pager_release(&f->pager);
	pager_start(&f->pager, line, false);
	for (int i = 0; i < 4992 / 8; i++)
		press(&pager_widget, &f->pager, "Right");
	show(f);
	assert_row(&f->canvas, 0, "the end");
}

static void
a_word_longer_than_the_line_is_broken(void **state)
{
	size_t next;
	int widest;

	(void)state;
	assert_int_equal(wrap_line("abcdefgh", 5, &next), 5);
	assert_int_equal(next, 5);
	assert_int_equal(wrap_line("ab cdefgh", 5, &next), 2);
	assert_int_equal(next, 3);
	assert_int_equal(wrap_line("abc", 5, &next), 3);
	assert_int_equal(next, 0);
	assert_int_equal(wrap_count("jeden dwa\ntrzy", 6, &widest), 3);
	assert_int_equal(widest, 5);
	assert_int_equal(wrap_count("", 6, &widest), 1);
}

static void
a_line_that_is_carried_on_keeps_its_indent(void **state)
{
	struct fixture *f = *state;

	pager_release(&f->pager);
	pager_start(&f->pager, "Title\n    words that go on and on\n  - a point that goes on\n", true);
	show(f);
	assert_row(&f->canvas, 1, "    words that go on");
	assert_row(&f->canvas, 2, "    and on");
	assert_row(&f->canvas, 3, "  - a point that");
	press(&pager_widget, &f->pager, "Down");
	show(f);
	assert_row(&f->canvas, 3, "    goes on");
}

static void
the_marked_line_stays_on_a_page_that_gets_lower(void **state)
{
	struct fixture *f = *state;
	struct canvas low = canvas_part(&f->canvas, 0, 0, 2, f->canvas.columns);

	pager_release(&f->pager);
	pager_start(&f->pager, "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n", false);
	f->pager.walks = true;
	show(f);
	for (int i = 0; i < 3; i++)
		press(&pager_widget, &f->pager, "Down");
	pager_draw(&f->pager, &low);
	assert_int_equal(f->pager.at, 3);
	assert_in_range(f->pager.at, f->pager.top, f->pager.top + 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, drop)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text_is_wrapped_at_words),
		TEST(the_status_says_that_wide_lines_go_on_aside),
		TEST(it_scrolls_to_its_end_and_no_further),
		TEST(search_goes_from_hit_to_hit),
		TEST(where_it_walks_arrows_move_the_marked_line_and_the_page_follows),
		TEST(the_marked_line_stays_on_a_page_that_gets_lower),
		TEST(another_width_keeps_the_place),
		TEST(tables_move_sideways),
		TEST(the_end_of_a_very_long_line_can_be_reached),
		TEST(a_line_that_is_carried_on_keeps_its_indent),
		TEST(a_word_longer_than_the_line_is_broken),
	};

	return cmocka_run_group_tests_name("pager", tests, start_language, NULL);
}
