/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure of a file in one number, as it waits for its slice. */
#ifndef EXCHANGE_FIGURE_CELL_H
#define EXCHANGE_FIGURE_CELL_H

#include "base/number.h"
#include "model/indicators/flag.h"

#include <stdbool.h>
#include <stdint.h>

/* A cell in one number: 0 = absent; else flag code + 1 in 8 bits, decimals in 4, then the
 * mantissa (below 10^15, signed). So a cell costs eight bytes and keeps its decimals. */
typedef uint64_t figure_cell;

static inline figure_cell
figure_make(struct decimal value, int flag)
{
	if (flag_missing((unsigned char)flag))
		value = (struct decimal){ 0, 0 };
	return (uint64_t)value.mantissa << 12 | (uint64_t)value.decimals << 8 |
	       (uint64_t)(flag + 1);
}
static inline int
figure_flag(figure_cell cell)
{
	return (int)(cell & 0xff) - 1;
}
static inline bool
figure_missing(figure_cell cell)
{
	return flag_missing((unsigned char)figure_flag(cell));
}
static inline int
figure_decimals(figure_cell cell)
{
	return (int)(cell >> 8 & 15);
}
static inline double
figure_value(figure_cell cell, const double *powers)
{
	return (double)((int64_t)cell >> 12) / powers[cell >> 8 & 15];
}

#endif
