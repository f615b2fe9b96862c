// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/crawlgraph.h"
#include "analysis/graph/graphlayout.h"

namespace linnet::analysis {

/// Where the pages of a crawl's graph lay when it was laid out, as the project keeps it: a graph that comes
/// again looks as it did, also that of the next crawl of the same site. Pages are known by a hash of their
/// address; sixteen bytes a page.
class KeptPlaces
{
public:
    /// points: of the addresses, as many.
    static QByteArray pack(const QStringList &urls, const Points &points);
    /// Nothing when the bytes are something else.
    static std::optional<KeptPlaces> unpack(const QByteArray &packed);

    qsizetype size() const { return qsizetype(m_places.size()); }
    /// Of each address, if it is known.
    Known of(const QStringList &urls) const;

    /// Number of the attachment (store::AttachmentWrite::Kind::Places).
    static qint64 number(const GraphQuestion &question) { return qint64(question.links); }

private:
    struct Place
    {
        quint64 page = 0;
        Point point;
    };
    std::vector<Place> m_places; ///< by page
};

/// Places for all pages of a graph, see layOut(). Those that the project knows stay where they were, when
/// they are most; others come beside what they are linked with.
struct PlacedCrawl
{
    Points points;
    QByteArray packed;  ///< KeptPlaces
    bool isNew = false; ///< packed is worth keeping: other places than the project has, of as many pages

    /// before: packed of the picture that was seen last, which is worth more than what the project has; may
    /// be empty. Cancelled after a stop was requested. Any thread.
    static Result<PlacedCrawl> of(const CrawlGraph &crawl, const GraphQuestion &question,
                                  store::RowReader &reader, const LayoutHooks &hooks,
                                  const QByteArray &before = {});
};

} // namespace linnet::analysis
