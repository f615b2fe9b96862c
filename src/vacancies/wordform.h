// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace linnet::vacancies {

/// What the forms of a word have in common, so that "продавец" finds "продавцы" and "developers" finds
/// "Developer": the stem (Snowball's for Russian and English) without a vowel that comes and goes, and with
/// Cyrillic letters as the Latin ones they look like (1С, С++). `folded` is one word as foldText() gives it.
/// More than one key for a word that can be meant in either alphabet. Any thread.
QStringList wordKeys(QStringView folded);

/// Cyrillic letters of a folded word as the Latin ones they look like.
QString withLookalikes(QStringView folded);

} // namespace linnet::vacancies
