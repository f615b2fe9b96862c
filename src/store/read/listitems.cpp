// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/listitems.h"

#include "base/textfold.h"
#include "table/cellview.h"

#include <algorithm>
#include <numeric>

namespace linnet::store {

void ListItems::add(QByteArrayView list)
{
    const size_t begin = m_listed.size();
    while (!list.isEmpty()) {
        const qsizetype end = list.indexOf(';');
        const quint32 spelling = spellingOf(end < 0 ? list : list.first(end));
        list = end < 0 ? QByteArrayView() : list.sliced(end + 1);
        const auto isSame = [&](quint32 other) {
            return m_spellings[other].item == m_spellings[spelling].item;
        };
        if (!m_spellings[spelling].text.isEmpty() &&
            std::none_of(m_listed.begin() + std::ptrdiff_t(begin), m_listed.end(), isSame))
            m_listed.push_back(spelling);
    }
    m_ends.push_back(m_listed.size());
}

quint32 ListItems::spellingOf(QByteArrayView piece)
{
    // Most pieces were met before: looking them up makes no copy.
    const auto known = m_pieces.constFind(QByteArray::fromRawData(piece.data(), piece.size()));
    if (known != m_pieces.cend())
        return *known;
    Spelling spelling{table::fromUtf8(piece).trimmed(), 0};
    const QString folded = foldText(spelling.text);
    if (folded.isEmpty()) {
        spelling.text.clear();
    } else {
        spelling.item = m_known.value(folded, quint32(m_items.size()));
        if (spelling.item == m_items.size()) {
            m_known.insert(folded, spelling.item);
            m_items.push_back(folded);
        }
    }
    m_spellings.push_back(std::move(spelling));
    return *m_pieces.insert(piece.toByteArray(), quint32(m_spellings.size() - 1));
}

std::span<const quint32> ListItems::spellingsOf(quint32 list) const
{
    const size_t begin = list == 0 ? 0 : m_ends[list - 1];
    return std::span(m_listed).subspan(begin, m_ends[list] - begin);
}

qsizetype ListItems::bytes() const
{
    qsizetype sum = qsizetype(m_ends.capacity() * sizeof(size_t) + m_listed.capacity() * sizeof(quint32));
    for (const Spelling &spelling : m_spellings) // the text, the piece and the folded text
        sum += 6 * spelling.text.size() + 128;
    return sum;
}

std::vector<quint32> ListItems::inOrder() const
{
    std::vector<quint32> order(m_items.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [this](quint32 item) -> const QString & { return m_items[item]; });
    return order;
}

QStringList ListItems::spelled() const
{
    std::vector<const QString *> first(m_items.size());
    for (const Spelling &spelling : m_spellings) {
        if (!spelling.text.isEmpty() && !first[spelling.item])
            first[spelling.item] = &spelling.text;
    }
    QStringList result;
    for (const quint32 item : inOrder())
        result.append(*first[item]);
    return result;
}

ListItems::Places ListItems::places() const
{
    const std::vector<quint32> order = inOrder();
    std::vector<quint32> placeOf(order.size());
    for (quint32 place = 0; place < order.size(); ++place)
        placeOf[order[place]] = place;
    Places result{m_ends, {}};
    result.items.reserve(m_listed.size());
    for (const quint32 spelling : m_listed)
        result.items.push_back(placeOf[m_spellings[spelling].item]);
    return result;
}

ListItems::Count::Count(const ListItems &items)
    : m_items(items)
    , m_rows(items.m_items.size())
    , m_spellings(items.m_items.size())
{
}

void ListItems::Count::addRow(quint32 list)
{
    for (const quint32 spelling : m_items.spellingsOf(list)) {
        const quint32 item = m_items.m_spellings[spelling].item;
        if (m_rows[item]++ == 0)
            m_spellings[item] = spelling;
    }
}

std::vector<FacetEntry> ListItems::Count::mostFrequent(int limit) const
{
    std::vector<quint32> order;
    for (quint32 item = 0; item < m_rows.size(); ++item) {
        if (m_rows[item] > 0)
            order.push_back(item);
    }
    const auto end = order.begin() + std::min<qsizetype>(qsizetype(order.size()), limit);
    std::partial_sort(order.begin(), end, order.end(), [this](quint32 a, quint32 b) {
        return m_rows[a] != m_rows[b] ? m_rows[a] > m_rows[b] : m_items.m_items[a] < m_items.m_items[b];
    });
    std::vector<FacetEntry> result;
    for (auto item = order.begin(); item != end; ++item)
        result.push_back({m_items.m_spellings[m_spellings[*item]].text, m_rows[*item]});
    return result;
}

} // namespace linnet::store
