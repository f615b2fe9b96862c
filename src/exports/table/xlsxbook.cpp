// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/xlsxbook.h"

#include "exports/file/fileerror.h"
#include "exports/table/zipsizes.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <xlsxwriter.h>

#include <cerrno>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Room in bytes that has to be left beside the copy of a sheet while the workbook is put together.
constexpr qint64 SpareRoom = 1024 * 1024;
/// Above this many bytes of sheet the archive needs its 64-bit form.
constexpr qint64 Zip64From = 0xE000'0000;

/// libxlsxwriter wants UTF-8 on Windows and the system's own bytes elsewhere.
QByteArray nativePath(const QString &path)
{
#ifdef Q_OS_WIN
    return path.toUtf8();
#else
    return QFile::encodeName(path);
#endif
}

} // namespace

void XlsxBook::FreeBook::operator()(lxw_workbook *book) const
{
    lxw_workbook_free(book);
}

XlsxBook::XlsxBook(const QString &path, const QString &cutMark)
{
    m_shared.path = path;
    m_shared.cutMark = cutMark;
}

/// libxlsxwriter closes the temporary files of rows only when it puts the workbook together.
XlsxBook::~XlsxBook()
{
    if (!m_book)
        return;
    for (const auto &sheet : m_sheets)
        sheet->abandon();
}

Result<void> XlsxBook::open()
{
    QByteArray folder = QFile::encodeName(QFileInfo(m_shared.path).absolutePath());
    lxw_workbook_options options{}; // newer versions of the library have more members
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    m_book.reset(workbook_new_opt(nativePath(m_shared.path).constData(), &options));
    if (!m_book)
        return fail(Reason::Io, u"not enough memory"_s);
    const auto format = [this] { return workbook_add_format(m_book.get()); };
    constexpr lxw_color_t Grey = 0x667085;
    m_shared.bold = format();
    format_set_bold(m_shared.bold);
    m_shared.heading = format();
    format_set_bold(m_shared.heading);
    format_set_font_size(m_shared.heading, 13);
    m_shared.quiet = format();
    format_set_font_color(m_shared.quiet, Grey);
    m_shared.wrapped = format();
    format_set_text_wrap(m_shared.wrapped);
    m_shared.top = format();
    m_shared.topCount = format();
    m_shared.topShare = format();
    m_shared.topLink = format();
    format_set_font_color(m_shared.topLink, LXW_COLOR_BLUE);
    format_set_underline(m_shared.topLink, LXW_UNDERLINE_SINGLE);
    for (lxw_format *top :
         {m_shared.wrapped, m_shared.top, m_shared.topCount, m_shared.topShare, m_shared.topLink})
        format_set_align(top, LXW_ALIGN_VERTICAL_TOP);
    // ECMA-376 part 1, §18.8.30: these follow the settings of the reader's computer.
    constexpr uint8_t Grouped = 3;
    constexpr uint8_t ShortDate = 14;
    constexpr uint8_t ShortDateAndTime = 22;
    m_shared.day = format();
    format_set_num_format_index(m_shared.day, ShortDate);
    m_shared.time = format();
    format_set_num_format_index(m_shared.time, ShortDateAndTime);
    m_shared.count = format();
    format_set_num_format_index(m_shared.count, Grouped);
    m_shared.share = format();
    format_set_num_format(m_shared.share, "0.0%");
    format_set_num_format_index(m_shared.topCount, Grouped);
    format_set_num_format(m_shared.topShare, "0.0%");
    constexpr const char *AsExactAsItIsWorth = "[>=100]#,##0;0.00";
    m_shared.amount = format();
    format_set_num_format(m_shared.amount, AsExactAsItIsWorth);
    m_shared.faint = format();
    format_set_num_format(m_shared.faint, AsExactAsItIsWorth);
    format_set_font_color(m_shared.faint, Grey);
    return {};
}

Result<XlsxSheet *> XlsxBook::addSheet(const QString &name, Rows rows)
{
    errno = 0;
    m_book->options.constant_memory = rows == Rows::OnDisk ? LXW_TRUE : LXW_FALSE; // each sheet takes it over
    lxw_worksheet *sheet = workbook_add_worksheet(m_book.get(), name.toUtf8().constData());
    m_book->options.constant_memory = LXW_TRUE;
    if (!sheet)
        return std::unexpected(fileError(m_shared.path, u"no temporary file could be made"_s, errno));
    m_sheets.push_back(std::make_unique<XlsxSheet>(sheet, m_shared));
    return m_sheets.back().get();
}

Result<void> XlsxBook::close()
{
    if (const Result<void> room = checkRoom(); !room)
        return room;
    errno = 0;
    if (const lxw_error error = workbook_close(m_book.release())) // frees it in any case
        return std::unexpected(fileError(m_shared.path, QString::fromUtf8(lxw_strerror(error)), errno));
    return checkWritten();
}

/// Putting the workbook together copies each sheet once more, unchecked: so it is only begun with room
/// enough.
Result<void> XlsxBook::checkRoom()
{
    qint64 largest = 0;
    for (const auto &sheet : m_sheets) {
        const Result<qint64> bytes = sheet->flush();
        if (!bytes)
            return std::unexpected(bytes.error());
        largest = std::max(largest, *bytes);
    }
    m_book->options.use_zip64 = largest > Zip64From ? LXW_TRUE : LXW_FALSE;
    const QStorageInfo volume(QFileInfo(m_shared.path).absolutePath());
    if (volume.isValid() && volume.bytesTotal() > 0 && volume.bytesAvailable() < largest + SpareRoom)
        return fail(Reason::DiskFull, m_shared.path + ": no room to put the workbook together"_L1);
    return {};
}

/// Whatever went wrong unseen, a quota or another program that took the room, shows as a sheet shorter than
/// its rows.
Result<void> XlsxBook::checkWritten() const
{
    QFile file(m_shared.path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(fileError(m_shared.path, file.errorString(), errno));
    const auto sizes = zipSizes(file);
    if (!sizes)
        return fail(sizes.error().reason, m_shared.path + ": "_L1 + sizes.error().detail);
    for (size_t i = 0; i < m_sheets.size(); ++i) {
        const QByteArray member = "xl/worksheets/sheet" + QByteArray::number(qulonglong(i + 1)) + ".xml";
        const qint64 size = sizes->value(member, 0);
        if (size >= 0 && size <= m_sheets[i]->bytes())
            return std::unexpected(fileError(m_shared.path, u"the workbook is not complete"_s, 0));
    }
    return {};
}

} // namespace linnet::exports
