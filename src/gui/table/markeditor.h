// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/mark.h"

#include <QWidget>

class QCompleter;
class QLineEdit;
class QPlainTextEdit;
class QStringListModel;
class QToolButton;

namespace linnet::gui {

/// Star, tags and note of one row, to be changed in place: a field is taken when it is left.
class MarkEditor : public QWidget
{
    Q_OBJECT

public:
    explicit MarkEditor(QWidget *parent = nullptr);

    /// What is said of the row. What is being typed stays; of another row it is taken first. id 0 = no row.
    void setMark(qint64 id, const store::Mark &mark);
    void setKnownTags(const QStringList &tags); ///< offered while tags are typed
    /// Why nothing can be changed, which is the tooltip then; "" = it can. Taken with the next mark.
    void setForbidden(const QString &why);

    void focusTags();
    void focusNote();

Q_SIGNALS:
    void starToggled(qint64 id);
    void edited(qint64 id, const linnet::store::MarkEdit &edit, const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showTexts();
    void showStar();
    void takeTags();
    void takeNote();
    void completeTag(const QString &tag);

    qint64 m_id = 0;
    store::Mark m_mark;
    bool m_forbidden = false;
    QToolButton *m_star;
    QLineEdit *m_tags;
    QPlainTextEdit *m_note;
    QStringListModel *m_known;
    QCompleter *m_completer;
};

} // namespace linnet::gui
