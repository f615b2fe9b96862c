// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace linnet::links {

/// The media type and charset that a Content-Type header names (RFC 9110, 8.3); both empty when it does not.
struct ContentType
{
    QByteArray type; ///< lower case, without parameters
    QByteArray charset;

    static ContentType parse(const QByteArray &header);
    bool isHtml() const { return type == "text/html" || type == "application/xhtml+xml"; }
};

} // namespace linnet::links
