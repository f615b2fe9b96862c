// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QTest>

namespace linnet::test {

CliRunner::CliRunner(const QString &binFolder)
    : m_program(binFolder + QStringLiteral("/linnet-cli"))
{
}

void CliRunner::start(QProcess &process, const QStringList &args) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "LINNET_HH_TOKEN",
                             "LINNET_SUPERJOB_TOKEN", "LINNET_NAV_TOKEN", "LINNET_PROXY", "LANGUAGE"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.path());
    for (auto entry = m_more.cbegin(); entry != m_more.cend(); ++entry)
        environment.insert(entry.key(), *entry);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(m_program, args);
}

CliResult CliRunner::run(const QStringList &args, int timeoutMs) const
{
    QProcess process;
    start(process, args);
    const bool ended = process.waitForFinished(timeoutMs);
    CliResult result{-1, process.readAllStandardOutput(), process.readAllStandardError()};
    if (ended && process.exitStatus() == QProcess::NormalExit)
        result.status = process.exitCode();
    else
        process.kill();
    process.waitForFinished();
    return result;
}

QByteArray CliRunner::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void CliRunner::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace linnet::test
