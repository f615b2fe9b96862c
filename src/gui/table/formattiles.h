// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/exportplan.h"

#include <QWidget>

namespace linnet::gui {

/// One of several formats to choose: the usual ones, and behind a button all others.
class FormatTiles : public QWidget
{
    Q_OBJECT

public:
    /// Each button has the id of its tile as object name.
    FormatTiles(const QList<models::ExportPlan::Tile> &tiles, int chosen, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(int tile);
};

} // namespace linnet::gui
