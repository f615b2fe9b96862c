// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/options.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

Options::Options(const QString &description)
{
    m_parser.setApplicationDescription(description);
    m_parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    m_facts.description = description;
    add({u"h"_s, u"help"_s}, QCoreApplication::translate("linnet::cli", "Show this help."));
}

void Options::add(const QStringList &names, const QString &description, const QString &value,
                  const QString &fallback)
{
    m_parser.addOption({names, description, value, fallback});
    // Codes with commas between, and nothing else, are what one chooses among.
    static const QRegularExpression codes(uR"(^[\w.-]+(, [\w.-]+)+$)"_s);
    const QStringList words =
        codes.match(description).hasMatch() ? description.split(u", "_s) : QStringList();
    m_facts.options.append({names, description, value, fallback, words});
}

void Options::addPositional(const QString &name, const QString &description, const QString &syntax)
{
    m_parser.addPositionalArgument(name, description, syntax);
    m_facts.positionals.append({syntax, description});
}

void Options::offer(const QString &name, const QStringList &words)
{
    for (ProgramFacts::Option &option : m_facts.options) {
        if (option.names.contains(name))
            option.words = words;
    }
}

ProgramFacts Options::facts(const QString &command) const
{
    ProgramFacts facts = m_facts;
    facts.name = command;
    return facts;
}

Result<void> Options::parse(const QString &command, const QStringList &args)
{
    m_command = command;
    if (!m_parser.parse(QStringList{u"linnet-cli"_s} + args))
        return fail(Reason::BadValue, m_parser.errorText());
    return {};
}

bool Options::helpWanted() const
{
    return m_parser.isSet(u"help"_s);
}

QString Options::helpText() const
{
    // Qt names the program by its path and knows nothing of commands.
    const QString text = m_parser.helpText();
    const QString program = QCoreApplication::arguments().value(0);
    // What stands around the path is in the user's language.
    const qsizetype path = text.indexOf(program);
    return u"linnet-cli %1%2"_s.arg(m_command, path < 0 ? text : text.sliced(path + program.size()));
}

bool Options::isSet(const QString &name) const
{
    return m_parser.isSet(name);
}

QString Options::text(const QString &name) const
{
    return m_parser.value(name);
}

QStringList Options::texts(const QString &name) const
{
    return m_parser.values(name);
}

QStringList Options::positional() const
{
    return m_parser.positionalArguments();
}

Result<qint64> Options::integer(const QString &name, qint64 low, qint64 high) const
{
    bool ok = false;
    const qint64 number = text(name).toLongLong(&ok);
    if (!ok || number < low || number > high)
        return fail(Reason::BadValue, u"--%1 %2: %3 to %4"_s.arg(name, text(name)).arg(low).arg(high));
    return number;
}

Result<double> Options::real(const QString &name, double low, double high) const
{
    bool ok = false;
    const double number = text(name).toDouble(&ok);
    if (!ok || !std::isfinite(number) || number < low || number > high)
        return fail(Reason::BadValue, u"--%1 %2: %3 to %4"_s.arg(name, text(name)).arg(low).arg(high));
    return number;
}

Result<QStringList> Options::words(const QString &name, const QStringList &allowed) const
{
    QStringList result;
    for (const QString &given : texts(name)) {
        for (const QString &word : given.split(u',', Qt::SkipEmptyParts)) {
            if (!allowed.contains(word))
                return fail(Reason::BadValue, u"--%1 %2: %3"_s.arg(name, word, allowed.join(u", ")));
            result.append(word);
        }
    }
    return result;
}

} // namespace linnet::cli
