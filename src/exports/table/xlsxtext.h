// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace linnet::exports {

/// A text made fit for a cell of an XLSX file.
struct XlsxText
{
    QByteArray utf8 = {};
    bool cut = false;     ///< it was longer than a cell can hold
    bool cleaned = false; ///< it had characters that no XML can hold

    /// Most UTF-16 units in a cell (Excel's limit).
    static constexpr qsizetype MaxUnits = 32'767;

    /// Line breaks become LF, which is Excel's own; other control characters are left out; lone surrogates
    /// and noncharacters become U+FFFD (XML 1.0 §2.2). What is too long is cut, `mark` at its end. Text that
    /// looks like an escape of the format (_x0041_) is escaped itself (ECMA-376 part 1, §22.9.2.19).
    static XlsxText of(QStringView text, const QString &mark);
};

} // namespace linnet::exports
