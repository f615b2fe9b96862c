// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace linnet::exports {

/// Rows of a sheet as XML (ECMA-376 part 1, §18.3.1.73 row and §18.3.1.4 c), collected until they are taken.
/// Cells of a row come from left to right; those that are empty are left out. Styles are indexes into the
/// workbook's cell formats, 0 = none.
class XlsxRows
{
public:
    explicit XlsxRows(qsizetype columns);

    void beginRow(qint64 number); ///< from 1
    void endRow() { m_xml += "</row>"; }

    /// The UTF-8 must be fit for a cell (XlsxText, isFit()).
    void text(qsizetype column, QByteArrayView utf8, int style = 0);
    void number(qsizetype column, double number, int style = 0); ///< finite
    void yesNo(qsizetype column, bool yes);

    qsizetype size() const { return m_xml.size(); }
    QByteArray take();

    /// Whether a text can stand in a cell as it is: valid UTF-8 of no more than Excel's length, without
    /// control characters, noncharacters, and what looks like an escape of the format. When in doubt it
    /// cannot.
    static bool isFit(QByteArrayView utf8);
    /// "A", "B", … "AA".
    static QByteArray columnName(qsizetype column);

private:
    void beginCell(qsizetype column, int style);

    QList<QByteArray> m_starts; ///< of a cell of each column: <c r="A
    QByteArray m_row;           ///< number of the row
    QByteArray m_xml;
};

} // namespace linnet::exports
