// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "table/filter.h"
#include "table/schema.h"

namespace linnet::table {

/// Reads and writes the filter language. Errors are Reason::BadValue; their detail says at which character
/// and what was expected there.
///
/// Whole filters (--where, saved views): conditions joined by "and", each `column test`:
///   experience = "1–3 years" and salary_from >= 100000 and vacancy contains data and skills in (SQL, "Power
///   BI") tests: = != < <= > >= contains, between A and B, matches /re/, in (a, b), empty; "not" before any
///   of them; words with blanks or brackets in double quotes, a quote inside doubled; keywords in any case; a
///   slash in /re/ is written \/; a column called * means any text column; the word empty in a list means
///   empty cells.
/// Cells of the filter row (the column is known): `text` contains, `=x` `!=x` `<x` `<=x` `>x` `>=x` `/re/`
/// matches,
///   `!text` does not contain, `!/re/` does not match, `=` empty, `!=` not empty; for numbers `5` means =5
///   and `!5`
///   !=5; for numbers and times `a~b` between, `a~` from, `~b` to; text in double quotes is taken as it
///   stands.
/// Numbers: 1500, -2.5, 2,5, "100 000"; 1,000 is refused, as people mean different things by it.
class FilterParser
{
public:
    explicit FilterParser(const Schema &schema);

    Result<Filter> parse(QStringView text) const;
    /// An empty or blank cell gives no condition.
    Result<QList<Condition>> parseCell(const Column &column, QStringView text) const;

    /// The exact inverse of parse(), and of parseCell() where the cell language can say it (else a null
    /// string).
    QString toText(const Filter &filter) const;
    QString toCell(const Column &column, const Condition &condition) const;

private:
    const Schema &m_schema;
};

} // namespace linnet::table
