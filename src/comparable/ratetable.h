// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparable/payrules.h"

namespace linnet::comparable {

/// Rates of currencies by day, from a file of those who set them, as lines of the rule "rate" (see PayRules).
/// It reads
///   a table with the header date, currency, rate, in any order, and nominal where a rate is of several
///   units: rates in the currency of the rules; the history of the European Central Bank
///   (eurofxref-hist.csv), and its table of one day; the Bank of Russia's XML of one currency (XML_dynamic)
///   or of one day (XML_daily), and its table with the header nominal, data, curs, cdx.
/// Tables are UTF-8, separated by tabs, semicolons or commas. Days are 2026-01-31 or 31.01.2026.
struct RateTable
{
    std::vector<RuleLine> lines; ///< each names its source and its line in the file
    QByteArray from;             ///< the first day, "2026-01-31" ...
    QByteArray to;               ///< ... and the last
    int currencies = 0;

    /// Of rules only the currency and the usual codes count. origin: the name of the file, for people.
    /// BadLine names the line and what is wrong in it; BadFile says why there is no rate in the file, as the
    /// European Central Bank's has none in roubles since March 2022.
    static Result<RateTable> read(QByteArrayView file, const PayRules &rules, const QString &origin);
};

} // namespace linnet::comparable
