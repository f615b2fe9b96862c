// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/query.h"

namespace linnet::vacancies {

/// What people typed, as hh.ru's query language: `NAME:(T)`, `COMPANY_NAME:(T)`, `DESCRIPTION:(T)`, or T
/// alone; null when there is no text. T passes unchanged, with its AND, OR, NOT, quotes and brackets, as long
/// as quotes and brackets are balanced; a T with fields of its own (`NAME:x OR DESCRIPTION:y`) goes as it is,
/// and typographic quotes are quotes. The language has no escape, so otherwise, to keep the brackets around
/// T whole: the last of an odd number of quotes becomes a blank, and a word with a bracket that has no
/// partner goes into quotes (or, when it holds a quote itself, loses that bracket).
QString hhText(const QString &text, SearchField field);

} // namespace linnet::vacancies
