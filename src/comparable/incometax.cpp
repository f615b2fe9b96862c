// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparable/incometax.h"

#include <QList>

namespace linnet::comparable {

using namespace Qt::Literals::StringLiterals;

Result<IncomeTax> IncomeTax::parse(QByteArrayView text)
{
    IncomeTax tax;
    for (const QByteArray &part : text.toByteArray().simplified().split(' ')) {
        const qsizetype colon = part.indexOf(':');
        bool isAmount = false;
        bool isRate = false;
        const double above = part.first(std::max<qsizetype>(colon, 0)).toDouble(&isAmount);
        const double percent = part.sliced(colon + 1).toDouble(&isRate);
        const bool isNext = tax.m_steps.empty() ? above == 0 : above > tax.m_steps.back().above;
        if (colon < 0 || !isAmount || !isRate || !isNext || !(percent >= 0 && percent <= 99))
            return fail(Reason::BadValue, QString::fromUtf8(part));
        double net = 0;
        if (!tax.m_steps.empty()) {
            const Step &last = tax.m_steps.back();
            net = last.net + (above - last.above) * (1 - last.rate);
        }
        tax.m_steps.push_back({above, percent / 100, net});
    }
    return tax;
}

double IncomeTax::netOfMonth(double gross) const
{
    const double year = gross * MonthsOfYear;
    size_t step = m_steps.size() - 1;
    while (step > 0 && m_steps[step].above >= year)
        --step;
    const Step &last = m_steps[step];
    return (last.net + (year - last.above) * (1 - last.rate)) / MonthsOfYear;
}

double IncomeTax::grossOfMonth(double net) const
{
    const double year = net * MonthsOfYear;
    size_t step = m_steps.size() - 1;
    while (step > 0 && m_steps[step].net >= year)
        --step;
    const Step &last = m_steps[step];
    return (last.above + (year - last.net) / (1 - last.rate)) / MonthsOfYear;
}

} // namespace linnet::comparable
