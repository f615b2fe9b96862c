// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

#include <vector>

namespace linnet::cli {

/// A line of the input that could not be taken: a failure of the run, without a row.
struct InputFailure
{
    QString text; ///< what stands there, or where it stands when it may hold a secret
    int line = 0;
    Error error;
};

} // namespace linnet::cli
