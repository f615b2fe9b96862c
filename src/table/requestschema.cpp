// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/requestschema.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

namespace {

// clang-format off
constexpr std::array Columns{
    Column{"url"_L1, ColumnType::Url, QT_TRANSLATE_NOOP("linnet::table", "Address"), nullptr, 250, true},
    Column{"host"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Host"), nullptr, 150, true},
    Column{"method"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Method"), nullptr, 80, false},
    Column{"status"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Status"), QT_TRANSLATE_NOOP("linnet::table", "What the server said: 200 is a good answer, from 400 on it is an error"), 76, true},
    Column{"reason"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Problem"), QT_TRANSLATE_NOOP("linnet::table", "Why there is no good answer"), 140, true},
    Column{"started"_L1, ColumnType::Time, QT_TRANSLATE_NOOP("linnet::table", "Started"), QT_TRANSLATE_NOOP("linnet::table", "When the request was let go, UTC"), 180, true},
    Column{"seconds"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Seconds"), QT_TRANSLATE_NOOP("linnet::table", "From the start of the request to its end"), 90, true},
    Column{"waited"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Waited"), QT_TRANSLATE_NOOP("linnet::table", "Seconds in Linnet's own queue before it: pace, limits, pauses"), 90, true},
    Column{"limited"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Held by the pace"), QT_TRANSLATE_NOOP("linnet::table", "The part of the waiting, in seconds, in which it was the first of its host and the pace, a pause that the server asked for, or failures of the host or of its proxy held it back"), 150, true},
    Column{"paused"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Retry pause"), QT_TRANSLATE_NOOP("linnet::table", "Seconds between the attempt before and this one, before it waited again"), 110, false},
    Column{"connect"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Connecting"), QT_TRANSLATE_NOOP("linnet::table", "Seconds; empty when a connection was there already"), 100, false},
    Column{"answer"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "To the first byte"), QT_TRANSLATE_NOOP("linnet::table", "Seconds from sending the request to the beginning of the answer"), 120, true},
    Column{"body"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Receiving"), QT_TRANSLATE_NOOP("linnet::table", "Seconds from the beginning of the answer to its end"), 100, true},
    Column{"attempt"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Attempt"), QT_TRANSLATE_NOOP("linnet::table", "From the second on it is a retry"), 80, true},
    Column{"bytes"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Bytes"), QT_TRANSLATE_NOOP("linnet::table", "Of the body, as they came over the line"), 90, true},
    Column{"proxy"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Proxy"), nullptr, 140, true},
    Column{"detail"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Detail"), QT_TRANSLATE_NOOP("linnet::table", "What the system says about a failure"), 200, false},
    Column{"started_ms"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Started, ms"), QT_TRANSLATE_NOOP("linnet::table", "Milliseconds since 1970, UTC"), 130, false},
};
// clang-format on

static_assert(Columns.size() == size_t(std::to_underlying(RequestColumn::Count)));

} // namespace

const Schema &requestSchema()
{
    static constexpr Schema schema{"requests"_L1, "attempt"_L1, Columns};
    return schema;
}

} // namespace linnet::table
