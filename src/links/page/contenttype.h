// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace linnet::links {

/// The media type and charset that Content-Type headers name, as browsers take them (Fetch Standard, "extract
/// a MIME type"): of several the last that is one. Both are empty when none is.
struct ContentType
{
    QByteArray type; ///< lower case, without parameters
    QByteArray charset;

    /// header: all values, joined by commas.
    static ContentType parse(QByteArrayView header);
    bool isHtml() const { return type == "text/html" || type == "application/xhtml+xml"; }
    bool isStyleSheet() const { return type == "text/css"; }
    /// The bytes tell more (MIME Sniffing Standard, §7).
    bool isUnknown() const
    {
        return type.isEmpty() || type == "unknown/unknown" || type == "application/unknown";
    }
    /// Says no more than XML.
    bool isXml() const { return type == "application/xml" || type == "text/xml"; }
};

} // namespace linnet::links
