// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/crawlaudit.h"

#include <QString>

#include <vector>

class QLocale;

namespace linnet::audit {

/// How many rules said what.
struct FindingCounts
{
    int errors = 0;
    int warnings = 0;
    int notices = 0;
    int passed = 0;
    int notJudged = 0;

    static FindingCounts of(const QList<Finding> &findings);
};

/// The findings that are hits, by their places in the list: errors before warnings before notices, of one
/// level those with most rows first, of as many rows those with the larger share of their set.
std::vector<int> worstFirst(const QList<Finding> &findings);

/// Rows of the set that the rule found, 0 to 1.
double shareOf(const Finding &finding);
/// "3.4 %" in the language of people, never "0 %" of something.
QString shareText(const Finding &finding, const QLocale &locale);
/// Why a finding stands where it stands: "error: 12 of 40, 30 % (pages of the site)".
QString reasonText(const Finding &finding, const QLocale &locale);
/// The same without the level: "12 of 40, 30 % (pages of the site)".
QString shortReasonText(const Finding &finding, const QLocale &locale);

} // namespace linnet::audit
