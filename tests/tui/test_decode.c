/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "helper.h"
#include "tui/decode.h"

/* Names of all keys the bytes make, "" for none; a rest is left inside. */
static char *
keys(struct decoder *d, const char *bytes)
{
	static char text[1024];
	char name[64];
	struct event e;
	size_t n = 0;

	*text = '\0';
	decoder_feed(d, bytes, strlen(bytes));
	while (decoder_next(d, &e)) {
		const char *word =
			e.type == EVENT_PASTE ? e.paste : key_spell(name, sizeof(name), e.key);

		n += (size_t)snprintf(text + n, sizeof(text) - n, "%s%s", n ? " " : "", word);
	}
	return text;
}

static int
make(void **state)
{
	i18n_start("en");
	*state = decoder_new(true);
	return 0;
}

static int
drop(void **state)
{
	decoder_free(*state);
	return 0;
}

static void
function_keys_of_xterm_putty_linux_and_rxvt_are_the_same(void **state)
{
	struct decoder *d = *state;

	assert_string_equal(keys(d, "\033OP\033OQ\033OR\033OS"), "F1 F2 F3 F4");
	assert_string_equal(keys(d, "\033[11~\033[12~\033[13~\033[14~"), "F1 F2 F3 F4");
	assert_string_equal(keys(d, "\033[[A\033[[B\033[[C\033[[D\033[[E"), "F1 F2 F3 F4 F5");
	assert_string_equal(
		keys(d, "\033[15~\033[17~\033[18~\033[19~\033[20~\033[21~"), "F5 F6 F7 F8 F9 F10");
}

static void
home_end_and_arrows_come_in_many_forms(void **state)
{
	struct decoder *d = *state;

	assert_string_equal(keys(d, "\033[1~\033[7~\033[H\033OH"), "Home Home Home Home");
	assert_string_equal(keys(d, "\033[4~\033[8~\033[F\033OF"), "End End End End");
	assert_string_equal(keys(d, "\033[A\033OA\033[B\033OD"), "Up Up Down Left");
	assert_string_equal(keys(d, "\033[5~\033[6~\033[2~\033[3~"), "PgUp PgDn Ins Del");
	assert_string_equal(keys(d, "\033[1;5C\033[1;2A\033[Z"), "Ctrl-Right Shift-Up Shift-Tab");
}

static void
both_codes_of_backspace_are_backspace(void **state)
{
	assert_string_equal(keys(*state, "\177\b"), "Backspace Backspace");
}

static void
escape_and_digit_in_one_piece_is_alt_digit(void **state)
{
	assert_string_equal(keys(*state, "\0334\0330"), "Alt-4 Alt-0");
	assert_int_equal(key_function(key_parse("Alt-4", 5)), 4);
	assert_int_equal(key_function(key_parse("Alt-0", 5)), 10);
}

static void
a_lone_escape_waits_for_the_delay(void **state)
{
	struct decoder *d = *state;

	assert_string_equal(keys(d, "\033"), "");
	assert_int_equal(decoder_waiting(d), DECODER_ESCAPE);
	assert_string_equal(keys(d, "x"), "Alt-X");
}

static void
a_lone_escape_becomes_esc_when_the_time_is_up(void **state)
{
	struct decoder *d = *state;
	struct event e;

	keys(d, "\033");
	decoder_timeout(d);
	assert_true(decoder_next(d, &e));
	assert_int_equal(e.key, KEYS_ESC);
	assert_string_equal(keys(d, "4"), "4");
}

static void
two_escapes_are_esc_and_the_start_of_another_key(void **state)
{
	struct decoder *d = *state;

	assert_string_equal(keys(d, "\033\033OA"), "Esc Up");
}

static void
an_arrow_may_come_byte_by_byte(void **state)
{
	struct decoder *d = *state;

	assert_string_equal(keys(d, "\033"), "");
	assert_string_equal(keys(d, "O"), "");
	assert_int_equal(decoder_waiting(d), DECODER_SEQUENCE);
	assert_string_equal(keys(d, "A"), "Up");
	assert_int_equal(decoder_waiting(d), DECODER_IDLE);
}

static void
unknown_sequences_are_swallowed_whole(void **state)
{
	struct decoder *d = *state;

	assert_string_equal(keys(d, "a\033[99~b"), "a b");
	assert_string_equal(keys(d, "\033[?1;2c\033[Iq"), "q");
	assert_string_equal(keys(d, "\033[[Zx"), "x");
	assert_string_equal(keys(d, "\033]0;title\007y"), "y");
	assert_string_equal(keys(d, "\033Oz1"), "1");
}

static void
a_broken_sequence_is_dropped(void **state)
{
	struct decoder *d = *state;
	struct event e;

	assert_string_equal(keys(d, "\033[1"), "");
	decoder_timeout(d);
	assert_false(decoder_next(d, &e));
	assert_string_equal(keys(d, "\033[1\033OAz"), "Up z");
}

static void
the_keypad_types_digits(void **state)
{
	assert_string_equal(keys(*state, "\033Op\033Ot\033Oy\033Ok\033OM"), "0 4 9 + Enter");
}

static void
polish_letters_come_as_one_key(void **state)
{
	struct decoder *d = *state;

	assert_string_equal(keys(d, "Łódź"), "Ł ó d ź");
	assert_string_equal(keys(d, "\xc5"), "");
	assert_string_equal(keys(d, "\x81"), "Ł");
	assert_string_equal(keys(d, "\033\xc5\x82"), "Alt-ł");
}

static void
bad_bytes_and_invisible_characters_type_nothing(void **state)
{
	struct decoder *d = *state;

	assert_string_equal(keys(d, "\xff\xfe" "a\x80"), "a");
	assert_string_equal(keys(d, "\xe2\x80\xae" "b\xc2\x9b"), "b");
	assert_string_equal(keys(d, "\xc5" "c"), "c");
}

static void
control_keys_have_their_letters(void **state)
{
	assert_string_equal(keys(*state, "\020\014\032\003"), "Ctrl-P Ctrl-L Ctrl-Z Ctrl-C");
	assert_string_equal(keys(*state, "\r\n\t"), "Enter Enter Tab");
}

static void
a_paste_is_one_event_even_in_pieces(void **state)
{
	struct decoder *d = *state;

	assert_string_equal(keys(d, "\033[200~Łó"), "");
	assert_int_equal(decoder_waiting(d), DECODER_PASTE);
	assert_string_equal(keys(d, "dź\r\nF10\033[2"), "");
	assert_string_equal(keys(d, "01~q"), "Łódź\nF10 q");
}

static void
escapes_inside_a_paste_do_nothing(void **state)
{
	assert_string_equal(keys(*state, "\033[200~a\033[21~b\001c\033[201~"), "a[21~bc");
}

static void
a_paste_whose_end_is_lost_ends_by_time(void **state)
{
	struct decoder *d = *state;

	assert_string_equal(keys(d, "\033[200~abc"), "");
	decoder_timeout(d);
	assert_string_equal(keys(d, ""), "");
	keys(d, "\033[201~");
	assert_int_equal(decoder_waiting(d), DECODER_IDLE);
}

static void
terminfo_adds_its_own_sequences(void **state)
{
	struct decoder *d = *state;

	decoder_define(d, "\033A", KEYS_UP);
	decoder_define(d, "\033[11~", KEYS_F(11));
	assert_string_equal(keys(d, "\033A\033[11~"), "Up F11");
}

static void
names_of_keys_read_back(void **state)
{
	static const char *const names[] = { "F3", "Ctrl-P", "Enter", "PgDn", "Alt-4", "Shift-Up",
		"Space", "q", "/", "ł", "Ctrl-Right", "Shift-Tab" };
	char name[64];
	int list[4];

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_string_equal(
			key_spell(name, sizeof(name), key_parse(names[i], strlen(names[i]))),
			names[i]);
	assert_int_equal(key_parse("Foo", 3), KEYS_NONE);
	assert_int_equal(key_parse("F99", 3), KEYS_NONE);
	assert_int_equal(key_parse("", 0), KEYS_NONE);
	assert_int_equal(key_list("Enter F4  Ctrl-O", list, 4), 3);
	assert_int_equal(list[2], KEYS_CONTROL('o'));
}

static void
escape_and_a_nul_byte_eat_no_key(void **state)
{
	struct decoder *d = *state;
	struct event e;

	decoder_feed(d, "\033\0a", 3);
	assert_true(decoder_next(d, &e));
	assert_int_equal(e.key, 'a');
	assert_false(decoder_next(d, &e));
}

static void
keys_told_by_number_type_no_invisible_characters(void **state)
{
	struct decoder *d = *state;

	assert_string_equal(keys(d, "\033[13u\033[97u\033[322u"), "Enter a ł");
	assert_string_equal(keys(d, "\033[8238u\033[55296u\033[1114113u\033[9999999u"), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			function_keys_of_xterm_putty_linux_and_rxvt_are_the_same, make, drop),
		cmocka_unit_test_setup_teardown(home_end_and_arrows_come_in_many_forms, make, drop),
		cmocka_unit_test_setup_teardown(both_codes_of_backspace_are_backspace, make, drop),
		cmocka_unit_test_setup_teardown(
			escape_and_digit_in_one_piece_is_alt_digit, make, drop),
		cmocka_unit_test_setup_teardown(a_lone_escape_waits_for_the_delay, make, drop),
		cmocka_unit_test_setup_teardown(
			a_lone_escape_becomes_esc_when_the_time_is_up, make, drop),
		cmocka_unit_test_setup_teardown(
			two_escapes_are_esc_and_the_start_of_another_key, make, drop),
		cmocka_unit_test_setup_teardown(an_arrow_may_come_byte_by_byte, make, drop),
		cmocka_unit_test_setup_teardown(unknown_sequences_are_swallowed_whole, make, drop),
		cmocka_unit_test_setup_teardown(a_broken_sequence_is_dropped, make, drop),
		cmocka_unit_test_setup_teardown(the_keypad_types_digits, make, drop),
		cmocka_unit_test_setup_teardown(polish_letters_come_as_one_key, make, drop),
		cmocka_unit_test_setup_teardown(
			bad_bytes_and_invisible_characters_type_nothing, make, drop),
		cmocka_unit_test_setup_teardown(control_keys_have_their_letters, make, drop),
		cmocka_unit_test_setup_teardown(a_paste_is_one_event_even_in_pieces, make, drop),
		cmocka_unit_test_setup_teardown(escapes_inside_a_paste_do_nothing, make, drop),
		cmocka_unit_test_setup_teardown(a_paste_whose_end_is_lost_ends_by_time, make, drop),
		cmocka_unit_test_setup_teardown(terminfo_adds_its_own_sequences, make, drop),
		cmocka_unit_test_setup_teardown(names_of_keys_read_back, make, drop),
		cmocka_unit_test_setup_teardown(escape_and_a_nul_byte_eat_no_key, make, drop),
		cmocka_unit_test_setup_teardown(
			keys_told_by_number_type_no_invisible_characters, make, drop),
	};

	return cmocka_run_group_tests_name("decode", tests, NULL, NULL);
}
