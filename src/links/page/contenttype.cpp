// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/contenttype.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace linnet::links {

namespace {

/// RFC 9110, 5.6.2.
bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

/// The parts between separators that stand outside of quotes.
QList<QByteArrayView> split(QByteArrayView text, char separator)
{
    QList<QByteArrayView> parts;
    qsizetype begin = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && quoted)
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (text[i] == separator && !quoted) {
            parts.append(text.sliced(begin, i - begin).trimmed());
            begin = i + 1;
        }
    }
    parts.append(text.sliced(begin).trimmed());
    return parts;
}

QByteArray unquoted(QByteArrayView value)
{
    if (!value.startsWith('"'))
        return value.toByteArray();
    QByteArray result;
    for (qsizetype i = 1; i < value.size() && value[i] != '"'; ++i) {
        if (value[i] == '\\' && i + 1 < value.size())
            ++i;
        result += value[i];
    }
    return result;
}

std::optional<ContentType> parseOne(QByteArrayView value)
{
    const QList<QByteArrayView> parts = split(value, ';');
    const qsizetype slash = parts.front().indexOf('/');
    if (slash < 0 || !isToken(parts.front().first(slash)) || !isToken(parts.front().sliced(slash + 1)))
        return std::nullopt;
    ContentType result{parts.front().toByteArray().toLower(), {}};
    for (const QByteArrayView &parameter : parts) { // the type itself has no "="
        const qsizetype equals = parameter.indexOf('=');
        if (equals > 0 && result.charset.isEmpty() &&
            parameter.first(equals).trimmed().compare("charset", Qt::CaseInsensitive) == 0)
            result.charset = unquoted(parameter.sliced(equals + 1).trimmed());
    }
    return result;
}

} // namespace

ContentType ContentType::parse(QByteArrayView header)
{
    ContentType result;
    for (const QByteArrayView &value : split(header, ',')) {
        std::optional<ContentType> next = parseOne(value);
        if (!next || next->type == "*/*")
            continue;
        if (next->charset.isEmpty() && next->type == result.type)
            next->charset = result.charset;
        result = std::move(*next);
    }
    return result;
}

} // namespace linnet::links
