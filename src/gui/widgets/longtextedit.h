// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QTextCursor>
#include <QTimer>

#include <memory>
#include <vector>

namespace linnet::gui {

/// A text field that stays usable when a list of a hundred thousand lines is pasted: long texts go into the
/// document, and out of it, piece by piece. text() has all of it from the start. What is typed meanwhile
/// comes behind; Esc and Undo take the paste back.
class LongTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit LongTextEdit(QWidget *parent = nullptr);
    ~LongTextEdit() override;

    /// As toPlainText(), with what is still to be put in. Costs nothing while the text stays the same.
    const QString &text() const;
    /// In place of all that was there, without touched() and without a step of undo.
    void setText(const QString &text);
    /// At the cursor, in place of what is selected, as one step of undo.
    void insert(const QString &text);
    bool isTakingIn() const { return m_next.isActive(); }

Q_SIGNALS:
    void touched(); ///< the text is another one by what the user did

protected:
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool selectsMuch() const;
    void takeIn(QTextCursor place, const QString &text);
    void goOn();
    void putPiece();
    bool removePiece();
    void takeBack();
    void end();

    QTimer m_next;       ///< active while something is to be put in
    QString m_incoming;  ///< what is being put in
    qsizetype m_put = 0; ///< so much of it is in the document
    QTextCursor m_place; ///< where the next piece goes, with what is still to be removed there
    std::vector<std::unique_ptr<QEvent>> m_typed; ///< meanwhile
    bool m_isBegun = false;                       ///< its step of undo
    bool m_isFilling = false;                     ///< by the program, not the user
    bool m_isOwnChange = false;                   ///< of the document, told already or not to be told
    mutable QString m_text;
    mutable int m_revision = -1; ///< of the document that m_text tells
};

} // namespace linnet::gui
