// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <span>
#include <vector>

namespace linnet::store {

/// The places of a page that a fragment can name, packed as eight bytes each (FNV-1a, 64 bits, little endian,
/// in order), so that a page with thousands of them stays small in the project.
class FragmentSet
{
public:
    /// UTF-8 values of id attributes and of the names of a elements, in any order.
    static QByteArray pack(std::span<const QByteArrayView> names);
    /// The same of their hashes.
    static QByteArray pack(std::vector<quint64> hashes);
    static quint64 hashOf(QByteArrayView name);
    /// As browsers look (HTML, "scroll to the fragment"): the fragment as it stands, then percent-decoded;
    /// nothing and "top" are always there, and text directives (":~:") are no part of it.
    static bool contains(QByteArrayView packed, QByteArrayView fragment);
};

} // namespace linnet::store
