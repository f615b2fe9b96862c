// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzcsv.h"

#include "fuzz/fuzzinput.h"
#include "imports/columns/cellreader.h"
#include "imports/columns/columnmap.h"
#include "imports/text/csvreader.h"
#include "table/vacancyschema.h"

#include <QBuffer>

#include <algorithm>

namespace linnet::fuzz {

using namespace imports;

namespace {

/// Gives at most so many bytes at once.
class Slow : public QBuffer
{
public:
    Slow(QByteArray bytes, qint64 most)
        : m_most(most)
    {
        setData(std::move(bytes));
        open(ReadOnly | Unbuffered);
    }

protected:
    qint64 readData(char *data, qint64 largest) override
    {
        return QBuffer::readData(data, std::min(largest, m_most));
    }

private:
    qint64 m_most;
};

struct Read
{
    std::vector<std::vector<table::Value>> rows;
    std::vector<qint64> lines;
    std::vector<RecordPlace> places;

    bool operator==(const Read &) const = default;
};

Read read(const QByteArray &bytes, const TextShape &shape, const RecordPlace &from, qint64 piece)
{
    Slow device(bytes.sliced(from.offset), piece);
    CsvReader reader(device, shape, from);
    Read result;
    SourceRow row;
    for (;;) {
        const auto more = reader.next(row);
        require(more.has_value(), "bytes alone are no error");
        if (!*more)
            return result;
        require(!row.isBlank(), "blank lines are no rows");
        result.rows.push_back(row.cells);
        result.lines.push_back(row.line);
        result.places.push_back(reader.place());
    }
}

} // namespace

int fuzzCsv(const std::uint8_t *data, std::size_t size)
{
    FuzzInput input(data, size);
    const QByteArray &bytes = input.bytes();
    TextShape shape = TextShape::ofBytes(bytes);
    require(shape.mark <= bytes.size(), "a mark is part of the text");
    shape.separator = CsvReader::separatorOf(toUtf8(bytes, shape));
    const Read whole = read(bytes, shape, {}, bytes.size() + 1);
    require(read(bytes, shape, {}, 1 + input.choice(9)) == whole, "pieces of any size give the same");
    if (!whole.places.empty()) {
        const std::size_t at = input.choice(unsigned(whole.places.size()));
        require(whole.places[at].offset <= bytes.size(), "places are within the file");
        const Read rest = read(bytes, shape, whole.places[at], 7);
        require(std::ranges::equal(rest.rows, std::span(whole.rows).subspan(at + 1)) &&
                    std::ranges::equal(rest.lines, std::span(whole.lines).subspan(at + 1)),
                "what comes after a place does not depend on what was read before");
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(4, whole.rows.size()); ++i) {
        QStringList names;
        for (const table::Value &cell : whole.rows[i]) {
            names.append(table::toText(cell));
            for (const table::Column &column : table::vacancySchema().columns)
                CellReader{.commaIsDecimal = i % 2 == 0, .guarded = true, .commaParts = true}.read(cell,
                                                                                                   column);
        }
        const QStringList named = ColumnMap::named(names);
        require(named.size() == names.size(), "every column has a name");
        ColumnMap::of(table::vacancySchema(), named, {});
    }
    (void)ColumnMap::readChoices(bytes, nullptr);
    return 0;
}

} // namespace linnet::fuzz
