// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linnet::exports {

/// How a text table with separators is written: what the dialects of CSV, and TSV, differ in.
struct CsvStyle
{
    char separator = ',';
    bool bom = false;
    bool decimalComma = false;
    bool forExcel = false;      ///< formulas are guarded, cells keep within what Excel can hold
    bool asShown = false;       ///< see ExportSpec::asShown
    bool carriageReturn = true; ///< lines end with CR LF (RFC 4180 §2.1), else with LF

    /// RFC 4180: comma, CRLF, UTF-8 without BOM, values unchanged.
    static constexpr CsvStyle standard() { return {}; }
    /// Semicolon, BOM, decimal comma.
    static constexpr CsvStyle excelRu()
    {
        return {.separator = ';', .bom = true, .decimalComma = true, .forExcel = true};
    }
    /// Comma, BOM, decimal point.
    static constexpr CsvStyle excelEn() { return {.separator = ',', .bom = true, .forExcel = true}; }
    /// The registered text/tab-separated-values cannot hold tabs or line breaks at all. Fields that have them
    /// are therefore quoted as in CSV, which is what Excel and Python's csv (delimiter="\t") write and read
    /// back exactly; fields without them are bare, so simple tools can split them. Lines end with LF.
    static constexpr CsvStyle tsv() { return {.separator = '\t', .carriageReturn = false}; }
};

} // namespace linnet::exports
