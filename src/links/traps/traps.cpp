// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/traps/traps.h"

#include "links/traps/calendardate.h"
#include "url/urlparts.h"

#include <algorithm>

namespace linnet::links {

namespace {

constexpr qsizetype ShownLength = 80;

QString shown(QByteArrayView text)
{
    return QString::fromUtf8(text.first(std::min(text.size(), ShownLength)));
}

QList<QByteArrayView> split(QByteArrayView text, char separator)
{
    QList<QByteArrayView> parts;
    for (qsizetype from = 0; from <= text.size();) {
        const qsizetype at = text.indexOf(separator, from);
        const qsizetype end = at < 0 ? text.size() : at;
        if (end > from)
            parts.append(text.sliced(from, end - from));
        from = end + 1;
    }
    return parts;
}

bool isNumber(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// How often the block of `length` parts at `from` follows upon itself.
int repetitions(const QList<QByteArrayView> &parts, qsizetype from, qsizetype length)
{
    qsizetype matched = 0;
    while (from + length + matched < parts.size() && parts[from + matched] == parts[from + length + matched])
        ++matched;
    return 1 + int(matched / length);
}

std::optional<Trap> repeatingPath(const QList<QByteArrayView> &parts)
{
    constexpr qsizetype longestBlock = 4;
    for (qsizetype length = 1; length <= longestBlock; ++length) {
        const int needed = length == 1 ? 4 : 3;
        for (qsizetype from = 0; from + length * needed <= parts.size(); ++from) {
            const bool numbers = std::all_of(parts.begin() + from, parts.begin() + from + length, isNumber);
            if (!numbers && repetitions(parts, from, length) >= needed) {
                const char *begin = parts[from].data();
                const QByteArrayView &last = parts[from + length - 1];
                return Trap{TrapKind::RepeatingPath, shown(QByteArrayView(begin, last.data() + last.size()))};
            }
        }
    }
    constexpr qsizetype tooOften = 6;
    for (const QByteArrayView &part : parts) {
        if (!isNumber(part) && parts.count(part) >= tooOften)
            return Trap{TrapKind::RepeatingPath, shown(part)};
    }
    return std::nullopt;
}

QByteArrayView nameOf(QByteArrayView argument)
{
    const qsizetype equals = argument.indexOf('=');
    return equals < 0 ? argument : argument.first(equals);
}

std::optional<Trap> repeatingQuery(QByteArrayView query, const QList<QByteArrayView> &arguments)
{
    if (query.contains("%252525"))
        return Trap{TrapKind::RepeatingQuery, QStringLiteral("%252525")};
    constexpr int sameArgument = 4;
    for (qsizetype i = 0; i + sameArgument <= arguments.size(); ++i) {
        // Lists ("tag[]=a&tag[]=b") repeat a name with other values; only the same value again leads nowhere.
        if (arguments.count(arguments[i]) >= sameArgument)
            return Trap{TrapKind::RepeatingQuery, shown(arguments[i])};
    }
    return std::nullopt;
}

/// Names that mean nothing else, with any value.
bool isSessionName(QByteArrayView name)
{
    constexpr const char *names[]{"phpsessid",    "jsessionid", "sessionid", "session_id",
                                  "aspsessionid", "oscsid",     "zenid"};
    return std::any_of(std::begin(names), std::end(names),
                       [name](const char *known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
}

/// Names that often mean a story or a place: only the value tells. Numbers of visits are long.
bool isSession(QByteArrayView name, QByteArrayView value)
{
    if (isSessionName(name))
        return !value.isEmpty();
    constexpr const char *names[]{"sid", "cfid", "cftoken"};
    if (std::none_of(std::begin(names), std::end(names),
                     [name](const char *known) { return name.compare(known, Qt::CaseInsensitive) == 0; }))
        return false;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool hasDigit = std::any_of(value.begin(), value.end(), isDigit);
    constexpr qsizetype longNumber = 12;
    constexpr qsizetype longId = 16;
    return hasDigit && value.size() >= (isNumber(value) ? longNumber : longId);
}

struct SessionId
{
    QByteArrayView name;
    QByteArrayView text; ///< as it stands in the address
};

std::optional<SessionId> sessionId(QByteArrayView url, QByteArrayView query)
{
    std::optional<SessionId> found;
    for (const QByteArrayView &argument : split(query, '&')) {
        const QByteArrayView name = nameOf(argument);
        if (argument.size() > name.size() && isSession(name, argument.sliced(name.size() + 1)))
            found = {name, argument};
    }
    const qsizetype inPath = url.indexOf(";jsessionid=");
    if (!found && inPath >= 0) {
        const qsizetype end = url.indexOf('?', inPath);
        found = {url.sliced(inPath + 1, 10), url.sliced(inPath, (end < 0 ? url.size() : end) - inPath)};
    }
    return found;
}

/// The address with "0" for each number in it: the same for all days of a calendar.
QByteArray withoutNumbers(QByteArrayView url)
{
    QByteArray shape;
    shape.reserve(url.size());
    for (const char c : url) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit)
            shape += c;
        else if (!shape.endsWith('0'))
            shape += '0';
    }
    return shape;
}

} // namespace

std::optional<Trap> Traps::check(QByteArrayView url, quint32 page)
{
    if (std::optional<Suspicion> found = suspicion(url)) {
        Count &count = m_counts[found->pattern];
        if (count.pages == 0 || count.lastPage != page)
            ++count.pages;
        count.lastPage = page;
        return count.pages > found->allowed ? std::optional(std::move(found->trap)) : std::nullopt;
    }
    const url::UrlParts parts = url::UrlParts::of(url);
    return parts.query.isEmpty() ? std::nullopt : facets(url, parts.query);
}

std::optional<Traps::Suspicion> Traps::suspicion(QByteArrayView url) const
{
    const url::UrlParts parts = url::UrlParts::of(url);
    const auto ofHost = [&](Trap trap, int allowed) {
        const size_t pattern = qHash(parts.host, size_t(trap.kind) + 1);
        return Suspicion{std::move(trap), pattern, allowed};
    };
    if (url.size() > MaxLength)
        return ofHost({TrapKind::TooLong, QString::number(url.size())}, MaxLong);
    const QList<QByteArrayView> folders = split(parts.path, '/');
    if (folders.size() > 3) {
        if (auto trap = repeatingPath(folders))
            return ofHost(std::move(*trap), MaxOdd);
    }
    if (folders.size() > MaxFolders)
        return ofHost({TrapKind::TooDeep, QString::number(folders.size())}, MaxLong);
    if (const auto date = CalendarDate::find(parts.path, parts.query); date && date->isEndless(m_year))
        return Suspicion{{TrapKind::Calendar, shown(date->text)}, qHash(withoutNumbers(url)), MaxDates};
    if (const auto session = sessionId(url, parts.query)) {
        const qsizetype at = session->text.data() - url.data();
        const size_t pattern = qHash(url.first(at), qHash(url.sliced(at + session->text.size())));
        return Suspicion{{TrapKind::SessionId, shown(session->name)}, pattern, MaxVisits};
    }
    if (auto trap = repeatingQuery(parts.query, split(parts.query, '&')))
        return ofHost(std::move(*trap), MaxOdd);
    return std::nullopt;
}

std::optional<Trap> Traps::facets(QByteArrayView url, QByteArrayView query)
{
    const QList<QByteArrayView> arguments = split(query, '&');
    if (arguments.size() < 2)
        return std::nullopt;
    const QByteArrayView path = url.first(query.data() - url.data());
    const quint64 pathKey = qHash(path, 1);
    quint64 names = pathKey;
    for (const QByteArrayView &argument : arguments)
        names = qHash(nameOf(argument), names);
    const bool known = m_seenNames.contains(names);
    if (known)
        return std::nullopt;
    int &combinations = m_combinations[pathKey];
    if (combinations >= MaxCombinations)
        return Trap{TrapKind::Facets, shown(url::UrlParts::of(url).path)};
    ++combinations;
    m_seenNames.insert(names);
    return std::nullopt;
}

} // namespace linnet::links
