/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who decides and who carries out, by the kind of unit and by the office's own word. */
#include "config.h"

#include "model/authority.h"

#include "base/i18n.h"
#include "model/units/unit_city.h"

#include <string.h>

static bool
is_own(const struct office *office, const struct unit *unit)
{
	return office && unit && unit_code_same(office->own_unit, unit->code);
}

/* By either of its two codes. */
static bool
is_city(const struct unit *unit)
{
	char twin[UNIT_CODE_SIZE];

	return unit->city || (unit->level == LEVEL_GMINA && unit_code_twin(unit->code, twin)[0]);
}

static const char *
usual_council(const struct unit *unit)
{
	if (!unit)
		return _("the council");
	if (unit->level == LEVEL_VOIVODESHIP)
		return _("the assembly of the voivodeship");
	if (is_city(unit))
		return _("the council of the city");
	if (unit->level == LEVEL_POWIAT)
		return _("the council of the powiat");
	if (unit->level == LEVEL_GMINA && unit->kind == '2')
		return _("the council of the gmina");
	return unit->level == LEVEL_GMINA ? _("the council of the town") : _("the council");
}

static const char *
usual_executive(const struct unit *unit)
{
	if (!unit)
		return _("the executive");
	if (is_city(unit))
		return _("the mayor of the city with powiat rights");
	if (unit->level == LEVEL_POWIAT)
		return _("the board of the powiat");
	if (unit->level == LEVEL_VOIVODESHIP)
		return _("the board of the voivodeship");
	if (unit->level != LEVEL_GMINA)
		return _("the executive");
	return unit->kind == '2' ? _("the head of the rural gmina") : _("the mayor of the town");
}

const char *
authority_council(const struct office *office, const struct unit *unit)
{
	return is_own(office, unit) && office->council[0] ? office->council : usual_council(unit);
}

const char *
authority_executive(const struct office *office, const struct unit *unit)
{
	return is_own(office, unit) && office->executive[0] ? office->executive
							    : usual_executive(unit);
}
