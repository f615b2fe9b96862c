// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "table/column.h"
#include "table/filter.h"

namespace linnet::table {

/// Reads and writes what people type into the filter row above one column. Errors are Reason::BadValue; their
/// detail says what was expected.
///
/// `text` contains, `~words` has words (WordQuery), `!~words` has not, `=x` `!=x` `<x` `<=x` `>x` `>=x`,
/// `/re/` matches, `!text` does not contain, `!/re/` does not match, `=` empty, `!=` not empty; `<>` is `!=`.
/// For numbers `5` means =5 and `!5` means !=5; for numbers and times `a~b` between, `a~` from, `~b` to; for
/// whole numbers `4xx` means 400~499. Text in double quotes is taken as it stands. Numbers: 1500, -2.5, 2,5,
/// "100 000"; 1,000 is refused, as people mean different things by it.
class FilterCell
{
public:
    explicit FilterCell(const Column &column)
        : m_column(column)
    {
    }

    /// An empty or blank text gives no condition.
    Result<QList<Condition>> parse(QStringView text) const;
    /// The exact inverse; a null string when the language of cells cannot say it.
    QString toText(const Condition &condition) const;

private:
    Result<Condition> read(QStringView text) const;
    Result<Condition> compare(FilterOp op, QStringView text, bool negated) const;
    Result<Condition> match(QStringView text, bool negated) const;
    Result<Condition> words(QStringView text, bool negated) const;
    Result<Condition> span(QStringView text) const;
    Result<Condition> plain(QStringView text, bool negated) const;
    QString written(const Condition &condition) const;
    /// Compared as a whole: a number, or yes and no.
    bool isExact() const;

    const Column &m_column;
};

} // namespace linnet::table
