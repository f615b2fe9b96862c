// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace linnet::test {

/// A real nginx on a free loopback port, serving files from root(). Put files there, then start().
class NginxServer
{
public:
    NginxServer();
    ~NginxServer();

    static bool isInstalled();
    QString root() const; ///< document root, ends without slash
    /// Writes a file below root(), folders included.
    bool addFile(const QString &relativePath, const QByteArray &bytes) const;
    /// locations: further lines of the server block. False with a reason in errorText().
    bool start(const QByteArray &locations = {});
    QUrl url() const;
    QString errorText() const { return m_error; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_error;
};

} // namespace linnet::test
