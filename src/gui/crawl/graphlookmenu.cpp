// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/graphlookmenu.h"

#include "models/crawl/communities.h"

#include <QActionGroup>

namespace linnet::gui {

using Look = models::GraphLook;

GraphLookMenu::GraphLookMenu(const Look &look, Links links, QWidget *parent)
    : QMenu(parent)
    , m_look(look)
{
    addChoices(tr("Size of the dots"),
               {{tr("Links in"), Look::Size::Inlinks},
                {tr("Link score"), Look::Size::Score},
                {tr("All alike"), Look::Size::Alike}},
               &Look::size);
    QList<QPair<QString, Look::Colour>> colours{{tr("Status"), Look::Colour::Status},
                                                {tr("Clicks from the start"), Look::Colour::Clicks},
                                                {tr("Folder"), Look::Colour::Folder},
                                                {tr("Host"), Look::Colour::Host}};
    if (models::canFindCommunities())
        colours.append({tr("Community: what links to one another"), Look::Colour::Community});
    addChoices(tr("Colour of the dots"), colours, &Look::colour);
    addChoices(tr("Arrangement"),
               {{tr("What is linked lies near"), Look::Layout::Near},
                {tr("Rings around the start"), Look::Layout::Clicks},
                {tr("Rings by folders"), Look::Layout::Folders}},
               &Look::layout);
    addChoices(tr("Links"),
               {{tr("All but those to what most pages link to"), Links::Content},
                {tr("All"), Links::All},
                {tr("Redirects only"), Links::Redirects}},
               links, [this](Links chosen) { Q_EMIT linksChosen(chosen); });
}

template <typename Part>
void GraphLookMenu::addChoices(const QString &title, const Choices<Part> &choices, Part Look::*part)
{
    addChoices(title, choices, m_look.*part, [this, part](Part chosen) {
        m_look.*part = chosen;
        Q_EMIT lookChosen(m_look);
    });
}

template <typename Part, typename Choose>
void GraphLookMenu::addChoices(const QString &title, const Choices<Part> &choices, Part now, Choose choose)
{
    addSection(title);
    auto *group = new QActionGroup(this);
    for (const auto &[text, value] : choices) {
        QAction *action = addAction(text);
        action->setCheckable(true);
        action->setChecked(value == now);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [choose, value = value] { choose(value); });
    }
}

} // namespace linnet::gui
