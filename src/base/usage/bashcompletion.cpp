// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/usage/bashcompletion.h"

#include "base/usage/completionoffer.h"

#include <algorithm>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

QString kindName(CompletionOffer::Kind kind)
{
    switch (kind) {
    case CompletionOffer::Kind::Words:
        return u"words"_s;
    case CompletionOffer::Kind::File:
        return u"file"_s;
    case CompletionOffer::Kind::Folder:
        return u"folder"_s;
    case CompletionOffer::Kind::Project:
        return u"project"_s;
    case CompletionOffer::Kind::Nothing:
        break;
    }
    return u"nothing"_s;
}

/// Completion for bash.
class BashWriter
{
public:
    explicit BashWriter(const ProgramFacts &program)
        : m_program(program)
    {
    }

    QString write()
    {
        const QString function = functionName(m_program.name);
        line(u"# %1 in bash 4 or later; made by \"%1 --completion bash\", changes here are lost."_s.arg(
            m_program.name));
        line(function + u"()\n{"_s);
        m_text += QString::fromLatin1(
            R"(    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= options= words= kind=nothing
    # Bash takes --name=value for three words.
    if [[ $cur == = ]]; then
        cur=
    elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi
)");
        commands();
        values();
        m_text += QString::fromLatin1(R"(    COMPREPLY=()
    case $kind in
    words) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur") ;;
    file) mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
    folder) mapfile -t COMPREPLY < <(compgen -d -- "$cur") ;;
    project) mapfile -t COMPREPLY < <(compgen -f -X '!*.linnet' -- "$cur"; compgen -d -- "$cur") ;;
    esac
    case $kind in
    file | folder | project) compopt -o filenames 2>/dev/null ;;
    esac
    return 0
}
)");
        line(u"complete -F %1 %2"_s.arg(function, m_program.name));
        return m_text;
    }

private:
    void line(const QString &text) { m_text += text + u'\n'; }
    static QString quoted(const QStringList &words) { return u'\'' + words.join(u' ') + u'\''; }

    void branch(const QString &command, const QList<ProgramFacts::Option> &options,
                const CompletionOffer &offer)
    {
        line(u"    %1) options=%2 words=%3 kind=%4 ;;"_s.arg(quoted({command}), quoted(dashedNames(options)),
                                                             quoted(offer.words), kindName(offer.kind)));
    }
    void commands()
    {
        const auto groups = secondWords(m_program);
        if (!m_program.commands.empty())
            line(u"    ((COMP_CWORD < 2)) || command=${COMP_WORDS[1]}"_s);
        for (const QString &group : groups.keys())
            line(u"    [[ $command != %1 ]] || ((COMP_CWORD < 3)) || command+=\" ${COMP_WORDS[2]}\""_s.arg(
                group));
        line(u"    case $command in"_s);
        QStringList first;
        for (const auto &[word, hint] : firstWords(m_program))
            first.append(word);
        branch({}, m_program.options,
               first.isEmpty() ? offerFor(m_program.positionals)
                               : CompletionOffer{CompletionOffer::Kind::Words, first});
        for (auto group = groups.cbegin(); group != groups.cend(); ++group)
            branch(group.key(), {}, {CompletionOffer::Kind::Words, *group});
        for (const ProgramFacts &command : m_program.commands)
            branch(command.name, command.options, offerFor(command.positionals));
        line(u"    esac"_s);
        line(u"    [[ $cur != -* ]] || kind=words words=$options"_s);
    }
    /// By name where all commands take the same, else by command and name.
    void values()
    {
        QMap<QString, QList<std::pair<QString, ProgramFacts::Option>>> byName;
        const auto collect = [&](const QString &command, const QList<ProgramFacts::Option> &options) {
            for (const ProgramFacts::Option &option : options)
                byName[option.names.last()].append({command, option});
        };
        collect({}, m_program.options);
        for (const ProgramFacts &command : m_program.commands)
            collect(command.name, command.options);
        line(u"    case \"$command $prev\" in"_s);
        for (const auto &places : std::as_const(byName)) {
            const ProgramFacts::Option &first = places.front().second;
            const bool isSame = std::ranges::all_of(places, [&](const auto &place) {
                return place.second.value.isEmpty() == first.value.isEmpty() &&
                       place.second.names == first.names && offerFor(place.second) == offerFor(first);
            });
            for (const auto &[command, option] : places) {
                if (!option.value.isEmpty())
                    value(isSame ? u"*"_s : quoted({command}), option);
                if (isSame)
                    break;
            }
        }
        line(u"    esac"_s);
    }
    void value(const QString &command, const ProgramFacts::Option &option)
    {
        QStringList patterns;
        for (const QString &name : option.names)
            patterns.append(command + u"' "_s + dashedName(name) + u'\'');
        const CompletionOffer offer = offerFor(option);
        line(u"    %1) words=%2 kind=%3 ;;"_s.arg(patterns.join(u" | "_s), quoted(offer.words),
                                                  kindName(offer.kind)));
    }

    const ProgramFacts &m_program;
    QString m_text;
};

} // namespace

QString bashCompletion(const ProgramFacts &program)
{
    return BashWriter(program).write();
}

} // namespace linnet
