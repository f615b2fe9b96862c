// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/robots/robotspattern.h"

#include "url/urlparts.h"

#include <algorithm>

namespace linnet::links {

namespace {

constexpr char Hex[] = "0123456789ABCDEF";

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

char upper(char c)
{
    return c >= 'a' && c <= 'f' ? char(c - 'a' + 'A') : c;
}

void appendEncoded(QByteArray &out, char c)
{
    const auto byte = uchar(c);
    out += '%';
    out += Hex[byte >> 4];
    out += Hex[byte & 15];
}

/// `literal` names the characters that mean something in a pattern: where they mean themselves they are
/// encoded, so that "%2A" in a pattern finds a star in a path.
QByteArray encoded(QByteArrayView text, QByteArrayView literal, bool isPattern)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '%' && i + 2 < text.size() && isHex(text[i + 1]) && isHex(text[i + 2])) {
            out += c;
            out += upper(text[i + 1]);
            out += upper(text[i + 2]);
            i += 2;
        } else if ((isPattern && uchar(c) >= 0x80) || literal.contains(c)) {
            appendEncoded(out, c);
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace

RobotsPattern::RobotsPattern(QByteArrayView value)
{
    m_atEnd = value.endsWith('$');
    if (m_atEnd)
        value.chop(1);
    const QByteArray pattern = encoded(value, "$", true);
    // Signs count as one octet each, a "$" in the middle too.
    m_length = pattern.size() - 2 * value.count('$') + (m_atEnd ? 1 : 0);
    m_runs = pattern.split('*');
    // Stars in a row are one star.
    const auto isEmpty = [](const QByteArray &run) { return run.isEmpty(); };
    if (m_runs.size() > 2)
        m_runs.erase(std::remove_if(m_runs.begin() + 1, m_runs.end() - 1, isEmpty), m_runs.end() - 1);
}

bool RobotsPattern::matches(QByteArrayView path) const
{
    if (!path.startsWith(m_runs.first()))
        return false;
    qsizetype from = m_runs.first().size();
    if (m_runs.size() == 1)
        return !m_atEnd || from == path.size();
    // The leftmost place for each run leaves the most for the rest, so that nothing is ever tried twice.
    for (qsizetype i = 1; i + 1 < m_runs.size(); ++i) {
        const qsizetype at = path.indexOf(m_runs[i], from);
        if (at < 0)
            return false;
        from = at + m_runs[i].size();
    }
    const QByteArray &last = m_runs.last();
    if (m_atEnd)
        return path.size() - from >= last.size() && path.endsWith(last);
    return path.indexOf(last, from) >= 0;
}

QByteArray RobotsPattern::normalized(QByteArrayView url)
{
    const qsizetype fragment = url.indexOf('#');
    const qsizetype begin = url::UrlParts::of(url).originLength;
    const QByteArrayView path = url.first(fragment < 0 ? url.size() : fragment).sliced(begin);
    QByteArray result = encoded(path, "*$", false);
    if (!result.startsWith('/'))
        result.prepend('/');
    return result;
}

} // namespace linnet::links
