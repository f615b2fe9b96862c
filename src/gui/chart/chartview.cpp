// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/chartview.h"

#include "draw/chart/chartwords.h"
#include "draw/chart/textruler.h"
#include "gui/chart/chartaccessible.h"
#include "gui/look/palette.h"
#include "gui/widgets/retranslate.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int UsualWidth = 560;

} // namespace

ChartView::ChartView(QWidget *parent)
    : QWidget(parent)
{
    static const bool installed = (QAccessible::installFactory(&ChartAccessible::make), true);
    Q_UNUSED(installed)
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    keepTranslated(this, [this] {
        ++m_revision;
        dropLayout();
        describe();
    });
}

void ChartView::setChart(draw::Chart chart)
{
    const QString key = m_current >= 0 ? m_chart.groups[size_t(m_current)].key : QString();
    m_chart = std::move(chart);
    ++m_revision;
    m_hovered = -1;
    m_pressed.reset();
    const auto same = std::ranges::find(m_chart.groups, key, &draw::ChartGroup::key);
    m_current = key.isEmpty() || same == m_chart.groups.end() ? -1 : int(same - m_chart.groups.begin());
    dropLayout();
    updateGeometry();
    describe();
    if (QAccessible::isActive()) {
        QAccessibleTableModelChangeEvent reset(this, QAccessibleTableModelChangeEvent::ModelReset);
        QAccessible::updateAccessibility(&reset);
    }
}

void ChartView::setChosen(const QStringList &keys)
{
    m_chosen = keys;
    update();
}

void ChartView::setCurrent(int group)
{
    const int last = chartLayout().shownGroups - 1;
    m_current = std::clamp(group, -1, std::max(-1, last));
    update();
    describe();
}

draw::ChartStyle ChartView::look() const
{
    return {Palette::of(palette()), font(), QLocale()};
}

const draw::ChartLayout &ChartView::chartLayout() const
{
    if (!m_layout)
        m_layout = draw::layOut(m_chart, rect(), look());
    return *m_layout;
}

QRect ChartView::groupRect(int group) const
{
    return chartLayout().areaOf(group).toAlignedRect();
}

QSize ChartView::sizeHint() const
{
    return {UsualWidth, heightForWidth(UsualWidth)};
}

QSize ChartView::minimumSizeHint() const
{
    return {fontMetrics().height() * 14, fontMetrics().height() * 9};
}

int ChartView::heightForWidth(int width) const
{
    return int(draw::chartHeight(m_chart, width, look()));
}

void ChartView::dropLayout()
{
    m_layout.reset();
    update();
}

void ChartView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw::ChartMarks marks;
    marks.current = m_hovered >= 0 ? m_hovered : hasFocus() ? m_current : -1;
    marks.chosen = m_chosen;
    draw::paintChart(painter, m_chart, chartLayout(), look(), marks);
    if (!hasFocus())
        return;
    const QRectF place = m_current >= 0 ? chartLayout().areaOf(m_current) : QRectF();
    painter.setPen(Palette::of(palette()).accent);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place.isNull() ? rect().adjusted(1, 1, -2, -2)
                                    : place.toAlignedRect().adjusted(0, 0, -1, -1));
}

void ChartView::resizeEvent(QResizeEvent *)
{
    dropLayout();
}

void ChartView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::PaletteChange) {
        dropLayout();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void ChartView::setHovered(int group)
{
    const bool answers = group >= 0 && !m_chart.groups[size_t(group)].key.isEmpty();
    setCursor(answers ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(m_hovered, group) != group)
        update();
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(chartLayout().at(event->position()).value_or(draw::ChartPlace()).group);
}

void ChartView::leaveEvent(QEvent *)
{
    setHovered(-1);
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    m_pressed.reset();
    if (event->button() == Qt::LeftButton)
        m_pressed = chartLayout().at(event->position());
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const std::optional<draw::ChartPlace> pressed = std::exchange(m_pressed, std::nullopt);
    if (event->button() != Qt::LeftButton || !pressed || chartLayout().at(event->position()) != pressed)
        return;
    setCurrent(pressed->group);
    choose(*pressed);
}

void ChartView::choose(draw::ChartPlace place)
{
    const QString key = m_chart.groups[size_t(place.group)].key;
    if (key.isEmpty())
        return;
    const bool named = place.series >= 0 && place.series < int(m_chart.series.size());
    Q_EMIT groupChosen(key, named ? m_chart.series[size_t(place.series)].key : QString());
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const int last = chartLayout().shownGroups - 1;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        setCurrent(std::min(m_current + 1, last));
        return;
    case Qt::Key_Up:
    case Qt::Key_Left:
        setCurrent(std::max(m_current - 1, 0));
        return;
    case Qt::Key_Home:
        setCurrent(0);
        return;
    case Qt::Key_End:
        setCurrent(last);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0 && m_current <= last) {
            choose({m_current, -1});
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool ChartView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    return QWidget::event(event);
}

void ChartView::showToolTip(const QPoint &position, const QPoint &globalPosition)
{
    const std::optional<draw::ChartPlace> place = chartLayout().at(position);
    if (!place) {
        QToolTip::hideText();
        return;
    }
    QStringList lines = draw::ChartWords(m_chart, look().locale).told(*place);
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    // As rich text long names are wrapped, and whatever stands in them is only text.
    lines.first() = u"<b>%1</b>"_s.arg(lines.first());
    QToolTip::showText(globalPosition, u"<p>%1</p>"_s.arg(lines.join("<br>"_L1)), this,
                       groupRect(place->group));
}

/// What a screen reader says: the chart, and then where the keys are.
void ChartView::describe()
{
    const draw::ChartWords words(m_chart, look().locale);
    setAccessibleName(draw::TextRuler::oneLine(m_chart.title));
    if (m_chart.isEmpty())
        setAccessibleDescription(words.whyEmpty());
    else if (m_current >= 0)
        setAccessibleDescription(words.told({m_current, -1}).join(u"; "_s));
    else
        setAccessibleDescription(u"%1 %2"_s.arg(words.caption(), hint(int(m_chart.groups.size()))).trimmed());
}

QString ChartView::hint(int groups) const
{
    return tr("%Ln group(s). The arrow keys tell one after the other, Return filters by it.", nullptr,
              groups);
}

void ChartView::showPart(const QRectF &part)
{
    m_chart.part = part;
    dropLayout();
}

} // namespace linnet::gui
