// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditrule.h"

#include <QList>

namespace linnet::audit {

/// The rules of the program in the language of the program, those of one group together.
QList<AuditRule> builtInRules();

} // namespace linnet::audit
