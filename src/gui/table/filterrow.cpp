// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/filterrow.h"

#include "gui/look/icons.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/widgets/retranslate.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using table::ColumnType;

namespace {

constexpr auto TypingRest = 250ms;
constexpr int Gap = 3;

QString placeholder(const table::Column &column)
{
    switch (column.type) {
    case ColumnType::Integer:
    case ColumnType::Real:
        return FilterRow::tr("a~b, >, <, <>");
    case ColumnType::Bool:
        return FilterRow::tr("yes, no");
    case ColumnType::Time:
        return FilterRow::tr("2026-11, a~b");
    default:
        return FilterRow::tr("contains…");
    }
}

QString help(const table::Column &column)
{
    if (models::CellFormat::isNumber(column))
        return FilterRow::tr("5 · >5 · >=5 · 5~10 for a range · 4xx for 400 to 499 · <>5 for all but 5 · = "
                             "for empty cells · != "
                             "or <> for cells that are not empty");
    if (column.type == ColumnType::Bool)
        return FilterRow::tr("yes · no · = for empty cells · != or <> for cells that are not empty");
    return FilterRow::tr("word · !word for cells without it · ~words for whole words (analy* for a "
                         "beginning) · =whole text · <>whole text · a~b for a range · "
                         "/pattern/ · = for "
                         "empty cells · != or <> for cells that are not empty");
}

} // namespace

FilterRow::FilterRow(QHeaderView &header, models::FilterState &state, QWidget *parent)
    : QWidget(parent)
    , m_header(header)
    , m_state(state)
{
    const auto &columns = state.schema().columns;
    for (int column = 0; column < int(columns.size()); ++column)
        m_edits << makeEdit(column);
    m_rest.setSingleShot(true);
    m_rest.setInterval(TypingRest);
    connect(&m_rest, &QTimer::timeout, this, &FilterRow::flush);
    connect(&state, &models::FilterState::cellChanged, this, &FilterRow::showState);
    connect(&header, &QHeaderView::sectionResized, this, &FilterRow::relayout);
    connect(&header, &QHeaderView::geometriesChanged, this, &FilterRow::relayout);
    connect(&header, &QHeaderView::sectionMoved, this, [this] {
        relayout();
        updateTabOrder();
    });
    keepTranslated(this, [this] { showTexts(); });
    relayout();
    updateTabOrder();
}

void FilterRow::showTexts()
{
    for (int column = 0; column < m_edits.size(); ++column) {
        const table::Column &described = m_state.schema().columns[size_t(column)];
        m_edits[column]->setPlaceholderText(placeholder(described));
        m_edits[column]->setAccessibleName(tr("Filter by %1").arg(columnTitle(described)));
        showState(column);
    }
}

QLineEdit *FilterRow::makeEdit(int column)
{
    const table::Column &described = m_state.schema().columns[size_t(column)];
    auto *edit = new QLineEdit(this);
    edit->setObjectName(described.key);
    edit->installEventFilter(this);
    auto *mark = edit->addAction(lineIcon("warning"_L1, IconTint::Bad), QLineEdit::TrailingPosition);
    mark->setVisible(false);
    m_marks << mark;
    connect(edit, &QLineEdit::textEdited, &m_rest, qOverload<>(&QTimer::start));
    connect(edit, &QLineEdit::returnPressed, this, &FilterRow::flush);
    return edit;
}

void FilterRow::flush()
{
    m_rest.stop();
    for (int column = 0; column < m_edits.size(); ++column) {
        if (m_edits[column]->text() != m_state.cellText(column))
            m_state.setCellText(column, m_edits[column]->text());
    }
}

void FilterRow::showState(int column)
{
    QLineEdit *edit = m_edits[column];
    if (edit->text() != m_state.cellText(column))
        edit->setText(m_state.cellText(column));
    const QString error = m_state.cellError(column);
    m_marks[column]->setVisible(!error.isEmpty());
    m_marks[column]->setToolTip(error);
    const table::Column &described = m_state.schema().columns[size_t(column)];
    edit->setToolTip(error.isEmpty() ? help(described) : error);
    edit->setAccessibleDescription(edit->toolTip());
    QPalette colors = palette();
    if (!error.isEmpty())
        colors.setColor(QPalette::Text, Palette::of(colors).bad);
    edit->setPalette(colors);
    setInvalid(edit, !error.isEmpty());
}

void FilterRow::relayout()
{
    const int height = sizeHint().height();
    for (int column = 0; column < m_edits.size(); ++column) {
        const bool shown = column < m_header.count() && !m_header.isSectionHidden(column);
        m_edits[column]->setVisible(shown);
        if (!shown)
            continue;
        const int left = m_header.sectionViewportPosition(column);
        m_edits[column]->setGeometry(left + Gap, Gap, std::max(8, m_header.sectionSize(column) - 2 * Gap),
                                     height - 2 * Gap - 1);
    }
}

QList<int> FilterRow::shownInOrder() const
{
    QList<int> result;
    for (int position = 0; position < m_header.count(); ++position) {
        const int column = m_header.logicalIndex(position);
        if (column < m_edits.size() && !m_header.isSectionHidden(column))
            result << column;
    }
    return result;
}

void FilterRow::updateTabOrder()
{
    for (int position = 1; position < m_header.count(); ++position)
        setTabOrder(m_edits[m_header.logicalIndex(position - 1)], m_edits[m_header.logicalIndex(position)]);
}

void FilterRow::focusColumn(int column)
{
    const QList<int> shown = shownInOrder();
    if (shown.isEmpty())
        return;
    QLineEdit *target = m_edits[shown.contains(column) ? column : shown.first()];
    target->setFocus(Qt::ShortcutFocusReason);
    target->selectAll();
}

QSize FilterRow::sizeHint() const
{
    return {200,
            std::max(28, m_edits.isEmpty() ? 0 : m_edits.first()->minimumSizeHint().height() + 2 * Gap + 1)};
}

bool FilterRow::eventFilter(QObject *watched, QEvent *event)
{
    const auto column = int(m_edits.indexOf(static_cast<QLineEdit *>(watched)));
    if (column >= 0 && event->type() == QEvent::FocusIn)
        Q_EMIT columnFocused(column);
    if (column >= 0 && event->type() == QEvent::KeyPress)
        return handleKey(column, static_cast<QKeyEvent *>(event)->key());
    return QWidget::eventFilter(watched, event);
}

bool FilterRow::handleKey(int column, int key)
{
    if (key == Qt::Key_Down) {
        flush();
        Q_EMIT leftDown();
        return true;
    }
    if (key == Qt::Key_Escape && !m_edits[column]->text().isEmpty()) {
        m_edits[column]->clear();
        flush();
        return true;
    }
    return false;
}

void FilterRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        for (int column = 0; column < m_edits.size(); ++column)
            showState(column);
    }
    QWidget::changeEvent(event);
}

void FilterRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &colors = Palette::of(palette());
    painter.fillRect(rect(), colors.window);
    painter.setPen(colors.line);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace linnet::gui
