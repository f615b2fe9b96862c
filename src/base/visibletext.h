// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet {

/// A text of strangers for people's eyes: control characters, and those that turn the direction of writing,
/// are shown by a sign or their number instead of doing what they do. Line breaks and tabs stay.
QString visibleText(const QString &text);

} // namespace linnet
