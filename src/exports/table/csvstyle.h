// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"

namespace linnet::exports {

/// How a text table with separators is written: what the dialects of CSV, and TSV, differ in.
struct CsvStyle
{
    char separator = ',';
    bool bom = false;
    bool decimalComma = false;
    bool guardFormulas = false;
    bool carriageReturn = true; ///< lines end with CR LF (RFC 4180 §2.1), else with LF

    /// Format::Csv with a dialect, or Format::Tsv, which has none.
    ///
    /// TSV: the registered text/tab-separated-values cannot hold tabs or line breaks at all. Fields that have
    /// them are therefore quoted as in CSV, which is what Excel and Python's csv (delimiter="\t") write and
    /// read back exactly; fields without them are bare, so simple tools can split them. Lines end with LF.
    static CsvStyle of(Format format, CsvDialect dialect);
};

} // namespace linnet::exports
