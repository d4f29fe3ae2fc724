# SPDX-License-Identifier: GPL-3.0-or-later
# One library; its screens stand in rooms, and every room declares its own files.
noinst_LIBRARIES += %D%/libscreens.a
%C%_libscreens_a_SOURCES =
include %D%/frame/folder.mk
include %D%/groups/folder.mk
include %D%/meetings/folder.mk
include %D%/surveys/folder.mk
include %D%/keying/folder.mk
include %D%/questionnaires/folder.mk
include %D%/results/folder.mk
include %D%/indicators/folder.mk
include %D%/files/folder.mk
include %D%/office/folder.mk
include %D%/plans/folder.mk
include %D%/monitoring/folder.mk
include %D%/sheets/folder.mk
include %D%/minutes/folder.mk
include %D%/strategies/folder.mk
include %D%/diagnosis/folder.mk
include %D%/swot/folder.mk
