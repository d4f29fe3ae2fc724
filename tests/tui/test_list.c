/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "helper.h"
#include "tui/list.h"
#include "tui/table.h"

static const char *const names[] = { "Łódź", "Żary", "Kutno", "Zgierz", "Lodowiec", "Ozorków",
	"Nowy Targ", "Targówek" };
static int rows = 7; /* the last one is shown by one test only */
static int empty_row = -1;

static int
count(const void *data)
{
	(void)data;
	return rows;
}

static void
cell(const void *data, int row, int column, struct list_cell *cell)
{
	(void)data;
	if (column == 0)
		snprintf(cell->text, sizeof(cell->text), "%s", names[row]);
	else if (row != empty_row)
		snprintf(cell->text, sizeof(cell->text), "%d", row * 10 + column);
}

static void
head(const void *data, int column, char *dst, size_t size)
{
	(void)data;
	snprintf(dst, size, "%d", 2009 + column);
}

static const struct list_source source = { .count = count, .cell = cell, .head = head };
static const struct list_column columns[] = { { "Name", 0, false }, { "Value", 6, true } };

struct fixture {
	struct list list;
	struct surface *surface;
	struct canvas canvas;
};

static int
make(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	rows = 7;
	list_start(&f->list, &source, NULL, columns, 2);
	f->surface = surface_new(5, 30, TIER_LINES);
	f->canvas = surface_canvas(f->surface);
	*state = f;
	return 0;
}

static int
drop(void **state)
{
	struct fixture *f = *state;

	list_release(&f->list);
	surface_free(f->surface);
	free(f);
	return 0;
}

static void
show(struct fixture *f)
{
	canvas_erase(&f->canvas, ROLE_TEXT);
	list_draw(&f->list, &f->canvas);
}

static void
only_the_name_of_the_selected_row_is_highlighted(void **state)
{
	struct fixture *f = *state;

	press(&list_widget, &f->list, "Down");
	show(f);
	assert_row(&f->canvas, 0, "Name                     Value");
	assert_row(&f->canvas, 2, "Żary                        11");
	assert_role(&f->canvas, 2, 0, ROLE_SELECTED);
	assert_role(&f->canvas, 2, 3, ROLE_SELECTED);
	assert_role(&f->canvas, 2, 4, ROLE_TEXT);
	assert_role(&f->canvas, 2, 29, ROLE_TEXT);
	assert_cursor(&f->canvas, 2, 0);
}

static void
a_name_that_is_cut_goes_on_over_empty_cells_where_it_may(void **state)
{
	static const struct list_column narrow[] = { { "Name", 5, false }, { "Value", 6, true } };
	struct fixture *f = *state;

	list_start(&f->list, &source, NULL, narrow, 2);
	empty_row = 3;
	show(f);
	assert_row(&f->canvas, 4, "Zgie…");
	f->list.flows = true;
	show(f);
	assert_row(&f->canvas, 4, "Zgierz");
	empty_row = -1;
	show(f);
	assert_row(&f->canvas, 4, "Zgie…     31");
}

static void
the_list_scrolls_by_one_row_at_its_end(void **state)
{
	struct fixture *f = *state;

	show(f);
	press(&list_widget, &f->list, "Down Down Down Down");
	show(f);
	assert_row(&f->canvas, 1, "Żary                        11");
	assert_row(&f->canvas, 4, "Lodowiec                    41");
	assert_cursor(&f->canvas, 4, 0);
}

static void
pages_end_and_home_stay_inside(void **state)
{
	struct fixture *f = *state;

	show(f);
	press(&list_widget, &f->list, "PgDn PgDn PgDn");
	assert_int_equal(list_selected(&f->list), 6);
	press(&list_widget, &f->list, "PgUp PgUp PgUp Up");
	assert_int_equal(list_selected(&f->list), 0);
	press(&list_widget, &f->list, "End");
	show(f);
	assert_row(&f->canvas, 4, "Nowy Targ                   61");
	press(&list_widget, &f->list, "Home");
	assert_int_equal(list_selected(&f->list), 0);
}

static void
search_folds_polish_letters_and_counts_the_hits(void **state)
{
	struct fixture *f = *state;
	char status[200];

	show(f);
	assert_int_equal(list_widget.context(&f->list), CONTEXT_LIST);
	press(&list_widget, &f->list, "End /");
	assert_int_equal(list_widget.context(&f->list), CONTEXT_TYPING);
	press(&list_widget, &f->list, "l o d");
	assert_int_equal(list_selected(&f->list), 0);
	show(f);
	assert_row(&f->canvas, 4, "Search: lod");
	press(&list_widget, &f->list, "Enter");
	assert_string_equal(list_status(&f->list, status, sizeof(status)), "1/7");
	press(&list_widget, &f->list, "n");
	assert_int_equal(list_selected(&f->list), 4);
	press(&list_widget, &f->list, "n");
	assert_int_equal(list_selected(&f->list), 0);
	press(&list_widget, &f->list, "N");
	assert_int_equal(list_selected(&f->list), 4);
}

static void
what_begins_with_the_words_is_found_before_what_holds_them(void **state)
{
	struct fixture *f = *state;

	rows = 8;
	list_refresh(&f->list, 0);
	show(f);
	press(&list_widget, &f->list, "/ t a r");
	rows = 7;
	assert_int_equal(list_selected(&f->list), 7); /* not Nowy Targ, which comes before */
}

static void
a_search_without_a_hit_leaves_the_cursor_and_says_so(void **state)
{
	struct fixture *f = *state;
	char row[200];

	show(f);
	press(&list_widget, &f->list, "Down / l o x");
	assert_int_equal(list_selected(&f->list), 1);
	show(f);
	canvas_row(&f->canvas, 4, row, sizeof(row));
	assert_non_null(strstr(row, "Search: lox"));
}

static void
where_names_are_typed_a_letter_begins_the_search(void **state)
{
	struct fixture *f = *state;

	press(&list_widget, &f->list, "n"); /* an action elsewhere */
	assert_int_equal(f->list.line, LIST_LINE_NONE);
	f->list.names = true;
	assert_int_equal(list_widget.context(&f->list), CONTEXT_TYPING);
	press(&list_widget, &f->list, "n o");
	assert_int_equal(list_selected(&f->list), 6);
	assert_string_equal(f->list.search, "no");
	press(&list_widget, &f->list, "Enter n"); /* not the next hit of the one before */
	assert_string_equal(f->list.search, "n");
	press(&list_widget, &f->list, "Esc Space");
	assert_int_equal(f->list.line, LIST_LINE_NONE);
}

static void
esc_in_the_search_goes_back_to_where_it_began(void **state)
{
	struct fixture *f = *state;

	press(&list_widget, &f->list, "Down Down / o z");
	assert_int_equal(list_selected(&f->list), 5);
	press(&list_widget, &f->list, "Esc");
	assert_int_equal(list_selected(&f->list), 2);
	assert_int_equal(list_widget.context(&f->list), CONTEXT_LIST);
}

static void
the_filter_shows_matching_rows_and_esc_clears_it(void **state)
{
	struct fixture *f = *state;

	press(&list_widget, &f->list, "F5 l o d Enter");
	assert_int_equal(f->list.shown, 2);
	show(f);
	assert_row(&f->canvas, 1, "Łódź                         1");
	assert_row(&f->canvas, 2, "Lodowiec                    41");
	press(&list_widget, &f->list, "Down");
	assert_int_equal(list_selected(&f->list), 4);
	assert_int_equal(press(&list_widget, &f->list, "Esc"), WIDGET_CHANGED);
	assert_int_equal(f->list.shown, 7);
	assert_int_equal(list_selected(&f->list), 4);
	assert_int_equal(press(&list_widget, &f->list, "Esc"), WIDGET_PASS);
}

static void
a_filter_without_rows_says_so(void **state)
{
	struct fixture *f = *state;

	press(&list_widget, &f->list, "F5 x x Enter");
	assert_int_equal(list_selected(&f->list), -1);
	show(f);
	assert_row(&f->canvas, 2, "  No row has these words. Esc");
	assert_row(&f->canvas, 3, "  clears the filter.");
	assert_int_equal(press(&list_widget, &f->list, "Down"), WIDGET_HANDLED);
	assert_int_equal(press(&list_widget, &f->list, "Enter"), WIDGET_PASS);
}

static void
an_empty_list_says_what_to_do(void **state)
{
	struct fixture *f = *state;

	rows = 0;
	f->list.empty = "Import a file first.";
	list_refresh(&f->list, -1);
	show(f);
	assert_row(&f->canvas, 2, "  Import a file first.");
	press(&list_widget, &f->list, "Down PgDn End Home / a n");
}

static void
a_new_load_keeps_the_selected_row(void **state)
{
	struct fixture *f = *state;

	press(&list_widget, &f->list, "End");
	list_refresh(&f->list, 3);
	assert_int_equal(list_selected(&f->list), 3);
	rows = 2;
	list_refresh(&f->list, -1);
	assert_int_equal(list_selected(&f->list), 1);
}

static void
the_sort_mark_stands_in_the_head(void **state)
{
	struct fixture *f = *state;

	f->list.sort_column = 1;
	f->list.sort_down = true;
	show(f);
	assert_row(&f->canvas, 0, "Name                    Value▼");
}

static void
the_whole_list_becomes_text(void **state)
{
	struct fixture *f = *state;
	char *text;

	rows = 2;
	list_refresh(&f->list, -1);
	text = list_text(&f->list);
	assert_string_equal(text, "Name  Value\nŁódź      1\nŻary     11\n");
	free(text);
}

static void
columns_that_do_not_fit_are_left_out(void **state)
{
	struct fixture *f = *state;
	struct canvas narrow = canvas_part(&f->canvas, 0, 0, 5, 14);

	list_draw(&f->list, &narrow);
	assert_row(&narrow, 0, "Name");
}

static void
a_table_scrolls_its_years_and_keeps_the_name(void **state)
{
	struct fixture *f = *state;
	struct table t;

	table_start(&t, &source, NULL, "Name", 10, 15, 5);
	table_draw(&t, &f->canvas);
	assert_row(&f->canvas, 0, "Name        2010  2011  2012 →");
	assert_row(&f->canvas, 1, "Łódź           1     2     3");
	assert_cursor(&f->canvas, 1, 15);
	press(&table_widget, &t, "Right Right Right");
	assert_int_equal(table_column(&t), 3);
	canvas_erase(&f->canvas, ROLE_TEXT);
	table_draw(&t, &f->canvas);
	assert_row(&f->canvas, 0, "Name     ←  2011  2012  2013 →");
	press(&table_widget, &t, "Ctrl-Right");
	assert_int_equal(table_column(&t), 14);
	press(&table_widget, &t, "Right");
	assert_int_equal(table_column(&t), 14);
	canvas_erase(&f->canvas, ROLE_TEXT);
	table_draw(&t, &f->canvas);
	assert_row(&f->canvas, 0, "Name     ←  2022  2023  2024");
	table_refresh(&t, -1, 3);
	assert_int_equal(table_column(&t), 2);
	table_refresh(&t, -1, 0);
	table_draw(&t, &f->canvas);
	table_release(&t);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, drop)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(only_the_name_of_the_selected_row_is_highlighted),
		TEST(a_name_that_is_cut_goes_on_over_empty_cells_where_it_may),
		TEST(the_list_scrolls_by_one_row_at_its_end),
		TEST(pages_end_and_home_stay_inside),
		TEST(search_folds_polish_letters_and_counts_the_hits),
		TEST(what_begins_with_the_words_is_found_before_what_holds_them),
		TEST(a_search_without_a_hit_leaves_the_cursor_and_says_so),
		TEST(where_names_are_typed_a_letter_begins_the_search),
		TEST(esc_in_the_search_goes_back_to_where_it_began),
		TEST(the_filter_shows_matching_rows_and_esc_clears_it),
		TEST(a_filter_without_rows_says_so),
		TEST(an_empty_list_says_what_to_do),
		TEST(a_new_load_keeps_the_selected_row),
		TEST(the_sort_mark_stands_in_the_head),
		TEST(the_whole_list_becomes_text),
		TEST(columns_that_do_not_fit_are_left_out),
		TEST(a_table_scrolls_its_years_and_keeps_the_name),
	};

	return cmocka_run_group_tests_name("list", tests, start_language, NULL);
}
