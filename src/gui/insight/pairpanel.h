// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/pairpicture.h"

#include <QWidget>

class QLabel;

namespace linnet::gui {

class GraphCanvas;

/// What stands together in rows as a graph; the chart beside it has the same as numbers.
class PairPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PairPanel(QWidget *parent = nullptr);

    void setPairs(std::shared_ptr<const models::PairPicture> pairs);
    GraphCanvas &canvas() const { return *m_canvas; }

Q_SIGNALS:
    /// By a double click or Return; isOther: of the second column.
    void itemChosen(const QString &key, bool isOther);

private:
    void retranslate();
    bool isOther(quint32 node) const;
    QStringList describe(quint32 node) const;

    std::shared_ptr<const models::PairPicture> m_pairs;
    GraphCanvas *m_canvas;
    QLabel *m_caption;
};

} // namespace linnet::gui
