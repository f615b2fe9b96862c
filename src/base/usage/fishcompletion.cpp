// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/usage/fishcompletion.h"

#include "base/usage/completionoffer.h"

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Completion for fish, a line each.
class FishWriter
{
public:
    explicit FishWriter(const ProgramFacts &program)
        : m_program(program)
    {
    }

    QString write()
    {
        const QString function = u"_"_s + functionName(m_program.name) + u"_in"_s;
        line(u"# Made by \"%1 --completion fish\"; changes here are lost."_s.arg(m_program.name));
        line(u"# True when these are the first words after the program."_s);
        line(u"function %1"_s.arg(function));
        line(u"    set -l typed (commandline -opc)"_s);
        line(u"    set -e typed[1]"_s);
        line(u"    for i in (seq (count $argv))"_s);
        line(u"        test \"$typed[$i]\" = \"$argv[$i]\"; or return 1"_s);
        line(u"    end"_s);
        line(u"end"_s);
        line(u"complete -c %1 -f"_s.arg(m_program.name));
        for (const auto &[word, hint] : firstWords(m_program))
            add(u"__fish_use_subcommand"_s, u"-a "_s + word, hint);
        const auto groups = secondWords(m_program);
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            const QString further = group->join(u' ');
            add(u"%1 %2; and not __fish_seen_subcommand_from %3"_s.arg(function, group.key(), further),
                u"-a '%1'"_s.arg(further), {});
        }
        arguments(m_program, m_program.commands.empty() ? QString() : u"__fish_use_subcommand"_s);
        for (const ProgramFacts &command : m_program.commands)
            arguments(command, function + u' ' + command.name);
        return m_text;
    }

private:
    void line(const QString &text) { m_text += text + u'\n'; }
    static QString quoted(QString text)
    {
        return u'\'' + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
    }
    void add(const QString &when, const QString &what, const QString &hint)
    {
        const QString condition = when.isEmpty() ? QString() : u" -n "_s + quoted(when);
        const QString told = hint.isEmpty() ? QString() : u" -d "_s + quoted(hint);
        line(u"complete -c "_s + m_program.name + condition + u' ' + what + told);
    }
    static QString action(const CompletionOffer &offer)
    {
        switch (offer.kind) {
        case CompletionOffer::Kind::Words:
            return u"-x -a "_s + quoted(offer.words.join(u' '));
        case CompletionOffer::Kind::File:
            return u"-r -F"_s;
        case CompletionOffer::Kind::Folder:
            return u"-x -a '(__fish_complete_directories)'"_s;
        case CompletionOffer::Kind::Project:
            return u"-x -a '(__fish_complete_suffix .linnet)'"_s;
        case CompletionOffer::Kind::Nothing:
            break;
        }
        return u"-x"_s;
    }
    void arguments(const ProgramFacts &facts, const QString &when)
    {
        const CompletionOffer rest = offerFor(facts.positionals);
        if (rest.kind == CompletionOffer::Kind::File)
            add(when, u"-F"_s, {});
        else if (rest.kind == CompletionOffer::Kind::Project)
            add(when, u"-a '(__fish_complete_suffix .linnet)'"_s, {});
        for (const ProgramFacts::Option &option : facts.options) {
            QString names;
            for (const QString &name : option.names)
                names += (name.size() == 1 ? u"-s "_s : u"-l "_s) + name + u' ';
            add(when, option.value.isEmpty() ? names.trimmed() : names + action(offerFor(option)),
                completionHint(option.description));
        }
    }

    const ProgramFacts &m_program;
    QString m_text;
};

} // namespace

QString fishCompletion(const ProgramFacts &program)
{
    return FishWriter(program).write();
}

} // namespace linnet
