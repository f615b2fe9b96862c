// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "table/filter.h"
#include "table/schema.h"

namespace linnet::table {

/// Reads and writes the filter language of --where and saved views. Errors are Reason::BadValue; their detail
/// says at which character and what was expected there.
///
/// Conditions are joined by "and", each is `column test`:
///   experience = "1–3 years" and salary_from >= 100000 and vacancy contains data and skills in (SQL, "Power
///   BI")
/// Tests: = != < <= > >= contains, has words "анал* sql", between A and B, matches /re/, in (a, b), empty;
/// "not" before any of them. What words are, says WordQuery. Words with blanks or brackets stand in double
/// quotes, a quote inside doubled; keywords in any case; a slash in /re/ is written \/; a column called *
/// means any text column; the word empty in a list means empty cells. Numbers: 1500, -2.5, 2,5, "100 000";
/// 1,000 is refused, as people mean different things by it.
class FilterParser
{
public:
    explicit FilterParser(const Schema &schema);

    Result<Filter> parse(QStringView text) const;
    /// The exact inverse of parse().
    QString toText(const Filter &filter) const;

private:
    const Schema &m_schema;
};

} // namespace linnet::table
