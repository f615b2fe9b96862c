// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/xlsxwriter.h"

#include "exports/file/atomicfile.h"
#include "exports/file/fileerror.h"
#include "exports/table/cnumericlocale.h"
#include "exports/table/rowpump.h"
#include "exports/table/shownvalue.h"
#include "exports/table/xlsxtext.h"
#include "exports/table/zipsizes.h"
#include "table/schema.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUrl>

#include <xlsxwriter.h>

#include <cerrno>
#include <cmath>
#include <cstdio>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Whole numbers beyond this lose digits in Excel and are written as text.
constexpr qint64 MostExact = 999'999'999'999'999;
/// Room in bytes that has to be left beside the copy of a sheet while the workbook is put together.
constexpr qint64 SpareRoom = 1024 * 1024;
/// Above this many bytes of sheet the archive needs its 64-bit form.
constexpr qint64 Zip64From = 0xE000'0000;

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

qint64 position(FILE *file)
{
#ifdef Q_OS_WIN
    return _ftelli64(file);
#else
    return ftello(file);
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

/// The workbook under construction and what was counted.
class XlsxWriter::Private
{
public:
    /// One sheet, and the bytes of its rows in their temporary file.
    struct Sheet
    {
        lxw_worksheet *sheet = nullptr;
        qint64 bytes = 0;
    };

    ~Private() { abandon(); }

    /// libxlsxwriter closes the temporary files of rows only when it puts the workbook together.
    void abandon()
    {
        if (!book)
            return;
        for (const Sheet &sheet : sheets)
            std::fclose(sheet.sheet->optimize_tmpfile);
        book.reset();
    }

    std::unexpected<Error> failed(lxw_error code) const
    {
        return std::unexpected(fileError(path, QString::fromUtf8(lxw_strerror(code)), errno));
    }

    Result<lxw_worksheet *> newSheet(const QString &name);
    lxw_error writeText(lxw_worksheet *sheet, qint64 row, qsizetype column, QStringView text,
                        lxw_format *format);
    lxw_error writeCell(qsizetype column, const table::CellView &value);
    lxw_error writeShown(qsizetype column, const QString &text);
    lxw_error writeTime(qsizetype column, const QString &text);
    lxw_error writeLink(qsizetype column, const QString &text);
    void finishSheet();

    QString path;
    Options options;
    QString cutMark;
    std::unique_ptr<lxw_workbook, FreeWorkbook> book;
    lxw_format *bold = nullptr;
    lxw_format *wrapped = nullptr;
    lxw_format *day = nullptr;  ///< a date, as the computer of the reader writes dates
    lxw_format *time = nullptr; ///< the same with hours and minutes
    QList<const table::Column *> columns;
    std::vector<Sheet> sheets; ///< those with rows; at the end also the one about the data
    int rowSheets = 0;
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
    sheets.push_back({sheet});
    return sheet;
}

lxw_error XlsxWriter::Private::writeText(lxw_worksheet *sheet, qint64 row, qsizetype column, QStringView text,
                                         lxw_format *format)
{
    const XlsxText fit = XlsxText::of(text, cutMark);
    cutCells += fit.cut ? 1 : 0;
    cleanedCells += fit.cleaned ? 1 : 0;
    return worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), fit.utf8.constData(), format);
}

lxw_error XlsxWriter::Private::writeCell(qsizetype column, const table::CellView &value)
{
    lxw_worksheet *sheet = sheets.back().sheet;
    const auto row = lxw_row_t(sheetRow);
    const auto place = lxw_col_t(column);
    if (const auto *utf8 = std::get_if<QByteArrayView>(&value)) {
        const QString text = table::fromUtf8(*utf8);
        return options.asShown ? writeShown(column, text) : writeText(sheet, sheetRow, column, text, nullptr);
    }
    if (const auto *yes = std::get_if<bool>(&value))
        return worksheet_write_boolean(sheet, row, place, *yes ? 1 : 0, nullptr);
    if (const auto *real = std::get_if<double>(&value))
        return std::isfinite(*real) ? worksheet_write_number(sheet, row, place, *real, nullptr)
                                    : LXW_NO_ERROR;
    if (const auto *whole = std::get_if<qint64>(&value)) {
        if (*whole < -MostExact || *whole > MostExact)
            return writeText(sheet, sheetRow, column, QString::number(*whole), nullptr);
        return worksheet_write_number(sheet, row, place, double(*whole), nullptr);
    }
    return LXW_NO_ERROR;
}

lxw_error XlsxWriter::Private::writeShown(qsizetype column, const QString &text)
{
    const table::Column &described = *columns.at(column);
    switch (described.type) {
    case table::ColumnType::Time:
        return writeTime(column, text);
    case table::ColumnType::Url:
        return writeLink(column, text);
    default:
        return writeText(sheets.back().sheet, sheetRow, column, table::toText(shownValue(described, text)),
                         nullptr);
    }
}

lxw_error XlsxWriter::Private::writeTime(qsizetype column, const QString &text)
{
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    const bool isDay = text.size() <= 10;
    const QTime clock = isDay ? QTime(0, 0) : QTime::fromString(text.mid(11, 8), Qt::ISODate);
    // Excel counts days from 1900, and takes that year for a leap year.
    if (!date.isValid() || !clock.isValid() || date < QDate(1900, 3, 1) || date.year() > 9999)
        return writeText(sheets.back().sheet, sheetRow, column, text, nullptr);
    lxw_datetime value{date.year(),  date.month(),   date.day(),
                       clock.hour(), clock.minute(), double(clock.second())};
    return worksheet_write_datetime(sheets.back().sheet, lxw_row_t(sheetRow), lxw_col_t(column), &value,
                                    isDay ? day : time);
}

lxw_error XlsxWriter::Private::writeLink(qsizetype column, const QString &text)
{
    constexpr qint64 MostLinks = 65'530; // of a sheet; Excel calls a file with more broken
    constexpr qsizetype Longest = 2'000; // bytes; libxlsxwriter takes 2,079 after escaping
    lxw_worksheet *sheet = sheets.back().sheet;
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
    const XlsxText fit = XlsxText::of(text, cutMark);
    if (isWeb && sheetLinks < MostLinks && !fit.cut && !fit.cleaned && url.toEncoded().size() <= Longest) {
        const lxw_error written =
            worksheet_write_url(sheet, lxw_row_t(sheetRow), lxw_col_t(column), fit.utf8.constData(), nullptr);
        if (written == LXW_NO_ERROR) {
            ++sheetLinks;
            return written;
        }
    }
    return writeText(sheet, sheetRow, column, text, nullptr);
}

void XlsxWriter::Private::finishSheet()
{
    worksheet_autofilter(sheets.back().sheet, 0, 0, lxw_row_t(sheetRow - 1), lxw_col_t(columns.size() - 1));
}

XlsxWriter::XlsxWriter(const QString &path, Options options)
    : d(std::make_unique<Private>())
{
    d->path = path;
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
    d->book.reset(workbook_new_opt(nativePath(d->path).constData(), &options));
    if (!d->book)
        return fail(Reason::Io, u"not enough memory"_s);
    d->bold = workbook_add_format(d->book.get());
    format_set_bold(d->bold);
    d->wrapped = workbook_add_format(d->book.get());
    format_set_text_wrap(d->wrapped);
    constexpr uint8_t ShortDate = 14; // ECMA-376 part 1, §18.8.30: those that follow the reader's settings
    constexpr uint8_t ShortDateAndTime = 22;
    d->day = workbook_add_format(d->book.get());
    format_set_num_format_index(d->day, ShortDate);
    d->time = workbook_add_format(d->book.get());
    format_set_num_format_index(d->time, ShortDateAndTime);
    return addSheet();
}

Result<void> XlsxWriter::addSheet()
{
    const QString name = d->options.sheetName;
    ++d->rowSheets;
    const auto added = d->newSheet(d->rowSheets == 1 ? name : name + u' ' + QString::number(d->rowSheets));
    if (!added)
        return std::unexpected(added.error());
    for (qsizetype i = 0; i < d->columns.size(); ++i) {
        const table::Column &column = *d->columns.at(i);
        const auto place = lxw_col_t(i);
        worksheet_set_column_pixels(*added, place, place, uint32_t(column.width), nullptr);
        const QString header = d->options.asShown ? columnTitle(column) : QString(column.key);
        if (const auto error = d->writeText(*added, 0, i, header, d->bold))
            return d->failed(error);
    }
    worksheet_freeze_panes(*added, 1, 0);
    d->sheetRow = 1;
    d->sheetLinks = 0;
    return {};
}

Result<void> XlsxWriter::row(table::CellViews cells)
{
    const CNumericLocale pointsInNumbers;
    if (d->sheetRow > d->options.sheetRows) {
        d->finishSheet();
        if (const Result<void> added = addSheet(); !added)
            return added;
    }
    errno = 0;
    for (size_t i = 0; i < cells.size(); ++i) {
        if (const lxw_error error = d->writeCell(qsizetype(i), cells[i]))
            return d->failed(error);
    }
    ++d->sheetRow;
    // libxlsxwriter does not look whether its writing succeeds.
    if (std::ferror(d->sheets.back().sheet->optimize_tmpfile))
        return std::unexpected(fileError(d->path, u"the rows could not be written"_s, errno));
    return {};
}

Result<void> XlsxWriter::end()
{
    const CNumericLocale pointsInNumbers;
    d->finishSheet();
    if (const Result<void> about = addAbout(); !about)
        return about;
    if (const Result<void> room = checkRoom(); !room)
        return room;
    errno = 0;
    if (const lxw_error error = workbook_close(d->book.release())) // frees it in any case
        return d->failed(error);
    d->bytes = QFileInfo(d->path).size();
    return checkWritten();
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
            if (const lxw_error error = d->writeText(*added, i, column, text, format))
                return d->failed(error);
        }
    }
    return {};
}

/// Putting the workbook together copies each sheet once more, unchecked: so it is only begun with room
/// enough.
Result<void> XlsxWriter::checkRoom()
{
    qint64 largest = 0;
    errno = 0;
    for (Private::Sheet &sheet : d->sheets) {
        FILE *file = sheet.sheet->optimize_tmpfile;
        if (std::fflush(file) != 0 || std::ferror(file))
            return std::unexpected(fileError(d->path, u"the rows could not be written"_s, errno));
        sheet.bytes = position(file);
        largest = std::max(largest, sheet.bytes);
    }
    d->book->options.use_zip64 = largest > Zip64From ? LXW_TRUE : LXW_FALSE;
    const QStorageInfo volume(QFileInfo(d->path).absolutePath());
    if (volume.isValid() && volume.bytesTotal() > 0 && volume.bytesAvailable() < largest + SpareRoom)
        return fail(Reason::DiskFull, d->path + ": no room to put the workbook together"_L1);
    return {};
}

/// Whatever went wrong unseen, a quota or another program that took the room, shows as a sheet shorter than
/// its rows.
Result<void> XlsxWriter::checkWritten() const
{
    QFile file(d->path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(fileError(d->path, file.errorString(), errno));
    const auto sizes = zipSizes(file);
    if (!sizes)
        return fail(sizes.error().reason, d->path + ": "_L1 + sizes.error().detail);
    for (size_t i = 0; i < d->sheets.size(); ++i) {
        const QByteArray member = "xl/worksheets/sheet" + QByteArray::number(qulonglong(i + 1)) + ".xml";
        const qint64 size = sizes->value(member, 0);
        if (size >= 0 && size <= d->sheets[i].bytes)
            return std::unexpected(fileError(d->path, u"the workbook is not complete"_s, 0));
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
    if (d->rowSheets > 1)
        result.append(tr("The rows stand on %n sheet(s), because one sheet of Excel cannot hold them all.",
                         nullptr, d->rowSheets));
    if (d->cleanedCells > 0)
        result.append(tr("In %n cell(s) characters that an Excel file cannot hold were left out or replaced.",
                         nullptr, int(d->cleanedCells)));
    return result;
}

} // namespace linnet::exports
