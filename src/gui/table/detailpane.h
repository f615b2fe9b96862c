// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/fieldmodel.h"
#include "models/table/rowmodel.h"
#include "models/table/rowtext.h"
#include "table/wordquery.h"

#include <QWidget>

class QPushButton;
class QTabWidget;
class QTableView;
class QTextBrowser;

namespace linnet::gui {

class WordMarks;

/// The current row in full: readable text, and all its fields. Follows the row while its content changes.
class DetailPane : public QWidget
{
    Q_OBJECT

public:
    /// model outlives the pane. textTitle: of the readable text, "" = the rows have none; openText: the
    /// button that opens the row's page.
    DetailPane(models::RowModel &model, const QString &textTitle, const QString &openText,
               QWidget *parent = nullptr);

    void setRow(int row); ///< -1 = none
    /// In another language.
    void setTitles(const QString &textTitle, const QString &openText);
    /// Marked in the readable text, and counted on its tab.
    void setWords(std::vector<table::WordQuery> words);
    /// Opens the page of the row in the browser.
    void openLink();
    bool hasLink() const { return m_link.isValid(); }

    /// Shown on the right while there is room for it. The pane becomes its owner.
    void setSide(QWidget *side);

    QTabWidget *tabs() const { return m_tabs; }

Q_SIGNALS:
    /// What is shown now, also when it changed; empty = no row.
    void rowShown(const linnet::table::Cells &cells);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeFields();
    void showTexts();
    void refresh();
    void show(const table::Cells &cells);
    void showTextTitle();
    void showFieldMenu(const QPoint &position);

    models::RowModel &m_model;
    models::RowText m_rowText;
    models::FieldModel m_fieldModel;
    QTabWidget *m_tabs;
    QWidget *m_side = nullptr;
    QTextBrowser *m_text;
    WordMarks *m_marks;
    QString m_textTitle;
    QTableView *m_fields;
    QPushButton *m_open;
    qint64 m_id = 0;
    QString m_html;
    QUrl m_link;
};

} // namespace linnet::gui
