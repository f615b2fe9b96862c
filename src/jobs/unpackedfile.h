// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transfer/unpacker.h"

#include <QFile>
#include <QIODevice>

#include <memory>

namespace linnet::jobs {

/// A file read from front to back, unpacked on the way when it is gzip (RFC 1952) or Zstandard (RFC 8878).
/// Errors of the file, and packed data that are broken or end too early, fail read(); errorString() says
/// which. Not thread-safe.
class UnpackedFile final : public QIODevice
{
public:
    explicit UnpackedFile(const QString &path);
    ~UnpackedFile() override;

    /// ReadOnly and nothing else.
    bool open(OpenMode mode) override;
    bool isSequential() const override { return true; }
    /// Passes over so many unpacked bytes, which takes as long as reading them when they are packed; false
    /// when there are not so many.
    bool skipTo(qint64 offset);
    /// How much of the file was read, 0 to 1.
    double fraction() const;

protected:
    qint64 readData(char *data, qint64 largest) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool unpackMore(); ///< false at the end or after an error

    QFile m_file;
    std::unique_ptr<net::Unpacker> m_unpacker; ///< null = it is not packed
    QByteArray m_unpacked;
    qsizetype m_at = 0; ///< what was given out of it
    bool m_isBroken = false;
};

} // namespace linnet::jobs
