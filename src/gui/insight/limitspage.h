// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/stats/fewest.h"

#include <QWidget>

class QSpinBox;

namespace linnet::gui {

/// How many known values it takes before charts and reports say something.
class LimitsPage : public QWidget
{
    Q_OBJECT

public:
    explicit LimitsPage(const analysis::Fewest &limits, QWidget *parent = nullptr);

    analysis::Fewest limits() const;

private:
    void keepOrder();

    QSpinBox *m_median;
    QSpinBox *m_sure;
    QSpinBox *m_tenths;
};

} // namespace linnet::gui
