// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exports/file/deflatedfile.h"

#include <QString>

#include <memory>
#include <vector>

namespace linnet::exports {

/// The rows of a sheet below its header.
struct XlsxSheet
{
    std::unique_ptr<DeflatedFile> rows; ///< finished; null: the sheet stays as it is
    QByteArray area;                    ///< that header and rows fill: "A1:L1001"
};

/// Puts a workbook together: all of `frame`, which is a small one made by libxlsxwriter, with the rows below
/// the header of each of its sheets (in their order) replaced by those given. The library itself packs a
/// sheet after all its rows are known, with more effort than tables are worth, and does not look whether its
/// writing succeeds. Reason::DiskFull or Io; what is at `path` then is no workbook.
Result<void> assembleWorkbook(const QString &frame, std::vector<XlsxSheet> &sheets, const QString &path);

} // namespace linnet::exports
