// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparable/payrules.h"

namespace linnet::comparable {

/// What an ad says of its pay.
struct PayFacts
{
    std::optional<double> from; ///< as published; 0 counts as not given
    std::optional<double> to;
    QByteArray currency;       ///< code, as the source writes it
    std::optional<bool> gross; ///< nothing = it does not say
    PayPeriod period = PayPeriod::Month;
    JobKind kind = JobKind::Full;
    QByteArrayView created; ///< ISO 8601
    QByteArrayView fetched; ///< when the ad was read, ISO 8601
    QByteArray source;
};

/// The pay of an ad as it compares with that of others: for a month, in one currency, on one tax basis. To
/// two digits after the point.
struct Pay
{
    bool isNamed = false;      ///< the ad has an amount at all
    std::optional<double> pay; ///< what statistics use; nothing when the rules leave the ad out
    std::optional<double> from;
    std::optional<double> to;
    /// How the figure came about, in that order, separated by ";". Each step is a code, for some with ":" and
    /// what it was done with:
    ///   middle, only_from, only_to, one_amount        which bounds are named
    ///   year, week:HOURS, hour:HOURS, shift:HOURS     how it became a month
    ///   date_unknown                                  the ad's date cannot be, the day of reading was taken
    ///   taken_as_gross, taken_as_net                  the ad does not say which
    ///   to_gross:DAY, to_net:DAY                      by the tax that holds from that day on
    ///   rate:CODE AMOUNT DAY                          of that day
    ///   at_minimum:AMOUNT                             exactly at the legal minimum
    ///   left_out, then why: only_from, only_to, period_unknown, per_shift, per_tour, per_service,
    ///   no_hours:CODE, no_tax:CODE, no_rate:CODE, no_currency, negative, from_above_to, part_time, side_job,
    ///   tour, below_minimum:AMOUNT (probably for an hour, a shift or part time), too_high:AMOUNT
    QByteArray rule;
};

/// The columns that are made of it; stored in the views of projects.
enum class PayPart : quint8
{
    Pay = 0,
    From = 1,
    To = 2,
    Basis = 3, ///< gross, net, not_said: what the ad says
    Rule = 4,
};

/// Nothing at all for an ad that names no amount. withRule: Pay::rule is wanted, which costs a third of the
/// time.
Pay comparablePay(const PayFacts &facts, const PayRules &rules, bool withRule = true);

} // namespace linnet::comparable
