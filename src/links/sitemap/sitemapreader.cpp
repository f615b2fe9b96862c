// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/sitemap/sitemapreader.h"

#include "links/sitemap/sitemappieces.h"
#include "net/transfer/inflater.h"

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype Piece = 64 * 1024;

/// Hands over the unpacked bytes in pieces; the error, if the packing is broken or there are too many.
Error unpacked(const QByteArray &body, SitemapPieces &reader)
{
    net::Inflater inflater;
    qsizetype total = 0;
    for (qsizetype from = 0; from < body.size(); from += Piece) {
        QByteArray out;
        const auto state =
            inflater.feed(QByteArrayView(body).sliced(from, std::min(Piece, body.size() - from)), out,
                          SitemapReader::MaxBytes - total + 1);
        total += out.size();
        for (qsizetype at = 0; at < out.size(); at += Piece) {
            if (!reader.feed(QByteArrayView(out).sliced(at, std::min(Piece, out.size() - at))))
                return {};
        }
        if (total > SitemapReader::MaxBytes)
            return {Reason::TooLarge, 0, u"50 MB"_s};
        if (state == net::Inflater::State::Broken)
            return {Reason::Undecodable, 0, u"gzip"_s};
    }
    return inflater.state() == net::Inflater::State::End ? Error{} : Error{Reason::Truncated, 0, u"gzip"_s};
}

Error plain(const QByteArray &body, SitemapPieces &reader)
{
    const qsizetype size = std::min(body.size(), SitemapReader::MaxBytes);
    for (qsizetype from = 0; from < size; from += Piece) {
        if (!reader.feed(QByteArrayView(body).sliced(from, std::min(Piece, size - from))))
            return {};
    }
    return body.size() > size ? Error{Reason::TooLarge, 0, u"50 MB"_s} : Error{};
}

} // namespace

Sitemap SitemapReader::read(const QByteArray &body)
{
    Sitemap sitemap;
    SitemapPieces reader(sitemap);
    const bool packed = body.startsWith("\x1F\x8B");
    const Error error = packed ? unpacked(body, reader) : plain(body, reader);
    if (sitemap.error.reason != Reason::None)
        return sitemap;
    reader.finish();
    // Where the packing broke is why the XML has no end.
    if (error.reason != Reason::None)
        sitemap.error = error;
    return sitemap;
}

} // namespace linnet::links
