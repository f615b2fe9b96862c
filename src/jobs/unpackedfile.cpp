// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/unpackedfile.h"

#include "net/transfer/inflater.h"
#include "net/transfer/zstdunpacker.h"

#include <algorithm>

namespace linnet::jobs {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 Packed = 32 * 1024;
/// What one such piece may become: gzip reaches a thousand times its size.
constexpr qint64 MostUnpacked = 64 * 1024 * 1024;

} // namespace

UnpackedFile::UnpackedFile(const QString &path)
    : m_file(path)
{
}

UnpackedFile::~UnpackedFile() = default;

bool UnpackedFile::open(OpenMode mode)
{
    if (mode != OpenMode(ReadOnly) || !m_file.open(ReadOnly)) {
        setErrorString(m_file.errorString());
        return false;
    }
    const QByteArray begins = m_file.peek(4);
    if (begins.startsWith("\x1F\x8B"))
        m_unpacker = std::make_unique<net::Inflater>();
    else if (begins == "\x28\xB5\x2F\xFD")
        m_unpacker = std::make_unique<net::ZstdUnpacker>();
    return QIODevice::open(ReadOnly | Unbuffered);
}

bool UnpackedFile::skipTo(qint64 offset)
{
    if (!m_unpacker)
        return offset <= m_file.size() && m_file.seek(offset);
    while (offset > 0) {
        if (m_at == m_unpacked.size() && !unpackMore())
            return false;
        const qint64 passed = std::min(offset, qint64(m_unpacked.size() - m_at));
        m_at += passed;
        offset -= passed;
    }
    return true;
}

double UnpackedFile::fraction() const
{
    return m_file.size() > 0 ? double(m_file.pos()) / double(m_file.size()) : 1;
}

qint64 UnpackedFile::readData(char *data, qint64 largest)
{
    if (!m_unpacker) {
        const qint64 read = m_file.read(data, largest);
        if (read < 0)
            setErrorString(m_file.errorString());
        return read;
    }
    if (m_at == m_unpacked.size() && !unpackMore())
        return m_isBroken ? -1 : 0;
    const qint64 given = std::min(largest, qint64(m_unpacked.size() - m_at));
    std::copy_n(m_unpacked.constData() + m_at, given, data);
    m_at += given;
    return given;
}

bool UnpackedFile::unpackMore()
{
    using State = net::Unpacker::State;
    m_unpacked.clear();
    m_at = 0;
    while (m_unpacked.isEmpty() && !m_isBroken) {
        const QByteArray packed = m_file.read(Packed);
        const bool isRead = m_file.error() == QFile::NoError;
        if (packed.isEmpty() && isRead && m_unpacker->state() == State::End)
            return false;
        if (packed.isEmpty()) {
            setErrorString(isRead ? u"the packed file ends too early"_s : m_file.errorString());
            m_isBroken = true;
        } else if (const State state = m_unpacker->feed(packed, m_unpacked, MostUnpacked);
                   state == State::Broken || state == State::Full) {
            setErrorString(u"the packed file is damaged"_s);
            m_isBroken = m_unpacked.isEmpty();
        }
    }
    return !m_isBroken;
}

} // namespace linnet::jobs
