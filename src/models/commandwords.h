// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/command.h"

#include <QStringList>

namespace linnet::models {

/// The words by which a command is found, and how well it is found by what was typed: each word of it begins
/// a word of the command, in any order, whatever the case and with ё as е. What was typed counts in the other
/// layout of the keyboard, too.
class CommandWords
{
public:
    /// What somebody typed; the same for all commands.
    class Typed
    {
    public:
        explicit Typed(const QString &text);

    private:
        friend class CommandWords;
        QStringList m_words; ///< folded
        QStringList m_other; ///< as if the other layout had been on
    };

    explicit CommandWords(const Command &command);

    /// The less, the better; -1 = it is not found.
    int rank(const Typed &typed) const;

private:
    int rank(const QStringList &typed) const;

    QStringList m_text;  ///< the words of its name, folded
    QStringList m_other; ///< of all else
};

} // namespace linnet::models
