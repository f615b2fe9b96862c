// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/completeness.h"

#include "table/codetitle.h"
#include "table/pageschema.h"

#include <QLocale>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::CrawlOverview;
using table::PageColumn;

namespace {

int plural(qint64 value)
{
    return int(std::clamp<qint64>(value, 0, 2'000'000'000));
}

table::Filter oneCode(PageColumn column, const QString &code)
{
    const auto key = table::pageSchema().columns[size_t(column)].key;
    return {{{key, table::FilterOp::OneOf, {code}, false}}};
}

QString codeText(PageColumn column, const QString &code)
{
    QString text = table::codeTitle(table::pageSchema().columns[size_t(column)], code);
    if (!text.isEmpty() && !text.startsWith("robots.txt"_L1))
        text[0] = text[0].toUpper();
    return text;
}

qint64 countOf(const QList<CrawlOverview::Share> &shares, const QString &code)
{
    const auto found = std::ranges::find(shares, code, &CrawlOverview::Share::code);
    return found == shares.end() ? 0 : found->count;
}

} // namespace

Completeness Completeness::of(const CrawlOverview &overview)
{
    Completeness result;
    if (!overview.isKnown())
        return result;
    // All from the states, which are counted at one moment; the number of pages may be of another.
    const qint64 skipped = countOf(overview.states(), u"skipped"_s);
    qint64 found = overview.waiting();
    for (const CrawlOverview::Share &share : overview.states())
        found += share.count;
    const QLocale locale;
    result.sentence = tr("%Ln address(es) found", nullptr, plural(found)) + u": "_s +
                      tr("%1 asked, %2 left out, %3 waiting.")
                          .arg(locale.toString(found - skipped - overview.waiting()),
                               locale.toString(skipped), locale.toString(overview.waiting()));
    if (overview.waiting() > 0)
        result.hint =
            tr("Addresses that wait are asked while the crawl goes on. A crawl that was finished early "
               "can go on later; it asks nothing twice.");
    else if (skipped > 0)
        result.hint =
            tr("Every address is accounted for. What was left out, and why, stands below; press a line "
               "to see its addresses.");
    else
        result.hint = tr("Every address that was found was asked: nothing is missing.");
    for (const CrawlOverview::Share &share : overview.states()) {
        if (share.code != "skipped"_L1)
            result.lines.append({codeText(PageColumn::State, share.code), share.count, false,
                                 oneCode(PageColumn::State, share.code)});
    }
    if (overview.waiting() > 0)
        result.lines.append({tr("Waiting"), overview.waiting(), false, {}});
    for (const CrawlOverview::Share &share : overview.reasons())
        result.lines.append({codeText(PageColumn::WhyNotFetched, share.code), share.count, true,
                             oneCode(PageColumn::WhyNotFetched, share.code)});
    return result;
}

} // namespace linnet::gui
