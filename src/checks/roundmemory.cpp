// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/roundmemory.h"

#include "table/checkschema.h"

#include <algorithm>
#include <utility>

namespace linnet::checks {

using namespace Qt::Literals::StringLiterals;
using table::CheckColumn;

namespace {

QString text(const table::Cells &row, CheckColumn column)
{
    return table::toText(row[size_t(std::to_underlying(column))]);
}

QString statusText(int status, const QString &reason)
{
    return status > 0 ? QString::number(status) : reason.isEmpty() ? u"-"_s : reason;
}

} // namespace

void RoundMemory::remember(const table::Cells &row)
{
    const QString url = text(row, CheckColumn::Url);
    const auto known = m_seen.constFind(url);
    Seen seen;
    seen.place = known == m_seen.constEnd() ? m_seen.size() : known->place;
    seen.status = text(row, CheckColumn::Status).toInt();
    seen.reason = text(row, CheckColumn::Reason);
    seen.finalUrl = text(row, CheckColumn::FinalUrl);
    seen.title = text(row, CheckColumn::Title);
    seen.text = qHash(text(row, CheckColumn::Preview));
    seen.line = text(row, CheckColumn::Line).toInt();
    m_seen.insert(url, seen);
}

std::optional<QString> RoundMemory::change(const CheckResult &result)
{
    const auto before = m_seen.constFind(result.url);
    const bool isNew = before == m_seen.constEnd();
    const Seen was = isNew ? Seen() : *before;
    remember(result.toRow());
    if (isNew)
        return std::nullopt;
    const Seen &is = m_seen[result.url];
    QStringList changes;
    if (is.status != was.status || is.reason != was.reason)
        changes.append(
            u"status %1 > %2"_s.arg(statusText(was.status, was.reason), statusText(is.status, is.reason)));
    if (is.finalUrl != was.finalUrl)
        changes.append(u"final_url"_s);
    if (is.status > 0 && was.status > 0) {
        if (is.title != was.title)
            changes.append(u"title"_s);
        if (is.text != was.text)
            changes.append(u"preview"_s);
    }
    return changes.join(u"; ");
}

std::vector<CheckAddress> RoundMemory::addresses() const
{
    std::vector<CheckAddress> result(size_t(m_seen.size()));
    for (auto seen = m_seen.cbegin(); seen != m_seen.cend(); ++seen)
        result[size_t(seen->place)] = CheckAddress::of(seen.key(), seen->line);
    return result;
}

} // namespace linnet::checks
