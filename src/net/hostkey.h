// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QUrl>

#include <functional>

namespace linnet::net {

/// Which host a request goes to, as queues, limits and stored rows name it: the host in lower case and ASCII,
/// IPv6 in brackets, with the port when it is not the scheme's ("example.org:8080"). Made from a URL only, or
/// read back from its own text. Copies share the text.
class HostKey
{
public:
    HostKey() = default; ///< no host
    explicit HostKey(const QUrl &url);
    /// From what toString() gave. Older projects hold IPv6 without brackets; these are added.
    static HostKey restored(const QString &text);

    const QString &toString() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    /// This computer; see isLoopback().
    bool isLoopback() const;

    friend bool operator==(const HostKey &, const HostKey &) = default;
    friend bool operator<(const HostKey &one, const HostKey &other) { return one.m_text < other.m_text; }
    friend size_t qHash(const HostKey &key, size_t seed = 0) { return qHash(key.m_text, seed); }

private:
    QString m_text;
};

/// localhost, *.localhost, 127.0.0.0/8 or ::1, for a host without a port. Names are not looked up.
bool isLoopback(const QString &host);

} // namespace linnet::net

template <> struct std::hash<linnet::net::HostKey>
{
    size_t operator()(const linnet::net::HostKey &key) const { return qHash(key); }
};
