# SPDX-License-Identifier: GPL-3.0-or-later

# Units, people, and every query of the model.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_unit_code %D%/test_people %D%/test_queries
TESTS += %D%/test_unit_code %D%/test_people %D%/test_queries
%C%_test_unit_code_SOURCES = %D%/test_unit_code.c
%C%_test_unit_code_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_people_SOURCES = %D%/test_people.c
%C%_test_people_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_queries_SOURCES = %D%/test_queries.c
%C%_test_queries_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif
