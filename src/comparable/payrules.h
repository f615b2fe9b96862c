// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparable/dated.h"
#include "comparable/incometax.h"
#include "comparable/ruletable.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace linnet::comparable {

/// What an amount is for. Tours, services and what no rule knows cannot be brought to a month.
enum class PayPeriod : quint8
{
    Month,
    Year,
    Week,
    Hour,
    Shift,
    Tour,
    Service,
    NotKnown,
};

/// How much of a job an ad offers, as far as its pay depends on it.
enum class JobKind : quint8
{
    Full, ///< or nothing is said
    PartTime,
    SideJob,
    Tour,
};

/// By which rules amounts become comparable. They are a table (see RuleTable): what is built in names its
/// sources; the lines of somebody's own are put over it one by one. Never changes once it is made, so threads
/// may share it.
///
///   currency                        all amounts in this one
///   basis                           gross, net: before tax or in hand
///   only_from, only_to              use, leave_out: an ad that names one bound only
///   part_time, side_job, tour       use, leave_out
///   not_said     a source, or none  gross, net: what its amounts are if it says neither
///   same_currency  a code           the usual code for it
///   country      a currency         whose taxes, hours and minimum hold for amounts in it
///   tax          a country, a day   see IncomeTax
///   hours        a country, a day   hours of work a year, full time
///   minimum      a country, a day   the least that the law allows for a month, full time, before tax
///   highest      a country, a day   more for a month is no pay of an employee
///   period       a word, or none    month, year, week, hour, shift, tour, service
///   kind         a word             full, part_time, side_job, tour
///   hours_of_shift                  how long a shift is
///   rate         a currency, a day  how much of the one currency a unit of it is
class PayRules
{
public:
    static const PayRules &builtIn();
    /// The lines that are built in, with their sources.
    static const std::vector<RuleLine> &builtInLines();
    /// These lines over those that are built in; BadLine names the line and what is wrong in it.
    static Result<PayRules> over(const std::vector<RuleLine> &own);
    /// The same from a file.
    static Result<PayRules> parse(QByteArrayView table);

    /// Of a word of a source, whatever its case; NotKnown when no rule has it.
    PayPeriod periodOf(QStringView word) const;
    /// What of a job an ad offers, by its words for employment and schedule: the first that says something.
    JobKind kindOf(QStringView employment, QStringView schedule) const;

    QByteArray usualCode(const QByteArray &currency) const
    {
        return m_sameCurrency.value(currency, currency);
    }
    const QByteArray &currency() const { return m_currency; }
    bool gross() const { return m_gross; }
    bool usesOnlyFrom() const { return m_onlyFrom; }
    bool usesOnlyTo() const { return m_onlyTo; }
    bool uses(JobKind kind) const { return !m_leftOut.contains(kind); }
    bool grossIfNotSaid(const QByteArray &source) const;
    std::optional<double> hoursOfShift() const { return m_hoursOfShift; }

    /// What holds for amounts in a currency, by days.
    struct Currency
    {
        QByteArray code; ///< the usual one
        Dated<IncomeTax> tax = {};
        Dated<double> hours = {};
        Dated<double> minimum = {};
        Dated<double> highest = {};
        Dated<double> rate = {};
    };
    /// Null: no rule knows it.
    const Currency *ofCurrency(const QByteArray &code) const
    {
        const auto known = m_currencies.constFind(code);
        return known == m_currencies.cend() ? nullptr : &*known;
    }

private:
    template <typename T> using ByCode = QHash<QByteArray, Dated<T>>;

    Result<void> take(const RuleLine &line);
    Result<void> takeNumber(const RuleLine &line, ByCode<double> &into);
    void joinByCurrency();

    QByteArray m_currency;
    bool m_gross = true;
    bool m_onlyFrom = true;
    bool m_onlyTo = false;
    QSet<JobKind> m_leftOut;
    std::optional<double> m_hoursOfShift;
    QHash<QByteArray, bool> m_notSaidIsGross; ///< by source
    QHash<QByteArray, QByteArray> m_sameCurrency;
    QHash<QByteArray, QByteArray> m_country; ///< by currency
    ByCode<IncomeTax> m_tax;                 ///< by country, as the next three
    ByCode<double> m_hours;
    ByCode<double> m_minimum;
    ByCode<double> m_highest;
    ByCode<double> m_rates;                   ///< by currency
    QHash<QByteArray, Currency> m_currencies; ///< all of this, by every spelling of a code
    QHash<QString, PayPeriod> m_periods;      ///< by folded word
    QHash<QString, JobKind> m_kinds;
};

} // namespace linnet::comparable
