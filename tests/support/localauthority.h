// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace linnet::test {

/// A certificate authority that nobody knows, and a server's certificate that it signed; made by openssl.
class LocalAuthority
{
public:
    static bool isInstalled();
    /// addresses: as in "IP:127.0.0.1,DNS:localhost". False when openssl failed.
    bool make(const QString &addresses);

    QString authority() const { return m_folder.filePath(QStringLiteral("authority.pem")); }
    QString certificate() const { return m_folder.filePath(QStringLiteral("server.pem")); }
    QString key() const { return m_folder.filePath(QStringLiteral("server.key")); }

private:
    QTemporaryDir m_folder;
};

} // namespace linnet::test
