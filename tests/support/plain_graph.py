# SPDX-License-Identifier: GPL-3.0-or-later
# What igraph says of a graph: components, cores, clicks from node 0 and PageRank of each node,
# the modularity of the communities that it finds, and the betweenness of each node.
# Argument: a file of edges, a line each: from, blank, to; its first line is the number of nodes.
import json
import sys

import igraph

with open(sys.argv[1]) as file:
    nodes = int(file.readline())
    edges = [tuple(map(int, line.split())) for line in file]
graph = igraph.Graph(nodes, edges, directed=True)
parts = graph.connected_components(mode="weak")
clicks = graph.distances(source=[0], mode="out")[0]
print(json.dumps([
    parts.membership,
    graph.coreness(mode="all"),
    [-1 if steps == float("inf") else steps for steps in clicks],
    graph.pagerank(damping=0.85),
    [graph.as_undirected().community_multilevel().modularity],
    graph.betweenness(directed=True),
]))
