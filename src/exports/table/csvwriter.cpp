// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/csvwriter.h"

#include "exports/table/formulaguard.h"

#include <algorithm>
#include <cmath>

namespace linnet::exports {

CsvWriter::CsvWriter(QIODevice &device, const CsvStyle &style)
    : m_style(style)
    , m_out(device)
{
}

Result<void> CsvWriter::begin(const QList<const table::Column *> &columns)
{
    if (m_style.bom)
        m_out.put("\xEF\xBB\xBF");
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (i > 0)
            m_out.put(m_style.separator);
        m_out.put(QByteArrayView(columns.at(i)->key));
    }
    endLine();
    return m_out.flushIfLarge();
}

Result<void> CsvWriter::row(const table::Cells &cells)
{
    const qint64 start = m_out.bytes();
    for (size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_out.put(m_style.separator);
        putField(cells[i]);
    }
    // A line with nothing on it would be read as no row at all.
    if (m_out.bytes() == start)
        m_out.put("\"\"");
    endLine();
    return m_out.flushIfLarge();
}

Result<void> CsvWriter::end()
{
    return m_out.finish();
}

QStringList CsvWriter::notices() const
{
    if (m_guarded == 0)
        return {};
    return {tr("%n text(s) begin like a formula; an apostrophe before them keeps Excel from calculating. "
               "Excel workbooks "
               "and the standard form of CSV keep them as they are.",
               nullptr, int(m_guarded))};
}

void CsvWriter::putField(const table::Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        putText(*text);
    else if (const auto *number = std::get_if<double>(&value))
        putReal(*number);
    else
        m_out.putText(table::toText(value));
}

void CsvWriter::putText(QStringView text)
{
    const bool guard = m_style.guardFormulas && looksLikeFormula(text);
    const char16_t separator = char16_t(m_style.separator);
    const bool quote = std::any_of(text.begin(), text.end(), [separator](QChar unit) {
        return unit == separator || unit == u'"' || unit == u'\r' || unit == u'\n';
    });
    if (quote)
        m_out.put('"');
    if (guard) {
        m_out.put('\'');
        ++m_guarded;
    }
    if (!quote) {
        m_out.putText(text);
        return;
    }
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(u'"'); at >= 0; at = text.indexOf(u'"', from)) {
        m_out.putText(text.sliced(from, at - from));
        m_out.put("\"\"");
        from = at + 1;
    }
    m_out.putText(text.sliced(from));
    m_out.put('"');
}

void CsvWriter::putReal(double number)
{
    if (!std::isfinite(number))
        return;
    QByteArray text = table::toText(number).toLatin1();
    if (m_style.decimalComma)
        text.replace('.', ',');
    m_out.put(text);
}

void CsvWriter::endLine()
{
    if (m_style.carriageReturn)
        m_out.put('\r');
    m_out.put('\n');
}

} // namespace linnet::exports
