// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "report/report.h"

namespace linnet::report {

inline constexpr qint64 MostLogoBytes = 5 * 1024 * 1024;

/// Reads a PNG or JPEG file and makes a small PNG of it, so that what else the file holds (places, names,
/// scripts) does not travel. Reason::Io when there is none, TooLarge above MostLogoBytes or 50 million
/// pixels, BadFile with a sentence for people for anything else. Any thread.
Result<Logo> readLogo(const QString &path);

} // namespace linnet::report
