// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancysource.h"

#include <QJsonObject>

namespace linnet::vacancies {

/// One query that is paged on its own: one of the search's, or a part of one that has more ads than the
/// source lets anybody read.
struct Listing
{
    Query query;
    int parent = -1;                ///< the listing that it is a part of; -1 = none
    SplitKey key = SplitKey::Dates; ///< what the parent was cut by
    bool isRest = false;            ///< what came after its parent was cut; asked when all else was read
    bool isAsked = true;            ///< false: known to be too large, only cut
    qint64 assumed = -1;            ///< what its neighbours leave for it, until it says `found`
    bool hasAnswered = false;       ///< its first page came, or could not be read
    bool isPaged = false;           ///< its further pages are read, too
    bool isDropped = false;         ///< a part that was no part: the source ignored what it was cut by
    int cutsTried = 0;              ///< bits by SplitKey
    std::vector<int> parts = {};    ///< whose parent it is, rests and dropped ones included

    qint64 found = -1;
    int perPage = 100;
    int pages = -1;  ///< as the latest answer says
    int planned = 1; ///< pages that were added to the work list
    int ended = 0;   ///< of those
    qint64 read = 0; ///< ads on its pages, those that are left out included

    qint64 amount() const { return found >= 0 ? found : assumed; }

    QJsonObject toJson() const;
    /// A part's query is made from its parent's. Nothing of a damaged one.
    static std::optional<Listing> part(const QJsonObject &json, const std::vector<Listing> &before);
    /// Where it stands, not its query.
    void restore(const QJsonObject &json);
};

} // namespace linnet::vacancies
