// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/sieve/valuetests.h"
#include "store/rowquery.h"

#include <QHash>

#include <optional>
#include <utility>

namespace linnet::store {

/// Which of some filters each row of a query passes, found in one reading of the rows. A condition is asked
/// once of each value that differs, and rows are looked up by their values: most columns have few. What
/// cannot be asked so is left to SQL. Used by one thread, no longer than its database.
class RowSieve
{
public:
    static Result<RowSieve> open(Database &database, const RowQuery &query,
                                 std::span<const table::Filter> filters);
    /// SQL is not asked about each row.
    static bool isByValues(const RowQuery &query, const table::Filter &filter);

    /// In rising order of their ids; the sort of the query means nothing.
    template <typename Visit> Result<void> forEachRow(Visit visit);
    /// Of the row that is visited.
    bool passes(size_t filter) const;

private:
    /// Conditions that are bits of one word, and where a row has what they are about.
    struct Place
    {
        int selected = 0; ///< column of m_rows
        size_t word = 0;
        int shift = 0;
    };
    /// Conditions on one column.
    class ByValue : public Place
    {
    public:
        ByValue(const Place &place, ValueTests tests);
        Result<quint64> passed(const table::CellView &value);

    private:
        template <typename Key, typename Kept>
        Result<quint64> passed(const table::CellView &value, const Key &key, QHash<Key, quint64> &known,
                               Kept kept);

        ValueTests m_tests;
        std::optional<quint64> m_nothing;
        QHash<qint64, quint64> m_integers;
        QHash<double, quint64> m_reals;
        QHash<QByteArray, quint64> m_texts;
        qsizetype m_bytes = 0; ///< of the texts
    };
    /// Conditions on what stands in another table, in the row that a number in this row names.
    struct ByNumber : Place
    {
        void change(qint64 number, quint64 bits);

        quint64 nothing = 0; ///< what rows pass that name no row of it
        QHash<qint64, quint64> passed;
    };
    struct Needs
    {
        std::vector<std::pair<size_t, quint64>> bits; ///< of words
        int selected = -1;                            ///< or what SQL says
    };
    class Maker;
    RowSieve() = default;
    Result<void> look();

    Statement m_rows;
    std::vector<ByValue> m_values;
    std::vector<ByNumber> m_numbers;
    std::vector<quint64> m_words; ///< of the row
    std::vector<Needs> m_filters;
};

template <typename Visit> Result<void> RowSieve::forEachRow(Visit visit)
{
    for (;;) {
        const Result<bool> row = m_rows.step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return {};
        if (const Result<void> looked = look(); !looked)
            return looked;
        visit(m_rows.integer(0));
    }
}

} // namespace linnet::store
