// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace linnet::test {

/// A ZIP archive of these files: names and bytes.
QByteArray zipped(const QList<QPair<QByteArray, QByteArray>> &files);

/// What a workbook has besides its sheets.
struct WorkbookParts
{
    QByteArray sheetList = R"(<sheet name="One" sheetId="1" r:id="rId1"/>)";
    QList<QByteArray> sheets;  ///< what stands in sheetData; rId1 is the first
    QByteArray sharedStrings;  ///< what stands in sst; empty = the part is not there
    QByteArray styles;         ///< what stands in styleSheet; empty = the part is not there
    QByteArray properties;     ///< attributes of workbookPr
    QByteArray afterSheetData; ///< mergeCells and what else may follow, of each sheet
};
/// An Excel workbook (.xlsx), as small as one can be.
QByteArray workbook(const WorkbookParts &parts);

} // namespace linnet::test
