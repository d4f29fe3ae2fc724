/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a new indicator of own figures, opened where a data sheet is laid out: what a member
 * must know to fill it in. The rest of the card is on the form of indicators (5 5). */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/exchange_group.h"
#include "screens/sheets/sheet_screens.h"

struct made {
	char code[40], name[512], definition[4004], measure[64], decimals[8];
	int direction;
	char service[128];
};

static const char *const directions[] = { N_("the more, the better"), N_("the less, the better"),
	N_("neither: a wanted value"), NULL };

#define AT(member) .offset = offsetof(struct made, member), .size = sizeof((struct made *)0)->member

static const struct field fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Code"),
		AT(code),
		.required = true,
		.width = 20,
		.check = card_form_code,
		.help = N_("Letters, digits, points and hyphens; it is used in files and "
			   "commands.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Name"),
		AT(name),
		.required = true,
		.width = 54,
		.help = N_("A short name as it stands in tables.") },
	{ .kind = FIELD_LINES,
		.label = N_("Definition"),
		AT(definition),
		.rows = 4,
		.help = N_("What exactly is counted; it is printed on the sheet.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Measure"),
		AT(measure),
		.width = 20,
		.help = N_("The unit of measure: zł, %, szt., os.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Decimals"),
		AT(decimals),
		.required = true,
		.width = 6,
		.whole = true,
		.min = 0,
		.max = 6,
		.help = N_("How many digits stand behind the comma: 0 to 6.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Direction"),
		.offset = offsetof(struct made, direction),
		.width = 40,
		.choices = directions,
		.help = N_("Decides what is good in a ranking; Space changes it.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Service"),
		AT(service),
		.width = 40,
		.help = N_("The public service: oświata, kultura, pomoc społeczna …") },
};
static const char *const names[] = { "code", "name", "definition", "measure", "decimals",
	"direction", "service" };
/* Of the form's fields, as the card's errors count them. */
static const int of_card[] = { INDICATOR_FIELD_CODE, INDICATOR_FIELD_NAME,
	INDICATOR_FIELD_DEFINITION, INDICATOR_FIELD_MEASURE, INDICATOR_FIELD_DECIMALS,
	INDICATOR_FIELD_DIRECTION, INDICATOR_FIELD_SERVICE };
enum { FIELDS = sizeof fields / sizeof *fields };

/* The group's service stands there. */
static int
read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct made *v = values;
	struct exchange_group group;
	struct data_sheet sheet;

	if (data_sheet_load(app->db, of->parent, &sheet, err) ||
		exchange_group_load(app->db, sheet.group_id, &group, err))
		return -1;
	text_copy(of->uid, sizeof of->uid, sheet.uid);
	text_copy(v->decimals, sizeof v->decimals, "1");
	text_copy(v->service, sizeof v->service, group.service);
	return 0;
}

static int
save(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	static const char letters[] = "SDN";
	const struct made *v = values;
	struct indicator card = { .code = v->code,
		.name = v->name,
		.definition = v->definition,
		.numerator = "",
		.denominator = "",
		.measure = v->measure,
		.service = v->service,
		.dimension = "",
		.level = "",
		.source = "",
		.frequency = "R",
		.note = "",
		.multiplier = 1,
		.decimals = (int)card_form_whole(v->decimals),
		.direction = letters[v->direction],
		.kind = INDICATOR_OWN };

	if (indicator_save(app->db, &card, err)) {
		for (int i = 0; err && i < FIELDS; i++)
			if (err->field == of_card[i]) {
				err->field = i + 1;
				break;
			}
		return -1;
	}
	of->id = card.id;
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)of;
	(void)values;
	text_copy(dst, size, _("New indicator of own figures"));
}

const struct card_form_kind sheet_indicator_form = { .name = "sheet_indicator",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct made),
	.role = PERSON_CLERK,
	.read = read,
	.save = save,
	.title = title,
	.saved = N_("The indicator is made and stands on the sheet.") };
