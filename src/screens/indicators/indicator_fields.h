/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of an indicator's form, as typed, and the way from and to the card. */
#ifndef SCREENS_INDICATOR_FIELDS_H
#define SCREENS_INDICATOR_FIELDS_H

#include "model/indicators/indicator.h"
#include "tui/form.h"

enum { INDICATOR_FIELDS = INDICATOR_FIELD_DENOMINATOR_CODE, INDICATOR_TEXT = 4004 };

struct indicator_values {
	char code[40], name[512], definition[INDICATOR_TEXT], numerator[INDICATOR_TEXT],
		denominator[INDICATOR_TEXT], multiplier[32], measure[64], decimals[8];
	int direction;
	char wanted_low[32], wanted_high[32], service[128], dimension[128], level[128], source[256],
		note[INDICATOR_TEXT];
	int frequency, kind;
	char frequency_code[16]; /* what no choice stands for stays as it is */
	char numerator_text[256], numerator_code[64], denominator_text[256], denominator_code[64];
};

/* In the order of enum indicator_field, from 0. */
extern const struct field indicator_form_fields[INDICATOR_FIELDS];
extern const char *const indicator_field_names[INDICATOR_FIELDS]; /* of drafts, never translated */

void indicator_values_new(struct indicator_values *v);
int indicator_values_read(struct indicator_values *v, const struct indicator *card, struct db *db,
	struct arena *arena, struct error *err);
/* Texts of the card point into v. Numbers that are none: error with the field. */
int indicator_values_write(
	const struct indicator_values *v, struct indicator *card, struct error *err);

#endif
