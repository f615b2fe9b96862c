// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace linnet::gui {

class IconLabel;

/// A line across the page that says something important and offers what to do about it. Its meaning is in
/// icon and words; colour only helps.
class Banner : public QFrame
{
    Q_OBJECT

public:
    enum class Tone : quint8
    {
        Info,
        Good,
        Warning,
        Bad
    };

    explicit Banner(QWidget *parent = nullptr);

    /// Shows the text; an empty one hides the banner.
    void say(Tone tone, const QString &text);
    /// Buttons after the text; actionClicked() tells which one was pressed.
    void setActions(const QStringList &texts);
    void setClosable(bool closable);
    QString text() const;

Q_SIGNALS:
    void actionClicked(int index);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    Tone m_tone = Tone::Info;
    IconLabel *m_icon;
    QLabel *m_text;
    QBoxLayout *m_body; ///< text and buttons
    QHBoxLayout *m_row; ///< of buttons
    QToolButton *m_close;
    QList<QWidget *> m_buttons;
    QStringList m_actions;
};

} // namespace linnet::gui
