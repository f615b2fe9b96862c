// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <string_view>

namespace linnet::url {

/// A resolved address as Qt reads it. The table in tst_engineurl.cpp says which bytes QUrl writes otherwise
/// ("%7E" as "~", "|" as "%7C"); net::Address keeps those that were written. Not valid for the few host names
/// that browsers take and QUrl does not, as "-a.example": such an address cannot be asked.
QUrl engineUrl(std::string_view href);

} // namespace linnet::url
