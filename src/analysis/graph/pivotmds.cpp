// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/pivotmds.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linnet::analysis {

namespace {

using Row = std::vector<double>;

constexpr int MostRounds = 200;
constexpr double Still = 1e-9;
/// Between two looks whether to stop.
constexpr quint32 NodesPerCheck = 1024;

/// The squares of the distances to pivots, centred both ways, a row for each node.
class CentredSquares
{
public:
    CentredSquares(const Pivots &pivots, quint32 nodes, quint32 use)
        : m_pivots(pivots)
        , m_nodes(nodes)
        , m_means(use)
    {
        for (quint32 node = 0; node < nodes; ++node) {
            const quint16 *distances = pivots.distances(node);
            for (quint32 pivot = 0; pivot < use; ++pivot)
                m_means[pivot] += double(distances[pivot]) * distances[pivot] / nodes;
        }
        for (const double mean : m_means)
            m_mean += mean / use;
    }

    void read(quint32 node, Row &row) const
    {
        const quint16 *distances = m_pivots.distances(node);
        double mean = 0;
        for (size_t pivot = 0; pivot < m_means.size(); ++pivot) {
            row[pivot] = double(distances[pivot]) * distances[pivot];
            mean += row[pivot] / double(m_means.size());
        }
        for (size_t pivot = 0; pivot < m_means.size(); ++pivot)
            row[pivot] = -0.5 * (row[pivot] - mean - m_means[pivot] + m_mean);
    }

    quint32 nodes() const { return m_nodes; }
    size_t pivots() const { return m_means.size(); }

private:
    const Pivots &m_pivots;
    quint32 m_nodes;
    Row m_means;
    double m_mean = 0;
};

/// Their products, column by column; nothing after a stop was requested.
std::vector<Row> products(const CentredSquares &squares, const std::stop_token &stop)
{
    const size_t size = squares.pivots();
    std::vector<Row> result(size, Row(size));
    Row row(size);
    for (quint32 node = 0; node < squares.nodes(); ++node) {
        if (node % NodesPerCheck == 0 && stop.stop_requested())
            return {};
        squares.read(node, row);
        for (size_t i = 0; i < size; ++i) {
            for (size_t j = i; j < size; ++j)
                result[i][j] += row[i] * row[j];
        }
    }
    for (size_t i = 0; i < size; ++i) {
        for (size_t j = 0; j < i; ++j)
            result[i][j] = result[j][i];
    }
    return result;
}

double product(const Row &one, const Row &other)
{
    return std::inner_product(one.begin(), one.end(), other.begin(), 0.0);
}

/// The direction in which a symmetric matrix stretches most, at right angles to another.
Row strongest(const std::vector<Row> &matrix, const Row &other)
{
    Row direction(matrix.size());
    for (size_t i = 0; i < direction.size(); ++i)
        direction[i] = 1.0 + double((i * 7919) % 101) / 101; // any that is not special
    for (int round = 0; round < MostRounds; ++round) {
        Row next(matrix.size());
        for (size_t i = 0; i < matrix.size(); ++i)
            next[i] = product(matrix[i], direction);
        const double along = other.empty() ? 0 : product(next, other);
        for (size_t i = 0; i < other.size(); ++i)
            next[i] -= along * other[i];
        const double length = std::sqrt(product(next, next));
        if (length == 0)
            return Row(matrix.size());
        for (double &part : next)
            part /= length;
        const double turned = 1 - std::abs(product(next, direction));
        direction = std::move(next);
        if (round > 0 && turned < Still)
            break;
    }
    return direction;
}

} // namespace

std::optional<Points> pivotMds(const Pivots &pivots, quint32 nodes, quint32 use, const std::stop_token &stop)
{
    const CentredSquares squares(pivots, nodes, std::min(use, pivots.count()));
    const std::vector<Row> matrix = products(squares, stop);
    if (stop.stop_requested())
        return std::nullopt;
    const Row first = strongest(matrix, {});
    const Row second = strongest(matrix, first);
    Points result(nodes);
    Row row(squares.pivots());
    for (quint32 node = 0; node < nodes; ++node) {
        squares.read(node, row);
        result[node] = {float(product(row, first)), float(product(row, second))};
    }
    return result;
}

} // namespace linnet::analysis
