// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::html {

/// Markup to readable text: character references decoded (WHATWG HTML 13.5), script and style left out,
/// blocks on lines of their own, list items begin with "- ", inline tags add nothing, white space collapsed.
/// Linear in the input.
QString readableText(QStringView markup);

} // namespace linnet::html
