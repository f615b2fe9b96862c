// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/response.h"

#include <QHash>
#include <QUrl>

#include <memory>

namespace linnet::links {

/// The cookies of a crawl, in memory only (RFC 6265). A chain of redirects keeps those that it is given, as
/// many sites send visitors round once to see whether they do; other requests get the run's own, if it has
/// any. In the network thread.
class CrawlCookies
{
public:
    CrawlCookies();
    ~CrawlCookies();

    /// From now on the run keeps what any answer sets.
    void keepAll() { m_keepsAll = true; }
    /// Cookies of a file: Netscape's format, seven fields parted by tabs. The number of lines that are none.
    int load(const QByteArray &file);

    /// The Cookie header for a request; empty = none. number: of the address asked.
    QByteArray header(quint32 number, const QUrl &url) const;
    /// Takes what the answer to an address sets. True when that changes what is sent to the next address.
    bool take(quint32 number, const QUrl &url, const net::Response &response, const QUrl &next);
    /// The chain goes on from one address to the other.
    void pass(quint32 from, quint32 to);
    /// The chain has ended at this address.
    void end(quint32 number) { m_chains.remove(number); }

private:
    class Jar;

    std::shared_ptr<Jar> m_run;
    QHash<quint32, std::shared_ptr<Jar>> m_chains; ///< by the address that the chain has come to
    bool m_keepsAll = false;
};

} // namespace linnet::links
