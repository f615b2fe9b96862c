// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace linnet::imports {

/// How a text with a table in it is written.
struct TextShape
{
    QByteArray encoding = "UTF-8";         ///< its name in the Encoding Standard
    QByteArray otherwise = "windows-1251"; ///< what rows are read as that are no UTF-8, though they should be
    qint64 mark = 0;                       ///< bytes of the byte order mark
    char separator = ',';

    bool isWide() const { return encoding.startsWith("UTF-16"); }
    bool isUtf8() const { return encoding == "UTF-8"; }
    bool operator==(const TextShape &) const = default;

    /// Encoding and mark of a file that begins so. Given one, that is taken instead of a guess.
    static TextShape ofBytes(QByteArrayView beginning, const QByteArray &encoding = {});
};

/// The beginning of such a text, without its mark.
QByteArray toUtf8(QByteArrayView beginning, const TextShape &shape);

} // namespace linnet::imports
