// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "base/heap.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    linnet::heap::setUp();
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"linnet"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LINNET_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Linnet"_s);
    QGuiApplication::setDesktopFileName(u"org.linnet.Linnet"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("linnet::app", "Collects job vacancies into tables and Excel files."));
    const QCommandLineOption project(
        u"project"_s,
        QCoreApplication::translate("linnet::app", "Opens a project; it is created when absent."), u"FILE"_s);
    parser.addOption(project);
    parser.addPositionalArgument(u"file"_s, QCoreApplication::translate("linnet::app", "A project to open."),
                                 u"[file]"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(app);

    linnet::Application linnet;
    const QString path =
        parser.isSet(project) ? parser.value(project) : parser.positionalArguments().value(0);
    linnet.show(path.isEmpty() ? path : QFileInfo(path).absoluteFilePath());
    return QApplication::exec();
}
