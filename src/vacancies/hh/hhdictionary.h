// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "vacancies/dictionary.h"

namespace linnet::vacancies {

/// An answer of hh.ru's /areas, /professional_roles or /industries, its one language in both names. Items
/// without a usable id or name are left out, what stands below them is not. Reason::BadBody when nothing of
/// it is such a dictionary.
Result<Dictionary> readHhDictionary(Dictionary::Kind kind, const QByteArray &body);

} // namespace linnet::vacancies
