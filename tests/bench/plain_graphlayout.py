# SPDX-License-Identifier: GPL-3.0-or-later
# Lays a graph out by igraph's grid Fruchterman-Reingold and prints its seconds, then a place a line.
# Arguments: a file of edges (from, blank, to; first line the number of nodes), rounds.
import random
import sys
import time

import igraph

with open(sys.argv[1]) as file:
    nodes = int(file.readline())
    edges = [tuple(map(int, line.split())) for line in file]
random.seed(1)
graph = igraph.Graph(nodes, edges)
begin = time.time()
layout = graph.layout_fruchterman_reingold(niter=int(sys.argv[2]), grid=True)
print(time.time() - begin)
for x, y in layout:
    print(x, y)
