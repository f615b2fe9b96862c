// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/usage/programfacts.h"

#include <QCommandLineParser>

#include <optional>

namespace linnet::cli {

/// Reads a command's arguments and its values, each error naming its option (Reason::BadValue).
class Options
{
public:
    explicit Options(const QString &description);

    /// value empty = a switch. names: "t" "text".
    void add(const QStringList &names, const QString &description, const QString &value = {},
             const QString &fallback = {});
    void addPositional(const QString &name, const QString &description, const QString &syntax);
    /// The words among which the option chooses, for the completion of shells; parsing does not look at them.
    void offer(const QString &name, const QStringList &words);

    /// False with an error text, or for --help (then helpWanted()).
    Result<void> parse(const QString &command, const QStringList &args);
    bool helpWanted() const;
    QString helpText() const;
    /// The same as the help, for manual pages and shells.
    ProgramFacts facts(const QString &command) const;

    bool isSet(const QString &name) const;
    QString text(const QString &name) const;
    QStringList texts(const QString &name) const;
    QStringList positional() const;
    Result<qint64> integer(const QString &name, qint64 low, qint64 high) const;
    Result<double> real(const QString &name, double low, double high) const;
    /// The option's values, each one of the allowed words; error lists them.
    Result<QStringList> words(const QString &name, const QStringList &allowed) const;

private:
    QCommandLineParser m_parser;
    ProgramFacts m_facts;
    QString m_command;
};

} // namespace linnet::cli
