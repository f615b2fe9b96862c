// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <map>

namespace linnet::links {

/// Which clicks from the start may be asked now: one depth after the other, so that each address gets its
/// true depth, however many requests run at once. A few slow answers do not hold all others up: after a
/// while without any answer the next depth is opened too.
class CrawlLevels
{
public:
    static constexpr qint64 PatienceNs = 3'000'000'000;

    void added(int depth, qint64 count = 1) { m_unfinished[depth] += count; }
    void ended(int depth, qint64 nowNs);

    /// The deepest level that may be asked; -1 when nothing is unfinished.
    int open(qint64 nowNs);
    /// The first level that has something unfinished; -1 when none has.
    int first() const { return m_unfinished.empty() ? -1 : m_unfinished.begin()->first; }
    bool isEmpty() const { return m_unfinished.empty(); }

private:
    std::map<int, qint64> m_unfinished;
    qint64 m_lastEndNs = 0;
    int m_granted = -1; ///< opened out of patience
};

} // namespace linnet::links
