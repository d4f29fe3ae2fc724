# SPDX-License-Identifier: GPL-3.0-or-later
# SWOT analyses and ballots.
src_model_libmodel_a_SOURCES += %D%/ballot.c %D%/ballot.h %D%/ballot_card.c \
	%D%/ballot_gather.c %D%/ballot_parts.h %D%/ballot_result.c %D%/ballot_result.h %D%/swot.c %D%/swot.h %D%/swot_factor.c \
	%D%/swot_pair.c %D%/swot_pair.h %D%/swot_parts.h %D%/swot_position.c %D%/swot_position.h \
	%D%/swot_take.c %D%/swot_weight.c
query_files += %D%/ballot.sql %D%/swot.sql
