// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/csvstyle.h"

namespace linnet::exports {

CsvStyle CsvStyle::of(Format format, CsvDialect dialect)
{
    if (format == Format::Tsv)
        return {.separator = '\t', .carriageReturn = false};
    switch (dialect) {
    case CsvDialect::Standard:
        return {};
    case CsvDialect::ExcelRu:
        return {.separator = ';', .bom = true, .decimalComma = true, .guardFormulas = true};
    case CsvDialect::ExcelEn:
        return {.separator = ',', .bom = true, .guardFormulas = true};
    }
    Q_UNREACHABLE();
}

} // namespace linnet::exports
