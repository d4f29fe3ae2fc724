/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Directories of the person: home, XDG data and config, documents. */
#ifndef BASE_PATHS_H
#define BASE_PATHS_H

#include "base/error.h"

#include <stddef.h>

/* Both point to memory of the module, valid until the next call of the same function. */
const char *paths_home(void);  /* $HOME where it is a full path, else of the account */
const char *paths_login(void); /* login of the account, in test mode too; uid-1000 if it has none */
/* The XDG variables count when they hold a full path. name "" gives the folder. Return dst. */
char *paths_data(char *dst, size_t size, const char *name);   /* XDG data/gromada/name */
char *paths_config(char *dst, size_t size, const char *name); /* XDG config/gromada/name */
char *paths_documents(char *dst, size_t size);                /* XDG documents folder or home */
/* Makes every missing folder above path with mode 0700. */
int paths_make_parents(const char *path, struct error *err);

#endif
