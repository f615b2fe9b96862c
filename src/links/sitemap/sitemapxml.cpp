// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/sitemap/sitemapxml.h"

#include "encoding/filetext.h"
#include "links/sitemap/sitemaplist.h"

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int KeptDepth = 5;
constexpr qsizetype LongestAddress = 8192;

Sitemap::Kind kindOf(QStringView root)
{
    if (root == "urlset"_L1)
        return Sitemap::Kind::Urls;
    if (root == "sitemapindex"_L1)
        return Sitemap::Kind::Index;
    if (root == "rss"_L1 || root == "feed"_L1 || root == "RDF"_L1)
        return Sitemap::Kind::Feed;
    return root.compare("html"_L1, Qt::CaseInsensitive) == 0 ? Sitemap::Kind::Html : Sitemap::Kind::None;
}

/// What the declaration says, which stands at the beginning of the file.
std::string_view declaredEncoding(const QByteArray &beginning)
{
    const QByteArray declaration = beginning.first(std::max(qsizetype(0), beginning.indexOf("?>")));
    qsizetype at = beginning.startsWith("<?xml") ? declaration.indexOf("encoding") : -1;
    at = at < 0 ? -1 : declaration.indexOf('=', at);
    if (at < 0)
        return "UTF-8";
    const QByteArray label = declaration.sliced(at + 1).trimmed();
    const qsizetype end = label.size() < 2 ? -1 : label.indexOf(label.front(), 1);
    const std::string_view name =
        end < 0 ? std::string_view() : encoding::nameForLabel({label.constData() + 1, size_t(end - 1)});
    // Read as single bytes, it cannot be UTF-16.
    const bool isUsable = !name.empty() && !name.starts_with("UTF-16") && name != "replacement";
    return isUsable ? name : "UTF-8";
}

/// XML has no control characters, not even as the rest of something broken.
void replaceControls(QString &text)
{
    for (QChar &letter : text) {
        const bool isSpace = letter == u'\t' || letter == u'\n' || letter == u'\r';
        if ((letter < u' ' && !isSpace) || letter == QChar(0xFFFE) || letter == QChar(0xFFFF))
            letter = QChar::ReplacementCharacter;
    }
}

} // namespace

SitemapXml::SitemapXml(Sitemap &sitemap)
    : m_sitemap(sitemap)
{
    // A prefix that nobody declared is no reason to lose the rest of the file.
    m_reader.setNamespaceProcessing(false);
}

bool SitemapXml::feed(const QByteArray &piece)
{
    std::string_view bytes(piece.constData(), size_t(piece.size()));
    if (!m_decoder) {
        const std::optional<encoding::Mark> mark = encoding::byteOrderMark(bytes);
        m_decoder.emplace(mark ? mark->name : declaredEncoding(piece));
        bytes.remove_prefix(mark ? mark->length : 0);
    }
    std::string decoded;
    m_decoder->append(bytes, decoded);
    QString text = encoding::toQString(decoded);
    replaceControls(text);
    m_reader.addData(text);
    return readAll();
}

void SitemapXml::finish()
{
    if (m_sitemap.error.reason != Reason::None || (m_reader.atEnd() && !m_reader.hasError()))
        return;
    m_sitemap.error = {Reason::BadSitemap, 0,
                       u"line %1, column %2: %3"_s.arg(m_reader.lineNumber())
                           .arg(m_reader.columnNumber())
                           .arg(m_reader.errorString())};
    // What was read before stays: a message that does not say so would be taken for a loss of all.
    if (!m_sitemap.urls.isEmpty())
        m_sitemap.error.detail += u"; %1 addresses before it were taken"_s.arg(m_sitemap.urls.size());
}

bool SitemapXml::readAll()
{
    while (!m_reader.atEnd()) {
        switch (m_reader.readNext()) {
        case QXmlStreamReader::StartElement:
            beginElement();
            break;
        case QXmlStreamReader::EndElement:
            endElement();
            break;
        case QXmlStreamReader::Characters:
            if (wantsText() && m_text.size() <= LongestAddress)
                m_text += m_reader.text().toUtf8();
            break;
        default:
            break;
        }
        if (m_sitemap.error.reason != Reason::None)
            return false;
    }
    if (m_reader.error() == QXmlStreamReader::PrematureEndOfDocumentError)
        return true;
    if (m_reader.hasError())
        finish();
    return false;
}

void SitemapXml::beginElement()
{
    ++m_depth;
    if (m_depth > KeptDepth)
        return;
    const QStringView name = m_reader.name();
    if (m_depth == 1) {
        m_sitemap.kind = kindOf(name);
        if (m_sitemap.kind == Sitemap::Kind::Html || m_sitemap.kind == Sitemap::Kind::None)
            m_sitemap.error = {Reason::BadSitemap, 0, u"<%1>"_s.arg(name.left(40))};
    }
    m_path.append(name.toUtf8());
    m_text.clear();
    if (m_sitemap.kind == Sitemap::Kind::Urls && m_depth == 2) {
        m_entry = m_sitemap.urls.size();
        m_firstVersion = m_sitemap.versions.size();
    }
    if (m_sitemap.kind == Sitemap::Kind::Urls && m_depth == 3 && m_path[1] == "url" && m_path[2] == "link")
        addVersion();
    // Atom keeps the address in an attribute.
    if (m_path.first() == "feed" && m_depth == 3 && m_path[1] == "entry" && m_path[2] == "link") {
        const QXmlStreamAttributes attributes = m_reader.attributes();
        const QStringView relation = attributes.value("rel"_L1);
        if (relation.isEmpty() || relation == "alternate"_L1)
            SitemapList(m_sitemap).add(attributes.value("href"_L1).toUtf8());
    }
}

void SitemapXml::endElement()
{
    if (wantsText())
        SitemapList(m_sitemap).add(m_text);
    if (m_sitemap.kind == Sitemap::Kind::Urls && m_depth == 2)
        endEntry();
    if (m_depth <= KeptDepth)
        m_path.removeLast();
    --m_depth;
    m_text.clear();
}

void SitemapXml::addVersion()
{
    const QXmlStreamAttributes attributes = m_reader.attributes();
    const QStringView language = attributes.value("hreflang"_L1);
    if (attributes.value("rel"_L1) != "alternate"_L1 || language.isEmpty() ||
        m_sitemap.versions.size() == SitemapReader::MaxVersions)
        return;
    const QByteArray url = attributes.value("href"_L1).trimmed().toUtf8();
    if (!url.isEmpty() && url.size() <= LongestAddress)
        m_sitemap.versions.append({m_entry, language.trimmed().toUtf8(), url});
}

/// The address may stand behind its versions, or be none.
void SitemapXml::endEntry()
{
    if (m_sitemap.urls.size() == m_entry)
        m_sitemap.versions.resize(m_firstVersion);
}

/// urlset/url/loc and sitemapindex/sitemap/loc, but not the loc of an image within; rss/channel/item/link.
bool SitemapXml::wantsText() const
{
    if (m_depth != m_path.size())
        return false;
    switch (m_sitemap.kind) {
    case Sitemap::Kind::Urls:
        return m_depth == 3 && m_path[1] == "url" && m_path[2] == "loc";
    case Sitemap::Kind::Index:
        return m_depth == 3 && m_path[1] == "sitemap" && m_path[2] == "loc";
    case Sitemap::Kind::Feed:
        return m_path.last() == "link" && m_depth >= 3 && m_path[m_depth - 2] == "item";
    default:
        return false;
    }
}

} // namespace linnet::links
