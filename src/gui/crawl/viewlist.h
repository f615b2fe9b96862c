// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/segmentcounts.h"
#include "models/crawl/findinglistmodel.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QScrollArea;

namespace linnet::gui {

/// The ready views and findings of a crawl beside its tables, with how many rows each has, the worst first or
/// group by group, of the whole site or of one segment, and below them what the chosen finding means. A click
/// chooses one, or Enter after the arrow keys; the keyboard passes through without choosing.
class ViewList : public QFrame
{
    Q_OBJECT

public:
    /// model outlives the list.
    explicit ViewList(models::FindingListModel &model, QWidget *parent = nullptr);

    /// Shows without a signal which entry of the model the table shows; -1 = none of them.
    void setCurrent(int entry);
    /// Shows without a signal in which order the findings stand.
    void setOrder(models::FindingListModel::Order order);
    /// Shows without a signal the segments that can be chosen, and the name of the chosen one; "" = the site.
    void setSegments(const QList<audit::SegmentPart> &segments, const QString &chosen);
    /// Whether there is a project that keeps rules.
    void setHasProject(bool has);

Q_SIGNALS:
    void chosen(int entry);
    void orderChosen(linnet::models::FindingListModel::Order order);
    void segmentChosen(const QString &name); ///< "" = the whole site
    void segmentsAsked();
    void rulesAsked();
    void bookAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeButtons();
    void choose(const QModelIndex &index);
    void moveTo(int row);
    void showText();
    void fitText();
    void saySegments();
    void sayTexts();
    bool isLow() const; ///< too low for more than the buttons and the list

    models::FindingListModel &m_model;
    QListView *m_view;
    QLabel *m_title;
    QScrollArea *m_textArea;
    QLabel *m_text;
    QComboBox *m_order;
    QComboBox *m_segment;
    QPushButton *m_segments;
    QList<audit::SegmentPart> m_parts;
    QString m_chosen; ///< segment
    QPushButton *m_rules;
    QPushButton *m_book;
    int m_current = -1;
    int m_keyboardAt = -1; ///< the entry at which the keyboard is, while the lines are made anew
};

} // namespace linnet::gui
