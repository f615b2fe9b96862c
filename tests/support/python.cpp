// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/python.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString Interpreter = u"/usr/bin/python3"_s;

bool finished(QProcess &process, const QStringList &arguments)
{
    process.start(Interpreter, arguments);
    return process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

} // namespace

QString pythonMissing(const QString &module)
{
    if (!QFile::exists(Interpreter))
        return Interpreter + " is not installed"_L1;
    QProcess process;
    if (!finished(process, {u"-c"_s, "import "_L1 + module}))
        return "Python's module "_L1 + module + " is not installed"_L1;
    return {};
}

QJsonArray runPython(const QString &script, const QStringList &arguments)
{
    QProcess process;
    const QString path = QStringLiteral(LINNET_SOURCE_DIR "/tests/support/") + script;
    if (!finished(process, QStringList{u"-I"_s, path} + arguments)) {
        qWarning("%s: %s", qPrintable(script), process.readAllStandardError().constData());
        return {};
    }
    return QJsonDocument::fromJson(process.readAllStandardOutput()).array();
}

} // namespace linnet::test
