# SPDX-License-Identifier: GPL-3.0-or-later
dist_man_MANS = %D%/gromada.1 %D%/gromada.ini.5
# Polish pages: man finds them by the language of the account.
pl_man1dir = $(mandir)/pl/man1
dist_pl_man1_DATA = %D%/pl/gromada.1
pl_man5dir = $(mandir)/pl/man5
dist_pl_man5_DATA = %D%/pl/gromada.ini.5
