// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/doctype.h"

#include "html/ascii.h"

namespace linnet::html {

namespace {

// A ">" ends the declaration even inside quotes, so the reader sees all of it and ends where it ends.
class DoctypeReader
{
public:
    DoctypeReader(std::string_view text, bool cut)
        : m_text(text)
        , m_cut(cut)
    {
    }

    Doctype read()
    {
        skipSpace();
        if (atEnd())
            return quirks();
        m_result.name = readWord();
        skipSpace();
        if (atEnd())
            return m_cut ? quirks() : m_result;
        const bool isPublic = startsWithNoCase(m_text, "public");
        if (!isPublic && !startsWithNoCase(m_text, "system"))
            return quirks();
        m_text.remove_prefix(6);
        if (!readQuoted(isPublic ? m_result.publicId : m_result.systemId))
            return quirks();
        skipSpace();
        if (isPublic && !atEnd() && !readQuoted(m_result.systemId))
            return quirks();
        skipSpace();
        return atEnd() && m_cut ? quirks() : m_result;
    }

private:
    bool atEnd() const { return m_text.empty(); }

    Doctype quirks()
    {
        m_result.forceQuirks = true;
        return m_result;
    }

    void skipSpace()
    {
        while (!atEnd() && isSpace(m_text.front()))
            m_text.remove_prefix(1);
    }

    static void append(std::string &to, char c)
    {
        if (c == '\0')
            to += "\xEF\xBF\xBD";
        else
            to += c;
    }

    std::string readWord()
    {
        std::string word;
        for (; !atEnd() && !isSpace(m_text.front()); m_text.remove_prefix(1))
            append(word, toLower(m_text.front()));
        return word;
    }

    // False when there is no quoted text or its closing quote is missing.
    bool readQuoted(std::optional<std::string> &to)
    {
        skipSpace();
        const char quote = atEnd() ? '\0' : m_text.front();
        if (quote != '"' && quote != '\'')
            return false;
        to.emplace();
        for (m_text.remove_prefix(1); !atEnd(); m_text.remove_prefix(1)) {
            const char c = m_text.front();
            if (c == quote) {
                m_text.remove_prefix(1);
                return true;
            }
            if (c == '\r') {
                append(*to, '\n');
                if (m_text.size() > 1 && m_text[1] == '\n')
                    m_text.remove_prefix(1);
            } else {
                append(*to, c);
            }
        }
        return false;
    }

    std::string_view m_text;
    bool m_cut;
    Doctype m_result;
};

} // namespace

Doctype readDoctype(std::string_view declaration, bool cut)
{
    return DoctypeReader(declaration, cut).read();
}

} // namespace linnet::html
