// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace linnet::net {

/// What a run has cost so far.
struct RunStats
{
    qint64 requests = 0; ///< attempts sent
    qint64 retries = 0;  ///< attempts after the first of their request
    qint64 bytes = 0;    ///< body bytes received

    bool operator==(const RunStats &) const = default;
};

} // namespace linnet::net
