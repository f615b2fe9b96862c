// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSize>
#include <QString>

namespace linnet::test {

/// Before there is a QApplication: gives it a screen of this size without a display, in place of the
/// platform's own. file: for the description of the screen, which is read when the application begins.
inline bool haveScreen(QSize size, const QString &file)
{
    const QJsonObject screen{{QStringLiteral("name"), QStringLiteral("small")},
                             {QStringLiteral("x"), 0},
                             {QStringLiteral("y"), 0},
                             {QStringLiteral("width"), size.width()},
                             {QStringLiteral("height"), size.height()},
                             {QStringLiteral("logicalDpi"), 96},
                             {QStringLiteral("logicalBaseDpi"), 96},
                             {QStringLiteral("dpr"), 1}};
    const QByteArray description =
        QJsonDocument(QJsonObject{{QStringLiteral("screens"), QJsonArray{screen}}}).toJson();
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(description) != description.size())
        return false;
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(file));
    return true;
}

} // namespace linnet::test
