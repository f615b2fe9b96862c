// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// imports::SheetReader: a sheet within a sound workbook, and bytes as the workbook itself.
int fuzzSheet(const std::uint8_t *data, std::size_t size);

} // namespace linnet::fuzz
