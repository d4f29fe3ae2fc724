/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of all beside one of some: whether its hidden cells can still be others. */
#include "config.h"

#include "model/privacy/suppression_parts.h"

bool
suppression_beside(const struct suppression_table *t, const unsigned char *hidden)
{
	int cells = (t->rows + 1) * (t->columns + 1);
	struct suppression_network net;
	bool holds;

	suppression_network_new(&net, 2 * t->rows + t->columns + 4, suppression_edges(t));
	net.most = t->counts[cells - 1];
	net.need = (t->threshold > 2 ? t->threshold : 2) - 1;
	suppression_lay(t, &net);
	suppression_cover(t, hidden, NULL, &net);
	for (int k = 0; k < cells; k++) {
		net.edges[k].state = hidden[k];
		net.edges[k].low = 0;
		net.edges[k].kept = true;
		/* How many left the head blank is told on purpose. */
		net.edges[k].inner = t->blank && k % (t->columns + 1) == t->columns - 1;
	}
	holds = suppression_network_holds(&net);
	suppression_network_release(&net);
	return holds;
}
