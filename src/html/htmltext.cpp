// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/htmltext.h"

#include "encoding/filetext.h"
#include "html/htmltokenizer.h"
#include "html/textspace.h"

namespace linnet::html {

namespace {

bool isSkipped(TagId tag)
{
    return tag == TagId::Script || tag == TagId::Style || tag == TagId::Iframe || tag == TagId::Noembed ||
           tag == TagId::Noframes;
}

/// Writes readable text: remembers what the next letter must be parted by, so nothing is ever taken back.
class TextSink
{
public:
    void text(std::string_view piece)
    {
        if (m_skipping)
            return;
        while (!piece.empty()) {
            if (const std::size_t space = spaceLength(piece); space > 0) {
                m_gap = std::max(m_gap, m_preformatted && piece.front() == '\n' ? Gap::Line : Gap::Blank);
                piece.remove_prefix(space);
                continue;
            }
            const std::size_t length = wordLength(piece);
            part();
            m_text.append(piece, 0, length);
            piece.remove_prefix(length);
        }
    }

    void startTag(const Tag &tag)
    {
        m_skipping = isSkipped(tag.id);
        boundary(tag.id);
        m_item = m_item || tag.id == TagId::Li;
        if (tag.id == TagId::Pre)
            m_preformatted = true;
    }

    void endTag(const Tag &tag)
    {
        m_skipping = false;
        boundary(tag.id);
        // An empty item leaves no dash behind for the text after it.
        if (tag.id == TagId::Li || tag.id == TagId::Ul || tag.id == TagId::Ol)
            m_item = false;
        if (tag.id == TagId::Pre)
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

    void boundary(TagId tag)
    {
        if (isBlock(tag))
            m_gap = Gap::Line;
        else if (tag == TagId::Td || tag == TagId::Th)
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
    return encoding::toQString(sink.take());
}

} // namespace linnet::html
