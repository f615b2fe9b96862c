// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/foundad.h"

#include <QJsonObject>

namespace linnet::vacancies {

/// A record of SuperJob. Contacts are not read. 0 means "not given". The place of work is mostly said to be
/// of no importance; then the texts are asked whether the work is remote. Experience and kinds of work are
/// told by words: published clients disagree on their numbers, and a wrong number gives other ads without a
/// word.
FoundAd readSuperjobRecord(const QJsonObject &item);

} // namespace linnet::vacancies
