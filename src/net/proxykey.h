// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <functional>

class QNetworkProxy;

namespace linnet::net {

/// Which proxy a request goes through: "direct", or "http://host:port" without a password; lists add a mark
/// for the user. Made from a proxy only, or read back from its own text. Copies share the text.
class ProxyKey
{
public:
    ProxyKey() = default; ///< not chosen yet
    explicit ProxyKey(const QNetworkProxy &proxy);
    /// From what toString() gave, or as a list of proxies names it.
    static ProxyKey restored(const QString &text);
    static ProxyKey direct();

    const QString &toString() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    bool isDirect() const;

    friend bool operator==(const ProxyKey &, const ProxyKey &) = default;
    friend bool operator<(const ProxyKey &one, const ProxyKey &other) { return one.m_text < other.m_text; }
    friend size_t qHash(const ProxyKey &key, size_t seed = 0) { return qHash(key.m_text, seed); }

private:
    QString m_text;
};

} // namespace linnet::net

template <> struct std::hash<linnet::net::ProxyKey>
{
    size_t operator()(const linnet::net::ProxyKey &key) const { return qHash(key); }
};
