// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/xlsxbook.h"

#include "exports/file/fileerror.h"
#include "exports/file/zipreader.h"
#include "exports/file/zipwriter.h"

#include <QFile>
#include <QXmlStreamReader>

#include <cerrno>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A sheet's XML (ECMA-376 part 1, §18.3.1.99) around the rows below its header.
struct Frame
{
    QByteArray before;
    QByteArray after;
};

/// What the library could not write shows as XML that ends early.
bool isWhole(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

Result<Frame> frameOf(QByteArray xml, const QByteArray &area)
{
    const qsizetype header = xml.indexOf("</row>");
    const qsizetype end = xml.indexOf("</sheetData>");
    const qsizetype size = xml.indexOf("<dimension ref=\"");
    const qsizetype sizeEnd = xml.indexOf("\"/>", size);
    if (header < 0 || end < header || size < 0 || sizeEnd < size || sizeEnd > header)
        return fail(Reason::Io, u"a sheet without header"_s);
    constexpr qsizetype RowEnd = 6;
    Frame frame{xml.first(header + RowEnd), xml.sliced(end)};
    constexpr qsizetype SizeBegin = 16;
    frame.before.replace(size + SizeBegin, sizeEnd - size - SizeBegin, area);
    return frame;
}

Result<void> addSheet(ZipWriter &archive, const QByteArray &name, const QByteArray &xml, XlsxSheet &sheet)
{
    const Result<Frame> frame = frameOf(xml, sheet.area);
    if (!frame)
        return std::unexpected(frame.error());
    const DeflatedPiece before = DeflatedPiece::of(frame->before);
    const DeflatedPiece after = DeflatedPiece::of(frame->after);
    DeflatedFile &rows = *sheet.rows;
    const QByteArray end = after.packed + DeflatedPiece::end();
    ZipWriter::Packed whole{before.crc, before.packed.size() + rows.file().size() + end.size(),
                            before.size + rows.size() + after.size};
    whole.crc = joinedCrc(whole.crc, rows.crc(), rows.size());
    whole.crc = joinedCrc(whole.crc, after.crc, after.size);
    Result<void> done = archive.begin(name, whole);
    if (done)
        done = archive.write(before.packed);
    if (done && rows.size() > 0)
        done = archive.copy(rows.file());
    if (done)
        done = archive.write(end);
    return done;
}

} // namespace

Result<void> assembleWorkbook(const QString &frame, std::vector<XlsxSheet> &sheets, const QString &path)
{
    QFile small(frame);
    QFile file(path);
    errno = 0;
    if (!small.open(QIODevice::ReadOnly))
        return std::unexpected(fileError(path, small.errorString(), errno));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return std::unexpected(deviceError(file, errno));
    const auto incomplete = [&path](const Error &error) {
        return std::unexpected(fileError(path, error.detail, 0));
    };
    const auto reader = ZipReader::open(small);
    if (!reader)
        return incomplete(reader.error());
    ZipWriter archive(file);
    for (const QByteArray &name : reader->names()) {
        const Result<QByteArray> content = reader->content(name);
        if (!content || !isWhole(*content))
            return incomplete(content ? Error{Reason::Io, 0, QString::fromUtf8(name)} : content.error());
        XlsxSheet *sheet = nullptr;
        for (size_t i = 0; i < sheets.size(); ++i) {
            const bool isIts = name == "xl/worksheets/sheet" + QByteArray::number(qulonglong(i + 1)) + ".xml";
            if (isIts && sheets[i].rows)
                sheet = &sheets[i];
        }
        const Result<void> added =
            sheet ? addSheet(archive, name, *content, *sheet) : archive.add(name, *content);
        if (!added)
            return added;
    }
    return archive.finish();
}

} // namespace linnet::exports
