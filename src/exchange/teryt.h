/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of the register TERC while it is read; shared by its CSV and XML readers. */
#ifndef EXCHANGE_TERYT_H
#define EXCHANGE_TERYT_H

#include "exchange/header.h"
#include "exchange/kind.h"
#include "model/units/register.h"

enum teryt_column { TERYT_WOJ, TERYT_POW, TERYT_GMI, TERYT_RODZ, TERYT_NAME, TERYT_DESIGNATION,
	TERYT_DATE, TERYT_COLUMNS };

struct teryt {
	struct register_state state;
	size_t room;
	struct header header;
	int seen;                 /* header: 1 = taken */
	char file_date[11];       /* XML: the catalogue's own date, where rows have none */
};

extern const struct header_column teryt_columns[TERYT_COLUMNS];

/* One row; places are the columns (1-based) for messages, 0 = unknown. */
int teryt_row(struct teryt *t, long line, const char *const cells[TERYT_COLUMNS],
	const int places[TERYT_COLUMNS], struct error *err);
int teryt_read_xml(struct teryt *t, struct input *in, struct error *err);

#endif
