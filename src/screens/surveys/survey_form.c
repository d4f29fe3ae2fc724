/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A survey's form, and an operator's: short ones. */
#include "config.h"

#include "screens/surveys/survey_form.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/operator.h"
#include "model/questionnaires/questionnaire.h"
#include "model/surveys/wave.h"

#include <stdio.h>
#include <string.h>

#define AT(type, member) .offset = offsetof(type, member), .size = sizeof((type *)0)->member
#define KEY(type, member) \
	.key_offset = offsetof(type, member), .key_size = sizeof((type *)0)->member

/* ---- a survey ---- */

struct survey_values {
	char code[33], name[256], questionnaire[256], questionnaire_key[65], note[512];
};

static int
suggest_questionnaire(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	struct app *app = context;
	struct questionnaire_entry *list;
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	char needle[128], folded[512], text[512];
	int count = 0, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (questionnaire_list(app->db, &arena, &list, &count, &ignored))
		count = 0;
	for (int i = 0; i < count && n < max; i++) {
		snprintf(text, sizeof text, "%s %s", list[i].code, list[i].title);
		if (!text_match(text_fold(folded, sizeof folded, text), needle))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, list[i].title);
		text_copy(rows[n].note, sizeof rows[n].note,
			list[i].published_at[0] || list[i].versions > 1 ? "" : _("not published"));
		text_copy(rows[n++].key, sizeof rows[0].key, list[i].code);
	}
	arena_release(&arena);
	return n;
}

static const struct field survey_fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Code"),
		AT(struct survey_values, code),
		.required = true,
		.width = 33,
		.check = card_form_code,
		.help = N_("Short, without blanks and accents, as mieszkancy; waves add their "
			   "year.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Name"),
		AT(struct survey_values, name),
		.required = true,
		.width = 54,
		.help = N_(
			"The name under which the survey is known: Satisfaction of residents.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Questionnaire"),
		AT(struct survey_values, questionnaire),
		.required = true,
		.width = 54,
		KEY(struct survey_values, questionnaire_key),
		.suggest = suggest_questionnaire,
		.none = N_("No questionnaire has these words; menu 3 7 makes one."),
		.help = N_("What is asked: type some letters of its title or code.") },
	{ .kind = FIELD_LINES,
		.label = N_("Remark"),
		AT(struct survey_values, note),
		.rows = 3,
		.help = N_("What a colleague should know about this survey; may stay empty.") },
};
enum { SURVEY_FIELDS = sizeof survey_fields / sizeof *survey_fields };
static const char *const survey_names[SURVEY_FIELDS] = { "code", "name", "questionnaire", "note" };

static int
survey_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct survey_values *v = values;
	struct survey s;

	if (of->id == 0)
		return 0;
	if (survey_load(app->db, of->id, &s, err))
		return -1;
	of->rev = s.rev;
	text_copy(of->uid, sizeof of->uid, s.uid);
	text_copy(v->code, sizeof v->code, s.code);
	text_copy(v->name, sizeof v->name, s.name);
	text_copy(v->questionnaire, sizeof v->questionnaire, s.questionnaire_code);
	text_copy(v->questionnaire_key, sizeof v->questionnaire_key, s.questionnaire_code);
	text_copy(v->note, sizeof v->note, s.note);
	return 0;
}

static int
survey_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct survey_values *v = values;
	const char *code = v->questionnaire_key[0] ? v->questionnaire_key : v->questionnaire;
	struct survey s = { .id = of->id, .rev = of->rev };
	struct arena arena = { 0 };
	struct questionnaire q;
	int result = questionnaire_load(app->db, code, 0, &arena, &q, err);

	if (result == 0) {
		s.questionnaire = q.id;
		text_copy(s.code, sizeof s.code, v->code);
		text_copy(s.name, sizeof s.name, v->name);
		text_copy(s.note, sizeof s.note, v->note);
		result = survey_save(app->db, &s, err);
	} else if (err->code == ERROR_MISSING) {
		err->field = 3;
	}
	arena_release(&arena);
	of->id = s.id;
	return result;
}

static void
survey_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct survey_values *v = values;

	if (of->id)
		snprintf(dst, size, _("Survey %s"), v->code);
	else
		text_copy(dst, size, _("New survey"));
}

const struct card_form_kind survey_form = { .name = "survey",
	.fields = survey_fields,
	.names = survey_names,
	.count = SURVEY_FIELDS,
	.size = sizeof(struct survey_values),
	.role = PERSON_COORDINATOR,
	.read = survey_read,
	.save = survey_write,
	.title = survey_title,
	.saved = N_("The survey is saved.") };

/* ---- an operator ---- */

struct operator_values {
	char name[128], initials[8], starts_on[32], ends_on[32], authorisation[128], account[64],
		account_key[64];
};

static int
suggest_account(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	struct app *app = context;
	struct person *list;
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	char needle[128], folded[512], text[512];
	int count = 0, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (person_list(app->db, &arena, &list, &count, &ignored))
		count = 0;
	for (int i = 0; i < count && n < max; i++) {
		snprintf(text, sizeof text, "%s %s", list[i].login, list[i].name);
		if (list[i].retired || !text_match(text_fold(folded, sizeof folded, text), needle))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, list[i].login);
		text_copy(rows[n].note, sizeof rows[n].note, list[i].name);
		text_copy(rows[n++].key, sizeof rows[0].key, list[i].login);
	}
	arena_release(&arena);
	return n;
}

static const struct field operator_fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("First name, surname"),
		AT(struct operator_values, name),
		.required = true,
		.width = 40,
		.help = N_("First name and surname; only coordinators see it.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Initials"),
		AT(struct operator_values, initials),
		.required = true,
		.width = 8,
		.help = N_("Two to six letters that tell this person from all others.") },
	{ .kind = FIELD_DATE,
		.label = N_("Keys from"),
		AT(struct operator_values, starts_on),
		.required = true,
		.width = 12,
		.help = N_("The first day on which this person keys forms.") },
	{ .kind = FIELD_DATE,
		.label = N_("Keys until"),
		AT(struct operator_values, ends_on),
		.width = 12,
		.help = N_("The last day; empty while the person still keys.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Authorisation"),
		AT(struct operator_values, authorisation),
		.width = 40,
		.help = N_("Number and date of the authorisation to process personal data.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Own account"),
		AT(struct operator_values, account),
		.width = 40,
		KEY(struct operator_values, account_key),
		.suggest = suggest_account,
		.none = N_("Nobody with such an account has used the program yet."),
		.help = N_("Login of an account of one's own; empty on a shared account.") },
};
enum { OPERATOR_FIELDS = sizeof operator_fields / sizeof *operator_fields };
static const char *const operator_names[OPERATOR_FIELDS] = { "name", "initials", "from", "to",
	"authorisation", "account" };

static int
operator_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct operator_values *v = values;
	struct operator_entry o;

	if (of->id == 0) {
		date_format(v->starts_on, sizeof v->starts_on, clock_today());
		return 0;
	}
	if (operator_load(app->db, of->id, &o, err))
		return -1;
	of->rev = o.rev;
	text_copy(of->uid, sizeof of->uid, o.uid);
	text_copy(v->name, sizeof v->name, o.name);
	text_copy(v->initials, sizeof v->initials, o.initials);
	card_form_date(v->starts_on, sizeof v->starts_on, o.starts_on);
	card_form_date(v->ends_on, sizeof v->ends_on, o.ends_on);
	text_copy(v->authorisation, sizeof v->authorisation, o.authorisation);
	text_copy(v->account, sizeof v->account, o.login);
	text_copy(v->account_key, sizeof v->account_key, o.login);
	return 0;
}

static int
operator_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct operator_values *v = values;
	struct operator_entry o = { .id = of->id, .rev = of->rev };
	struct person person;

	if (v->account[0]) {
		if (person_load(app->db, v->account_key[0] ? v->account_key : v->account, &person,
			    err)) {
			err->field = OPERATOR_FIELD_ACCOUNT;
			return -1;
		}
		o.person = person.id;
	}
	text_copy(o.name, sizeof o.name, v->name);
	text_copy(o.initials, sizeof o.initials, v->initials);
	card_form_iso(o.starts_on, sizeof o.starts_on, v->starts_on);
	card_form_iso(o.ends_on, sizeof o.ends_on, v->ends_on);
	text_copy(o.authorisation, sizeof o.authorisation, v->authorisation);
	if (operator_save(app->db, &o, err))
		return -1;
	of->id = o.id;
	return 0;
}

static void
operator_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct operator_values *v = values;

	if (of->id)
		snprintf(dst, size, _("Operator %s"), v->initials);
	else
		text_copy(dst, size, _("New operator"));
}

const struct card_form_kind operator_form = { .name = "operator",
	.fields = operator_fields,
	.names = operator_names,
	.count = OPERATOR_FIELDS,
	.size = sizeof(struct operator_values),
	.role = PERSON_COORDINATOR,
	.read = operator_read,
	.save = operator_write,
	.title = operator_title,
	.saved = N_("The operator is saved.") };
