// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/usage/programfacts.h"

#include <QMap>

namespace linnet {

/// What a shell may offer where something is typed.
struct CompletionOffer
{
    enum class Kind : quint8
    {
        Nothing,
        Words,
        File,
        Folder,
        Project
    } kind = Kind::Nothing;
    QStringList words;

    bool operator==(const CompletionOffer &) const = default;
};

/// As the value of an option: the words that it chooses among, or files where it is called FILE.
CompletionOffer offerFor(const ProgramFacts::Option &option);
/// For what is no option.
CompletionOffer offerFor(const QList<ProgramFacts::Positional> &positionals);

/// "-o", "--output".
QString dashedName(const QString &name);
QStringList dashedNames(const QList<ProgramFacts::Option> &options);
/// A line beside what is offered: the first words of a description.
QString completionHint(const QString &description);
/// Name and first words, for the list of commands; a command of two words once, by its first.
QList<std::pair<QString, QString>> firstWords(const ProgramFacts &program);
/// The second words of commands by their first.
QMap<QString, QStringList> secondWords(const ProgramFacts &program);
/// What a function of a shell may be called after the program.
QString functionName(const QString &program);

} // namespace linnet
