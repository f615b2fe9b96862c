// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/graphlookmenu.h"

#include "models/crawl/communities.h"

#include <QActionGroup>

namespace linnet::gui {

using Look = models::GraphLook;

GraphLookMenu::GraphLookMenu(const Look &look, bool leavesOutNavigation, QWidget *parent)
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
    addSeparator();
    QAction *menus = addAction(tr("Leave out links to what most pages link to"));
    menus->setCheckable(true);
    menus->setChecked(leavesOutNavigation);
    menus->setToolTip(tr("Links of menus, which every page has, hide all others"));
    connect(menus, &QAction::toggled, this, &GraphLookMenu::navigationChosen);
}

template <typename Part>
void GraphLookMenu::addChoices(const QString &title, const QList<QPair<QString, Part>> &choices,
                               Part Look::*part)
{
    addSection(title);
    auto *group = new QActionGroup(this);
    for (const auto &[text, value] : choices) {
        QAction *action = addAction(text);
        action->setCheckable(true);
        action->setChecked(value == m_look.*part);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, part, value = value] {
            m_look.*part = value;
            Q_EMIT lookChosen(m_look);
        });
    }
}

} // namespace linnet::gui
