// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QIODevice>

#include <memory>

namespace linnet::imports {

class ZipEntry;

/// The files within a ZIP archive (APPNOTE 6.3), read one after the other. Bounded against archives that are
/// made to harm: so many files, so much unpacked, so much of so little. Used by one thread at a time.
class ZipArchive
{
public:
    static constexpr quint64 MostEntries = 10'000;

    /// The device is open for reading, can seek, and is kept. Reason::BadFile, Bomb.
    static Result<std::unique_ptr<ZipArchive>> open(std::unique_ptr<QIODevice> device);
    ~ZipArchive();

    bool has(const QByteArray &name) const;
    /// One at a time; the archive outlives it. Reason::BadFile when there is none of that name.
    Result<std::unique_ptr<ZipEntry>> entry(const QByteArray &name);
    /// All of a small one.
    Result<QByteArray> bytes(const QByteArray &name, qint64 largest);

private:
    ZipArchive() = default;

    std::unique_ptr<QIODevice> m_device;
    void *m_zip = nullptr;
};

} // namespace linnet::imports
