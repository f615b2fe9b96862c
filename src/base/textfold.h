// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <span>

namespace linnet {

/// One UTF-16 unit as it is compared: Unicode simple case folding, ё as е, no-break spaces as spaces. 0 for
/// what is not compared at all: soft hyphens and characters without width, which nobody sees or types.
char16_t foldUnit(char16_t unit);

/// Folding also looks at neighbours: a single Cyrillic letter beside a digit, or before + or #, that looks
/// like a Latin one becomes that one. So 1C is found however it was typed, and C++ and B2B. True for the
/// digits and signs that do this.
bool foldsNeighbours(char16_t folded);
/// Does it to the neighbours of such a unit, in folded units.
void foldNeighbours(std::span<char16_t> folded, size_t at);

/// Text as it is compared in filters, searches and sorting.
QString foldText(QStringView text);

/// True when folded `needle` occurs in `haystack`; `needle` must already be folded. Allocates for texts with
/// digits or invisible characters only.
bool containsFolded(QStringView haystack, QStringView foldedNeedle);

/// Three-way order of the folded texts, by UTF-16 unit; total ties are broken by the unfolded text.
int compareFolded(QStringView left, QStringView right);

} // namespace linnet
