// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/origin.h"

#include <string_view>

namespace linnet::links {

/// The host and the origin of a resolved address, as net::HostKey and net::Origin of its QUrl, but without
/// making one: a page may name a hundred thousand addresses.
net::HostKey hostOf(std::string_view href);
net::Origin originOf(std::string_view href);

} // namespace linnet::links
