// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/ascii.h"
#include "html/characterreference.h"
#include "html/comment.h"
#include "html/contentmodel.h"
#include "html/doctype.h"
#include "html/scan.h"
#include "html/tagreader.h"

namespace linnet::html {

/// The tokenization stage of WHATWG HTML 13.2.5 over UTF-8 bytes: no tree, no recursion, linear in any input.
/// Any bytes are accepted; invalid UTF-8 passes through in text. The sink has
///   void text(std::string_view);          pieces, decoded, in order; a piece may be one letter
///   void startTag(const Tag &);           views live until the call returns
///   void endTag(const Tag &);
///   void comment(std::string_view);
///   void doctype(const Doctype &);
/// Views point into the input or into buffers of the tokenizer.
template <typename Sink> class HtmlTokenizer
{
public:
    /// The sink outlives the tokenizer.
    explicit HtmlTokenizer(Sink &sink)
        : m_sink(sink)
    {
    }

    /// Without a tree nothing else tells scripts from text, so start tags switch by their names unless this
    /// is off.
    void setAutomatic(bool on) { m_automatic = on; }
    /// For XHTML, where "/>" ends any element (XML 1.0, 3.1).
    void setXml(bool on) { m_xml = on; }
    /// Also for the sink, from within startTag().
    void setContent(ContentModel content, std::string_view endedBy)
    {
        m_content = content;
        m_endTag = endedBy;
        m_script = ScriptState::Normal;
    }

    /// Tokenizes input and returns how many bytes were used. The rest, which is the beginning of a token,
    /// must come again at the start of the next input, longer than before (doubling it keeps the whole
    /// linear). With `last` everything is used: a tag that does not end is dropped, as the specification
    /// says.
    std::size_t run(std::string_view input, bool last)
    {
        m_input = input;
        m_position = 0;
        m_last = last;
        while (m_position < m_input.size() && step()) {
        }
        m_input = {};
        return m_position;
    }

private:
    enum class ScriptState : std::uint8_t
    {
        Normal,
        Escaped,
        DoubleEscaped
    };
    enum class Match : std::uint8_t
    {
        No,
        Yes,
        Unknown
    };
    bool step()
    {
        switch (m_content) {
        case ContentModel::Data:
            return textThen<Scan<'<', '&', '\r'>>();
        case ContentModel::Rcdata:
            return textThen<Scan<'<', '&', '\r', '\0'>>();
        case ContentModel::RawText:
            return textThen<Scan<'<', '\r', '\0'>>();
        case ContentModel::Script:
            return textThen<Scan<'<', '-', '\r', '\0'>>();
        case ContentModel::PlainText:
            return textThen<Scan<'\r', '\0'>>();
        case ContentModel::Cdata:
            return textThen<Scan<']', '\r'>>();
        }
        return false;
    }

    /// Sends the text up to the next byte that means something, then deals with that byte. False: more input
    /// needed.
    template <typename Stops> bool textThen()
    {
        const char *const begin = m_input.data() + m_position;
        // Tag after tag is common.
        const char *const end =
            Stops::isWanted(*begin) ? begin : Stops::find(begin, m_input.data() + m_input.size());
        if (end > begin)
            emitText(std::size_t(end - begin));
        if (m_position == m_input.size())
            return true;
        switch (m_input[m_position]) {
        case '\r':
            return lineEnd();
        case '\0':
            m_sink.text("\xEF\xBF\xBD");
            ++m_position;
            return true;
        case '&':
            return reference();
        case '-':
            return dashes();
        case ']':
            return cdataEnd();
        default:
            break;
        }
        if (m_content == ContentModel::Data)
            return markup();
        return m_content == ContentModel::Script ? scriptMarkup() : rawMarkup();
    }

    void emitText(std::size_t length)
    {
        m_sink.text(m_input.substr(m_position, length));
        m_position += length;
    }

    std::string_view rest() const { return m_input.substr(m_position); }
    bool has(std::size_t count) const { return m_input.size() - m_position >= count; }
    /// True when the rest is shorter than the prefix but begins like it, and more may follow.
    bool mayBecome(std::string_view lowerPrefix) const
    {
        return !m_last && rest().size() < lowerPrefix.size() &&
               startsWithNoCase(rest(), lowerPrefix.substr(0, rest().size()));
    }

    bool lineEnd()
    {
        if (!has(2) && !m_last)
            return false;
        m_sink.text("\n");
        m_position += rest().starts_with("\r\n") ? 2 : 1;
        return true;
    }

    bool reference()
    {
        const CharacterReference found = readReference(rest(), ReferencePlace::Text, m_last);
        if (found.incomplete)
            return false;
        if (found.length == 0) {
            emitText(1);
            return true;
        }
        m_sink.text(found.text());
        m_position += found.length;
        return true;
    }

    bool markup()
    {
        if (!has(2) || (m_input[m_position + 1] == '/' && !has(3))) {
            if (!m_last)
                return false;
            emitText(rest().size());
            return true;
        }
        const char next = m_input[m_position + 1];
        if (isAlpha(next))
            return tag(false);
        if (next == '!')
            return declaration();
        if (next == '?')
            return bogusComment(1);
        if (next != '/') {
            emitText(1);
            return true;
        }
        const char first = m_input[m_position + 2];
        if (isAlpha(first))
            return tag(true);
        if (first != '>')
            return bogusComment(2);
        m_position += 3;
        return true;
    }

    bool tag(bool isEnd)
    {
        const std::size_t next = m_tags.read(m_input, m_position + (isEnd ? 2 : 1));
        if (next == TagReader::Unfinished)
            return unfinished();
        Tag &found = m_tags.tag();
        found.offset = m_position;
        found.id = tagId(found.name);
        m_position = next;
        if (found.id == TagId::Svg || found.id == TagId::Math)
            m_foreign = isEnd ? std::max(m_foreign - 1, 0) : m_foreign + (found.selfClosing ? 0 : 1);
        if (isEnd) {
            if (m_content != ContentModel::Data)
                setContent(ContentModel::Data, {});
            m_sink.endTag(found);
            return true;
        }
        // In pictures and formulas "<title/>" and "<script/>" are whole elements (13.2.6.5).
        const bool empty = found.selfClosing && (m_foreign > 0 || m_xml);
        if (m_automatic && !empty) {
            if (const ContentModel content = contentAfter(found.id); content != ContentModel::Data)
                setContent(content, found.name);
        }
        m_sink.startTag(found);
        return true;
    }

    bool unfinished()
    {
        if (m_last)
            m_position = m_input.size();
        return m_last;
    }

    bool declaration()
    {
        if (rest().starts_with("<!--"))
            return comment();
        if (mayBecome("<!--") || mayBecome("<!doctype"))
            return false;
        return startsWithNoCase(rest(), "<!doctype") ? doctype() : bogusComment(2);
    }

    bool comment()
    {
        const std::size_t begin = m_position + 4;
        const CommentEnd end = findCommentEnd(m_input, begin);
        if (end.next == std::string_view::npos && !m_last)
            return false;
        m_sink.comment(cleanComment(m_input.substr(begin, end.textEnd - begin), m_buffer));
        m_position = std::min(end.next, m_input.size());
        return true;
    }

    bool bogusComment(std::size_t skip)
    {
        const std::size_t end = m_input.find('>', m_position + skip);
        if (end == std::string_view::npos && !m_last)
            return false;
        m_sink.comment(cleanComment(m_input.substr(m_position + skip, end - m_position - skip), m_buffer));
        m_position = end == std::string_view::npos ? m_input.size() : end + 1;
        return true;
    }

    bool doctype()
    {
        constexpr std::size_t Keyword = 9;
        const std::size_t end = m_input.find('>', m_position + Keyword);
        const bool cut = end == std::string_view::npos;
        if (cut && !m_last)
            return false;
        const std::size_t begin = m_position + Keyword;
        m_sink.doctype(readDoctype(m_input.substr(begin, cut ? end : end - begin), cut));
        m_position = cut ? m_input.size() : end + 1;
        return true;
    }

    /// Whether the rest begins with `opening` and the name, followed by what ends a tag's name.
    Match matchTag(std::string_view opening, std::string_view name) const
    {
        const std::string_view text = rest();
        const std::size_t length = opening.size() + name.size();
        const std::string_view got = text.substr(0, length);
        if (name.empty() || !got.starts_with(opening.substr(0, got.size())))
            return Match::No;
        if (got.size() > opening.size() &&
            !startsWithNoCase(got.substr(opening.size()), name.substr(0, got.size() - opening.size())))
            return Match::No;
        if (text.size() <= length)
            return m_last ? Match::No : Match::Unknown;
        const char after = text[length];
        return isSpace(after) || after == '/' || after == '>' ? Match::Yes : Match::No;
    }

    bool rawMarkup()
    {
        switch (matchTag("</", m_endTag)) {
        case Match::Unknown:
            return false;
        case Match::Yes:
            return tag(true);
        case Match::No:
            emitText(1);
            return true;
        }
        return false;
    }

    /// 13.2.5.15 to 13.2.5.31: inside "<!--" a script may hold "<script>…</script>" as text.
    bool scriptMarkup()
    {
        if (m_script == ScriptState::DoubleEscaped)
            return switchScript(matchTag("</", "script"), ScriptState::Escaped, 8);
        if (m_script == ScriptState::Escaped) {
            const Match inner = matchTag("<", "script");
            return inner == Match::No ? rawMarkup() : switchScript(inner, ScriptState::DoubleEscaped, 7);
        }
        if (mayBecome("<!--"))
            return false;
        // The dashes stay: they count for "-->".
        return rest().starts_with("<!--") ? switchScript(Match::Yes, ScriptState::Escaped, 2) : rawMarkup();
    }

    bool switchScript(Match match, ScriptState state, std::size_t length)
    {
        if (match == Match::Unknown)
            return false;
        if (match == Match::Yes)
            m_script = state;
        emitText(match == Match::Yes ? length : 1);
        return true;
    }

    bool dashes()
    {
        const std::size_t end = std::min(m_input.find_first_not_of('-', m_position), m_input.size());
        const std::size_t count = end - m_position;
        if (end == m_input.size() && !m_last) {
            if (count > 2)
                emitText(count - 2);
            return false;
        }
        if (count >= 2 && end < m_input.size() && m_input[end] == '>')
            m_script = ScriptState::Normal;
        emitText(count);
        return true;
    }

    bool cdataEnd()
    {
        if (mayBecome("]]>"))
            return false;
        if (!rest().starts_with("]]>")) {
            emitText(1);
            return true;
        }
        m_position += 3;
        setContent(ContentModel::Data, {});
        return true;
    }

    Sink &m_sink;
    std::string_view m_input;
    std::size_t m_position = 0;
    bool m_last = false;
    bool m_xml = false;
    bool m_automatic = true;
    int m_foreign = 0; ///< open svg and math elements
    ContentModel m_content = ContentModel::Data;
    ScriptState m_script = ScriptState::Normal;
    std::string m_endTag; ///< name of the element whose end tag ends the present content
    TagReader m_tags;
    std::string m_buffer;
};

} // namespace linnet::html
