// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/encoding.h"

#include "encoding/encoding.h"
#include "html/ascii.h"
#include "html/metacharset.h"

#include <algorithm>

namespace linnet::html {

namespace {

constexpr std::size_t Looked = 1024;

/// The attribute reader of WHATWG HTML 13.2.3.2, which differs from the tokenizer's.
class MetaPrescan
{
public:
    explicit MetaPrescan(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    std::string_view find()
    {
        for (; !atEnd(); ++m_at) {
            if (rest().starts_with("<!--")) {
                skipPast("-->", 2);
            } else if (startsWithNoCase(rest(), "<meta") && rest().size() > 5 &&
                       (isSpace(rest()[5]) || rest()[5] == '/')) {
                m_at += 5;
                if (const std::string_view name = readMeta(); !name.empty())
                    return name;
            } else if (isTagStart()) {
                m_at = std::min(m_bytes.find_first_of("\t\n\f\r >", m_at), m_bytes.size());
                while (readAttribute()) {
                }
            } else if (rest().starts_with("<!") || rest().starts_with("</") || rest().starts_with("<?")) {
                skipPast(">", 0);
            }
        }
        return {};
    }

private:
    bool atEnd() const { return m_at >= m_bytes.size(); }
    char here() const { return atEnd() ? '\0' : m_bytes[m_at]; }
    std::string_view rest() const { return m_bytes.substr(std::min(m_at, m_bytes.size())); }

    bool isTagStart() const
    {
        std::string_view text = rest();
        if (!text.starts_with('<'))
            return false;
        text.remove_prefix(text.size() > 1 && text[1] == '/' ? 2 : 1);
        return !text.empty() && isAlpha(text.front());
    }

    /// To the last byte of the closing.
    void skipPast(std::string_view closing, std::size_t from)
    {
        const std::size_t found = m_bytes.find(closing, m_at + from);
        m_at = found == std::string_view::npos ? m_bytes.size() : found + closing.size() - 1;
    }

    template <typename Test> void skipWhile(Test test)
    {
        while (!atEnd() && test(here()))
            ++m_at;
    }

    /// False when the tag has no more attributes.
    bool readAttribute()
    {
        m_name.clear();
        m_value.clear();
        skipWhile([](char c) { return isSpace(c) || c == '/'; });
        if (atEnd() || here() == '>')
            return false;
        for (; !atEnd() && !isSpace(here()) && here() != '/' && here() != '>'; ++m_at) {
            if (here() == '=' && !m_name.empty())
                break;
            m_name += toLower(here());
        }
        skipWhile(isSpace);
        if (here() != '=')
            return true;
        ++m_at;
        skipWhile(isSpace);
        const char quote = here();
        if (quote == '"' || quote == '\'') {
            const std::size_t end = std::min(m_bytes.find(quote, m_at + 1), m_bytes.size());
            append(m_bytes.substr(m_at + 1, end - m_at - 1));
            m_at = end + 1;
            return !atEnd();
        }
        const std::size_t begin = m_at;
        skipWhile([](char c) { return !isSpace(c) && c != '>'; });
        append(m_bytes.substr(begin, m_at - begin));
        return true;
    }

    void append(std::string_view raw)
    {
        std::transform(raw.begin(), raw.end(), std::back_inserter(m_value), toLower);
    }

    std::string_view readMeta()
    {
        bool gotPragma = false;
        bool gotCharset = false;
        std::string_view fromContent;
        std::string_view fromCharset;
        std::string seen = " ";
        while (readAttribute()) {
            if (seen.find(' ' + m_name + ' ') != std::string::npos)
                continue;
            seen += m_name + ' ';
            if (m_name == "http-equiv")
                gotPragma = m_value == "content-type";
            else if (m_name == "content" && fromContent.empty())
                fromContent = encoding::nameForLabel(charsetOfContent(m_value));
            else if (m_name == "charset") {
                gotCharset = true;
                fromCharset = encoding::nameForLabel(m_value);
            }
        }
        // A tag that does not end within the bytes looked at says nothing.
        if (atEnd())
            return {};
        if (gotCharset)
            return metaEncoding(fromCharset);
        return gotPragma ? metaEncoding(fromContent) : std::string_view();
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
    std::string m_name;
    std::string m_value;
};

/// The encoding of an XML declaration ("get an XML encoding").
std::string_view xmlEncoding(std::string_view bytes)
{
    if (!bytes.starts_with("<?xml"))
        return {};
    const std::string_view declaration = bytes.substr(0, bytes.find('>'));
    std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos)
        return {};
    at = declaration.find_first_not_of("\t\n\f\r ", at + 8);
    if (at == std::string_view::npos || declaration[at] != '=')
        return {};
    at = declaration.find_first_not_of("\t\n\f\r ", at + 1);
    if (at == std::string_view::npos || (declaration[at] != '"' && declaration[at] != '\''))
        return {};
    const std::size_t end = declaration.find(declaration[at], at + 1);
    return end == std::string_view::npos
               ? std::string_view()
               : metaEncoding(encoding::nameForLabel(declaration.substr(at + 1, end - at - 1)));
}

} // namespace

std::string_view metaEncoding(std::string_view name)
{
    if (name.starts_with("UTF-16"))
        return "UTF-8";
    return name == "x-user-defined" ? "windows-1252" : name;
}

std::string_view charsetOfContent(std::string_view content)
{
    for (std::size_t at = 0; at < content.size(); ++at) {
        if (!startsWithNoCase(content.substr(at), "charset"))
            continue;
        std::size_t next = content.find_first_not_of("\t\n\f\r ", at + 7);
        if (next == std::string_view::npos)
            return {};
        if (content[next] != '=') {
            at = next - 1;
            continue;
        }
        next = content.find_first_not_of("\t\n\f\r ", next + 1);
        if (next == std::string_view::npos)
            return {};
        const char quote = content[next];
        if (quote == '"' || quote == '\'') {
            const std::size_t end = content.find(quote, next + 1);
            return end == std::string_view::npos ? std::string_view()
                                                 : content.substr(next + 1, end - next - 1);
        }
        return content.substr(next, content.find_first_of("\t\n\f\r ;", next) - next);
    }
    return {};
}

std::string_view prescanMeta(std::string_view body)
{
    using namespace std::string_view_literals;
    const std::string_view looked = body.substr(0, Looked);
    if (looked.starts_with("<\0?\0x\0"sv))
        return "UTF-16LE";
    if (looked.starts_with("\0<\0?\0x"sv))
        return "UTF-16BE";
    const std::string_view name = MetaPrescan(looked).find();
    return name.empty() ? xmlEncoding(looked) : name;
}

} // namespace linnet::html
