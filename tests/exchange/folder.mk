# SPDX-License-Identifier: GPL-3.0-or-later

# Registers, changes, catalogues, demonstration data.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_register %D%/test_teryt %D%/test_real_units
TESTS += %D%/test_register %D%/test_teryt %D%/test_real_units
%C%_test_register_SOURCES = %D%/test_register.c %D%/units_fixture.c %D%/units_fixture.h
%C%_test_register_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
%C%_test_teryt_SOURCES = %D%/test_teryt.c %D%/units_fixture.c %D%/units_fixture.h
%C%_test_teryt_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
%C%_test_real_units_SOURCES = %D%/test_real_units.c %D%/units_fixture.c %D%/units_fixture.h
%C%_test_real_units_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
endif
