// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/insight/rulesdialog.h"
#include "gui/project/projectbanner.h"
#include "gui/shell/mainmenu.h"
#include "gui/windowrig.h"
#include "models/projectmemory.h"
#include "session/saved/savedsearch.h"
#include "store/sqlite/database.h"
#include "store/write/projectlock.h"
#include "support/fulldisk.h"
#include "support/vacancyrows.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QMessageBox>
#include <QScopeGuard>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

/// Projects that cannot be written, are damaged or were brought up to date, as the window opens them.
class TestReadOnlyProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAskedFor();
    void followsTheOther();
    void nothingWrites();
    void isSavedElsewhere();
    void olderVersionSaysWhy();
    void folderCannotBeWritten();
    void saysWhereTheCopyIs();
    void damagedIsRescued();
    void fullDisk();
};

namespace {

constexpr int Long = 30'000;

void addVacancy(store::Writer &writer, store::RunId run, const QString &key)
{
    store::Unit unit;
    unit.run = run;
    unit.rows = {test::vacancyRow(key, {{VacancyColumn::Vacancy, key}})};
    unit.state = store::RunState::Running;
    writer.post(std::move(unit));
}

/// A project that stays open, as in another program, with a run of one vacancy that goes on.
std::unique_ptr<store::Project> openElsewhere(const QString &path)
{
    auto project = store::Project::open(path);
    if (!project)
        return nullptr;
    store::Writer &writer = (*project)->writer();
    addVacancy(writer, writer.postRun(u"vacancies"_s, {}), u"A"_s);
    bool isThere = false;
    QObject context;
    writer.flush(&context, [&isThere](const Result<void> &) { isThere = true; });
    return QTest::qWaitFor([&isThere] { return isThere; }, Long) ? std::move(*project) : nullptr;
}

/// From tests/data/versions.
void makeOld(int version, const QString &path)
{
    QFile file(QStringLiteral(LINNET_SOURCE_DIR) +
               u"/tests/data/versions/v%1.sql"_s.arg(version, 2, 10, QChar(u'0')));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto database = store::Database::open(path, store::Database::Mode::Write);
    QVERIFY(database && database->exec("PRAGMA foreign_keys = 0;" + file.readAll()));
}

QMessageBox *box(test::WindowRig &rig, const QString &name)
{
    for (auto *found : rig.window().findChildren<QMessageBox *>(name)) {
        if (found->isVisible()) // others are about to go
            return found;
    }
    return nullptr;
}

void press(QMessageBox *box, QMessageBox::ButtonRole role)
{
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == role) {
            button->click();
            return;
        }
    }
}

ProjectBanner &banner(test::WindowRig &rig)
{
    return *rig.window().findChild<ProjectBanner *>();
}

/// Opens to read what is open elsewhere, with its question.
void openToRead(test::WindowRig &rig, const QString &path)
{
    rig.window().openProject(path);
    QVERIFY(box(rig, u"lockedBox"_s));
    press(box(rig, u"lockedBox"_s), QMessageBox::AcceptRole);
    QVERIFY(rig.session().hasProject());
    QVERIFY(rig.session().projectSlot().isReadOnly());
}

} // namespace

void TestReadOnlyProject::isAskedFor()
{
    test::WindowRig rig;
    const QString path = rig.path(u"theirs.linnet"_s);
    const auto other = openElsewhere(path);
    QVERIFY(other);
    rig.window().openProject(path);
    QVERIFY(box(rig, u"lockedBox"_s));
    QVERIFY(box(rig, u"lockedBox"_s)->text().contains(u"theirs.linnet"_s));
    press(box(rig, u"lockedBox"_s), QMessageBox::RejectRole);
    QVERIFY(!rig.session().hasProject());
    openToRead(rig, path);
    QVERIFY2(rig.window().windowTitle().contains(u"theirs.linnet (read only)"_s),
             qPrintable(rig.window().windowTitle()));
    QVERIFY(banner(rig).isVisible());
    QVERIFY2(banner(rig).text().contains(u"another Linnet"_s), qPrintable(banner(rig).text()));
    // The other one writes on, and lets go; then it is opened as usual.
    QVERIFY(other->close());
    rig.window().openProject(path);
    QVERIFY(!rig.session().projectSlot().isReadOnly());
    QVERIFY(!banner(rig).isVisible());
    QVERIFY(!rig.window().windowTitle().contains(u"read only"_s));
}

void TestReadOnlyProject::followsTheOther()
{
    test::WindowRig rig;
    const QString path = rig.path(u"theirs.linnet"_s);
    const auto other = openElsewhere(path);
    QVERIFY(other);
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    QVERIFY(!rig.actions().action(u"view.readAgain"_s)->isEnabled());
    openToRead(rig, path);
    QTRY_COMPARE_WITH_TIMEOUT(rig.vacancies().results().shown(), 1, Long);
    QTRY_VERIFY_WITH_TIMEOUT(rig.actions().action(u"view.readAgain"_s)->isEnabled(), Long);
    QCOMPARE(rig.actions().action(u"view.readAgain"_s)->shortcut(), QKeySequence(Qt::Key_F5));
    QVERIFY(rig.actions().action(u"run.start"_s)->shortcut().isEmpty());
    addVacancy(other->writer(), 1, u"B"_s);
    other->writer().postRun(u"vacancies"_s, {{u"search"_s, u"more"_s}});
    // And somebody there gives the search a name; what was filtered here stays as it is.
    const session::SavedSearch named{
        .number = 1, .kind = u"vacancies"_s, .params = {}, .name = u"Monthly list"_s};
    other->writer().postMemo(session::SavedSearch::memoKey(named.task()), named.memo());
    models::ProjectMemory memory(rig.session());
    memory.set(u"mine"_s, u"kept"_s);
    bool isThere = false;
    other->writer().flush(this, [&isThere](const Result<void> &) { isThere = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isThere, Long);
    rig.window().activateWindow(); // the question was
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    QTest::keyClick(&rig.window(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(rig.vacancies().results().shown(), 2, Long);
    store::RunInfo first;
    first.id = 1;
    first.kind = u"vacancies"_s;
    QTRY_COMPARE_WITH_TIMEOUT(rig.workspace().runTitle(first), u"Monthly list"_s, Long);
    QTRY_VERIFY_WITH_TIMEOUT(!memory.text(session::SavedSearch::memoKey(named.task())).isEmpty(), Long);
    QCOMPARE(memory.text(u"mine"_s), u"kept"_s);
    QVERIFY(rig.session().projectSlot().close());
    QTRY_COMPARE_WITH_TIMEOUT(rig.actions().action(u"view.readAgain"_s)->isEnabled(), false, Long);
}

/// Actions say why they cannot be done; what is called past them does nothing.
void TestReadOnlyProject::nothingWrites()
{
    test::WindowRig rig;
    const QString path = rig.path(u"theirs.linnet"_s);
    const auto other = openElsewhere(path);
    QVERIFY(other);
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    openToRead(rig, path);
    QTRY_COMPARE_WITH_TIMEOUT(rig.vacancies().results().shown(), 1, Long);
    const RulesDialog rules(rig.services(), {});
    const auto *buttons = rules.findChild<QDialogButtonBox *>();
    QVERIFY(buttons && !buttons->button(QDialogButtonBox::Ok)->isEnabled());
    QVERIFY2(rules.fault().contains(u"another Linnet"_s), qPrintable(rules.fault()));
    for (const QString &id : MainMenu::writingIds()) {
        QTRY_VERIFY2_WITH_TIMEOUT(!rig.actions().action(id)->isEnabled(), qPrintable(id), Long);
        QVERIFY2(rig.actions().action(id)->toolTip().contains(u"another Linnet"_s), qPrintable(id));
        QVERIFY2(!rig.actions().run(id), qPrintable(id));
    }
    auto *main = rig.vacancies().findChild<QPushButton *>(u"mainButton"_s);
    QVERIFY(!main->isEnabled());
    QVERIFY(main->toolTip().contains(u"another Linnet"_s));
    rig.vacancies().start();
    QVERIFY(rig.session().runsUnderWay().isEmpty());
    const auto resumed = rig.session().resume(1);
    QVERIFY(!resumed);
    QCOMPARE(resumed.error().reason, Reason::Locked);
    Error retried;
    rig.session().retry(1, {1}, [&retried](const Result<session::RunHandle *> &run) {
        if (!run)
            retried = run.error();
    });
    QCOMPARE(retried.reason, Reason::Locked);
    // What is filtered and sorted is remembered while it is open only.
    QVERIFY(rig.session().projectSlot().close());
    const auto reader = store::RowReader::open(path);
    QVERIFY(reader);
    QCOMPARE((*reader)->runs().value_or(std::vector<store::RunInfo>()).size(), 1);
    QVERIFY((*reader)->memos().value_or(QHash<QString, QString>{{u"x"_s, u"x"_s}}).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(main->isEnabled(), Long);
}

void TestReadOnlyProject::isSavedElsewhere()
{
    test::WindowRig rig;
    const QString path = rig.path(u"theirs.linnet"_s);
    const auto other = openElsewhere(path);
    QVERIFY(other);
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    openToRead(rig, path);
    QTRY_VERIFY_WITH_TIMEOUT(rig.actions().action(u"file.save"_s)->isEnabled(), Long);
    rig.actions().action(u"file.save"_s)->trigger();
    auto *dialog = rig.window().findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const QString copy = rig.path(u"mine.linnet"_s);
    Q_EMIT dialog->fileSelected(copy);
    dialog->close();
    QCOMPARE(rig.session().project().path(), copy);
    QVERIFY(!rig.session().projectSlot().isReadOnly());
    QVERIFY(!banner(rig).isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(rig.vacancies().results().shown(), 1, Long);
    QTRY_VERIFY_WITH_TIMEOUT(rig.actions().action(u"file.import"_s)->isEnabled(), Long);
    QVERIFY(!rig.actions().action(u"file.import"_s)->toolTip().contains(u"another Linnet"_s));
    QVERIFY(QFile::exists(path));
}

void TestReadOnlyProject::olderVersionSaysWhy()
{
    test::WindowRig rig;
    const QString path = rig.path(u"old.linnet"_s);
    makeOld(9, path);
    const auto lock = store::ProjectLock::take(path);
    QVERIFY(lock);
    rig.window().openProject(path);
    QVERIFY(!box(rig, u"lockedBox"_s));
    QMessageBox *said = box(rig, u"outdatedBox"_s);
    QVERIFY(said);
    QVERIFY2(said->informativeText().contains(u"earlier version"_s), qPrintable(said->informativeText()));
    said->close();
    QVERIFY(!rig.session().hasProject());
}

/// As another user, where the tests have a right to everything.
void TestReadOnlyProject::folderCannotBeWritten()
{
#ifdef Q_OS_UNIX
    test::WindowRig rig;
    QTemporaryDir folder;
    const QString path = folder.filePath(u"kept.linnet"_s);
    QVERIFY(openElsewhere(path)); // and closed
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    const QFile::Permissions look = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup |
                                    QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(folder.path(), look));
    const uid_t before = geteuid();
    constexpr uid_t Nobody = 65534;
    const bool changed = before == 0 && seteuid(Nobody) == 0;
    const auto back = qScopeGuard([&] {
        if (changed && seteuid(before) != 0)
            qWarning("The user cannot be changed back");
        QFile::setPermissions(folder.path(), look | QFile::WriteOwner);
    });
    if (QFile(folder.filePath(u"try"_s)).open(QIODevice::WriteOnly))
        QSKIP("elsewhere: this user may write everywhere");
    if (!QFileInfo(path).isReadable())
        QSKIP("elsewhere: the folder of the tests cannot be read by others");
    rig.window().openProject(path);
    QVERIFY(rig.session().hasProject());
    QCOMPARE(rig.session().projectSlot().whyReadOnly(), Reason::Io);
    QVERIFY(banner(rig).isVisible());
    QVERIFY2(banner(rig).text().contains(u"cannot be written"_s), qPrintable(banner(rig).text()));
    QTRY_COMPARE_WITH_TIMEOUT(rig.vacancies().results().shown(), 1, Long);
    QVERIFY(rig.session().projectSlot().close());
#else
    QSKIP("elsewhere: users are not changed on this system");
#endif
}

void TestReadOnlyProject::saysWhereTheCopyIs()
{
    test::WindowRig rig;
    const QString path = rig.path(u"old.linnet"_s);
    makeOld(9, path);
    rig.window().openProject(path);
    QVERIFY(rig.session().hasProject());
    QVERIFY(banner(rig).isVisible());
    const QString copy = rig.path(u"old.v9.linnet.bak"_s);
    QVERIFY2(banner(rig).text().contains(QDir::toNativeSeparators(copy)), qPrintable(banner(rig).text()));
    QVERIFY(QFile::exists(copy));
    QVERIFY(rig.session().projectSlot().close());
    QVERIFY(!banner(rig).isVisible());
    rig.window().openProject(path); // once more there is nothing to say
    QVERIFY(!banner(rig).isVisible());
}

void TestReadOnlyProject::damagedIsRescued()
{
    test::WindowRig rig;
    const QString path = rig.path(u"damaged.linnet"_s);
    QVERIFY(openElsewhere(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.write(QByteArray(100, '\0')), 100);
    file.close();
    rig.window().openProject(path);
    QVERIFY(box(rig, u"damagedBox"_s));
    press(box(rig, u"damagedBox"_s), QMessageBox::AcceptRole);
    auto *dialog = rig.window().findChild<QFileDialog *>(u"rescueDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(dialog->selectedFiles().value(0).endsWith(u"damaged rescued.linnet"_s));
    const QString saved = rig.path(u"saved.linnet"_s);
    Q_EMIT dialog->fileSelected(saved);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(box(rig, u"rescuedBox"_s), Long);
    QVERIFY2(box(rig, u"rescuedBox"_s)->informativeText().contains(u"vacancies: 1 row"_s),
             qPrintable(box(rig, u"rescuedBox"_s)->informativeText()));
    box(rig, u"rescuedBox"_s)->close();
    QCOMPARE(rig.session().project().path(), saved);
    QTRY_COMPARE_WITH_TIMEOUT(rig.vacancies().results().shown(), 1, Long);
}

/// What is full says so on every page and is mended by itself; nothing is lost.
void TestReadOnlyProject::fullDisk()
{
    test::FullDisk disk;
    test::WindowRig rig;
    const QString path = rig.path(u"full.linnet"_s);
    rig.window().openProject(path);
    QVERIFY(rig.session().hasProject());
    store::Writer &writer = rig.session().project().writer();
    const store::RunId run = writer.postRun(u"vacancies"_s, {});
    addVacancy(writer, run, u"A"_s);
    bool isThere = false;
    writer.flush(this, [&isThere](const Result<void> &) { isThere = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isThere, Long);
    disk.setFull(true);
    addVacancy(writer, run, u"B"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner(rig).isVisible(), Long);
    QVERIFY2(banner(rig).text().contains(u"The disk is full"_s), qPrintable(banner(rig).text()));
    disk.setFull(false);
    QTRY_VERIFY_WITH_TIMEOUT(!banner(rig).isVisible(), Long);
    const auto reader = rig.session().project().reader();
    QVERIFY(reader);
    QTRY_COMPARE_WITH_TIMEOUT((*reader)->count({&table::vacancySchema(), {}, {}, {}}).value_or(0), 2, Long);
}

QTEST_MAIN(TestReadOnlyProject)
#include "tst_readonlyproject.moc"
