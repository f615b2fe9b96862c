// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportspec.h"

namespace linnet::session {

/// ExportSpec::furtherSheets for the rows of a specification: what they say (when that is wanted and there
/// are questions), and what failed in their runs. Looks at its projectPath, schema, runs and ids only.
std::function<Result<exports::FurtherSheets>(const exports::PumpHooks &hooks)>
furtherSheets(const exports::ExportSpec &spec, bool withSummary);

} // namespace linnet::session
