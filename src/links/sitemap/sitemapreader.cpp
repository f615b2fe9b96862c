// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/sitemap/sitemapreader.h"

#include "links/sitemap/sitemaplist.h"
#include "links/sitemap/sitemapxml.h"
#include "net/transfer/inflater.h"

#include <optional>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype Piece = 64 * 1024;
constexpr qsizetype LookedAt = 1024;

bool isWebAddress(const QByteArray &text)
{
    const QByteArray begin = text.first(std::min(text.size(), qsizetype(8))).toLower();
    return begin.startsWith("http://") || begin.startsWith("https://");
}

/// Decides by the first bytes what the file is, then takes its pieces.
class PieceReader
{
public:
    explicit PieceReader(Sitemap &sitemap)
        : m_sitemap(sitemap)
        , m_xml(sitemap)
    {
    }

    /// False when no more is wanted.
    bool feed(QByteArrayView data)
    {
        if (m_form != Form::Unknown)
            return pass(data.toByteArray());
        m_begin += data;
        return m_begin.size() < LookedAt || begin();
    }

    void finish()
    {
        if (m_form == Form::Unknown && !begin())
            return;
        if (m_form == Form::Xml)
            m_xml.finish();
        else if (m_form == Form::Text && !m_line.isEmpty())
            addLine(m_line);
    }

private:
    enum class Form
    {
        Unknown,
        Xml,
        Text
    };

    bool begin()
    {
        // White space before the XML declaration is a common mistake and harmless.
        if (m_begin.startsWith("\xEF\xBB\xBF"))
            m_begin.remove(0, 3);
        qsizetype blank = 0;
        while (blank < m_begin.size() && QByteArrayView(" \t\r\n").contains(m_begin[blank]))
            ++blank;
        m_begin.remove(0, blank);
        const QByteArray lower = m_begin.first(std::min(m_begin.size(), LookedAt)).toLower();
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            m_sitemap.kind = Sitemap::Kind::Html;
            m_sitemap.error = {Reason::BadSitemap, 0, u"HTML"_s};
            return false;
        }
        // UTF-16 begins with a mark.
        if (m_begin.startsWith('<') || m_begin.startsWith("\xFF\xFE") || m_begin.startsWith("\xFE\xFF")) {
            m_form = Form::Xml;
        } else if (isWebAddress(m_begin)) {
            m_form = Form::Text;
            m_sitemap.kind = Sitemap::Kind::Text;
        } else {
            m_sitemap.error = {Reason::BadSitemap, 0, m_begin.isEmpty() ? u"0 B"_s : QString()};
            return false;
        }
        return pass(std::exchange(m_begin, {}));
    }

    bool pass(const QByteArray &data)
    {
        if (m_form == Form::Xml)
            return m_xml.feed(data);
        m_line += data;
        qsizetype from = 0;
        for (qsizetype end; (end = m_line.indexOf('\n', from)) >= 0; from = end + 1)
            addLine(m_line.sliced(from, end - from));
        m_line.remove(0, from);
        return m_sitemap.error.reason == Reason::None;
    }

    void addLine(const QByteArray &line)
    {
        const QByteArray text = line.trimmed();
        if (!text.isEmpty() && m_sitemap.error.reason == Reason::None)
            SitemapList(m_sitemap).add(text);
    }

    Sitemap &m_sitemap;
    SitemapXml m_xml;
    Form m_form = Form::Unknown;
    QByteArray m_begin;
    QByteArray m_line; ///< Text: what has no end yet
};

/// Hands over the unpacked bytes in pieces; the error, if the packing is broken or there are too many.
Error unpacked(const QByteArray &body, PieceReader &reader)
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

Error plain(const QByteArray &body, PieceReader &reader)
{
    const qsizetype size = std::min(body.size(), SitemapReader::MaxBytes);
    for (qsizetype from = 0; from < size; from += Piece) {
        if (!reader.feed(QByteArrayView(body).sliced(from, std::min(Piece, size - from))))
            return {};
    }
    return body.size() > size ? Error{Reason::TooLarge, 0, u"50 MB"_s} : Error{};
}

} // namespace

void SitemapList::add(const QByteArray &text)
{
    const QByteArray address = text.trimmed();
    if (!isWebAddress(address)) {
        ++m_sitemap.skipped;
        return;
    }
    if (m_sitemap.urls.size() >= SitemapReader::MaxUrls) {
        m_sitemap.error = {Reason::TooLarge, 0, u"50,000"_s};
        return;
    }
    m_sitemap.urls.append(address);
}

Sitemap SitemapReader::read(const QByteArray &body)
{
    Sitemap sitemap;
    PieceReader reader(sitemap);
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
