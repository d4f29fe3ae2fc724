/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals of hidden cells as flows, and the cheapest further cells that widen them. */
#include "config.h"

#include "model/privacy/suppression_parts.h"

#include <limits.h>
#include <string.h>

enum { NO_ARC = -1 };

void
suppression_network_new(struct suppression_network *net, int nodes, int edges)
{
	size_t n = (size_t)nodes, m = (size_t)edges;

	*net = (struct suppression_network){ .node_count = nodes, .edge_count = edges };
	net->edges = arena_array(&net->arena, m, sizeof(*net->edges));
	net->kept_edges = arena_array(&net->arena, m, sizeof(*net->edges));
	net->touched = arena_array(&net->arena, m, sizeof(*net->touched));
	net->start = arena_array(&net->arena, n + 1, sizeof(*net->start));
	net->split = arena_array(&net->arena, n, sizeof(*net->split));
	net->arcs = arena_array(&net->arena, 2 * m, sizeof(*net->arcs));
	net->from = arena_array(&net->arena, n, sizeof(*net->from));
	net->last = arena_array(&net->arena, n, sizeof(*net->last));
	net->queue = arena_array(&net->arena, n, sizeof(*net->queue));
	net->cost = arena_array(&net->arena, n, sizeof(*net->cost));
	for (int e = 0; e < edges; e++)
		net->edges[e].bounds[0] = net->edges[e].bounds[1] = -1;
}

void
suppression_network_release(struct suppression_network *net)
{
	arena_release(&net->arena);
}

/* A zero outside columns hidden whole is always shown. */
static bool
is_fixed(const struct suppression_edge *e)
{
	return e->state == SUPPRESSION_SHOWN && e->count == 0;
}

static void
put_arcs(struct suppression_network *net, int *place, bool hidden)
{
	for (int e = 0; e < net->edge_count; e++) {
		const struct suppression_edge *edge = &net->edges[e];

		if (is_fixed(edge) || (edge->state != SUPPRESSION_SHOWN) != hidden)
			continue;
		net->arcs[place[edge->from]++] = 2 * e;
		net->arcs[place[edge->to]++] = 2 * e + 1;
	}
}

/* Made anew whenever edges are hidden or shown. */
static void
list_arcs(struct suppression_network *net)
{
	int *place = net->queue;

	memset(net->start, 0, ((size_t)net->node_count + 1) * sizeof(*net->start));
	for (int e = 0; e < net->edge_count; e++)
		if (!is_fixed(&net->edges[e])) {
			net->start[net->edges[e].from + 1]++;
			net->start[net->edges[e].to + 1]++;
		}
	for (int i = 0; i < net->node_count; i++) {
		net->start[i + 1] += net->start[i];
		place[i] = net->start[i];
	}
	put_arcs(net, place, true);
	memcpy(net->split, place, (size_t)net->node_count * sizeof(*place));
	put_arcs(net, place, false);
}

static int
arc_end(const struct suppression_network *net, int arc)
{
	const struct suppression_edge *e = &net->edges[arc / 2];

	return arc % 2 ? e->from : e->to;
}

static int
arc_start(const struct suppression_network *net, int arc)
{
	return arc_end(net, arc ^ 1);
}

/* How much more the edge could carry (forwards) or less (backwards), were it hidden. */
static long
room(const struct suppression_network *net, int arc)
{
	const struct suppression_edge *e = &net->edges[arc / 2];
	long now = e->count + e->change;

	return arc % 2 ? now - e->low : e->high - now;
}

/* The same of the edge that is being looked at, whose bounds may have been lifted for it. */
static long
own_room(const struct suppression_network *net, int arc)
{
	const struct suppression_edge *e = &net->edges[arc / 2];

	return arc % 2 ? room(net, arc) : net->own_high - e->count - e->change;
}

/* Marks the nodes from which one arc leads to the sink. */
static bool
mark_last(struct suppression_network *net, int sink, int around, long wanted)
{
	bool any = false;

	for (int i = 0; i < net->node_count; i++)
		net->from[i] = net->last[i] = NO_ARC;
	for (int i = net->start[sink]; i < net->split[sink]; i++) {
		int arc = net->arcs[i] ^ 1;

		if (arc / 2 == around || room(net, arc) < wanted)
			continue;
		net->last[arc_start(net, arc)] = arc;
		any = true;
	}
	return any;
}

/* A way over hidden edges other than `around` on which every edge has room; breadth first. */
static bool
find_way(struct suppression_network *net, int source, int sink, int around, long wanted)
{
	int head = 0, tail = 0;

	if (!mark_last(net, sink, around, wanted))
		return false;
	net->queue[tail++] = source;
	while (head < tail) {
		int node = net->queue[head++];

		if (net->last[node] != NO_ARC) {
			net->from[sink] = net->last[node];
			return true;
		}
		for (int i = net->start[node]; i < net->split[node]; i++) {
			int arc = net->arcs[i], end = arc_end(net, arc);

			if (arc / 2 == around || end == source || net->from[end] != NO_ARC ||
				room(net, arc) < wanted)
				continue;
			net->from[end] = arc;
			if (net->last[end] != NO_ARC) {
				net->from[sink] = net->last[end];
				return true;
			}
			net->queue[tail++] = end;
		}
	}
	return false;
}

static void
touch(struct suppression_network *net, int edge, long change)
{
	struct suppression_edge *e = &net->edges[edge];

	e->change += change;
	if (!e->touched)
		net->touched[net->touched_count++] = edge;
	e->touched = true;
}

static void
push(struct suppression_network *net, int source, int sink, long amount)
{
	for (int node = sink; node != source; node = arc_start(net, net->from[node]))
		touch(net, net->from[node] / 2, net->from[node] % 2 ? -amount : amount);
}

static void
reset(struct suppression_network *net)
{
	for (int i = 0; i < net->touched_count; i++) {
		struct suppression_edge *e = &net->edges[net->touched[i]];

		e->change = e->moved = 0;
		e->touched = false;
	}
	net->touched_count = 0;
}

/* Lays the flow aside and begins another from the truth. */
static void
keep_flow(struct suppression_network *net)
{
	for (int i = 0; i < net->touched_count; i++) {
		struct suppression_edge *e = &net->edges[net->touched[i]];

		e->moved = e->change;
		e->change = 0;
	}
}

/* How far the hidden edge can move in the arc's direction, at most wanted: what goes through it
 * must come back by other ways. Large pieces first. */
static long
move(struct suppression_network *net, int arc, long wanted)
{
	int source = arc_end(net, arc), sink = arc_start(net, arc);
	long own = own_room(net, arc), got = 0;

	wanted = own < wanted ? own : wanted;
	for (long piece = wanted; piece > 0; piece /= 2)
		while (got + piece <= wanted &&
			(source == sink || find_way(net, source, sink, arc / 2, piece))) {
			push(net, source, sink, piece);
			got += piece;
		}
	touch(net, arc / 2, arc % 2 ? -got : got);
	return got;
}

/* What is lost when an edge that is shown is hidden; -1: it stays. */
static long long
price(const struct suppression_network *net, const struct suppression_edge *e)
{
	long long unit = (long long)net->most + 1;

	if (e->state != SUPPRESSION_SHOWN)
		return 0;
	if (e->kept || e->count == 0)
		return -1;
	return unit + e->count;
}

/* Dijkstra's shortest way around the edge over whatever is hidden or may be. */
static bool
find_cheapest(struct suppression_network *net, int source, int sink, int around, long wanted)
{
	const long long far = LLONG_MAX;
	int *settled = net->queue;

	memset(settled, 0, (size_t)net->node_count * sizeof(*settled));
	for (int i = 0; i < net->node_count; i++)
		net->cost[i] = far;
	net->cost[source] = 0;
	for (;;) {
		int node = -1;

		for (int i = 0; i < net->node_count; i++)
			if (!settled[i] && net->cost[i] < far &&
				(node < 0 || net->cost[i] < net->cost[node]))
				node = i;
		if (node < 0 || node == sink)
			return node == sink;
		settled[node] = 1;
		for (int i = net->start[node]; i < net->start[node + 1]; i++) {
			int arc = net->arcs[i], end = arc_end(net, arc);
			long long p = price(net, &net->edges[arc / 2]);

			if (p < 0 || arc / 2 == around || settled[end] ||
				net->cost[node] + p >= net->cost[end] || room(net, arc) < wanted)
				continue;
			net->cost[end] = net->cost[node] + p;
			net->from[end] = arc;
		}
	}
}

/* Hides the cheapest edges that let the arc's edge move further than it can now. */
static bool
open_way(struct suppression_network *net, int arc, long wanted)
{
	int source = arc_end(net, arc), sink = arc_start(net, arc);
	bool more = false;

	if (source == sink || own_room(net, arc) <= 0)
		return false;
	if (own_room(net, arc) < wanted)
		wanted = own_room(net, arc);
	for (long piece = wanted; piece > 0 && !more; piece /= 2) {
		if (!find_cheapest(net, source, sink, arc / 2, piece))
			continue;
		for (int node = sink; node != source; node = arc_start(net, net->from[node])) {
			struct suppression_edge *e = &net->edges[net->from[node] / 2];

			more = more || e->state == SUPPRESSION_SHOWN;
			if (e->state == SUPPRESSION_SHOWN)
				e->state = SUPPRESSION_FURTHER;
		}
	}
	if (more)
		list_arcs(net);
	return more;
}

/* Remembers the two flows as the proof of every edge that they move far enough. */
static void
take_proof(struct suppression_network *net)
{
	struct suppression_proof *proof;

	proof = arena_new(&net->arena,
		sizeof(*proof) + (size_t)net->touched_count * sizeof(*proof->edges));
	for (int i = 0; i < net->touched_count; i++) {
		struct suppression_edge *edge = &net->edges[net->touched[i]];
		long low = edge->change < edge->moved ? edge->change : edge->moved,
		     high = edge->change < edge->moved ? edge->moved : edge->change;

		proof->edges[proof->count++] = net->touched[i];
		/* The truth is the third state. */
		if ((high > 0 ? high : 0) - (low < 0 ? low : 0) >= edge->need)
			edge->proof = proof;
	}
}

/* A bound that is hidden itself can give way by a flow of its own, which shares no node but the
 * hub with the edge's. What it needs stays among the touched edges, for the proof. */
static void
lift_bounds(struct suppression_network *net, int edge)
{
	long high = net->edges[edge].high;

	for (int b = 0; b < 2; b++) {
		int bound = net->edges[edge].bounds[b];
		long own;

		if (bound < 0)
			continue;
		own = net->edges[bound].count;
		net->own_high = net->edges[bound].high;
		if (net->edges[bound].state != SUPPRESSION_SHOWN)
			own += move(net, 2 * bound, net->need);
		if (b == 0 || net->edges[edge].bounds[0] < 0 || own < high)
			high = own;
	}
	for (int i = 0; i < net->touched_count; i++)
		net->edges[net->touched[i]].change = 0;
	net->own_high = high;
}

/* Whether the hidden edge can move by what is needed; if not, by how much less, and the flows are
 * left at its highest. */
static bool
is_safe(struct suppression_network *net, int edge, long *lacking)
{
	long need = net->edges[edge].need, up, down = 0;

	reset(net);
	lift_bounds(net, edge);
	up = move(net, 2 * edge, need);
	if (up < need) {
		keep_flow(net);
		down = move(net, 2 * edge + 1, need - up);
	}
	if (up + down >= need) {
		take_proof(net);
		return true;
	}
	reset(net);
	move(net, 2 * edge, need);
	*lacking = need - up - down;
	return false;
}

static bool
make_safe(struct suppression_network *net, int edge)
{
	long lacking = 0;

	while (!is_safe(net, edge, &lacking)) {
		if (open_way(net, 2 * edge, lacking))
			continue;
		reset(net);
		move(net, 2 * edge + 1, net->edges[edge].need);
		if (!open_way(net, 2 * edge + 1, lacking))
			return false;
	}
	return true;
}

/* The dearest edge that was hidden for others and has not been tried; -1 = none. */
static int
next_further(const struct suppression_network *net)
{
	int best = -1;

	for (int e = 0; e < net->edge_count; e++) {
		const struct suppression_edge *a = &net->edges[e],
					      *b = &net->edges[best < 0 ? 0 : best];

		if (a->state != SUPPRESSION_FURTHER || a->tried || a->kept)
			continue;
		if (best < 0 || a->count > b->count)
			best = e;
	}
	return best;
}

static bool
holds(const struct suppression_network *net, const struct suppression_edge *e)
{
	if (!e->proof)
		return false;
	for (int i = 0; i < e->proof->count; i++)
		if (net->edges[e->proof->edges[i]].state == SUPPRESSION_SHOWN)
			return false;
	return true;
}

/* Whether all hidden edges are safe still; those hidden for others that are not are shown. */
static bool
settle_shown(struct suppression_network *net)
{
	long lacking;

	list_arcs(net);
	for (int e = 0; e < net->edge_count; e++) {
		struct suppression_edge *edge = &net->edges[e];

		if (edge->state == SUPPRESSION_SHOWN || edge->inner || holds(net, edge) ||
			is_safe(net, e, &lacking))
			continue;
		if (edge->state != SUPPRESSION_FURTHER || edge->kept)
			return false;
		edge->state = SUPPRESSION_SHOWN;
		list_arcs(net);
		e = -1;
	}
	return true;
}

/* What was hidden early may have become needless by what was hidden later. */
static void
show_needless(struct suppression_network *net)
{
	size_t size = (size_t)net->edge_count * sizeof(*net->edges);
	int e;

	while ((e = next_further(net)) >= 0) {
		net->edges[e].tried = true;
		reset(net);
		memcpy(net->kept_edges, net->edges, size);
		net->edges[e].state = SUPPRESSION_SHOWN;
		if (settle_shown(net))
			continue;
		reset(net);
		memcpy(net->edges, net->kept_edges, size);
	}
}

static void
begin(struct suppression_network *net)
{
	for (int e = 0; e < net->edge_count; e++)
		if (net->edges[e].need == 0)
			net->edges[e].need = net->need;
	list_arcs(net);
}

bool
suppression_network_holds(struct suppression_network *net)
{
	begin(net);
	for (int e = 0; e < net->edge_count; e++) {
		long lacking;

		if (net->edges[e].state != SUPPRESSION_SHOWN && !net->edges[e].inner &&
			!holds(net, &net->edges[e]) && !is_safe(net, e, &lacking))
			return false;
	}
	return true;
}

bool
suppression_network_protect(struct suppression_network *net)
{
	bool again = true;

	begin(net);
	/* Hiding more never narrows another interval, so each edge is looked at once. */
	while (again) {
		again = false;
		for (int e = 0; e < net->edge_count; e++) {
			if (net->edges[e].state == SUPPRESSION_SHOWN || net->edges[e].inner ||
				net->edges[e].proof)
				continue;
			again = true;
			if (!make_safe(net, e))
				return false;
		}
	}
	show_needless(net);
	return true;
}
