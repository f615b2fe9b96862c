// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/workbook/sheetreader.h"

#include <cmath>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;

Result<std::unique_ptr<SheetReader>> SheetReader::open(Workbook &book, const Workbook::Sheet &sheet,
                                                       const RecordPlace &from)
{
    if (const auto read = book.readStrings(); !read)
        return std::unexpected(read.error());
    auto entry = book.archive().entry(sheet.path);
    if (!entry)
        return std::unexpected(entry.error());
    return std::unique_ptr<SheetReader>(new SheetReader(book, std::move(*entry), from));
}

SheetReader::SheetReader(Workbook &book, std::unique_ptr<ZipEntry> entry, const RecordPlace &from)
    : m_book(book)
    , m_entry(std::move(entry))
    , m_xml(*m_entry)
    , m_place(from)
    , m_from(from.offset)
{
}

int SheetReader::columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar letter : reference) {
        const char16_t unit = letter.toUpper().unicode();
        if (unit < u'A' || unit > u'Z')
            break;
        column = column * 26 + (unit - u'A' + 1);
        if (column > MostColumns)
            return -1;
    }
    return column - 1;
}

QString SheetReader::columnName(int column)
{
    QString name;
    for (int left = column + 1; left > 0; left = (left - 1) / 26)
        name.prepend(QChar(u'A' + (left - 1) % 26));
    return name;
}

Result<bool> SheetReader::next(SourceRow &row)
{
    m_entry->allow(LargestRow);
    while (m_xml.next()) {
        if (!m_xml.isStart() || m_xml.name() != "row"_L1)
            continue;
        const qint64 number = m_xml.attribute("r"_L1).toLongLong();
        m_row = number > m_row ? number : m_row + 1;
        m_entry->allow(LargestRow);
        if (m_row <= m_from) {
            m_xml.skipElement();
            continue;
        }
        row = {};
        row.line = m_row;
        readCells(row);
        if (m_xml.error().reason != Reason::None)
            break;
        m_place = {m_row, {}};
        if (!row.isBlank())
            return true;
    }
    if (m_entry->error().reason != Reason::None)
        return std::unexpected(m_entry->error());
    if (m_xml.error().reason != Reason::None)
        return std::unexpected(m_xml.error());
    return false;
}

void SheetReader::readCells(SourceRow &row)
{
    const int outside = m_xml.depth() - 1;
    int column = -1;
    while (m_xml.next() && m_xml.depth() > outside) {
        if (!m_xml.isStart())
            continue;
        if (m_xml.name() != "c"_L1) {
            m_xml.skipElement();
            continue;
        }
        const QString reference = m_xml.attribute("r"_L1);
        column = reference.isEmpty() ? column + 1 : columnOf(reference);
        if (column < 0 || column >= MostColumns) {
            row.fault = tr("it has a cell in a column that no sheet has");
            m_xml.skipElement();
            column = 0;
            continue;
        }
        readCell(row, column);
    }
}

/// The element has started.
void SheetReader::readCell(SourceRow &row, int column)
{
    const QString type = m_xml.attribute("t"_L1);
    const int style = m_xml.attribute("s"_L1).toInt();
    const int outside = m_xml.depth() - 1;
    QString text;
    bool inValue = false;
    while (m_xml.next()) {
        if (m_xml.isStart()) {
            inValue = m_xml.name() == "v"_L1;
            if (m_xml.name() == "is"_L1)
                text = SharedStrings::textOf(m_xml);
            else if (!inValue)
                m_xml.skipElement(); // a formula
        } else if (m_xml.isEnd()) {
            inValue = false;
            if (m_xml.depth() == outside)
                break;
        } else if (inValue) {
            text += m_xml.text();
        }
    }
    table::Value value = valueOf(row, type, style, text);
    if (table::isNull(value))
        return;
    if (row.cells.size() <= size_t(column))
        row.cells.resize(size_t(column) + 1);
    row.cells[size_t(column)] = std::move(value);
}

table::Value SheetReader::valueOf(SourceRow &row, QStringView type, int style, const QString &text) const
{
    if (text.isEmpty())
        return {};
    if (type == u"s") {
        bool isNumber = false;
        const qlonglong index = text.toLongLong(&isNumber);
        if (!isNumber || index < 0 || index >= m_book.strings().size()) {
            row.fault = tr("it names a text that the workbook does not have");
            return {};
        }
        const QString shared = m_book.strings().at(qsizetype(index));
        return shared.isEmpty() ? table::Value() : table::Value(shared);
    }
    if (type == u"b")
        return text == "1"_L1 || text == "true"_L1;
    if (!type.isEmpty() && type != u"n")
        return text; // inlineStr, str, e, d
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return text;
    if (m_book.formats().isDate(style)) {
        if (const QString date = CellFormats::dateText(number, m_book.countsFrom1904()); !date.isEmpty())
            return date;
    }
    if (number == std::trunc(number) && std::abs(number) < 1e15)
        return qint64(number);
    return number;
}

} // namespace linnet::imports
