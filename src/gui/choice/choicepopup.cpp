// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/choice/choicepopup.h"

#include "gui/look/textscale.h"
#include "gui/widgets/retranslate.h"
#include "gui/widgets/searchicon.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LongList = 12;
constexpr int RowHeight = 26;

int visibleRows(const ChoiceModel &model)
{
    return std::min(model.rowCount(), LongList);
}

bool toggleCheck(QAbstractItemModel &model, const QModelIndex &index)
{
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model.setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

bool isLong(const ChoiceModel &model)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.hasChildren(model.index(row, 0)))
            return true;
    }
    return model.rowCount() > LongList;
}

/// Lets a click anywhere in the row, or the space bar, change the mark.
class CheckDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override
    {
        bool toggles = false;
        if (event->type() == QEvent::MouseButtonRelease)
            toggles = option.rect.contains(static_cast<QMouseEvent *>(event)->position().toPoint());
        else if (event->type() == QEvent::KeyPress)
            toggles = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
        return toggles && toggleCheck(*model, index);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), scaled(RowHeight)};
    }
};

} // namespace

ChoicePopup::ChoicePopup(ChoiceModel &model, const QString &name, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_model(model)
    , m_search(new QLineEdit(this))
    , m_view(new QTreeView(this))
    , m_chosen(new QLabel(this))
    , m_clear(new QPushButton(this))
{
    const bool longList = isLong(model);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(name);
    m_filter.setSourceModel(&model);

    m_search->setClearButtonEnabled(true);
    m_search->setVisible(longList);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ChoicePopup::search);

    m_view->setModel(&m_filter);
    m_view->setAccessibleName(name);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRootIsDecorated(longList);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMinimumHeight(visibleRows(model) * scaled(RowHeight) + 4);
    m_view->installEventFilter(this);
    m_view->setItemDelegate(new CheckDelegate(m_view));
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (!index.flags().testFlag(Qt::ItemIsUserCheckable))
            m_view->setExpanded(index, !m_view->isExpanded(index));
    });

    m_chosen->setWordWrap(true);
    m_chosen->setForegroundRole(QPalette::PlaceholderText);
    auto *done = new QPushButton(this);
    keepTranslated(this, [this, done] {
        m_search->setPlaceholderText(tr("Search"));
        m_search->setAccessibleName(tr("Search in the list"));
        m_clear->setText(tr("Clear"));
        done->setText(tr("Done"));
    });
    addSearchIcon(*m_search);
    done->setDefault(true);
    connect(done, &QPushButton::clicked, this, &QWidget::close);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_model.setChecked({}); });
    connect(&m_model, &ChoiceModel::checkedChanged, this, &ChoicePopup::showChosen);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_search);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_chosen);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_clear);
    buttons->addStretch();
    buttons->addWidget(done);
    layout->addLayout(buttons);
    resize(scaled(longList ? 360 : 260), sizeHint().height());
    showChosen();
}

void ChoicePopup::setEmptyHint(const QString &hint)
{
    m_emptyHint = hint;
    showChosen();
}

void ChoicePopup::showBelow(const QWidget &box)
{
    const QRect room = box.screen()->availableGeometry();
    resize(std::max(width(), box.width()), sizeHint().height());
    QPoint place = box.mapToGlobal(QPoint(0, box.height() + 2));
    if (place.y() + height() > room.bottom())
        place.setY(std::max(room.top(), box.mapToGlobal(QPoint()).y() - height() - 2));
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
    move(place);
    m_search->clear();
    show();
    if (!m_search->isHidden())
        m_search->setFocus(Qt::PopupFocusReason);
    else
        m_view->setFocus(Qt::PopupFocusReason);
    if (!m_view->currentIndex().isValid()) {
        m_view->setCurrentIndex(m_filter.index(0, 0));
        m_view->expand(m_filter.index(0, 0));
    }
}

void ChoicePopup::search(const QString &text)
{
    m_filter.setText(text);
    const QModelIndex found = text.trimmed().isEmpty() ? m_filter.index(0, 0) : m_filter.firstMatch();
    if (text.trimmed().isEmpty())
        m_view->collapseAll();
    for (QModelIndex above = found.parent(); above.isValid(); above = above.parent())
        m_view->expand(above);
    if (text.trimmed().size() > 1) // every short list of matches is worth opening; a long one is not
        m_view->expandRecursively(m_filter.index(0, 0), 1);
    m_view->setCurrentIndex(found);
    m_noMatch = !text.trimmed().isEmpty() && !found.isValid();
    showChosen();
}

void ChoicePopup::showChosen()
{
    const QStringList titles = m_model.checkedTitles();
    m_clear->setEnabled(!titles.isEmpty());
    if (m_model.rowCount() == 0 && !m_emptyHint.isEmpty()) {
        m_chosen->setText(m_emptyHint);
        return;
    }
    if (m_noMatch) {
        m_chosen->setText(tr("Nothing in the list is called “%1”.").arg(m_search->text().simplified()));
        return;
    }
    m_chosen->setText(titles.isEmpty() ? tr("Nothing chosen: all are taken.")
                                       : tr("Chosen: %1").arg(titles.join(u", "_s)));
}

bool ChoicePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_PageDown)) {
            m_view->setFocus(Qt::OtherFocusReason);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (m_view->currentIndex().isValid())
                toggleCheck(m_filter, m_view->currentIndex());
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace linnet::gui
