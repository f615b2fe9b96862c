// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QLatin1StringView>
#include <QSet>

#include <optional>
#include <string>
#include <vector>

namespace linnet::links {

/// Which addresses belong to a crawl, by the addresses it starts from. http and https are one site, and so
/// are a host and its "www." sister, as sites redirect from one to the other. const functions may be called
/// from any thread.
class CrawlScope
{
public:
    enum class Kind : quint8
    {
        Host,   ///< the same host and port
        Domain, ///< the same registrable domain (Public Suffix List), any port; an IP address stands for
                ///< itself
        Prefix, ///< the same host, and a path that begins with the start's folder
        Any,    ///< everything
    };

    explicit CrawlScope(Kind kind = Kind::Host)
        : m_kind(kind)
    {
    }

    /// A start address; also where it redirects to, when the crawl shall follow it there.
    void add(QByteArrayView url);
    bool contains(QByteArrayView url) const;

    Kind kind() const { return m_kind; }
    /// "host", "domain", "prefix", "any": as stored and as on the command line.
    static QLatin1StringView code(Kind kind);
    static std::optional<Kind> fromCode(QStringView code);
    /// The registrable domain of a host in lower case ("a.b.co.uk" has "b.co.uk"); the host itself when it
    /// has none.
    static QByteArray registrableDomain(const QByteArray &host);
    /// The other addresses under which people look for the site of a start address: its first page by http
    /// and https, with and without "www.". None for addresses with a port of their own; IP addresses and
    /// hosts below the site's own name have no "www.". href: a resolved http or https address.
    static std::vector<std::string> startForms(const std::string &href);

private:
    QByteArray key(QByteArrayView url) const;

    Kind m_kind;
    QSet<QByteArray> m_keys;
    QHash<QByteArray, QList<QByteArray>> m_folders; ///< of each key, with Prefix
};

} // namespace linnet::links
