// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QReadWriteLock>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace linnet::links {

/// Every address that a crawl has met, by 128 bits of its text: which number it has, and whether it may still
/// be asked. An address is marked when it is met, not when it is answered, so that nothing is asked twice.
/// Takes 20 bytes an address at best, 40 at worst; the texts are in the project.
///
/// find() may be called from any thread; what it finds stays true, what it does not find may be there by now.
/// All else is called by one thread.
class Frontier
{
public:
    using Key = std::array<std::uint64_t, 2>;
    static Key keyOf(std::string_view url);

    struct Known
    {
        std::uint32_t number = 0; ///< 0 = not met yet
        bool open = false;        ///< was passed over, but may be asked when it is met in another place
    };

    Known find(const Key &key) const;
    /// One answer for each key, under one lock.
    std::vector<Known> find(std::span<const Key> keys) const;

    /// A new address; gives its number, one above the highest.
    std::uint32_t add(const Key &key, bool open);
    /// An open address is asked after all.
    void close(const Key &key);
    /// An address of an earlier session, in any order.
    void restore(std::uint32_t number, const Key &key, bool open);

    std::size_t size() const { return m_used; }
    std::uint32_t lastNumber() const { return m_last; }

private:
    struct Slot
    {
        std::uint32_t key[4] = {};
        std::uint32_t numberAndOpen = 0; ///< number << 1 | open; 0 = free

        bool is(const Key &wanted) const;
        void set(const Key &key, std::uint32_t number, bool open);
        Key whole() const;
    };
    std::size_t slotOf(const Key &key) const;
    void insert(const Key &key, std::uint32_t number, bool open);
    void grow();

    mutable QReadWriteLock m_lock;
    std::vector<Slot> m_slots;
    std::size_t m_used = 0;
    std::uint32_t m_last = 0;
};

} // namespace linnet::links
