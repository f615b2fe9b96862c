// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/schema.h"

namespace linnet::table {

/// The attempts that the engine made, as Activity shows and HAR keeps them. Not written as rows: the engine's
/// records are read through this. Durations in seconds; a phase that did not happen is empty.
const Schema &requestSchema();

/// Positions in requestSchema().columns.
enum class RequestColumn : int
{
    Url,
    Host,
    Method,
    Status,
    Reason,    ///< code of linnet::Reason; empty = a whole answer
    Started,   ///< ISO 8601, UTC, with milliseconds: when it was let go
    Seconds,   ///< from there to its end
    Waited,    ///< before that, in the queue: pace, caps, pauses
    Limited,   ///< the part of it in which the limiter held it; empty = not known
    Paused,    ///< before it was in the queue: the pause between two attempts; empty = not known
    Connect,   ///< making the connection, TLS included
    Answer,    ///< from sending to the headers
    Body,      ///< from the headers to the end
    Attempt,   ///< from 1
    Bytes,     ///< of the body as they came
    Proxy,     ///< "" or "direct" = none
    Detail,    ///< technical, of a failure
    StartedMs, ///< milliseconds since 1970
    Count,
};

} // namespace linnet::table
