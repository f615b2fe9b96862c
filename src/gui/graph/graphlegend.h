// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/graph/graphstyle.h"
#include "models/crawl/crawlpicture.h"

#include <QWidget>

namespace linnet::gui {

/// What the colours of a graph mean, and how many nodes have each; a box beside each hides them.
class GraphLegend : public QWidget
{
    Q_OBJECT

public:
    explicit GraphLegend(QWidget *parent = nullptr);

    /// Everything is shown again.
    void setEntries(const QList<models::CrawlPicture::Entry> &entries, const draw::GraphStyle &style);
    bool isHidden(quint8 entry) const { return m_hidden[entry]; }

Q_SIGNALS:
    void changed(); ///< by people

private:
    std::vector<bool> m_hidden;
};

} // namespace linnet::gui
