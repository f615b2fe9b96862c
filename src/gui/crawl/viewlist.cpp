// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/viewlist.h"

#include "gui/look/palette.h"
#include "gui/widgets/retranslate.h"

#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace linnet::gui {

using models::ViewListModel;

namespace {

constexpr int Margin = 12;
constexpr int LineHeight = 25;

/// The title on the left, the count on the right: bold while there is something to repair, muted at nothing.
class ViewDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette &colors = Palette::of(option.palette);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, colors.selection);
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, mixed(colors.base, colors.text, 0.04));
        QRect text = option.rect.adjusted(Margin, 0, -Margin, 0);
        const bool defect = index.data(ViewListModel::DefectRole).toBool();
        const bool nothing = index.data(ViewListModel::CountRole).toLongLong() <= 0;
        const QString note = index.data(ViewListModel::NoteRole).toString();
        QFont font = option.font;
        font.setWeight(defect ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(defect ? colors.warning : colors.muted);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, note);
        text.setRight(text.right() - QFontMetrics(font).horizontalAdvance(note) - 8);
        painter->setFont(option.font);
        painter->setPen(nothing ? colors.muted : colors.text);
        painter->drawText(
            text, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(colors.accent);
            painter->drawRect(option.rect.adjusted(1, 0, -2, -1));
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, std::max(LineHeight, option.fontMetrics.height() + 7)};
    }
};

/// The focus and the arrow keys move from line to line; what is chosen stays.
class Findings : public QListView
{
public:
    using QListView::QListView;

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override
    {
        const bool isMouse = event && (event->type() == QEvent::MouseButtonPress ||
                                       event->type() == QEvent::MouseButtonRelease);
        return isMouse ? QListView::selectionCommand(index, event) : QItemSelectionModel::NoUpdate;
    }
};

} // namespace

ViewList::ViewList(ViewListModel &model, QWidget *parent)
    : QFrame(parent)
    , m_view(new Findings(this))
{
    setFrameShape(QFrame::NoFrame);
    setFixedWidth(212);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *title = new QLabel(this);
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    title->setContentsMargins(Margin, 0, Margin, 0);
    m_view->setModel(&model);
    m_view->setItemDelegate(new ViewDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 1, 0);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    const auto choose = [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); };
    connect(m_view, &QListView::clicked, this, choose);
    connect(m_view, &QListView::activated, this, choose);
    keepTranslated(this, [this, title] {
        title->setText(tr("Findings"));
        m_view->setAccessibleName(title->text());
    });
}

void ViewList::setCurrent(int view)
{
    QItemSelectionModel *selection = m_view->selectionModel();
    if (view < 0)
        selection->clearSelection();
    else
        selection->setCurrentIndex(m_view->model()->index(view, 0), QItemSelectionModel::ClearAndSelect);
}

void ViewList::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setPen(QPen(Palette::of(palette()).line, 1));
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

} // namespace linnet::gui
