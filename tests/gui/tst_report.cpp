// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/insight/insighttab.h"
#include "gui/insight/reportdialog.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/windowrig.h"
#include "jobs/requestspec.h"
#include "report/htmlreport.h"
#include "report/logo.h"
#include "report/pdfreport.h"
#include "support/practice.h"

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The report of a search, from the window.
class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void makesBothKinds();
    void remembers();
    void saysWhatIsWrong();
    void goesWithItsProject();
    void logoLosesWhatElseItsFileHolds();
    void longWordsStayOnThePages();

private:
    gui::InsightTab &tab() const { return *m_rig->vacancies().insight(); }
    gui::ReportDialog *open() const;
    template <typename T> T &field(const gui::ReportDialog &dialog, const QString &name) const
    {
        return *dialog.findChild<T *>(name);
    }
    /// Presses the button and waits for what is said then.
    QString make(gui::ReportDialog &dialog) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowRig> m_rig;
    std::unique_ptr<Practice> m_server;
};

void TestReport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_rig = std::make_unique<WindowRig>(qEnvironmentVariable("LINNET_PICTURE_LANGUAGE", u"en"_s));
    m_server = std::make_unique<Practice>();
    QVERIFY(m_rig->session().projectSlot().openNew());
    vacancies::SearchSpec spec;
    spec.sources = {{u"hh"_s, {}, m_server->url, {}}};
    spec.sources.front().query.pages = 1;
    jobs::RequestSpec requests;
    requests.pace.delay = {};
    m_rig->newSearch();
    session::RunHandle *run = m_rig->session().startVacancies(spec, requests);
    m_rig->vacancies().follow(run);
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 60'000);
    m_rig->vacancies().results().showPage(&tab());
    QTRY_VERIFY_WITH_TIMEOUT(!tab().figures().isEmpty(), 30'000);
}

void TestReport::cleanup()
{
    m_rig.reset();
    m_server.reset();
    m_folder.reset();
}

gui::ReportDialog *TestReport::open() const
{
    tab().reportButton().click();
    const auto dialogs = tab().findChildren<gui::ReportDialog *>();
    return dialogs.isEmpty() ? nullptr : dialogs.last();
}

QString TestReport::make(gui::ReportDialog &dialog) const
{
    auto &message = field<QLabel>(dialog, u"message"_s);
    message.clear();
    field<QPushButton>(dialog, u"make"_s).click();
    const bool isSaid = QTest::qWaitFor([&] { return !message.text().isEmpty(); }, 60'000);
    return isSaid ? message.text() : u"<nothing was said>"_s;
}

void TestReport::makesBothKinds()
{
    gui::ReportDialog *dialog = open();
    QVERIFY(dialog);
    if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
        QVERIFY(dialog->grab().save(folder + u"/report.png"_s));
    field<QLineEdit>(*dialog, u"title"_s).setText(u"For <Ann>"_s);
    field<QLineEdit>(*dialog, u"path"_s).setText(m_folder->filePath(u"r.html"_s));
    QSignalSpy made(dialog, &gui::ReportDialog::made);
    QVERIFY(make(*dialog).startsWith(u"Saved"));
    QCOMPARE(made.size(), 1);
    QFile html(m_folder->filePath(u"r.html"_s));
    QVERIFY(html.open(QIODevice::ReadOnly));
    const QByteArray page = html.readAll();
    QVERIFY(page.contains("<h1>For &lt;Ann&gt;</h1>") && page.contains("role=\"img\""));

    auto &format = field<QComboBox>(*dialog, u"format"_s);
    format.setCurrentIndex(format.findData(u"pdf"_s));
    QCOMPARE(field<QLineEdit>(*dialog, u"path"_s).text(), m_folder->filePath(u"r.pdf"_s));
    QVERIFY(make(*dialog).startsWith(u"Saved"));
    QFile pdf(m_folder->filePath(u"r.pdf"_s));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF-"));
}

void TestReport::remembers()
{
    gui::ReportDialog *dialog = open();
    QVERIFY(dialog);
    field<QLineEdit>(*dialog, u"author"_s).setText(u"Ann"_s);
    field<QPlainTextEdit>(*dialog, u"remarks"_s).setPlainText(u"Read this."_s);
    field<QLineEdit>(*dialog, u"path"_s).setText(m_folder->filePath(u"r.html"_s));
    auto &questions = field<QListWidget>(*dialog, u"questions"_s);
    QVERIFY(questions.count() > 5);
    const QString left = questions.item(1)->text();
    questions.item(1)->setCheckState(Qt::Unchecked);
    QVERIFY(make(*dialog).startsWith(u"Saved"));
    QFile html(m_folder->filePath(u"r.html"_s));
    QVERIFY(html.open(QIODevice::ReadOnly));
    QVERIFY(!html.readAll().contains(left.toUtf8()));
    dialog->reject();

    dialog = open();
    QVERIFY(dialog);
    QCOMPARE(field<QLineEdit>(*dialog, u"author"_s).text(), u"Ann"_s);
    QCOMPARE(field<QPlainTextEdit>(*dialog, u"remarks"_s).toPlainText(), u"Read this."_s);
    QVERIFY(field<QLineEdit>(*dialog, u"path"_s).text().startsWith(m_folder->path()));
    auto &again = field<QListWidget>(*dialog, u"questions"_s);
    QCOMPARE(again.item(1)->checkState(), Qt::Unchecked);
    QCOMPARE(again.item(0)->checkState(), Qt::Checked);
    // Without a question there is nothing to make.
    for (int row = 0; row < again.count(); ++row)
        again.item(row)->setCheckState(Qt::Unchecked);
    QVERIFY(!field<QPushButton>(*dialog, u"make"_s).isEnabled());
}

void TestReport::saysWhatIsWrong()
{
    gui::ReportDialog *dialog = open();
    QVERIFY(dialog);
    auto &path = field<QLineEdit>(*dialog, u"path"_s);
    path.setText(m_folder->filePath(u"r.doc"_s));
    QVERIFY(make(*dialog).contains(u".pdf"));
    path.setText(u"r.html"_s);
    QVERIFY(make(*dialog).contains(u"whole path"));
    path.setText(m_folder->filePath(u"none/r.html"_s));
    QVERIFY(make(*dialog).contains(u"none"));
    path.setText(m_folder->filePath(u"r.html"_s));
    field<QLineEdit>(*dialog, u"logo"_s).setText(m_folder->filePath(u"missing.png"_s));
    QVERIFY(make(*dialog).contains(u"missing.png"));
    QVERIFY(!QFile::exists(m_folder->filePath(u"r.html"_s)));
}

void TestReport::goesWithItsProject()
{
    const QPointer<gui::ReportDialog> dialog = open();
    QVERIFY(dialog);
    field<QLineEdit>(*dialog, u"path"_s).setText(m_folder->filePath(u"r.html"_s));
    field<QPushButton>(*dialog, u"make"_s).click();
    QVERIFY(m_rig->session().projectSlot().openNew());
    QVERIFY(!dialog);
}

void TestReport::logoLosesWhatElseItsFileHolds()
{
    QImage image(2000, 400, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    image.setText(u"Comment"_s, u"taken at home"_s);
    const QString path = m_folder->filePath(u"logo.png"_s);
    QVERIFY(image.save(path));
    const auto logo = report::readLogo(path);
    QVERIFY(logo);
    QVERIFY(!logo->png.contains("taken at home"));
    QVERIFY(logo->size.width() <= 480 && logo->size.height() <= 160);
    const QImage read = QImage::fromData(logo->png);
    QCOMPARE(read.size(), logo->size);
    QCOMPARE(read.pixelColor(5, 5), QColor(Qt::darkGreen));
}

void TestReport::longWordsStayOnThePages()
{
    report::Report report;
    report.locale = QLocale::c();
    report.title = QString(300, u'T');
    report.remarks = {QString(20'000, u'r'), u"line\n\nline"_s};
    report.figures = {{QString(300, u'L'), QString(300, u'9'), QString(300, u'd')}};
    report.changes = {u"none"_s};
    const auto pdf = report::pdfReport(report, QFont(), {});
    QVERIFY(pdf);
    QVERIFY(pdf->startsWith("%PDF-"));
    // Nothing of the long remark is lost: it takes several pages.
    QVERIFY(pdf->contains("/Count 3") || pdf->contains("/Count 4") || pdf->contains("/Count 5") ||
            pdf->contains("/Count 6"));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(report::pdfReport(report, QFont(), stop.get_token()).error().reason, Reason::Cancelled);
}

QTEST_MAIN(TestReport)
#include "tst_report.moc"
