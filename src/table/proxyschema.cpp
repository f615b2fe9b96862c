// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/proxyschema.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

namespace {

// clang-format off
constexpr std::array Columns{
    Column{"proxy"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Proxy"), QT_TRANSLATE_NOOP("linnet::table", "Kind, host and port; logins are never shown"), 230, true},
    Column{"status"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Status"), nullptr, 110, true},
    Column{"exit_address"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Exit address"), QT_TRANSLATE_NOOP("linnet::table", "The address that servers see"), 140, true},
    Column{"anonymity"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Anonymity"), QT_TRANSLATE_NOOP("linnet::table", "Transparent: tells your address; anonymous: tells that it is a proxy; elite: tells nothing"), 120, true},
    Column{"latency"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Seconds"), QT_TRANSLATE_NOOP("linnet::table", "Median of whole requests, connection included"), 90, true},
    Column{"reason"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Reason"), QT_TRANSLATE_NOOP("linnet::table", "Why it is dead, or what to beware of"), 180, true},
    Column{"latency_p95"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Seconds, 95 %"), QT_TRANSLATE_NOOP("linnet::table", "95 of 100 requests are at least so quick"), 110, false},
    Column{"http"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "http"), QT_TRANSLATE_NOOP("linnet::table", "Passes plain requests on"), 70, true},
    Column{"connect"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "Tunnel"), QT_TRANSLATE_NOOP("linnet::table", "Opens tunnels (CONNECT), as https needs them"), 80, true},
    Column{"tls"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "https intact"), QT_TRANSLATE_NOOP("linnet::table", "Certificates come through unchanged; empty: not tested"), 104, true},
    Column{"scheme"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Kind"), nullptr, 80, false},
    Column{"login"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "With login"), nullptr, 90, false},
    Column{"place"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "From"), QT_TRANSLATE_NOOP("linnet::table", "The list and the line it stands on"), 160, false},
    Column{"detail"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Technical detail"), nullptr, 200, false},
    Column{"checked_at"_L1, ColumnType::Time, QT_TRANSLATE_NOOP("linnet::table", "Tested at"), QT_TRANSLATE_NOOP("linnet::table", "UTC"), 150, false},
};
// clang-format on

static_assert(Columns.size() == size_t(std::to_underlying(ProxyColumn::Count)));

} // namespace

const Schema &proxySchema()
{
    static constexpr Schema schema{"proxies"_L1, "proxy"_L1, Columns};
    return schema;
}

} // namespace linnet::table
