// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// Lists of proxies in every form: each proxy once, each line accounted for, and a list that is kept and read
/// again is the same, with its logins in the one place meant for them.
int fuzzProxies(const std::uint8_t *data, std::size_t size);

} // namespace linnet::fuzz
