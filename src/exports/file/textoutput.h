// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringEncoder>

namespace linnet::exports {

/// Collects UTF-8 and hands it to a device in large pieces. What is no valid UTF-16 (a lone surrogate)
/// becomes U+FFFD, since no UTF-8 can say it.
class TextOutput
{
public:
    explicit TextOutput(QIODevice &device);

    void put(char byte) { m_buffer.append(byte); }
    void put(QByteArrayView bytes) { m_buffer.append(bytes); }
    void putText(QStringView text);

    /// After each row: passes the piece on when it is large enough.
    Result<void> flushIfLarge();
    /// At the end: passes everything on, through the device's own buffer too.
    Result<void> finish();

    qint64 bytes() const { return m_written + m_buffer.size(); }

private:
    Result<void> flush();

    QIODevice &m_device;
    QByteArray m_buffer;
    QStringEncoder m_encoder;
    qint64 m_written = 0;
};

} // namespace linnet::exports
