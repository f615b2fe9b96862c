// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/sniffedtype.h"

#include <algorithm>

namespace linnet::links {

namespace {

constexpr qsizetype LookedAt = 1445; // as the standard says

constexpr QByteArrayView Beginnings[] = {
    "<!doctype html", "<html",  "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a",
    "<style",         "<title", "<b",    "<body",   "<br",     "<p",  "<!--"};

QByteArrayView withoutBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && QByteArrayView(" \t\n\r\f").contains(text.front()))
        text = text.sliced(1);
    return text;
}

bool beginsWith(QByteArrayView text, QByteArrayView beginning)
{
    return text.size() >= beginning.size() &&
           text.first(beginning.size()).compare(beginning, Qt::CaseInsensitive) == 0;
}

/// The tag has to end there, too: "<a" is none of "<abc".
bool isTag(QByteArrayView text, QByteArrayView tag)
{
    if (!beginsWith(text, tag))
        return false;
    const QByteArrayView rest = text.sliced(tag.size());
    return tag == "<!--" || (!rest.isEmpty() && QByteArrayView(" \t\n\r\f>/").contains(rest.front()));
}

/// What is left behind "<?xml … ?>", comments and a doctype.
QByteArrayView rootOf(QByteArrayView text)
{
    constexpr std::pair<QByteArrayView, QByteArrayView> Passed[] = {
        {"<?", "?>"}, {"<!--", "-->"}, {"<!doctype", ">"}};
    for (bool found = true; found;) {
        found = false;
        text = withoutBlanks(text);
        for (const auto &[begin, end] : Passed) {
            if (!beginsWith(text, begin))
                continue;
            const qsizetype at = text.indexOf(end);
            text = at < 0 ? QByteArrayView() : text.sliced(at + end.size());
            found = true;
        }
    }
    return text;
}

} // namespace

SniffedType sniffedType(QByteArrayView body)
{
    if (body.startsWith("\xEF\xBB\xBF"))
        body = body.sliced(3);
    const QByteArrayView begin = withoutBlanks(body.first(std::min(body.size(), LookedAt)));
    if (beginsWith(begin, "<?xml"))
        return isTag(rootOf(begin), "<html") ? SniffedType::Xhtml : SniffedType::Other;
    const bool isHtml = std::ranges::any_of(
        Beginnings, [begin](QByteArrayView beginning) { return isTag(begin, beginning); });
    return isHtml ? SniffedType::Html : SniffedType::Other;
}

} // namespace linnet::links
