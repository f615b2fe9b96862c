// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <deque>

namespace linnet::gui {

/// A small plot of the last two minutes of one number, with its name and its value now.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);

    void setTitle(const QString &title);

    void add(double value);
    void clear();
    double last() const { return m_values.empty() ? 0 : m_values.back(); }

    QSize sizeHint() const override { return {150, 56}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    std::deque<double> m_values;
};

} // namespace linnet::gui
