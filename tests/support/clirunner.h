// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace linnet::test {

/// How one run of linnet-cli ended.
struct CliResult
{
    int status = -1; ///< -1 = crashed or did not end
    QByteArray out;
    QByteArray err;
};

/// Runs the built linnet-cli in a folder of its own, with English texts and without the user's files and
/// proxies.
class CliRunner
{
public:
    explicit CliRunner(const QString &binFolder);

    /// For every run from now on.
    void setEnvironment(const QString &name, const QString &value) { m_more.insert(name, value); }
    CliResult run(const QStringList &args, int timeoutMs = 120'000) const;
    /// Only starts it.
    void start(QProcess &process, const QStringList &args) const;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray read(const QString &name) const;
    void write(const QString &name, const QByteArray &bytes) const; ///< fails the test when it cannot

private:
    QString m_program;
    QHash<QString, QString> m_more;
    QTemporaryDir m_folder;
};

} // namespace linnet::test
