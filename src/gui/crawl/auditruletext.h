// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::audit {
struct AuditRule;
}

namespace linnet::gui {

/// What a rule means, as markup with all of its texts escaped: name, what it looks at, why it matters, how to
/// fix it, its filter and the name that files call it by.
QString ruleHtml(const audit::AuditRule &rule);

} // namespace linnet::gui
