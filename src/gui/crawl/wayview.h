// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/crawlgraph.h"

#include <QWidget>

#include <memory>

class QLabel;
class QListWidget;

namespace linnet::gui {

/// The fewest clicks from the start of a crawl to a page, as a list: an address for each click. The same as
/// the arrows in the graph, for keys and screen readers.
class WayView : public QWidget
{
    Q_OBJECT

public:
    explicit WayView(QWidget *parent = nullptr);

    /// nodes: see analysis::wayTo(); empty: there is no way to the page.
    void setWay(std::shared_ptr<const analysis::CrawlGraph> crawl, quint32 page, std::vector<quint32> nodes);
    void clear();
    const std::vector<quint32> &way() const { return m_way; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(qint64 row); ///< of pageSchema(), by people
    void opened(qint64 row);

private:
    void retranslate();

    std::shared_ptr<const analysis::CrawlGraph> m_crawl;
    quint32 m_page = 0;
    std::vector<quint32> m_way;
    QLabel *m_title;
    QListWidget *m_list;
    QLabel *m_nothing;
};

} // namespace linnet::gui
