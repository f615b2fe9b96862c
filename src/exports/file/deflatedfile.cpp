// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/deflatedfile.h"

#include "exports/file/fileerror.h"

#include <QtConcurrentRun>

#include <cerrno>

namespace linnet::exports {

namespace {
constexpr size_t MostUnderWay = 4; // pieces
}

DeflatedFile::DeflatedFile(const QString &besidePath)
    : m_place(besidePath)
    , m_file(m_place.temporaryPath())
{
}

Result<void> DeflatedFile::add(QByteArray bytes)
{
    m_underWay.push_back(QtConcurrent::run([bytes = std::move(bytes)] { return DeflatedPiece::of(bytes); }));
    if (m_underWay.size() < MostUnderWay && !m_underWay.front().isFinished())
        return {};
    return writeOldest();
}

Result<void> DeflatedFile::writeOldest()
{
    const DeflatedPiece piece = m_underWay.front().result();
    m_underWay.pop_front();
    errno = 0;
    if ((!m_file.isOpen() && !m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) ||
        m_file.write(piece.packed) != piece.packed.size())
        return std::unexpected(deviceError(m_file, errno));
    m_crc = joinedCrc(m_crc, piece.crc, piece.size);
    m_size += piece.size;
    return {};
}

Result<void> DeflatedFile::finish()
{
    while (!m_underWay.empty()) {
        if (const Result<void> written = writeOldest(); !written)
            return written;
    }
    errno = 0;
    if (m_file.isOpen() && !m_file.seek(0))
        return std::unexpected(deviceError(m_file, errno));
    return {};
}

} // namespace linnet::exports
