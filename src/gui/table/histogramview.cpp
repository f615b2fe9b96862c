// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/histogramview.h"

#include "gui/look/palette.h"
#include "gui/look/textscale.h"
#include "gui/widgets/retranslate.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace linnet::gui {

namespace {

constexpr int Margin = 12;
constexpr int BarHeight = 46;

QString shortAmount(double amount)
{
    const QLocale locale;
    if (std::abs(amount) >= 1'000'000)
        return HistogramView::tr("%1M").arg(locale.toString(amount / 1'000'000, 'f', 1));
    if (std::abs(amount) >= 10'000)
        return HistogramView::tr("%1k").arg(locale.toString(qRound64(amount / 1'000)));
    return locale.toString(qRound64(amount));
}

} // namespace

HistogramView::HistogramView(models::AmountSpread &spread, QWidget *parent)
    : QWidget(parent)
    , m_spread(spread)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&spread, &models::AmountSpread::changed, this, &HistogramView::update);
    keepTranslated(this, [this] { update(); });
}

void HistogramView::update()
{
    setVisible(m_room && m_spread.isKnown());
    const auto count = int(m_spread.statistics().buckets.size());
    if (m_current >= count)
        m_anchor = m_current = -1;
    setAccessibleName(m_spread.title());
    const auto &statistics = m_spread.statistics();
    const models::CellFormat format;
    setAccessibleDescription(
        tr("%1, from %2 to %3, median %4. Left and Right choose a range, Return filters by it.")
            .arg(m_spread.knownText(), format.number(statistics.min), format.number(statistics.max),
                 format.number(statistics.median)));
    QWidget::update();
}

void HistogramView::setRoom(bool room)
{
    if (std::exchange(m_room, room) != room)
        update();
}

QSize HistogramView::sizeHint() const
{
    return {200, barArea().bottom() + 3 + fontMetrics().height() + 2 + 8};
}

QRect HistogramView::barArea() const
{
    return {Margin, 10 + 2 * (fontMetrics().height() + 2) + 6, width() - 2 * Margin, scaled(BarHeight)};
}

draw::Bars HistogramView::bars() const
{
    return {barArea(), m_spread.statistics().buckets};
}

QRect HistogramView::barRect(int bucket) const
{
    return bars().bar(bucket);
}

int HistogramView::bucketAt(int x) const
{
    return bars().at(x);
}

QString HistogramView::bucketText(int bucket) const
{
    const auto &statistics = m_spread.statistics();
    const models::CellFormat format;
    const double from = statistics.min + bucket * statistics.bucketWidth();
    return tr("%1 to %2: %Ln row(s)", nullptr, int(statistics.buckets[size_t(bucket)]))
        .arg(format.number(std::floor(from)), format.number(std::ceil(from + statistics.bucketWidth())));
}

void HistogramView::paintEvent(QPaintEvent *)
{
    if (!m_spread.isKnown())
        return;
    const Palette &colors = Palette::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRect head(Margin, 10, width() - 2 * Margin, fontMetrics().height() + 2);
    painter.setPen(colors.muted);
    painter.drawText(head.translated(0, head.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     m_spread.knownText());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(colors.text);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_spread.title(), Qt::ElideRight, head.width()));
    painter.setFont(font());
    paintBars(painter);
    if (hasFocus()) {
        painter.setPen(colors.accent);
        painter.drawRect(rect().adjusted(2, 2, -3, -3));
    }
}

void HistogramView::paintBars(QPainter &painter) const
{
    const Palette &colors = Palette::of(palette());
    const auto &statistics = m_spread.statistics();
    const std::pair<int, int> chosen = std::minmax(m_anchor, m_current);
    bars().paint(painter, colors, m_anchor < 0 ? std::pair(-1, -1) : chosen);
    const QRect area = barArea();
    const QRect scale(area.left(), area.bottom() + 3, area.width(), fontMetrics().height() + 2);
    painter.setPen(colors.muted);
    const QString low = shortAmount(statistics.min);
    const QString high = shortAmount(statistics.max);
    const QString middle = tr("median %1").arg(shortAmount(statistics.median));
    painter.drawText(scale, Qt::AlignLeft | Qt::AlignVCenter, low);
    painter.drawText(scale, Qt::AlignRight | Qt::AlignVCenter, high);
    // In the middle only where it touches neither end.
    const int ends =
        2 * std::max(fontMetrics().horizontalAdvance(low), fontMetrics().horizontalAdvance(high));
    if (fontMetrics().horizontalAdvance(middle) + ends + 12 <= scale.width())
        painter.drawText(scale, Qt::AlignHCenter | Qt::AlignVCenter, middle);
}

void HistogramView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_spread.isKnown())
        return;
    m_dragging = true;
    m_anchor = m_current = bucketAt(int(event->position().x()));
    QWidget::update();
}

void HistogramView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging)
        return;
    m_current = bucketAt(int(event->position().x()));
    QWidget::update();
}

void HistogramView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !std::exchange(m_dragging, false))
        return;
    const auto [first, last] = std::minmax(m_anchor, m_current);
    m_spread.choose(first, last);
}

void HistogramView::keyPressEvent(QKeyEvent *event)
{
    const auto count = int(m_spread.statistics().buckets.size());
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step != 0 && count > 0) {
        m_current = std::clamp(m_current + step, 0, count - 1);
        if (m_anchor < 0 || !event->modifiers().testFlag(Qt::ShiftModifier))
            m_anchor = m_current;
        QWidget::update();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_anchor >= 0) {
        const auto [first, last] = std::minmax(m_anchor, m_current);
        m_spread.choose(first, last);
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool HistogramView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_spread.isKnown()) {
        auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), bucketText(bucketAt(help->pos().x())), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace linnet::gui
