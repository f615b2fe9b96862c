// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/htmltext.h"

#include "html/htmltokenizer.h"

namespace linnet::html {

namespace {

constexpr std::string_view Blocks[] = {
    "address",    "article",   "aside",  "blockquote", "body",    "br",     "caption",  "center",
    "dd",         "details",   "dialog", "dir",        "div",     "dl",     "dt",       "fieldset",
    "figcaption", "figure",    "footer", "form",       "h1",      "h2",     "h3",       "h4",
    "h5",         "h6",        "head",   "header",     "hgroup",  "hr",     "html",     "legend",
    "li",         "listing",   "main",   "menu",       "nav",     "ol",     "optgroup", "option",
    "p",          "plaintext", "pre",    "search",     "section", "select", "summary",  "table",
    "tbody",      "textarea",  "tfoot",  "thead",      "title",   "tr",     "ul",       "xmp"};
static_assert(std::is_sorted(std::begin(Blocks), std::end(Blocks)));

bool isBlock(std::string_view name)
{
    return std::binary_search(std::begin(Blocks), std::end(Blocks), name);
}

bool isSkipped(std::string_view name)
{
    return name == "script" || name == "style" || name == "iframe" || name == "noembed" || name == "noframes";
}

/// Writes readable text: remembers what the next letter must be parted by, so nothing is ever taken back.
class TextSink
{
public:
    void text(std::string_view piece)
    {
        if (m_skipping)
            return;
        for (std::size_t i = 0; i < piece.size();) {
            const std::size_t space = spaceLength(piece.substr(i));
            if (space > 0) {
                m_gap = std::max(m_gap, m_preformatted && piece[i] == '\n' ? Gap::Line : Gap::Blank);
                i += space;
                continue;
            }
            part();
            const std::size_t end = wordEnd(piece, i);
            m_text += piece.substr(i, end - i);
            i = end;
        }
    }

    void startTag(const Tag &tag)
    {
        m_skipping = isSkipped(tag.name);
        boundary(tag.name);
        m_item = m_item || tag.name == "li";
        if (tag.name == "pre")
            m_preformatted = true;
    }

    void endTag(const Tag &tag)
    {
        m_skipping = false;
        boundary(tag.name);
        // An empty item leaves no dash behind for the text after it.
        if (tag.name == "li" || tag.name == "ul" || tag.name == "ol")
            m_item = false;
        if (tag.name == "pre")
            m_preformatted = false;
    }

    void comment(std::string_view) {}
    void doctype(const Doctype &) {}

    std::string take() { return std::move(m_text); }

private:
    enum class Gap : std::uint8_t
    {
        None,
        Blank,
        Line
    };

    // Non-breaking spaces count: they only lay out, and text with them is not found by people who type a
    // space.
    static std::size_t spaceLength(std::string_view text)
    {
        if (isSpace(text.front()) || text.front() == '\v')
            return 1;
        return text.starts_with("\xC2\xA0") ? 2 : 0;
    }

    /// Where the word that holds this byte may end: always behind it, never behind a space.
    static std::size_t wordEnd(std::string_view text, std::size_t from)
    {
        const auto isInner = [](char byte) {
            return static_cast<unsigned char>(byte) > ' ' && byte != '\xC2';
        };
        return std::size_t(std::find_if_not(text.begin() + std::ptrdiff_t(from) + 1, text.end(), isInner) -
                           text.begin());
    }

    void boundary(std::string_view name)
    {
        if (isBlock(name))
            m_gap = Gap::Line;
        else if (name == "td" || name == "th")
            m_gap = std::max(m_gap, Gap::Blank);
    }

    void part()
    {
        if (m_gap != Gap::None && !m_text.empty())
            m_text += m_gap == Gap::Line ? '\n' : ' ';
        m_gap = Gap::None;
        if (m_item)
            m_text += "- ";
        m_item = false;
    }

    std::string m_text;
    Gap m_gap = Gap::None;
    bool m_item = false; ///< the next letter is the first of a list item
    bool m_skipping = false;
    bool m_preformatted = false;
};

} // namespace

QString readableText(QStringView markup)
{
    const QByteArray bytes = markup.toUtf8();
    TextSink sink;
    HtmlTokenizer tokenizer(sink);
    tokenizer.run({bytes.constData(), std::size_t(bytes.size())}, true);
    return QString::fromStdString(sink.take());
}

} // namespace linnet::html
