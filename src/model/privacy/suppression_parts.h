/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of model/suppression: counts as flows of a network, and the choice of what is hidden. */
#ifndef MODEL_SUPPRESSION_PARTS_H
#define MODEL_SUPPRESSION_PARTS_H

#include "base/arena.h"
#include "model/privacy/suppression.h"

/* How a hidden edge was shown to be safe: two states of the network that agree with all that is
 * shown; the edges in which they differ from the truth. It holds while these stay hidden. */
struct suppression_proof {
	int count;
	int edges[];
};

/* At every node what comes in equals what goes out; that is all that sums can tell. */
struct suppression_edge {
	int from, to;
	long count;
	long low, high;      /* what a reader knows without any sum */
	unsigned char state; /* enum suppression_state */
	bool inner;          /* a sum that no table shows: free, and nobody's concern */
	bool kept;           /* shown or hidden as it is, whatever others need: a total */
	long need;           /* to be safe it can move by that much at least */
	bool tried;          /* whether it is needed has been looked at */
	bool touched;        /* a flow goes through it */
	int bounds[2];       /* edges that it cannot exceed, or -1; high is at most their count */
	long change;         /* flow while an interval is looked for */
	long moved;          /* the first of the two flows of a proof */
	const struct suppression_proof *proof; /* NULL = not yet shown to be safe */
};

struct suppression_network {
	struct arena arena;
	struct suppression_edge *edges, *kept_edges; /* kept_edges: while something is tried */
	int edge_count, node_count;
	long need;    /* of the edges, where they ask for no less */
	long most;    /* nothing is larger */
	/* Of node i: arcs[start[i]..start[i + 1]), 2 * edge + backwards; those of hidden edges
	 * stand before split[i]; edges that are never hidden are left out. */
	int *start, *split, *arcs;
	int *touched, touched_count;
	long own_high; /* of the edge that is being looked at */
	int *from, *last, *queue; /* per node: the arc that reached it; from it to the sink */
	long long *cost;
};

static inline int
suppression_at(const struct suppression_table *t, int row, int column)
{
	return row * (t->columns + 1) + column;
}

static inline long
suppression_count(const struct suppression_table *t, int row, int column)
{
	return t->counts[suppression_at(t, row, column)];
}

/* One column has nothing to add up with. */
static inline bool
suppression_rows_add_up(const struct suppression_table *t)
{
	return t->rows_add_up && t->columns > 0;
}

/* ---- suppression_lay.c ---- */
/* The edges of a table, in the order of its counts. */
void suppression_lay(const struct suppression_table *t, struct suppression_network *net);
/* After that, by what is hidden: who stands in a column has marked one of its rows at least. whole:
 * columns hidden whole, or NULL. */
void suppression_cover(const struct suppression_table *t, const unsigned char *hidden,
	const bool *whole, struct suppression_network *net);
/* Edges of a table: its counts, sums of rows in columns hidden whole, marks over bases. */
static inline int
suppression_edges(const struct suppression_table *t)
{
	return (t->rows + 1) * (t->columns + 1) + t->rows + 1 + t->columns + 1;
}
void suppression_lay_bounds(struct suppression_network *net, int cells);
/* Multiple answers in columns hidden whole, with their bases. */
void suppression_gather(const struct suppression_table *t, struct suppression_network *net,
	const unsigned char *hidden, bool *whole);
/* ---- suppression_network.c ---- */
void suppression_network_new(struct suppression_network *net, int nodes, int edges);
/* Hides further edges until all hidden ones are safe; false where that cannot be had. */
bool suppression_network_protect(struct suppression_network *net);
/* Whether all hidden edges are safe as it is. */
bool suppression_network_holds(struct suppression_network *net);
void suppression_network_release(struct suppression_network *net);

#endif
