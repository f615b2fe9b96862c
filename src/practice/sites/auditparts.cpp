// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sites/auditparts.h"

#include <numeric>

namespace linnet::practice::auditparts {

QByteArray inShort(const QByteArray &name)
{
    return name.size() > 28 ? name.left(14) : name;
}

QByteArray titleOf(const QByteArray &name)
{
    return "A page about " + inShort(name) + " among others";
}

QByteArray title(const QByteArray &name)
{
    return "<title>" + titleOf(name) + "</title>";
}

QByteArray description(const QByteArray &name)
{
    return "<meta name=description content='What is said about " + inShort(name) +
           " here is invented, and it is as long as a description should be.'>";
}

QByteArray canonical(const QByteArray &url)
{
    return "<link rel=canonical href='" + url + "'>";
}

QByteArray words(const QByteArray &name, int count)
{
    const quint64 step = std::accumulate(name.begin(), name.end(), quint64(1469),
                                         [](quint64 sum, char c) { return (sum * 31 + quint8(c)) % 9967; });
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += name.left(4) + QByteArray::number(quint64(i) * (step + 1) % 9973) + ' ';
    return text;
}

QByteArray text(const QByteArray &name, int count)
{
    return "<h2>More</h2>" + words(name, count);
}

QByteArray soundHead(const QByteArray &root, const QByteArray &path)
{
    return title(path) + description(path) + canonical(root + path) + Viewport + Sharing + Card + Icon;
}

QByteArray wholePage(const QByteArray &root, const QByteArray &language, const QByteArray &head,
                     const QByteArray &body)
{
    return "<!doctype html><html" + (language.isEmpty() ? QByteArray() : " lang=" + language) +
           "><head><meta charset=utf-8>" + head + "<body><nav><a href='" + root + "'>start page</a></nav>" +
           body;
}

} // namespace linnet::practice::auditparts
