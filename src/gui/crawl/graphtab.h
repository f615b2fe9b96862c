// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"
#include "models/crawl/graphfinder.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace linnet::gui {

class EmptyState;
class GraphCanvas;
class GraphLegend;
class ResultsPane;
class RunPage;
class WayView;

/// The tab of a crawl's results that draws its pages and links. It shows the pages that pass the filter of
/// the table of pages; what is chosen here is chosen there, and the other way round.
class GraphTab : public QWidget
{
    Q_OBJECT

public:
    /// A tab of the page's results. The page outlives it.
    GraphTab(const Services &services, RunPage &page);

    GraphCanvas &canvas() const { return *m_canvas; }
    const models::CrawlPicture &shown() const { return m_shown; }
    void setLook(const models::GraphLook &look);
    const models::GraphLook &look() const { return m_look; }
    /// The picture as it is shown, whole, beside the window; see draw::GraphFile.
    void saveTo(const QString &path);

Q_SIGNALS:
    void pictureChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void makeLookMenu();
    void retranslate();
    void watch(ResultsPane *pane);
    void setRun(store::RunId run);
    void ask();
    void take(const models::CrawlPicture &picture);
    void showState();
    void hideEntries();
    void keepPlaces(const models::CrawlPicture &picture);
    void findWay();
    void showWay(const std::vector<quint32> &way);
    void choose(const std::vector<quint32> &nodes);
    void open(quint32 node);
    void find(const QString &text);
    void save();
    ResultsPane *pages() const;

    Services m_services;
    RunPage &m_page;
    QComboBox *m_grouping;
    QToolButton *m_lookButton;
    QPushButton *m_around;
    QPushButton *m_wayButton;
    QLineEdit *m_find;
    QPushButton *m_save;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    GraphCanvas *m_canvas;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    WayView *m_wayView;
    GraphLegend *m_legend;
    QLabel *m_sentence;
    models::GraphLook m_look;
    analysis::GraphQuestion::Links m_links = analysis::GraphQuestion::Links::Content;
    QByteArray m_keptPlaces; ///< posted last
    models::CrawlPicture m_shown;
    store::RunId m_run = 0;
    qint64 m_moment = 0;    ///< rows were added
    bool m_isAsked = false; ///< the picture is that of the filter, or will be
    bool m_isChoosing = false;
    QString m_failure;
    models::GraphFinder m_finder;
    std::shared_ptr<const analysis::CrawlGraph> m_wayGraph; ///< in which a way is looked for
    quint32 m_wayPage = 0;
    models::BackgroundTask<std::vector<quint32>> m_waySearch;
    QString m_savedPath;
    models::BackgroundTask<Result<void>> m_saving; ///< a picture is a second's work
};

} // namespace linnet::gui
