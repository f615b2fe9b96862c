// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/pagetext.h"

#include "checks/pagedecoder.h"
#include "encoding/filetext.h"
#include "html/ascii.h"
#include "html/htmltokenizer.h"
#include "html/textspace.h"

#include <algorithm>

namespace linnet::checks {

using namespace Qt::Literals::StringLiterals;
using html::TagId;

namespace {

constexpr qsizetype SniffedBytes = 1445; ///< MIME Sniffing §5.2
constexpr std::size_t FirstPiece = 16 * 1024;
constexpr int LongestTitle = 500; ///< code points

/// Collects text with its white space collapsed, up to a number of code points.
class CollapsedText
{
public:
    explicit CollapsedText(int letters)
        : m_left(letters)
    {
    }

    bool isFull() const { return m_left <= 0; }
    void part() { m_gap = true; }
    void add(std::string_view utf8)
    {
        for (std::size_t i = 0; i < utf8.size() && !isFull();) {
            const std::size_t space = html::spaceLength(utf8.substr(i));
            if (space > 0) {
                m_gap = true;
                i += space;
                continue;
            }
            if (m_gap && !m_text.empty()) {
                m_text += ' ';
                --m_left;
            }
            m_gap = false;
            if (isFull())
                return;
            do
                m_text += utf8[i++];
            while (i < utf8.size() && (utf8[i] & 0xC0) == 0x80);
            --m_left;
        }
        // A space that would come next may be the last letter asked for; trailing space says nothing.
    }
    QString take() const { return m_text.empty() ? QString() : encoding::toQString(m_text); }

private:
    std::string m_text;
    int m_left;
    bool m_gap = false;
};

/// Takes the first title and the text that people see.
class PageSink
{
public:
    explicit PageSink(int letters)
        : m_body(letters)
        , m_title(LongestTitle)
    {
    }

    void text(std::string_view piece)
    {
        if (m_inTitle)
            m_title.add(piece);
        else if (!m_hidden)
            m_body.add(piece);
    }
    void startTag(const html::Tag &tag)
    {
        const bool isTitle = tag.id == TagId::Title;
        m_inTitle = isTitle && !m_titleSeen;
        m_hidden = isHidden(tag.id) || (isTitle && !m_inTitle && !m_bodySeen);
        m_titleSeen = m_titleSeen || m_inTitle;
        m_bodySeen = m_bodySeen || tag.id == TagId::Body;
        boundary(tag.id);
    }
    void endTag(const html::Tag &tag)
    {
        m_hidden = m_inTitle = false;
        boundary(tag.id);
    }
    void comment(std::string_view) {}
    void doctype(const html::Doctype &) {}

    bool isDone() const { return m_body.isFull() && (m_titleSeen || m_bodySeen) && !m_inTitle; }
    QString title() const { return m_title.take(); }
    QString body() const { return m_body.take(); }

private:
    static bool isHidden(TagId tag)
    {
        return tag == TagId::Script || tag == TagId::Style || tag == TagId::Iframe || tag == TagId::Noembed ||
               tag == TagId::Noframes;
    }
    void boundary(TagId tag)
    {
        if (html::isBlock(tag) || tag == TagId::Td || tag == TagId::Th)
            m_body.part();
    }

    CollapsedText m_body;
    CollapsedText m_title;
    bool m_hidden = false;
    bool m_inTitle = false;
    bool m_titleSeen = false;
    bool m_bodySeen = false;
};

bool isHtmlType(const QByteArray &type)
{
    return type == "text/html" || type == "application/xhtml+xml";
}

bool isTextType(const QByteArray &type)
{
    return type.startsWith("text/") || type.endsWith("+xml") || type.endsWith("+json") ||
           type == "application/xml" || type == "application/json" || type == "application/javascript" ||
           type == "application/ecmascript" || type == "application/x-javascript" ||
           type == "application/x-ndjson";
}

bool isMediaType(const QByteArray &type)
{
    return type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/") ||
           type.startsWith("font/") || type == "application/pdf" || type == "application/zip";
}

/// A byte that no text has (MIME Sniffing §3).
bool isBinaryByte(char byte)
{
    const auto c = static_cast<unsigned char>(byte);
    return c <= 0x08 || c == 0x0B || (c >= 0x0E && c <= 0x1A) || (c >= 0x1C && c <= 0x1F);
}

bool looksBinary(const QByteArray &body)
{
    return std::any_of(body.begin(), body.begin() + std::min(body.size(), SniffedBytes), isBinaryByte);
}

bool looksLikeHtml(std::string_view text)
{
    while (!text.empty() && html::isSpace(text.front()))
        text.remove_prefix(1);
    for (const std::string_view begin : {"<!doctype html", "<html", "<head", "<body", "<title", "<script",
                                         "<h1", "<div", "<p", "<table", "<a "}) {
        if (html::startsWithNoCase(text, begin))
            return true;
    }
    return false;
}

void readMarkup(std::string_view text, PageSink &sink)
{
    html::HtmlTokenizer tokenizer(sink);
    std::size_t piece = FirstPiece;
    while (!text.empty() && !sink.isDone()) {
        const bool last = piece >= text.size();
        const std::size_t used = tokenizer.run(text.substr(0, piece), last);
        text.remove_prefix(used);
        if (last)
            return;
        piece = used == 0 ? piece * 2 : FirstPiece;
    }
}

QString binaryNote(const QByteArray &type)
{
    return type.isEmpty() ? u"(binary)"_s : u"(binary: %1)"_s.arg(QString::fromLatin1(type));
}

} // namespace

PageText readPage(const QByteArray &body, const QByteArray &contentType, int letters)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    if (body.isEmpty())
        return {};
    const PageDecoder decoder(body, contentType);
    if (isMediaType(type) || (!decoder.isWide() && looksBinary(body)))
        return {{}, binaryNote(type), {}};
    PageText page;
    page.encoding = decoder.encoding();
    const bool html = isHtmlType(type) || (!isTextType(type) && looksLikeHtml(decoder.text()));
    if (html) {
        PageSink sink(letters);
        readMarkup(decoder.text(), sink);
        page.title = sink.title();
        page.preview = sink.body();
    } else {
        CollapsedText text(letters);
        text.add(decoder.text());
        page.preview = text.take();
    }
    return page;
}

} // namespace linnet::checks
