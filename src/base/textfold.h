// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace linnet {

/// One UTF-16 unit as it is compared: Unicode simple case folding, ё as е, no-break spaces as spaces.
char16_t foldUnit(char16_t unit);

/// Text as it is compared in filters, searches and sorting.
QString foldText(QStringView text);

/// True when folded `needle` occurs in `haystack`; `needle` must already be folded. Does not allocate.
bool containsFolded(QStringView haystack, QStringView foldedNeedle);

/// Three-way order of the folded texts, by UTF-16 unit; total ties are broken by the unfolded text. Does not
/// allocate.
int compareFolded(QStringView left, QStringView right);

} // namespace linnet
