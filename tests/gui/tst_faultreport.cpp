// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log/messagelog.h"
#include "gui/appsettings.h"
#include "gui/care/faultreport.h"
#include "gui/care/faultreportdialog.h"
#include "gui/care/runlog.h"
#include "gui/shell/aboutdialog.h"
#include "support/faultserver.h"
#include "table/vacancyschema.h"
#include "windowrig.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The report of a fault and the log that it ends with, as a user comes to them.
class TestFaultReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfTheProgram();
    void tellsOfTheProject();
    void runsAreLogged();
    void noSecrets();
    void copiesAndSaves();
    void fromMenuAndAbout();

private:
    static void search(WindowRig &rig, const QString &text);
};

void TestFaultReport::search(WindowRig &rig, const QString &text)
{
    rig.window().startPractice();
    VacanciesValues values = rig.vacancies().values();
    values.text = text;
    values.pages = 1;
    values.details = false;
    rig.vacancies().setValues(values);
    rig.vacancies().start();
    QTRY_VERIFY_WITH_TIMEOUT(!rig.vacancies().isUnderWay(), 60'000);
}

void TestFaultReport::tellsOfTheProgram()
{
    WindowRig rig;
    setting::DelayMs.write(rig.settings(), 1000);
    setting::KeepAwake.write(rig.settings(), setting::KeepAwake.fallback);
    setting::UserAgent.write(rig.settings(), u"Mine/1.0 (me@somewhere.example)"_s);
    const QString text = faultReport(rig.services());
    for (const QString &part : {u"Linnet: " LINNET_VERSION " ("_s, u"SQLite: 3."_s, u"Screens: "_s,
                                u"Language: en"_s, u"Portable: no"_s, u"requests/delay_ms: 1000"_s,
                                u"requests/user_agent: (own)"_s, u"none is open"_s, u"## Log\n\nempty"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
    QVERIFY(!text.contains("keep_awake"_L1));
    QVERIFY(!text.contains("somewhere.example"_L1));
}

/// How much there is, and nothing of what it is.
void TestFaultReport::tellsOfTheProject()
{
    WindowRig rig;
    search(rig, u"аналитик"_s);
    const auto reader = rig.session().project().reader();
    QVERIFY(reader);
    const qint64 rows = (*reader)->count({&table::vacancySchema(), {1}, {}, {}}).value_or(-1);
    QVERIFY(rows > 0);
    const QString text = faultReport(rig.services());
    QVERIFY2(text.contains(u"Runs of vacancies: 1, %1 rows"_s.arg(rows)), qPrintable(text));
    QVERIFY2(text.contains("Saved: not yet"_L1) && text.contains("File version: "_L1), qPrintable(text));
    QVERIFY2(!text.contains(u"аналитик"_s), qPrintable(text));
}

void TestFaultReport::runsAreLogged()
{
    WindowRig rig;
    const MessageLog log(rig.places().logs());
    const RunLog runs(rig.session());
    search(rig, u"Zeppelin"_s);
    const QString lines = log.file().last(100).join(u'\n');
    QVERIFY2(lines.contains("info linnet.runs: project opened"_L1), qPrintable(lines));
    QVERIFY2(lines.contains("info linnet.runs: run 1 started"_L1), qPrintable(lines));
    QVERIFY2(lines.contains("info linnet.runs: run 1 ended: finished; "_L1), qPrintable(lines));
    QVERIFY2(!lines.contains("Zeppelin"_L1), qPrintable(lines));
    QVERIFY(faultReport(rig.services()).contains("run 1 ended: finished"_L1));
}

/// A token, a login in an address and one of a proxy on their way through errors, by all ways into the
/// report.
void TestFaultReport::noSecrets()
{
    WindowRig rig;
    rig.access().setToken(u"hh"_s, "t0ps3cret");
    const MessageLog log(rig.places().logs());
    const RunLog runs(rig.session());
    FaultServer server;
    server.setHandler([](const Seen &) { return Answer::status(403); });
    rig.newSearch();
    VacanciesValues values = rig.vacancies().values();
    values.text = u"x"_s;
    values.sources = {u"hh"_s};
    QUrl base = server.url();
    base.setUserInfo(u"alice:t0ps3cret"_s);
    values.bases = {{u"hh"_s, base.toString()}};
    rig.vacancies().setValues(values);
    rig.vacancies().start();
    QTRY_VERIFY_WITH_TIMEOUT(!rig.vacancies().isUnderWay(), 60'000);
    qWarning("refused by socks5://alice:t0ps3cret@127.0.0.1:1080 for %s",
             qPrintable(base.toString() + u"?access_token=t0ps3cret"_s));
    const QString text = faultReport(rig.services());
    QVERIFY2(text.contains("Sources with a token: hh"_L1), qPrintable(text));
    QVERIFY2(text.contains("run 1 ended: "_L1) && text.contains("refused by socks5://***@"_L1),
             qPrintable(text));
    QVERIFY2(!text.contains("t0ps3cret"_L1) && !text.contains("alice"_L1), qPrintable(text));
}

void TestFaultReport::copiesAndSaves()
{
    WindowRig rig;
    FaultReportDialog dialog(faultReport(rig.services()));
    dialog.show();
    const QString shown = dialog.findChild<QPlainTextEdit *>(u"reportText"_s)->toPlainText();
    QVERIFY(shown.contains("# Linnet: report"_L1));
    QGuiApplication::clipboard()->clear();
    dialog.findChild<QPushButton *>(u"copyButton"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), shown);
    const auto *said = dialog.findChild<QLabel *>(u"saidLabel"_s);
    QVERIFY(said->text().contains("copied"_L1));
    dialog.findChild<QPushButton *>(u"saveButton"_s)->click();
    auto *files = dialog.findChild<QFileDialog *>();
    QVERIFY(files);
    const QString path = rig.path(u"report.txt"_s);
    Q_EMIT files->fileSelected(path);
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(saved.readAll()), shown);
    QVERIFY(said->text().contains("report.txt"_L1));
    Q_EMIT files->fileSelected(rig.path(u"no such folder/report.txt"_s));
    QVERIFY2(said->text().contains("was not saved"_L1), qPrintable(said->text()));
    files->close();
}

void TestFaultReport::fromMenuAndAbout()
{
    WindowRig rig;
    QVERIFY(rig.actions().run(u"help.report"_s));
    auto *dialog = qobject_cast<FaultReportDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    dialog->close();
    QVERIFY(rig.actions().run(u"help.about"_s));
    auto *about = qobject_cast<AboutDialog *>(QApplication::activeModalWidget());
    QVERIFY(about);
    about->findChild<QPushButton *>(u"reportButton"_s)->click();
    QVERIFY(qobject_cast<FaultReportDialog *>(QApplication::activeModalWidget()));
}

QTEST_MAIN(TestFaultReport)
#include "tst_faultreport.moc"
