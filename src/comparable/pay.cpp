// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparable/pay.h"

#include <QDate>

#include <cmath>

namespace linnet::comparable {

namespace {

constexpr double HoursOfWeek = 40;
constexpr QByteArrayView FirstDay = "1990-01-01"; ///< no source has ads from before it

/// Half of the last digit goes up, also where its sum in binary is a hair below it.
double rounded(double amount)
{
    return std::floor(amount * 100 + 0.5 + 1e-6) / 100;
}

QByteArray number(double value)
{
    return QByteArray::number(rounded(value), 'f', QLocale::FloatingPointShortest);
}

/// The day of a time, "" when it is none.
QByteArrayView dayOf(QByteArrayView time)
{
    const QByteArrayView day = time.first(std::min<qsizetype>(time.size(), FirstDay.size()));
    if (day.size() < FirstDay.size())
        return {};
    for (qsizetype i = 0; i < day.size(); ++i) {
        const bool fits = FirstDay[i] == '-' ? day[i] == '-' : day[i] >= '0' && day[i] <= '9';
        if (!fits)
            return {};
    }
    return day;
}

/// Whether an ad that was read on a day can be of the other one; a day ahead is another time zone.
bool canBeOf(QByteArrayView day, QByteArrayView read)
{
    if (day.isEmpty() || day < FirstDay)
        return false;
    if (read.isEmpty() || day <= read)
        return true;
    const QDate lastDay = QDate::fromString(QString::fromLatin1(read), Qt::ISODate).addDays(1);
    return QDate::fromString(QString::fromLatin1(day), Qt::ISODate) <= lastDay;
}

/// The way of one ad from what it says to its figure.
class Reckoning
{
public:
    Reckoning(const PayFacts &facts, const PayRules &rules, bool withRule)
        : m_facts(facts)
        , m_rules(rules)
        , m_withRule(withRule)
        , m_known(rules.ofCurrency(facts.currency))
        , m_currency(m_known ? m_known->code : facts.currency)
        , m_from(facts.from.value_or(0) != 0 ? facts.from : std::nullopt)
        , m_to(facts.to.value_or(0) != 0 ? facts.to : std::nullopt)
    {
    }

    Pay result()
    {
        if (!m_from && !m_to)
            return {};
        m_pay.isNamed = true;
        sayBounds();
        const bool isOfMonth = checkAmounts() && toMonth();
        if (isOfMonth)
            toGross();
        // The law's limits are before tax and in the ad's own currency.
        const std::optional<double> gross = figure();
        if (isOfMonth && toBasis() && toCurrency()) {
            m_pay.from = bound(m_from);
            m_pay.to = bound(m_to);
            if (mayCount(gross))
                m_pay.pay = bound(figure());
        }
        m_pay.rule = m_steps + m_reasons;
        return m_pay;
    }

private:
    void say(QByteArrayView step, QByteArrayView with = {})
    {
        if (m_withRule)
            m_steps.append(m_steps.isEmpty() ? "" : ";").append(step).append(with);
    }
    void sayAmount(QByteArrayView step, double amount)
    {
        if (m_withRule)
            say(step, number(amount));
    }
    bool leaveOut(QByteArrayView why, QByteArrayView with = {})
    {
        if (m_withRule)
            m_reasons.append(m_reasons.isEmpty() ? ";left_out;" : ";").append(why).append(with);
        return false;
    }
    template <typename T> const typename Dated<T>::Entry *today(Dated<T> PayRules::Currency::*rule) const
    {
        return m_known ? (m_known->*rule).at(m_day) : nullptr;
    }
    template <typename Change> void forBoth(Change change)
    {
        for (std::optional<double> *amount : {&m_from, &m_to}) {
            if (*amount)
                *amount = change(**amount);
        }
    }
    static std::optional<double> bound(std::optional<double> amount)
    {
        return amount ? std::optional(rounded(*amount)) : std::nullopt;
    }
    std::optional<double> figure() const
    {
        return m_from && m_to ? std::optional((*m_from + *m_to) / 2) : m_from ? m_from : m_to;
    }

    void sayBounds()
    {
        say(m_from && m_to ? *m_from == *m_to ? "one_amount" : "middle" : m_from ? "only_from" : "only_to");
        const QByteArrayView read = dayOf(m_facts.fetched);
        m_day = dayOf(m_facts.created);
        if (!canBeOf(m_day, read)) {
            m_day = read;
            say("date_unknown");
        }
    }

    bool checkAmounts()
    {
        if (m_currency.isEmpty())
            return leaveOut("no_currency");
        if (m_from.value_or(1) < 0 || m_to.value_or(1) < 0)
            return leaveOut("negative");
        return true;
    }

    bool toMonth()
    {
        double hours = 0;
        switch (m_facts.period) {
        case PayPeriod::Month:
            return true;
        case PayPeriod::Year:
            say("year");
            forBoth([](double amount) { return amount / MonthsOfYear; });
            return true;
        case PayPeriod::Week:
            hours = HoursOfWeek;
            break;
        case PayPeriod::Hour:
            hours = 1;
            break;
        case PayPeriod::Shift:
            if (!m_rules.hoursOfShift())
                return leaveOut("per_shift");
            hours = *m_rules.hoursOfShift();
            break;
        case PayPeriod::Tour:
            return leaveOut("per_tour");
        case PayPeriod::Service:
            return leaveOut("per_service");
        case PayPeriod::NotKnown:
            return leaveOut("period_unknown");
        }
        const auto *year = today(&PayRules::Currency::hours);
        if (!year)
            return leaveOut("no_hours:", m_currency);
        const double month = year->value / MonthsOfYear;
        const bool isHour = m_facts.period == PayPeriod::Hour;
        sayAmount(isHour                              ? "hour:"
                  : m_facts.period == PayPeriod::Week ? "week:"
                                                      : "shift:",
                  isHour ? month : hours);
        forBoth([month, hours](double amount) { return amount * month / hours; });
        return true;
    }

    /// Only where a tax is known; where none is, what is before tax stays so.
    void toGross()
    {
        m_isGross = m_facts.gross.value_or(m_rules.grossIfNotSaid(m_facts.source));
        if (!m_facts.gross)
            say(m_isGross ? "taken_as_gross" : "taken_as_net");
        m_tax = today(&PayRules::Currency::tax);
        m_given = {m_from, m_to};
        if (!m_isGross && m_tax)
            forBoth([this](double net) { return m_tax->value.grossOfMonth(net); });
    }

    bool toBasis()
    {
        if (m_isGross == m_rules.gross()) {
            std::tie(m_from, m_to) = m_given;
            return true;
        }
        if (!m_tax)
            return leaveOut("no_tax:", m_currency);
        say(m_rules.gross() ? "to_gross:" : "to_net:", m_tax->since);
        if (!m_rules.gross())
            forBoth([this](double gross) { return m_tax->value.netOfMonth(gross); });
        return true;
    }

    bool toCurrency()
    {
        if (m_currency == m_rules.currency())
            return true;
        const auto *rate = today(&PayRules::Currency::rate);
        if (!rate)
            return leaveOut("no_rate:", m_currency);
        if (m_withRule)
            say("rate:", m_currency + ' ' +
                             QByteArray::number(rate->value, 'g', QLocale::FloatingPointShortest) +
                             (rate->since.isEmpty() ? "" : " ") + rate->since);
        forBoth([rate](double amount) { return amount * rate->value; });
        return true;
    }

    bool mayCount(std::optional<double> gross)
    {
        bool may = true;
        if (m_from && m_to && *m_from > *m_to)
            may = leaveOut("from_above_to");
        if (m_from && !m_to && !m_rules.usesOnlyFrom())
            may = leaveOut("only_from");
        if (m_to && !m_from && !m_rules.usesOnlyTo())
            may = leaveOut("only_to");
        if (!m_rules.uses(m_facts.kind))
            may = leaveOut(m_facts.kind == JobKind::PartTime  ? "part_time"
                           : m_facts.kind == JobKind::SideJob ? "side_job"
                                                              : "tour");
        return isOfOneJob(*gross) && may;
    }

    bool isOfOneJob(double gross)
    {
        const auto *most = today(&PayRules::Currency::highest);
        if (most && gross > most->value)
            return leaveOut("too_high:", number(most->value));
        const auto *least = today(&PayRules::Currency::minimum);
        if (!least || m_facts.kind != JobKind::Full)
            return true;
        if (rounded(gross) < least->value)
            return leaveOut("below_minimum:", number(least->value));
        if (rounded(gross) == least->value)
            sayAmount("at_minimum:", least->value);
        return true;
    }

    const PayFacts &m_facts;
    const PayRules &m_rules;
    bool m_withRule;
    const PayRules::Currency *m_known; ///< null: no rule knows it
    QByteArray m_currency;
    std::optional<double> m_from;
    std::optional<double> m_to;
    std::pair<std::optional<double>, std::optional<double>>
        m_given;           ///< for a month, before any tax was reckoned
    QByteArrayView m_day;  ///< "" = not known
    bool m_isGross = true; ///< as the ad has it
    const Dated<IncomeTax>::Entry *m_tax = nullptr;
    QByteArray m_steps;
    QByteArray m_reasons;
    Pay m_pay;
};

} // namespace

Pay comparablePay(const PayFacts &facts, const PayRules &rules, bool withRule)
{
    return Reckoning(facts, rules, withRule).result();
}

} // namespace linnet::comparable
