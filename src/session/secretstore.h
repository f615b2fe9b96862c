// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QObject>

namespace linnet::session {

/// Secrets in the system's keychain. Nothing waits: load() and keep() answer by signals. Without a keychain a
/// secret lives as long as the program, and keep() says so.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    /// `service` is the name under which the keychain lists the secrets.
    explicit SecretStore(QString service, QObject *parent = nullptr);

    /// What is known now: empty before loaded() and when there is none.
    QByteArray secret(const QString &key) const { return m_known.value(key); }

    void load(const QString &key);
    /// Usable through secret() at once.
    void keep(const QString &key, const QByteArray &secret);
    void remove(const QString &key);

Q_SIGNALS:
    /// secret(key) is there, or there is none, or the keychain cannot be used.
    void loaded(const QString &key);
    /// In the keychain; or Reason::Io with the keychain's message: kept for this run only.
    void kept(const QString &key, const linnet::Result<void> &result);

private:
    QString m_service;
    QHash<QString, QByteArray> m_known;
};

} // namespace linnet::session
