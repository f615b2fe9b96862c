// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace linnet::comparable {

/// A line of a table of rules, as people edit it in a spreadsheet. What is not given is empty.
struct RuleLine
{
    QByteArray rule;   ///< what is ruled, such as "tax"
    QByteArray of;     ///< for what: a country, a currency, a word
    QByteArray since;  ///< from this day on, "2025-01-01"
    QByteArray value;  ///< in the rule's own notation; "" takes the rule away
    QByteArray source; ///< who says so; for people
    int line = 0;      ///< in its file, from 1

    /// What it is about; of two lines with the same the later one holds.
    QByteArray subject() const { return rule + '\0' + of + '\0' + since; }
};

/// Reads a table with the header "rule, for, since, value, source", of which "rule" and "value" must be
/// there, in any order; separated by tabs, semicolons or commas, quoted as RFC 4180 says; lines that begin
/// with # and empty ones are left out. UTF-8, with or without a byte order mark. BadLine names the line.
Result<std::vector<RuleLine>> readRuleTable(QByteArrayView text);

/// A table of rules that is bundled with the program, ":/rules/NAME.tsv".
std::vector<RuleLine> bundledRules(const QString &path);

/// As a table that readRuleTable() reads, separated by tabs.
QByteArray toRuleTable(const std::vector<RuleLine> &lines);

} // namespace linnet::comparable
