// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/runrows.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace linnet::store {

/// What only all pages of a crawl together say of one: which others have nearly the same text, which differ
/// by their address only, how many links lead to what is named as canonical, and the weight that links give
/// a page. Reckoned from the rows when
/// it is first asked for, and kept; for SQL functions, in the thread of the connection.
class AlikePages : public RunRows
{
public:
    /// Bits in which the SimHash of two texts may differ that are nearly the same.
    static constexpr int NearDistance = 3;

    /// The connection outlives this object, whose answers are those of the moment of the first question.
    AlikePages(sqlite3 *connection, RunId run)
        : RunRows(connection, run)
    {
    }

    struct Near
    {
        int distance = 0; ///< bits to the page with another text that is nearest
        qint64 first = 0; ///< number of the page of the group that was stored first
    };
    struct Twin
    {
        QByteArray kinds;  ///< "scheme", "slash", "www", joined by ";": in what others differ
        qint64 number = 0; ///< of the first other
    };

    /// Each takes the number of an address; null or nothing when there is nothing to tell, or when it could
    /// not be read, which failed() says.
    const Near *near(qint64 page);
    const Twin *twin(qint64 page);
    /// Links of other pages to an address of the site that pages name as canonical, these names left out.
    std::optional<qint64> linksTo(qint64 canonical);
    /// How much links within the site lead to a page of it: PageRank, through redirects; 0 the least, 100 the
    /// most, by the logarithm, with one decimal.
    std::optional<double> score(qint64 page);

private:
    void readNear();
    void readTwins();
    void readCanonicals();
    void readScores();

    std::optional<QHash<qint64, Near>> m_near;
    std::optional<QHash<qint64, Twin>> m_twins;
    std::optional<QHash<qint64, qint64>> m_links;
    std::optional<QHash<qint64, double>> m_scores;
};

} // namespace linnet::store
