// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringEncoder>

#include <algorithm>
#include <cstring>
#include <vector>

namespace linnet::exports {

/// Collects UTF-8 and hands it to a device in large pieces. What is no valid UTF-16 (a lone surrogate)
/// becomes U+FFFD, since no UTF-8 can say it.
class TextOutput
{
public:
    explicit TextOutput(QIODevice &device);

    void put(char byte)
    {
        *reserve(1) = byte;
        ++m_size;
    }
    void put(QByteArrayView bytes)
    {
        if (bytes.isEmpty())
            return;
        std::memcpy(reserve(bytes.size()), bytes.data(), size_t(bytes.size()));
        m_size += bytes.size();
    }
    void putNumber(qint64 number);
    void putText(QStringView text);

    /// After each row: passes the piece on when it is large enough.
    Result<void> flushIfLarge();
    /// At the end, or when somebody may want to read it: passes everything on, through the device's own
    /// buffer too.
    Result<void> finish();

    qint64 bytes() const { return m_written + m_size; }

private:
    Result<void> flush();
    /// Room for so many bytes more.
    char *reserve(qsizetype bytes)
    {
        if (m_size + bytes > qsizetype(m_buffer.size()))
            m_buffer.resize(std::max(m_buffer.size() * 2, size_t(m_size + bytes)));
        return m_buffer.data() + m_size;
    }

    QIODevice &m_device;
    std::vector<char> m_buffer;
    qsizetype m_size = 0; ///< of what is in the buffer
    QStringEncoder m_encoder;
    qint64 m_written = 0;
};

} // namespace linnet::exports
