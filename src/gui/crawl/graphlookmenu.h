// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/crawlgraph.h"
#include "models/crawl/crawlpicture.h"

#include <QMenu>

#include <functional>

namespace linnet::gui {

/// How the graph of a crawl is drawn: size, colours and arrangement of the dots, which links.
class GraphLookMenu : public QMenu
{
    Q_OBJECT

public:
    using Links = analysis::GraphQuestion::Links;
    GraphLookMenu(const models::GraphLook &look, Links links, QWidget *parent);

Q_SIGNALS:
    void lookChosen(const linnet::models::GraphLook &look); ///< its size, colour and layout
    void linksChosen(linnet::analysis::GraphQuestion::Links links);

private:
    template <typename Part> using Choices = QList<QPair<QString, Part>>;
    template <typename Part, typename Choose>
    void addChoices(const QString &title, const Choices<Part> &choices, Part now, Choose choose);
    template <typename Part>
    void addChoices(const QString &title, const Choices<Part> &choices, Part models::GraphLook::*part);

    models::GraphLook m_look;
};

} // namespace linnet::gui
