// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/navigator/navigatorpanel.h"
#include "gui/navigator/scheduledruns.h"
#include "gui/navigator/searchdialog.h"
#include "gui/windowrig.h"
#include "models/navigatormodel.h"
#include "models/scheduler.h"
#include "session/runparams.h"
#include "session/saved/searchfile.h"
#include "support/inventedvacancies.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDirIterator>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using models::NavigatorModel;
using session::SavedSearch;
using Kind = NavigatorModel::Kind;

namespace {

vacancies::SearchSpec specOf(const QString &text, const QUrl &base = {})
{
    vacancies::SearchSpec spec;
    vacancies::SearchSpec::Source source;
    source.id = u"hh"_s;
    source.query.text = text;
    source.query.pages = 1;
    source.base = base;
    spec.details = false;
    spec.sources.push_back(source);
    return spec;
}

store::RunId addRun(WindowRig &rig, const QString &text)
{
    const session::RunParams params = session::RunParams::of(specOf(text), {});
    store::Writer &writer = rig.session().project().writer();
    const store::RunId run = writer.postRun(params.kind, params.params);
    store::Unit unit = inventedUnit(run, 0, 40);
    unit.state = store::RunState::Finished;
    writer.post(std::move(unit));
    return run;
}

QTreeView &navigator(WindowRig &rig)
{
    return *rig.window().findChild<NavigatorPanel *>()->findChild<QTreeView *>();
}

/// The first of that kind whose text holds this, below any other.
QModelIndex find(const QAbstractItemModel &model, Kind kind, const QString &text,
                 const QModelIndex &above = {})
{
    for (int row = 0; row < model.rowCount(above); ++row) {
        const QModelIndex index = model.index(row, 0, above);
        if (Kind(index.data(NavigatorModel::KindRole).toInt()) == kind &&
            index.data().toString().contains(text))
            return index;
        if (const QModelIndex below = find(model, kind, text, index); below.isValid())
            return below;
    }
    return {};
}

bool activate(WindowRig &rig)
{
    rig.window().activateWindow();
    return QTest::qWaitForWindowActive(&rig.window());
}

/// With the keyboard's cursor on it.
bool choose(WindowRig &rig, const QString &title)
{
    QTreeView &view = navigator(rig);
    if (!activate(rig) || !QTest::qWaitFor([&] { return find(*view.model(), Kind::Task, title).isValid(); }))
        return false;
    view.setFocus();
    const QModelIndex index = find(*view.model(), Kind::Task, title);
    view.expand(index.parent());
    view.setCurrentIndex(index);
    return QTest::qWaitFor([&view] { return view.hasFocus(); });
}

} // namespace

/// Searches that are kept: run again, sorted into folders, given away, run by the clock.
class TestSavedSearches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runAgainLeavesAFile();
    void settingsAndUndo();
    void dialogReadsWhatItWrote();
    void looks_data();
    void looks();
    void givenAndTaken();
    void riskyFileAsks();
    void dueOnce();
    void notWhileItRuns();
    void scheduledRunTellsWhatIsNew();
};

void TestSavedSearches::runAgainLeavesAFile()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().open(rig.path(u"p.linnet"_s)));
    QVERIFY(rig.practice().start());
    const session::RunHandle *first = rig.session().startVacancies(
        specOf(u"аналитик"_s, QUrl(rig.practice().addresses().value(u"hh"_s))), {});
    QTRY_VERIFY_WITH_TIMEOUT(first->isOver(), 30'000);
    QVERIFY(first->progress().rows > 0);
    const qint64 rows = first->progress().rows;
    QVERIFY(choose(rig, u"аналитик"_s));
    QVERIFY(rig.actions().run(u"task.settings"_s));
    auto *dialog = rig.window().findChild<SearchDialog *>();
    QVERIFY(dialog);
    const QString reports = rig.path(u"reports"_s);
    QVERIFY(QDir().mkpath(reports));
    dialog->findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"Рынок"_s);
    dialog->findChild<QLineEdit *>(u"filesEdit"_s)->setText(reports);
    dialog->accept();
    QVERIFY(choose(rig, u"Рынок"_s));
    QVERIFY(rig.actions().run(u"task.runAgain"_s));
    QTRY_VERIFY_WITH_TIMEOUT(rig.vacancies().run() > first->id(), 20'000); // the new run is in front
    const session::RunHandle *second = rig.session().handle(rig.vacancies().run());
    QVERIFY(second);
    QTRY_VERIFY_WITH_TIMEOUT(second->isOver(), 30'000);
    QCOMPARE(second->progress().rows, rows);
    const auto file = [&reports] {
        QDirIterator all(reports, QDir::Files, QDirIterator::Subdirectories);
        return all.hasNext() ? all.next() : QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(file().endsWith(u"/Рынок.xlsx"), 20'000);
    // Both runs stand below the one name.
    const auto runs = [&rig] {
        const QAbstractItemModel &model = *navigator(rig).model();
        return model.rowCount(find(model, Kind::Task, u"Рынок"_s));
    };
    QTRY_COMPARE(runs(), 2);
}

void TestSavedSearches::settingsAndUndo()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().openNew());
    addRun(rig, u"alpha"_s);
    addRun(rig, u"beta"_s);
    QAbstractItemModel &model = *navigator(rig).model();
    const QAbstractItemModelTester tester(&model);
    QVERIFY(choose(rig, u"alpha"_s));
    QVERIFY(rig.actions().run(u"task.settings"_s));
    auto *dialog = rig.window().findChild<SearchDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QComboBox *>(u"folderBox"_s)->setCurrentText(u"Market"_s);
    dialog->findChild<QComboBox *>(u"unitBox"_s)->setCurrentIndex(2);
    dialog->accept();
    QTRY_VERIFY(find(model, Kind::Folder, u"Market"_s).isValid());
    const QModelIndex task = find(model, Kind::Task, u"alpha"_s);
    QCOMPARE(task.parent(), find(model, Kind::Folder, u"Market"_s));
    QVERIFY2(task.data(Qt::ToolTipRole).toString().contains(u"at 9:00"),
             qPrintable(task.data(Qt::ToolTipRole).toString()));
    QVERIFY(!find(model, Kind::Task, u"beta"_s).parent().isValid());
    QCOMPARE(rig.workspace().searches().all().size(), size_t(1));
    QVERIFY(rig.actions().run(u"edit.undo"_s));
    QTRY_VERIFY(!find(model, Kind::Folder, u"Market"_s).isValid());
    QVERIFY(rig.workspace().searches().all().empty());
    QVERIFY(rig.actions().run(u"edit.redo"_s));
    QTRY_VERIFY(find(model, Kind::Folder, u"Market"_s).isValid());
    // Deleted with its runs, and back with them.
    QVERIFY(choose(rig, u"alpha"_s));
    QVERIFY(rig.actions().run(u"task.remove"_s));
    QTRY_VERIFY(!find(model, Kind::Task, u"alpha"_s).isValid());
    QVERIFY(rig.workspace().searches().all().empty());
    QVERIFY(rig.actions().run(u"edit.undo"_s));
    QTRY_VERIFY(find(model, Kind::Task, u"alpha"_s).parent().isValid());
}

void TestSavedSearches::dialogReadsWhatItWrote()
{
    const WindowRig rig;
    SavedSearch search{.number = 3, .kind = u"vacancies"_s, .params = {}, .name = u"Name"_s};
    search.folder = u"Folder"_s;
    search.note = u"one\ntwo"_s;
    search.files = rig.path(u"out"_s);
    search.schedule = *session::Schedule::fromText(u"5h"_s);
    search.schedule->since = QDateTime(QDate(2026, 11, 1), QTime(7, 0), QTimeZone::utc());
    SearchDialog dialog(search, u"title"_s, {u"Other"_s, u"Folder"_s, u""_s}, rig.path(u"p.linnet"_s));
    QCOMPARE(dialog.search(), search); // untouched: counted from where it was
    dialog.findChild<QSpinBox *>(u"everyBox"_s)->setValue(6);
    QCOMPARE(dialog.search().schedule->toText(), u"6h"_s);
    QVERIFY(dialog.search().schedule->since > search.schedule->since);
    dialog.findChild<QComboBox *>(u"unitBox"_s)->setCurrentIndex(0);
    QVERIFY(!dialog.search().schedule);
}

void TestSavedSearches::looks_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isDark");
    QTest::newRow("en") << u"en"_s << true;
    QTest::newRow("ru") << u"ru"_s << false;
}

/// Nothing is cut off, in either language; with LINNET_PICTURES=FOLDER pictures for people to look at.
void TestSavedSearches::looks()
{
    QFETCH(QString, language);
    QFETCH(bool, isDark);
    WindowRig rig(language, isDark ? Theme::Choice::Dark : Theme::Choice::Light);
    QVERIFY(rig.session().projectSlot().open(rig.path(u"p.linnet"_s)));
    addRun(rig, u"аналитик данных"_s);
    addRun(rig, u"бухгалтер"_s);
    const auto picture = [&](QWidget &widget, const QString &name) {
        const QString folder = qEnvironmentVariable("LINNET_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(widget.grab().save(folder + u'/' + name + u'-' + language + u".png"_s));
    };
    QVERIFY(choose(rig, u"бухгалтер"_s));
    QVERIFY(rig.actions().run(u"task.settings"_s));
    auto *dialog = rig.window().findChild<SearchDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QComboBox *>(u"folderBox"_s)->setCurrentText(u"Рынок труда"_s);
    dialog->findChild<QComboBox *>(u"unitBox"_s)->setCurrentIndex(2);
    dialog->findChild<QSpinBox *>(u"everyBox"_s)->setValue(7);
    for (const auto *label : dialog->findChildren<QLabel *>())
        QVERIFY2(label->height() >= label->heightForWidth(label->width()) || !label->wordWrap(),
                 qPrintable(label->text()));
    picture(*dialog, u"search"_s);
    for (QAbstractButton *button : dialog->findChildren<QPushButton *>()) {
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        if (button->text().contains(language == u"ru" ? u"планировщика" : u"scheduler"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QDialog *lines = dialog->findChild<QDialog *>();
    QVERIFY(lines);
    picture(*lines, u"lines"_s);
    lines->close();
    dialog->accept();
    QTRY_VERIFY(find(*navigator(rig).model(), Kind::Folder, u"Рынок"_s).isValid());
    QVERIFY(choose(rig, u"бухгалтер"_s));
    picture(rig.window(), u"window"_s);
}

void TestSavedSearches::givenAndTaken()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().open(rig.path(u"p.linnet"_s)));
    QVERIFY(rig.practice().start());
    const QString address = rig.practice().site() + u"about.html"_s;
    checks::CheckSpec spec;
    spec.list = checks::fingerprint({checks::CheckAddress::of(address, 1)});
    spec.title = u"1 address"_s;
    session::RunParams params =
        session::RunParams::of(spec, {}, checks::firstWork(spec, {checks::CheckAddress::of(address, 1)}, {}));
    const session::RunHandle *run = rig.session().start(params);
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 20'000);
    QVERIFY(choose(rig, u"1 address"_s));
    QVERIFY(rig.actions().run(u"task.give"_s));
    auto *give = rig.window().findChild<QFileDialog *>(u"giveDialog"_s);
    QVERIFY(give);
    const QString path = rig.path(u"list.linnet-search"_s);
    Q_EMIT give->fileSelected(path);
    give->close();
    QTRY_VERIFY(QFile::exists(path));
    // In another project: it has no run yet, and is begun from the file's list.
    QVERIFY(rig.session().projectSlot().close());
    QVERIFY(rig.session().projectSlot().open(rig.path(u"q.linnet"_s)));
    QVERIFY(activate(rig));
    rig.actions().action(u"file.take"_s)->trigger();
    auto *take = rig.window().findChild<QFileDialog *>(u"takeDialog"_s);
    QVERIFY(take);
    Q_EMIT take->fileSelected(path);
    take->close();
    QTRY_VERIFY(!rig.workspace().searches().all().empty());
    const QString name = rig.workspace().searches().all().front().name;
    QVERIFY(choose(rig, name));
    QVERIFY(rig.actions().run(u"task.runAgain"_s));
    RunPage &page = *rig.workspace().task(u"checks"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page.run() != 0, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(page.results().total(), 1, 20'000);
    QTRY_COMPARE(navigator(rig).model()->rowCount(find(*navigator(rig).model(), Kind::Task, name)), 1);
}

void TestSavedSearches::riskyFileAsks()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().openNew());
    const session::RunParams params =
        session::RunParams::of(specOf(u"x"_s, QUrl(u"http://elsewhere.example"_s)), {});
    const auto bytes = session::SearchFile::write(
        {.number = 1, .kind = params.kind, .params = params.params, .name = u"Foreign"_s}, {});
    QVERIFY(bytes);
    QFile file(rig.path(u"foreign.linnet-search"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size());
    file.close();
    const auto answer = [&](const QString &text) {
        rig.actions().action(u"file.take"_s)->trigger();
        auto *take = rig.window().findChild<QFileDialog *>(u"takeDialog"_s);
        Q_EMIT take->fileSelected(file.fileName());
        delete take;
        auto *box = rig.window().findChild<QMessageBox *>();
        QVERIFY(box);
        QVERIFY(box->informativeText().contains(u"http://elsewhere.example"));
        for (QAbstractButton *button : box->buttons()) {
            if (button->text() == text)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(!rig.window().findChild<QMessageBox *>());
    };
    QVERIFY(activate(rig));
    answer(u"Cancel"_s);
    QVERIFY(rig.workspace().searches().all().empty());
    answer(u"Leave that out"_s);
    QTRY_COMPARE(rig.workspace().searches().all().size(), size_t(1));
    const auto safe = session::RunParams::search(rig.workspace().searches().all().front().params);
    QVERIFY(safe && safe->sources.front().base.isEmpty());
}

/// A clock that is set by hand tells when a search is due; the window's own never is.
void TestSavedSearches::dueOnce()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().openNew());
    const models::RunList runs(rig.session(), [](const QString &) { return nullptr; });
    models::ProjectMemory memory(rig.session());
    models::SavedSearches searches(memory);
    QDateTime now(QDate(2030, 1, 1), QTime(8, 0), QTimeZone::utc());
    models::Scheduler scheduler(runs, searches, [&now] { return now; });
    QSignalSpy due(&scheduler, &models::Scheduler::due);
    const session::RunParams params = session::RunParams::of(specOf(u"x"_s), {});
    SavedSearch search{.number = 1, .kind = params.kind, .params = params.params, .name = u"A"_s};
    search.schedule = *session::Schedule::fromText(u"6h"_s);
    search.schedule->since = now;
    searches.set(search);
    QTRY_VERIFY(runs.isRead());
    scheduler.look();
    QCOMPARE(due.count(), 0);
    QCOMPARE(scheduler.next(), now.addSecs(6 * 3600));
    now = now.addSecs(20 * 3600); // asleep past three moments
    scheduler.look();
    scheduler.look();
    QCOMPARE(due.count(), 1);
    QCOMPARE(due.first(), (QVariantList{1, QVariant::fromValue(store::RunId(0)), 2}));
    now = now.addSecs(4 * 3600);
    scheduler.look();
    QCOMPARE(due.count(), 2);
    search.schedule.reset();
    searches.set(search);
    now = now.addDays(1);
    scheduler.look();
    QCOMPARE(due.count(), 2);
    QVERIFY(!scheduler.next().isValid());
}

void TestSavedSearches::notWhileItRuns()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().openNew());
    QVERIFY(rig.practice().start());
    const models::RunList runs(rig.session(), [](const QString &) { return nullptr; });
    models::ProjectMemory memory(rig.session());
    models::SavedSearches searches(memory);
    QDateTime now = QDateTime::currentDateTimeUtc();
    models::Scheduler scheduler(runs, searches, [&now] { return now; });
    QSignalSpy due(&scheduler, &models::Scheduler::due);
    jobs::RequestSpec slow;
    slow.pace.delay = std::chrono::seconds(20);
    vacancies::SearchSpec spec = specOf(u"аналитик"_s, QUrl(rig.practice().addresses().value(u"hh"_s)));
    spec.details = true;
    session::RunHandle *run = rig.session().startVacancies(spec, slow);
    QTRY_COMPARE(runs.runs().size(), size_t(1));
    SavedSearch search = searches.ofOrNew(runs.runs().front().info);
    search.schedule = *session::Schedule::fromText(u"1h"_s);
    search.schedule->since = now;
    searches.set(search);
    now = now.addSecs(3 * 3600);
    scheduler.look();
    QCOMPARE(due.count(), 0);
    run->finish();
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 20'000);
    scheduler.look();
    QCOMPARE(due.count(), 1);
}

/// From the clock to the words for the tray, over the real server.
void TestSavedSearches::scheduledRunTellsWhatIsNew()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().open(rig.path(u"p.linnet"_s)));
    QVERIFY(rig.practice().start());
    const session::RunHandle *first = rig.session().startVacancies(
        specOf(u"аналитик"_s, QUrl(rig.practice().addresses().value(u"hh"_s))), {});
    QTRY_VERIFY_WITH_TIMEOUT(first->isOver(), 30'000);
    const models::RunList runs(rig.session(), [](const QString &) { return nullptr; });
    QTRY_VERIFY(!runs.runs().empty());
    SavedSearch search = rig.workspace().searches().ofOrNew(runs.runs().front().info);
    search.name = u"Watched"_s;
    search.schedule = *session::Schedule::fromText(u"1h"_s);
    search.schedule->since = QDateTime::currentDateTimeUtc().addSecs(2 - 3600); // due in two seconds
    rig.workspace().searches().set(search);
    QSignalSpy told(&rig.workspace().scheduled(), &ScheduledRuns::told);
    QTRY_VERIFY_WITH_TIMEOUT((rig.workspace().scheduled().look(), told.count() == 2), 60'000);
    QCOMPARE(told[0], (QVariantList{u"Watched"_s, u"The scheduled run has begun."_s}));
    QVERIFY2(told[1][1].toString().startsWith(u"Nothing changed since"_s), qPrintable(told[1][1].toString()));
    QCOMPARE((*rig.session().project().reader())->runs()->size(), size_t(2));
}

QTEST_MAIN(TestSavedSearches)
#include "tst_savedsearches.moc"
