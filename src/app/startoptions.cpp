// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startoptions.h"

#include "base/errortext.h"
#include "base/translations.h"
#include "base/usage/usagepages.h"

#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <span>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

bool StartOptions::onlyTell(int argc, char **argv)
{
    static const QStringList telling{u"-h"_s,        u"--help"_s, u"--help-all"_s,  u"-v"_s,
                                     u"--version"_s, u"--man"_s,  u"--completion"_s};
    return std::ranges::any_of(
        std::span(argv, size_t(argc)).subspan(argc > 0 ? 1 : 0),
        [](const char *argument) { return telling.contains(QString::fromLocal8Bit(argument)); });
}

ProgramFacts StartOptions::facts()
{
    ProgramFacts facts;
    facts.name = u"linnet"_s;
    facts.description = tr("Collects job vacancies into tables and Excel files.");
    facts.options = {{{u"project"_s}, tr("Opens a project; it is created when absent."), u"FILE"_s, {}, {}}};
    facts.options += usageOptions();
    facts.positionals = {{u"[FILE]"_s, tr("A project to open.")}};
    return facts;
}

std::optional<int> StartOptions::read()
{
    // The window installs the language that was chosen in it.
    const Translations translations(QLocale::system());
    ProgramFacts facts = StartOptions::facts();
    m_parser.setApplicationDescription(facts.description);
    for (const ProgramFacts::Option &option : facts.options)
        m_parser.addOption({option.names, option.description, option.value});
    for (const ProgramFacts::Positional &positional : facts.positionals)
        m_parser.addPositionalArgument(u"file"_s, positional.description, positional.syntax);
    for (const QCommandLineOption &option : {m_parser.addHelpOption(), m_parser.addVersionOption()})
        facts.options.append({option.names(), option.description(), {}, {}, {}});
    const auto page = usagePage(facts, QCoreApplication::arguments().sliced(1),
                                QStringLiteral(LINNET_VERSION), {u"linnet-cli"_s});
    if (!page) {
        m_parser.process(QCoreApplication::arguments());
        // What looked like a question was none.
        if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
            m_parser.showHelp(2);
        return {};
    }
    const QByteArray text = (*page ? **page : ErrorText::sentence(page->error())).toUtf8() + '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), *page ? stdout : stderr);
    return *page && std::fflush(stdout) == 0 ? 0 : 1;
}

QString StartOptions::project() const
{
    const QString named = m_parser.value(u"project"_s);
    return m_parser.isSet(u"project"_s) ? named : m_parser.positionalArguments().value(0);
}

} // namespace linnet
