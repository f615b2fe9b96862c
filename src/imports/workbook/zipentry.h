// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QIODevice>

namespace linnet::imports {

/// One file of a ZipArchive, unpacked while it is read. read() fails when it is damaged, when it unpacks to
/// more than packed data of its size can honestly be, or when more is read than was allowed; error() says
/// which.
class ZipEntry final : public QIODevice
{
public:
    static constexpr quint64 MostBytes = Q_UINT64_C(32) * 1024 * 1024 * 1024;
    /// Times its packed size that a file may have; sheets reach some thirty.
    static constexpr quint64 MostRatio = 300;
    /// Smaller ones may be of any ratio.
    static constexpr quint64 Harmless = Q_UINT64_C(16) * 1024 * 1024;

    ~ZipEntry() override;

    bool isSequential() const override { return true; }
    /// From now on so many bytes may be read.
    void allow(qint64 bytes) { m_allowed = bytes; }
    const Error &error() const { return m_error; }
    /// How much of it was read, 0 to 1, as far as the archive says its size.
    double fraction() const;

protected:
    qint64 readData(char *data, qint64 largest) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    friend class ZipArchive;
    ZipEntry(void *zip, quint64 packed, quint64 unpacked);
    qint64 failed(Reason reason, const char *detail);

    void *m_zip;
    quint64 m_packed;
    quint64 m_unpacked; ///< as the archive says
    quint64 m_read = 0;
    qint64 m_allowed;
    Error m_error;
};

} // namespace linnet::imports
