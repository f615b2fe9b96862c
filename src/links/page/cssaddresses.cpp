// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/cssaddresses.h"

#include "html/ascii.h"
#include "links/page/tagattributes.h"

#include <QChar>
#include <QString>

namespace linnet::links {

namespace {

using html::isSpace;

bool isNamePart(char c)
{
    return html::isAlphaNumeric(c) || c == '-' || c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0;
}

int hexValue(char c)
{
    if (html::isDigit(c))
        return c - '0';
    const char lower = html::toLower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Walks over the tokens of a sheet and keeps what loads something.
class CssReader
{
public:
    explicit CssReader(std::string_view css)
        : m_css(css)
    {
    }

    std::vector<CssAddress> read()
    {
        while (m_at < m_css.size())
            step();
        return std::move(m_found);
    }

private:
    /// What surrounds a string, as far as it matters.
    enum class Around : unsigned char
    {
        Nothing,
        Import,  ///< an @import rule before its address
        Nowhere, ///< what follows that, and @namespace rules: addresses there are not loaded
        Images,  ///< the arguments of image-set()
    };

    char here(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_css.size() ? m_css[m_at + ahead] : '\0';
    }
    void step();
    void skipComment();
    void skipSpaces();
    std::string_view takeName();
    std::string takeString(char quote);
    std::string takeBareUrl();
    void appendEscape(std::string &text);
    void readName();
    void readUrl(std::size_t from);
    void leaveParentheses();
    void keep(std::string url, std::size_t offset);

    std::string_view m_css;
    std::size_t m_at = 0;
    Around m_around = Around::Nothing;
    int m_depth = 0; ///< of parentheses within image-set()
    std::vector<CssAddress> m_found;
};

void CssReader::step()
{
    const char c = here();
    const std::size_t from = m_at;
    if (c == '/' && here(1) == '*')
        return skipComment();
    if (c == '"' || c == '\'') {
        std::string text = takeString(c);
        // The arguments of type() and the like within image-set() are none.
        const bool isImage = m_around == Around::Images && m_depth == 1;
        if (m_around == Around::Import || isImage)
            keep(std::move(text), from);
        if (m_around == Around::Import)
            m_around = Around::Nowhere;
        return;
    }
    if (c == '@') {
        ++m_at;
        const std::string_view rule = takeName();
        if (equalsNoCase(rule, "import"))
            m_around = Around::Import;
        else
            m_around = equalsNoCase(rule, "namespace") ? Around::Nowhere : Around::Nothing;
        return;
    }
    if (isNamePart(c))
        return readName();
    ++m_at;
    if (c == '\\' && m_at < m_css.size())
        ++m_at;
    else if (c == ';' || c == '{' || c == '}')
        m_around = Around::Nothing;
    else if (c == '(' && m_around == Around::Images)
        ++m_depth;
    else if (c == ')')
        leaveParentheses();
}

void CssReader::leaveParentheses()
{
    if (m_around == Around::Images && --m_depth == 0)
        m_around = Around::Nothing;
}

void CssReader::skipComment()
{
    const std::size_t end = m_css.find("*/", m_at + 2);
    m_at = end == std::string_view::npos ? m_css.size() : end + 2;
}

void CssReader::skipSpaces()
{
    while (m_at < m_css.size() && isSpace(m_css[m_at]))
        ++m_at;
}

std::string_view CssReader::takeName()
{
    const std::size_t from = m_at;
    while (m_at < m_css.size() && isNamePart(m_css[m_at]))
        ++m_at;
    return m_css.substr(from, m_at - from);
}

void CssReader::readName()
{
    const std::size_t from = m_at;
    const std::string_view name = takeName();
    if (here() != '(')
        return;
    if (equalsNoCase(name, "url") || equalsNoCase(name, "src"))
        return readUrl(from);
    if (m_around == Around::Nothing &&
        (equalsNoCase(name, "image-set") || equalsNoCase(name, "-webkit-image-set"))) {
        ++m_at;
        m_around = Around::Images;
        m_depth = 1;
    }
}

/// At the parenthesis behind "url" or "src".
void CssReader::readUrl(std::size_t from)
{
    ++m_at;
    skipSpaces();
    std::string url;
    if (here() == '"' || here() == '\'') {
        url = takeString(here());
        while (m_at < m_css.size() && m_css[m_at] != ')')
            ++m_at; // modifiers
        m_at += m_at < m_css.size() ? 1 : 0;
    } else {
        url = takeBareUrl();
    }
    if (m_around != Around::Nowhere)
        keep(std::move(url), from);
    if (m_around == Around::Import)
        m_around = Around::Nowhere;
}

/// A line break ends a string that nobody closed.
std::string CssReader::takeString(char quote)
{
    std::string text;
    ++m_at;
    while (m_at < m_css.size()) {
        const char c = m_css[m_at];
        if (c == quote) {
            ++m_at;
            return text;
        }
        if (c == '\n' || c == '\r' || c == '\f')
            return {};
        if (c == '\\') {
            appendEscape(text);
            continue;
        }
        text += c;
        ++m_at;
    }
    return text;
}

/// Without quotes; quotes, parentheses and blanks inside make it none.
std::string CssReader::takeBareUrl()
{
    std::string text;
    bool isGood = true;
    while (m_at < m_css.size() && m_css[m_at] != ')') {
        const char c = m_css[m_at];
        if (c == '\\') {
            appendEscape(text);
            continue;
        }
        if (isSpace(c)) {
            skipSpaces();
            isGood = isGood && (m_at == m_css.size() || m_css[m_at] == ')');
            continue;
        }
        isGood = isGood && c != '"' && c != '\'' && c != '(';
        text += c;
        ++m_at;
    }
    m_at += m_at < m_css.size() ? 1 : 0;
    return isGood ? text : std::string();
}

/// At a backslash (CSS Syntax Level 3, 4.3.7).
void CssReader::appendEscape(std::string &text)
{
    constexpr int MostDigits = 6;
    ++m_at;
    char32_t code = 0;
    int digits = 0;
    for (; digits < MostDigits && m_at < m_css.size() && hexValue(m_css[m_at]) >= 0; ++digits)
        code = code * 16 + char32_t(hexValue(m_css[m_at++]));
    if (digits > 0) {
        if (m_at < m_css.size() && isSpace(m_css[m_at]))
            ++m_at;
        const bool isLetter = code > 0 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
        const char32_t letter = isLetter ? code : U'\uFFFD';
        text += QString::fromUcs4(&letter, 1).toStdString();
    } else if (m_at < m_css.size()) {
        // An escaped line break is no part of a string.
        if (m_css[m_at] != '\n' && m_css[m_at] != '\r' && m_css[m_at] != '\f')
            text += m_css[m_at];
        ++m_at;
    }
}

void CssReader::keep(std::string url, std::size_t offset)
{
    const std::string_view text = trimmed(url);
    if (text.empty() || text.starts_with('#') || html::startsWithNoCase(text, "data:"))
        return;
    m_found.push_back({std::string(text), offset, m_around == Around::Import});
}

} // namespace

std::vector<CssAddress> cssAddresses(std::string_view css)
{
    return CssReader(css).read();
}

} // namespace linnet::links
