// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/ad.h"

#include <QSet>

#include <stop_token>
#include <vector>

namespace linnet::analysis {

/// Which job an ad is.
struct AdGroup
{
    qint64 row = 0;
    qint64 job = 0;      ///< the lowest row of the group
    int size = 1;        ///< ads of the job; one that was read in several runs counts once
    int place = 1;       ///< among the rows of the job in the same run; 1 = stands for the job
    qint64 campaign = 0; ///< a number that jobs of several regions with one text share; 0 = none

    bool operator==(const AdGroup &) const = default;
};

/// Groups ads that are the same job: an ad that was read again, edited, renamed or published by an agency,
/// too. Doubt is no repeat; the same text in another region is another job, of the same campaign, unless the
/// work is remote. `apart`: hashes of the keys of ads that somebody took out of their groups.
/// Takes some six seconds for a million ads; any thread. Gives nothing about a second after it is told to
/// stop.
std::vector<AdGroup> groupAds(std::vector<Ad> ads, const QSet<quint64> &apart = {},
                              const std::stop_token &stop = {});

} // namespace linnet::analysis
