// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/runid.h"

#include <QJsonArray>

namespace linnet::store {
class RowReader;
}

namespace linnet::cli {

/// What became of each listing of a search, for its summary; empty for other runs.
QJsonArray listingsOf(store::RowReader &reader, RunId run);

} // namespace linnet::cli
