// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace linnet::gui {

class IconLabel;

/// What a page shows while it has nothing to show: why, and what to do next.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void say(QLatin1StringView icon, const QString &title, const QString &hint);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_words;
    IconLabel *m_icon;
    QLabel *m_title;
    QLabel *m_hint;
};

} // namespace linnet::gui
