// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "vacancies/vacancy.h"

#include <QByteArrayView>

namespace linnet::vacancies {

/// A vacancy out of a JSON object as sources give it: of the open data set of Trudvsem, of its API, of the
/// API of hh.ru. Reason::BadBody for any other, with what is the matter.
Result<Vacancy> readImportRecord(QByteArrayView text);

} // namespace linnet::vacancies
