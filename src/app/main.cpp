// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/startoptions.h"

#include "base/heap.h"
#include "base/version.h"
#include "linnet_commit.h"

#include <QApplication>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What is printed needs no display.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    if (linnet::StartOptions::onlyTell(argc, argv))
        return std::make_unique<QCoreApplication>(argc, argv);
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace

int main(int argc, char *argv[])
{
    linnet::heap::setUp();
    const std::unique_ptr<QCoreApplication> app = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"linnet"_s);
    QCoreApplication::setApplicationVersion(linnet::versionText(QStringLiteral(LINNET_COMMIT)));
    linnet::StartOptions options;
    if (const auto status = options.read())
        return *status;
    QGuiApplication::setApplicationDisplayName(u"Linnet"_s);
    QGuiApplication::setDesktopFileName(u"org.linnet.Linnet"_s);

    linnet::Application linnet;
    const QString path = options.project();
    linnet.show(path.isEmpty() ? path : QFileInfo(path).absoluteFilePath());
    return QApplication::exec();
}
