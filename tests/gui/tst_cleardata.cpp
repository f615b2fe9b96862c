// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/appsettings.h"
#include "gui/care/cleardatadialog.h"
#include "gui/care/keptdata.h"
#include "gui/shell/recentprojects.h"
#include "gui/shell/settingsdialog.h"
#include "gui/shell/windowdialogs.h"
#include "proxies/list/proxylistparser.h"
#include "session/secretkey.h"
#include "vacancies/currentdictionary.h"
#include "windowrig.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDirIterator>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using Kind = KeptData::Kind;

/// What is kept outside of projects, listed and removed: real files, real settings, a keychain in memory.
class TestClearData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAtFirst();
    void listsAndRemoves();
    void projectsStay();
    void onlyWhatIsTicked();
    void settingsHoldAtOnce();
    void proxyLists();
    void loginsLeaveTheLists();
    void lockedKeychain();
    void fileThatStays();
    void temporaryOfOthersStays();
    void asksOnceThroughTheWindow();
    void windowIsAsAtFirst();
};

namespace {

bool makeFile(const QString &path, const QByteArray &content = "x")
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(content) == content.size();
}

/// All that there can be; temporary: a folder of programs.
void keepEverything(WindowRig &rig, const QString &temporary)
{
    RecentProjects(rig.settings()).remember({rig.path(u"a.linnet"_s), {}, QDateTime::currentDateTimeUtc()});
    setting::LastFolder.write(rig.settings(), rig.path({}));
    setting::Geometry.write(rig.settings(), "geometry");
    setting::DelayMs.write(rig.settings(), 1000);
    const QString data = rig.places().data;
    QVERIFY(makeFile(data + u"/dictionaries/hh_areas.tsv"_s, "12345"));
    QVERIFY(makeFile(data + u"/logs/linnet.log"_s) && makeFile(data + u"/logs/linnet.log.1"_s));
    QVERIFY(makeFile(rig.places().cache + u"/any/thing"_s));
    QVERIFY(makeFile(data + u"/tokens.ini"_s));
    const QString left = temporary + u"/linnet-AbCdEf"_s;
    QVERIFY(makeFile(left + u"/changes.sqlite"_s));
    QFile file(left + u"/changes.sqlite"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-3), QFileDevice::FileModificationTime));
    rig.access().setToken(u"hh"_s, "s3cret");
    rig.access().setToken(u"crawl:h.example"_s, "Authorization: s3cret");
    rig.secrets().keep(
        session::SecretKey{session::SecretKey::Kind::ProxyLogin, u"http://10.0.0.1:80"_s}.text(),
        "alice\ns3cret");
}

qint64 countOf(const KeptData &data, Kind kind)
{
    return data.part(kind).count;
}

QList<KeptData::Outcome> removeAndWait(KeptData &data, const QSet<Kind> &kinds)
{
    QSignalSpy removed(&data, &KeptData::removed);
    data.remove(kinds);
    if (removed.isEmpty() && !removed.wait(20'000))
        return {};
    return removed.first().first().value<QList<KeptData::Outcome>>();
}

void addProxies(WindowRig &rig)
{
    proxies::KeptList list = session::ProxyBook::newList(u"mine"_s);
    list.take({},
              proxies::ProxyListParser::parse(QByteArray("http://alice:s3cret@10.0.0.1:80\n10.0.0.2:80\n"),
                                              proxies::ProxyScheme::Http));
    rig.access().proxyBook().put(list);
}

} // namespace

void TestClearData::nothingAtFirst()
{
    WindowRig rig;
    const QTemporaryDir temporary;
    rig.settings().clear();
    const KeptData data(rig.services(), temporary.path());
    for (const KeptData::Part &part : data.parts())
        QVERIFY2(!part.isAny && part.count == 0, qPrintable(QString::number(int(part.kind))));
}

void TestClearData::listsAndRemoves()
{
    WindowRig rig;
    const QTemporaryDir temporary;
    keepEverything(rig, temporary.path());
    KeptData data(rig.services(), temporary.path());
    QCOMPARE(countOf(data, Kind::Recent), 1);
    QCOMPARE(countOf(data, Kind::Dictionaries), 1);
    QCOMPARE(data.part(Kind::Dictionaries).bytes, 5);
    QCOMPARE(countOf(data, Kind::Log), 2);
    QCOMPARE(countOf(data, Kind::Temporary), 2);
    QCOMPARE(countOf(data, Kind::Tokens), 1);
    QCOMPARE(countOf(data, Kind::Logins), 2);
    const QList<Kind> kinds = KeptData::kinds();
    const auto outcomes = removeAndWait(data, QSet<Kind>(kinds.begin(), kinds.end()));
    QCOMPARE(outcomes.size(), kinds.size());
    for (const KeptData::Outcome &outcome : outcomes)
        QVERIFY2(outcome.failures.isEmpty(), qPrintable(outcome.failures.join(u'\n')));
    for (const KeptData::Part &part : data.parts())
        QVERIFY2(!part.isAny, qPrintable(QString::number(int(part.kind))));
    QVERIFY(rig.secrets().keychain().isEmpty());
    QVERIFY(!rig.session().hasToken(u"hh"_s));
    QVERIFY(!QFileInfo::exists(temporary.filePath(u"linnet-AbCdEf"_s)));
    QVERIFY(!QFileInfo::exists(rig.places().data + u"/logs/linnet.log"_s));
    // Told to the file, not only to this program.
    const QSettings again(rig.settings().fileName(), QSettings::IniFormat);
    QVERIFY2(again.allKeys().isEmpty() || again.allKeys() == QStringList{u"start/running"_s},
             qPrintable(again.allKeys().join(u' ')));
}

/// Saved or not, open or not.
void TestClearData::projectsStay()
{
    WindowRig rig;
    const QTemporaryDir temporary;
    QVERIFY(rig.session().projectSlot().openNew());
    const QString open = rig.session().project().path();
    const QString saved = rig.path(u"data/mine.linnet"_s);
    const QString unsaved = rig.session().projectSlot().unsaved().newPath();
    QVERIFY(makeFile(saved) && makeFile(unsaved));
    KeptData data(rig.services(), temporary.path());
    const QList<Kind> kinds = KeptData::kinds();
    QVERIFY(!removeAndWait(data, QSet<Kind>(kinds.begin(), kinds.end())).isEmpty());
    for (const QString &path : {open, saved, unsaved})
        QVERIFY2(QFileInfo::exists(path), qPrintable(path));
    QVERIFY(rig.session().hasProject());
}

void TestClearData::onlyWhatIsTicked()
{
    WindowRig rig;
    const QTemporaryDir temporary;
    keepEverything(rig, temporary.path());
    ClearDataDialog dialog(rig.services(), nullptr, temporary.path());
    dialog.show();
    QList<Kind> ticked;
    for (const Kind kind : KeptData::kinds()) {
        if (dialog.findChild<QCheckBox *>(u"kind%1"_s.arg(int(kind)))->isChecked())
            ticked << kind;
    }
    QCOMPARE(ticked, QList<Kind>({Kind::Dictionaries, Kind::Log, Kind::Temporary}));
    dialog.findChild<QPushButton *>(u"clearButton"_s)->click();
    const auto *said = dialog.findChild<QLabel *>(u"saidLabel"_s);
    QTRY_VERIFY_WITH_TIMEOUT(said->isVisible(), 20'000);
    QVERIFY2(said->text().contains("Log of the program"_L1), qPrintable(said->text()));
    const KeptData data(rig.services(), temporary.path());
    QCOMPARE(countOf(data, Kind::Log), 0);
    QCOMPARE(countOf(data, Kind::Recent), 1);
    QCOMPARE(countOf(data, Kind::Tokens), 1);
    QCOMPARE(countOf(data, Kind::Logins), 2);
    QCOMPARE(setting::DelayMs.read(rig.settings()), 1000);
    QVERIFY(!dialog.findChild<QPushButton *>(u"clearButton"_s)->isEnabled());
}

void TestClearData::settingsHoldAtOnce()
{
    WindowRig rig;
    const QTemporaryDir temporary;
    SettingsDialog settings(rig.services());
    settings.show();
    auto *theme = settings.findChild<QComboBox *>(u"themeBox"_s);
    theme->setCurrentIndex(theme->findData(u"dark"_s));
    QVERIFY(rig.services().theme.isDark());
    ClearDataDialog dialog(rig.services(), &settings, temporary.path());
    connect(&dialog, &ClearDataDialog::settingsGoing, &settings, &SettingsDialog::showDefaults);
    dialog.show();
    dialog.findChild<QCheckBox *>(u"kind%1"_s.arg(int(Kind::Settings)))->setChecked(true);
    dialog.findChild<QPushButton *>(u"clearButton"_s)->click();
    auto *box = dialog.findChild<QMessageBox *>(u"clearBox"_s);
    QVERIFY(box && box->isVisible());
    QVERIFY(box->informativeText().contains("Settings"_L1));
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_VERIFY_WITH_TIMEOUT(dialog.findChild<QLabel *>(u"saidLabel"_s)->isVisible(), 20'000);
    QCOMPARE(theme->currentData().toString(), u"system"_s);
    QVERIFY(!rig.settings().contains(setting::Theme.key));
}

void TestClearData::proxyLists()
{
    WindowRig rig;
    const QTemporaryDir temporary;
    addProxies(rig);
    KeptData data(rig.services(), temporary.path());
    QTRY_VERIFY_WITH_TIMEOUT(data.part(Kind::ProxyLists).bytes > 0, 20'000); // it was written
    QTRY_COMPARE_WITH_TIMEOUT(countOf(data, Kind::Logins), 1, 20'000);
    QCOMPARE(countOf(data, Kind::ProxyLists), 1);
    QVERIFY(removeAndWait(data, {Kind::ProxyLists}).constFirst().failures.isEmpty());
    QVERIFY(rig.access().proxyBook().lists().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(rig.secrets().keychain().isEmpty(), 20'000);
}

void TestClearData::loginsLeaveTheLists()
{
    WindowRig rig;
    const QTemporaryDir temporary;
    addProxies(rig);
    KeptData data(rig.services(), temporary.path());
    QTRY_COMPARE_WITH_TIMEOUT(rig.secrets().keychain().size(), 1, 20'000);
    const auto outcome = removeAndWait(data, {Kind::Logins});
    QCOMPARE(outcome.constFirst().removed, 1);
    const proxies::KeptList &list = rig.access().proxyBook().lists().constFirst();
    QCOMPARE(list.proxies.size(), 2);
    QVERIFY(list.logins().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(rig.secrets().keychain().isEmpty(), 20'000);
}

void TestClearData::lockedKeychain()
{
    WindowRig rig;
    const QTemporaryDir temporary;
    keepEverything(rig, temporary.path());
    rig.secrets().setUsable(false);
    ClearDataDialog dialog(rig.services(), nullptr, temporary.path());
    KeptData data(rig.services(), temporary.path());
    const auto outcomes = removeAndWait(data, {Kind::Tokens, Kind::Logins});
    QCOMPARE(outcomes.size(), 2);
    QCOMPARE(outcomes[0].failures.size(), 1);
    QVERIFY2(outcomes[0].failures.constFirst().contains("locked"_L1),
             qPrintable(outcomes[0].failures.constFirst()));
    QCOMPARE(outcomes[1].failures.size(), 2);
    QCOMPARE(rig.secrets().keychain().size(), 3);
    QCOMPARE(countOf(data, Kind::Tokens), 1); // still listed
}

/// A folder that stands in a file's place cannot be removed as a file, whoever tries.
void TestClearData::fileThatStays()
{
    WindowRig rig;
    const QTemporaryDir temporary;
    QVERIFY(QDir().mkpath(rig.places().logs() + u"/linnet.log"_s));
    QVERIFY(makeFile(rig.places().logs() + u"/linnet.log.1"_s));
    KeptData data(rig.services(), temporary.path());
    const KeptData::Outcome outcome = removeAndWait(data, {Kind::Log}).constFirst();
    QCOMPARE(outcome.removed, 1);
    QCOMPARE(outcome.failures.size(), 1);
    QVERIFY(outcome.failures.constFirst().contains("linnet.log"_L1));
}

/// What was written today may be another window's.
void TestClearData::temporaryOfOthersStays()
{
    WindowRig rig;
    const QTemporaryDir temporary;
    const QString fresh = temporary.filePath(u"linnet-AbCdEf/changes.sqlite"_s);
    const QString foreign = temporary.filePath(u"other-AbCdEf/file"_s);
    QVERIFY(makeFile(fresh) && makeFile(foreign));
    KeptData data(rig.services(), temporary.path());
    QCOMPARE(countOf(data, Kind::Temporary), 0);
    QVERIFY(!removeAndWait(data, {Kind::Temporary}).isEmpty());
    QVERIFY(QFileInfo::exists(fresh) && QFileInfo::exists(foreign));
}

void TestClearData::asksOnceThroughTheWindow()
{
    WindowRig rig;
    rig.access().setToken(u"hh"_s, "s3cret");
    rig.window().dialogs().openSettings();
    auto *settings = qobject_cast<SettingsDialog *>(QApplication::activeModalWidget());
    QVERIFY(settings);
    settings->findChild<QPushButton *>(u"clearButton"_s)->click();
    auto *dialog = qobject_cast<ClearDataDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    auto *clear = dialog->findChild<QPushButton *>(u"clearButton"_s);
    for (const Kind kind : KeptData::kinds())
        dialog->findChild<QCheckBox *>(u"kind%1"_s.arg(int(kind)))->setChecked(kind == Kind::Tokens);
    clear->click();
    auto *box = dialog->findChild<QMessageBox *>(u"clearBox"_s);
    QVERIFY(box);
    box->button(QMessageBox::Cancel)->click();
    QVERIFY(rig.session().hasToken(u"hh"_s)); // the default changes nothing
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->findChild<QMessageBox *>(u"clearBox"_s), 20'000);
    clear->click();
    box = dialog->findChild<QMessageBox *>(u"clearBox"_s);
    QVERIFY(box);
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!rig.session().hasToken(u"hh"_s), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QLabel *>(u"saidLabel"_s)->isVisible(), 20'000);
}

void TestClearData::windowIsAsAtFirst()
{
    WindowRig rig;
    rig.access().setToken(u"hh"_s, "s3cret");
    rig.window().resize(700, 500);
    setting::Geometry.write(rig.settings(), rig.window().saveGeometry());
    RecentProjects(rig.settings()).remember({rig.path(u"a.linnet"_s), {}, QDateTime::currentDateTimeUtc()});
    rig.window().dialogs().openSettings();
    auto *settings = qobject_cast<SettingsDialog *>(QApplication::activeModalWidget());
    QVERIFY(settings);
    const auto *token = settings->findChild<QPushButton *>(u"hhTokenButton"_s);
    const QString withToken = token->text();
    settings->findChild<QPushButton *>(u"clearButton"_s)->click();
    auto *dialog = qobject_cast<ClearDataDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    for (const Kind kind : KeptData::kinds()) {
        auto *box = dialog->findChild<QCheckBox *>(u"kind%1"_s.arg(int(kind)));
        box->setChecked(kind == Kind::Layout || kind == Kind::Recent);
    }
    dialog->findChild<QPushButton *>(u"clearButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(rig.window().width() > 700, 20'000);
    QVERIFY(RecentProjects(rig.settings()).entries().isEmpty());
    rig.access().removeToken(u"hh"_s);
    QVERIFY(token->text() != withToken);
}

QTEST_MAIN(TestClearData)
#include "tst_cleardata.moc"
