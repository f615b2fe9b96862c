// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/workbook/ziparchive.h"

#include "imports/workbook/zipentry.h"

#include <QCoreApplication>

#include <minizip/unzip.h>

namespace linnet::imports {

namespace {

QIODevice &deviceOf(void *stream)
{
    return *static_cast<QIODevice *>(stream);
}

void *openDevice(void *opaque, const void *, int)
{
    return opaque;
}

uLong readDevice(void *, void *stream, void *data, uLong bytes)
{
    return uLong(std::max<qint64>(0, deviceOf(stream).read(static_cast<char *>(data), qint64(bytes))));
}

uLong refuseWriting(void *, void *, const void *, uLong)
{
    return 0;
}

ZPOS64_T placeInDevice(void *, void *stream)
{
    return ZPOS64_T(deviceOf(stream).pos());
}

long seekDevice(void *, void *stream, ZPOS64_T offset, int origin)
{
    QIODevice &device = deviceOf(stream);
    const qint64 base = origin == ZLIB_FILEFUNC_SEEK_END   ? device.size()
                        : origin == ZLIB_FILEFUNC_SEEK_CUR ? device.pos()
                                                           : 0;
    const qint64 place = base + qint64(offset);
    return place >= 0 && place <= device.size() && device.seek(place) ? 0 : -1;
}

int leaveDevice(void *, void *)
{
    return 0;
}

std::unexpected<Error> broken()
{
    return fail(Reason::BadFile, QLatin1StringView(QT_TRANSLATE_NOOP("linnet::ErrorDetail",
                                                                     "the archive is damaged or cut off")));
}

} // namespace

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(std::unique_ptr<QIODevice> device)
{
    std::unique_ptr<ZipArchive> archive(new ZipArchive);
    archive->m_device = std::move(device);
    zlib_filefunc64_def functions{};
    functions.zopen64_file = &openDevice;
    functions.zread_file = &readDevice;
    functions.zwrite_file = &refuseWriting;
    functions.ztell64_file = &placeInDevice;
    functions.zseek64_file = &seekDevice;
    functions.zclose_file = &leaveDevice;
    functions.zerror_file = &leaveDevice;
    functions.opaque = archive->m_device.get();
    archive->m_zip = unzOpen2_64("", &functions);
    unz_global_info64 info{};
    if (!archive->m_zip || unzGetGlobalInfo64(archive->m_zip, &info) != UNZ_OK)
        return broken();
    if (info.number_entry > MostEntries)
        return fail(Reason::Bomb, QLatin1StringView(QT_TRANSLATE_NOOP(
                                      "linnet::ErrorDetail", "the archive has more than 10,000 files")));
    return archive;
}

ZipArchive::~ZipArchive()
{
    if (m_zip)
        unzClose(m_zip);
}

bool ZipArchive::has(const QByteArray &name) const
{
    constexpr int AnyCase = 2;
    return unzLocateFile(m_zip, name.constData(), AnyCase) == UNZ_OK;
}

Result<std::unique_ptr<ZipEntry>> ZipArchive::entry(const QByteArray &name)
{
    unz_file_info64 info{};
    if (!has(name) || unzGetCurrentFileInfo64(m_zip, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK ||
        unzOpenCurrentFile(m_zip) != UNZ_OK)
        return broken();
    constexpr uLong Encrypted = 1;
    if (info.flag & Encrypted)
        return fail(Reason::BadFile, QLatin1StringView(QT_TRANSLATE_NOOP(
                                         "linnet::ErrorDetail", "the file is protected by a password")));
    return std::unique_ptr<ZipEntry>(new ZipEntry(m_zip, info.compressed_size, info.uncompressed_size));
}

Result<QByteArray> ZipArchive::bytes(const QByteArray &name, qint64 largest)
{
    const auto opened = entry(name);
    if (!opened)
        return std::unexpected(opened.error());
    (*opened)->allow(largest);
    QByteArray bytes = (*opened)->readAll();
    if ((*opened)->error().reason != Reason::None)
        return std::unexpected((*opened)->error());
    return bytes;
}

} // namespace linnet::imports
