# SPDX-License-Identifier: GPL-3.0-or-later
# Diagnosis: areas, peers, levels and changes, problems.
src_model_libmodel_a_SOURCES += %D%/area_tree.c %D%/area_tree.h %D%/diagnosis.c %D%/diagnosis.h \
	%D%/diagnosis_courses.c %D%/diagnosis_fold.c %D%/diagnosis_kept.c %D%/diagnosis_parts.h \
	%D%/finding.c %D%/finding.h %D%/group_rule.c %D%/group_rule.h %D%/peers.c %D%/peers.h \
	%D%/peers_parts.h %D%/peers_size.c %D%/problem.c %D%/problem.h %D%/standardise.c \
	%D%/standardise.h %D%/strategic_evidence.c %D%/strategic_evidence.h %D%/unit_type.c \
	%D%/unit_type.h
query_files += %D%/area_tree.sql %D%/diagnosis.sql %D%/finding.sql %D%/group_rule.sql \
	%D%/peers.sql %D%/problem.sql %D%/strategic_evidence.sql %D%/unit_type.sql
