// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/smallscreen.h"
#include "walk.h"

using namespace linnet;
using namespace linnet::test;

/// Walks through the window over the practice server and takes pictures in both languages and both looks.
/// Usage: linnet_screenshots FOLDER [WIDTHxHEIGHT] [PERCENT%] [ru|en light|dark] [a part of Walk::runPart()]
/// PERCENT is the size of the letters.
/// The size is in logical pixels: a screen of 1920x1080 at QT_SCALE_FACTOR=2 has 960x540.
namespace {

QSize windowSize(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        const QStringList sides = argument.split(u'x');
        if (sides.size() == 2 && sides[0].toInt() > 0 && sides[1].toInt() > 0)
            return {sides[0].toInt(), sides[1].toInt()};
    }
    return {1366, 768};
}

int textPercent(const QStringList &arguments)
{
    const auto named =
        std::ranges::find_if(arguments, [](const QString &text) { return text.endsWith(u'%'); });
    return named == arguments.end() ? gui::Theme::UsualText : named->chopped(1).toInt();
}

} // namespace

int main(int argc, char *argv[])
{
    QStandardPaths::setTestModeEnabled(true);
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const QTemporaryDir ofScreen;
    // Dialogs keep within the screen, and the platform's own is smaller than most.
    if (qEnvironmentVariable("QT_QPA_PLATFORM") == "offscreen"_L1 &&
        !haveScreen(windowSize(arguments), ofScreen.filePath(u"screen.json"_s)))
        return 1;
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"linnet-screenshots"_s);
    const QString folder = arguments.value(1, QDir::currentPath());
    if (!QDir().mkpath(folder))
        qFatal("Cannot make the folder %s", qPrintable(folder));
    for (const QString &language : {u"en"_s, u"ru"_s}) {
        for (const QString &look : {u"light"_s, u"dark"_s}) {
            const bool all = !arguments.contains(u"en"_s) && !arguments.contains(u"ru"_s);
            if (!all && !(arguments.contains(language) && arguments.contains(look)))
                continue;
            Walk walk(folder, language, gui::Theme::choiceByName(look), windowSize(arguments),
                      textPercent(arguments));
            if (!walk.runPart(arguments.last()))
                walk.run();
        }
    }
    return 0;
}
