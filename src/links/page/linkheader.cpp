// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/linkheader.h"

#include "html/ascii.h"

#include <algorithm>

namespace linnet::links {

namespace {

/// Reads a header from the left.
class HeaderText
{
public:
    explicit HeaderText(std::string_view text)
        : m_rest(text)
    {
    }

    bool isAtEnd() const { return m_rest.empty(); }
    bool takes(char c)
    {
        skipBlanks();
        const bool is = m_rest.starts_with(c);
        m_rest.remove_prefix(is ? 1 : 0);
        return is;
    }
    std::string_view until(std::string_view stops)
    {
        const std::size_t end = std::min(m_rest.find_first_of(stops), m_rest.size());
        const std::string_view taken = m_rest.substr(0, end);
        m_rest.remove_prefix(end);
        return taken;
    }
    std::string_view word()
    {
        std::string_view text = until("=;,");
        while (!text.empty() && html::isSpace(text.back()))
            text.remove_suffix(1);
        return text;
    }
    std::string value()
    {
        if (!takes('"'))
            return std::string(word());
        std::string text;
        while (!m_rest.empty() && m_rest.front() != '"') {
            if (m_rest.front() == '\\' && m_rest.size() > 1)
                m_rest.remove_prefix(1);
            text += m_rest.front();
            m_rest.remove_prefix(1);
        }
        takes('"');
        return text;
    }
    void skipBlanks()
    {
        while (!m_rest.empty() && html::isSpace(m_rest.front()))
            m_rest.remove_prefix(1);
    }

private:
    std::string_view m_rest;
};

void readParameters(HeaderText &text, LinkValue &link)
{
    while (text.takes(';')) {
        text.skipBlanks();
        std::string name(text.word());
        std::ranges::transform(name, name.begin(), html::toLower);
        const std::string value = text.takes('=') ? text.value() : std::string();
        std::string *kept = name == "rel" ? &link.rel : name == "hreflang" ? &link.hreflang : nullptr;
        if (kept && kept->empty()) // only the first counts
            *kept = value;
    }
}

} // namespace

std::vector<LinkValue> parseLinkHeader(std::string_view header)
{
    std::vector<LinkValue> links;
    HeaderText text(header);
    while (!text.isAtEnd()) {
        if (text.takes('<')) {
            LinkValue link;
            link.target = text.until(">");
            if (text.takes('>')) {
                readParameters(text, link);
                links.push_back(std::move(link));
            }
        }
        text.until(",");
        text.takes(',');
    }
    return links;
}

} // namespace linnet::links
