// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace linnet::url {

/// Appends the serialised host of an http(s) address: a domain in ASCII (IDNA), an IPv4 address in four
/// decimal parts or an IPv6 address in brackets (URL Standard §3.5). False when it is no host.
bool appendHost(std::string &to, std::string_view host);

} // namespace linnet::url
