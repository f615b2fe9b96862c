// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/crawl/crawlpicture.h"

#include <QMenu>

#include <functional>

namespace linnet::gui {

/// How the graph of a crawl is drawn: size, colours and arrangement of the dots, which links.
class GraphLookMenu : public QMenu
{
    Q_OBJECT

public:
    GraphLookMenu(const models::GraphLook &look, bool leavesOutNavigation, QWidget *parent);

Q_SIGNALS:
    void lookChosen(const linnet::models::GraphLook &look); ///< its size, colour and layout
    void navigationChosen(bool leavesOut);

private:
    template <typename Part>
    void addChoices(const QString &title, const QList<QPair<QString, Part>> &choices,
                    Part models::GraphLook::*part);

    models::GraphLook m_look;
};

} // namespace linnet::gui
