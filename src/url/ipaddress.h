// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace linnet::url {

/// A part of an IPv4 address as browsers read it: decimal, "0x…" hexadecimal or "0…" octal; nothing when it
/// is no number. Numbers beyond 32 bits come back as some number beyond 32 bits.
std::optional<std::uint64_t> parseIpv4Number(std::string_view text);

/// Appends the address in its one written form (URL Standard §3.5); false when the text is no address.
bool appendIpv4(std::string &to, std::string_view text);
/// The same for what stands between the brackets; appends it with brackets.
bool appendIpv6(std::string &to, std::string_view text);

} // namespace linnet::url
