// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/rowheader.h"

#include "gui/look/palette.h"
#include "gui/widgets/retranslate.h"
#include "table/markcolumns.h"

#include <QMouseEvent>
#include <QPainter>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Margin = 8;
constexpr int TitleHeight = 28;

} // namespace

RowHeader::RowHeader(const table::Schema &schema, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_schema(schema)
{
    keepTranslated(this, [this] { setAccessibleName(tr("Column titles")); });
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setStretchLastSection(false);
    setSectionResizeMode(QHeaderView::Interactive);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QHeaderView::sectionClicked, this,
            [this](int column) { Q_EMIT sortRequested(column, m_shift); });
}

void RowHeader::setSort(const table::Sort &sort)
{
    m_sort = sort;
    viewport()->update();
}

void RowHeader::setRowBelow(QWidget *row)
{
    m_below = row;
    m_below->setParent(this);
    m_below->show();
    updateGeometries();
    updateGeometry();
}

QSize RowHeader::sizeHint() const
{
    QSize size = QHeaderView::sizeHint();
    size.setHeight(std::max(TitleHeight, fontMetrics().height() + 10));
    if (m_below)
        size.rheight() += m_below->sizeHint().height();
    return size;
}

void RowHeader::updateGeometries()
{
    if (!m_below) {
        QHeaderView::updateGeometries();
        return;
    }
    const int below = m_below->sizeHint().height();
    setViewportMargins(0, 0, 0, below);
    QHeaderView::updateGeometries();
    m_below->setGeometry(0, height() - below, width(), below);
}

QFont RowHeader::titleFont() const
{
    QFont font = this->font();
    font.setWeight(QFont::DemiBold);
    return font;
}

// The arrow says which way, the number which key comes first; a single key needs no number.
QString RowHeader::sortMarker(int column) const
{
    for (qsizetype i = 0; i < m_sort.size(); ++i) {
        if (m_sort[i].column != m_schema.columns[size_t(column)].key)
            continue;
        const QString arrow = m_sort[i].descending ? u"▼"_s : u"▲"_s;
        return m_sort.size() == 1 ? arrow : arrow + QString::number(i + 1);
    }
    return {};
}

void RowHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const Palette &colors = Palette::of(palette());
    painter->fillRect(rect, colors.window);
    painter->setPen(colors.line);
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->setFont(titleFont());

    QRect inner = rect.adjusted(Margin, 0, -Margin, 0);
    if (const QString marker = sortMarker(logicalIndex); !marker.isEmpty()) {
        painter->setPen(colors.accent);
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, marker);
        inner.setRight(inner.right() - painter->fontMetrics().horizontalAdvance(marker) - 4);
    }
    painter->setPen(colors.muted);
    const bool isStar = m_schema.columns[size_t(logicalIndex)].key == table::StarredColumn.key;
    const QString title = isStar ? u"★"_s : model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const auto alignment =
        Qt::Alignment(model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    painter->drawText(inner, int(alignment | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(title, Qt::ElideRight, inner.width()));
}

QSize RowHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const QFontMetrics metrics(titleFont());
    return {metrics.horizontalAdvance(title + u" ▲2"_s) + 2 * Margin, TitleHeight};
}

void RowHeader::mousePressEvent(QMouseEvent *event)
{
    m_shift = event->modifiers().testFlag(Qt::ShiftModifier);
    QHeaderView::mousePressEvent(event);
}

} // namespace linnet::gui
