# SPDX-License-Identifier: GPL-3.0-or-later
# Packages between offices.
src_model_libmodel_a_SOURCES += %D%/package.c %D%/package.h %D%/package_answered.c \
	%D%/package_forget.c %D%/package_formats.c %D%/package_former_member.c %D%/package_group.c %D%/package_handed.c %D%/package_indicator.c \
	%D%/package_judge.c %D%/package_judging.h %D%/package_nouns.c %D%/package_office.c \
	%D%/package_office.h %D%/package_own_figures.c %D%/package_parts.h %D%/package_people.c %D%/package_put.c \
	%D%/package_results.c %D%/package_results.h %D%/package_reworked.c %D%/package_return.c %D%/package_standing.c %D%/package_withdrawn.c %D%/package_words.c %D%/package_xml.c
query_files += %D%/package.sql
