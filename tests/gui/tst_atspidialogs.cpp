// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawlsite.h"
#include "session/session.h"
#include "support/inventedvacancies.h"
#include "support/python.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The dialogs of the real program as a screen reader of Linux sees them: each has a title, each of its
/// controls a name and a role.
class TestAtspiDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ofTheProgram();
    void ofASearch();
    void ofACrawl();

private:
    /// A way to a dialog: what is pressed, one in the dialog of the other. See tests/support/walk_dialogs.py.
    using Way = QList<std::pair<QString, QString>>;

    void walk(const QList<Way> &ways);
    void makeProject(const std::function<void(session::Session &)> &fill);
    QString path(const QString &name) const { return m_home->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_project;
};

void TestAtspiDialogs::init()
{
    if (const QString missing = pythonMissing(u"pyatspi"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    for (const QString &program : {u"dbus-run-session"_s, u"Xvfb"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(program + u" is not installed"_s));
    }
    m_home = std::make_unique<QTemporaryDir>();
    m_project.clear();
}

void TestAtspiDialogs::makeProject(const std::function<void(session::Session &)> &fill)
{
    m_project = path(u"p.linnet"_s);
    session::Session session(path(u"data"_s));
    QVERIFY(session.projectSlot().open(m_project));
    fill(session);
    QVERIFY(session.projectSlot().close());
}

void TestAtspiDialogs::walk(const QList<Way> &ways)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name :
         {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(name, m_home->path());
    for (const QString &name : {u"LANGUAGE"_s, u"AT_SPI_BUS_ADDRESS"_s, u"QT_ACCESSIBILITY"_s})
        environment.remove(name);
    QJsonArray plan;
    for (const Way &way : ways) {
        QJsonArray steps;
        for (const auto &[kind, name] : way)
            steps.append(QJsonArray{kind, name});
        plan.append(steps);
    }
    QStringList arguments{u"--"_s,
                          u"/usr/bin/python3"_s,
                          u"-I"_s,
                          QStringLiteral(LINNET_SOURCE_DIR "/tests/support/walk_dialogs.py"),
                          QString::fromUtf8(QJsonDocument(plan).toJson(QJsonDocument::Compact)),
                          QStringLiteral(LINNET_BIN_DIR "/linnet")};
    if (!m_project.isEmpty())
        arguments << m_project;
    QProcess walk;
    walk.setProcessEnvironment(environment);
    walk.start(u"dbus-run-session"_s, arguments);
    const bool ended = walk.waitForFinished(280'000);
    const QByteArray said = walk.readAllStandardError();
    QVERIFY2(ended && walk.exitCode() == 0, said.constData());
    // Others of the session speak before it.
    const QByteArray told = walk.readAllStandardOutput().trimmed();
    const QJsonArray dialogs = QJsonDocument::fromJson(told.sliced(told.lastIndexOf('\n') + 1)).array();
    QStringList faults;
    for (const QJsonValue &dialog : dialogs) {
        const QString name = dialog["page"_L1].toString();
        for (const QJsonValue &fault : dialog["faults"_L1].toArray())
            faults << name + u": "_s + fault.toString();
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QCOMPARE(dialogs.size(), ways.size());
    for (const QJsonValue &dialog : dialogs) {
        QVERIFY2(dialog["seen"_L1].toInt() > 2, qPrintable(dialog["page"_L1].toString()));
        QVERIFY2(dialog["focusable"_L1].toInt() > 0, qPrintable(dialog["page"_L1].toString()));
    }
}

void TestAtspiDialogs::ofTheProgram()
{
    walk({{{u"menu"_s, u"Settings…"_s}},
          {{u"menu"_s, u"History…"_s}},
          {{u"menu"_s, u"Keys"_s}},
          {{u"menu"_s, u"About Linnet"_s}},
          {{u"menu"_s, u"About Linnet"_s}, {u"button"_s, u"Licences of others…"_s}},
          {{u"menu"_s, u"Connect hh.ru…"_s}},
          {{u"menu"_s, u"Connect SuperJob…"_s}}});
}

void TestAtspiDialogs::ofASearch()
{
    makeProject([](session::Session &session) {
        store::Writer &writer = session.project().writer();
        store::Unit unit = inventedUnit(writer.postRun(u"vacancies"_s, {}), 0, 60);
        unit.state = store::RunState::Finished;
        writer.post(std::move(unit));
    });
    QFile table(path(u"own.csv"_s));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("vacancy;pay;other\nA;100;x\n");
    table.close();
    walk({{{u"menu"_s, u"Export…"_s}},
          {{u"menu"_s, u"Columns…"_s}},
          {{u"menu"_s, u"Tags…"_s}},
          {{u"menu"_s, u"Tables of yours…"_s}},
          {{u"menu"_s, u"This project…"_s}},
          {{u"menu"_s, u"Import…"_s}, {u"file"_s, table.fileName()}},
          {{u"tab"_s, u"Insight"_s}, {u"button"_s, u"Rules…"_s}},
          {{u"tab"_s, u"Insight"_s}, {u"button"_s, u"New question…"_s}},
          {{u"tab"_s, u"Insight"_s}, {u"button"_s, u"Compare with…"_s}},
          {{u"tab"_s, u"Insight"_s}, {u"button"_s, u"Report…"_s}}});
}

void TestAtspiDialogs::ofACrawl()
{
    makeProject([](session::Session &session) { CrawlSite::add(session); });
    walk({{{u"button"_s, u"Rules…"_s}},
          {{u"button"_s, u"Rules…"_s}, {u"button"_s, u"Add a rule…"_s}},
          {{u"button"_s, u"Workbook…"_s}},
          {{u"button"_s, u"Segments…"_s}}});
}

QTEST_GUILESS_MAIN(TestAtspiDialogs)
#include "tst_atspidialogs.moc"
