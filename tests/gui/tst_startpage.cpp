// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/startpage.h"
#include "gui/shell/taskkinds.h"
#include "gui/widgets/listrow.h"
#include "table/vacancyschema.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// The start page with real files: projects of before, projects left behind, first steps.
class TestStartPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void emptyAtFirst();
    void firstSteps();
    void recentProjects();
    void settingsOfStrangers();
    void leftBehind();
    void interruptedSavedProject();
    void deleteLeftBehind();
    void byKeyboard();

private:
    QString makeProject(const QString &path, int rows);
    ListRow *row(const StartPage &page, const QString &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
};

void TestStartPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
}

QString TestStartPage::makeProject(const QString &path, int rows)
{
    auto project = store::Project::open(path);
    if (!project)
        return {};
    store::Writer &writer = (*project)->writer();
    store::Unit unit;
    unit.run = writer.postRun(u"vacancies"_s, {});
    for (int i = 0; i < rows; ++i) {
        table::Cells cells(table::vacancySchema().columns.size());
        cells[0] = u"Vacancy %1"_s.arg(i);
        unit.rows.push_back({&table::vacancySchema(), u"hh:%1"_s.arg(i), cells, store::RowMode::Keep});
    }
    writer.post(std::move(unit));
    return (*project)->close() ? path : QString();
}

ListRow *TestStartPage::row(const StartPage &page, const QString &text) const
{
    for (ListRow *each : page.findChildren<ListRow *>()) {
        if (each->text().contains(text))
            return each;
    }
    return nullptr;
}

void TestStartPage::emptyAtFirst()
{
    const RecentProjects recent(*m_settings);
    StartPage page(recent, store::UnsavedProjects(m_folder->filePath(u"unsaved"_s)), taskKinds());
    page.resize(1100, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels,
                                [](const QLabel *label) { return label->text().startsWith("None yet"_L1); }));
    QCOMPARE(page.findChildren<ListRow *>().size(), 5); // only first steps
}

void TestStartPage::firstSteps()
{
    const RecentProjects recent(*m_settings);
    StartPage page(recent, store::UnsavedProjects(m_folder->filePath(u"unsaved"_s)), taskKinds());
    page.resize(1100, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QSignalSpy search(&page, &StartPage::newTaskRequested);
    QSignalSpy practice(&page, &StartPage::practiceRequested);
    QSignalSpy token(&page, &StartPage::connectRequested);
    QSignalSpy sample(&page, &StartPage::sampleRequested);
    QSignalSpy open(&page, &StartPage::openRequested);
    QTest::mouseClick(page.findChild<QPushButton *>(), Qt::LeftButton);
    QTest::mouseClick(row(page, u"invented"_s), Qt::LeftButton);
    QTest::mouseClick(row(page, u"Connect"_s), Qt::LeftButton);
    QTest::mouseClick(row(page, u"Open the sample"_s), Qt::LeftButton);
    QTest::mouseClick(row(page, u"Open a project"_s), Qt::LeftButton);
    QCOMPARE(search.value(0).value(0).toString(), u"vacancies"_s); // the first card
    for (const QSignalSpy *spy : {&search, &practice, &token, &sample, &open})
        QCOMPARE(spy->size(), 1);
    page.setSourcesWithToken({u"hh"_s}); // whoever has one needs no offer
    QVERIFY(!row(page, u"Connect"_s)->isVisible());
}

void TestStartPage::recentProjects()
{
    RecentProjects recent(*m_settings);
    const QString one = makeProject(m_folder->filePath(u"Аналитики, Москва.linnet"_s), 1);
    const QString two = makeProject(m_folder->filePath(u"two.linnet"_s), 1);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    recent.remember({one, {{u"vacancies"_s, 3, 5377}}, now});
    recent.remember({two, {{u"vacancies"_s, 1, 12}}, now});
    recent.remember({m_folder->filePath(u"gone.linnet"_s), {}, now});
    recent.remember({one, {{u"vacancies"_s, 4, 6000}}, now});
    QCOMPARE(recent.entries().size(), 2);
    QCOMPARE(recent.entries().first(), (RecentProjects::Entry{one, {{u"vacancies"_s, 4, 6000}}, now}));

    StartPage page(recent, store::UnsavedProjects(m_folder->filePath(u"unsaved"_s)), taskKinds());
    page.resize(1100, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    ListRow *first = row(page, u"Аналитики, Москва"_s);
    QVERIFY(first);
    QVERIFY2(first->accessibleDescription().contains("6,000"_L1), qPrintable(first->accessibleDescription()));
    QVERIFY(row(page, u"two"_s));
    QVERIFY(!row(page, u"gone"_s));
    QSignalSpy chosen(&page, &StartPage::projectChosen);
    QTest::mouseClick(first, Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), one);
}

/// A file may say anything.
void TestStartPage::settingsOfStrangers()
{
    const QString one = makeProject(m_folder->filePath(u"one.linnet"_s), 1);
    RecentProjects(*m_settings).remember({one, {{u"vacancies"_s, 1, 1}}, QDateTime::currentDateTimeUtc()});
    m_settings->setValue(u"recent/size"_s, 2147483647);
    m_settings->setValue(u"recent/1/counts/size"_s, 2147483647);
    QCOMPARE(RecentProjects(*m_settings).entries().size(), 1);
    m_settings->setValue(u"recent/size"_s, -5);
    QVERIFY(RecentProjects(*m_settings).entries().isEmpty());
    m_settings->setValue(u"recent/size"_s, u"many"_s);
    QVERIFY(RecentProjects(*m_settings).entries().isEmpty());
}

void TestStartPage::leftBehind()
{
    const store::UnsavedProjects unsaved(m_folder->filePath(u"unsaved"_s));
    const QString left = makeProject(unsaved.newPath(), 7);
    QVERIFY(!left.isEmpty());
    const RecentProjects recent(*m_settings);
    StartPage page(recent, unsaved, taskKinds());
    page.resize(1100, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QTRY_VERIFY(row(page, u"Unsaved"_s));
    QVERIFY(row(page, u"Unsaved"_s)->accessibleDescription().contains(u"not saved"_s));
    page.setCrashed(true);
    QTRY_VERIFY(row(page, u"Unsaved"_s));
    QVERIFY(row(page, u"Unsaved"_s)->accessibleDescription().contains(u"recovered"_s));
    QSignalSpy chosen(&page, &StartPage::projectChosen);
    QTest::mouseClick(row(page, u"Unsaved"_s), Qt::LeftButton);
    QCOMPARE(chosen.value(0).value(0).toString(), left);
    page.setCrashed(true); // what was opened since is not what a crash left behind
    QTRY_VERIFY(row(page, u"Unsaved"_s));
    QVERIFY(row(page, u"Unsaved"_s)->accessibleDescription().contains(u"not saved"_s));
}

void TestStartPage::interruptedSavedProject()
{
    RecentProjects recent(*m_settings);
    const QString path = makeProject(m_folder->filePath(u"site.linnet"_s), 7); // its run never ended
    recent.remember({path, {{u"vacancies"_s, 1, 0}}, QDateTime::currentDateTimeUtc()});
    StartPage page(recent, store::UnsavedProjects(m_folder->filePath(u"unsaved"_s)), taskKinds());
    page.resize(1100, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QVERIFY(!row(page, u"site"_s)->accessibleDescription().contains("interrupted"_L1));
    page.setCrashed(true);
    QTRY_VERIFY(row(page, u"site"_s)->accessibleDescription().contains("interrupted"_L1));
    QVERIFY(row(page, u"site"_s)->accessibleDescription().contains(u'7'));
}

void TestStartPage::deleteLeftBehind()
{
    const store::UnsavedProjects unsaved(m_folder->filePath(u"unsaved"_s));
    const QString left = makeProject(unsaved.newPath(), 7);
    const RecentProjects recent(*m_settings);
    StartPage page(recent, unsaved, taskKinds());
    page.resize(1100, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QTRY_VERIFY(row(page, u"Unsaved"_s));
    const auto press = [&](const QString &answer) {
        QTest::mouseClick(row(page, u"Unsaved"_s)->findChild<QToolButton *>(), Qt::LeftButton);
        const auto *box = page.findChild<QMessageBox *>();
        QVERIFY(box && box->isVisible());
        for (QAbstractButton *button : box->buttons()) {
            if (button->text() == answer)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(!page.findChild<QMessageBox *>());
    };
    QSignalSpy chosen(&page, &StartPage::projectChosen);
    press(u"Cancel"_s);
    QVERIFY(QFile::exists(left));
    press(u"Delete"_s);
    QVERIFY(!QFile::exists(left));
    QTRY_VERIFY(!row(page, u"Unsaved"_s));
    QCOMPARE(chosen.size(), 0);
}

void TestStartPage::byKeyboard()
{
    const RecentProjects recent(*m_settings);
    StartPage page(recent, store::UnsavedProjects(m_folder->filePath(u"unsaved"_s)), taskKinds());
    page.resize(1100, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QSignalSpy practice(&page, &StartPage::practiceRequested);
    page.findChild<QPushButton *>()->setFocus();
    for (qsizetype card = 0; card < taskKinds().size(); ++card)
        QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
    QCOMPARE(page.focusWidget(), row(page, u"invented"_s));
    QTest::keyClick(page.focusWidget(), Qt::Key_Space);
    QCOMPARE(practice.size(), 1);
}

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
