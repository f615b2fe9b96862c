// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/query.h"

#include <QUrl>

#include <optional>

namespace linnet::vacancies {

/// Hosts of the sites that show the ads of the one API; hh.ru first.
QStringList hhSites();

/// The search that an address of these sites' pages or of the API shows, as far as a query can say it; the
/// page of an employer is a search for his ads. Nothing for other addresses.
std::optional<Query> hhQueryAt(const QUrl &address);

} // namespace linnet::vacancies
