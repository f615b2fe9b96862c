// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/checkschema.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

namespace {

// clang-format off
constexpr std::array Columns{
    Column{"url"_L1, ColumnType::Url, QT_TRANSLATE_NOOP("linnet::table", "Address"), nullptr, 260, true},
    Column{"status"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Status"), QT_TRANSLATE_NOOP("linnet::table", "What the server said: 200 is a good answer, from 400 on it is an error"), 76, true},
    Column{"seconds"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Seconds"), QT_TRANSLATE_NOOP("linnet::table", "From the request to the last byte, redirects included; without the time that Linnet itself waited"), 90, true},
    Column{"length"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Size"), QT_TRANSLATE_NOOP("linnet::table", "Bytes of the answer's body after unpacking; with HEAD what the server announces"), 90, true},
    Column{"preview"_L1, ColumnType::LongText, QT_TRANSLATE_NOOP("linnet::table", "Text"), QT_TRANSLATE_NOOP("linnet::table", "How the page's text begins"), 280, true},
    Column{"reason"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Problem"), QT_TRANSLATE_NOOP("linnet::table", "Why there is no good answer"), 140, true},
    Column{"headers_seconds"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "To the first byte"), QT_TRANSLATE_NOOP("linnet::table", "Seconds from sending the last request to the beginning of its answer"), 120, false},
    Column{"type"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Type"), QT_TRANSLATE_NOOP("linnet::table", "What the server says the answer is"), 110, true},
    Column{"final_url"_L1, ColumnType::Url, QT_TRANSLATE_NOOP("linnet::table", "Arrived at"), QT_TRANSLATE_NOOP("linnet::table", "The address that answered, after redirects"), 220, false},
    Column{"hops"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Redirects"), nullptr, 92, true},
    Column{"title"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Title"), nullptr, 200, true},
    Column{"certificate_problem"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Certificate problem"), nullptr, 160, false},
    Column{"certificate_expires"_L1, ColumnType::Time, QT_TRANSLATE_NOOP("linnet::table", "Certificate until"), QT_TRANSLATE_NOOP("linnet::table", "When the certificate of the https server runs out, UTC"), 150, false},
    Column{"retries"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Retries"), QT_TRANSLATE_NOOP("linnet::table", "Requests that had to be sent again"), 80, false},
    Column{"state"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Result"), nullptr, 130, true},
    Column{"method"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Method"), nullptr, 80, false},
    Column{"fetched_at"_L1, ColumnType::Time, QT_TRANSLATE_NOOP("linnet::table", "Read at"), QT_TRANSLATE_NOOP("linnet::table", "When Linnet read the row, UTC"), 150, false},
    Column{"line"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Line"), QT_TRANSLATE_NOOP("linnet::table", "Where the address stands in the list"), 70, false},
    Column{"encoding"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Encoding"), QT_TRANSLATE_NOOP("linnet::table", "The encoding in which the text was read"), 110, false},
    Column{"redirects"_L1, ColumnType::LongText, QT_TRANSLATE_NOOP("linnet::table", "The way"), QT_TRANSLATE_NOOP("linnet::table", "Status and address of each redirect"), 200, false},
    Column{"phase"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Part"), QT_TRANSLATE_NOOP("linnet::table", "The part of a comparison"), 110, false},
    Column{"round"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Round"), QT_TRANSLATE_NOOP("linnet::table", "Which repetition it was"), 80, false},
    Column{"change"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "What changed"), QT_TRANSLATE_NOOP("linnet::table", "What is not as it was the time before"), 200, false},
};
// clang-format on

static_assert(Columns.size() == size_t(std::to_underlying(CheckColumn::Count)));

} // namespace

const Schema &checkSchema()
{
    static constexpr Schema schema{"checks"_L1, "url_check"_L1, Columns};
    return schema;
}

} // namespace linnet::table
