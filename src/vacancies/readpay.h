// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/foundad.h"

#include <QJsonValue>

namespace linnet::vacancies {

/// Amounts, currency and period as a record names them.
struct NamedPay
{
    QJsonValue from; ///< 0 and less are none
    QJsonValue to;
    QString currency; ///< any case
    QString period;   ///< the source's word; null = it says none
};

/// Fills the columns of pay, and FoundAd::monthsShare by what the rules of comparable pay know of the
/// period. Without an amount nothing is filled. usualCurrency: of what names none.
void readPay(const NamedPay &pay, const QString &usualCurrency, FoundAd &ad);

} // namespace linnet::vacancies
