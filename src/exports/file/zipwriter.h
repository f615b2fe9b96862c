// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

class QIODevice;

namespace linnet::exports {

/// Writes a ZIP archive (APPNOTE 4.3) to a device, member by member, with the 64-bit form where a size or a
/// place needs it. Names are ASCII. Every write is checked: DiskFull or Io.
class ZipWriter
{
public:
    /// The device is open and outlives it.
    explicit ZipWriter(QIODevice &device);

    /// A small member, packed here.
    Result<void> add(const QByteArray &name, const QByteArray &content);

    /// What a DEFLATE stream is made of.
    struct Packed
    {
        quint32 crc = 0;
        qint64 packed = 0; ///< bytes of the stream
        qint64 size = 0;   ///< unpacked
    };
    /// A member whose stream then comes by write() and copy(), exactly as long as announced.
    Result<void> begin(const QByteArray &name, const Packed &packed);
    Result<void> write(const QByteArray &bytes);
    /// Everything from where the device stands to its end.
    Result<void> copy(QIODevice &from);

    /// The directory; nothing more is called.
    Result<void> finish();

private:
    QIODevice &m_device;
    qint64 m_written = 0;
    QByteArray m_directory;
    qint64 m_members = 0;
};

} // namespace linnet::exports
