// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/secretstore.h"

#include <QHash>

namespace linnet::test {

/// A keychain in memory: nothing of the developer's own is read or written.
class MemorySecrets final : public session::SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    /// What was kept when the program was started before; secret() knows it after load().
    QHash<QString, QByteArray> &keychain() { return m_keychain; }
    /// False: as on a computer without a keychain.
    void setUsable(bool usable) { m_usable = usable; }

    QByteArray secret(const QString &key) const override { return m_known.value(key); }
    void load(const QString &key) override;
    void keep(const QString &key, const QByteArray &secret) override;
    void remove(const QString &key) override;
    QStringList keys() const override { return m_keychain.keys(); }

private:
    QHash<QString, QByteArray> m_keychain;
    QHash<QString, QByteArray> m_known;
    bool m_usable = true;
};

} // namespace linnet::test
