// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/fragmentset.h"

#include "base/percentdecoded.h"

#include <QtEndian>

#include <algorithm>

namespace linnet::store {

namespace {

constexpr quint64 FnvBasis = 0xcbf29ce484222325;
constexpr quint64 FnvPrime = 0x100000001b3;
constexpr qsizetype Size = sizeof(quint64);

bool has(QByteArrayView packed, QByteArrayView name)
{
    const quint64 wanted = FragmentSet::hashOf(name);
    qsizetype low = 0;
    qsizetype high = packed.size() / Size;
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        const auto found = qFromLittleEndian<quint64>(packed.data() + middle * Size);
        if (found == wanted)
            return true;
        if (found < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

} // namespace

quint64 FragmentSet::hashOf(QByteArrayView name)
{
    quint64 hash = FnvBasis;
    for (const char byte : name)
        hash = (hash ^ quint8(byte)) * FnvPrime;
    return hash;
}

QByteArray FragmentSet::pack(std::span<const QByteArrayView> names)
{
    std::vector<quint64> hashes;
    hashes.reserve(names.size());
    for (const QByteArrayView name : names)
        hashes.push_back(hashOf(name));
    return pack(std::move(hashes));
}

QByteArray FragmentSet::pack(std::vector<quint64> hashes)
{
    std::ranges::sort(hashes);
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    QByteArray result(qsizetype(hashes.size()) * Size, Qt::Uninitialized);
    for (size_t i = 0; i < hashes.size(); ++i)
        qToLittleEndian(hashes[i], result.data() + qsizetype(i) * Size);
    return result;
}

bool FragmentSet::contains(QByteArrayView packed, QByteArrayView fragment)
{
    if (const qsizetype directive = fragment.indexOf(":~:"); directive >= 0)
        fragment = fragment.first(directive);
    if (fragment.isEmpty() || has(packed, fragment))
        return true;
    const std::string decoded = percentDecoded({fragment.data(), size_t(fragment.size())});
    const QByteArrayView name(decoded.data(), qsizetype(decoded.size()));
    return has(packed, name) || name.compare("top", Qt::CaseInsensitive) == 0;
}

} // namespace linnet::store
