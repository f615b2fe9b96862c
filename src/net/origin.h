// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/hostkey.h"

#include <optional>

namespace linnet::net {

/// Scheme, host and port (RFC 6454 §4) of an http or https address: what decides whether credentials may
/// travel, which connections a request can share, and whose robots.txt holds.
class Origin
{
public:
    Origin() = default; ///< of nothing
    explicit Origin(const QUrl &url);
    Origin(HostKey host, bool isSecure);
    /// From what toString() gave; nothing for any other text.
    static std::optional<Origin> restored(const QString &text);

    const HostKey &host() const { return m_host; }
    bool isSecure() const { return m_secure; } ///< https
    bool isEmpty() const { return m_host.isEmpty(); }
    QString toString() const; ///< "https://example.org:8080" (RFC 6454 §6.2)

    friend bool operator==(const Origin &, const Origin &) = default;
    friend bool operator<(const Origin &one, const Origin &other)
    {
        return one.m_secure == other.m_secure ? one.m_host < other.m_host : one.m_secure < other.m_secure;
    }
    friend size_t qHash(const Origin &origin, size_t seed = 0)
    {
        return qHash(origin.m_host, origin.m_secure ? ~seed : seed);
    }

private:
    HostKey m_host;
    bool m_secure = false;
};

} // namespace linnet::net

template <> struct std::hash<linnet::net::Origin>
{
    size_t operator()(const linnet::net::Origin &origin) const { return qHash(origin); }
};
