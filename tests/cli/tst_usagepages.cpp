// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// Version, manual page and completion of the built linnet-cli, taken in by the real man, bash, zsh and fish.
class TestUsagePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR)); }
    void version();
    void helpNamesEverything();
    void manual_data();
    void manual();
    void manualHasAllOptions();
    void bash_data();
    void bash();
    void zsh();
    void fish_data();
    void fish();
    void unknownShell();

private:
    struct Ended
    {
        int status = -1;
        QString out;
        QString err;
    };
    Ended run(const QString &program, const QStringList &args, const QStringList &environment = {}) const
    {
        QProcess process;
        process.setWorkingDirectory(m_cli->path({}));
        process.setEnvironment(QProcess::systemEnvironment() + environment);
        process.start(program, args);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    /// Writes what the program prints into a file.
    void keep(const QStringList &args, const QString &file) const
    {
        const auto printed = m_cli->run(args);
        QCOMPARE(printed.status, 0);
        m_cli->write(file, printed.out);
    }
    QStringList commands() const
    {
        static const QRegularExpression line(u"^  ([a-z]+) +\\S"_s, QRegularExpression::MultilineOption);
        QStringList names;
        const QString help = QString::fromUtf8(m_cli->run({u"--help"_s}).out);
        for (auto match = line.globalMatch(help); match.hasNext();)
            names.append(match.next().captured(1));
        return names;
    }

    std::unique_ptr<test::CliRunner> m_cli;
};

void TestUsagePages::version()
{
    const auto told = m_cli->run({u"--version"_s});
    static const QRegularExpression line(
        u"^linnet-cli [0-9]+[.][0-9]+[.][0-9]+ \\((build [0-9a-f]+[+]?, )?Qt [0-9.]+\\)\n$"_s);
    QVERIFY2(line.match(QString::fromUtf8(told.out)).hasMatch(), told.out);
    QVERIFY2(told.out.contains("linnet-cli " LINNET_VERSION " ("), told.out);
}

void TestUsagePages::helpNamesEverything()
{
    const auto help = m_cli->run({u"--help"_s});
    QCOMPARE(help.status, 0);
    for (const char *text : {"  vacancies ", "--man", "--completion bash|zsh|fish", "--version"})
        QVERIFY2(help.out.contains(text), help.out);
    QVERIFY(commands().size() >= 17);
}

void TestUsagePages::manual_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    QTest::newRow("English") << u"C.UTF-8"_s << u"Write rows of a saved project to a file."_s;
    QTest::newRow("Russian") << u"ru_RU.UTF-8"_s << u"Записать строки сохранённого проекта в файл."_s;
}

void TestUsagePages::manual()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, text);
    if (QStandardPaths::findExecutable(u"man"_s).isEmpty())
        QSKIP("elsewhere: man is not installed");
    m_cli->setEnvironment(u"LC_ALL"_s, locale);
    keep({u"--man"_s}, u"linnet-cli.1"_s);
    // As lintian asks it.
    const Ended shown =
        run(u"man"_s, {u"--warnings"_s, u"-E"_s, u"UTF-8"_s, u"-l"_s, u"-Tutf8"_s, u"./linnet-cli.1"_s},
            {u"LC_ALL=C.UTF-8"_s, u"MANROFFSEQ="_s, u"MANWIDTH=120"_s});
    QCOMPARE(shown.status, 0);
    QCOMPARE(shown.err, QString());
    QVERIFY2(shown.out.contains(text), qPrintable(shown.out.left(4000)));
}

/// A word of each command's help that begins with two dashes is in the page.
void TestUsagePages::manualHasAllOptions()
{
    static const QRegularExpression option(u"^ +(?:-\\w, )?(--[a-z-]+)"_s,
                                           QRegularExpression::MultilineOption);
    const QString man = QString::fromUtf8(m_cli->run({u"--man"_s}).out).replace(u"\\-"_s, u"-"_s);
    int looked = 0;
    for (const QString &command : commands()) {
        const QString help = QString::fromUtf8(m_cli->run({command, u"--help"_s}).out);
        for (auto match = option.globalMatch(help); match.hasNext(); ++looked) {
            const QString name = match.next().captured(1);
            QVERIFY2(man.contains(u"\\fB%1\\fR"_s.arg(name)), qPrintable(command + u' ' + name));
        }
    }
    QVERIFY(looked > 200);
}

void TestUsagePages::bash_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("offered");
    const QStringList none;
    QTest::newRow("a command") << QStringList{u"exp"_s} << QStringList{u"export"_s};
    QTest::newRow("several commands") << QStringList{u"me"_s} << QStringList{u"merge"_s};
    QTest::newRow("an option") << QStringList{u"export"_s, u"--datap"_s} << QStringList{u"--datapackage"_s};
    QTest::newRow("an option of another command") << QStringList{u"export"_s, u"--ignore-r"_s} << none;
    QTest::newRow("a word") << QStringList{u"export"_s, u"--csv"_s, u"excel"_s}
                            << QStringList{u"excel-ru"_s, u"excel-en"_s};
    QTest::newRow("a word behind =") << QStringList{u"export"_s, u"--csv"_s, u"="_s, u"excel-r"_s}
                                     << QStringList{u"excel-ru"_s};
    QTest::newRow("nothing behind = yet")
        << QStringList{u"audit"_s, u"--fail-on"_s, u"="_s} << QStringList{u"error"_s, u"warning"_s};
    QTest::newRow("a table of this command")
        << QStringList{u"mark"_s, u"--table"_s, u"pa"_s} << QStringList{u"pages"_s};
    QTest::newRow("the kind of a command") << QStringList{u"proxies"_s, u"f"_s} << QStringList{u"fetch"_s};
    QTest::newRow("an option of that kind")
        << QStringList{u"proxies"_s, u"check"_s, u"--jud"_s} << QStringList{u"--judge"_s};
    QTest::newRow("a project") << QStringList{u"export"_s, u"my"_s} << QStringList{u"my market.linnet"_s};
    QTest::newRow("a file") << QStringList{u"crawl"_s, u"--file"_s, u"li"_s} << QStringList{u"list.txt"_s};
    QTest::newRow("a number") << QStringList{u"crawl"_s, u"--depth"_s, QString()} << none;
    QTest::newRow("an option of the program") << QStringList{u"--vers"_s} << QStringList{u"--version"_s};
}

/// The function that bash calls for the Tab key, called as bash does.
void TestUsagePages::bash()
{
    QFETCH(QStringList, words);
    QFETCH(const QStringList, offered);
    if (QStandardPaths::findExecutable(u"bash"_s).isEmpty())
        QSKIP("elsewhere: bash is not installed");
    keep({u"--completion"_s, u"bash"_s}, u"completion"_s);
    m_cli->write(u"my market.linnet"_s, "");
    m_cli->write(u"my list.csv"_s, "");
    m_cli->write(u"list.txt"_s, "");
    QCOMPARE(run(u"bash"_s, {u"-n"_s, u"completion"_s}).err, QString());
    words.prepend(u"linnet-cli"_s);
    const QString script = u"source completion; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _linnet_cli; "
                           "((${#COMPREPLY[@]} == 0)) || printf '%s\\n' \"${COMPREPLY[@]}\""_s;
    const Ended ended = run(u"bash"_s, QStringList{u"--norc"_s, u"-c"_s, script, u"bash"_s} + words);
    QCOMPARE(ended.err, QString());
    QCOMPARE(ended.out.split(u'\n', Qt::SkipEmptyParts), offered);
}

void TestUsagePages::zsh()
{
    if (QStandardPaths::findExecutable(u"zsh"_s).isEmpty())
        QSKIP("elsewhere: zsh is not installed");
    keep({u"--completion"_s, u"zsh"_s}, u"_linnet-cli"_s);
    QCOMPARE(run(u"zsh"_s, {u"-n"_s, u"_linnet-cli"_s}).err, QString());
    // A terminal of its own, in which the keys are pressed: only there does zsh complete.
    const QString script = uR"(
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell "PS1=; stty -echo; fpath=($PWD \$fpath); autoload -Uz compinit; compinit -u -D; bindkey '^I' complete-word"
        zpty -w -n shell $'print ready\n'
        zpty -r -m shell text '*ready*'
        zpty -w -n shell $'linnet-cli() print -r -- "<$*>"\n'
        zpty -w -n shell $'linnet-cli exp\t--datap\t\n'
        zpty -r -m shell text '*<export --datapackage>*' && print found
        zpty -d shell)"_s;
    const Ended ended = run(u"timeout"_s, {u"50"_s, u"zsh"_s, u"-f"_s, u"-c"_s, script}, {u"TERM=dumb"_s});
    QVERIFY2(ended.out.contains(u"found"_s), qPrintable(ended.out + ended.err));
}

void TestUsagePages::fish_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("offered");
    QTest::newRow("a command") << u"linnet-cli exp"_s << QStringList{u"export"_s};
    QTest::newRow("an option") << u"linnet-cli export --datap"_s << QStringList{u"--datapackage"_s};
    QTest::newRow("a word") << u"linnet-cli export --csv excel"_s
                            << QStringList{u"excel-en"_s, u"excel-ru"_s};
    QTest::newRow("the kind of a command") << u"linnet-cli proxies f"_s << QStringList{u"fetch"_s};
    QTest::newRow("a project") << u"linnet-cli export m"_s << QStringList{u"market.linnet"_s};
}

void TestUsagePages::fish()
{
    QFETCH(const QString, line);
    QFETCH(const QStringList, offered);
    if (QStandardPaths::findExecutable(u"fish"_s).isEmpty())
        QSKIP("elsewhere: fish is not installed");
    keep({u"--completion"_s, u"fish"_s}, u"completion.fish"_s);
    m_cli->write(u"market.linnet"_s, "");
    QCOMPARE(run(u"fish"_s, {u"-n"_s, u"completion.fish"_s}).err, QString());
    const Ended ended =
        run(u"fish"_s, {u"-N"_s, u"-c"_s, u"source completion.fish; complete -C '%1'"_s.arg(line)},
            {u"HOME="_s + m_cli->path({})});
    QStringList found;
    for (const QString &told : ended.out.split(u'\n', Qt::SkipEmptyParts))
        found.append(told.section(u'\t', 0, 0));
    found.sort();
    QCOMPARE(found, offered);
}

void TestUsagePages::unknownShell()
{
    const auto told = m_cli->run({u"--completion"_s, u"tcsh"_s});
    QCOMPARE(told.status, 2);
    QVERIFY2(told.err.contains("bash, zsh, fish"), told.err);
}

QTEST_GUILESS_MAIN(TestUsagePages)
#include "tst_usagepages.moc"
