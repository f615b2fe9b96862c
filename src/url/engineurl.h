// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <string>
#include <string_view>

namespace linnet::url {

/// A resolved address for the engine. The table in tst_engineurl.cpp says which bytes QUrl writes otherwise
/// ("%7E" as "~", "|" as "%7C"); servers read the same from them. Not valid for the few host names that
/// browsers take and QUrl does not, as "-a.example": such an address cannot be asked.
QUrl engineUrl(std::string_view href);

/// net::hostKey(engineUrl(href)) without the detour: host in lower case, IPv6 in brackets, ":port" when it is
/// not the scheme's.
std::string hostKey(std::string_view href);

/// Scheme, host and port of a resolved address, as "https://example.org:8080"; what robots.txt is asked of.
std::string origin(std::string_view href);

/// The host alone, in ASCII; IPv6 in brackets.
std::string_view hostOf(std::string_view href);

} // namespace linnet::url
