// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/visibletext.h"

#include "html/ascii.h"
#include "html/textspace.h"

#include <array>
#include <cstdint>

namespace linnet::links {

namespace {

// What a byte is; the first byte of the non-breaking space is that of letters, too.
enum : std::uint8_t
{
    Letter = 1,
    Space = 2,
    MayBeSpace = 4
};

constexpr std::array<std::uint8_t, 256> makeKinds()
{
    std::array<std::uint8_t, 256> kinds{};
    for (unsigned byte = 0; byte < 256; ++byte) {
        const char text[] = {char(byte)};
        if (html::spaceLength({text, 1}) > 0)
            kinds[byte] = Space;
        else if (html::isAlphaNumeric(char(byte)) || byte >= 0x80)
            kinds[byte] = Letter;
    }
    kinds[0xC2] = MayBeSpace;
    return kinds;
}

constexpr std::array<std::uint8_t, 256> Kinds = makeKinds();

} // namespace

void VisibleText::append(std::string_view piece)
{
    // Without branches: where words end cannot be foreseen.
    unsigned isWord = m_isWord;
    unsigned words = 0;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        unsigned kind = Kinds[std::uint8_t(piece[i])];
        if (kind == MayBeSpace) {
            kind = html::spaceLength(piece.substr(i)) > 0 ? Space : Letter;
            ++i;
        }
        const unsigned isSpace = kind >> 1;
        words += isWord & isSpace;
        isWord = (isWord | (kind & Letter)) & ~isSpace;
    }
    m_isWord = isWord != 0;
    m_words += int(words);
}

void VisibleText::gap()
{
    m_words += m_isWord ? 1 : 0;
    m_isWord = false;
}

} // namespace linnet::links
