// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/commands/commandpopup.h"

#include "gui/commands/commanddelegate.h"
#include "gui/widgets/retranslate.h"
#include "gui/widgets/searchicon.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LettersWide = 78;
constexpr int RowsHigh = 14;

} // namespace

CommandPopup::CommandPopup(QWidget *window)
    : QFrame(window, Qt::Popup | Qt::FramelessWindowHint)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
{
    setObjectName(u"commandPopup"_s);
    setFrameShape(QFrame::StyledPanel);
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // who types goes on typing
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setMargin(12);
    m_nothing->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1, Qt::AlignTop);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPopup::find);
    connect(m_list, &QListView::clicked, this, &CommandPopup::run);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPopup::tellCurrent);
    keepTranslated(this, [this] {
        setAccessibleName(tr("Everything that can be done"));
        m_list->setAccessibleName(tr("Everything that can be done"));
        m_field->setPlaceholderText(tr("What to do, or where to go"));
        m_field->setAccessibleName(tr("What to do, or where to go"));
    });
    addSearchIcon(*m_field);
}

void CommandPopup::open(std::vector<models::Command> commands, const QStringList &used)
{
    m_before = QApplication::focusWidget();
    m_field->clear();
    m_model.setCommands(std::move(commands), used);
    find({});
    place();
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPopup::place()
{
    const QWidget &window = *parentWidget()->window();
    const QFontMetrics metrics = fontMetrics();
    const int row = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : metrics.height();
    const QSize wanted(metrics.averageCharWidth() * LettersWide,
                       m_field->sizeHint().height() + RowsHigh * row + 28);
    resize(wanted.boundedTo(window.size() - QSize(32, 64)));
    QFrame::move(window.mapToGlobal(QPoint((window.width() - width()) / 2, 32)));
}

void CommandPopup::find(const QString &text)
{
    m_model.setTyped(text);
    const bool any = m_model.rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    m_nothing->setText(tr("Nothing is called “%1”.").arg(text.simplified()));
    m_list->setCurrentIndex({});
    move(1);
    m_list->scrollToTop();
}

void CommandPopup::move(int rows)
{
    const int step = rows > 0 ? 1 : -1;
    const QModelIndex from = m_list->currentIndex();
    int wanted = from.isValid() ? from.row() : -1;
    for (int row = wanted + step; row >= 0 && row < m_model.rowCount() && rows != 0; row += step) {
        if (!m_model.index(row).flags().testFlag(Qt::ItemIsEnabled))
            continue;
        wanted = row;
        rows -= step;
    }
    if (wanted >= 0)
        m_list->setCurrentIndex(m_model.index(wanted));
}

/// The focus stays in the field, so a screen reader would not hear of it.
void CommandPopup::tellCurrent()
{
    if (!QAccessible::isActive() || !m_list->currentIndex().isValid())
        return;
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(m_list->currentIndex().row());
    QAccessible::updateAccessibility(&event);
}

// It is done where the user was, not here.
void CommandPopup::run(const QModelIndex &index)
{
    const models::Command *command = m_model.command(index);
    if (!command || !command->isPossible)
        return;
    const auto act = command->run;
    const QString id = command->id;
    close();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::PopupFocusReason);
    Q_EMIT chosen(id);
    act();
}

bool CommandPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(RowsHigh - 1);
        return true;
    case Qt::Key_PageUp:
        move(1 - RowsHigh);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    default:
        return false;
    }
}

} // namespace linnet::gui
