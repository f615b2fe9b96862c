// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/help/helpbook.h"

#include <QTextBrowser>

namespace linnet::gui {

/// A page of the help as it is read: its headings can be gone to, and its pictures are as large beside the
/// letters as they were taken, but never wider than the page. Below each picture stands what it shows, so
/// that screen readers say it, too. Pictures come out of the help itself, never from the network.
class HelpText : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HelpText(QWidget *parent = nullptr);

    void showPage(const HelpBook::Page &page);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOutTables();
    void layOutBlocks(const QStringList &anchors);
    void tellPictures();
    void fitPictures();
};

} // namespace linnet::gui
