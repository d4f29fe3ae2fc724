/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While another process holds the database: says so after a second, and Esc gives up. */
#ifndef SCREENS_WAIT_H
#define SCREENS_WAIT_H

/* db_wait.waiting; context is a struct app. */
int wait_for_database(void *app, int waited_ms);

#endif
