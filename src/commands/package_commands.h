/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of the table of commands that carry groups between offices. */
#ifndef COMMANDS_PACKAGE_COMMANDS_H
#define COMMANDS_PACKAGE_COMMANDS_H

struct run;
struct error;

/* packages.c; import.c */
int command_package_export(struct run *run, struct error *err);
int command_package_import(struct run *run, struct error *err);
int command_list_packages(struct run *run, struct error *err);
int command_list_offices(struct run *run, struct error *err);

#endif
