// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/query.h"

#include <QUrl>

#include <optional>

namespace linnet::vacancies {

/// The search that an address of hh.ru's pages or of its API shows, as far as a query can say it; nothing
/// for other addresses.
std::optional<Query> hhQueryAt(const QUrl &address);

} // namespace linnet::vacancies
