// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/job/tablefile.h"

namespace linnet::cli {

class Options;

/// --sheet and --csv-separator, which say how a file with a table is written.
void addTableOptions(Options &options);
Result<imports::TableChoice> readTableChoice(const Options &options);

} // namespace linnet::cli
