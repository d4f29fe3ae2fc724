/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The units of one comparison group, and the form of one that follows a rule. */
#ifndef SCREENS_GROUP_MEMBERS_H
#define SCREENS_GROUP_MEMBERS_H

#include "screens/frame/card_form.h"

void group_members_open(struct screens *s, int64_t group);

extern const struct card_form_kind group_rule_form;

#endif
