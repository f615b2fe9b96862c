// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace linnet::exports {

/// Numbers URLs from 0 in the order in which they come. Keeps 128 bits of each instead of its text, so that
/// two of a million share a number once in 10^26 exports.
class NodeIndex
{
public:
    /// The new number; nothing when the URL has one.
    std::optional<qint64> add(const QString &url)
    {
        qint64 &number = m_numbers[key(url)];
        if (number > 0)
            return std::nullopt;
        number = m_numbers.size();
        return number - 1;
    }
    std::optional<qint64> find(const QString &url) const
    {
        const auto found = m_numbers.constFind(key(url));
        return found == m_numbers.constEnd() ? std::nullopt : std::optional(*found - 1);
    }

private:
    using Key = std::pair<quint64, quint64>;
    static Key key(const QString &url) { return {qHash(url, 1), qHash(url, 0x9E3779B9)}; }

    QHash<Key, qint64> m_numbers; ///< plus 1
};

} // namespace linnet::exports
