// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/secretstore.h"

#include <QHash>

namespace linnet::session {

/// Secrets in the system's keychain.
class KeychainStore final : public SecretStore
{
    Q_OBJECT

public:
    /// `service` is the name under which the keychain lists the secrets.
    /// The names of what is kept, which keychains do not tell, stand in this file; empty = nowhere.
    explicit KeychainStore(QString service, QString namesFile = {}, QObject *parent = nullptr);

    QByteArray secret(const QString &key) const override { return m_known.value(key); }
    void load(const QString &key) override;
    void keep(const QString &key, const QByteArray &secret) override;
    void remove(const QString &key) override;
    QStringList keys() const override { return m_names; }

private:
    void readNames();
    void note(const QString &key, bool isKept);

    QString m_service;
    QString m_namesFile;
    QStringList m_names;
    QHash<QString, QByteArray> m_known;
};

} // namespace linnet::session
