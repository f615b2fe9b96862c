// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzsitemap.h"

#include "fuzz/fuzzinput.h"
#include "links/sitemap/sitemaplist.h"
#include "links/sitemap/sitemappieces.h"
#include "support/packed.h"

#include <algorithm>

namespace linnet::fuzz {

namespace {

using links::Sitemap;
using links::SitemapReader;

void check(const Sitemap &sitemap, const QByteArray &body)
{
    require(sitemap.urls.size() <= SitemapReader::MaxUrls, "no more addresses than the protocol allows");
    const auto isAbsolute = [](const QByteArray &url) { return links::SitemapList::isWebAddress(url); };
    require(sitemap.relative == std::ranges::count_if(sitemap.urls, std::not_fn(isAbsolute)),
            "addresses that are not absolute are counted");
    for (const QByteArray &url : sitemap.urls)
        require(!url.isEmpty() && url == url.trimmed(), "an address is no white space");
    const bool isNone = sitemap.kind == Sitemap::Kind::None || sitemap.kind == Sitemap::Kind::Html;
    require(!isNone || sitemap.error.reason != Reason::None, "what is no sitemap is an error");
    require(!isNone || sitemap.urls.isEmpty(), "what is no sitemap has no addresses");
    if (sitemap.kind != Sitemap::Kind::Text || sitemap.error.reason != Reason::None)
        return;
    qsizetype lines = 0;
    for (const QByteArray &line : body.split('\n'))
        lines += line.trimmed().isEmpty() ? 0 : 1;
    require(lines == sitemap.urls.size() + sitemap.skipped, "every line is an address or counted");
}

void checkSame(const Sitemap &one, const Sitemap &other, const char *what)
{
    require(one.kind == other.kind && one.urls == other.urls && one.relative == other.relative &&
                one.skipped == other.skipped && one.error.reason == other.error.reason,
            what);
}

Sitemap inPieces(const QByteArray &body, qsizetype piece)
{
    Sitemap sitemap;
    links::SitemapPieces pieces(sitemap);
    for (qsizetype from = 0; from < body.size(); from += piece) {
        if (!pieces.feed(QByteArrayView(body).sliced(from, std::min(piece, body.size() - from))))
            return sitemap;
    }
    if (sitemap.error.reason == Reason::None)
        pieces.finish();
    return sitemap;
}

} // namespace

int fuzzSitemap(const std::uint8_t *data, std::size_t size)
{
    FuzzInput input(data, size);
    const QByteArray &body = input.bytes();
    const Sitemap sitemap = SitemapReader::read(body);
    const bool isPacked = body.startsWith("\x1F\x8B");
    if (isPacked)
        return 0;
    QByteArray text = body;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    check(sitemap, text);
    checkSame(sitemap, SitemapReader::read(test::pack(body, test::Packing::Gzip)), "packed it says the same");
    // What decides about the encoding is looked for in the first kilobyte.
    if (body.size() > 1024 && body.first(1000).contains("?>"))
        checkSame(sitemap, inPieces(body, 1024 + input.choice(4000)), "in pieces it says the same");
    return 0;
}

} // namespace linnet::fuzz
