# SPDX-License-Identifier: GPL-3.0-or-later
# Which cells are hidden beside a small one.
src_model_libmodel_a_SOURCES += %D%/suppression.c %D%/suppression.h %D%/suppression_beside.c \
	%D%/suppression_lay.c %D%/suppression_network.c %D%/suppression_pair.c \
	%D%/suppression_parts.h
