// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/codes.h"
#include "table/columnlist.h"
#include "table/markcolumns.h"
#include "table/schema.h"

#include <QCoreApplication>

namespace linnet::table {

// clang-format off
/// How the answer of a checked address was.
inline constexpr std::array CheckStates{
    Code{"ok"_L1, QT_TRANSLATE_NOOP("linnet::table", "good answer")},
    Code{"http_error"_L1, QT_TRANSLATE_NOOP("linnet::table", "error page")},
    Code{"incomplete"_L1, QT_TRANSLATE_NOOP("linnet::table", "broken off")},
    Code{"no_answer"_L1, QT_TRANSLATE_NOOP("linnet::table", "no answer")},
};

/// The parts of a comparison.
inline constexpr std::array CheckPhases{
    Code{"sequential"_L1, QT_TRANSLATE_NOOP("linnet::table", "one by one")},
    Code{"concurrent"_L1, QT_TRANSLATE_NOOP("linnet::table", "all at once")},
};

/// The columns of checkSchema(), in the order of files.
inline constexpr std::array CheckColumns{
    Column{.key = "url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Address"),
     .width = 260, .shown = true},
    Column{.key = "status"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Status"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "What the server said: 200 is a good answer, from 400 on it is an error"),
     .width = 76, .shown = true},
    Column{.key = "seconds"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Seconds"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "From the request to the last byte, redirects included; without the time that Linnet itself waited"),
     .width = 90, .shown = true},
    Column{.key = "length"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Size"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Bytes of the answer's body after unpacking; with HEAD what the server announces"),
     .width = 90, .shown = true},
    Column{.key = "preview"_L1, .type = ColumnType::LongText, .title = QT_TRANSLATE_NOOP("linnet::table", "Text"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "How the page's text begins"),
     .width = 280, .shown = true},
    Column{.key = "reason"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Problem"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Why there is no good answer"),
     .width = 140, .shown = true, .facet = 1, .codes = ReasonCodes},
    Column{.key = "headers_seconds"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "To the first byte"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Seconds from sending the last request to the beginning of its answer"),
     .width = 120, .shown = false},
    Column{.key = "type"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Type"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "What the server says the answer is"),
     .width = 110, .shown = true},
    Column{.key = "final_url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Arrived at"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The address that answered, after redirects"),
     .width = 220, .shown = false},
    Column{.key = "hops"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Redirects"),
     .width = 92, .shown = true},
    Column{.key = "title"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Title"),
     .width = 200, .shown = true},
    Column{.key = "certificate_problem"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Certificate problem"),
     .width = 160, .shown = false},
    Column{.key = "certificate_expires"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Certificate until"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "When the certificate of the https server runs out, UTC"),
     .width = 150, .shown = false},
    Column{.key = "retries"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Retries"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Requests that had to be sent again"),
     .width = 80, .shown = false},
    Column{.key = "state"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Result"),
     .width = 130, .shown = true, .facet = 2, .codes = CheckStates},
    Column{.key = "method"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Method"),
     .width = 80, .shown = false, .facet = 3},
    Column{.key = "fetched_at"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Read at"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "When Linnet read the row, UTC"),
     .width = 150, .shown = false},
    Column{.key = "line"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Line"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Where the address stands in the list"),
     .width = 70, .shown = false},
    Column{.key = "encoding"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Encoding"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The encoding in which the text was read"),
     .width = 110, .shown = false},
    Column{.key = "redirects"_L1, .type = ColumnType::LongText, .title = QT_TRANSLATE_NOOP("linnet::table", "The way"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Status and address of each redirect"),
     .width = 200, .shown = false},
    Column{.key = "phase"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Part"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The part of a comparison"),
     .width = 110, .shown = false, .facet = 4, .codes = CheckPhases},
    Column{.key = "round"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Round"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Which repetition it was"),
     .width = 80, .shown = false},
    Column{.key = "change"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "What changed"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "What is not as it was the time before"),
     .width = 200, .shown = false},
    withFacet(StarredColumn, 5), withFacet(TagsColumn, 6), NoteColumn,
};
// clang-format on
static_assert(isSound(CheckColumns));

/// Positions in checkSchema().columns, for the code that makes and reads rows.
enum class CheckColumn : int
{
    Url = at<CheckColumns>("url"),
    Status = at<CheckColumns>("status"),
    Seconds = at<CheckColumns>("seconds"),
    Length = at<CheckColumns>("length"),
    Preview = at<CheckColumns>("preview"),
    Reason = at<CheckColumns>(
        "reason"), ///< code of linnet::Reason; empty = a whole answer with a status below 400
    HeadersSeconds = at<CheckColumns>("headers_seconds"),
    Type = at<CheckColumns>("type"),
    FinalUrl = at<CheckColumns>("final_url"),
    Hops = at<CheckColumns>("hops"),
    Title = at<CheckColumns>("title"),
    CertificateProblem = at<CheckColumns>("certificate_problem"),
    CertificateExpires = at<CheckColumns>("certificate_expires"),
    Retries = at<CheckColumns>("retries"),
    State = at<CheckColumns>(
        "state"), ///< code: ok, http_error, incomplete (not all of it could be read), no_answer
    Method = at<CheckColumns>("method"),
    FetchedAt = at<CheckColumns>("fetched_at"),
    Line = at<CheckColumns>("line"),
    Encoding = at<CheckColumns>("encoding"),
    Redirects = at<CheckColumns>("redirects"), ///< one line for each hop: its status and address
    Phase = at<CheckColumns>("phase"),   ///< code, of a comparison: sequential, concurrent; empty otherwise
    Round = at<CheckColumns>("round"),   ///< from 1, of a comparison or a watch; empty otherwise
    Change = at<CheckColumns>("change"), ///< of a watch: what is not as it was in the round before
    Count = int(CheckColumns.size()),
};

/// Checked addresses: the five contract columns first, then Linnet's own.
const Schema &checkSchema();

} // namespace linnet::table
