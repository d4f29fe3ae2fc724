# SPDX-License-Identifier: GPL-3.0-or-later
# Samples: distributions, errors of estimates, weights.
src_model_libmodel_a_SOURCES += %D%/distribution.c %D%/distribution.h %D%/estimate.c \
	%D%/estimate.h %D%/raking.c %D%/raking.h %D%/weighting.c %D%/weighting.h \
	%D%/weighting_compute.c %D%/weighting_hidden.c %D%/weighting_parts.h
query_files += %D%/weighting.sql
