// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/run/worstfirst.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace linnet::audit {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FindingWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::audit::Finding)
};

} // namespace

FindingCounts FindingCounts::of(const QList<Finding> &findings)
{
    FindingCounts counts;
    for (const Finding &finding : findings) {
        if (!finding.isJudged)
            ++counts.notJudged;
        else if (!finding.isHit())
            ++counts.passed;
        else if (finding.rule.level == Level::Error)
            ++counts.errors;
        else if (finding.rule.level == Level::Warning)
            ++counts.warnings;
        else
            ++counts.notices;
    }
    return counts;
}

std::vector<int> worstFirst(const QList<Finding> &findings)
{
    std::vector<int> places;
    for (int i = 0; i < int(findings.size()); ++i) {
        if (findings[i].isHit())
            places.push_back(i);
    }
    std::ranges::stable_sort(places, {}, [&findings](int i) {
        const Finding &finding = findings[i];
        return std::tuple(finding.rule.level, -finding.count, -shareOf(finding));
    });
    return places;
}

double shareOf(const Finding &finding)
{
    return finding.of > 0 ? double(finding.count) / double(finding.of) : 0;
}

QString shareText(const Finding &finding, const QLocale &locale)
{
    const double percent = 100 * shareOf(finding);
    if (percent < 0.1)
        return u"<"_s + locale.toString(0.1, 'f', 1) + u" %"_s;
    return locale.toString(percent, 'f', percent < 10 && percent != std::round(percent) ? 1 : 0) + u" %"_s;
}

QString reasonText(const Finding &finding, const QLocale &locale)
{
    return levelTitle(finding.rule.level) + u": "_s + shortReasonText(finding, locale);
}

QString shortReasonText(const Finding &finding, const QLocale &locale)
{
    return FindingWords::tr("%1 of %2, %3 (%4)", "12 of 40, 30 % (pages of the site)")
        .arg(locale.toString(finding.count), locale.toString(finding.of), shareText(finding, locale),
             setTitle(finding.rule.set));
}

} // namespace linnet::audit
