// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/crawlleftout.h"

#include "store/read/rowreader.h"
#include "table/pageschema.h"

#include <QLocale>

#include <algorithm>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int MostRules = 100; // more than there are
}

Result<CrawlLeftOut> CrawlLeftOut::read(const QString &project, store::RunId run)
{
    CrawlLeftOut result;
    const auto reader = store::RowReader::open(project);
    if (!reader)
        return std::unexpected(reader.error());
    const store::RowQuery skipped{
        &table::pageSchema(), {run}, {{{u"state"_s, table::FilterOp::Equals, {u"skipped"_s}}}}, {}};
    const auto rules = (*reader)->facet(skipped, u"why_not_fetched"_s, MostRules);
    const auto work = (*reader)->workCounts(run);
    const auto runs = (*reader)->runs();
    if (!rules || !work || !runs)
        return std::unexpected(!rules ? rules.error() : !work ? work.error() : runs.error());
    for (const store::FacetEntry &rule : *rules)
        result.m_counts[table::toText(rule.value)] = rule.count;
    const auto info = std::ranges::find(*runs, run, &store::RunInfo::id);
    const QJsonObject counts = info == runs->end() ? QJsonObject() : info->counts;
    if (counts[u"stopped_by"_s].toString() == "limit"_L1)
        result.m_counts[u"limit"_s] = work->pending;
    const QJsonObject ofSitemaps = counts[u"left_out"_s].toObject();
    for (auto count = ofSitemaps.begin(); count != ofSitemaps.end(); ++count)
        result.m_counts[count.key()] = count.value().toInteger();
    return result;
}

QJsonObject CrawlLeftOut::toJson() const
{
    QJsonObject json;
    for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count) {
        if (*count > 0)
            json[count.key()] = *count;
    }
    return json;
}

QString CrawlLeftOut::ofAddresses() const
{
    const QLocale locale;
    QStringList rules;
    for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count) {
        if (*count > 0 && !count.key().startsWith("sitemap"_L1))
            rules.append(count.key() + u' ' + locale.toString(*count));
    }
    return rules.join(u", ");
}

QStringList CrawlLeftOut::lines() const
{
    QStringList lines;
    const auto add = [&](const QString &rule, auto text) {
        if (const qint64 count = m_counts.value(rule); count > 0)
            lines.append(text(int(count)));
    };
    add(u"robots"_s, [](int n) {
        return tr("%n address(es) left out: robots.txt forbids them; --ignore-robots if the site is yours.",
                  nullptr, n);
    });
    add(u"nofollow"_s, [](int n) {
        return tr("%n address(es) left out: their page asks not to follow its links; --ignore-robots if the "
                  "site is yours.",
                  nullptr, n);
    });
    add(u"trap"_s, [](int n) {
        return tr("%n address(es) left out: they look endless; --no-traps asks them all the same.", nullptr,
                  n);
    });
    add(u"pattern"_s,
        [](int n) { return tr("%n address(es) left out: by --include or --exclude.", nullptr, n); });
    add(u"limit"_s, [](int n) {
        return tr("%n address(es) not asked: a limit was reached; \"linnet-cli resume\" goes on.", nullptr,
                  n);
    });
    add(u"sitemap"_s, [](int n) {
        return tr("%n sitemap(s) not read: there are too many, or they lie too deep.", nullptr, n);
    });
    add(u"sitemap_entry"_s,
        [](int n) { return tr("%n line(s) of sitemaps left out: they are no addresses.", nullptr, n); });
    return lines;
}

} // namespace linnet::cli
