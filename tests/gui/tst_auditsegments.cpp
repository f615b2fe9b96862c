// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/crawlpage.h"
#include "gui/crawl/segmentsdialog.h"
#include "gui/crawl/viewlist.h"
#include "gui/crawlsite.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/widgets/actionregistry.h"
#include "gui/windowrig.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QUndoStack>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// Segments of a site in the window: chosen above the findings, edited in a dialog.
class TestAuditSegments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void foldersCanBeChosen();
    void countsAndTableFollow();
    void ownSegments();
    void faultsNameTheirLine();
    void linesMove();

private:
    CrawlPage &page() const
    {
        return *qobject_cast<CrawlPage *>(m_rig->window().workspace().task(u"crawl"_s));
    }
    QComboBox &chooser() const { return *page().findChild<QComboBox *>(u"findingSegment"_s); }
    SegmentsDialog *openSegments() const
    {
        QTest::mouseClick(page().findChild<QPushButton *>(u"editSegments"_s), Qt::LeftButton);
        return page().findChild<SegmentsDialog *>();
    }
    void choose(const QString &segment) const
    {
        chooser().setCurrentIndex(chooser().findData(segment));
        Q_EMIT chooser().activated(chooser().currentIndex());
    }
    qint64 count(const QString &finding) const
    {
        const models::FindingListModel &findings = page().findings();
        const int entry = findings.entryOf(finding);
        return entry < 0 ? -1 : findings.count(entry);
    }
    int rows() const
    {
        ResultsPane *pane = page().results().pane();
        return pane && !pane->model().isBuilding() ? pane->model().rowCount() : -1;
    }
    static void setLine(const SegmentsDialog &dialog, int row, const QString &name, const QString &filter)
    {
        dialog.table().item(row, 0)->setText(name);
        dialog.table().item(row, 1)->setText(filter);
    }
    static QPushButton &ok(const SegmentsDialog &dialog)
    {
        return *dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    QString memo() const
    {
        const auto reader = m_rig->session().project().reader();
        const auto memos = reader ? (*reader)->memos() : std::unexpected(reader.error());
        return memos ? memos->value(audit::Segments::memoKey()) : u"unreadable"_s;
    }

    std::unique_ptr<WindowRig> m_rig;
};

void TestAuditSegments::init()
{
    m_rig = std::make_unique<WindowRig>();
    const QString path = m_rig->path(u"crawl.linnet"_s);
    QVERIFY(m_rig->session().projectSlot().open(path));
    CrawlSite::add(m_rig->session());
    QVERIFY(m_rig->session().projectSlot().close());
    m_rig->window().openProject(path);
    QTRY_VERIFY_WITH_TIMEOUT(page().run() != 0 && page().findings().isJudged() && chooser().count() > 1,
                             60'000);
}

void TestAuditSegments::cleanup()
{
    m_rig.reset();
}

void TestAuditSegments::foldersCanBeChosen()
{
    QCOMPARE(chooser().currentData().toString(), QString());
    QVERIFY(chooser().findData(u"/"_s) > 0);
    QVERIFY(chooser().findData(u"/private/"_s) > 0);
    const qint64 all = count(u"robots_blocked"_s);
    QCOMPARE(all, 1);
    choose(u"/private/"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(u"title_missing"_s), 0, 60'000);
    QCOMPARE(count(u"robots_blocked"_s), 1);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, 60'000); // no finding was chosen: its addresses
    choose(QString());
    QTRY_COMPARE_WITH_TIMEOUT(count(u"title_missing"_s), 1, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 1, 60'000);
}

void TestAuditSegments::countsAndTableFollow()
{
    page().chooseEntry(page().findings().entryOf(u"links_broken"_s));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, 60'000);
    SegmentsDialog *dialog = openSegments();
    QVERIFY(dialog);
    dialog->addLine(u"News"_s, u"url contains Новости"_s);
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(chooser().findData(u"News"_s) > 0, 60'000);
    choose(u"News"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(u"links_broken"_s), 1, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, 60'000); // the finding stays the chosen one
    QCOMPARE(page().results().pane()->schema().rows().key, "links"_L1);
    choose(u"(other)"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(u"links_broken"_s), 1, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, 60'000);
    choose(QString());
    QTRY_COMPARE_WITH_TIMEOUT(count(u"links_broken"_s), 2, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, 60'000);
}

void TestAuditSegments::ownSegments()
{
    SegmentsDialog *dialog = openSegments();
    QVERIFY(dialog);
    QCOMPARE(dialog->memo(), QString());
    dialog->findChild<QPushButton *>(u"addSegment"_s)->click();
    setLine(*dialog, 0, u"Private"_s, u"/private/"_s);
    QVERIFY2(ok(*dialog).isEnabled(), qPrintable(dialog->said()));
    dialog->addLine(u"Nameless"_s, u"title empty and status = 200"_s);
    QVERIFY2(ok(*dialog).isEnabled(), qPrintable(dialog->said()));
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(chooser().findData(u"Nameless"_s) > 0, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(
        memo(), u"Private\turl contains /private/\nNameless\ttitle empty and status = 200\n"_s, 60'000);
    choose(u"Nameless"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(u"robots_blocked"_s), 0, 60'000);
    QCOMPARE(count(u"title_missing"_s), 1);
    // Links are told apart by the addresses of their pages only.
    const auto *links = page().findings().finding(page().findings().entryOf(u"links_broken"_s));
    QVERIFY(links && !links->isJudged);
    // As every change, it can be taken back; who looked at a segment that has gone looks at the site.
    m_rig->actions().history().undo();
    QTRY_VERIFY_WITH_TIMEOUT(chooser().findData(u"/private/"_s) > 0, 60'000);
    QCOMPARE(chooser().currentData().toString(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(count(u"robots_blocked"_s), 1, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(memo(), QString(), 60'000);
}

void TestAuditSegments::faultsNameTheirLine()
{
    SegmentsDialog *dialog = openSegments();
    QVERIFY(dialog);
    dialog->addLine(u"Blog"_s, u"/blog/"_s);
    dialog->addLine(u"Odd"_s, u"titel = News"_s);
    setLine(*dialog, 1, u"Odd"_s, u"titel = News "_s);
    QVERIFY2(dialog->said().contains(u"line 2"_s) && dialog->said().contains(u"titel"_s),
             qPrintable(dialog->said()));
    QVERIFY(!ok(*dialog).isEnabled());
    setLine(*dialog, 1, u"Blog"_s, u"title = News"_s);
    QVERIFY2(dialog->said().contains(u"line 2"_s), qPrintable(dialog->said()));
    setLine(*dialog, 1, u"News"_s, u"title = News"_s);
    QVERIFY2(dialog->said().isEmpty() && ok(*dialog).isEnabled(), qPrintable(dialog->said()));
    setLine(*dialog, 0, QString(), u"/blog/"_s);
    QVERIFY2(dialog->said().contains(u"line 1"_s) && !ok(*dialog).isEnabled(), qPrintable(dialog->said()));
    dialog->reject();
    QCOMPARE(m_rig->actions().history().count(), 0);
}

void TestAuditSegments::linesMove()
{
    SegmentsDialog *dialog = openSegments();
    QVERIFY(dialog);
    dialog->addLine(u"One"_s, u"/one/"_s);
    dialog->addLine(u"Two"_s, u"/two/"_s);
    dialog->table().setCurrentCell(1, 0);
    dialog->findChild<QPushButton *>(u"segmentUp"_s)->click();
    QCOMPARE(dialog->memo(), u"Two\turl contains /two/\nOne\turl contains /one/\n"_s);
    QVERIFY(!dialog->findChild<QPushButton *>(u"segmentUp"_s)->isEnabled());
    dialog->findChild<QPushButton *>(u"segmentDown"_s)->click();
    QCOMPARE(dialog->memo(), u"One\turl contains /one/\nTwo\turl contains /two/\n"_s);
    dialog->findChild<QPushButton *>(u"removeSegment"_s)->click();
    QCOMPARE(dialog->memo(), u"One\turl contains /one/\n"_s);
}

QTEST_MAIN(TestAuditSegments)
#include "tst_auditsegments.moc"
