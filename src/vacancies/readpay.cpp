// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/readpay.h"

#include "comparable/payrules.h"
#include "vacancies/jsonread.h"
#include "vacancies/query.h"

namespace linnet::vacancies {

namespace {

std::optional<double> amountOf(const QJsonValue &value)
{
    const auto number = json::number(value);
    return number && *number > 0 ? number : std::nullopt;
}

/// Hours and shifts depend on how many are worked, which no record says.
double shareOfMonth(const QString &period)
{
    constexpr double MonthsOfYear = 12;
    constexpr double WeeksOfYear = 52;
    switch (comparable::PayRules::builtIn().periodOf(period)) {
    case comparable::PayPeriod::Month:
        return 1;
    case comparable::PayPeriod::Year:
        return 1 / MonthsOfYear;
    case comparable::PayPeriod::Week:
        return WeeksOfYear / MonthsOfYear;
    case comparable::PayPeriod::Hour:
    case comparable::PayPeriod::Shift:
    case comparable::PayPeriod::Tour:
    case comparable::PayPeriod::Service:
    case comparable::PayPeriod::NotKnown:
        break;
    }
    return 0;
}

} // namespace

void readPay(const NamedPay &pay, const QString &usualCurrency, FoundAd &ad)
{
    Vacancy &vacancy = ad.vacancy;
    vacancy.salaryFrom = amountOf(pay.from);
    vacancy.salaryTo = amountOf(pay.to);
    if (!vacancy.salaryFrom && !vacancy.salaryTo)
        return;
    const QString code = pay.currency.trimmed().toUpper();
    vacancy.currency = currencyCode(code.isEmpty() ? usualCurrency : code);
    vacancy.salaryMode = pay.period;
    ad.monthsShare = shareOfMonth(pay.period);
}

} // namespace linnet::vacancies
