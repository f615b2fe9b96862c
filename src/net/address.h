// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

#include <string_view>

namespace linnet::net {

/// An http or https address that is asked, byte for byte as it was written, and as Qt reads it. QUrl writes
/// some bytes otherwise ("%7E" as "~", "%d0" as "%D0", "|" as "%7C"); to servers these may be two addresses.
/// Two are the same when their bytes are. Never with a fragment; a login is in url() only.
class Address
{
public:
    Address() = default;
    Address(const QUrl &url); ///< as QUrl writes it
    /// From an absolute address as the URL Standard writes it (url::ResolvedUrl::href).
    static Address written(std::string_view href);

    bool isEmpty() const { return m_href.isEmpty(); }
    const QUrl &url() const { return m_url; }
    const QByteArray &href() const { return m_href; } ///< without login and fragment
    QString text() const { return QString::fromLatin1(m_href); }
    /// Path and query as they go over the wire (RFC 9112 §3.2.1); empty when Qt sends just these.
    QByteArray ownTarget() const;

    friend bool operator==(const Address &a, const Address &b) { return a.m_href == b.m_href; }

private:
    QUrl m_url;
    QByteArray m_href;
};

} // namespace linnet::net
