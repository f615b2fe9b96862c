// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rowquery.h"

#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace linnet::store {

/// The items of lists ("SQL;Python"), taken apart once so that rows can be counted by them. Spellings that
/// are equal when folded are one item.
class ListItems
{
public:
    /// The lists are numbered in the order in which they are added.
    void add(QByteArrayView list);
    qsizetype bytes() const;

    /// An item counts once for a row; it is spelled as in the first row that has it.
    class Count
    {
    public:
        explicit Count(const ListItems &items);
        void addRow(quint32 list);
        /// Most frequent first, then by text.
        std::vector<FacetEntry> mostFrequent(int limit) const;

    private:
        const ListItems &m_items;
        std::vector<qint64> m_rows;       ///< of each item
        std::vector<quint32> m_spellings; ///< of each item
    };

    /// For each item, in the order of the folded texts, how the first list that has it spells it.
    QStringList spelled() const;
    /// The items of each list, by their places in spelled(): those of list i end where `ends` says.
    struct Places
    {
        std::vector<size_t> ends;
        std::vector<quint32> items;
    };
    Places places() const;

private:
    std::vector<quint32> inOrder() const;

    struct Spelling
    {
        QString text; ///< empty: no item
        quint32 item = 0;
    };
    quint32 spellingOf(QByteArrayView piece);
    std::span<const quint32> spellingsOf(quint32 list) const;

    std::vector<size_t> m_ends;        ///< of each list, into m_listed
    std::vector<quint32> m_listed;     ///< spellings, one of each item of a list
    std::vector<Spelling> m_spellings; ///< as they were met
    std::vector<QString> m_items;      ///< folded
    QHash<QByteArray, quint32> m_pieces;
    QHash<QString, quint32> m_known; ///< items by folded text
};

} // namespace linnet::store
