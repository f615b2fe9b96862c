// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace linnet::test {

/// A real proxy on loopback, when squid is installed.
class SquidServer
{
public:
    SquidServer();
    ~SquidServer();

    enum class Scheme
    {
        Basic,
        Digest,
    };

    static bool isInstalled();
    /// names: hosts that it finds at 127.0.0.1. user: empty = no login is wanted.
    bool start(const QStringList &names, const QString &user = {}, const QString &password = {},
               Scheme scheme = Scheme::Basic);
    QString address() const; ///< 127.0.0.1:PORT
    QByteArray log() const;  ///< one line for each request
    QString errorText() const { return m_error; }

private:
    bool write(const QString &name, const QByteArray &bytes);
    QString loginConfig(const QString &user, const QString &password, Scheme scheme);

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_error;
};

} // namespace linnet::test
