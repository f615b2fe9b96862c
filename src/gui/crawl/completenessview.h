// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/crawl/completeness.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace linnet::gui {

class Card;

/// "Is it complete?": what became of every address that was found.
class CompletenessView : public QScrollArea
{
    Q_OBJECT

public:
    /// overview outlives the view.
    explicit CompletenessView(const models::CrawlOverview &overview, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const linnet::table::Filter &filter); ///< of the table of pages

private:
    struct Group
    {
        QLabel *title = nullptr;
        Card *card = nullptr;
        QVBoxLayout *rows = nullptr;
    };

    Group makeGroup(QVBoxLayout &column);
    void fill(const Group &group, bool reasons);
    void refresh();

    const models::CrawlOverview &m_overview;
    Completeness m_shown;
    QLabel *m_sentence;
    QLabel *m_hint;
    Group m_asked;
    Group m_leftOut;
};

} // namespace linnet::gui
