// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/frontier.h"

#include "base/texthash.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace linnet::links {

namespace {
constexpr std::size_t FirstSlots = 1024; // a power of two, as all sizes are
}

Frontier::Key Frontier::keyOf(std::string_view url)
{
    return textHash(url);
}

bool Frontier::Slot::is(const Key &wanted) const
{
    return std::memcmp(key, wanted.data(), sizeof key) == 0;
}

void Frontier::Slot::set(const Key &given, std::uint32_t number, bool open)
{
    std::memcpy(key, given.data(), sizeof key);
    numberAndOpen = number << 1 | std::uint32_t(open);
}

Frontier::Key Frontier::Slot::whole() const
{
    Key result;
    std::memcpy(result.data(), key, sizeof key);
    return result;
}

/// The slot that has the key, or the free one where it belongs.
std::size_t Frontier::slotOf(const Key &key) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = key[0] & mask;
    while (m_slots[at].numberAndOpen != 0 && !m_slots[at].is(key))
        at = (at + 1) & mask;
    return at;
}

Frontier::Known Frontier::find(const Key &key) const
{
    return find(std::span(&key, 1)).front();
}

std::vector<Frontier::Known> Frontier::find(std::span<const Key> keys) const
{
    std::vector<Known> result(keys.size());
    const QReadLocker lock(&m_lock);
    if (m_slots.empty())
        return result;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::uint32_t found = m_slots[slotOf(keys[i])].numberAndOpen;
        result[i] = {found >> 1, (found & 1) != 0};
    }
    return result;
}

std::uint32_t Frontier::add(const Key &key, bool open)
{
    insert(key, m_last + 1, open);
    return m_last;
}

void Frontier::restore(std::uint32_t number, const Key &key, bool open)
{
    insert(key, number, open);
}

void Frontier::insert(const Key &key, std::uint32_t number, bool open)
{
    const QWriteLocker lock(&m_lock);
    if ((m_used + 1) * 5 > m_slots.size() * 4)
        grow();
    m_slots[slotOf(key)].set(key, number, open);
    ++m_used;
    m_last = std::max(m_last, number);
}

void Frontier::close(const Key &key)
{
    const QWriteLocker lock(&m_lock);
    Slot &slot = m_slots[slotOf(key)];
    slot.numberAndOpen &= ~std::uint32_t(1);
}

void Frontier::grow()
{
    const std::vector<Slot> before =
        std::exchange(m_slots, std::vector<Slot>(std::max(FirstSlots, m_slots.size() * 2)));
    for (const Slot &slot : before) {
        if (slot.numberAndOpen != 0)
            m_slots[slotOf(slot.whole())] = slot;
    }
}

} // namespace linnet::links
