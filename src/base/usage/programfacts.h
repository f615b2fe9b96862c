// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace linnet {

/// What a program, or a command of one, takes on its command line. Help, manual pages and the completion of
/// shells are made of it, so that none of them says something else. Texts are translated; names are as typed.
struct ProgramFacts
{
    struct Option
    {
        QStringList names; ///< without dashes; those of one letter first
        QString description;
        QString value;     ///< how its value is called, such as FILE; empty = a switch
        QString fallback;  ///< the value that it has when it is not given
        QStringList words; ///< values among which one chooses; empty = any

        bool operator==(const Option &) const = default;
    };
    struct Positional
    {
        QString syntax; ///< such as [URL…]
        QString description;
    };
    struct Section
    {
        QString title;
        QList<std::pair<QString, QString>> entries; ///< what is typed or shown, and what it means
    };

    QString name; ///< as typed; of a command without the program's: "audit", "proxies check"
    QString description;
    QList<Option> options;
    QList<Positional> positionals;
    std::vector<ProgramFacts> commands;
    QList<Section> sections; ///< what a manual page says besides
};

} // namespace linnet
