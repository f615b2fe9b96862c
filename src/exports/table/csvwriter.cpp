// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/csvwriter.h"

#include "exports/table/formulaguard.h"
#include "exports/table/rowpump.h"
#include "exports/table/shownvalue.h"
#include "exports/table/xlsxtext.h"
#include "table/schema.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

template <CsvStyle (*style)()> std::unique_ptr<RowSink> makeCsvSink(const ExportSpec &spec, QIODevice &device)
{
    CsvStyle wanted = style();
    wanted.asShown = spec.asShown;
    return std::make_unique<CsvWriter>(device, wanted);
}

/// What a byte of a text asks for, as bits.
enum ByteKind : quint8
{
    Quoted = 1,  ///< the field must be quoted
    Control = 2, ///< Excel cannot read it
};

constexpr CsvStyle Standard = CsvStyle::standard();
constexpr CsvStyle ExcelRu = CsvStyle::excelRu();
constexpr CsvStyle ExcelEn = CsvStyle::excelEn();
constexpr CsvStyle TabSeparated = CsvStyle::tsv();

bool isControl(QChar unit)
{
    return unit.unicode() < 0x20 && unit != u'\t' && unit != u'\n' && unit != u'\r';
}

} // namespace

constinit const ExportFormat formats::CsvExcelRu{
    .id = "csv-ru"_L1,
    .ending = "csv"_L1,
    .title = QT_TRANSLATE_NOOP("linnet::exports", "CSV for Excel, Russian"),
    .hint = QT_TRANSLATE_NOOP(
        "linnet::exports",
        "Opens with a double click where Excel is set to Russian: semicolons, decimal comma"),
    .dialect = "excel-ru"_L1,
    .style = &ExcelRu,
    .write = &writeRows<&makeCsvSink<&CsvStyle::excelRu>>,
    .sink = &makeCsvSink<&CsvStyle::excelRu>,
};

constinit const ExportFormat formats::CsvExcelEn{
    .id = "csv-en"_L1,
    .ending = "csv"_L1,
    .title = QT_TRANSLATE_NOOP("linnet::exports", "CSV for Excel, English"),
    .hint = QT_TRANSLATE_NOOP(
        "linnet::exports", "Opens with a double click where Excel is set to English: commas, decimal point"),
    .dialect = "excel-en"_L1,
    .style = &ExcelEn,
    .write = &writeRows<&makeCsvSink<&CsvStyle::excelEn>>,
    .sink = &makeCsvSink<&CsvStyle::excelEn>,
};

constinit const ExportFormat formats::Csv{
    .id = "csv"_L1,
    .ending = "csv"_L1,
    .title = QT_TRANSLATE_NOOP("linnet::exports", "CSV for programs"),
    .hint = QT_TRANSLATE_NOOP("linnet::exports",
                              "RFC 4180, UTF-8, values exactly as stored: pandas, R, databases"),
    .dialect = "standard"_L1,
    .style = &Standard,
    .write = &writeRows<&makeCsvSink<&CsvStyle::standard>>,
    .sink = &makeCsvSink<&CsvStyle::standard>,
};

constinit const ExportFormat formats::Tsv{
    .id = "tsv"_L1,
    .ending = "tsv"_L1,
    .title = QT_TRANSLATE_NOOP("linnet::exports", "TSV"),
    .hint = QT_TRANSLATE_NOOP("linnet::exports", "Tab-separated text, values exactly as stored"),
    .style = &TabSeparated,
    .write = &writeRows<&makeCsvSink<&CsvStyle::tsv>>,
    .sink = &makeCsvSink<&CsvStyle::tsv>,
};

CsvWriter::CsvWriter(QIODevice &device, const CsvStyle &style)
    : m_style(style)
    , m_out(device)
{
    for (const char byte : {style.separator, '"', '\r', '\n'})
        m_kinds[uchar(byte)] |= Quoted;
    for (uchar byte = 0; byte < 0x20; ++byte)
        m_kinds[byte] |= style.forExcel && isControl(QChar(char16_t(byte))) ? Control : 0;
}

Result<void> CsvWriter::begin(const QList<const table::Column *> &columns)
{
    if (m_style.bom)
        m_out.put("\xEF\xBB\xBF");
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (i > 0)
            m_out.put(m_style.separator);
        if (m_style.asShown)
            putText(columnTitle(*columns.at(i)).toUtf8());
        else
            m_out.put(QByteArrayView(columns.at(i)->key));
    }
    m_columns = columns;
    endLine();
    return m_out.flushIfLarge();
}

Result<void> CsvWriter::row(table::CellViews cells)
{
    const qint64 start = m_out.bytes();
    for (size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_out.put(m_style.separator);
        if (m_style.asShown && isShownOtherwise(*m_columns.at(qsizetype(i))))
            putText(
                table::toText(shownValue(*m_columns.at(qsizetype(i)), table::toValue(cells[i]))).toUtf8());
        else
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

Result<void> CsvWriter::takeRows(QByteArrayView written)
{
    m_out.put(written);
    return m_out.flushIfLarge();
}

void CsvWriter::addCounts(const RowSink &part)
{
    const auto &other = static_cast<const CsvWriter &>(part);
    m_guarded += other.m_guarded;
    m_cut += other.m_cut;
    m_cleaned += other.m_cleaned;
}

QStringList CsvWriter::notices() const
{
    QStringList result;
    if (m_guarded > 0)
        result.append(
            tr("%n text(s) begin like a formula; an apostrophe before them keeps Excel from calculating. "
               "Excel workbooks "
               "and the standard form of CSV keep them as they are.",
               nullptr, int(m_guarded)));
    if (m_cut > 0)
        result.append(
            tr("%n text(s) longer than the 32,767 characters of an Excel cell were cut; the project "
               "and the standard form of CSV keep them whole.",
               nullptr, int(m_cut)));
    if (m_cleaned > 0)
        result.append(tr("In %n text(s) control characters that Excel cannot read were left out.", nullptr,
                         int(m_cleaned)));
    return result;
}

/// As a cell of Excel can hold it: text beyond its limit would go on in the next row, and NUL ends the file.
QByteArray CsvWriter::fitted(QByteArrayView utf8, qsizetype room)
{
    const QString text = table::fromUtf8(utf8);
    QString result;
    result.reserve(std::min(text.size(), room));
    for (const QChar unit : text) {
        if (!isControl(unit))
            result += unit;
    }
    if (result.size() < text.size())
        ++m_cleaned;
    if (result.size() <= room)
        return result.toUtf8();
    ++m_cut;
    const QString mark =
        QCoreApplication::translate("linnet::exports::XlsxWriter", "… (full text in the project)");
    result.truncate(room - mark.size());
    if (result.back().isHighSurrogate())
        result.chop(1);
    return (result + mark).toUtf8();
}

void CsvWriter::putField(const table::CellView &cell)
{
    if (const auto *text = std::get_if<QByteArrayView>(&cell))
        putText(*text);
    else if (const auto *number = std::get_if<double>(&cell))
        putReal(*number);
    else if (const auto *whole = std::get_if<qint64>(&cell))
        m_out.putNumber(*whole);
    else if (const auto *yes = std::get_if<bool>(&cell))
        m_out.put(*yes ? QByteArrayView("true") : QByteArrayView("false"));
}

/// Most texts have no byte that asks for anything: eight of them are looked at together.
quint8 CsvWriter::kindsIn(QByteArrayView text) const
{
    constexpr quint64 Ones = 0x0101010101010101;
    constexpr quint64 Tops = 0x8080808080808080;
    const auto below = [](quint64 bytes, quint64 bound) { return (bytes - bound * Ones) & ~bytes & Tops; };
    const char *at = text.data();
    const char *end = at + text.size();
    quint8 kinds = 0;
    while (at < end) {
        quint64 bytes = 0;
        const auto count = std::min<qsizetype>(qsizetype(sizeof bytes), end - at);
        if (count == sizeof bytes) {
            std::memcpy(&bytes, at, sizeof bytes);
            const quint64 found = below(bytes, 0x20) | below(bytes ^ uchar('"') * Ones, 1) |
                                  below(bytes ^ uchar(m_style.separator) * Ones, 1);
            if (found == 0) {
                at += count;
                continue;
            }
        }
        for (const char *stop = at + count; at < stop; ++at)
            kinds |= m_kinds[uchar(*at)];
    }
    return kinds;
}

void CsvWriter::putText(QByteArrayView text)
{
    const quint8 kinds = kindsIn(text);
    const bool guard = m_style.forExcel && looksLikeFormula(text);
    const qsizetype room = XlsxText::MaxUnits - guard;
    QByteArray fit;
    // No text has more UTF-16 units than bytes.
    if (m_style.forExcel && (text.size() > room || (kinds & Control))) {
        fit = fitted(text, room);
        text = fit;
    }
    const bool quote = kinds & Quoted;
    if (quote)
        m_out.put('"');
    if (guard) {
        m_out.put('\'');
        ++m_guarded;
    }
    if (!quote) {
        m_out.put(text);
        return;
    }
    for (qsizetype at = text.indexOf('"'); at >= 0; at = text.indexOf('"')) {
        m_out.put(text.first(at));
        m_out.put("\"\"");
        text = text.sliced(at + 1);
    }
    m_out.put(text);
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
