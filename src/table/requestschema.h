// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/codes.h"
#include "table/columnlist.h"
#include "table/schema.h"

#include <QCoreApplication>

namespace linnet::table {

// clang-format off
/// The columns of requestSchema(), in the order of files.
inline constexpr std::array RequestColumns{
    Column{.key = "url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Address"),
     .width = 250, .shown = true},
    Column{.key = "host"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Host"),
     .width = 150, .shown = true, .facet = 3},
    Column{.key = "method"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Method"),
     .width = 80, .shown = false, .facet = 6},
    Column{.key = "status"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Status"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "What the server said: 200 is a good answer, from 400 on it is an error"),
     .width = 76, .shown = true, .facet = 1},
    Column{.key = "reason"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Problem"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Why there is no good answer"),
     .width = 140, .shown = true, .facet = 2, .codes = ReasonCodes},
    Column{.key = "started"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Started"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "When the request was let go, UTC"),
     .width = 180, .shown = true},
    Column{.key = "seconds"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Seconds"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "From the start of the request to its end"),
     .width = 90, .shown = true},
    Column{.key = "waited"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Waited"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Seconds in Linnet's own queue before it: pace, limits, pauses"),
     .width = 90, .shown = true},
    Column{.key = "limited"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Held by the pace"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The part of the waiting, in seconds, in which it was the first of its host and the pace, a pause that the server asked for, or failures of the host or of its proxy held it back"),
     .width = 150, .shown = true},
    Column{.key = "paused"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Retry pause"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Seconds between the attempt before and this one, before it waited again"),
     .width = 110, .shown = false},
    Column{.key = "connect"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Connecting"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Seconds; empty when a connection was there already"),
     .width = 100, .shown = false},
    Column{.key = "answer"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "To the first byte"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Seconds from sending the request to the beginning of the answer"),
     .width = 120, .shown = true},
    Column{.key = "body"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Receiving"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Seconds from the beginning of the answer to its end"),
     .width = 100, .shown = true},
    Column{.key = "attempt"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Attempt"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "From the second on it is a retry"),
     .width = 80, .shown = true, .facet = 5},
    Column{.key = "bytes"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Bytes"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Of the body, as they came over the line"),
     .width = 90, .shown = true},
    Column{.key = "proxy"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Proxy"),
     .width = 140, .shown = true, .facet = 4},
    Column{.key = "detail"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Detail"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "What the system says about a failure"),
     .width = 200, .shown = false},
    Column{.key = "started_ms"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Started, ms"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Milliseconds since 1970, UTC"),
     .width = 130, .shown = false},
};
// clang-format on
static_assert(isSound(RequestColumns));

/// Positions in requestSchema().columns, for the code that makes and reads rows.
enum class RequestColumn : int
{
    Url = at<RequestColumns>("url"),
    Host = at<RequestColumns>("host"),
    Method = at<RequestColumns>("method"),
    Status = at<RequestColumns>("status"),
    Reason = at<RequestColumns>("reason"),   ///< code of linnet::Reason; empty = a whole answer
    Started = at<RequestColumns>("started"), ///< ISO 8601, UTC, with milliseconds: when it was let go
    Seconds = at<RequestColumns>("seconds"), ///< from there to its end
    Waited = at<RequestColumns>("waited"),   ///< before that, in the queue: pace, caps, pauses
    Limited =
        at<RequestColumns>("limited"), ///< the part of it in which the limiter held it; empty = not known
    Paused = at<RequestColumns>(
        "paused"), ///< before it was in the queue: the pause between two attempts; empty = not known
    Connect = at<RequestColumns>("connect"),      ///< making the connection, TLS included
    Answer = at<RequestColumns>("answer"),        ///< from sending to the headers
    Body = at<RequestColumns>("body"),            ///< from the headers to the end
    Attempt = at<RequestColumns>("attempt"),      ///< from 1
    Bytes = at<RequestColumns>("bytes"),          ///< of the body as they came
    Proxy = at<RequestColumns>("proxy"),          ///< "" or "direct" = none
    Detail = at<RequestColumns>("detail"),        ///< technical, of a failure
    StartedMs = at<RequestColumns>("started_ms"), ///< milliseconds since 1970
    Count = int(RequestColumns.size()),
};

/// The attempts that the engine made, as Activity shows and HAR keeps them. Not written as rows: the engine's
/// records are read through this. Durations in seconds; a phase that did not happen is empty.
const Schema &requestSchema();

} // namespace linnet::table
