// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <optional>

namespace linnet::cli {

class Options;

/// --pay-rules, as every command that reckons with pay takes it.
void addPayRulesOption(Options &options);
/// The lines of the file, nothing without the option; an error names the file and the line.
Result<std::optional<QByteArray>> readPayRules(const Options &options);

} // namespace linnet::cli
