// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/usage/manualpage.h"

#include <QCoreApplication>

#include <algorithm>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

/// From so many commands on an option is described once for all.
constexpr int FewestInCommon = 3;

/// Writes one page line by line; everything that is not a macro goes through escaped().
class ManualWriter
{
    Q_DECLARE_TR_FUNCTIONS(linnet::ManualWriter)

public:
    explicit ManualWriter(const ProgramFacts &program)
        : m_program(program)
    {
        for (const ProgramFacts &command : program.commands) {
            for (const ProgramFacts::Option &option : command.options)
                collect(option);
        }
    }

    QString write(const QString &version, const QStringList &alsoSee)
    {
        m_page = u".\\\" Made by \"%1 --man\"; changes here are lost.\n"_s.arg(m_program.name);
        macro(u".TH %1 1 \"\" \"Linnet %2\""_s.arg(m_program.name.toUpper(), version));
        // Names with dashes are typed as they stand: no hyphens, no words cut at the end of a line.
        macro(u".nh"_s);
        macro(u".ad l"_s);
        heading(tr("NAME"));
        text(m_program.name + u" \\- "_s + escaped(firstSentence(m_program.description)), AsIs);
        heading(tr("SYNOPSIS"));
        text(synopsis(m_program), AsIs);
        heading(tr("DESCRIPTION"));
        paragraphs(m_program.description);
        if (!m_program.options.isEmpty()) {
            heading(tr("OPTIONS"));
            writeOptions(m_program.options);
        }
        if (!m_program.commands.empty()) {
            heading(tr("COMMANDS"));
            for (const ProgramFacts &command : m_program.commands)
                writeCommand(command);
            heading(commonTitle());
            writeOptions(commonOptions());
        }
        for (const ProgramFacts::Section &section : m_program.sections) {
            heading(section.title);
            for (const auto &[term, meaning] : section.entries)
                entry(bold(term), meaning);
        }
        heading(tr("SEE ALSO"));
        QStringList pages;
        for (const QString &page : alsoSee)
            pages.append(bold(page) + u"(1)"_s);
        text(pages.join(u", "_s), AsIs);
        return m_page;
    }

private:
    enum Form
    {
        Plain,
        AsIs
    };

    struct Common
    {
        ProgramFacts::Option option;
        int commands = 0;
    };

    static QString commonTitle() { return tr("OPTIONS THAT COMMANDS HAVE IN COMMON"); }

    static QString escaped(QString text)
    {
        text.replace(u'\\', u"\\e"_s);
        text.replace(u'-', u"\\-"_s);
        text.replace(u'\'', u"\\(aq"_s);
        text.replace(u'"', u"\\(dq"_s);
        text.replace(u'^', u"\\(ha"_s);
        text.replace(u'~', u"\\(ti"_s);
        text.replace(u'`', u"\\(ga"_s);
        return text;
    }
    static QString bold(const QString &text) { return u"\\fB"_s + escaped(text) + u"\\fR"_s; }
    static QString italic(const QString &text) { return u"\\fI"_s + escaped(text) + u"\\fR"_s; }

    /// For the line of names, which apropos shows: no full stop, no capital in front.
    static QString firstSentence(const QString &text)
    {
        const qsizetype end = text.indexOf(u'.');
        QString sentence = text.left(end < 0 ? text.size() : end);
        return sentence.isEmpty() ? sentence : sentence.left(1).toLower() + sentence.mid(1);
    }

    void collect(const ProgramFacts::Option &option)
    {
        const auto found = std::ranges::find(m_common, option, &Common::option);
        if (found != m_common.end())
            ++found->commands;
        else
            m_common.append({option, 1});
    }
    bool isCommon(const ProgramFacts::Option &option) const
    {
        const auto found = std::ranges::find(m_common, option, &Common::option);
        return found != m_common.end() && found->commands >= FewestInCommon;
    }
    QList<ProgramFacts::Option> commonOptions() const
    {
        QList<ProgramFacts::Option> options;
        for (const Common &common : m_common) {
            if (common.commands >= FewestInCommon)
                options.append(common.option);
        }
        return options;
    }

    void macro(const QString &line) { m_page += line + u'\n'; }
    void heading(const QString &title) { macro(u".SH \"%1\""_s.arg(escaped(title))); }
    void text(const QString &line, Form form = Plain)
    {
        const QString shown = form == Plain ? escaped(line) : line;
        // A line that begins with these is a macro.
        const bool isMacro = shown.startsWith(u'.') || shown.startsWith(u'\'');
        macro(isMacro ? u"\\&"_s + shown : shown);
    }
    void paragraphs(const QString &description)
    {
        bool isFirst = true;
        for (const QString &line : description.split(u'\n', Qt::SkipEmptyParts)) {
            if (!std::exchange(isFirst, false))
                macro(u".PP"_s);
            text(line.trimmed());
        }
    }
    void entry(const QString &term, const QString &meaning)
    {
        macro(u".TP"_s);
        text(term, AsIs);
        text(meaning);
    }

    QString synopsis(const ProgramFacts &facts) const
    {
        QStringList parts{bold(facts.name)};
        if (!facts.commands.empty())
            parts.append(italic(tr("COMMAND")));
        if (!facts.options.isEmpty() || !facts.commands.empty())
            parts.append(u'[' + italic(tr("options")) + u']');
        for (const ProgramFacts::Positional &positional : facts.positionals)
            parts.append(italic(positional.syntax));
        return parts.join(u' ');
    }

    static QString term(const ProgramFacts::Option &option)
    {
        QStringList names;
        for (const QString &name : option.names)
            names.append(bold((name.size() == 1 ? u"-"_s : u"--"_s) + name));
        const QString value = option.value.isEmpty() ? QString() : u' ' + italic(option.value);
        return names.join(u", "_s) + value;
    }
    void writeOptions(const QList<ProgramFacts::Option> &options)
    {
        for (const ProgramFacts::Option &option : options) {
            const QString usual =
                option.fallback.isEmpty() ? QString() : u' ' + tr("Without it: %1.").arg(option.fallback);
            entry(term(option), option.description + usual);
        }
    }
    void writeCommand(const ProgramFacts &command)
    {
        macro(u".SS \"%1\""_s.arg(escaped(command.name)));
        text(synopsis(command), AsIs);
        macro(u".PP"_s);
        paragraphs(command.description);
        for (const ProgramFacts::Positional &positional : command.positionals)
            entry(italic(positional.syntax), positional.description);
        QList<ProgramFacts::Option> own;
        QStringList common;
        for (const ProgramFacts::Option &option : command.options) {
            if (isCommon(option))
                common.append(bold(u"--"_s + option.names.last()));
            else
                own.append(option);
        }
        writeOptions(own);
        if (common.isEmpty())
            return;
        macro(u".PP"_s);
        text(escaped(tr("Also, see %1 below:").arg(commonTitle())) + u' ' + common.join(u", "_s) + u'.',
             AsIs);
    }

    const ProgramFacts &m_program;
    QList<Common> m_common;
    QString m_page;
};

} // namespace

QString manualPage(const ProgramFacts &program, const QString &version, const QStringList &alsoSee)
{
    return ManualWriter(program).write(version, alsoSee);
}

} // namespace linnet
