// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorysecrets.h"

namespace linnet::test {

void MemorySecrets::load(const QString &key)
{
    QMetaObject::invokeMethod(
        this,
        [this, key] {
            if (m_usable && m_keychain.contains(key) && !m_known.contains(key))
                m_known.insert(key, m_keychain.value(key));
            Q_EMIT loaded(key);
        },
        Qt::QueuedConnection);
}

void MemorySecrets::keep(const QString &key, const QByteArray &secret)
{
    m_known.insert(key, secret);
    if (m_usable)
        m_keychain.insert(key, secret);
    QMetaObject::invokeMethod(
        this,
        [this, key] {
            Q_EMIT kept(key, m_usable ? Result<void>() : fail(Reason::Io, QStringLiteral("no keychain")));
        },
        Qt::QueuedConnection);
}

void MemorySecrets::remove(const QString &key)
{
    m_known.remove(key);
    if (m_usable)
        m_keychain.remove(key);
    QMetaObject::invokeMethod(
        this,
        [this, key] {
            Q_EMIT removed(key, m_usable ? Result<void>()
                                         : fail(Reason::Io, QStringLiteral("the keychain is locked")));
        },
        Qt::QueuedConnection);
}

} // namespace linnet::test
