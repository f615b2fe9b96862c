// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace linnet::checks {

/// What a page says first.
struct PageText
{
    QString title;    ///< of HTML; null when it has none
    QString preview;  ///< its first letters; "(binary: type)" when it is no text
    QString encoding; ///< name of the Encoding Standard; null when it is no text

    bool operator==(const PageText &) const = default;
};

/// Reads title and preview from a body, which may be only the beginning of a longer one. Preview: text of an
/// HTML body without script, style and head, or the text itself; white space collapsed, `letters` code
/// points at most. The encoding is found in the order of WHATWG HTML 13.2.3.1, but letters that stand for
/// nothing show that a label is wrong, and the next witness is heard. Pure; any bytes are accepted.
PageText readPage(const QByteArray &body, const QByteArray &contentType, int letters);

} // namespace linnet::checks
