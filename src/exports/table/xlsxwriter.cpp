// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/xlsxwriter.h"

#include "exports/file/atomicfile.h"
#include "exports/file/fileerror.h"
#include "exports/table/cnumericlocale.h"
#include "exports/table/rowpump.h"
#include "exports/table/shownvalue.h"
#include "exports/table/xlsxbook.h"
#include "exports/table/xlsxrows.h"
#include "exports/table/xlsxtext.h"
#include "table/schema.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <xlsxwriter.h>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <optional>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Whole numbers beyond this lose digits in Excel and are written as text.
constexpr qint64 MostExact = 999'999'999'999'999;
/// Bytes of rows that are packed together.
constexpr qsizetype PieceBytes = 512 * 1024;

struct FreeWorkbook
{
    void operator()(lxw_workbook *book) const { lxw_workbook_free(book); }
};

/// libxlsxwriter wants UTF-8 on Windows and the system's own bytes elsewhere.
QByteArray nativePath(const QString &path)
{
#ifdef Q_OS_WIN
    return path.toUtf8();
#else
    return QFile::encodeName(path);
#endif
}

Result<ExportReport> writeWorkbook(const ExportSpec &spec, const PumpHooks &hooks)
{
    AtomicFile file(spec.path);
    XlsxWriter sink(file.temporaryPath(),
                    {.sheetName = QString(spec.schema->key), .about = spec.about, .asShown = spec.asShown});
    Result<ExportReport> report = pumpRows(spec, sink, hooks);
    if (!report)
        return report;
    if (const Result<void> committed = file.commit(); !committed)
        return std::unexpected(committed.error());
    return report;
}

} // namespace

constinit const ExportFormat formats::Xlsx{
    .id = "xlsx"_L1,
    .ending = "xlsx"_L1,
    .title = QT_TRANSLATE_NOOP("linnet::exports", "Excel"),
    .hint = QT_TRANSLATE_NOOP(
        "linnet::exports",
        "Workbook (.xlsx): numbers stay numbers, texts stay texts, with a sheet about the data"),
    .hasShownForm = true,
    .file = &writeWorkbook,
};

/// The workbook under construction and what was counted. libxlsxwriter makes all of it but the rows below the
/// headers, for which XlsxRows is several times as fast.
class XlsxWriter::Private
{
public:
    explicit Private(const QString &workbook)
        : path(workbook)
        , frame(workbook)
    {
    }
    ~Private() { abandon(); }

    /// libxlsxwriter closes the temporary files of rows only when it puts the workbook together.
    void abandon()
    {
        if (!book)
            return;
        for (const lxw_worksheet *sheet : worksheets)
            std::fclose(sheet->optimize_tmpfile);
        book.reset();
    }

    std::unexpected<Error> failed(lxw_error code) const
    {
        return std::unexpected(fileError(path, QString::fromUtf8(lxw_strerror(code)), errno));
    }

    Result<lxw_worksheet *> newSheet(const QString &name);
    lxw_error writeFrameText(lxw_worksheet *sheet, qint64 row, qsizetype column, QStringView text,
                             lxw_format *format);
    void writeText(qsizetype column, QByteArrayView utf8, int style = 0);
    void writeCell(qsizetype column, const table::CellView &value);
    void writeShown(qsizetype column, QByteArrayView utf8);
    bool writeTime(qsizetype column, const QString &text);
    bool writeLink(qsizetype column, QByteArrayView utf8);
    Result<void> passOn(qsizetype atLeast);
    Result<void> finishSheet();

    QString path;
    AtomicFile frame; ///< what the library makes goes to its temporary path, and with it
    Options options;
    QString cutMark;
    std::unique_ptr<lxw_workbook, FreeWorkbook> book;
    lxw_format *bold = nullptr;
    lxw_format *wrapped = nullptr;
    int day = 0;  ///< style of a date, as the computer of the reader writes dates
    int time = 0; ///< the same with hours and minutes
    int link = 0;
    QList<const table::Column *> columns;
    std::vector<lxw_worksheet *> worksheets;
    std::vector<XlsxSheet> sheets; ///< those with rows
    std::optional<XlsxRows> rows;
    qint64 sheetLinks = 0;
    qint64 sheetRow = 0; ///< rows of the last sheet, its header included
    qint64 cutCells = 0;
    qint64 cleanedCells = 0;
    qint64 bytes = 0;
};

Result<lxw_worksheet *> XlsxWriter::Private::newSheet(const QString &name)
{
    errno = 0;
    lxw_worksheet *sheet = workbook_add_worksheet(book.get(), name.toUtf8().constData());
    if (!sheet)
        return std::unexpected(fileError(path, u"no temporary file could be made"_s, errno));
    worksheets.push_back(sheet);
    return sheet;
}

lxw_error XlsxWriter::Private::writeFrameText(lxw_worksheet *sheet, qint64 row, qsizetype column,
                                              QStringView text, lxw_format *format)
{
    const XlsxText fit = XlsxText::of(text, cutMark);
    cutCells += fit.cut ? 1 : 0;
    cleanedCells += fit.cleaned ? 1 : 0;
    return worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), fit.utf8.constData(), format);
}

void XlsxWriter::Private::writeText(qsizetype column, QByteArrayView utf8, int style)
{
    // As the library did, which leaves out empty texts.
    if (utf8.isEmpty())
        return;
    if (XlsxRows::isFit(utf8)) {
        rows->text(column, utf8, style);
        return;
    }
    const XlsxText fit = XlsxText::of(table::fromUtf8(utf8), cutMark);
    cutCells += fit.cut ? 1 : 0;
    cleanedCells += fit.cleaned ? 1 : 0;
    if (!fit.utf8.isEmpty())
        rows->text(column, fit.utf8, style);
}

void XlsxWriter::Private::writeCell(qsizetype column, const table::CellView &value)
{
    if (const auto *utf8 = std::get_if<QByteArrayView>(&value)) {
        if (options.asShown)
            writeShown(column, *utf8);
        else
            writeText(column, *utf8);
    } else if (const auto *yes = std::get_if<bool>(&value)) {
        rows->yesNo(column, *yes);
    } else if (const auto *real = std::get_if<double>(&value)) {
        if (std::isfinite(*real))
            rows->number(column, *real);
    } else if (const auto *whole = std::get_if<qint64>(&value)) {
        if (*whole < -MostExact || *whole > MostExact)
            writeText(column, QByteArray::number(*whole));
        else
            rows->number(column, double(*whole));
    }
}

void XlsxWriter::Private::writeShown(qsizetype column, QByteArrayView utf8)
{
    const table::Column &described = *columns.at(column);
    const bool isWritten =
        (described.type == table::ColumnType::Time && writeTime(column, table::fromUtf8(utf8))) ||
        (described.type == table::ColumnType::Url && writeLink(column, utf8));
    if (isWritten)
        return;
    if (isShownOtherwise(described))
        writeText(column, table::toText(shownValue(described, table::fromUtf8(utf8))).toUtf8());
    else
        writeText(column, utf8);
}

bool XlsxWriter::Private::writeTime(qsizetype column, const QString &text)
{
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    const bool isDay = text.size() <= 10;
    const QTime clock = isDay ? QTime(0, 0) : QTime::fromString(text.mid(11, 8), Qt::ISODate);
    // Excel counts days from 1900, and takes that year for a leap year.
    if (!date.isValid() || !clock.isValid() || date < QDate(1900, 3, 1) || date.year() > 9999)
        return false;
    constexpr double DayMs = 86'400'000;
    const auto days = double(QDate(1899, 12, 30).daysTo(date));
    rows->number(column, days + clock.msecsSinceStartOfDay() / DayMs, isDay ? day : time);
    return true;
}

bool XlsxWriter::Private::writeLink(qsizetype column, QByteArrayView utf8)
{
    constexpr qint64 MostLinks = 65'530; // of a sheet; Excel calls a file with more broken
    constexpr qsizetype Longest = 2'000; // bytes; libxlsxwriter takes 2,079 after escaping
    if (sheetLinks >= MostLinks || !XlsxRows::isFit(utf8))
        return false;
    const QUrl url(table::fromUtf8(utf8), QUrl::StrictMode);
    const bool isWeb = url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
    if (!isWeb || url.toEncoded().size() > Longest)
        return false;
    // The library notes the link; the cell that it writes is not used.
    const CNumericLocale pointsInNumbers;
    const QByteArray text = utf8.toByteArray();
    if (worksheet_write_url(worksheets.back(), lxw_row_t(sheetRow), lxw_col_t(column), text.constData(),
                            nullptr) != LXW_NO_ERROR)
        return false;
    rows->text(column, utf8, link);
    ++sheetLinks;
    return true;
}

Result<void> XlsxWriter::Private::passOn(qsizetype atLeast)
{
    if (rows->size() < atLeast)
        return {};
    return sheets.back().rows->add(rows->take());
}

Result<void> XlsxWriter::Private::finishSheet()
{
    worksheet_autofilter(worksheets.back(), 0, 0, lxw_row_t(sheetRow - 1), lxw_col_t(columns.size() - 1));
    XlsxSheet &sheet = sheets.back();
    sheet.area = "A1:" + XlsxRows::columnName(columns.size() - 1) + QByteArray::number(qlonglong(sheetRow));
    if (const Result<void> passed = passOn(1); !passed)
        return passed;
    return sheet.rows->finish();
}

XlsxWriter::XlsxWriter(const QString &path, Options options)
    : d(std::make_unique<Private>(path))
{
    d->options = std::move(options);
    d->cutMark = tr("… (full text in the project)");
}

XlsxWriter::~XlsxWriter() = default;

Result<void> XlsxWriter::begin(const QList<const table::Column *> &columns)
{
    d->columns = columns;
    QByteArray folder = QFile::encodeName(QFileInfo(d->path).absolutePath());
    lxw_workbook_options options{}; // newer versions of the library have more members
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    d->rows.emplace(columns.size());
    d->book.reset(workbook_new_opt(nativePath(d->frame.temporaryPath()).constData(), &options));
    if (!d->book)
        return fail(Reason::Io, u"not enough memory"_s);
    d->bold = workbook_add_format(d->book.get());
    format_set_bold(d->bold);
    d->wrapped = workbook_add_format(d->book.get());
    format_set_text_wrap(d->wrapped);
    constexpr uint8_t ShortDate = 14; // ECMA-376 part 1, §18.8.30: those that follow the reader's settings
    constexpr uint8_t ShortDateAndTime = 22;
    for (const auto &[style, index] : {std::pair(&d->day, ShortDate), {&d->time, ShortDateAndTime}}) {
        lxw_format *format = workbook_add_format(d->book.get());
        format_set_num_format_index(format, index);
        *style = lxw_format_get_xf_index(format);
    }
    d->link = lxw_format_get_xf_index(workbook_get_default_url_format(d->book.get()));
    return addSheet();
}

Result<void> XlsxWriter::addSheet()
{
    const QString name = d->options.sheetName;
    d->sheets.push_back({std::make_unique<DeflatedFile>(d->path), {}});
    const size_t number = d->sheets.size();
    const auto added = d->newSheet(number == 1 ? name : name + u' ' + QString::number(number));
    if (!added)
        return std::unexpected(added.error());
    for (qsizetype i = 0; i < d->columns.size(); ++i) {
        const table::Column &column = *d->columns.at(i);
        const auto place = lxw_col_t(i);
        worksheet_set_column_pixels(*added, place, place, uint32_t(column.width), nullptr);
        const QString header = d->options.asShown ? columnTitle(column) : QString(column.key);
        if (const auto error = d->writeFrameText(*added, 0, i, header, d->bold))
            return d->failed(error);
    }
    worksheet_freeze_panes(*added, 1, 0);
    d->sheetRow = 1;
    d->sheetLinks = 0;
    return {};
}

Result<void> XlsxWriter::row(table::CellViews cells)
{
    if (d->sheetRow > d->options.sheetRows) {
        const CNumericLocale pointsInNumbers;
        if (const Result<void> finished = d->finishSheet(); !finished)
            return finished;
        if (const Result<void> added = addSheet(); !added)
            return added;
    }
    d->rows->beginRow(d->sheetRow + 1);
    for (size_t i = 0; i < cells.size(); ++i)
        d->writeCell(qsizetype(i), cells[i]);
    d->rows->endRow();
    ++d->sheetRow;
    return d->passOn(PieceBytes);
}

Result<void> XlsxWriter::end()
{
    const CNumericLocale pointsInNumbers;
    if (const Result<void> finished = d->finishSheet(); !finished)
        return finished;
    if (const Result<void> about = addAbout(); !about)
        return about;
    errno = 0;
    if (const lxw_error error = workbook_close(d->book.release())) // frees it in any case
        return d->failed(error);
    if (const Result<void> whole = assembleWorkbook(d->frame.temporaryPath(), d->sheets, d->path); !whole)
        return whole;
    d->bytes = QFileInfo(d->path).size();
    return {};
}

Result<void> XlsxWriter::addAbout()
{
    QList<QPair<QString, QString>> lines = d->options.about;
    for (const QString &notice : notices())
        lines.append({tr("Notice"), notice});
    if (lines.isEmpty())
        return {};
    const auto added = d->newSheet(tr("About this data"));
    if (!added)
        return std::unexpected(added.error());
    worksheet_set_column_pixels(*added, 0, 0, 200, nullptr);
    worksheet_set_column_pixels(*added, 1, 1, 640, nullptr);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        for (const auto &[column, text] :
             {std::pair(0, lines.at(i).first), std::pair(1, lines.at(i).second)}) {
            lxw_format *format = column == 0 ? d->bold : d->wrapped;
            if (const lxw_error error = d->writeFrameText(*added, i, column, text, format))
                return d->failed(error);
        }
    }
    return {};
}

qint64 XlsxWriter::bytes() const
{
    return d->bytes;
}

QStringList XlsxWriter::notices() const
{
    QStringList result;
    if (d->cutCells > 0)
        result.append(
            tr("%n text(s) longer than the 32,767 characters of an Excel cell were cut; the project keeps "
               "them whole, and CSV and JSON can hold them.",
               nullptr, int(d->cutCells)));
    if (d->sheets.size() > 1)
        result.append(tr("The rows stand on %n sheet(s), because one sheet of Excel cannot hold them all.",
                         nullptr, int(d->sheets.size())));
    if (d->cleanedCells > 0)
        result.append(tr("In %n cell(s) characters that an Excel file cannot hold were left out or replaced.",
                         nullptr, int(d->cleanedCells)));
    return result;
}

} // namespace linnet::exports
