// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/redirectmap.h"

#include "table/checkschema.h"
#include "url/urlresolver.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>
#include <utility>

namespace linnet::checks {

using namespace Qt::Literals::StringLiterals;
using jobs::AddressInput;
using table::CheckColumn;
using table::Column;
using table::ColumnType;

namespace {

// clang-format off
constexpr std::array VerdictCodes{
    table::Code{"as_expected"_L1, QT_TRANSLATE_NOOP("linnet::table", "as expected")},
    table::Code{"other_address"_L1, QT_TRANSLATE_NOOP("linnet::table", "other address")},
    table::Code{"chain"_L1, QT_TRANSLATE_NOOP("linnet::table", "as expected, by a chain")},
    table::Code{"no_redirect"_L1, QT_TRANSLATE_NOOP("linnet::table", "does not redirect")},
    table::Code{"loop"_L1, QT_TRANSLATE_NOOP("linnet::table", "never ends")},
    table::Code{"error"_L1, QT_TRANSLATE_NOOP("linnet::table", "error")},
    table::Code{"new_not_200"_L1, QT_TRANSLATE_NOOP("linnet::table", "new address is not 200")},
};
constexpr std::array RedirectColumns{
    Column{.key = "url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Address")},
    Column{.key = "expected"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Expected")},
    Column{.key = "final"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Arrived at")},
    Column{.key = "verdict"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Verdict"), .codes = VerdictCodes},
    Column{.key = "hops"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Redirects")},
    Column{.key = "status"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Status")},
    Column{.key = "reason"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Problem"), .codes = table::ReasonCodes},
    Column{.key = "line"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Line")},
};
// clang-format on
static_assert(VerdictCodes.size() == size_t(RedirectVerdicts));

constexpr QStringView OldNames[] = {u"old",    u"old_url", u"old url", u"from",        u"source",
                                    u"старый", u"старое",  u"откуда",  u"старый адрес"};
constexpr QStringView NewNames[] = {u"new",    u"new_url",     u"new url",    u"to",
                                    u"target", u"destination", u"expected",   u"новый",
                                    u"новое",  u"куда",        u"новый адрес"};

int columnNamed(const QStringList &names, std::span<const QStringView> known)
{
    const auto found = std::ranges::find_if(names, [&](const QString &name) {
        return std::ranges::any_of(
            known, [&](QStringView one) { return one.compare(name.trimmed(), Qt::CaseInsensitive) == 0; });
    });
    return found == names.end() ? -1 : int(found - names.begin());
}

table::Value cellAt(const table::Cells &checked, CheckColumn column)
{
    return checked[size_t(std::to_underlying(column))];
}

QString textAt(const table::Cells &checked, CheckColumn column)
{
    return table::toText(cellAt(checked, column));
}

/// Servers write %d0 and %D0 for the same.
bool isSameAddress(const QByteArray &one, const QByteArray &other)
{
    const auto spelt = [](QByteArray href) {
        for (qsizetype i = href.indexOf('%'); i >= 0 && i + 2 < href.size(); i = href.indexOf('%', i + 1)) {
            for (const qsizetype digit : {i + 1, i + 2})
                href[digit] =
                    char(href[digit] >= 'a' && href[digit] <= 'f' ? href[digit] - 'a' + 'A' : href[digit]);
        }
        return href;
    };
    return one == other || spelt(one) == spelt(other);
}

} // namespace

QString redirectVerdictCode(RedirectVerdict verdict)
{
    return VerdictCodes[std::to_underlying(verdict)].code;
}

const table::Schema &redirectSchema()
{
    static constexpr table::Schema schema{"redirects"_L1, "redirect"_L1, RedirectColumns,
                                          table::Identity::None};
    return schema;
}

Result<RedirectMap> RedirectMap::read(const QByteArray &bytes, InputReader::NoScheme noScheme)
{
    const InputTable table = InputReader::read(bytes);
    if (table.columnCount() < 2)
        return fail(Reason::BadValue, u"there are no two columns, old and new"_s);
    int oldColumn = columnNamed(table.names, OldNames);
    int newColumn = columnNamed(table.names, NewNames);
    if (oldColumn < 0 && newColumn < 0) {
        oldColumn = 0;
        newColumn = 1;
    }
    if (oldColumn < 0 || newColumn < 0)
        return fail(Reason::BadValue, u"there are no columns old and new: %1"_s.arg(table.names.join(u", ")));
    RedirectMap map;
    for (const InputTable::Record &record : table.records)
        map.add(record, oldColumn, newColumn, noScheme);
    return map;
}

void RedirectMap::add(const InputTable::Record &record, int oldColumn, int newColumn,
                      InputReader::NoScheme noScheme)
{
    const auto refuse = [&](const QString &text, const Error &error) {
        const auto bare = AddressInput::Refused{record.line, text.left(200), error}.withoutLogin();
        m_input.refused.push_back({bare.text, bare.line, bare.error});
    };
    const QString oldText = record.cells.value(oldColumn).trimmed();
    const QString newText = record.cells.value(newColumn).trimmed();
    if (oldText.isEmpty() || newText.isEmpty())
        return refuse(record.cells.join(u' ').trimmed() + u" …"_s,
                      {Reason::BadLine, 0, u"an old and a new address are needed"_s});
    const auto old = AddressInput::address(oldText, noScheme);
    if (!old)
        return refuse(oldText, old.error());
    CheckAddress asked = CheckAddress::of(*old, record.line);
    // A path alone is one of the old address's site.
    net::Address expected;
    if (newText.startsWith(u'/') && !newText.startsWith("//"_L1)) {
        const url::UrlResolver site(old->toStdString());
        expected = net::Address::written(site.resolve(newText.toStdString()).href);
    } else {
        const auto given = AddressInput::address(newText, noScheme);
        if (!given)
            return refuse(newText, given.error());
        expected = CheckAddress::of(*given, 0).address;
    }
    const auto first = m_lines.constFind(asked.address.href());
    if (first != m_lines.constEnd()) {
        const bool isAgain = isSameAddress(m_new.value(asked.text()).href(), expected.href());
        if (isAgain)
            m_input.repeated.append({record.line, *first});
        else
            refuse(oldText + u' ' + newText,
                   {Reason::BadLine, 0, u"line %1 has another new address for it"_s.arg(*first)});
        return;
    }
    m_lines.insert(asked.address.href(), record.line);
    m_new.insert(asked.text(), expected);
    m_input.addresses.push_back(std::move(asked));
}

net::Address RedirectMap::expected(const table::Cells &checked) const
{
    return m_new.value(textAt(checked, CheckColumn::Url));
}

RedirectVerdict RedirectMap::verdict(const table::Cells &checked) const
{
    const QByteArray wanted = expected(checked).href();
    const QString reason = textAt(checked, CheckColumn::Reason);
    const bool isThere = isSameAddress(textAt(checked, CheckColumn::FinalUrl).toLatin1(), wanted);
    const qint64 hops = textAt(checked, CheckColumn::Hops).toLongLong();
    if (reason == reasonCode(Reason::RedirectLoop) || reason == reasonCode(Reason::RedirectLimit))
        return RedirectVerdict::Loop;
    if (isThere && reason.isEmpty() && textAt(checked, CheckColumn::Status) == "200"_L1)
        return hops > 1 ? RedirectVerdict::Chain : RedirectVerdict::AsExpected;
    if (isThere && hops > 0)
        return RedirectVerdict::NewNot200;
    // It was passed by: each line of the way is a status and the address that was left.
    const QStringList way = textAt(checked, CheckColumn::Redirects).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &step : way.mid(1)) {
        if (isSameAddress(step.section(u' ', 1).toLatin1(), wanted))
            return RedirectVerdict::NewNot200;
    }
    if (!reason.isEmpty())
        return RedirectVerdict::Error;
    return hops == 0 ? RedirectVerdict::NoRedirect : RedirectVerdict::OtherAddress;
}

table::Cells RedirectMap::row(const table::Cells &checked) const
{
    return {cellAt(checked, CheckColumn::Url),      expected(checked).text(),
            cellAt(checked, CheckColumn::FinalUrl), redirectVerdictCode(verdict(checked)),
            cellAt(checked, CheckColumn::Hops),     cellAt(checked, CheckColumn::Status),
            cellAt(checked, CheckColumn::Reason),   cellAt(checked, CheckColumn::Line)};
}

} // namespace linnet::checks
