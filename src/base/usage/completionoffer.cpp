// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/usage/completionoffer.h"

#include <algorithm>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype LongestHint = 72; // characters

} // namespace

CompletionOffer offerFor(const ProgramFacts::Option &option)
{
    using Kind = CompletionOffer::Kind;
    QStringList words = option.words;
    if (words.isEmpty() && option.value.contains(u'|')) {
        for (const QString &word : option.value.split(u'|')) {
            if (word == word.toLower())
                words.append(word);
        }
    }
    if (!words.isEmpty())
        return {Kind::Words, words};
    if (option.names.contains(u"project"_s))
        return {Kind::Project, {}};
    if (option.value == u"FILE")
        return {Kind::File, {}};
    return {option.value == u"FOLDER" ? Kind::Folder : Kind::Nothing, {}};
}

CompletionOffer offerFor(const QList<ProgramFacts::Positional> &positionals)
{
    const auto names = [&](QStringView word) {
        return std::ranges::any_of(positionals, [&](const ProgramFacts::Positional &positional) {
            return positional.syntax.contains(word, Qt::CaseInsensitive);
        });
    };
    if (names(u"FILE") && positionals.size() > 1)
        return {CompletionOffer::Kind::File, {}};
    return {names(u"PROJECT") || names(u"A B") || names(u"FILE") ? CompletionOffer::Kind::Project
                                                                 : CompletionOffer::Kind::Nothing,
            {}};
}

QString dashedName(const QString &name)
{
    return (name.size() == 1 ? u"-"_s : u"--"_s) + name;
}

QStringList dashedNames(const QList<ProgramFacts::Option> &options)
{
    QStringList names;
    for (const ProgramFacts::Option &option : options) {
        for (const QString &name : option.names)
            names.append(dashedName(name));
    }
    return names;
}

QString completionHint(const QString &description)
{
    QString text = description.section(u'\n', 0, 0);
    for (const QString &end : {u". "_s, u": "_s, u"; "_s, u" ("_s}) {
        if (const qsizetype place = text.indexOf(end); place > 0)
            text.truncate(place);
    }
    if (text.size() > LongestHint)
        text = text.left(text.lastIndexOf(u' ', LongestHint)) + u'…';
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

QString functionName(const QString &program)
{
    return u'_' + QString(program).replace(u'-', u'_');
}

QList<std::pair<QString, QString>> firstWords(const ProgramFacts &program)
{
    QList<std::pair<QString, QString>> words;
    for (const ProgramFacts &command : program.commands) {
        const QString word = command.name.section(u' ', 0, 0);
        if (words.isEmpty() || words.last().first != word)
            words.append({word, completionHint(command.description)});
    }
    return words;
}

QMap<QString, QStringList> secondWords(const ProgramFacts &program)
{
    QMap<QString, QStringList> words;
    for (const ProgramFacts &command : program.commands) {
        if (command.name.contains(u' '))
            words[command.name.section(u' ', 0, 0)].append(command.name.section(u' ', 1));
    }
    return words;
}

} // namespace linnet
