// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/completenessview.h"
#include "gui/crawl/crawlpage.h"
#include "gui/crawl/linklist.h"
#include "gui/crawl/viewlist.h"
#include "gui/crawlsite.h"
#include "gui/formfit.h"
#include "gui/look/palette.h"
#include "gui/table/chipbar.h"
#include "gui/table/detailpane.h"
#include "gui/table/resultspane.h"
#include "gui/table/rowtableview.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/linesedit.h"
#include "gui/widgets/listrow.h"
#include "gui/windowrig.h"
#include "session/runparams.h"
#include "support/faultserver.h"

#include <QComboBox>
#include <QDirIterator>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The page of a crawl as a person uses it: the form, and a crawl that a project holds.
class TestCrawlPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongValuesAreNamed();
    void missingSchemesAreAdded();
    void problemsGoWithTheFix();
    void loginsAreNotKept();
    void listsAreTaken();
    void patternsAreTried();
    void robotsAreTheUsersChoice();
    void viewsFilterTheTables();
    void versionsHaveATable();
    void keyboardPassesThroughFindings();
    void answersComeAfterTheirLinks();
    void neighboursAndJumps();
    void completenessLeadsToThePages();
    void anotherLanguageKeepsTheView();
    void storedListsComeBack_data();
    void storedListsComeBack();
    void fitsSmallScreens_data();
    void fitsSmallScreens();

private:
    static CrawlPage &page(WindowRig &rig);
    /// With a crawl of CrawlSite, and what else is given.
    static CrawlPage &open(WindowRig &rig, const std::function<void(CrawlRows &rows)> &more = {});
    static QString notice(const QWidget &window);
    static bool press(const QWidget &window, const QString &buttonText);
    static int viewOf(const CrawlPage &page, const QString &id);
    static bool waitForRows(const CrawlPage &page, int count);
    static QString cell(const CrawlPage &page, int row, auto column);
};

CrawlPage &TestCrawlPage::page(WindowRig &rig)
{
    return *qobject_cast<CrawlPage *>(rig.window().workspace().task(u"crawl"_s));
}

CrawlPage &TestCrawlPage::open(WindowRig &rig, const std::function<void(CrawlRows &rows)> &more)
{
    const QString path = rig.path(u"crawl.linnet"_s);
    if (!rig.session().projectSlot().open(path))
        qFatal("no project");
    CrawlRows rows(CrawlSite::add(rig.session()));
    if (more) {
        more(rows);
        rig.session().project().writer().post(rows.take());
    }
    if (!rig.session().projectSlot().close())
        qFatal("not closed");
    rig.window().openProject(path);
    if (!QTest::qWaitFor(
            [&] {
                return page(rig).run() != 0 && page(rig).overview().reasons().size() == 2 &&
                       page(rig).findings().isJudged();
            },
            20'000))
        qFatal("no run");
    return page(rig);
}

QString TestCrawlPage::notice(const QWidget &window)
{
    QStringList shown;
    for (const Banner *banner : window.findChildren<Banner *>()) {
        if (banner->isVisible())
            shown << banner->text();
    }
    return shown.join(u'\n');
}

bool TestCrawlPage::press(const QWidget &window, const QString &buttonText)
{
    for (QPushButton *button : window.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == buttonText) {
            QTest::mouseClick(button, Qt::LeftButton);
            return true;
        }
    }
    return false;
}

int TestCrawlPage::viewOf(const CrawlPage &page, const QString &id)
{
    return page.findings().entryOf(id);
}

bool TestCrawlPage::waitForRows(const CrawlPage &page, int count)
{
    return QTest::qWaitFor(
        [&] {
            ResultsPane *pane = page.results().pane();
            return pane && !pane->model().isBuilding() && pane->model().rowCount() == count &&
                   (count == 0 || pane->model().cells(count - 1));
        },
        10'000);
}

QString TestCrawlPage::cell(const CrawlPage &page, int row, auto column)
{
    return table::toText((*page.results().pane()->model().cells(row))[size_t(column)]);
}

void TestCrawlPage::wrongValuesAreNamed()
{
    WindowRig rig;
    rig.window().workspace().newTask(u"crawl"_s);
    QVERIFY(press(rig.window(), u"Crawl"_s));
    auto *problem = page(rig).findChild<QLabel *>(u"problemsLabel"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(problem->text().contains("Type the address"_L1));
    CrawlValues values;
    values.addresses = CrawlSite::root();
    values.exclude = u"("_s;
    page(rig).setValues(values);
    QVERIFY(!problem->isVisible());
    page(rig).start();
    QTRY_VERIFY(problem->text().contains("character"_L1));
    QVERIFY(page(rig).findChild<QLineEdit *>(u"excludeEdit"_s)->isVisible()); // unfolded
    QVERIFY(!rig.session().hasProject());                                     // nothing was begun
}

void TestCrawlPage::missingSchemesAreAdded()
{
    WindowRig rig;
    rig.window().workspace().newTask(u"crawl"_s);
    auto *edit = page(rig).findChild<LinesEdit *>(u"addressEdit"_s);
    QTest::keyClicks(edit, u"site.example/docs"_s);
    QTRY_COMPARE(page(rig).summary(), u"site.example/docs"_s);
    QVERIFY2(notice(rig.window()).isEmpty(), qPrintable(notice(rig.window())));
}

/// What is wrong is red and marked until it is put right, without another try.
void TestCrawlPage::problemsGoWithTheFix()
{
    WindowRig rig;
    rig.window().workspace().newTask(u"crawl"_s);
    CrawlValues values;
    values.addresses = CrawlSite::root();
    values.include = u"("_s;
    values.exclude = u"["_s;
    page(rig).setValues(values);
    page(rig).start();
    auto *problem = page(rig).findChild<QLabel *>(u"problemsLabel"_s);
    QTRY_VERIFY(problem->isVisible());
    QCOMPARE(problem->text().count(u'\n'), 1);
    QCOMPARE(problem->palette().color(problem->foregroundRole()), Palette::of(problem->palette()).bad);
    page(rig).findChild<QLineEdit *>(u"includeEdit"_s)->clear();
    QTRY_COMPARE(problem->text().count(u'\n'), 0);
    QVERIFY(problem->isVisible());
    page(rig).findChild<QLineEdit *>(u"excludeEdit"_s)->clear();
    QTRY_VERIFY(!problem->isVisible());
}

/// A login in a start address is used, and stands in no file when the window is closed: neither in the
/// settings nor in the data folder, where a project that was not saved is kept, too.
void TestCrawlPage::loginsAreNotKept()
{
    WindowRig rig;
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        const bool isKnown = seen.header("Authorization") == "Basic " + QByteArray("bob:Zebra9").toBase64();
        return isKnown ? Answer::status(200, {{"Content-Type", "text/html"}}, "<title>in</title>")
                       : Answer::status(401, {{"WWW-Authenticate", "Basic realm=x"}});
    });
    QUrl start = server.url();
    start.setUserInfo(u"bob:Zebra9"_s);
    rig.workspace().newTask(u"crawl"_s);
    CrawlPage &shown = page(rig);
    auto *edit = shown.findChild<LinesEdit *>(u"addressEdit"_s);
    edit->setPlainText(start.toString());
    QTRY_VERIFY(!shown.summary().isEmpty());
    QVERIFY2(!shown.summary().contains(u"Zebra9"_s), qPrintable(shown.summary()));
    shown.start();
    const auto isFinished = [&rig] {
        const auto reader = rig.session().project().reader();
        const auto runs = reader ? (*reader)->runs() : std::unexpected(reader.error());
        return runs && runs->size() == 1 && runs->front().state == store::RunState::Finished;
    };
    QTRY_VERIFY_WITH_TIMEOUT(!server.seen("/").isEmpty() && isFinished(), 30'000);
    shown.results().showTable(table::pageSchema());
    QVERIFY(waitForRows(shown, 1));
    QTRY_COMPARE(cell(shown, 0, table::PageColumn::Title), u"in"_s);
    rig.window().close();
    rig.settings().sync();
    QVERIFY(rig.session().projectSlot().close());
    int files = 0;
    QDirIterator it(rig.path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("Zebra9") && !bytes.contains("bob%3A") && !bytes.contains("Ym9iOlplYnJhOQ"),
                 qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files > 0);
}

void TestCrawlPage::listsAreTaken()
{
    WindowRig rig;
    rig.window().workspace().newTask(u"crawl"_s);
    auto *edit = page(rig).findChild<LinesEdit *>(u"addressEdit"_s);
    const int oneLine = edit->height();
    const QString path = rig.path(u"список.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("https://a.example/\r\nhttps://b.example/\r\nmailto:c@d.example\r\n");
    file.close();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(path)});
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(edit->viewport(), &enter);
    QCoreApplication::sendEvent(edit->viewport(), &drop);
    QCOMPARE(edit->toPlainText(), u"https://a.example/\nhttps://b.example/\nmailto:c@d.example"_s);
    QVERIFY(edit->height() > oneLine);
    QTRY_VERIFY(notice(rig.window()).contains("Line 3"_L1));
    QTRY_COMPARE(page(rig).summary(), u"a.example and 1 more"_s);
    edit->clear();
    QTest::keyClicks(edit, u"https://a.example/"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(edit, u"https://b.example/"_s);
    QCOMPARE(edit->toPlainText(), u"https://a.example/\nhttps://b.example/"_s);
}

void TestCrawlPage::patternsAreTried()
{
    WindowRig rig;
    rig.window().workspace().newTask(u"crawl"_s);
    page(rig).findChild<QPushButton *>(u"moreButton"_s)->setChecked(true);
    page(rig).findChild<QLineEdit *>(u"excludeEdit"_s)->setText(u"/calendar/"_s);
    page(rig).findChild<QLineEdit *>(u"tryEdit"_s)->setText(u"https://a.example/calendar/1"_s);
    const auto *result = page(rig).findChild<QLabel *>(u"tryResult"_s);
    QVERIFY2(result->text().startsWith("Left out"_L1), qPrintable(result->text()));
    page(rig).findChild<QLineEdit *>(u"tryEdit"_s)->setText(u"https://a.example/"_s);
    QVERIFY2(result->text().startsWith("Would be asked"_L1), qPrintable(result->text()));
}

void TestCrawlPage::robotsAreTheUsersChoice()
{
    WindowRig rig;
    rig.window().workspace().newTask(u"crawl"_s);
    QVERIFY(!page(rig).values().ignoreRobots);
    auto *box = page(rig).findChild<QComboBox *>(u"robotsBox"_s);
    box->setCurrentIndex(1);
    QVERIFY(page(rig).values().ignoreRobots);
    QTRY_VERIFY(notice(rig.window()).contains("a site that is yours"_L1));
}

void TestCrawlPage::viewsFilterTheTables()
{
    WindowRig rig;
    CrawlPage &shown = open(rig);
    QVERIFY(waitForRows(shown, 7)); // pages come first, those of the site that were asked
    auto *bar = shown.results().findChild<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
    QTRY_COMPARE(bar->tabText(0), u"Pages 7"_s);
    QCOMPARE(bar->tabText(1), u"Links 9"_s);
    auto *list = shown.findChild<ViewList *>()->findChild<QListView *>();

    const auto choose = [&](const QString &id) {
        const QModelIndex index = list->model()->index(shown.findings().rowOf(viewOf(shown, id)), 0);
        list->scrollTo(index);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    };
    choose(u"broken_4xx"_s);
    QVERIFY(waitForRows(shown, 1));
    QCOMPARE(cell(shown, 0, table::PageColumn::Url), CrawlSite::root() + u"missing"_s);
    choose(u"links_broken"_s);
    QCOMPARE(bar->currentIndex(), 1);
    QVERIFY(waitForRows(shown, 2));
    QCOMPARE(cell(shown, 1, table::LinkColumn::Anchor), u"two"_s);
    choose(u"robots_blocked"_s);
    QCOMPARE(bar->currentIndex(), 0);
    QVERIFY(waitForRows(shown, 1));
    const int line = int(table::PageColumn::RobotsLine);
    QVERIFY(shown.results().pane()->columns().isVisible(line)); // it says why
    QVERIFY(list->selectionModel()->isSelected(
        list->model()->index(shown.findings().rowOf(viewOf(shown, u"robots_blocked"_s)), 0)));
    shown.results().pane()->filter().clear();
    QVERIFY(waitForRows(shown, 9));
    QVERIFY(list->selectionModel()->isSelected(
        list->model()->index(shown.findings().rowOf(viewOf(shown, u"named"_s)), 0)));
    choose(u"redirects"_s);
    QVERIFY(waitForRows(shown, 1));
    QVERIFY(!shown.results().pane()->columns().isVisible(line));
}

/// Only where there are any; a finding about them leads there.
void TestCrawlPage::versionsHaveATable()
{
    using H = table::HreflangColumn;
    const auto tabOf = [](const CrawlPage &page) {
        auto *bar = page.results().findChild<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
        for (int i = 0; i < bar->count(); ++i) {
            if (bar->tabText(i).startsWith("Languages"_L1))
                return bar->isTabVisible(i) ? bar->tabText(i) : QString();
        }
        return QString();
    };
    {
        WindowRig rig;
        CrawlPage &shown = open(rig);
        QVERIFY(waitForRows(shown, 7));
        QCOMPARE(tabOf(shown), QString());
    }
    WindowRig rig;
    CrawlPage &shown = open(rig, [](CrawlRows &rows) {
        rows.version(1, u"en"_s, qint64(1));
        rows.version(1, u"en-UK"_s, qint64(2), {{H::LanguageFault, u"region"_s}});
    });
    QTRY_COMPARE_WITH_TIMEOUT(tabOf(shown), u"Languages 2"_s, 20'000);
    auto *list = shown.findChild<ViewList *>()->findChild<QListView *>();
    const QModelIndex index =
        list->model()->index(shown.findings().rowOf(viewOf(shown, u"hreflang_code"_s)), 0);
    QVERIFY(index.isValid());
    list->scrollTo(index);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    QVERIFY(waitForRows(shown, 1));
    QCOMPARE(shown.results().pane()->schema().key, "hreflang"_L1);
    QCOMPARE(cell(shown, 0, H::Language), u"en-UK"_s);
    QCOMPARE(cell(shown, 0, H::TargetUrl), CrawlSite::root() + u"Новости"_s);
}

/// The focus and the arrow keys change nothing; Enter chooses.
void TestCrawlPage::keyboardPassesThroughFindings()
{
    WindowRig rig;
    CrawlPage &shown = open(rig);
    QVERIFY(waitForRows(shown, 7));
    auto *list = shown.findChild<ViewList *>()->findChild<QListView *>();
    list->setFocus(Qt::TabFocusReason);
    QVERIFY(list->currentIndex().isValid());
    const table::Filter before = shown.results().pane()->filter().filter();
    QTest::keyClick(list, Qt::Key_Down);
    QCoreApplication::processEvents();
    QCOMPARE(shown.results().pane()->filter().filter(), before);
    QVERIFY(!list->selectionModel()->isSelected(list->currentIndex()));
    list->setCurrentIndex(list->model()->index(shown.findings().rowOf(viewOf(shown, u"broken_4xx"_s)), 0));
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(waitForRows(shown, 1));
    QVERIFY(list->selectionModel()->isSelected(list->currentIndex()));
}

/// What is said of a link's target is known later than the link: cells follow, and what passes a filter by
/// then is told.
void TestCrawlPage::answersComeAfterTheirLinks()
{
    WindowRig rig;
    CrawlPage &shown = open(rig);
    store::Writer &writer = rig.session().project().writer();
    CrawlRows rows(shown.run());
    const auto linkTo = [&](qint64 target) {
        rows.address(target, QByteArray("http://site.example/late" + QByteArray::number(target)).constData());
        rows.link(2, target, "a"_L1,
                  {{table::LinkColumn::Anchor, u"late"_s}, {table::LinkColumn::Internal, true}});
        writer.post(rows.take());
    };
    const auto answer = [&](qint64 target) {
        rows.page(target, 404, {{table::PageColumn::Verdict, u"broken"_s}});
        writer.post(rows.take());
    };
    shown.results().showTable(table::linkSchema());
    QVERIFY(waitForRows(shown, 9));
    linkTo(20);
    QVERIFY(waitForRows(shown, 10));
    QCOMPARE(cell(shown, 9, table::LinkColumn::TargetStatus), QString());
    answer(20);
    QTRY_COMPARE_WITH_TIMEOUT(cell(shown, 9, table::LinkColumn::TargetStatus), u"404"_s, 30'000);

    linkTo(21);
    QVERIFY(waitForRows(shown, 11));
    shown.chooseEntry(viewOf(shown, u"links_broken"_s));
    QVERIFY(waitForRows(shown, 3));
    ChipBar *chips = shown.results().pane()->chips();
    QVERIFY(!chips->findChild<QToolButton *>(u"refresh"_s)->isVisible());
    answer(21);
    QTRY_VERIFY_WITH_TIMEOUT(chips->findChild<QToolButton *>(u"refresh"_s)->isVisible(), 30'000);
    QVERIFY2(chips->findChild<QToolButton *>(u"refresh"_s)->text().contains(u"1 row"_s),
             qPrintable(chips->findChild<QToolButton *>(u"refresh"_s)->text()));
    QVERIFY(waitForRows(shown, 3)); // nothing moves under the user
    chips->findChild<QToolButton *>(u"refresh"_s)->click();
    QVERIFY(waitForRows(shown, 4));
    QVERIFY(!chips->findChild<QToolButton *>(u"refresh"_s)->isVisible());

    linkTo(22);
    bool answered = false;
    connect(&rig.session(), &session::Session::committed, &shown, [&](const store::Committed &change) {
        answered = answered || std::ranges::any_of(change.rows, [](const auto &added) {
                       return added.schema == &table::pageSchema();
                   });
    });
    answer(22);
    QTRY_VERIFY(answered);
    QVERIFY(shown.results().pane()->model().isOutdated());
    shown.results().pane()->settle(); // as at the end of a run
    QVERIFY(waitForRows(shown, 5));
}

void TestCrawlPage::neighboursAndJumps()
{
    WindowRig rig;
    CrawlPage &shown = open(rig);
    QVERIFY(waitForRows(shown, 7));
    shown.chooseEntry(viewOf(shown, u"broken_4xx"_s));
    QVERIFY(waitForRows(shown, 1));
    QTabWidget *tabs = shown.results().pane()->details()->tabs();
    QTRY_COMPARE(tabs->tabText(0), u"Links in: 2"_s);
    QTRY_COMPARE(tabs->tabText(1), u"Links out: 0"_s);
    auto *in = qobject_cast<LinkList *>(tabs->widget(0));
    QVERIFY(in && in->isVisible());

    // From a link to the page that holds it, which the filter hides until then.
    Q_EMIT in->pageChosen(CrawlSite::root());
    QVERIFY(waitForRows(shown, 9));
    ResultsPane *pages = shown.results().pane();
    QTRY_COMPARE(cell(shown, pages->table()->currentIndex().row(), table::PageColumn::Url),
                 CrawlSite::root());

    // To all links of that page, and from one of them to its target.
    int news = 0;
    while (news < 8 && cell(shown, news, table::PageColumn::Url) != CrawlSite::root() + u"Новости"_s)
        ++news;
    QVERIFY(QMetaObject::invokeMethod(pages->table(), "doubleClicked",
                                      Q_ARG(QModelIndex, pages->model().index(news, 0))));
    QVERIFY(waitForRows(shown, 2));
    ResultsPane *links = shown.results().pane();
    QVERIFY(links != pages);
    QCOMPARE(cell(shown, 0, table::LinkColumn::ParsedUrl), CrawlSite::root() + u"Новости"_s);
    QVERIFY(QMetaObject::invokeMethod(links->table(), "doubleClicked",
                                      Q_ARG(QModelIndex, links->model().index(0, 0))));
    QTRY_COMPARE(shown.results().pane(), pages);
    QTRY_COMPARE(cell(shown, pages->table()->currentIndex().row(), table::PageColumn::Url),
                 CrawlSite::root() + u"Новости"_s);
}

void TestCrawlPage::completenessLeadsToThePages()
{
    WindowRig rig;
    CrawlPage &shown = open(rig);
    auto *view = shown.findChild<CompletenessView *>();
    shown.results().showPage(view);
    QVERIFY(view->isVisible());
    const auto robots = [view]() -> ListRow * {
        for (ListRow *row : view->findChildren<ListRow *>()) {
            if (row->isVisible() && row->text().contains("robots"_L1))
                return row;
        }
        return nullptr;
    };
    QTRY_VERIFY(robots());
    QTest::mouseClick(robots(), Qt::LeftButton);
    QVERIFY(waitForRows(shown, 1));
    QCOMPARE(cell(shown, 0, table::PageColumn::Url), CrawlSite::root() + u"private/"_s);
}

void TestCrawlPage::anotherLanguageKeepsTheView()
{
    WindowRig rig;
    open(rig).chooseEntry(viewOf(page(rig), u"links_broken"_s));
    QTRY_COMPARE(page(rig).values().addresses, CrawlSite::root());
    const CrawlValues values = page(rig).values();
    const store::RunId run = page(rig).run();
    rig.setLanguage(u"ru"_s);
    QTRY_VERIFY(!rig.actions().action(u"file.quit"_s)->text().contains(u"Quit"_s));
    QCOMPARE(page(rig).run(), run);
    QVERIFY(page(rig).isVisible());
    QVERIFY(waitForRows(page(rig), 2));
    QTRY_COMPARE(page(rig).values(), values);
}

void TestCrawlPage::storedListsComeBack_data()
{
    QTest::addColumn<bool>("old");
    QTest::addRow("as work") << false;
    QTest::addRow("among the parameters, by an earlier version") << true;
}

void TestCrawlPage::storedListsComeBack()
{
    QFETCH(const bool, old);
    WindowRig rig;
    const QString path = rig.path(u"lists.linnet"_s);
    QVERIFY(rig.session().projectSlot().open(path));
    links::CrawlSpec spec;
    spec.start = {u"https://b.example/"_s, u"https://a.example/x"_s};
    const QString typed = spec.start.join(u'\n');
    session::RunParams params = session::RunParams::of(spec, {});
    if (old) {
        QJsonObject crawl = params.params["crawl"_L1].toObject();
        for (const QString &key : {u"first"_s, u"starts"_s, u"list"_s})
            crawl.remove(key);
        crawl[u"start"_s] = QJsonArray::fromStringList(spec.start);
        params.params[u"crawl"_s] = crawl;
        params.first = {};
    }
    store::Writer &writer = rig.session().project().writer();
    params.first.run = writer.postRun(params.kind, params.params);
    params.first.state = store::RunState::Stopped;
    writer.post(std::move(params.first));
    QVERIFY(rig.session().projectSlot().close());
    rig.window().openProject(path);
    QTRY_COMPARE(page(rig).values().addresses, typed);
    QTRY_COMPARE(page(rig).summary(), u"b.example and 1 more · only their links"_s);
}

void TestCrawlPage::fitsSmallScreens_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Russian") << u"ru"_s;
}

void TestCrawlPage::fitsSmallScreens()
{
    QFETCH(QString, language);
    WindowRig rig(language);
    open(rig);
    page(rig).findChild<QAbstractButton *>(u"moreButton"_s)->setChecked(true);
    const QString out = unreachable(rig, page(rig));
    QVERIFY2(out.isEmpty(), qPrintable(out));
}

QTEST_MAIN(TestCrawlPage)
#include "tst_crawlpage.moc"
