// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/hreflang/alternatelist.h"

#include "links/hreflang/languagetag.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;
using table::HreflangColumn;
using table::Value;

namespace {

Value &cellAt(table::Cells &cells, HreflangColumn column)
{
    return cells[size_t(column)];
}

QString wide(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

AlternateList::AlternateList(std::string pageUrl)
    : m_pageUrl(std::move(pageUrl))
{
}

void AlternateList::add(const Alternate &alternate, QLatin1StringView source, int target,
                        std::string_view url)
{
    const LanguageTag tag(alternate.language);
    table::Cells &cells = m_rows.emplace_back(table::hreflangSchema().columns.size());
    cellAt(cells, HreflangColumn::Language) = wide(alternate.language);
    if (!alternate.written.empty())
        cellAt(cells, HreflangColumn::Written) = wide(alternate.written);
    cellAt(cells, HreflangColumn::Source) = QString(source);
    if (alternate.line > 0)
        cellAt(cells, HreflangColumn::Line) = qint64(alternate.line);
    if (tag.fault() != LanguageTag::Fault::None)
        cellAt(cells, HreflangColumn::LanguageFault) = QString(tag.faultCode());
    m_targets.push_back(target);
    m_entries.push_back({tag.folded(), target < 0 ? alternate.written : std::string(url), m_rows.size() - 1});
}

QStringList AlternateList::faults(std::string_view pageLanguage) const
{
    if (m_entries.empty())
        return {};
    const LanguageTag ofPage(pageLanguage);
    bool isNamed = false;
    bool hasDefault = false;
    bool saysLanguage = false;
    bool saysThis = false;
    for (const Entry &entry : m_entries) {
        const LanguageTag tag(entry.language);
        hasDefault = hasDefault || tag.isDefault();
        if (entry.url != m_pageUrl)
            continue;
        isNamed = true;
        saysLanguage = saysLanguage || !tag.isDefault();
        saysThis = saysThis || tag.language() == ofPage.language();
    }
    QStringList faults;
    if (!isNamed)
        faults.append(u"no_self"_s);
    if (!hasDefault)
        faults.append(u"no_default"_s);
    if (!ofPage.language().empty() && saysLanguage && !saysThis)
        faults.append(u"lang"_s);
    return faults;
}

std::vector<table::Cells> AlternateList::take()
{
    // Addresses of one language come together, the same ones next to each other.
    std::ranges::sort(m_entries, {}, [](const Entry &entry) { return std::tie(entry.language, entry.url); });
    for (auto first = m_entries.begin(); first != m_entries.end();) {
        const auto end = std::ranges::find_if(
            first, m_entries.end(), [&](const Entry &entry) { return entry.language != first->language; });
        const bool isTwice = std::prev(end)->url != first->url;
        for (; first != end; ++first)
            cellAt(m_rows[first->row], HreflangColumn::LanguageTwice) = isTwice;
    }
    return std::move(m_rows);
}

store::RowWrite AlternateList::write(table::Cells cells, QLatin1StringView list, qint64 page, size_t place,
                                     std::optional<qint64> target)
{
    cellAt(cells, HreflangColumn::Url) = page;
    if (target)
        cellAt(cells, HreflangColumn::TargetUrl) = *target;
    const QString key = list + QString::number(page) + u'.' + QString::number(place);
    return {&table::hreflangSchema(), key, std::move(cells), store::RowMode::Replace};
}

} // namespace linnet::links
