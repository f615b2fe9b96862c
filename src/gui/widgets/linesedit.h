// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/longtextedit.h"

namespace linnet::gui {

/// A field for one line or a few: looks like a line edit and grows with its lines up to four. Return is for
/// the form, Shift+Return begins a line. Takes text and text files that are dropped on it.
class LinesEdit : public LongTextEdit
{
    Q_OBJECT

public:
    explicit LinesEdit(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void returnPressed();
    void dropFailed(const QString &path); ///< the file could not be read, or is larger than a list is

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    int heightOf(int lines) const;
    void fitHeight();
};

} // namespace linnet::gui
