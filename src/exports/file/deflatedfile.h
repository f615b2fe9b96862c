// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exports/file/atomicfile.h"
#include "exports/file/deflate.h"

#include <QFile>
#include <QFuture>

#include <deque>

namespace linnet::exports {

/// Bytes on their way into a ZIP archive, packed in threads of Qt's pool while more are made, in a temporary
/// file beside the archive that goes with it. What is in memory does not grow with them.
class DeflatedFile
{
public:
    explicit DeflatedFile(const QString &besidePath);

    /// Some hundred kilobytes at a time. Waits while enough is being packed. DiskFull or Io.
    Result<void> add(QByteArray bytes);
    /// After the last; from then on the rest may be asked.
    Result<void> finish();

    QFile &file() { return m_file; } ///< a DEFLATE stream without its end, from its beginning
    quint32 crc() const { return m_crc; }
    qint64 size() const { return m_size; } ///< unpacked

private:
    Result<void> writeOldest();

    AtomicFile m_place;
    QFile m_file;
    std::deque<QFuture<DeflatedPiece>> m_underWay;
    quint32 m_crc = 0;
    qint64 m_size = 0;
};

} // namespace linnet::exports
