/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that stand for choices in files and tables of the database. */
#ifndef MODEL_WORD_H
#define MODEL_WORD_H

struct word {              /* one choice; a table of them is indexed by its enum */
	const char *name;  /* as it is stored */
	const char *label; /* N_() as people read it */
};

/* The place of the name in the table, or none. */
int word_find(const struct word *words, int count, const char *name, int none);
/* The same of what people typed into a sheet: the name or the label, in any language of the
 * program, in capitals or not, with or without Polish letters. */
int word_find_said(const struct word *words, int count, const char *said, int none);
/* word_find() where labels are made elsewhere. */
int word_place(const char *const *names, int count, const char *name, int none);

#endif
