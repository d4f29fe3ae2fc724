# SPDX-License-Identifier: GPL-3.0-or-later
# The territorial register.
src_model_libmodel_a_SOURCES += %D%/register.c %D%/register.h %D%/register_check.c \
	%D%/succession.c %D%/unit.c %D%/unit.h %D%/unit_city.c %D%/unit_city.h %D%/unit_code.c %D%/unit_find.c %D%/unit_history.c \
	%D%/unit_history.h %D%/unit_name.c %D%/unit_name.h %D%/unit_told.c %D%/unit_told.h
query_files += %D%/register.sql %D%/succession.sql %D%/unit.sql %D%/unit_history.sql
