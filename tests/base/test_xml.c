/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML as a stream: elements, texts, lines, and what is refused. */
#include "base/xml.h"
#include "base/xml_write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct seen {
	char text[4096];
	size_t used;
	const char *stop_at;
};

static void
add(struct seen *seen, const char *text)
{
	seen->used += (size_t)snprintf(seen->text + seen->used, sizeof seen->text - seen->used,
		"%s", text);
	assert_true(seen->used < sizeof seen->text);
}

static int
on_start(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct seen *seen = context;
	char place[32];

	if (seen->stop_at && strcmp(name, seen->stop_at) == 0)
		return error_set(err, ERROR_INPUT, "enough");
	snprintf(place, sizeof place, "%ld", line);
	add(seen, place);
	add(seen, "<");
	add(seen, name);
	for (int i = 0; attributes[i]; i += 2) {
		add(seen, " ");
		add(seen, attributes[i]);
		add(seen, "=");
		add(seen, attributes[i + 1]);
	}
	add(seen, ">");
	return 0;
}

static int
on_end(void *context, const char *name, const char *text, long line, struct error *err)
{
	(void)line, (void)err;
	add(context, text);
	add(context, "</");
	add(context, name);
	add(context, ">");
	return 0;
}

static const struct xml_handler handler = { on_start, on_end };

static int
read_text(struct seen *seen, const char *text, size_t length, struct error *err)
{
	struct input *in;
	int result;

	memset(err, 0, sizeof *err);
	if (input_open_memory(&in, "a.xml", text, length, ENCODING_DETECT, err) != 0)
		return -1;
	result = xml_read(in, &handler, seen, err);
	input_close(in);
	return result;
}

static void
expect(const char *text, const char *elements)
{
	struct seen seen = { .used = 0 };
	struct error err;

	if (read_text(&seen, text, strlen(text), &err) != 0)
		fail_msg("%s", err.text);
	assert_string_equal(seen.text, elements);
}

static void
expect_error(const char *text, long line, const char *words)
{
	struct seen seen = { .used = 0 };
	struct error err;

	assert_int_equal(read_text(&seen, text, strlen(text), &err), -1);
	assert_int_equal(err.code, ERROR_INPUT);
	assert_int_equal(err.row, line);
	if (!strstr(err.text, words) || !strstr(err.text, "a.xml"))
		fail_msg("\"%s\" does not say \"%s\"", err.text, words);
}

static void
elements_arrive_with_attributes_text_and_line(void **state)
{
	(void)state;
	expect("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teryt>\n<row a='1' b='x &amp; y'>"
	       "<col name=\"NAZWA\">Łódź</col></row></teryt>",
		"2<teryt>3<row a=1 b=x & y>3<col name=NAZWA>Łódź</col></row>\n</teryt>");
}

static void
text_around_children_belongs_to_the_parent(void **state)
{
	(void)state;
	expect("<a>x<b>y</b>z<c/>&lt;&#380;<![CDATA[<d>]]></a>",
		"1<a>1<b>y</b>1<c></c>xz<ż<d></a>");
}

static void
prefixes_are_dropped(void **state)
{
	(void)state;
	expect("<x:a xmlns:x=\"u\" r:id=\"7\"><x:b/></x:a>",
		"1<a xmlns:x=u r:id=7>1<b></b></a>");
}

static void
the_declared_encoding_is_read(void **state)
{
	(void)state;
	expect("<?xml version='1.0' encoding='windows-1250'?><a>\243\363d\237</a>",
		"1<a>Łódź</a>");
	expect("<?xml version='1.0' encoding='ISO-8859-2'?><a>\243\363d\274</a>",
		"1<a>Łódź</a>");
}

static void
what_is_not_well_formed_is_refused_with_its_line(void **state)
{
	(void)state;
	expect_error("<a>\n<b></a>", 2, "well-formed");
	expect_error("<a>\n<b x=1/></a>", 2, "well-formed");
	expect_error("no xml at all", 1, "well-formed");
	expect_error("<a/>\n<b/>", 2, "well-formed");
}

static void
a_file_that_was_cut_off_says_so(void **state)
{
	(void)state;
	expect_error("<a>\n<b>text", 2, "cut off");
	expect_error("<a>\n<b>text</b>\n<c", 3, "cut off");
}

static void
entities_of_its_own_are_refused(void **state)
{
	(void)state;
	expect_error("<!DOCTYPE a [\n<!ENTITY b 'boom'>]><a>&b;</a>", 2, "entities");
	expect_error("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", 1,
		"entities");
	expect_error("<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://127.0.0.1/'>%b;]><a/>", 1,
		"entities");
	expect_error("<a>&unknown;</a>", 1, "");
}

static void
depth_and_length_have_limits(void **state)
{
	char deep[3 * (XML_MAX_DEPTH + 1) + 1] = "";
	size_t size = XML_MAX_TEXT + 100;
	char *long_text = malloc(size);
	struct seen seen = { .used = 0 };
	struct error err;

	(void)state;
	for (int i = 0; i <= XML_MAX_DEPTH; i++)
		strcat(deep, "<a>");
	expect_error(deep, 1, "deep");
	assert_non_null(long_text);
	memset(long_text, 'x', size);
	memcpy(long_text, "<a>", 3);
	assert_int_equal(read_text(&seen, long_text, size, &err), -1);
	assert_non_null(strstr(err.text, "too long"));
	free(long_text);
}

static void
a_handler_can_stop(void **state)
{
	const char *text = "<a><b/><c/><d/></a>";
	struct seen seen = { .stop_at = "c" };
	struct error err;

	(void)state;
	assert_int_equal(read_text(&seen, text, strlen(text), &err), -1);
	assert_string_equal(err.text, "enough");
	assert_string_equal(seen.text, "1<a>1<b></b>");
}

static void
what_is_written_is_well_formed_whatever_it_holds(void **state)
{
	struct output *out = output_memory();
	struct xml_writer w;

	(void)state;
	xml_start(&w, out);
	xml_open(&w, "a");
	xml_attribute(&w, "b", "x\"<&>\ny");
	xml_number(&w, "n", -3);
	xml_text(&w, "1 < 2 && \"ł\" \001\377");
	xml_element(&w, "c", "");
	xml_element(&w, "d", "\r");
	xml_end(&w);
	assert_string_equal(output_text(out, NULL),
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<a b=\"x&quot;&lt;&amp;&gt;&#10;y\" n=\"-3\">1 &lt; 2 &amp;&amp; \"ł\" "
		"\357\277\275\357\277\275<c/><d>&#13;</d></a>\n");
	output_abort(out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(elements_arrive_with_attributes_text_and_line),
		cmocka_unit_test(text_around_children_belongs_to_the_parent),
		cmocka_unit_test(prefixes_are_dropped),
		cmocka_unit_test(the_declared_encoding_is_read),
		cmocka_unit_test(what_is_not_well_formed_is_refused_with_its_line),
		cmocka_unit_test(a_file_that_was_cut_off_says_so),
		cmocka_unit_test(entities_of_its_own_are_refused),
		cmocka_unit_test(depth_and_length_have_limits),
		cmocka_unit_test(a_handler_can_stop),
		cmocka_unit_test(what_is_written_is_well_formed_whatever_it_holds),
	};

	return cmocka_run_group_tests_name("xml", tests, NULL, NULL);
}
