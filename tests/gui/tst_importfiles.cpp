// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/choiceheader.h"
#include "gui/run/importdialog.h"
#include "gui/run/importflow.h"
#include "gui/table/resultspane.h"
#include "gui/windowrig.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QTableWidget>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// Files of vacancies in the window: from the menu to the table.
class TestImportFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheMenu();
    void noSuchFile();
    void table();
    void columnsAreChosen();
    void howItIsWritten();
    void checks();
    void refused();
    void pictures();

private:
    static ImportDialog *preview(test::WindowRig &rig, const QByteArray &bytes, const QString &name);
};

ImportDialog *TestImportFiles::preview(test::WindowRig &rig, const QByteArray &bytes, const QString &name)
{
    const QString path = rig.path(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return nullptr;
    file.close();
    rig.workspace().importFlow().take({path});
    ImportDialog *dialog = nullptr;
    const bool shown = QTest::qWaitFor(
        [&] { return (dialog = rig.window().findChild<ImportDialog *>(u"importPreview"_s)) != nullptr; },
        20'000);
    return shown ? dialog : nullptr;
}

void TestImportFiles::fromTheMenu()
{
    test::WindowRig rig;
    const QString path = rig.path(u"market.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"vacancies":[{"id":"a","vacancy_name":"Швея","salary_min":40000},)"
               R"({"id":"b","vacancy_name":"Повар"},{"thing":1}]})");
    file.close();
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    rig.actions().action(u"file.import"_s)->trigger();
    auto *dialog = rig.window().findChild<QFileDialog *>(u"importDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    Q_EMIT dialog->filesSelected({path});
    dialog->close();
    QTRY_VERIFY(rig.session().hasProject());
    const auto rows = [&rig] {
        ResultsPane *pane = rig.vacancies().results().pane();
        return pane ? pane->model().rowCount() : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, 20'000);
    session::RunHandle *run = rig.session().handle(rig.vacancies().run());
    QVERIFY(run);
    QTRY_VERIFY(run->isOver());
    QCOMPARE(run->progress().leftOut.value(u"unreadable"_s), 1);
    const auto reader = rig.session().project().reader();
    QVERIFY(reader);
    const auto runs = (*reader)->runs();
    QVERIFY(runs && runs->size() == 1);
    QCOMPARE(rig.workspace().runTitle(runs->front()), u"From market.json"_s);
}

void TestImportFiles::noSuchFile()
{
    test::WindowRig rig;
    bool failed = false;
    connect(&rig.workspace().importFlow(), &ImportFlow::failed, &rig.window(), [&failed] { failed = true; });
    rig.workspace().importFlow().take({rig.path(u"nowhere.json"_s)});
    QVERIFY(failed);
    QCOMPARE(rig.vacancies().run(), 0);
}

/// From the file over the preview to the rows.
void TestImportFiles::table()
{
    test::WindowRig rig;
    ImportDialog *dialog = preview(rig, "Вакансия;Зарплата;Чужое\nА;1 000;x\nБ;много;y\n", u"own.csv"_s);
    QVERIFY(dialog);
    auto *rows = dialog->findChild<QTableWidget *>(u"importRows"_s);
    QVERIFY(rows);
    QCOMPARE(rows->rowCount(), 2);
    QCOMPARE(rows->columnCount(), 3);
    QCOMPARE(rows->item(0, 1)->text(), u"1000"_s);
    QCOMPARE(dialog->findChild<QListWidget *>(u"importProblems"_s)->count(), 1);
    auto *take = dialog->findChild<QDialogButtonBox *>()->buttons().last();
    QVERIFY(take->isEnabled());
    dialog->accept();
    QTRY_VERIFY(rig.session().hasProject());
    const auto count = [&rig] {
        ResultsPane *pane = rig.vacancies().results().pane();
        return pane ? pane->model().rowCount() : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(count(), 2, 20'000);
}

/// What one column is to become no other can be.
void TestImportFiles::columnsAreChosen()
{
    test::WindowRig rig;
    ImportDialog *dialog = preview(rig, "vacancy,pay,wanted\nA,1,2\n", u"own.csv"_s);
    QVERIFY(dialog);
    auto *header = dialog->findChild<ChoiceHeader *>();
    QVERIFY(header);
    const auto becomes = [&](int column) { return header->boxes().at(column)->currentData().toString(); };
    QCOMPARE(header->boxes().size(), 3);
    QCOMPARE(becomes(1), u"salary_from"_s);
    QCOMPARE(becomes(2), QString());
    QComboBox *box = header->boxes().at(2);
    box->setCurrentIndex(box->findData(u"salary_from"_s));
    Q_EMIT box->activated(box->currentIndex());
    QTRY_COMPARE(becomes(1), QString());
    QCOMPARE(becomes(2), u"salary_from"_s);
    QCOMPARE(dialog->spec().choice.columns.size(), 2);
    dialog->reject();
}

void TestImportFiles::howItIsWritten()
{
    test::WindowRig rig;
    ImportDialog *dialog = preview(rig, "vacancy;salary_from\nA,B;1,5\n", u"own.csv"_s);
    QVERIFY(dialog);
    auto *separator = dialog->findChild<QComboBox *>(u"importSeparator"_s);
    auto *rows = dialog->findChild<QTableWidget *>(u"importRows"_s);
    QCOMPARE(separator->currentData().toString(), u";"_s);
    QVERIFY(dialog->findChild<QComboBox *>(u"importSheet"_s)->isHidden());
    separator->setCurrentIndex(separator->findData(u","_s));
    Q_EMIT separator->activated(separator->currentIndex());
    QTRY_COMPARE(rows->columnCount(), 1);
    separator->setCurrentIndex(separator->findData(u";"_s));
    Q_EMIT separator->activated(separator->currentIndex());
    QTRY_COMPARE(rows->columnCount(), 2);
    QCOMPARE(rows->item(0, 1)->text(), u"1.5"_s);
    dialog->reject();
}

/// Rows of checks are shown where checks are.
void TestImportFiles::checks()
{
    test::WindowRig rig;
    ImportDialog *dialog = preview(rig, "url,status\nhttps://a.example/,200\n", u"sites.csv"_s);
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QComboBox *>(u"importTable"_s)->currentData().toString(), u"checks"_s);
    dialog->accept();
    RunPage *page = rig.workspace().task(u"checks"_s);
    const auto count = [page] {
        ResultsPane *pane = page->results().pane();
        return pane ? pane->model().rowCount() : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(count(), 1, 20'000);
}

void TestImportFiles::refused()
{
    test::WindowRig rig;
    QString detail;
    connect(&rig.workspace().importFlow(), &ImportFlow::failed, &rig.window(),
            [&detail](const Error &error) { detail = error.detail; });
    const QString path = rig.path(u"page.xls"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<html><table></table></html>");
    file.close();
    rig.workspace().importFlow().take({path});
    QTRY_VERIFY(detail.contains(u"page.xls: this is a web page"_s));
}

/// Nothing is cut off, in both languages.
void TestImportFiles::pictures()
{
    for (const auto &[language, look] :
         {std::pair(u"ru"_s, Theme::Choice::Light), std::pair(u"en"_s, Theme::Choice::Dark)}) {
        test::WindowRig rig(language, look);
        QByteArray table =
            "Должность;Оклад от;Ссылка на вакансию;Дата размещения;Компания;Внутренний код;Ключевые навыки\n";
        for (int i = 1; i <= 30; ++i) {
            const QByteArray n = QByteArray::number(i);
            table += "Аналитик данных " + n + ";" +
                     (i % 9 == 4 ? QByteArray("по договорённости") : n + "0 000,00") +
                     ";https://example.org/jobs/" + n + ";" + QByteArray::number(1 + i % 28) +
                     ".11.2026;ООО «Ромашка»;A-" + n + ";SQL, Python, Excel\n";
        }
        ImportDialog *dialog = preview(rig, table, u"вакансии.csv"_s);
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        for (QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->wordWrap())
                QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
        if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
            dialog->grab().save(folder + u"/import-"_s + language + u".png"_s);
        dialog->reject();
    }
}

QTEST_MAIN(TestImportFiles)
#include "tst_importfiles.moc"
