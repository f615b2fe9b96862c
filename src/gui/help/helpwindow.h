// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/help/helpbook.h"

#include <QUrl>
#include <QWidget>

#include <memory>

class QLineEdit;
class QListWidget;
class QToolButton;

namespace linnet::gui {

class ActionRegistry;
class HelpText;
class WordMarks;

/// The help in a window of its own: the contents, a search over all pages, and the page. Nothing in it comes
/// from the network. It never keeps the program alive and stands beside dialogs, too.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    /// actions outlive the window.
    explicit HelpWindow(const ActionRegistry &actions);
    ~HelpWindow() override;

    /// Shows "page" or "page#heading"; a page that is not known is the first.
    void showTopic(const QString &topic);
    QString topic() const; ///< "" before the first
    void back();
    void forward();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void readBook();
    void fillContents();
    void follow(const QUrl &link);
    void open(const QString &topic);
    void showPage(const HelpBook::Page &page, const QString &anchor);
    void layOutPage(const HelpBook::Page &page);
    void toFirstHit();
    void mark();

    const ActionRegistry &m_actions;
    std::unique_ptr<HelpBook> m_book;
    QStringList m_visited; ///< topics
    int m_at = -1;         ///< in m_visited
    QString m_page;        ///< id of the page that is laid out
    QLineEdit *m_search = nullptr;
    QListWidget *m_contents = nullptr;
    HelpText *m_text = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_forward = nullptr;
    WordMarks *m_marks = nullptr;
};

} // namespace linnet::gui
