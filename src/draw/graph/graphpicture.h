// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QStringList>

#include <vector>

namespace linnet::draw {

/// A graph to be drawn: where its nodes lie, how large and of which colour they are, and what links them. A
/// value that any number of threads may read.
struct GraphPicture
{
    /// Colours by meaning, which the style has in both looks. From FirstOfRamp on RampSteps of one colour
    /// from little to much, from FirstOfKinds on colours that tell kinds apart, again and again.
    enum Ink : quint8
    {
        Plain,
        Good,
        Warning,
        Bad,
        Faint,
        FirstOfRamp = 8,
        FirstOfKinds = 32,
    };
    static constexpr int RampSteps = 8;
    static constexpr int Kinds = 12;

    struct Link
    {
        quint32 from = 0;
        quint32 to = 0;
    };

    std::vector<QPointF> places;   ///< y grows downwards; any unit
    std::vector<float> weights;    ///< 0 the smallest, 1 the largest
    std::vector<quint8> inks;      ///< of each node
    std::vector<bool> hidden;      ///< of each node: neither it nor its links are drawn; empty = none is
    std::vector<quint32> heaviest; ///< all nodes, those that are named first
    std::vector<Link> links;
    std::vector<float> strengths; ///< of links, 0 to 1; empty = all are alike
    QStringList names;            ///< of nodes, short
    QStringList addresses;        ///< of nodes, whole, for files; empty = the names

    quint32 size() const { return quint32(places.size()); }
    bool isHidden(quint32 node) const { return !hidden.empty() && hidden[node]; }
    const QString &wholeName(quint32 node) const
    {
        return addresses.isEmpty() ? names[node] : addresses[node];
    }
};

} // namespace linnet::draw
