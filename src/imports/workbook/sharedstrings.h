// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <vector>

class QIODevice;

namespace linnet::imports {

class SafeXml;

/// The texts that the cells of a workbook name by number (ECMA-376 part 1, §18.4), packed in memory.
class SharedStrings
{
public:
    static constexpr qsizetype MostBytes = 256 * 1024 * 1024; ///< UTF-8

    SharedStrings() = default;
    /// xl/sharedStrings.xml. Reason::BadFile, TooLarge.
    static Result<SharedStrings> read(QIODevice &xml);

    qsizetype size() const { return qsizetype(m_ends.size()); }
    QString at(qsizetype index) const; ///< 0 to size() - 1

    /// The text of an element with plain text or runs of text, which has just started; without the reading
    /// aid of Japanese. Escapes like _x000D_ are undone.
    static QString textOf(SafeXml &xml);

private:
    QByteArray m_text;
    std::vector<quint32> m_ends;
};

} // namespace linnet::imports
