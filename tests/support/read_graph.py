# SPDX-License-Identifier: GPL-3.0-or-later
"""read_graph.py FILE: what a reader of its format sees, as JSON: [[url, title] of each node], [[source url, target url,
element, anchor] of each edge]. GEXF is read as XML, GraphML by igraph, DOT by Graphviz (gvpr)."""
import json
import subprocess
import sys

path = sys.argv[1]


def gexf():
    from lxml import etree
    ns = {"g": "http://gexf.net/1.3"}
    root = etree.parse(path).getroot()
    names = {}
    for of in root.iterfind(".//g:attributes", ns):
        for one in of.iterfind("g:attribute", ns):
            names[of.get("class"), one.get("id")] = one.get("title")

    def values(kind, element):
        return {names[kind, one.get("for")]: one.get("value") for one in element.iterfind("g:attvalues/g:attvalue", ns)}

    urls = {}
    nodes = []
    for node in root.iterfind(".//g:node", ns):
        urls[node.get("id")] = node.get("label")
        nodes.append([node.get("label"), values("node", node).get("title", "")])
    edges = []
    for edge in root.iterfind(".//g:edge", ns):
        told = values("edge", edge)
        edges.append([urls[edge.get("source")], urls[edge.get("target")], told.get("element", ""), told.get("anchor", "")])
    return nodes, edges


def graphml():
    import igraph
    graph = igraph.Graph.Read_GraphML(path)
    assert graph.is_directed()
    nodes = [[v["url"], v["title"] or ""] for v in graph.vs]
    edges = [[graph.vs[e.source]["url"], graph.vs[e.target]["url"], e["element"] or "", e["anchor"] or ""] for e in graph.es]
    return nodes, edges


def dot():
    program = r'''BEGIN { string unit = "\037"; string record = "\036"; }
N { printf("n%s%s%s%s%s", unit, aget($, "url"), unit, hasAttr($, "title") ? aget($, "title") : "", record); }
E { printf("e%s%s%s%s%s%s%s%s%s", unit, aget($.tail, "url"), unit, aget($.head, "url"), unit,
           hasAttr($, "element") ? aget($, "element") : "", unit, hasAttr($, "anchor") ? aget($, "anchor") : "", record); }'''
    out = subprocess.run(["gvpr", program, path], check=True, capture_output=True).stdout.decode()
    rows = [row.split("\x1f") for row in out.split("\x1e") if row]
    return [row[1:] for row in rows if row[0] == "n"], [row[1:] for row in rows if row[0] == "e"]


nodes, edges = {"gexf": gexf, "graphml": graphml, "dot": dot}[path.rsplit(".", 1)[1]]()
json.dump([nodes, edges], sys.stdout)
