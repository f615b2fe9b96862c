// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/tagreader.h"

#include "html/ascii.h"
#include "html/characterreference.h"
#include "html/scan.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace linnet::html {

namespace {

constexpr std::string_view Replacement = "\xEF\xBF\xBD";

// What a byte does to the name that it stands in.
enum : std::uint8_t
{
    EndsTagName = 1,
    EndsAttributeName = 2,
    Changes = 4 ///< upper case and NUL
};

constexpr std::array<std::uint8_t, 256> makeKinds()
{
    std::array<std::uint8_t, 256> kinds{};
    for (const char c : std::string_view(" \n\t\r\f/>"))
        kinds[std::uint8_t(c)] = EndsTagName | EndsAttributeName;
    kinds[std::uint8_t('=')] = EndsAttributeName;
    kinds[0] = Changes;
    for (char c = 'A'; c <= 'Z'; ++c)
        kinds[std::uint8_t(c)] = Changes;
    return kinds;
}
constexpr std::array<std::uint8_t, 256> Kinds = makeKinds();

/// Goes to the end of a name and collects the kinds of its bytes.
const char *nameEnd(const char *at, const char *end, std::uint8_t ends, std::uint8_t &kinds)
{
    for (; at != end; ++at) {
        const std::uint8_t kind = Kinds[std::uint8_t(*at)];
        if (kind & ends)
            break;
        kinds |= kind;
    }
    return at;
}

const char *skipSpace(const char *at, const char *end)
{
    while (at != end && isSpace(*at))
        ++at;
    return at;
}

using ValueChange = Scan<'&', '\r', '\0'>;

void appendDecoded(std::string &to, std::string_view raw)
{
    for (std::size_t i = 0; i < raw.size();) {
        const char *plain = ValueChange::find(raw.data() + i, raw.data() + raw.size());
        const std::size_t next = std::size_t(plain - raw.data());
        to.append(raw, i, next - i);
        i = next;
        if (i == raw.size())
            return;
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
        } else {
            to += '\n';
            i += i < raw.size() && raw[i] == '\n' ? 1 : 0;
        }
    }
}

} // namespace

std::size_t TagReader::read(std::string_view input, std::size_t nameBegin)
{
    const char *const end = input.data() + input.size();
    const char *const begin = input.data() + nameBegin;
    m_attributes.clear();
    std::uint8_t kinds = 0;
    const char *at = nameEnd(begin, end, EndsTagName, kinds);
    m_decoded.clear();
    m_moved.clear();
    m_tag.name = name({begin, at}, kinds != 0, OfTag);
    m_tag.selfClosing = false;
    if (at == end)
        return Unfinished;
    if (*at != '>') {
        at = readAttributes(at, end);
        if (at == end)
            return Unfinished;
    }
    for (const Decoded &moved : m_moved) {
        const std::string_view text = std::string_view(m_decoded).substr(moved.offset, moved.length);
        if (moved.attribute == OfTag)
            m_tag.name = text;
        else
            (moved.isName ? m_attributes[moved.attribute].name : m_attributes[moved.attribute].value) = text;
    }
    if (m_attributes.size() > 1)
        dropRepeatedNames();
    m_tag.attributes = m_attributes;
    return std::size_t(at - input.data()) + 1;
}

/// To the ">", or the end of the input.
const char *TagReader::readAttributes(const char *at, const char *end)
{
    while (at != end && *at != '>') {
        const char c = *at;
        m_tag.selfClosing = c == '/' && end - at > 1 && at[1] == '>';
        at = isSpace(c) || c == '/' ? at + 1 : readAttribute(at, end);
    }
    return at;
}

const char *TagReader::readAttribute(const char *at, const char *end)
{
    const char *const begin = at;
    // An "=" here begins the name.
    std::uint8_t kinds = Kinds[std::uint8_t(*at)] & Changes;
    at = nameEnd(at + 1, end, EndsAttributeName, kinds);
    Attribute &attribute = m_attributes.emplace_back();
    attribute.name = name({begin, at}, kinds != 0, m_attributes.size() - 1);
    if (at != end && *at != '=')
        at = skipSpace(at, end);
    return at != end && *at == '=' ? readValue(skipSpace(at + 1, end), end, attribute) : at;
}

const char *TagReader::readValue(const char *at, const char *end, Attribute &attribute)
{
    if (at == end || *at == '>')
        return at;
    const char quote = *at;
    if (quote != '"' && quote != '\'') {
        const char *const begin = at;
        at = Scan<' ', '\n', '\t', '\r', '\f', '>'>::find(at, end);
        attribute.value = value({begin, at});
        return at;
    }
    ++at;
    // Most values are short; the bytes that change one are looked for in the same pass.
    const char *const stop =
        quote == '"' ? Scan<'"', '&', '\r', '\0'>::find(at, end) : Scan<'\'', '&', '\r', '\0'>::find(at, end);
    if (stop == end)
        return end;
    if (*stop == quote) {
        attribute.value = {at, stop};
        return stop + 1;
    }
    const void *const close = std::memchr(stop, quote, std::size_t(end - stop));
    if (!close)
        return end;
    const char *const valueEnd = static_cast<const char *>(close);
    attribute.value = value({at, valueEnd});
    return valueEnd + 1;
}

/// The name as it counts; a decoded one comes later, from m_moved.
std::string_view TagReader::name(std::string_view raw, bool changes, std::size_t attribute)
{
    if (!changes)
        return raw;
    const std::size_t offset = m_decoded.size();
    for (const char c : raw) {
        if (c == '\0')
            m_decoded += Replacement;
        else
            m_decoded += toLower(c);
    }
    m_moved.push_back({attribute, true, offset, m_decoded.size() - offset});
    return raw;
}

std::string_view TagReader::value(std::string_view raw)
{
    if (ValueChange::find(raw.data(), raw.data() + raw.size()) == raw.data() + raw.size())
        return raw;
    const std::size_t offset = m_decoded.size();
    appendDecoded(m_decoded, raw);
    m_moved.push_back({m_attributes.size() - 1, false, offset, m_decoded.size() - offset});
    return raw;
}

void TagReader::dropRepeatedNames()
{
    constexpr std::size_t Few = 16;
    if (m_attributes.size() > Few)
        return dropManyRepeatedNames();
    auto kept = m_attributes.begin();
    for (const Attribute &attribute : m_attributes) {
        const auto same = [&](const Attribute &earlier) { return earlier.name == attribute.name; };
        if (!std::any_of(m_attributes.begin(), kept, same))
            *kept++ = attribute;
    }
    m_attributes.erase(kept, m_attributes.end());
}

/// Sorts instead of hashing: nobody can make names that take quadratic time.
void TagReader::dropManyRepeatedNames()
{
    std::vector<std::size_t> order(m_attributes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto name = [this](std::size_t index) { return m_attributes[index].name; };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const int compared = name(a).compare(name(b));
        return compared != 0 ? compared < 0 : a < b;
    });
    const auto repeated = std::unique(order.begin(), order.end(),
                                      [&](std::size_t a, std::size_t b) { return name(a) == name(b); });
    std::sort(order.begin(), repeated);
    auto kept = m_attributes.begin();
    for (auto index = order.begin(); index != repeated; ++index)
        *kept++ = m_attributes[*index];
    m_attributes.erase(kept, m_attributes.end());
}

} // namespace linnet::html
