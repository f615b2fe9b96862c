// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/usage/zshcompletion.h"

#include "base/usage/completionoffer.h"

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Completion for zsh, by _arguments of its completion system.
class ZshWriter
{
public:
    explicit ZshWriter(const ProgramFacts &program)
        : m_program(program)
    {
    }

    QString write()
    {
        const QString function = u'_' + m_program.name;
        line(u"#compdef "_s + m_program.name);
        line(u"# Made by \"%1 --completion zsh\"; changes here are lost."_s.arg(m_program.name));
        line(function + u"() {"_s);
        if (m_program.commands.empty())
            arguments(m_program.options, m_program.positionals, u"    "_s);
        else
            commands();
        line(u"}"_s);
        // The file is read by the completion system, or by "source".
        line(u"if [[ $funcstack[1] == %1 ]]; then %1 \"$@\"; else compdef %1 %2; fi"_s.arg(function,
                                                                                           m_program.name));
        return m_text;
    }

private:
    void line(const QString &text) { m_text += text + u'\n'; }
    static QString quoted(QString text) { return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\''; }
    /// Inside a specification these have a meaning.
    static QString plain(QString text)
    {
        for (const QChar letter : {u'\\', u'[', u']', u':'})
            text.replace(letter, u'\\' + QString(letter));
        return text;
    }
    static QString action(const CompletionOffer &offer)
    {
        switch (offer.kind) {
        case CompletionOffer::Kind::Words:
            return u'(' + offer.words.join(u' ') + u')';
        case CompletionOffer::Kind::File:
            return u"_files"_s;
        case CompletionOffer::Kind::Folder:
            return u"_files -/"_s;
        case CompletionOffer::Kind::Project:
            return u"_files -g \"*.linnet\""_s;
        case CompletionOffer::Kind::Nothing:
            break;
        }
        return u" "_s;
    }

    void commands()
    {
        line(u"    local curcontext=$curcontext state line"_s);
        line(u"    local -a commands"_s);
        line(u"    _arguments -C \\"_s);
        for (const ProgramFacts::Option &option : m_program.options)
            specifications(option, u"        "_s);
        line(u"        '1:command:->command' '*::argument:->arguments'"_s);
        line(u"    case $state in"_s);
        line(u"    command)"_s);
        line(u"        commands=("_s);
        for (const auto &[word, hint] : firstWords(m_program))
            line(u"            "_s + quoted(word + u':' + plain(hint)));
        line(u"        )"_s);
        line(u"        _describe command commands"_s);
        line(u"        ;;"_s);
        line(u"    arguments)"_s);
        const auto groups = secondWords(m_program);
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            line(u"        if [[ $words[1] == %1 ]]; then"_s.arg(group.key()));
            line(u"            if ((CURRENT == 2)); then compadd %1; return; fi"_s.arg(group->join(u' ')));
            line(u"            words=(\"$words[1] $words[2]\" \"${(@)words[3,-1]}\"); ((CURRENT--))"_s);
            line(u"        fi"_s);
        }
        line(u"        case $words[1] in"_s);
        for (const ProgramFacts &command : m_program.commands) {
            line(u"        %1)"_s.arg(quoted(command.name)));
            arguments(command.options, command.positionals, u"            "_s);
            line(u"            ;;"_s);
        }
        line(u"        esac"_s);
        line(u"        ;;"_s);
        line(u"    esac"_s);
    }
    void arguments(const QList<ProgramFacts::Option> &options,
                   const QList<ProgramFacts::Positional> &positionals, const QString &indent)
    {
        line(indent + u"_arguments -s \\"_s);
        for (const ProgramFacts::Option &option : options)
            specifications(option, indent + u"    "_s);
        line(indent + u"    "_s + quoted(u"*:argument:"_s + action(offerFor(positionals))));
    }
    void specifications(const ProgramFacts::Option &option, const QString &indent)
    {
        for (const QString &name : option.names) {
            const bool isLong = name.size() > 1;
            const QString value = option.value.isEmpty()
                                      ? QString()
                                      : u":%1:%2"_s.arg(plain(option.value), action(offerFor(option)));
            const QString joined = !option.value.isEmpty() && isLong ? u"="_s : QString();
            line(indent +
                 quoted(u"*%1%2[%3]%4"_s.arg(dashedName(name), joined,
                                             plain(completionHint(option.description)), value)) +
                 u" \\"_s);
        }
    }

    const ProgramFacts &m_program;
    QString m_text;
};

} // namespace

QString zshCompletion(const ProgramFacts &program)
{
    return ZshWriter(program).write();
}

} // namespace linnet
