// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/projectcare.h"
#include "gui/project/projectdialog.h"
#include "gui/project/workdialog.h"
#include "gui/widgets/banner.h"
#include "gui/windowrig.h"
#include "store/removedrows.h"
#include "support/vacancyrows.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QSemaphore>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include <optional>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

/// File > This project: what its runs take, and its care.
class TestProjectDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_rig.reset(); }
    void listsRuns();
    void saysThatThereAreNone();
    void thins();
    void deletesAndBringsBack();
    void compacts();
    void compactingIsStopped();
    void checks();
    void damageIsOfferedToBeRescued();
    void onlyReads();
    void workSaysHowFarItIs();

private:
    QString path() const { return m_rig->path(u"p.linnet"_s); }
    ProjectDialog &open();
    QPushButton *button(const QString &name) const { return dialog().findChild<QPushButton *>(name); }
    ProjectDialog &dialog() const { return *m_rig->window().findChild<ProjectDialog *>(); }
    Banner &said() const { return *dialog().findChild<Banner *>(); }
    QString cell(int row, int column) const
    {
        return dialog().findChild<QTableView *>()->model()->index(row, column).data().toString();
    }
    int rows() const { return dialog().findChild<QTableView *>()->model()->rowCount(); }

    std::unique_ptr<test::WindowRig> m_rig;
};

namespace {

constexpr int Long = 30'000;

/// One run of a search with so many vacancies, whose long texts take room.
void addRun(store::Writer &writer, const QString &search, int rows)
{
    store::Unit unit;
    unit.run = writer.postRun(u"vacancies"_s, {{u"search"_s, QJsonObject{{u"text"_s, search}}}});
    for (int i = 0; i < rows; ++i) {
        const QString key = u"%1-%2"_s.arg(unit.run).arg(i);
        unit.rows.push_back(test::vacancyRow(
            key, {{VacancyColumn::Vacancy, key}, {VacancyColumn::Description, (key + u' ').repeated(150)}}));
    }
    unit.state = store::RunState::Finished;
    writer.post(std::move(unit));
}

QPushButton *buttonOf(QMessageBox *box, QMessageBox::ButtonRole role)
{
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == role)
            return qobject_cast<QPushButton *>(button);
    }
    return nullptr;
}

} // namespace

/// Two runs of one search and one of another, the first large.
void TestProjectDialog::init()
{
    m_rig = std::make_unique<test::WindowRig>();
    const auto project = store::Project::open(path());
    QVERIFY(project);
    addRun((*project)->writer(), u"analyst"_s, 900);
    addRun((*project)->writer(), u"analyst"_s, 90);
    addRun((*project)->writer(), u"nurse"_s, 9);
    QVERIFY((*project)->close());
}

ProjectDialog &TestProjectDialog::open()
{
    m_rig->window().openProject(path());
    const QAction *action = m_rig->actions().action(u"file.project"_s);
    if (!QTest::qWaitFor([action] { return action->isEnabled(); }, Long))
        qWarning("The dialog cannot be opened");
    m_rig->actions().action(u"file.project"_s)->trigger();
    return dialog();
}

void TestProjectDialog::listsRuns()
{
    ProjectDialog &shown = open();
    QVERIFY(shown.isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, Long);
    QTRY_VERIFY_WITH_TIMEOUT(!shown.isReading(), Long);
    QCOMPARE(shown.findChild<QLabel *>(u"pathLabel"_s)->text(), QDir::toNativeSeparators(path()));
    const QString size = shown.findChild<QLabel *>(u"sizeLabel"_s)->text();
    QVERIFY2(size.contains(u"would be given back by compacting"_s), qPrintable(size));
    QVERIFY(!button(u"cancelSizes"_s)->isVisible());
    auto *table = shown.findChild<QTableView *>();
    table->sortByColumn(ProjectRuns::Size, Qt::DescendingOrder);
    QCOMPARE(cell(0, ProjectRuns::Rows), u"900"_s);
    QCOMPARE(cell(2, ProjectRuns::Rows), u"9"_s);
    QVERIFY2(cell(0, ProjectRuns::Size).contains(u"B"_s), qPrintable(cell(0, ProjectRuns::Size)));
    QVERIFY(!button(u"deleteButton"_s)->isEnabled()); // nothing is selected
    // Its keys: what is selected goes by Delete, Escape closes.
    table->setFocus();
    table->selectRow(2);
    QVERIFY(button(u"deleteButton"_s)->isEnabled());
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, Long);
    QTest::keyClick(&shown, Qt::Key_Escape);
    QVERIFY(!shown.isVisible());
}

void TestProjectDialog::saysThatThereAreNone()
{
    m_rig->window().openProject(m_rig->path(u"empty.linnet"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->actions().action(u"file.project"_s)->isEnabled(), Long);
    m_rig->actions().action(u"file.project"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog().isReading(), Long);
    QVERIFY(!dialog().findChild<QTableView *>()->isVisible());
    QVERIFY(!button(u"thinButton"_s)->isEnabled());
    QVERIFY(button(u"checkButton"_s)->isEnabled());
}

void TestProjectDialog::thins()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, Long);
    dialog().findChild<QSpinBox *>()->setValue(2);
    QVERIFY(button(u"thinButton"_s)->text().contains(u"2 run"_s));
    button(u"thinButton"_s)->click();
    QVERIFY2(said().text().contains(u"nothing is to be removed"_s), qPrintable(said().text()));
    dialog().findChild<QSpinBox *>()->setValue(1);
    button(u"thinButton"_s)->click();
    auto *box = dialog().findChild<QMessageBox *>(u"thinBox"_s);
    QVERIFY(box && box->isVisible());
    QVERIFY2(box->text().contains(u"1 older run"_s), qPrintable(box->text()));
    QVERIFY2(box->informativeText().contains(u"900 row"_s), qPrintable(box->informativeText()));
    QVERIFY(box->informativeText().contains(u"cannot be undone"_s));
    buttonOf(box, QMessageBox::DestructiveRole)->click();
    QTRY_VERIFY_WITH_TIMEOUT(said().text().contains(u"kept as counts only"_s), Long);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog().isReading(), Long);
    auto *table = dialog().findChild<QTableView *>();
    const auto isThinned = [&] {
        table->sortByColumn(ProjectRuns::Rows, Qt::DescendingOrder);
        return cell(0, ProjectRuns::Rows).contains(u"900, kept as a count only"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isThinned(), Long);
    const auto reader = store::RowReader::open(path());
    QVERIFY(reader);
    QCOMPARE((*reader)->count({&table::vacancySchema(), {}, {}, {}}).value_or(0), 99);
}

void TestProjectDialog::deletesAndBringsBack()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, Long);
    auto *table = dialog().findChild<QTableView *>();
    table->selectAll();
    button(u"deleteButton"_s)->click();
    QCOMPARE(rows(), 0);
    QVERIFY2(said().text().contains(u"3 run"_s), qPrintable(said().text()));
    said().findChild<QPushButton *>()->click(); // Undo
    QCOMPARE(rows(), 3);
    QVERIFY(!m_rig->actions().history().canUndo());
}

void TestProjectDialog::compacts()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, Long);
    auto *table = dialog().findChild<QTableView *>();
    table->sortByColumn(ProjectRuns::Rows, Qt::DescendingOrder);
    table->selectRow(0);
    button(u"deleteButton"_s)->click();
    const qint64 before = QFileInfo(path()).size();
    button(u"compactButton"_s)->click();
    auto *box = dialog().findChild<QMessageBox *>(u"compactBox"_s);
    QVERIFY(box && box->isVisible());
    QVERIFY2(box->informativeText().contains(u"are free on this disk"_s), qPrintable(box->informativeText()));
    buttonOf(box, QMessageBox::AcceptRole)->click();
    QVERIFY(!m_rig->session().hasProject()); // closed around it
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->session().hasProject(), Long);
    QTRY_VERIFY2_WITH_TIMEOUT(said().text().contains(u"before"_s), qPrintable(said().text()), Long);
    QVERIFY(dialog().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, Long);
    QVERIFY2(QFileInfo(path()).size() < before / 2,
             qPrintable(u"%1 of %2"_s.arg(QFileInfo(path()).size()).arg(before)));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog().isReading(), Long);
    const auto reader = m_rig->session().project().reader();
    QVERIFY(reader);
    QCOMPARE((*reader)->count({&table::vacancySchema(), {}, {}, {}}).value_or(0), 99);
}

/// However early or late it comes, the project is whole and open again.
void TestProjectDialog::compactingIsStopped()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, Long);
    button(u"compactButton"_s)->click();
    buttonOf(dialog().findChild<QMessageBox *>(u"compactBox"_s), QMessageBox::AcceptRole)->click();
    auto *work = dialog().findChild<WorkDialog *>();
    QVERIFY(work && work->isVisible());
    work->findChild<QPushButton *>()->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->session().hasProject(), Long);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, Long);
    QVERIFY(!said().text().isEmpty());
    QVERIFY(!QFile::exists(path() + u".part"_s));
}

void TestProjectDialog::checks()
{
    open();
    button(u"checkButton"_s)->click();
    QTRY_VERIFY2_WITH_TIMEOUT(said().text().contains(u"in order"_s), qPrintable(said().text()), Long);
    QVERIFY(!said().findChild<QPushButton *>());
    QVERIFY(m_rig->session().hasProject());
}

void TestProjectDialog::damageIsOfferedToBeRescued()
{
    // Of the pages in the middle are most of the rows.
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 8192 * 4096));
    QCOMPARE(file.write(QByteArray(3 * 4096, '\x55')), 3 * 4096);
    file.close();
    open();
    QVERIFY(m_rig->session().hasProject());
    button(u"checkButton"_s)->click();
    QTRY_VERIFY2_WITH_TIMEOUT(said().text().contains(u"amaged"_s), qPrintable(said().text()), Long);
    QVERIFY(said().findChild<QPushButton *>());
    m_rig->window().findChild<ProjectDialog *>()->setFocus();
    auto &care = *m_rig->window().findChild<ProjectCare *>();
    const QString saved = m_rig->path(u"saved.linnet"_s);
    care.rescue(path(), path(), dialog()); // not over anything
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->window().findChild<QMessageBox *>(), Long);
    m_rig->window().findChild<QMessageBox *>()->close();
    QCOMPARE(m_rig->session().project().path(), path());
    care.rescue(path(), saved, dialog());
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->session().hasProject() && m_rig->session().project().path() == saved,
                             Long);
    QTRY_VERIFY_WITH_TIMEOUT(dialog().findChild<QMessageBox *>(u"rescuedBox"_s), Long);
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 0, Long);
    QCOMPARE(dialog().findChild<QLabel *>(u"pathLabel"_s)->text(), QDir::toNativeSeparators(saved));
}

void TestProjectDialog::onlyReads()
{
    const auto other = store::Project::open(path());
    QVERIFY(other);
    QVERIFY(m_rig->session().projectSlot().openToRead(path()));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->actions().action(u"file.project"_s)->isEnabled(), Long);
    m_rig->actions().action(u"file.project"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, Long);
    dialog().findChild<QTableView *>()->selectRow(0);
    for (const QString &name : {u"deleteButton"_s, u"thinButton"_s, u"compactButton"_s, u"rescueButton"_s}) {
        QVERIFY2(!button(name)->isEnabled(), qPrintable(name));
        QVERIFY2(button(name)->toolTip().contains(u"another Linnet"_s), qPrintable(name));
    }
    QTRY_VERIFY_WITH_TIMEOUT(!dialog().isReading(), Long);
    QVERIFY(cell(0, ProjectRuns::Size) != u"…"_s);
    button(u"checkButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(said().text().contains(u"in order"_s), Long);
}

/// The bar moves as the work goes on; Cancel stops the work, and the dialog goes with its end.
void TestProjectDialog::workSaysHowFarItIs()
{
    QWidget over;
    QSemaphore next;
    std::optional<bool> ended;
    WorkDialog::run<bool>(
        &over, u"Work"_s,
        [&next](const store::Course &course) {
            for (const double share : {0.25, 0.5}) {
                next.acquire();
                course.at(share);
            }
            next.acquire();
            return course.isStopped();
        },
        [&ended](bool isStopped) { ended = isStopped; });
    auto *dialog = over.findChild<WorkDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const auto *bar = dialog->findChild<QProgressBar *>();
    QCOMPARE(bar->maximum(), 0); // nothing is known yet
    next.release();
    QTRY_COMPARE_WITH_TIMEOUT(bar->value(), 250, Long);
    QCOMPARE(bar->maximum(), 1000);
    next.release();
    QTRY_COMPARE_WITH_TIMEOUT(bar->value(), 500, Long);
    dialog->reject();
    QVERIFY(dialog->isVisible());
    next.release();
    QTRY_VERIFY_WITH_TIMEOUT(ended.has_value(), Long);
    QVERIFY(*ended);
}

QTEST_MAIN(TestProjectDialog)
#include "tst_projectdialog.moc"
