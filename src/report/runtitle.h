// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

namespace linnet::report {

/// What people call that about which the report is: the name that somebody gave the search, else its words,
/// the start of the crawl, the list of a check, the files of an import. Of several tasks or none "". Any
/// thread.
Result<QString> runTitle(store::RowReader &reader, const QList<store::RunId> &runs, const QLocale &locale);

} // namespace linnet::report
