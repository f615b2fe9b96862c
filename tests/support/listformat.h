// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"

namespace linnet::test {

/// A format of files that the program itself does not have: the first column of checks, one value a line.
extern const exports::ExportFormat ListFormat;

} // namespace linnet::test
