// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/tagreader.h"

#include "html/ascii.h"
#include "html/characterreference.h"

#include <algorithm>
#include <unordered_set>

namespace linnet::html {

namespace {

constexpr std::string_view Replacement = "\xEF\xBF\xBD";

bool changesInName(char c)
{
    return (c >= 'A' && c <= 'Z') || c == '\0';
}

bool changesInValue(char c)
{
    return c == '&' || c == '\r' || c == '\0';
}

void appendDecoded(std::string &to, std::string_view raw)
{
    for (std::size_t i = 0; i < raw.size();) {
        const char c = raw[i];
        if (c == '&') {
            const auto reference = readReference(raw.substr(i), ReferencePlace::Attribute, true);
            to += reference.length > 0 ? reference.text() : raw.substr(i, 1);
            i += std::max<std::size_t>(reference.length, 1);
            continue;
        }
        ++i;
        if (c == '\0') {
            to += Replacement;
        } else if (c == '\r') {
            to += '\n';
            i += i < raw.size() && raw[i] == '\n' ? 1 : 0;
        } else {
            to += c;
        }
    }
}

} // namespace

std::size_t TagReader::read(std::string_view input, std::size_t name)
{
    m_input = input;
    m_decoded.clear();
    m_parts.clear();
    const auto endsName = [](char c) { return isSpace(c) || c == '/' || c == '>'; };
    std::size_t position = name;
    while (position < input.size() && !endsName(input[position]))
        ++position;
    const Slice nameOfTag = nameSlice(name, position);
    bool selfClosing = false;
    while (position < input.size()) {
        const char c = input[position];
        if (c == '>') {
            publish(nameOfTag, selfClosing);
            return position + 1;
        }
        selfClosing = c == '/' && position + 1 < input.size() && input[position + 1] == '>';
        position = isSpace(c) || c == '/' ? position + 1 : readAttribute(position);
    }
    return Unfinished;
}

std::size_t TagReader::readAttribute(std::size_t position)
{
    const auto endsName = [](char c) { return isSpace(c) || c == '/' || c == '>' || c == '='; };
    const std::size_t begin = position++; // an "=" here begins the name
    while (position < m_input.size() && !endsName(m_input[position]))
        ++position;
    Part part{nameSlice(begin, position), {}};
    const auto skipSpace = [this](std::size_t from) {
        while (from < m_input.size() && isSpace(m_input[from]))
            ++from;
        return from;
    };
    position = skipSpace(position);
    if (position < m_input.size() && m_input[position] == '=')
        position = readValue(skipSpace(position + 1), part.value);
    m_parts.push_back(part);
    return position;
}

std::size_t TagReader::readValue(std::size_t position, Slice &value)
{
    if (position >= m_input.size() || m_input[position] == '>')
        return position;
    const char quote = m_input[position];
    if (quote == '"' || quote == '\'') {
        const std::size_t end = m_input.find(quote, position + 1);
        if (end == std::string_view::npos)
            return m_input.size();
        value = valueSlice(position + 1, end);
        return end + 1;
    }
    const std::size_t begin = position;
    while (position < m_input.size() && !isSpace(m_input[position]) && m_input[position] != '>')
        ++position;
    value = valueSlice(begin, position);
    return position;
}

TagReader::Slice TagReader::nameSlice(std::size_t begin, std::size_t end)
{
    const std::string_view raw = m_input.substr(begin, end - begin);
    if (std::none_of(raw.begin(), raw.end(), changesInName))
        return {begin, raw.size(), false};
    const std::size_t offset = m_decoded.size();
    for (const char c : raw) {
        if (c == '\0')
            m_decoded += Replacement;
        else
            m_decoded += toLower(c);
    }
    return {offset, m_decoded.size() - offset, true};
}

TagReader::Slice TagReader::valueSlice(std::size_t begin, std::size_t end)
{
    const std::string_view raw = m_input.substr(begin, end - begin);
    if (std::none_of(raw.begin(), raw.end(), changesInValue))
        return {begin, raw.size(), false};
    const std::size_t offset = m_decoded.size();
    appendDecoded(m_decoded, raw);
    return {offset, m_decoded.size() - offset, true};
}

std::string_view TagReader::view(const Slice &slice) const
{
    return (slice.decoded ? std::string_view(m_decoded) : m_input).substr(slice.offset, slice.length);
}

void TagReader::publish(const Slice &name, bool selfClosing)
{
    m_attributes.clear();
    for (const Part &part : m_parts)
        m_attributes.push_back({view(part.name), view(part.value)});
    dropRepeatedNames();
    m_tag = {view(name), m_attributes, selfClosing};
}

void TagReader::dropRepeatedNames()
{
    constexpr std::size_t Few = 16;
    auto kept = m_attributes.begin();
    std::unordered_set<std::string_view> seen;
    for (const Attribute &attribute : m_attributes) {
        const auto same = [&](const Attribute &earlier) { return earlier.name == attribute.name; };
        const bool repeated = m_attributes.size() <= Few ? std::any_of(m_attributes.begin(), kept, same)
                                                         : !seen.insert(attribute.name).second;
        if (!repeated)
            *kept++ = attribute;
    }
    m_attributes.erase(kept, m_attributes.end());
}

} // namespace linnet::html
