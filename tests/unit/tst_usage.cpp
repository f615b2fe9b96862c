// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/usage/usagepages.h"
#include "base/version.h"

#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// What is made of the facts about a program: its manual page and what shells complete.
class TestUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manualEscapes();
    void manualTellsCommonOptionsOnce();
    void othersAreNoPages();
    void unknownShell();
    void quotes_data();
    void quotes();
    void version();
};

namespace {

ProgramFacts::Option option(const QString &name, const QString &description, const QString &value = {})
{
    return {{name}, description, value, {}, {}};
}

/// A program with one command for each of these names, all with --same, the first with --own.
ProgramFacts program(const QStringList &names)
{
    ProgramFacts facts;
    facts.name = u"a-tool"_s;
    facts.description = u"Does 'this' and \\that."_s;
    for (const QString &name : names) {
        ProgramFacts command;
        command.name = name;
        command.description = u".Begins with a dot"_s;
        command.options = {option(u"same"_s, u"In common."_s, u"FILE"_s)};
        if (facts.commands.empty())
            command.options.append(option(u"own"_s, u"Its own: it's [so] and `so`."_s));
        facts.commands.push_back(command);
    }
    return facts;
}

QString page(const ProgramFacts &facts, const QStringList &args)
{
    const auto made = usagePage(facts, args, u"9.8"_s, {u"other"_s});
    return made && *made ? **made : QString();
}

} // namespace

void TestUsage::manualEscapes()
{
    const QString man = page(program({u"one"_s}), {u"--man"_s});
    QVERIFY2(man.contains(u".TH A-TOOL 1 \"\" \"Linnet 9.8\"\n"_s), qPrintable(man));
    QVERIFY(man.contains(u"a-tool \\- does \\(aqthis\\(aq and \\ethat\n"_s));
    QVERIFY(man.contains(u"\n\\&.Begins with a dot\n"_s));
    QVERIFY(man.contains(u"\\fB\\-\\-same\\fR \\fIFILE\\fR\n"_s));
    QVERIFY(man.endsWith(u"\\fBother\\fR(1)\n"_s));
}

void TestUsage::manualTellsCommonOptionsOnce()
{
    QCOMPARE(page(program({u"one"_s, u"two"_s}), {u"--man"_s}).count(u"In common."_s), 2);
    const QString man = page(program({u"one"_s, u"two"_s, u"three"_s, u"four"_s}), {u"--man"_s});
    QCOMPARE(man.count(u"In common."_s), 1);
    QCOMPARE(man.count(u"\\fB\\-\\-same\\fR"_s), 5);
    QCOMPARE(man.count(u"Its own"_s), 1);
}

void TestUsage::othersAreNoPages()
{
    for (const QStringList &args :
         {QStringList{}, {u"one"_s}, {u"--man"_s, u"one"_s}, {u"one"_s, u"--man"_s}})
        QVERIFY(!usagePage(program({u"one"_s}), args, u"9.8"_s, {}));
}

void TestUsage::unknownShell()
{
    for (const QStringList &args : {QStringList{u"--completion"_s}, {u"--completion"_s, u"tcsh"_s}}) {
        const auto made = usagePage(program({}), args, u"9.8"_s, {});
        QVERIFY(made && !*made);
        QCOMPARE(made->error().reason, Reason::BadValue);
        QVERIFY2(made->error().detail.contains(u"bash, zsh, fish"_s), qPrintable(made->error().detail));
    }
}

void TestUsage::quotes_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("line");
    QTest::newRow("bash") << u"bash"_s << u"    'one') options='--same --own' words='' kind=nothing ;;"_s;
    QTest::newRow("zsh") << u"zsh"_s << u"                '*--own[Its own]' \\"_s;
    QTest::newRow("zsh, a file") << u"zsh"_s << u"                '*--same=[In common]:FILE:_files' \\"_s;
    QTest::newRow("fish") << u"fish"_s
                          << u"complete -c a-tool -n '__a_tool_in one' -l same -r -F -d 'In common'"_s;
}

void TestUsage::quotes()
{
    QFETCH(const QString, shell);
    QFETCH(const QString, line);
    const QString made = page(program({u"one"_s}), {u"--completion"_s, shell});
    QVERIFY2(made.split(u'\n').contains(line), qPrintable(made));
}

void TestUsage::version()
{
    QCOMPARE(versionText({}),
             u"%1 (Qt %2)"_s.arg(QStringLiteral(LINNET_VERSION), QString::fromLatin1(qVersion())));
    QVERIFY(versionText(u"1a2b3c4d+"_s).contains(u"(build 1a2b3c4d+, Qt "_s));
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
