// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace linnet::gui {

/// One thing after the other that is shown on the real window, with a ring around it. Nothing is blocked
/// meanwhile; it ends by its buttons or by Escape.
class Tour : public QFrame
{
    Q_OBJECT

public:
    struct Step
    {
        std::function<QString()> title; ///< asked again when the language changes
        std::function<QString()> text;
        std::function<QWidget *()> target; ///< what it points at; null or not to be seen = nothing just now
        std::function<bool()> isDone;      ///< by the user himself; empty = only by the button
        std::function<void()> act;         ///< what the button does before the next step; may be empty
    };

    /// Stands in the window, which is its parent, at the first of at least one step.
    Tour(std::vector<Step> steps, QWidget &window);
    ~Tour() override;

    int step() const { return m_step; } ///< from 0
    /// Something has moved or happened: goes on when the step is done.
    void look();
    void next();

Q_SIGNALS:
    void ended();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void say();
    void place();
    void go(int step);
    void leave();

    std::vector<Step> m_steps;
    int m_step = 0;
    QWidget &m_window;
    QWidget *m_ring;
    QPointer<QWidget> m_target; ///< whose moves are watched
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_count;
    QPushButton *m_next;
    QPushButton *m_leave;
};

} // namespace linnet::gui
