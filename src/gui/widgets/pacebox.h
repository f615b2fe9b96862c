// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include <chrono>

namespace linnet::gui {

/// Chooses how fast one host is asked: the usual paces, and any other that a run or a setting had.
class PaceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit PaceBox(QWidget *parent = nullptr);

    std::chrono::milliseconds delay() const; ///< between the starts of two requests to one host
    void setDelay(std::chrono::milliseconds delay);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(std::chrono::milliseconds delay); ///< by the user

protected:
    void changeEvent(QEvent *event) override;
};

} // namespace linnet::gui
