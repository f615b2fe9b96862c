// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/longtextedit.h"

namespace linnet::gui {

/// A field for a list, one entry a line: typed, pasted, dropped, or from a file. Says so when typing rests,
/// as a list may be long.
class ListEditor : public LongTextEdit
{
    Q_OBJECT

public:
    explicit ListEditor(QWidget *parent = nullptr);

    /// Without edited().
    void setList(const QString &text);
    /// Below what is there.
    void addLines(const QString &text);
    /// What is dropped on the field, or on the form around it; false when it is nothing for a list.
    bool take(const QMimeData *dropped);
    static bool canTake(const QMimeData *dropped);
    /// Lets the user choose a file: fileChosen() comes.
    void chooseFile(const QString &title, const QStringList &nameFilters);

Q_SIGNALS:
    void edited(); ///< a moment after the last key
    void fileChosen(const QString &path);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override { return canTake(source); }
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();

    int m_height = 0; ///< that it gave itself
    QTimer m_typing;
};

} // namespace linnet::gui
