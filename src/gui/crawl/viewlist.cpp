// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/viewlist.h"

#include "gui/look/palette.h"

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

} // namespace

ViewList::ViewList(ViewListModel &model, QWidget *parent)
    : QFrame(parent)
    , m_view(new QListView(this))
{
    setFrameShape(QFrame::NoFrame);
    setFixedWidth(212);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *title = new QLabel(tr("Findings"), this);
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    title->setContentsMargins(Margin, 0, Margin, 0);
    m_view->setModel(&model);
    m_view->setItemDelegate(new ViewDelegate(m_view));
    m_view->setAccessibleName(tr("Findings"));
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
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid() && !m_quiet)
                    Q_EMIT chosen(index.row());
            });
    // Chosen again after the filter was changed by hand.
    connect(m_view, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
}

void ViewList::setCurrent(int view)
{
    m_quiet = true;
    if (view < 0)
        m_view->selectionModel()->clear();
    else
        m_view->setCurrentIndex(m_view->model()->index(view, 0));
    m_quiet = false;
}

void ViewList::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setPen(QPen(Palette::of(palette()).line, 1));
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

} // namespace linnet::gui
