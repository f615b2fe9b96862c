// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue/treepage.h"

#include "store/rescue/pagefile.h"
#include "store/rescue/storedrecord.h"

#include <QtEndian>

#include <algorithm>

namespace linnet::store {

namespace {

constexpr int FileHeader = 100; // before the header of page 1
constexpr int LeafHeader = 8;
constexpr int InnerHeader = 12;
constexpr qint64 MostBytes = 1'000'000'000; // of a record; SQLite's own limit

/// How much of a record stands on the page itself; see "B-tree Pages" in SQLite's file format. Projects keep
/// no bytes of a page in reserve.
qint64 localSize(qint64 size, qint64 page, bool isTableLeaf)
{
    const qint64 most = isTableLeaf ? page - 35 : (page - 12) * 64 / 255 - 23;
    if (size <= most)
        return size;
    const qint64 least = (page - 12) * 32 / 255 - 23;
    const qint64 even = least + (size - least) % (page - 4);
    return even <= most ? even : least;
}

} // namespace

std::optional<TreePage> TreePage::read(QByteArray bytes, quint32 number, std::optional<Kind> kind)
{
    const int header = number == 1 ? FileHeader : 0;
    if (bytes.size() < header + InnerHeader)
        return std::nullopt;
    TreePage page;
    const char *at = bytes.constData() + header;
    const auto told = Kind(quint8(at[0]));
    const bool isKind = told == Kind::InnerIndex || told == Kind::InnerTable || told == Kind::LeafIndex ||
                        told == Kind::LeafTable;
    if (!kind && !isKind)
        return std::nullopt;
    page.m_kind = kind.value_or(told);
    page.m_count = qFromBigEndian<quint16>(at + 3);
    page.m_pointers = header + (page.isLeaf() ? LeafHeader : InnerHeader);
    if (!page.isLeaf())
        page.m_lastChild = qFromBigEndian<quint32>(at + 8);
    page.m_count = std::min(page.m_count, int(bytes.size() - page.m_pointers) / 2);
    page.m_bytes = std::move(bytes);
    return page;
}

bool TreePage::isBlank(int index) const
{
    constexpr char Zeros[4] = {};
    const qsizetype begin = qFromBigEndian<quint16>(m_bytes.constData() + m_pointers + 2 * index);
    return begin + qsizetype(sizeof Zeros) <= m_bytes.size() &&
           QByteArrayView(m_bytes).sliced(begin, sizeof Zeros) == QByteArrayView(Zeros, sizeof Zeros);
}

std::optional<TreePage::Cell> TreePage::cell(int index) const
{
    const int place = m_pointers + 2 * index;
    Cell cell;
    cell.begin = qFromBigEndian<quint16>(m_bytes.constData() + place);
    if (cell.begin < m_pointers || cell.begin > m_bytes.size() - 4)
        return std::nullopt;
    qsizetype at = cell.begin;
    if (!isLeaf()) {
        cell.child = qFromBigEndian<quint32>(m_bytes.constData() + at);
        at += 4;
    }
    if (m_kind != Kind::InnerTable) {
        const auto size = StoredRecord::number(m_bytes, at);
        if (!size || *size < 1 || *size > MostBytes)
            return std::nullopt;
        cell.size = *size;
    }
    if (isTable()) {
        const auto rowId = StoredRecord::number(m_bytes, at);
        if (!rowId)
            return std::nullopt;
        cell.rowId = *rowId;
    }
    if (cell.size >= 0) {
        const qint64 local = localSize(cell.size, m_bytes.size(), m_kind == Kind::LeafTable);
        const bool isWhole = local == cell.size;
        if (at + local + (isWhole ? 0 : 4) > m_bytes.size())
            return std::nullopt;
        cell.local = QByteArrayView(m_bytes).sliced(at, local);
        at += local;
        if (!isWhole) {
            cell.overflow = qFromBigEndian<quint32>(m_bytes.constData() + at);
            at += 4;
        }
    }
    cell.end = int(at);
    return cell;
}

std::optional<QByteArray> TreePage::record(const Cell &cell, PageFile &file)
{
    if (cell.size > qint64(file.count()) * file.size())
        return std::nullopt;
    QByteArray result = cell.local.toByteArray();
    quint32 next = cell.overflow;
    while (result.size() < cell.size) {
        const QByteArray page = file.page(next);
        if (page.isEmpty())
            return std::nullopt;
        next = qFromBigEndian<quint32>(page.constData());
        result +=
            QByteArrayView(page).sliced(4, std::min<qint64>(page.size() - 4, cell.size - result.size()));
    }
    return result;
}

std::vector<quint32> TreePage::overflowOf(const Cell &cell, PageFile &file)
{
    std::vector<quint32> result;
    qint64 missing = cell.size - cell.local.size();
    for (quint32 next = cell.overflow; missing > 0; missing -= file.size() - 4) {
        const QByteArray page = file.page(next);
        if (page.isEmpty())
            break;
        result.push_back(next);
        next = qFromBigEndian<quint32>(page.constData());
    }
    return result;
}

} // namespace linnet::store
