// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/jsonwriter.h"

#include "exports/table/rowpump.h"

#include <QCoreApplication>

#include <cmath>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// RFC 8259 §7: what cannot stand in a string as it is.
bool mustEscape(char byte)
{
    return byte == '"' || byte == '\\' || uchar(byte) < 0x20;
}

QByteArray escaped(char byte)
{
    switch (byte) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return "\\u" + QByteArray::number(int(byte), 16).rightJustified(4, '0');
    }
}

template <JsonWriter::Layout layout>
std::unique_ptr<RowSink> makeJsonSink(const ExportSpec &, QIODevice &device)
{
    return std::make_unique<JsonWriter>(device, layout);
}

} // namespace

constinit const ExportFormat formats::Json{
    .id = "json"_L1,
    .ending = "json"_L1,
    .title = QT_TRANSLATE_NOOP("linnet::exports", "JSON"),
    .hint = QT_TRANSLATE_NOOP("linnet::exports", "One array of objects, one object per row"),
    .write = &writeRows<&makeJsonSink<JsonWriter::Layout::Array>>,
    .sink = &makeJsonSink<JsonWriter::Layout::Array>,
};

constinit const ExportFormat formats::JsonLines{
    .id = "jsonl"_L1,
    .ending = "jsonl"_L1,
    .title = QT_TRANSLATE_NOOP("linnet::exports", "JSON lines"),
    .hint = QT_TRANSLATE_NOOP("linnet::exports", "One object per line, for streams and large files"),
    .write = &writeRows<&makeJsonSink<JsonWriter::Layout::Lines>>,
    .sink = &makeJsonSink<JsonWriter::Layout::Lines>,
};

JsonWriter::JsonWriter(QIODevice &device, Layout layout)
    : m_layout(layout)
    , m_out(device)
{
}

Result<void> JsonWriter::begin(const QList<const table::Column *> &columns)
{
    for (const table::Column *column : columns)
        m_names.append('"' + QByteArray(column->key.data(), column->key.size()) + "\":");
    if (m_layout == Layout::Array)
        m_out.put('[');
    return m_out.flushIfLarge();
}

Result<void> JsonWriter::row(table::CellViews cells)
{
    if (m_layout == Layout::Array)
        m_out.put(m_first ? "\n" : ",\n");
    m_first = false;
    m_out.put('{');
    for (size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_out.put(',');
        m_out.put(m_names.at(qsizetype(i)));
        putCell(cells[i]);
    }
    m_out.put('}');
    if (m_layout == Layout::Lines)
        m_out.put('\n');
    return m_out.flushIfLarge();
}

Result<void> JsonWriter::takeRows(QByteArrayView written)
{
    m_out.put(written);
    return m_out.flushIfLarge();
}

Result<void> JsonWriter::end()
{
    if (m_layout == Layout::Array)
        m_out.put(m_first ? "]\n" : "\n]\n");
    return m_out.finish();
}

void JsonWriter::putCell(const table::CellView &cell)
{
    const auto *number = std::get_if<double>(&cell);
    if (const auto *text = std::get_if<QByteArrayView>(&cell))
        putString(*text);
    else if (std::holds_alternative<std::monostate>(cell) || (number && !std::isfinite(*number)))
        m_out.put("null");
    else
        m_out.putText(table::toText(table::toValue(cell)));
}

void JsonWriter::putString(QByteArrayView text)
{
    m_out.put('"');
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!mustEscape(text.at(i)))
            continue;
        m_out.put(text.sliced(from, i - from));
        m_out.put(escaped(text.at(i)));
        from = i + 1;
    }
    m_out.put(text.sliced(from));
    m_out.put('"');
}

} // namespace linnet::exports
