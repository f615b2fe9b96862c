// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/robots/robotsparser.h"

#include <algorithm>

namespace linnet::links {

namespace {

constexpr qsizetype KeptText = 500;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\0';
}

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

bool is(QByteArrayView key, QByteArrayView name)
{
    return key.compare(name, Qt::CaseInsensitive) == 0;
}

struct Field
{
    QByteArrayView key;
    QByteArrayView value;
};

/// Key and value of a line without its comment. Without a colon there must be exactly two words.
Field fieldOf(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon >= 0)
        return {trimmed(line.first(colon)), trimmed(line.sliced(colon + 1))};
    const auto gap = std::find_if(line.begin(), line.end(), isBlank);
    const QByteArrayView key = line.first(gap - line.begin());
    const QByteArrayView value = trimmed(line.sliced(key.size()));
    const bool twoWords = !value.isEmpty() && std::none_of(value.begin(), value.end(), isBlank);
    return twoWords ? Field{key, value} : Field{};
}

/// A byte order mark, also one that was cut short on the way.
QByteArrayView withoutMark(QByteArrayView body)
{
    for (const char mark : {'\xEF', '\xBB', '\xBF'}) {
        if (body.isEmpty() || body.front() != mark)
            break;
        body = body.sliced(1);
    }
    return body;
}

} // namespace

Robots RobotsParser::parse(QByteArrayView body)
{
    body = withoutMark(body);
    for (qsizetype from = 0; from < body.size();) {
        qsizetype end = from;
        while (end < body.size() && body[end] != '\n' && body[end] != '\r')
            ++end;
        ++m_line;
        readLine(body.sliced(from, end - from));
        from = end + 1;
        if (end + 1 < body.size() && body[end] == '\r' && body[end + 1] == '\n')
            ++from;
    }
    Group &group = m_own.seen ? m_own : m_everybody;
    Robots robots;
    robots.m_rules = std::move(group.rules);
    robots.m_crawlDelay = group.delay;
    robots.m_sitemaps = std::move(m_sitemaps);
    std::stable_sort(robots.m_rules.begin(), robots.m_rules.end(),
                     [](const Robots::Rule &a, const Robots::Rule &b) {
                         if (a.pattern.length() != b.pattern.length())
                             return a.pattern.length() > b.pattern.length();
                         return a.allow && !b.allow;
                     });
    return robots;
}

void RobotsParser::readLine(QByteArrayView line)
{
    const qsizetype comment = line.indexOf('#');
    if (comment >= 0)
        line.truncate(comment);
    line = trimmed(line);
    const auto [key, value] = fieldOf(line);
    if (is(key, "user-agent"))
        userAgent(value);
    else if (is(key, "allow"))
        rule(value, true, line);
    else if (is(key, "disallow"))
        rule(value, false, line);
    else if (is(key, "crawl-delay"))
        crawlDelay(value);
    else if (is(key, "sitemap"))
        sitemap(value);
}

void RobotsParser::userAgent(QByteArrayView value)
{
    if (m_agentsEnded) {
        m_agentsEnded = false;
        m_inOwn = false;
        m_inEverybody = false;
    }
    if (value.startsWith('*') && (value.size() == 1 || isBlank(value[1]))) {
        m_inEverybody = true;
        return;
    }
    const auto end = std::find_if_not(value.begin(), value.end(), isTokenCharacter);
    if (end != value.begin() && is(value.first(end - value.begin()), m_token)) {
        m_inOwn = true;
        m_own.seen = true;
    }
}

void RobotsParser::rule(QByteArrayView value, bool allow, QByteArrayView line)
{
    m_agentsEnded = true;
    if (value.isEmpty())
        return;
    const auto add = [&](Group &group) {
        group.rules.append(
            {RobotsPattern(value), allow, m_line, line.first(std::min(line.size(), KeptText)).toByteArray()});
    };
    if (m_inOwn)
        add(m_own);
    else if (m_inEverybody && !m_own.seen)
        add(m_everybody);
}

void RobotsParser::crawlDelay(QByteArrayView value)
{
    constexpr double day = 86'400;
    bool ok = false;
    const double seconds = value.toByteArray().toDouble(&ok);
    // Written so that NaN fails too.
    if (!ok || !(seconds >= 0))
        return;
    const std::chrono::milliseconds delay(qint64(std::min(seconds, day) * 1000));
    if (m_inOwn)
        m_own.delay = std::max(m_own.delay.value_or(delay), delay);
    if (m_inEverybody)
        m_everybody.delay = std::max(m_everybody.delay.value_or(delay), delay);
}

void RobotsParser::sitemap(QByteArrayView value)
{
    constexpr qsizetype most = 1000;
    const QByteArray url = value.toByteArray();
    const QByteArray scheme = url.first(std::min(url.size(), qsizetype(8))).toLower();
    const bool isAddress =
        scheme.startsWith("http://") || scheme.startsWith("https://") || scheme.startsWith('/');
    if (isAddress && m_sitemaps.size() < most && !m_sitemaps.contains(url))
        m_sitemaps.append(url);
}

} // namespace linnet::links
