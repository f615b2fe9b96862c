// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translations.h"
#include "gui/table/exportdialog.h"

#include "session/aboutdata.h"
#include "support/inventedvacancies.h"
#include "support/tempproject.h"
#include "table/vacancyschema.h"
#include "vacancies/search/searchspec.h"
#include "vacancies/search/sources.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using gui::ExportDialog;
using models::ExportPlan;
using table::VacancyColumn;

class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void previewIsTheFile_data();
    void previewIsTheFile();
    void usualFormatsFirst();
    void endingsFollowTheFormat();
    void workbooksAreForPeople();
    void ticksAreWhole_data();
    void ticksAreWhole();
    void scopes();
    void columns();
    void choicesAreRemembered();
    void replacingAsks();
    void badPlaces_data();
    void badPlaces();
    void runsAreTold();
    void importedSourcesAreTold();
    void cancelling();

private:
    models::ExportSource source(const table::Filter &filter = {});
    std::unique_ptr<ExportDialog> open(const models::ExportSource &from);
    QByteArray exported(ExportDialog &dialog, const QString &name);
    static QByteArray bytesOf(const QString &path);

    std::unique_ptr<test::TempProject> m_project;
    std::unique_ptr<QSettings> m_settings;
    store::RunId m_run = 0;
};

namespace {

const table::Filter SqlOnly{{table::Condition{u"skills"_s, table::FilterOp::OneOf, {u"SQL"_s}, false}}};

template <typename T, typename Dialog> T *part(const Dialog &dialog, const QString &name)
{
    return dialog->template findChild<T *>(name);
}

QString scopeName(ExportPlan::Scope scope)
{
    return u"scope%1"_s.arg(int(scope));
}

} // namespace

void TestExportDialog::init()
{
    m_project = std::make_unique<test::TempProject>();
    QVERIFY(m_project->isOpen());
    m_settings = std::make_unique<QSettings>(m_project->filePath(u"s.ini"_s), QSettings::IniFormat);
    m_run = m_project->writer().postRun(u"vacancies"_s, {});
    m_project->writer().post(test::inventedUnit(m_run, 0, 300));
    QVERIFY(m_project->flush());
}

void TestExportDialog::cleanup()
{
    m_project.reset();
}

models::ExportSource TestExportDialog::source(const table::Filter &filter)
{
    models::ExportSource result;
    result.projectPath = m_project->path();
    result.query = {&table::vacancySchema(), {m_run}, filter, {{u"salary_from"_s, true}}};
    result.shown = std::make_shared<const store::IdVector>(
        m_project->reader()->ids(result.query).value_or(store::IdVector()));
    result.selected = std::make_shared<const store::IdVector>();
    result.total = 300;
    result.visibleColumns = {int(VacancyColumn::Id), int(VacancyColumn::Vacancy),
                             int(VacancyColumn::SalaryFrom)};
    result.title = u"vacancies"_s;
    return result;
}

std::unique_ptr<ExportDialog> TestExportDialog::open(const models::ExportSource &from)
{
    auto dialog = std::make_unique<ExportDialog>(from, *m_settings);
    dialog->show();
    if (!QTest::qWaitFor([&] { return part<QAbstractButton>(dialog, u"export"_s)->isEnabled(); }))
        qWarning("The dialog does not get ready.");
    return dialog;
}

QByteArray TestExportDialog::bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray TestExportDialog::exported(ExportDialog &dialog, const QString &name)
{
    const QString path = m_project->filePath(name);
    part<QLineEdit>(&dialog, u"path"_s)->setText(path);
    QSignalSpy done(&dialog, &ExportDialog::exported);
    if (!QTest::qWaitFor([&] { return part<QAbstractButton>(&dialog, u"export"_s)->isEnabled(); }))
        return {};
    part<QAbstractButton>(&dialog, u"export"_s)->click();
    return done.isEmpty() && !done.wait() ? QByteArray() : bytesOf(path);
}

void TestExportDialog::previewIsTheFile_data()
{
    QTest::addColumn<QString>("tile");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("standard") << u"csv"_s << "id,vacancy,salary_from\r\n"_ba;
    QTest::newRow("Russian") << u"csv-ru"_s << "\xef\xbb\xbfid;vacancy;salary_from\r\n"_ba;
    QTest::newRow("English") << u"csv-en"_s << "\xef\xbb\xbfid,vacancy,salary_from\r\n"_ba;
    QTest::newRow("tsv") << u"tsv"_s << "id\tvacancy\tsalary_from"_ba;
    QTest::newRow("json") << u"json"_s << "["_ba;
    QTest::newRow("json lines") << u"jsonl"_s << "{"_ba;
}

void TestExportDialog::previewIsTheFile()
{
    QFETCH(QString, tile);
    QFETCH(QByteArray, start);
    const auto dialog = open(source());
    part<QAbstractButton>(dialog, tile)->click();
    QString firstLine = QString::fromUtf8(start).trimmed();
    if (firstLine.startsWith(QChar::ByteOrderMark))
        firstLine.remove(0, 1);
    QTRY_VERIFY(part<QPlainTextEdit>(dialog, u"preview"_s)->toPlainText().startsWith(firstLine));
    const QByteArray bytes = exported(*dialog, u"out."_s + tile);
    QVERIFY(!bytes.isEmpty());
    QVERIFY2(bytes.startsWith(start), bytes.left(60).constData());
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    text.replace(u"\r\n"_s, u"\n"_s);
    const QString preview = part<QPlainTextEdit>(dialog, u"preview"_s)->toPlainText().trimmed();
    QVERIFY(preview.size() > 100);
    // A JSON array ends after the preview's last row.
    QVERIFY2(text.startsWith(tile == u"json"_s ? preview.chopped(1).trimmed() : preview),
             qPrintable(preview));
    QVERIFY(part<QLabel>(dialog, u"message"_s)->text().contains(u"300"_s));
}

void TestExportDialog::usualFormatsFirst()
{
    {
        const auto dialog = open(source());
        const auto isShown = [&](const QString &id) { return part<QWidget>(dialog, id)->isVisible(); };
        const QString csv = QLocale().decimalPoint() == u","_s ? u"csv-ru"_s : u"csv-en"_s;
        QVERIFY(isShown(u"xlsx"_s) && isShown(csv) && isShown(u"others"_s));
        for (const QString &other : {u"csv"_s, u"tsv"_s, u"json"_s, u"jsonl"_s})
            QVERIFY2(!isShown(other), qPrintable(other));
        part<QAbstractButton>(dialog, u"others"_s)->click();
        QVERIFY(!isShown(u"others"_s));
        for (const QString &other : {u"csv"_s, u"csv-ru"_s, u"csv-en"_s, u"tsv"_s, u"json"_s, u"jsonl"_s})
            QVERIFY2(isShown(other), qPrintable(other));
        part<QAbstractButton>(dialog, u"json"_s)->click();
        QVERIFY(!exported(*dialog, u"x.json"_s).isEmpty());
    }
    // Who uses another format sees it at once.
    const auto again = open(source());
    QVERIFY(part<QWidget>(again, u"json"_s)->isVisible());
    QVERIFY(part<QAbstractButton>(again, u"json"_s)->isChecked());
}

void TestExportDialog::endingsFollowTheFormat()
{
    const auto dialog = open(source());
    QVERIFY(part<QLineEdit>(dialog, u"path"_s)->text().endsWith(u".xlsx"_s));
    part<QAbstractButton>(dialog, u"csv"_s)->click();
    QVERIFY(part<QLineEdit>(dialog, u"path"_s)->text().endsWith(u".csv"_s));
    part<QLineEdit>(dialog, u"path"_s)->setText(m_project->filePath(u"my.data"_s));
    part<QAbstractButton>(dialog, u"json"_s)->click();
    QVERIFY(part<QLineEdit>(dialog, u"path"_s)->text().endsWith(u"my.data"_s));
    const QByteArray workbook = [&] {
        part<QAbstractButton>(dialog, u"xlsx"_s)->click();
        return exported(*dialog, u"out.xlsx"_s);
    }();
    QVERIFY(workbook.startsWith("PK"));
}

/// A workbook has the words of the table unless that is switched off; files for programs never have them.
void TestExportDialog::workbooksAreForPeople()
{
    const auto dialog = open(source());
    auto *asShown = part<QAbstractButton>(dialog, u"asShown"_s);
    QVERIFY(asShown->isChecked());
    const auto shows = [&](const QString &word) {
        return part<QPlainTextEdit>(dialog, u"preview"_s)->toPlainText().contains(word);
    };
    part<QAbstractButton>(dialog, u"csv"_s)->click();
    QTRY_VERIFY(shows(u"salary_from"_s));
    QVERIFY(asShown->isHidden());
    part<QAbstractButton>(dialog, u"xlsx"_s)->click();
    QTRY_VERIFY(shows(u"Salary from"_s));
    QVERIFY(!asShown->isHidden());
    asShown->click();
    QTRY_VERIFY(shows(u"salary_from"_s));
}

void TestExportDialog::ticksAreWhole_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Russian") << u"ru"_s;
}

void TestExportDialog::ticksAreWhole()
{
    QFETCH(const QString, language);
    const Translations translations{QLocale(language)};
    const auto dialog = open(source());
    for (const QString &format : {u"xlsx"_s, u"csv-ru"_s, u"csv"_s, u"json"_s}) {
        if (!part<QAbstractButton>(dialog, format)->isVisible()) // which makes the dialog wider
            part<QAbstractButton>(dialog, u"others"_s)->click();
        part<QAbstractButton>(dialog, format)->click();
        for (int i = 0; i < 5; ++i) // layouts of layouts
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QRegion taken;
        int shown = 0;
        for (const QCheckBox *tick : dialog->findChildren<QCheckBox *>()) {
            if (!tick->isVisible())
                continue;
            ++shown;
            const QRect place(tick->mapTo(dialog.get(), QPoint()), tick->size());
            QVERIFY2(tick->width() >= tick->sizeHint().width(), qPrintable(tick->text()));
            QVERIFY2(dialog->rect().contains(place) && !taken.intersects(place), qPrintable(tick->text()));
            const QWidget *box = tick->parentWidget();
            QVERIFY2(box->rect().contains(tick->geometry()), qPrintable(tick->text()));
            taken += place;
        }
        QVERIFY(shown >= 1);
        if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
            QVERIFY(dialog->grab().save(folder + u"/export-%1-%2.png"_s.arg(format, language)));
    }
}

void TestExportDialog::scopes()
{
    models::ExportSource filtered = source(SqlOnly);
    QCOMPARE(filtered.shown->size(), size_t(180));
    filtered.selected =
        std::make_shared<const store::IdVector>(filtered.shown->begin(), filtered.shown->begin() + 3);
    const auto dialog = open(filtered);
    part<QAbstractButton>(dialog, u"csv"_s)->click();
    const auto lines = [&](ExportPlan::Scope scope, const QString &name) {
        part<QAbstractButton>(dialog, scopeName(scope))->click();
        if (!QTest::qWaitFor([&] { return part<QAbstractButton>(dialog, u"export"_s)->isEnabled(); }))
            return qsizetype(-1);
        return exported(*dialog, name).count("\r\n") - 1;
    };
    QCOMPARE(lines(ExportPlan::Scope::Shown, u"a.csv"_s), 180);
    QCOMPARE(lines(ExportPlan::Scope::Selected, u"b.csv"_s), 3);
    QCOMPARE(lines(ExportPlan::Scope::All, u"c.csv"_s), 300);
    QVERIFY(part<QAbstractButton>(dialog, scopeName(ExportPlan::Scope::Shown))->text().contains(u"180"_s));

    const auto unfiltered = open(source());
    QVERIFY(!part<QAbstractButton>(unfiltered, scopeName(ExportPlan::Scope::All))->isVisible());
    QVERIFY(!part<QAbstractButton>(unfiltered, scopeName(ExportPlan::Scope::Selected))->isEnabled());
}

void TestExportDialog::columns()
{
    const auto dialog = open(source());
    part<QAbstractButton>(dialog, u"csv"_s)->click();
    part<QAbstractButton>(dialog, u"allColumns"_s)->setChecked(true);
    const QByteArray all = exported(*dialog, u"all.csv"_s);
    QStringList keys;
    for (const table::Column &column : table::vacancySchema().columns) {
        if (column.storage != table::Storage::OverTime && !column.isCostly) // nothing was compared
            keys << column.key;
    }
    QCOMPARE(all.left(all.indexOf("\r\n")), keys.join(u',').toUtf8());
    QVERIFY(all.contains("What to do:\n"));
    part<QAbstractButton>(dialog, u"replaceLineBreaks"_s)->setChecked(true);
    const QByteArray flat = exported(*dialog, u"flat.csv"_s);
    QCOMPARE(flat.count('\n'), 301);
}

void TestExportDialog::choicesAreRemembered()
{
    {
        const auto dialog = open(source());
        part<QAbstractButton>(dialog, u"csv-ru"_s)->click();
        part<QAbstractButton>(dialog, u"allColumns"_s)->setChecked(true);
        QVERIFY(!exported(*dialog, u"x.csv"_s).isEmpty());
    }
    const auto again = open(source());
    QVERIFY(part<QAbstractButton>(again, u"csv-ru"_s)->isChecked());
    QVERIFY(part<QAbstractButton>(again, u"allColumns"_s)->isChecked());
    QCOMPARE(QFileInfo(part<QLineEdit>(again, u"path"_s)->text()).absolutePath(),
             QFileInfo(m_project->path()).absolutePath());
}

void TestExportDialog::replacingAsks()
{
    const auto dialog = open(source());
    part<QAbstractButton>(dialog, u"csv"_s)->click();
    QVERIFY(!exported(*dialog, u"x.csv"_s).isEmpty());
    QFile old(m_project->filePath(u"x.csv"_s));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("mine");
    old.close();
    part<QAbstractButton>(dialog, u"export"_s)->click();
    QTRY_VERIFY(dialog->findChild<QMessageBox *>());
    auto *question = dialog->findChild<QMessageBox *>();
    question->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!dialog->findChild<QMessageBox *>());
    QCOMPARE(bytesOf(old.fileName()), "mine"_ba);

    QSignalSpy done(dialog.get(), &ExportDialog::exported);
    part<QAbstractButton>(dialog, u"export"_s)->click();
    QTRY_VERIFY(dialog->findChild<QMessageBox *>());
    question = dialog->findChild<QMessageBox *>();
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QVERIFY(done.wait());
    QVERIFY(bytesOf(old.fileName()).size() > 100);
}

void TestExportDialog::badPlaces_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("no such folder") << u"nowhere/x.csv"_s;
    QTest::newRow("a folder") << u"."_s;
}

void TestExportDialog::badPlaces()
{
    QFETCH(QString, place);
    const auto dialog = open(source());
    part<QLineEdit>(dialog, u"path"_s)->setText(m_project->filePath(place));
    part<QAbstractButton>(dialog, u"export"_s)->click();
    QTRY_VERIFY(!part<QLabel>(dialog, u"message"_s)->text().isEmpty());
    QVERIFY(part<QAbstractButton>(dialog, u"export"_s)->isEnabled());
    part<QLineEdit>(dialog, u"path"_s)->setText(u"relative.csv"_s);
    part<QAbstractButton>(dialog, u"export"_s)->click();
    QVERIFY(part<QLabel>(dialog, u"message"_s)->text().contains(u"whole path"_s));
    part<QLineEdit>(dialog, u"path"_s)->clear();
    QVERIFY(!part<QAbstractButton>(dialog, u"export"_s)->isEnabled());
}

// A workbook says where its rows come from, whatever was chosen in the dialog.
void TestExportDialog::runsAreTold()
{
    vacancies::Query query;
    query.text = u"data analyst"_s;
    vacancies::SearchSpec spec;
    spec.sources.push_back({u"hh"_s, query, {}});
    const QJsonObject search = spec.toJson();
    const store::RunId run = m_project->writer().postRun(u"vacancies"_s, {{u"search"_s, search}});
    m_project->writer().postRun(u"vacancies"_s, {{u"search"_s, u"not an object"_s}});
    QVERIFY(m_project->flush());
    const auto reader = m_project->reader();
    const auto one = session::aboutRuns(*reader, {run});
    QVERIFY(one);
    const auto value = [](const ExportPlan::AboutLines &lines, const QString &key) {
        const auto line =
            std::find_if(lines.begin(), lines.end(), [&](const auto &pair) { return pair.first == key; });
        return line == lines.end() ? QString() : line->second;
    };
    QVERIFY(value(*one, u"Search"_s).contains(u"data analyst"_s));
    QVERIFY(value(*one, u"State"_s).contains(u"not finished"_s));
    QVERIFY(value(*one, u"Source"_s).contains(u"hh"_s));
    const auto all = session::aboutRuns(*reader, {});
    QVERIFY(all && all->size() >= one->size());

    ExportPlan plan(source(SqlOnly), {});
    plan.setAbout(*one);
    const auto exported = plan.spec();
    QVERIFY(value(exported.about, u"Filter"_s).contains(u"SQL"_s));
    QCOMPARE(value(exported.about, u"Rows exported"_s), QLocale().toString(180));
    QVERIFY(value(exported.about, u"Search"_s).contains(u"data analyst"_s));
}

/// Records of files are used under the terms of the sources that made them.
void TestExportDialog::importedSourcesAreTold()
{
    const store::RunId run = m_project->writer().postRun(
        u"import"_s,
        {{u"import"_s, QJsonObject{{u"files"_s, QJsonArray{QJsonObject{{u"path"_s, u"/tmp/ads.json"_s}}}}}}});
    store::Unit unit;
    unit.run = run;
    for (const QString &source : {u"trudvsem"_s, u"hh"_s, u"trudvsem"_s}) {
        vacancies::Vacancy vacancy;
        vacancy.source = source;
        vacancy.id = QString::number(unit.rows.size());
        unit.rows.push_back({&table::vacancySchema(), vacancy.key(), vacancy.toRow()});
    }
    m_project->writer().post(unit);
    QVERIFY(m_project->flush());
    const auto about = session::aboutRuns(*m_project->reader(), {run});
    QVERIFY(about);
    QStringList links;
    for (const auto &[key, value] : *about) {
        if (key.startsWith(u"Terms of"))
            links << value;
    }
    QCOMPARE(links.size(), 2);
    for (const QString &id : {u"hh"_s, u"trudvsem"_s})
        QVERIFY2(links.contains(vacancies::sourceById(id)->terms().link), qPrintable(links.join(u' ')));
}

void TestExportDialog::cancelling()
{
    for (int i = 0; i < 20; ++i)
        m_project->writer().post(test::inventedUnit(m_run, 1000 + i * 2000, 2000));
    QVERIFY(m_project->flush());
    const auto dialog = open(source());
    part<QAbstractButton>(dialog, u"xlsx"_s)->click();
    part<QAbstractButton>(dialog, u"allColumns"_s)->setChecked(true);
    const QString path = m_project->filePath(u"big.xlsx"_s);
    part<QLineEdit>(dialog, u"path"_s)->setText(path);
    part<QAbstractButton>(dialog, u"export"_s)->click();
    QVERIFY(!part<QAbstractButton>(dialog, u"export"_s)->isEnabled());
    dialog->reject();
    QVERIFY(dialog->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>(dialog, u"export"_s)->isEnabled(), 30'000);
    QVERIFY(!part<QLabel>(dialog, u"message"_s)->text().isEmpty());
    QVERIFY(!QFile::exists(path));
    dialog->reject();
    QVERIFY(!dialog->isVisible());
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
