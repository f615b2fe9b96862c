// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>

class QIODevice;

namespace linnet::exports {

/// Reads a small ZIP archive (APPNOTE 4.3) that this program had made: members stored or deflated, without
/// ZIP64.
class ZipReader
{
public:
    /// Reason::Io when the archive has no readable directory. The device must be able to seek and outlives
    /// it.
    static Result<ZipReader> open(QIODevice &archive);

    /// In the order of the archive.
    QList<QByteArray> names() const;
    /// Unpacked. Reason::Io when it is not there, or not what was put in (by length and CRC).
    Result<QByteArray> content(const QByteArray &name) const;

private:
    struct Member
    {
        QByteArray name;
        quint16 method = 0;
        quint32 crc = 0;
        qint64 packed = 0;
        qint64 size = 0;
        qint64 at = 0; ///< of its local header
    };

    explicit ZipReader(QIODevice &archive)
        : m_archive(&archive)
    {
    }

    QIODevice *m_archive;
    QList<Member> m_members;
};

} // namespace linnet::exports
