// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace linnet::practice {

/// The fault "nulls": by the vacancy's running number, in turn, all nullable fields are null, have odd types,
/// are missing, or just one of them is null. Identity, name and addresses stay.
QJsonObject spoilHh(QJsonObject vacancy, int number);
QJsonObject spoilTrudvsem(QJsonObject vacancy, int number);

} // namespace linnet::practice
