/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questionnaires in and out as XLSForm, and everything that is refused by name and place. */
#include "questionnaire_fixture.h"

#define HEAD "type,name,label,relevant,constraint,calculation,parameters,max_answers,page\n"
#define LISTS "list_name,name,label,code\nyn,yes,Yes,\nyn,no,No,\n"

/* The form must be refused at this place with this sentence, among others. */
static void
assert_refused(struct xlsform *form, const char *whole)
{
	char text[1024];

	assert_true(form->errors > 0);
	for (int i = 0; i < form->problem_count; i++)
		if (form->problems[i].error && strcmp(xlsform_problem_text(text, sizeof text, form,
							      &form->problems[i]),
						       whole) == 0)
			return;
	for (int i = 0; i < form->problem_count; i++)
		print_message("# %s\n", xlsform_problem_text(text, sizeof text, form,
						  &form->problems[i]));
	fail_msg("not told: %s", whole);
}

static void
assert_fine(struct xlsform *form)
{
	char text[1024];

	for (int i = 0; i < form->problem_count; i++)
		if (form->problems[i].error)
			fail_msg("%s", xlsform_problem_text(text, sizeof text, form,
					       &form->problems[i]));
	assert_int_equal(form->errors, 0);
}

static void
every_column_reaches_its_place(void **state)
{
	struct fixture *f = *state;
	const struct questionnaire *q = &fixture_trial(f)->q;
	const struct question *row;

	assert_string_equal(q->code, "trial");
	assert_string_equal(q->kind, "residents");
	assert_int_equal(q->language_count, 2);
	assert_string_equal(q->languages[0], "Polski (pl)");
	assert_string_equal(q->title.in[1], "Trial survey");
	assert_string_equal(q->notice.in[0], "Ankieta jest anonimowa.");
	assert_int_equal(q->question_count, 30);
	assert_int_equal(q->choice_count, 31);
	row = &q->questions[question_by_name(q, "birth_year")];
	assert_int_equal(row->type, QUESTION_INTEGER);
	assert_string_equal(row->hard_check, ". >= 1900 and . <= 2026");
	assert_string_equal(row->soft_check, ". <= 2010");
	assert_string_equal(row->soft_message.in[1], "Younger than 16?");
	assert_string_equal(row->hint.in[0], "Cztery cyfry");
	assert_string_equal(q->questions[row->parent].name, "about_you");
	row = &q->questions[question_by_name(q, "services")];
	assert_int_equal(row->max_answers, 3);
	assert_int_equal(row->page, 2);
	assert_true(q->questions[question_by_name(q, "household")].repeat_last);
	assert_true(q->questions[question_by_name(q, "transport")].or_other);
	row = &q->questions[question_by_name(q, "comments")];
	assert_false(row->second_keying);
	assert_string_equal(row->hint.in[1], "May have\nseveral lines.");
	row = &q->questions[question_by_name(q, "quality_buses")];
	assert_int_equal(row->extra_count, 1);
	assert_string_equal(row->extras[0].column, "office_note");
	assert_true(q->choices[9].exclusive);
	assert_string_equal(q->choices[2].code, "9");
	assert_int_equal(q->choices[2].missing, MISSING_REFUSED);
	assert_int_equal(q->questions[question_by_name(q, "child_age")].parent,
		question_by_name(q, "child"));
	assert_int_equal(q->questions[question_by_name(q, "services")].parent, -1);
}

static void
numbers_pages_codes_and_grids_follow_the_paper(void **state)
{
	struct fixture *f = *state;
	const struct questionnaire *q = &fixture_trial(f)->q;
	static const struct {
		const char *name, *number;
		int page;
	} rows[] = { { "hello", "", 1 }, { "sex", "1", 1 }, { "children", "4", 1 },
		{ "children_count", "4a", 1 }, { "child_age", "5", 1 }, { "services", "7", 2 },
		{ "quality", "11", 2 }, { "quality_parks", "11b", 2 }, { "importance", "12", 2 },
		{ "importance_roads", "12a", 2 }, { "goals", "13", 2 }, { "comments", "17", 3 } };
	char text[16];
	struct grid grid;
	int at, *list;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		at = question_by_name(q, rows[i].name);
		assert_string_equal(question_number(q, at, text, sizeof text), rows[i].number);
		assert_int_equal(question_page(q, at), rows[i].page);
	}
	grid = questionnaire_grid(q, question_by_name(q, "quality_buses"));
	assert_int_equal(grid.count, 3);
	assert_int_equal(grid.head, question_by_name(q, "quality"));
	grid = questionnaire_grid(q, question_by_name(q, "importance_parks"));
	assert_int_equal(grid.count, 2);
	assert_int_equal(grid.head, question_by_name(q, "importance"));
	assert_int_equal(questionnaire_grid(q, grid.head).count, 0);
	assert_false(question_asked(&q->questions[grid.head]));
	assert_int_equal(question_repeat(q, question_by_name(q, "child_age")),
		question_by_name(q, "child"));
	assert_int_equal(choice_list(q, "sex", &f->arena, &list), 3);
	assert_string_equal(choice_code(q, list[1], 2, 3, text, 8), "2");
	assert_string_equal(choice_code(q, list[2], 3, 3, text, 8), "9");
	assert_int_equal(choice_list(q, "goal", &f->arena, &list), 4);
	assert_string_equal(choice_code(q, list[3], 4, 12, text, 8), "04");
}

static void
rows_of_a_grid_take_the_number_of_their_head(void **state)
{
	struct fixture *f = *state;
	struct xlsform *form = fixture_read(f,
		"type,name,label,appearance,number\nbegin_group,g,G,table-list,B3\nnote,n,N,,\n"
		"select_one yn,a,A,,\nselect_one yn,b,B,,\nend_group,,,,\ntext,c,C,,\n"
		"begin_group,h,H,table-list,\nnote,m,M,,\nselect_one yn,d,D,,\nselect_one yn,e,E,,7\n"
		"end_group,,,,\ntext,k,K,,\n",
		LISTS, NULL);
	static const char *const numbers[] = { "B3", "", "B3a", "B3b", "1", "2", "", "2a", "7", "8" };
	char text[16];

	assert_fine(form);
	for (int i = 0; i < form->q.question_count; i++)
		assert_string_equal(question_number(&form->q, i, text, sizeof text), numbers[i]);
}

static void
export_and_import_give_the_same(void **state)
{
	static const char *const places[] = { "tests/data/questionnaire",
		"data/questionnaires/residents", "data/questionnaires/ngo",
		"data/questionnaires/entrepreneurs", "data/questionnaires/employees",
		"data/questionnaires/youth" };
	struct fixture *f = *state;
	struct xlsform again;
	char path[512];

	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
		snprintf(path, sizeof path, "%s/%s", getenv("abs_top_srcdir"), places[i]);
		if (xlsform_read(path, &f->arena, &f->form, &f->err) < 0)
			fail_msg("%s", f->err.text);
		assert_fine(&f->form);
		assert_int_equal(xlsform_write_folder(&f->form.q, f->folder, true, &f->err), 0);
		assert_int_equal(xlsform_read(f->folder, &f->arena, &again, &f->err), 0);
		assert_fine(&again);
		assert_true(questionnaire_same(&f->form.q, &again.q));
		assert_string_equal(f->form.q.code, again.q.code);
	}
}

static void
nothing_is_replaced_unless_told(void **state)
{
	struct fixture *f = *state;
	struct xlsform *form = fixture_trial(f);

	fixture_write(f, "settings", "mine\n");
	assert_int_equal(xlsform_write_folder(&form->q, f->folder, false, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	f->err = (struct error){ .code = ERROR_NONE };
	assert_int_equal(xlsform_read(f->folder, &f->arena, &f->form, &f->err), -1);
	assert_non_null(strstr(f->err.text, "survey.csv"));
}

static void
the_real_form_is_read_whole(void **state)
{
	struct fixture *f = *state;
	int types[QUESTION_TYPES] = { 0 }, required = 0, relevant = 0, hard = 0, grids = 0;
	const char *folder = getenv("GROMADA_REAL_DATA");
	struct xlsform book;
	char path[512];

	if (!folder) {
		print_message("# skipped: GROMADA_REAL_DATA does not name the folder of real files\n");
		skip();
	}
	snprintf(path, sizeof path, "%s/xlsform", folder);
	assert_int_equal(xlsform_read(path, &f->arena, &f->form, &f->err), 0);
	assert_fine(&f->form);
	/* 64 rows, 7 of them ends of groups. */
	assert_int_equal(f->form.q.question_count, 57);
	assert_int_equal(f->form.q.choice_count, 36);
	for (int i = 0; i < f->form.q.question_count; i++) {
		const struct question *q = &f->form.q.questions[i];

		types[q->type]++;
		required += strcmp(q->required, "true") == 0;
		relevant += *q->relevant != '\0';
		hard += *q->hard_check != '\0';
		grids += questionnaire_grid(&f->form.q, i).count > 0;
	}
	assert_int_equal(types[QUESTION_SELECT_ONE], 31);
	assert_int_equal(types[QUESTION_SELECT_MULTIPLE], 4);
	assert_int_equal(types[QUESTION_TEXT], 8);
	assert_int_equal(types[QUESTION_CALCULATE], 3);
	assert_int_equal(types[QUESTION_NOTE], 2);
	assert_int_equal(types[QUESTION_GROUP], 7);
	assert_int_equal(types[QUESTION_META], 2);
	assert_int_equal(relevant, 30);
	assert_int_equal(required, 38);
	assert_int_equal(hard, 1);
	assert_int_equal(grids, 25);
	snprintf(path, sizeof path, "%s/xlsform/testB.xlsx", folder);
	assert_int_equal(xlsform_read(path, &f->arena, &book, &f->err), 0);
	assert_fine(&book);
	assert_true(book.workbook);
	assert_true(questionnaire_same(&f->form.q, &book.q));
	assert_int_equal(xlsform_write_folder(&f->form.q, f->folder, true, &f->err), 0);
	assert_int_equal(xlsform_read(f->folder, &f->arena, &book, &f->err), 0);
	assert_true(questionnaire_same(&f->form.q, &book.q));
}

static void
old_spellings_semicolons_and_cp1250_do(void **state)
{
	struct fixture *f = *state;
	struct xlsform *form = fixture_read(f,
		"\xef\xbb\xbf""type;name;label;relevance\r\nbegin group;g;Grupa;\r\n"
		"select one yn;a;Czy tak?;\r\nselect_multiple yn or_other;m;Kt\xc3\xb3re?;\r\n"
		"int;n;Ile?;\"selected(${a}, 'yes')\"\r\nend group;;;\r\n",
		"list name;name;label\r\nyn;yes;\xaf""yczliwie, \x9c\x9f\r\nyn;no;Nie\r\n", NULL);

	assert_fine(form);
	assert_int_equal(form->q.question_count, 4);
	assert_string_equal(form->q.questions[3].relevant, "selected(${a}, 'yes')");
	assert_true(form->q.questions[2].or_other);
	assert_string_equal(form->q.choices[0].label.in[0], "Życzliwie, śź");
	assert_string_equal(form->q.languages[0], "");
}

static void
texts_without_a_language_are_in_the_default_one(void **state)
{
	struct fixture *f = *state;
	struct xlsform *form = fixture_read(f,
		"type,name,label::English (en),label::Polski (pl),constraint,constraint_message\n"
		"integer,a,How many?,Ile?,. > 0,Więcej niż zero.\n",
		NULL, "form_id,default_language\nx,Polski (pl)\n");

	assert_fine(form);
	assert_int_equal(form->q.language, 1);
	assert_string_equal(form->q.questions[0].hard_message.in[1], "Więcej niż zero.");
	assert_string_equal(
		questionnaire_text(&form->q, &form->q.questions[0].label, form->q.language), "Ile?");
	form = fixture_read(f, "type,name,label,label::English\ninteger,a,Ile?,How many?\n", NULL, NULL);
	assert_fine(form);
	assert_int_equal(form->q.language_count, 2);
	assert_string_equal(form->q.questions[0].label.in[0], "Ile?");
}

static void
what_paper_cannot_hold_is_named(void **state)
{
	struct fixture *f = *state;
	struct xlsform *form = fixture_read(f,
		HEAD "geopoint,where,Where?,,,,,,\nmagic,m,M,,,,,,\nselect_one_from_file x.csv,y,Y,,,,,,\n"
		     "text,t,T,${where} != '',,,,,\n,u,U,,,,,,\n",
		NULL, NULL);

	assert_int_equal(form->errors, 4);
	assert_refused(form, "survey.csv, line 2, column type: The type “geopoint” is not supported: "
			     "its answers do not come on paper.");
	assert_refused(form, "survey.csv, line 3, column type: “magic” is no type of question.");
	assert_refused(form, "survey.csv, line 4, column type: The type “select_one_from_file” is not "
			     "supported: its answers do not come on paper.");
	assert_refused(form, "survey.csv, line 6, column type: The row has no type.");
	assert_int_equal(xlsform_refuse(form, &f->err), -1);
	assert_string_equal(f->err.text,
		"The questionnaire was not taken over because of 4 errors. The first: survey.csv, "
		"line 2, column type: The type “geopoint” is not supported: its answers do not come on "
		"paper.");
}

static void
names_lists_and_codes_are_checked(void **state)
{
	struct fixture *f = *state;
	struct xlsform *form = fixture_read(f,
		HEAD "text,a,A,,,,,,\ntext,a,B,,,,,,\ntext,1x,C,,,,,,\nselect_one none,d,D,,,,,,\n"
		     "select_multiple yn,e,E,,,,,3,\nselect_one,f,F,,,,,,\ntext,,G,,,,,,\n"
		     "select_one yn or_other,h,H,,,,,,\ntext,h_other,I,,,,,,\n",
		"list_name,name,label,code\nyn,yes,Yes,1\nyn,yes,Yes,2\nyn,no,No,2\nyn,maybe,?,x\n"
		"yn,late,?,21\n,z,Z,\n",
		NULL);

	assert_refused(form, "survey.csv, line 3, column name: The name “a” stands twice; every row "
			     "needs its own.");
	assert_refused(form, "survey.csv, line 4, column name: “1x” cannot be a name: a name is a "
			     "letter or _, then letters, digits, _, - and dots.");
	assert_refused(form, "survey.csv, line 5, column type: There is no choice of the list “none” "
			     "on the choices sheet.");
	assert_refused(form, "survey.csv, line 7, column type: “f” has no list of choices; write its "
			     "name after the type.");
	assert_refused(form, "survey.csv, line 8, column name: This row has no name.");
	assert_refused(form, "survey.csv, line 10, column name: The name “h_other” stands twice; "
			     "every row needs its own.");
	assert_refused(form, "choices.csv, line 3, column name: The choice “yes” stands twice in the "
			     "list “yn”.");
	assert_refused(form, "choices.csv, line 4, column code: “yes” and “no” of the list “yn” have "
			     "the same code 2.");
	assert_refused(form, "choices.csv, line 5, column code: “x” cannot be the code of “maybe”: a "
			     "code is 1 to 7 digits.");
	assert_refused(form, "choices.csv, line 7, column list_name: The choice belongs to no list.");
}

static void
more_answers_than_choices_and_bad_numbers_are_refused(void **state)
{
	struct fixture *f = *state;
	struct xlsform *form = fixture_read(f,
		HEAD "select_multiple yn,a,A,,,,,3,\nrange,b,B,,,,start=1 end=1,,\nrange,c,C,,,,end=x,,\n"
		     "text,d,D,,,,,many,2\ntext,e,E,,,,,,1\n",
		LISTS, "form_id,kind\nx,cats\n");

	assert_refused(form, "survey.csv, line 2, column max_answers: “a” allows 3 answers, but its "
			     "list has 2 choices.");
	assert_refused(form, "survey.csv, line 3, column parameters: “start=1 end=1” is no scale; "
			     "write for example start=0 end=10 step=1; start and end differ, and the "
			     "step is not 0.");
	assert_refused(form, "survey.csv, line 5, column max_answers: “many” where a whole number from "
			     "0 to 999 is expected.");
	assert_refused(form, "survey.csv, line 6, column page: “e” stands on page 1 after a question "
			     "on page 2; the rows follow the order of the paper.");
	assert_refused(form, "settings.csv, line 2, column kind: “cats” where residents, ngo, "
			     "entrepreneurs, employees, youth or other is expected.");
}

static void
bad_expressions_are_named_in_their_place(void **state)
{
	struct fixture *f = *state;
	struct xlsform *form = fixture_read(f,
		HEAD "text,a,A,${nobody} = 1,,,,,\ninteger,b,B,,. >,,,,\ncalculate,c,,,,,,,\n"
		     "integer,d,D,. > 1,,,,,\nnote,e,${gone},,,,,,\ninteger,g,G,frob(${d}),,,,,\n",
		NULL, NULL);

	assert_refused(form, "survey.csv, line 2, column relevant: There is no question “nobody”.");
	assert_refused(form, "survey.csv, line 4, column calculation: “c” is a calculation, but nothing "
			     "says what is calculated.");
	assert_refused(form, "survey.csv, line 5, column relevant: A question cannot be asked or not by "
			     "its own answer.");
	assert_refused(form, "survey.csv, line 6, column label: The text names a question “gone”, which "
			     "does not exist.");
	assert_int_equal(form->errors, 6);
}

static void
texts_without_end_are_refused(void **state)
{
	struct fixture *f = *state;
	size_t room = 200000;
	char *survey = calloc(1, room), *end = survey;

	end += sprintf(end, "type,name,label\ntext,a,");
	memset(end, 'x', 10001);
	strcpy(end + 10001, "\n");
	assert_refused(fixture_read(f, survey, NULL, NULL), "survey.csv, line 2, column label: The text "
		"of “a” is too long; 10000 characters are the most.");
	memset(end, 'x', 150000);
	strcpy(end + 150000, "\n");
	fixture_write(f, "survey", survey);
	assert_int_equal(xlsform_read(f->folder, &f->arena, &f->form, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	assert_int_equal(f->err.row, 2);
	f->err = (struct error){ .code = ERROR_NONE };
	end = survey + sprintf(survey, "type,name,label\n");
	for (int i = 0; i < 3001; i++)
		end += sprintf(end, "text,q%d,Q\n", i);
	fixture_write(f, "survey", survey);
	assert_int_equal(xlsform_read(f->folder, &f->arena, &f->form, &f->err), -1);
	assert_string_equal(f->err.text,
		"The sheet survey has more than 3000 rows; this is no questionnaire.");
	free(survey);
}

static void
circles_are_found_through_routes_calculations_and_groups(void **state)
{
	struct fixture *f = *state;
	struct xlsform *form = fixture_read(f,
		HEAD "integer,a,A,${b} > 1,,,,,\ncalculate,b,,,,${c} + 1,,,\ninteger,c,C,${a} > 1,,,,,\n"
		     "begin_group,g,G,${h} = 1,,,,,\ninteger,h,H,,,,,,\nend_group,,,,,,,,\n"
		     "calculate,s,,,,${s} + 1,,,\n",
		NULL, NULL);

	assert_int_equal(form->errors, 3);
	assert_refused(form, "survey.csv, line 2, column relevant: These depend on one another in a "
			     "circle: a → b → c → a.");
	assert_refused(form, "survey.csv, line 5, column relevant: These depend on one another in a "
			     "circle: g → h → g.");
	assert_refused(form, "survey.csv, line 8, column calculation: These depend on one another in a "
			     "circle: s → s.");
}

static void
groups_must_balance(void **state)
{
	struct fixture *f = *state;
	struct xlsform *form = fixture_read(f,
		HEAD "end_group,,,,,,,,\nbegin_group,g,G,,,,,,\nbegin_repeat,r,R,,,,,,\n"
		     "begin_repeat,s,S,,,,,,\ntext,t,T,,,,,,\nend_repeat,,,,,,,,\nend_group,,,,,,,,\n",
		NULL, NULL);

	assert_refused(form, "survey.csv, line 2, column type: end_group stands here, but no "
			     "begin_group is open.");
	assert_refused(form, "survey.csv, line 8, column type: end_group stands here, but no "
			     "begin_group is open.");
	assert_refused(form, "survey.csv, line 3, column type: The group “g” is never ended.");
	assert_refused(form, "survey.csv, line 5, column type: “s” is a repeated group inside another "
			     "repeated group; gromada repeats one level only.");
}

static void
headings_are_checked_before_rows(void **state)
{
	struct fixture *f = *state;

	assert_refused(fixture_read(f, "type,label\ntext,A\n", NULL, NULL),
		"survey.csv, line 1: The column name is missing.");
	assert_refused(fixture_read(f, "type,name,label,label\ntext,a,A,B\n", NULL, NULL),
		"survey.csv, line 1, column label: The column stands twice.");
	assert_refused(fixture_read(f, "type,name,label\ntext,a,A,B\n", NULL, NULL),
		"survey.csv, line 2: The row has 4 cells, the heading 3.");
	assert_refused(fixture_read(f, "type,name,label\nnote,a,A\n", NULL, NULL),
		"survey.csv, column type: The questionnaire asks nothing.");
}

static void
what_is_odd_is_a_remark_only(void **state)
{
	struct fixture *f = *state;
	struct xlsform *form = fixture_read(f,
		"type,name,label::Polski,label::English,relevant\ninteger,a,Ile?,,${b} = 1\n"
		"integer,b,\"Ile\xe2\x80\x8b?\",How many?,\nselect_one l,c,C,C,\n",
		"list_name,name,label::Polski,label::English,code\nl,x,X,X,1\nl,y,Y,Y,12\nm,z,Z,Z,\n",
		"form_id,form_title\nx,X\n");
	const char *const remarks[] = {
		"survey.csv, line 3, column label::Polski: Characters that cannot be seen were left out.",
		"survey.csv, line 2, column label::Polski: The text of “a” is missing in the language "
		"“English”.",
		"survey.csv, line 2, column relevant: “a” depends on “b”, which is asked later.",
		"choices.csv, line 3, column code: In the list “l” the code 1 begins the code 12: a keyer "
		"has to press Enter after it.",
		"choices.csv, line 4, column list_name: No question uses the list “m”.",
	};
	char text[1024];

	assert_fine(form);
	assert_string_equal(form->q.questions[1].label.in[0], "Ile?");
	for (size_t i = 0; i < sizeof remarks / sizeof remarks[0]; i++) {
		bool told = false;

		for (int k = 0; k < form->problem_count; k++)
			told |= strcmp(xlsform_problem_text(text, sizeof text, form,
					       &form->problems[k]), remarks[i]) == 0;
		if (!told)
			fail_msg("not told: %s", remarks[i]);
	}
}

static void
a_path_that_is_no_form_is_refused(void **state)
{
	struct fixture *f = *state;
	char path[512];

	assert_int_equal(xlsform_read("/nonexistent", &f->arena, &f->form, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_MISSING);
	f->err = (struct error){ .code = ERROR_NONE };
	snprintf(path, sizeof path, "%s/README.md", getenv("abs_top_srcdir"));
	assert_int_equal(xlsform_read(path, &f->arena, &f->form, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	f->err = (struct error){ .code = ERROR_NONE };
	snprintf(path, sizeof path, "%s/tests/data/questionnaire/choices.csv", getenv("abs_top_srcdir"));
	assert_int_equal(xlsform_read(path, &f->arena, &f->form, &f->err), 0);
	assert_string_equal(f->form.q.code, "trial");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
	const struct CMUnitTest tests[] = {
		TEST(every_column_reaches_its_place),
		TEST(numbers_pages_codes_and_grids_follow_the_paper),
		TEST(rows_of_a_grid_take_the_number_of_their_head),
		TEST(export_and_import_give_the_same),
		TEST(nothing_is_replaced_unless_told),
		TEST(the_real_form_is_read_whole),
		TEST(old_spellings_semicolons_and_cp1250_do),
		TEST(texts_without_a_language_are_in_the_default_one),
		TEST(what_paper_cannot_hold_is_named),
		TEST(names_lists_and_codes_are_checked),
		TEST(more_answers_than_choices_and_bad_numbers_are_refused),
		TEST(bad_expressions_are_named_in_their_place),
		TEST(texts_without_end_are_refused),
		TEST(circles_are_found_through_routes_calculations_and_groups),
		TEST(groups_must_balance),
		TEST(headings_are_checked_before_rows),
		TEST(what_is_odd_is_a_remark_only),
		TEST(a_path_that_is_no_form_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
