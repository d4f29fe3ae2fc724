/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on a screen goes to a file: asks for format and name, writes into the folder for
 * files to take away, and says where the file lies. */
#ifndef SCREENS_EXPORT_H
#define SCREENS_EXPORT_H

#include "base/arena.h"
#include "report/document.h"
#include "screens/frame/app.h"
#include "tui/list.h"

/* Makes the table from the screen's own memory: report_table_start(table, arena, …) and so on.
 * Called once, at once; the arena lives as long as the dialog does. */
typedef int export_build(
	const void *self, struct arena *arena, struct report_table *table, struct error *err);

/* name: beginning of the file name offered, as "ranking ludność 2024"; it is folded. */
void export_open(struct screens *s, export_build *build, const void *self, const char *name);

/* The same for a paper: PDF is offered first. */
void export_print(struct screens *s, export_build *build, const void *self, const char *name);

/* For what is no table: prepare is called once, at once, and puts the document and its title into
 * the arena; put writes it as PDF or as text. */
typedef int export_prepare(const void *self, struct arena *arena, void **document,
	const char **title, struct error *err);
typedef int export_put(void *document, enum report_format format, struct arena *arena,
	struct output *out, struct error *err);
void export_document(struct screens *s, export_prepare *prepare, export_put *put, const void *self,
	const char *name);

/* The same with the formats that it can be written in, the first chosen until another is. */
void export_formats(struct screens *s, export_prepare *prepare, export_put *put,
	const enum report_format *formats, int count, const void *self, const char *name);

/* A document of many parts; what it leaves open, its letters, is as the settings say. */
typedef int export_parts(
	const void *self, struct arena *arena, struct document *document, struct error *err);
void export_report(struct screens *s, export_parts *build, const enum report_format *formats,
	int count, const void *self, const char *name);

/* The rows of a list as they stand on the screen, all as text: enough where no cell is a
 * figure to count with. */
int export_list(const struct list *list, const char *title, struct arena *arena,
	struct report_table *table, struct error *err);

#endif
