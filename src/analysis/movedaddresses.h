// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace linnet::analysis {

/// Servers that an earlier run asked elsewhere: what was read there is compared with what is read here.
class MovedAddresses
{
public:
    /// Roots such as "http://127.0.0.1:1234", without a path.
    void add(const QByteArray &from, const QByteArray &to);
    bool isEmpty() const { return m_moved.isEmpty(); }

    /// The address where it is now. `buffer` holds it when it is another one.
    QByteArrayView now(QByteArrayView address, QByteArray &buffer) const;

private:
    QList<std::pair<QByteArray, QByteArray>> m_moved;
};

} // namespace linnet::analysis
