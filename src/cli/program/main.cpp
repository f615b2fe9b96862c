// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/heap.h"
#include "base/places.h"
#include "base/translations.h"
#include "base/usage/usagepages.h"
#include "base/version.h"
#include "cli/auditcommand.h"
#include "cli/checkcommand.h"
#include "cli/comparecommand.h"
#include "cli/crawlcommand.h"
#include "cli/exportcommand.h"
#include "cli/importcommand.h"
#include "cli/markcommand.h"
#include "cli/options/program.h"
#include "cli/practicecommand.h"
#include "cli/process/coredumps.h"
#include "cli/process/interruptwatcher.h"
#include "cli/process/standardstreams.h"
#include "cli/project/joincommand.h"
#include "cli/project/mergecommand.h"
#include "cli/project/projectcommand.h"
#include "cli/proxiescommand.h"
#ifdef LINNET_REPORTS
#include "cli/reportcommand.h"
#endif
#include "cli/resumecommand.h"
#include "cli/runsavedcommand.h"
#include "cli/searchescommand.h"
#include "cli/sourcescommand.h"
#include "cli/statscommand.h"
#include "cli/vacanciescommand.h"
#include "linnet_commit.h"
#ifdef LINNET_REPORTS
#include "report/graphdrawing.h"
#endif

#include <QCoreApplication>
#ifdef LINNET_REPORTS
#include <QGuiApplication>
#endif
#include <QLoggingCategory>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<std::unique_ptr<cli::Command>> allCommands()
{
    std::vector<std::unique_ptr<cli::Command>> commands;
    commands.push_back(std::make_unique<cli::VacanciesCommand>());
    commands.push_back(std::make_unique<cli::CheckCommand>());
    commands.push_back(std::make_unique<cli::CrawlCommand>());
    commands.push_back(std::make_unique<cli::ProxiesCommand>());
    commands.push_back(std::make_unique<cli::ImportCommand>());
    commands.push_back(std::make_unique<cli::JoinCommand>());
    commands.push_back(std::make_unique<cli::MergeCommand>());
    commands.push_back(std::make_unique<cli::ExportCommand>());
    commands.push_back(std::make_unique<cli::CompareCommand>());
    commands.push_back(std::make_unique<cli::AuditCommand>());
    commands.push_back(std::make_unique<cli::StatsCommand>());
#ifdef LINNET_REPORTS
    commands.push_back(std::make_unique<cli::ReportCommand>());
#endif
    commands.push_back(std::make_unique<cli::MarkCommand>());
    commands.push_back(std::make_unique<cli::SourcesCommand>());
    commands.push_back(std::make_unique<cli::ResumeCommand>());
    commands.push_back(std::make_unique<cli::SearchesCommand>());
    commands.push_back(std::make_unique<cli::RunSavedCommand>());
    commands.push_back(std::make_unique<cli::ProjectCommand>());
    commands.push_back(std::make_unique<cli::PracticeCommand>());
    return commands;
}

#ifdef LINNET_REPORTS
/// A report, or an export that names a picture.
bool paints(int argc, char **argv)
{
    if (argc < 2 || std::strcmp(argv[1], "export") != 0)
        return argc > 1 && std::strcmp(argv[1], "report") == 0;
    return std::any_of(argv + 2, argv + argc, [](const char *argument) {
        return report::GraphDrawing::mayBeDrawing(QString::fromLocal8Bit(argument));
    });
}
#endif

/// Only what is painted needs letters and all that is loaded for them, and never a display.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
#ifdef LINNET_REPORTS
    if (paints(argc, argv)) {
#if !defined(Q_OS_WIN) && !defined(Q_OS_MACOS)
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
        return std::make_unique<QGuiApplication>(argc, argv);
    }
#endif
    return std::make_unique<QCoreApplication>(argc, argv);
}

QString usage(const std::vector<std::unique_ptr<cli::Command>> &commands)
{
    QString text =
        QCoreApplication::translate("linnet::cli", "Usage: linnet-cli COMMAND [options]; --help with each") +
        u"\n\n"_s;
    for (const auto &command : commands)
        text += u"  %1  %2\n"_s.arg(command->name().leftJustified(10), command->summary());
    text += u'\n';
    for (const ProgramFacts::Option &option : cli::programFacts({}).options)
        text += u"  --%1  %2\n"_s.arg((option.names.last() + u' ' + option.value).leftJustified(24),
                                      option.description);
    return text.trimmed();
}

ProgramFacts factsOf(const std::vector<std::unique_ptr<cli::Command>> &commands)
{
    std::vector<ProgramFacts> facts;
    for (const auto &command : commands)
        std::ranges::move(command->facts(), std::back_inserter(facts));
    return cli::programFacts(std::move(facts));
}

} // namespace

int main(int argc, char *argv[])
{
    cli::preventCoreDumps();
    cli::secureStandardStreams();
    heap::setUp();
    // What libraries say is for developers, who set QT_LOGGING_RULES.
    QLoggingCategory::setFilterRules(u"*=false\n*.critical=true"_s);
    const std::unique_ptr<QCoreApplication> app = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"linnet"_s);
    QCoreApplication::setApplicationVersion(versionText(QStringLiteral(LINNET_COMMIT)));
    Translations translations(QLocale::system());

    const auto commands = allCommands();
    const QStringList args = app->arguments().sliced(1);
    const QString name = args.value(0);
    cli::Console console;
    if (name == u"--version") {
        console.out(u"linnet-cli "_s + QCoreApplication::applicationVersion());
        return console.lost() ? cli::NotStored : cli::Done;
    }
    if (const auto page = name.startsWith(u"--") ? usagePage(factsOf(commands), args,
                                                             QStringLiteral(LINNET_VERSION), {u"linnet"_s})
                                                 : std::nullopt) {
        if (*page)
            console.out(**page);
        else
            console.complain(page->error());
        return !*page ? cli::BadUsage : console.lost() ? cli::NotStored : cli::Done;
    }
    const auto found = std::ranges::find(commands, name, &cli::Command::name);
    if (found == commands.end()) {
        const bool asked = name == u"--help" || name == u"-h" || name == u"help";
        if (asked)
            console.out(usage(commands));
        else
            console.say(usage(commands));
        return !asked ? cli::BadUsage : console.lost() ? cli::NotStored : cli::Done;
    }
    if (const QString warning = Places::own().warning(); !warning.isEmpty())
        console.say(warning);
    cli::Command &command = **found;
    cli::InterruptWatcher interrupts;
    QObject::connect(&interrupts, &cli::InterruptWatcher::interrupted, &command, &cli::Command::interrupt);
    QObject::connect(&command, &cli::Command::finished, app.get(), &QCoreApplication::exit,
                     Qt::QueuedConnection);
    QMetaObject::invokeMethod(
        &command, [&command, args] { command.start(args.sliced(1)); }, Qt::QueuedConnection);
    return app->exec();
}
