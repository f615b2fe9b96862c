// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/xlsxsheet.h"

#include "exports/file/fileerror.h"
#include "exports/table/shownvalue.h"
#include "exports/table/xlsxtext.h"

#include <QDateTime>
#include <QSet>
#include <QUrl>

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Whole numbers beyond this lose digits in Excel and are written as text.
constexpr qint64 MostExact = 999'999'999'999'999;

qint64 position(FILE *file)
{
#ifdef Q_OS_WIN
    return _ftelli64(file);
#else
    return ftello(file);
#endif
}

} // namespace

Result<void> XlsxSheet::checked(int error) const
{
    if (error == LXW_NO_ERROR)
        return {};
    return std::unexpected(
        fileError(m_shared.path, QString::fromUtf8(lxw_strerror(lxw_error(error))), errno));
}

Result<void> XlsxSheet::text(qint64 row, qint64 column, QStringView text, lxw_format *format)
{
    const XlsxText fit = XlsxText::of(text, m_shared.cutMark);
    m_shared.cutCells += fit.cut ? 1 : 0;
    m_shared.cleanedCells += fit.cleaned ? 1 : 0;
    return checked(
        worksheet_write_string(m_sheet, lxw_row_t(row), lxw_col_t(column), fit.utf8.constData(), format));
}

Result<void> XlsxSheet::number(qint64 row, qint64 column, double number, lxw_format *format)
{
    if (!std::isfinite(number))
        return {};
    return checked(worksheet_write_number(m_sheet, lxw_row_t(row), lxw_col_t(column), number, format));
}

Result<void> XlsxSheet::whole(qint64 row, qint64 column, qint64 number, lxw_format *format)
{
    if (number < -MostExact || number > MostExact)
        return text(row, column, QString::number(number), format);
    return this->number(row, column, double(number), format);
}

Result<void> XlsxSheet::boolean(qint64 row, qint64 column, bool yes)
{
    return checked(worksheet_write_boolean(m_sheet, lxw_row_t(row), lxw_col_t(column), yes ? 1 : 0, nullptr));
}

Result<void> XlsxSheet::moment(qint64 row, qint64 column, const QString &text)
{
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    const bool isDay = text.size() <= 10;
    const QTime clock = isDay ? QTime(0, 0) : QTime::fromString(text.mid(11, 8), Qt::ISODate);
    // Excel counts days from 1900, and takes that year for a leap year.
    if (!date.isValid() || !clock.isValid() || date < QDate(1900, 3, 1) || date.year() > 9999)
        return this->text(row, column, text);
    lxw_datetime value{date.year(),  date.month(),   date.day(),
                       clock.hour(), clock.minute(), double(clock.second())};
    return checked(worksheet_write_datetime(m_sheet, lxw_row_t(row), lxw_col_t(column), &value,
                                            isDay ? m_shared.day : m_shared.time));
}

Result<void> XlsxSheet::link(qint64 row, qint64 column, const QString &text)
{
    constexpr qint64 MostLinks = 65'530;   // of a sheet; Excel calls a file with more broken
    constexpr qint64 MostOfBook = 300'000; // about 150 MB of memory
    constexpr qsizetype Longest = 2'000;   // bytes; libxlsxwriter takes 2,079 after escaping
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
    const XlsxText fit = XlsxText::of(text, m_shared.cutMark);
    const bool hasRoom = m_links < MostLinks && m_shared.links < MostOfBook;
    if (isWeb && hasRoom && !fit.cut && !fit.cleaned && url.toEncoded().size() <= Longest) {
        const lxw_error written =
            worksheet_write_url(m_sheet, lxw_row_t(row), lxw_col_t(column), fit.utf8.constData(), nullptr);
        if (written == LXW_NO_ERROR) {
            ++m_links;
            ++m_shared.links;
            return {};
        }
    }
    return this->text(row, column, text);
}

Result<void> XlsxSheet::linkToSheet(qint64 row, qint64 column, const QString &sheet)
{
    const QByteArray name = XlsxText::of(sheet, m_shared.cutMark).utf8;
    const QByteArray place = "internal:'" + QByteArray(name).replace('\'', "''") + "'!A1";
    return checked(worksheet_write_url_opt(m_sheet, lxw_row_t(row), lxw_col_t(column), place.constData(),
                                           m_shared.topLink, name.constData(), nullptr));
}

Result<void> XlsxSheet::shown(qint64 row, qint64 column, const table::Column &described,
                              const table::CellView &value)
{
    if (const auto *utf8 = std::get_if<QByteArrayView>(&value)) {
        const QString said = table::fromUtf8(*utf8);
        if (described.type == table::ColumnType::Time)
            return moment(row, column, said);
        if (described.type == table::ColumnType::Url)
            return link(row, column, said);
        return text(row, column, table::toText(shownValue(described, said)));
    }
    if (const auto *yes = std::get_if<bool>(&value))
        return boolean(row, column, *yes);
    if (const auto *real = std::get_if<double>(&value))
        return number(row, column, *real);
    if (const auto *whole = std::get_if<qint64>(&value))
        return this->whole(row, column, *whole);
    return {};
}

Result<void> XlsxSheet::header(qint64 row, const SheetTable &table)
{
    Result<void> done;
    for (qsizetype i = 0; done && i < table.columns.size(); ++i)
        done = text(row, i, table.columns[i].title, m_shared.bold);
    return done;
}

Result<void> XlsxSheet::line(qint64 row, const SheetTable &table, int line)
{
    const table::Cells &cells = table.rows[size_t(line)];
    const bool isFaint = table.faint.contains(line);
    Result<void> done;
    for (qsizetype i = 0; done && i < table.columns.size() && size_t(i) < cells.size(); ++i)
        done = cell(row, i, cells[size_t(i)], table.columns[i].form, isFaint);
    return done;
}

Result<void> XlsxSheet::cell(qint64 row, qint64 column, const table::Value &value, SheetColumn::Form form,
                             bool isFaint)
{
    using Form = SheetColumn::Form;
    if (const auto *said = std::get_if<QString>(&value)) {
        if (form == Form::Moment)
            return moment(row, column, *said);
        return form == Form::Link ? link(row, column, *said) : text(row, column, *said);
    }
    if (const auto *yes = std::get_if<bool>(&value))
        return boolean(row, column, *yes);
    lxw_format *format = form == Form::Share    ? m_shared.share
                         : form == Form::Count  ? m_shared.count
                         : form != Form::Amount ? nullptr
                         : isFaint              ? m_shared.faint
                                                : m_shared.amount;
    if (const auto *real = std::get_if<double>(&value))
        return number(row, column, *real, format);
    if (const auto *whole = std::get_if<qint64>(&value))
        return this->whole(row, column, *whole, format);
    return {};
}

void XlsxSheet::width(qint64 column, int pixels)
{
    worksheet_set_column_pixels(m_sheet, lxw_col_t(column), lxw_col_t(column), uint32_t(pixels), nullptr);
}

void XlsxSheet::freezeHeader()
{
    worksheet_freeze_panes(m_sheet, 1, 0);
}

Result<void> XlsxSheet::makeTable(const QString &name, const QStringList &header, qint64 last)
{
    QList<QByteArray> texts;
    std::vector<lxw_table_column> columns(size_t(header.size()));
    std::vector<lxw_table_column *> places;
    for (const QString &title : header)
        texts.append(XlsxText::of(title, m_shared.cutMark).utf8);
    for (size_t i = 0; i < columns.size(); ++i) {
        columns[i].header = texts[qsizetype(i)].data();
        columns[i].header_format = m_shared.bold;
        places.push_back(&columns[i]);
    }
    places.push_back(nullptr);
    QByteArray called = name.toUtf8();
    lxw_table_options options{};
    options.name = called.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1;
    options.columns = places.data();
    // libxlsxwriter refuses a table in a sheet whose rows are on the disk, since it could not write the
    // header any more. Ours is there; what it writes into memory for such a sheet is never looked at.
    const auto streams = m_sheet->optimize;
    m_sheet->optimize = LXW_FALSE;
    const lxw_error made = worksheet_add_table(m_sheet, 0, 0, lxw_row_t(std::max<qint64>(last, 1)),
                                               lxw_col_t(header.size() - 1), &options);
    m_sheet->optimize = streams;
    return checked(made);
}

/// libxlsxwriter does not look whether its writing succeeds.
Result<void> XlsxSheet::checkRows() const
{
    FILE *file = m_sheet->optimize_tmpfile;
    if (file && std::ferror(file))
        return std::unexpected(fileError(m_shared.path, u"the rows could not be written"_s, errno));
    return {};
}

Result<qint64> XlsxSheet::flush()
{
    FILE *file = m_sheet->optimize_tmpfile;
    if (!file)
        return 0;
    errno = 0;
    if (std::fflush(file) != 0 || std::ferror(file))
        return std::unexpected(fileError(m_shared.path, u"the rows could not be written"_s, errno));
    m_bytes = position(file);
    return m_bytes;
}

void XlsxSheet::abandon()
{
    if (m_sheet->optimize_tmpfile)
        std::fclose(m_sheet->optimize_tmpfile);
}

QStringList uniqueNames(const QStringList &names)
{
    QSet<QString> taken;
    QStringList result;
    for (const QString &name : names) {
        QString own = name.isEmpty() ? u"?"_s : name;
        for (int number = 2; taken.contains(own.toCaseFolded()); ++number)
            own = u"%1 (%2)"_s.arg(name).arg(number);
        taken.insert(own.toCaseFolded());
        result.append(own);
    }
    return result;
}

} // namespace linnet::exports
