// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rowprints.h"

#include "base/texthash.h"
#include "store/read/rowreader.h"

#include <QThread>
#include <QtConcurrentMap>

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>

namespace linnet::analysis {

using store::RowReader;
using table::CellView;
using table::CellViews;
using table::ColumnType;

namespace {

/// Some of the prints, row known, to be read in their places.
struct Part
{
    QString path;
    std::span<RowPrint> prints;
    const ComparedColumns *columns = nullptr;
    const MovedAddresses *moved = nullptr;
    std::atomic<qint64> *read = nullptr;
    std::stop_token stop;
};

/// Packs cells so that equal ones, and only these, are the same bytes.
class Packer
{
public:
    Packer(const table::Schema &schema, const MovedAddresses &moved)
        : m_schema(schema)
        , m_moved(moved)
    {
    }

    /// `places` of the cells, which are those of `columns`.
    std::array<std::uint64_t, 2> hash(CellViews cells, const QList<int> &places, const QList<int> &columns)
    {
        m_used = 0;
        for (qsizetype i = 0; i < places.size(); ++i)
            add(cells[size_t(places[i])], m_schema.columns[size_t(columns[i])].type);
        return textHash({m_bytes.data(), m_used});
    }

private:
    void add(const CellView &cell, ColumnType type)
    {
        if (const auto *text = std::get_if<QByteArrayView>(&cell)) {
            const QByteArrayView shown =
                type == ColumnType::Url && !m_moved.isEmpty() ? m_moved.now(*text, m_buffer) : *text;
            if (shown.isEmpty())
                add('\0', 0, {}); // as nothing at all
            else
                add('t', std::uint64_t(shown.size()), shown);
        } else if (const auto *whole = std::get_if<qint64>(&cell)) {
            add('i', std::uint64_t(*whole), {});
        } else if (const auto *real = std::get_if<double>(&cell)) {
            add('r', std::bit_cast<std::uint64_t>(*real), {});
        } else if (const auto *yes = std::get_if<bool>(&cell)) {
            add('b', *yes ? 1 : 0, {});
        } else {
            add('\0', 0, {});
        }
    }

    void add(char kind, std::uint64_t bits, QByteArrayView text)
    {
        const size_t size = 1 + sizeof bits + size_t(text.size());
        if (m_used + size > m_bytes.size())
            m_bytes.resize(2 * (m_used + size));
        char *to = m_bytes.data() + m_used;
        *to = kind;
        std::memcpy(to + 1, &bits, sizeof bits);
        if (!text.isEmpty())
            std::memcpy(to + 1 + sizeof bits, text.data(), size_t(text.size()));
        m_used += size;
    }

    const table::Schema &m_schema;
    const MovedAddresses &m_moved;
    std::vector<char> m_bytes;
    size_t m_used = 0;
    QByteArray m_buffer;
};

Error readPart(const Part &part)
{
    const auto reader = RowReader::open(part.path);
    if (!reader)
        return reader.error();
    (*reader)->stopOn(part.stop);
    const ComparedColumns &of = *part.columns;
    // Each column can be read once only.
    QList<int> columns;
    const auto placesOf = [&columns](const QList<int> &wanted) {
        QList<int> places;
        for (const int column : wanted) {
            if (!columns.contains(column))
                columns.append(column);
            places.append(int(columns.indexOf(column)));
        }
        return places;
    };
    const QList<int> key = placesOf(of.key);
    const QList<int> counted = placesOf(of.counted);
    const QList<int> marking = placesOf(of.marking);
    const int group = of.group < 0 ? -1 : placesOf({of.group}).front();
    const auto cursor = (*reader)->cursor(*of.schema, columns, store::RowCursor::LongTexts::ByNumber);
    if (!cursor)
        return cursor.error();

    std::vector<qint64> rows;
    rows.reserve(part.prints.size());
    for (const RowPrint &print : part.prints)
        rows.push_back(print.row);
    Packer packer(*of.schema, *part.moved);
    std::vector<CellView> chosen;
    const auto choose = [&chosen](CellViews cells, const QList<int> &places) -> CellViews {
        chosen.clear();
        for (const int place : places)
            chosen.push_back(cells[size_t(place)]);
        return chosen;
    };
    constexpr qint64 Each = 1024;
    const Result<void> read = (*cursor)->read(rows, [&](size_t place, CellViews cells) {
        RowPrint &print = part.prints[place];
        print.key = packer.hash(cells, key, of.key);
        print.content = packer.hash(cells, counted, of.counted)[0];
        print.marks = of.marksOf(choose(cells, marking));
        if (const auto *job = group < 0 ? nullptr : std::get_if<qint64>(&cells[size_t(group)]))
            print.group = *job;
        if (place % Each == 0)
            *part.read += Each;
        return !part.stop.stop_requested();
    });
    return read ? Error() : read.error();
}

Error cancelled()
{
    return {Reason::Cancelled, 0, {}};
}

} // namespace

Result<RowPrints> RowPrints::read(const QString &projectPath, const ComparedColumns &columns, RunId run,
                                  const MovedAddresses &moved, std::atomic<qint64> &read,
                                  const std::stop_token &stop)
{
    RowPrints result;
    {
        const auto reader = RowReader::open(projectPath);
        if (!reader)
            return std::unexpected(reader.error());
        (*reader)->stopOn(stop);
        const auto ids = (*reader)->ids({columns.schema, {run}, {}, {}});
        if (!ids)
            return std::unexpected(ids.error());
        result.m_prints.reserve(ids->size());
        for (const qint64 id : *ids)
            result.m_prints.push_back({.row = id});
    }
    std::vector<Part> parts;
    const std::span all(result.m_prints);
    const auto each = std::max<size_t>(1000, all.size() / size_t(4 * QThread::idealThreadCount()) + 1);
    for (size_t from = 0; from < all.size(); from += each) {
        parts.push_back({projectPath, all.subspan(from, std::min(each, all.size() - from)), &columns, &moved,
                         &read, stop});
    }
    for (const Error &error : QtConcurrent::blockingMapped<QList<Error>>(parts, readPart)) {
        if (error.reason != Reason::None)
            return std::unexpected(error);
    }
    result.fillIndex(stop);
    if (stop.stop_requested())
        return std::unexpected(cancelled());
    return result;
}

void RowPrints::fillIndex(const std::stop_token &stop)
{
    m_index.assign(std::bit_ceil(2 * m_prints.size() + 1), 0);
    constexpr size_t Look = 4096;
    for (size_t i = 0; i < m_prints.size() && (i % Look != 0 || !stop.stop_requested()); ++i)
        m_index[placeOf(m_prints[i].key)] = quint32(i + 1);
}

/// Where the key stands, or would stand.
size_t RowPrints::placeOf(const std::array<std::uint64_t, 2> &key) const
{
    const size_t mask = m_index.size() - 1;
    size_t place = size_t(key[0]) & mask;
    while (m_index[place] != 0 && m_prints[m_index[place] - 1].key != key)
        place = (place + 1) & mask;
    return place;
}

const RowPrint *RowPrints::find(const std::array<std::uint64_t, 2> &key) const
{
    const quint32 found = m_index[placeOf(key)];
    return found == 0 ? nullptr : &m_prints[found - 1];
}

} // namespace linnet::analysis
