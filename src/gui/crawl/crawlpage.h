// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/crawl/crawlpresenter.h"
#include "gui/crawl/segmentchoice.h"
#include "gui/run/runpage.h"
#include "models/crawl/auditfinder.h"
#include "models/crawl/findinglistmodel.h"

class QMenu;

namespace linnet::gui {

class CompletenessView;
class LinkList;
class CrawlForm;
class ViewList;

/// The page of a crawl: the tables of pages and links with ready views and findings beside them, the links in
/// and out of the chosen page below, and what became of every address.
class CrawlPage : public RunPage, private RunDecisions
{
    Q_OBJECT

public:
    explicit CrawlPage(const Services &services, QWidget *parent = nullptr);
    ~CrawlPage() override;

    CrawlValues values() const;
    void setValues(const CrawlValues &values);
    const models::CrawlOverview &overview() const { return m_overview; }

    const models::FindingListModel &findings() const { return m_findings; }

    /// Shows the rows of a view or finding by its number in findings().
    void chooseEntry(int entry);
    /// Makes the page with this address the chosen one, in the table of pages.
    void showPageOf(const QString &url);
    void showLinks(const table::Filter &filter);

private:
    QVariant freshForm() const override;
    void readRun(const store::RunInfo &run) override;
    void startRun() override;
    RunHint hint() override;

    void begin(CrawlPresenter::Prepared prepared, const CrawlValues &values);
    void setUpPane(ResultsPane *pane);
    void setUpPages(ResultsPane &pane);
    void takeBack(ResultsPane *pane);
    void showPages(const table::Filter &filter);
    void showNeighbours(const table::Cells &cells);
    void addJumps(QMenu &menu, const table::Schema &schema, const table::Cells &cells);
    void jump(const table::Schema &schema, const table::Cells &cells);
    void showCounts();
    void sayOutcome();
    void audit();
    void auditByOtherRules();
    void showSegment(const table::Filter &before);
    void askRules();
    void askBook();
    int currentEntry() const;
    void tellPassing();
    void showCurrentView();
    void keepSecrets(const CrawlValues &values);
    void takeSecrets(const QString &key);
    void usePracticeSite();

    CrawlPresenter m_presenter;
    CrawlForm *m_form;
    models::CrawlOverview m_overview;
    models::FindingListModel m_findings;
    models::AuditFinder m_finder;
    ViewList *m_views;
    CompletenessView *m_completeness;
    LinkList *m_inLinks;
    LinkList *m_outLinks;
    models::ReaderTask<qint64> m_find;                 ///< the row of an address
    models::ReaderTask<qint64> m_versions;             ///< how many versions in other languages are named
    models::ReaderTask<CrawlPresenter::List> m_stored; ///< of a run that is shown, until the form is another
    SegmentChoice m_segment;
    QString m_kept;    ///< the finding that stays chosen when the segment is another
    qint64 m_page = 0; ///< row of the chosen page, whichever view is shown
    bool m_throughProxy = false;
    QString m_rules; ///< the memo by which was audited last
    QString m_said;  ///< what the rows of the shown run have shown
};

} // namespace linnet::gui
