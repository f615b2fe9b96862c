// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparable/payrules.h"

#include "base/textfold.h"

#include <QDate>

#include <algorithm>
#include <cmath>
#include <utility>

namespace linnet::comparable {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T> using Word = std::pair<const char *, T>;

constexpr Word<PayPeriod> Periods[] = {
    {"month", PayPeriod::Month},     {"year", PayPeriod::Year},   {"week", PayPeriod::Week},
    {"hour", PayPeriod::Hour},       {"shift", PayPeriod::Shift}, {"tour", PayPeriod::Tour},
    {"service", PayPeriod::Service},
};
constexpr Word<JobKind> Kinds[] = {
    {"full", JobKind::Full},
    {"part_time", JobKind::PartTime},
    {"side_job", JobKind::SideJob},
    {"tour", JobKind::Tour},
};
constexpr Word<bool> Bases[] = {{"gross", true}, {"net", false}};
constexpr Word<bool> Uses[] = {{"use", true}, {"leave_out", false}};

template <typename T, size_t N> Result<T> oneOf(const RuleLine &line, const Word<T> (&words)[N])
{
    QByteArray known;
    for (const auto &[word, value] : words) {
        if (line.value == word)
            return value;
        known += (known.isEmpty() ? "" : ", ") + QByteArray(word);
    }
    return fail(Reason::BadLine,
                u"“%1” is none of %2"_s.arg(QString::fromUtf8(line.value), QString::fromLatin1(known)));
}

QString folded(const QByteArray &word)
{
    return foldText(QString::fromUtf8(word));
}

bool isDay(const QByteArray &since)
{
    return since.isEmpty() || QDate::fromString(QString::fromUtf8(since), Qt::ISODate).isValid();
}

} // namespace

const std::vector<RuleLine> &PayRules::builtInLines()
{
    static const std::vector<RuleLine> lines = bundledRules(u":/rules/pay.tsv"_s);
    return lines;
}

const PayRules &PayRules::builtIn()
{
    static const PayRules rules = [] {
        auto made = over({});
        Q_ASSERT(made);
        return made ? std::move(*made) : PayRules();
    }();
    return rules;
}

Result<PayRules> PayRules::parse(QByteArrayView table)
{
    const auto own = readRuleTable(table);
    return own ? over(*own) : std::unexpected(own.error());
}

Result<PayRules> PayRules::over(const std::vector<RuleLine> &own)
{
    std::vector<const RuleLine *> lines;
    QHash<QByteArray, size_t> places; // from 1
    for (const auto *from : {&builtInLines(), &own}) {
        for (const RuleLine &line : *from) {
            size_t &place = places[line.subject()];
            if (place == 0) {
                lines.push_back(&line);
                place = lines.size();
            } else {
                lines[place - 1] = &line;
            }
        }
    }
    PayRules rules;
    for (const RuleLine *line : lines) {
        const Result<void> taken = rules.take(*line);
        if (!taken)
            return fail(Reason::BadLine, u"%1: %2"_s.arg(line->line).arg(taken.error().detail));
    }
    rules.joinByCurrency();
    return rules;
}

Result<void> PayRules::take(const RuleLine &line)
{
    if (!isDay(line.since))
        return fail(Reason::BadLine, u"“%1” is no day like 2025-01-31"_s.arg(QString::fromUtf8(line.since)));
    const auto set = [&line](auto &into, const auto &words) -> Result<void> {
        const auto value = oneOf(line, words);
        if (!value)
            return std::unexpected(value.error());
        into = *value;
        return {};
    };
    const QByteArray &rule = line.rule;
    const std::pair<const char *, ByCode<double> *> numbers[] = {
        {"hours", &m_hours}, {"minimum", &m_minimum}, {"highest", &m_highest}, {"rate", &m_rates}};
    for (const auto &[name, into] : numbers) {
        if (rule == name)
            return takeNumber(line, *into);
    }
    for (const auto &[name, kind] : Kinds) {
        if (rule != name || kind == JobKind::Full)
            continue;
        bool isUsed = true;
        const Result<void> read = set(isUsed, Uses);
        if (read && !isUsed)
            m_leftOut.insert(kind);
        return read;
    }
    if (rule == "basis")
        return set(m_gross, Bases);
    if (rule == "only_from")
        return set(m_onlyFrom, Uses);
    if (rule == "only_to")
        return set(m_onlyTo, Uses);
    // Without a value these are taken away.
    if (line.value.isEmpty())
        return {};
    if (rule == "not_said")
        return set(m_notSaidIsGross[line.of], Bases);
    if (rule == "period")
        return set(m_periods[folded(line.of)], Periods);
    if (rule == "kind")
        return set(m_kinds[folded(line.of)], Kinds);
    if (rule == "currency")
        m_currency = line.value;
    else if (rule == "same_currency")
        m_sameCurrency[line.of] = line.value;
    else if (rule == "country")
        m_country[line.of] = line.value;
    else if (rule == "tax") {
        const Result<IncomeTax> tax = IncomeTax::parse(line.value);
        if (!tax)
            return fail(Reason::BadLine,
                        u"“%1” is no step of a tax like 2400000:15"_s.arg(tax.error().detail));
        m_tax[line.of].set(line.since, *tax);
    } else if (rule == "hours_of_shift") {
        ByCode<double> length;
        const Result<void> read = takeNumber(line, length);
        if (!read)
            return read;
        m_hoursOfShift = length.value(line.of).at({})->value;
    } else {
        return fail(Reason::BadLine, u"no rule is called “%1”"_s.arg(QString::fromUtf8(rule)));
    }
    return {};
}

Result<void> PayRules::takeNumber(const RuleLine &line, ByCode<double> &into)
{
    if (line.value.isEmpty())
        return {};
    bool isNumber = false;
    const double number = QByteArray(line.value).replace(',', '.').toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number) || number <= 0)
        return fail(Reason::BadLine, u"“%1” is no number above 0"_s.arg(QString::fromUtf8(line.value)));
    into[line.of].set(line.since, number);
    return {};
}

PayPeriod PayRules::periodOf(QStringView word) const
{
    return m_periods.value(foldText(word.trimmed()), PayPeriod::NotKnown);
}

JobKind PayRules::kindOf(QStringView employment, QStringView schedule) const
{
    for (const QStringView word : {employment, schedule}) {
        const JobKind kind = m_kinds.value(foldText(word.trimmed()), JobKind::Full);
        if (kind != JobKind::Full)
            return kind;
    }
    return JobKind::Full;
}

bool PayRules::grossIfNotSaid(const QByteArray &source) const
{
    const auto known = m_notSaidIsGross.constFind(source);
    return known == m_notSaidIsGross.cend() ? m_notSaidIsGross.value(QByteArray(), true) : *known;
}

/// An ad asks for most of it: one look instead of five.
void PayRules::joinByCurrency()
{
    QSet<QByteArray> codes;
    for (const QList<QByteArray> &some : {m_country.keys(), m_rates.keys(), m_sameCurrency.keys()})
        codes.unite({some.begin(), some.end()});
    for (const QByteArray &code : std::as_const(codes)) {
        Currency joined{usualCode(code)};
        const QByteArray country = m_country.value(joined.code);
        joined.tax = m_tax.value(country);
        joined.hours = m_hours.value(country);
        joined.minimum = m_minimum.value(country);
        joined.highest = m_highest.value(country);
        joined.rate = m_rates.value(joined.code);
        m_currencies.insert(code, std::move(joined));
    }
}

} // namespace linnet::comparable
