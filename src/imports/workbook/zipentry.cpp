// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/workbook/zipentry.h"

#include <QCoreApplication>

#include <minizip/unzip.h>

#include <algorithm>
#include <limits>

namespace linnet::imports {

ZipEntry::ZipEntry(void *zip, quint64 packed, quint64 unpacked)
    : m_zip(zip)
    , m_packed(packed)
    , m_unpacked(unpacked)
    , m_allowed(std::numeric_limits<qint64>::max())
{
    open(ReadOnly | Unbuffered);
}

ZipEntry::~ZipEntry()
{
    unzCloseCurrentFile(m_zip);
}

double ZipEntry::fraction() const
{
    return m_unpacked > 0 ? std::min(1.0, double(m_read) / double(m_unpacked)) : 1;
}

qint64 ZipEntry::failed(Reason reason, const char *detail)
{
    if (m_error.reason == Reason::None)
        m_error = {reason, 0, QString::fromLatin1(detail)};
    setErrorString(m_error.detail);
    return -1;
}

qint64 ZipEntry::readData(char *data, qint64 largest)
{
    if (m_error.reason != Reason::None)
        return -1;
    constexpr qint64 AtOnce = 1024 * 1024;
    const int read = unzReadCurrentFile(m_zip, data, unsigned(std::min(largest, AtOnce)));
    if (read < 0)
        return failed(Reason::BadFile,
                      QT_TRANSLATE_NOOP("linnet::ErrorDetail", "the archive is damaged or cut off"));
    m_read += quint64(read);
    m_allowed -= read;
    if (m_read > MostBytes || (m_read > Harmless && m_read / MostRatio > std::max<quint64>(1, m_packed)))
        return failed(Reason::Bomb,
                      QT_TRANSLATE_NOOP("linnet::ErrorDetail",
                                        "the workbook unpacks to far more than an honest one would"));
    if (m_allowed < 0)
        return failed(Reason::TooLarge,
                      QT_TRANSLATE_NOOP("linnet::ErrorDetail",
                                        "a part of the workbook is larger than can be held in memory"));
    return read;
}

} // namespace linnet::imports
