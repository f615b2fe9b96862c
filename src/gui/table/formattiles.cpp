// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/formattiles.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QPushButton>
#include <QToolButton>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int InARow = 4;
constexpr int LeastHeight = 38;

} // namespace

FormatTiles::FormatTiles(const QList<models::ExportPlan::Tile> &tiles, int chosen, QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    auto *group = new QButtonGroup(this);
    int usual = 0;
    QList<QWidget *> others;
    for (int i = 0; i < tiles.size(); ++i) {
        auto *button = new QToolButton(this);
        button->setObjectName(tiles[i].id);
        button->setText(tiles[i].title);
        button->setCheckable(true);
        button->setChecked(i == chosen);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolTip(tiles[i].hint);
        button->setAccessibleDescription(tiles[i].hint);
        button->setMinimumHeight(LeastHeight);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        group->addButton(button, i);
        const int place = tiles[i].isUsual ? usual++ : InARow + int(others.size());
        grid->addWidget(button, place / InARow, place % InARow);
        if (!tiles[i].isUsual)
            others << button;
    }
    auto *more = new QPushButton(tr("Other formats…"), this);
    more->setObjectName(u"others"_s);
    more->setAutoDefault(false);
    more->setMinimumHeight(LeastHeight);
    grid->addWidget(more, 0, usual);
    const auto showOthers = [more, others](bool shown) {
        more->setVisible(!shown);
        for (QWidget *button : others)
            button->setVisible(shown);
    };
    showOthers(!tiles[chosen].isUsual);
    connect(more, &QAbstractButton::clicked, this, [showOthers, others] {
        showOthers(true);
        others.first()->setFocus();
    });
    connect(group, &QButtonGroup::idClicked, this, &FormatTiles::chosen);
}

} // namespace linnet::gui
