// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace linnet::url {

/// A text that is meant to be an address, of any scheme and however faulty, without the login that stands
/// before its host: what may be stored, shown and written of it.
std::string withoutLogin(std::string_view address);

} // namespace linnet::url
