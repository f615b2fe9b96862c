// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzsheet.h"

#include "fuzz/fuzzinput.h"
#include "imports/workbook/sheetreader.h"
#include "support/zipped.h"

#include <QBuffer>

namespace linnet::fuzz {

using namespace imports;

namespace {

struct Read
{
    std::vector<std::vector<table::Value>> rows;
    std::vector<RecordPlace> places;
    bool isGood = false;
};

Read read(const QByteArray &bytes, const RecordPlace &from)
{
    Read result;
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    const auto book = Workbook::open(std::move(device));
    const auto sheet = book ? (*book)->sheet({}) : std::unexpected(book.error());
    const auto reader = sheet ? SheetReader::open(**book, *sheet, from) : std::unexpected(sheet.error());
    if (!reader)
        return result;
    SourceRow row;
    qint64 last = from.offset;
    for (;;) {
        const auto more = (*reader)->next(row);
        result.isGood = more.has_value();
        if (!more || !*more)
            return result;
        require(row.line > last, "rows come in their order");
        require(row.cells.size() <= std::size_t(SheetReader::MostColumns), "no row is wider than a sheet");
        last = row.line;
        result.rows.push_back(row.cells);
        result.places.push_back((*reader)->place());
    }
}

} // namespace

int fuzzSheet(const std::uint8_t *data, std::size_t size)
{
    FuzzInput input(data, size);
    const QByteArray &bytes = input.bytes();
    if (bytes.startsWith("PK")) {
        read(bytes, {});
        return 0;
    }
    test::WorkbookParts parts;
    parts.sheets = {bytes};
    parts.sharedStrings = "<si><t>a</t></si><si><r><t>b</t></r></si>";
    parts.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
    const QByteArray book = test::workbook(parts);
    const Read whole = read(book, {});
    if (whole.places.empty())
        return 0;
    const std::size_t at = input.choice(unsigned(whole.places.size()));
    const Read rest = read(book, whole.places[at]);
    require(rest.isGood == whole.isGood && rest.rows.size() == whole.rows.size() - at - 1,
            "what comes after a place does not depend on what was read before");
    return 0;
}

} // namespace linnet::fuzz
