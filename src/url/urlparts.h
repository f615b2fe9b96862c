// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace linnet::url {

/// Where the parts of an absolute http or https URL are, in bytes, without judging or changing them. The
/// views live as long as the URL.
struct UrlParts
{
    QByteArrayView scheme;
    QByteArrayView host; ///< without login and port; brackets of IPv6 included
    QByteArrayView port; ///< as written, may be empty
    QByteArrayView path; ///< "" or beginning with "/"
    QByteArrayView query;
    qsizetype originLength = 0; ///< scheme, "://", login, host and port

    static UrlParts of(QByteArrayView url);
    /// Host in lower case; ":port" unless it is the scheme's own.
    QByteArray hostAndPort() const;
    bool isIpAddress() const;
};

} // namespace linnet::url
