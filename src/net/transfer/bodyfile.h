// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/headerfields.h"

#include <QFile>

namespace linnet::net {

/// Where a body goes that is too large for memory: to PATH.part, and to PATH when it is whole. What came of
/// it stays for the next attempt, also of another day, which asks for the rest only (RFC 9110 §14.2, §13.1.5)
/// when the answer had a strong validator; that is kept in PATH.tag.
class BodyFile
{
public:
    explicit BodyFile(const QString &path);

    /// The fields that ask for what is lacking; none when it has to begin anew.
    HeaderFields ask() const;
    /// With the head of the answer, 2xx. packed: by a content coding, so that it cannot go on later.
    /// Reason::Io, DiskFull; Truncated when it is not the part that was asked for: then the next attempt
    /// begins anew.
    Result<void> begin(int status, const HeaderFields &headers, bool packed);
    Result<void> write(QByteArrayView piece);
    /// Reason::Truncated when more was announced.
    Result<void> finish();
    /// It is not worth going on with.
    void drop();

    qint64 size() const { return m_size; } ///< bytes that are there
    bool isBegun() const { return m_file.isOpen(); }

private:
    Error failed(const QString &what) const;

    QString m_path;
    QFile m_file;
    qint64 m_size = 0;
    qint64 m_total = -1; ///< -1 = nobody said
};

} // namespace linnet::net
