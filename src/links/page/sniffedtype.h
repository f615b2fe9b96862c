// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>

namespace linnet::links {

/// What the first bytes of a body say it is, when nothing else does.
enum class SniffedType : quint8
{
    Other,
    Html,
    Xhtml, ///< XML whose first element is html
};

/// MIME Sniffing Standard, §7.1: white space, then a tag of a web page. An XML declaration and comments may
/// stand before it.
SniffedType sniffedType(QByteArrayView body);

/// The media type of files that show by their first bytes what they are and are no text: pictures, PDF,
/// archives, fonts, sound; "" when they do not.
QLatin1StringView binaryType(QByteArrayView body);

} // namespace linnet::links
