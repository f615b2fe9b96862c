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

QLatin1StringView binaryType(QByteArrayView body)
{
    using namespace Qt::Literals::StringLiterals;
    struct Mark
    {
        qsizetype at;
        QByteArrayView bytes;
        QLatin1StringView type;
    };
    static constexpr Mark Marks[] = {
        {0, "%PDF-", "application/pdf"_L1},
        {0, "\x89PNG\r\n\x1A\n", "image/png"_L1},
        {0, "\xFF\xD8\xFF", "image/jpeg"_L1},
        {0, "GIF87a", "image/gif"_L1},
        {0, "GIF89a", "image/gif"_L1},
        {8, "WEBPVP8", "image/webp"_L1},
        {4, "ftypavif", "image/avif"_L1},
        {0, "PK\x03\x04", "application/zip"_L1},
        {0, "\x1F\x8B\x08", "application/gzip"_L1},
        {0, "wOFF", "font/woff"_L1},
        {0, "wOF2", "font/woff2"_L1},
        {0, "OggS", "application/ogg"_L1},
        {4, "ftypisom", "video/mp4"_L1},
        {4, "ftypmp42", "video/mp4"_L1},
    };
    const auto mark = std::ranges::find_if(Marks, [body](const Mark &each) {
        return body.sliced(std::min(each.at, body.size())).startsWith(each.bytes);
    });
    return mark == std::end(Marks) ? QLatin1StringView() : mark->type;
}

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
