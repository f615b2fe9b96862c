// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/tour.h"

#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/widgets/retranslate.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int TourWidth = 340;
constexpr int Gap = 10;         ///< between what is pointed at and the words
constexpr int RingDistance = 4; ///< around what is pointed at

/// A frame around what the tour points at, which takes no clicks.
class Ring : public QWidget
{
public:
    explicit Ring(QWidget *parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Palette::of(palette()).accent, 3));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8);
    }
};

/// Where the words stand: below what is pointed at, else above, else beside it, else in the middle.
QPoint placeBeside(const QRect &target, QSize size, const QRect &room)
{
    if (target.isEmpty())
        return room.center() - QPoint(size.width() / 2, size.height() / 2);
    QPoint at(target.left(), target.bottom() + Gap);
    if (at.y() + size.height() > room.bottom() - Gap)
        at.setY(target.top() - Gap - size.height());
    if (at.y() < room.top() + Gap) {
        at.setY(target.center().y() - size.height() / 2);
        const int right = target.right() + Gap;
        at.setX(right + size.width() < room.right() ? right : target.left() - Gap - size.width());
    }
    const int mostX = std::max(room.left() + Gap, room.right() - Gap - size.width());
    const int mostY = std::max(room.top() + Gap, room.bottom() - Gap - size.height());
    return {std::clamp(at.x(), room.left() + Gap, mostX), std::clamp(at.y(), room.top() + Gap, mostY)};
}

} // namespace

Tour::Tour(std::vector<Step> steps, QWidget &window)
    : QFrame(&window)
    , m_steps(std::move(steps))
    , m_window(window)
    , m_ring(new Ring(&window))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_count(new QLabel(this))
    , m_next(new QPushButton(this))
    , m_leave(new QPushButton(this))
{
    setObjectName(u"tour"_s);
    m_next->setObjectName(u"tourNext"_s);
    m_leave->setObjectName(u"tourLeave"_s);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    setPrimary(m_next);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_count);
    buttons->addStretch();
    buttons->addWidget(m_leave);
    buttons->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    connect(m_next, &QPushButton::clicked, this, &Tour::next);
    connect(m_leave, &QPushButton::clicked, this, &Tour::leave);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &Tour::leave);
    window.installEventFilter(this);
    keepTranslated(this, [this] { say(); });
    show();
    m_next->setFocus();
}

Tour::~Tour()
{
    delete m_ring;
}

void Tour::say()
{
    const Step &step = m_steps[size_t(m_step)];
    const bool isLast = m_step + 1 == int(m_steps.size());
    m_title->setText(step.title());
    m_text->setText(step.text());
    m_count->setText(tr("%1 of %2", "steps of the tour").arg(m_step + 1).arg(m_steps.size()));
    m_next->setText(isLast ? tr("Done") : tr("Next"));
    m_leave->setText(tr("Leave the tour"));
    m_leave->setVisible(!isLast);
    setAccessibleName(tr("Tour: %1").arg(m_title->text()));
    setAccessibleDescription(m_text->text());
    place();
}

void Tour::look()
{
    const Step &step = m_steps[size_t(m_step)];
    if (step.isDone && step.isDone())
        go(m_step + 1);
    else
        place();
}

void Tour::next()
{
    const int shown = m_step;
    if (m_steps[size_t(shown)].act)
        m_steps[size_t(shown)].act();
    if (m_step == shown) // what was done may have led on already
        go(shown + 1);
}

void Tour::go(int step)
{
    if (step >= int(m_steps.size()))
        return leave();
    m_step = step;
    say();
    m_next->setFocus();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Tour::leave()
{
    hide();
    m_ring->hide();
    Q_EMIT ended();
    deleteLater();
}

void Tour::place()
{
    QWidget *target = m_steps[size_t(m_step)].target();
    if (target != m_target) {
        if (m_target)
            m_target->removeEventFilter(this);
        m_target = target;
        if (target)
            target->installEventFilter(this);
    }
    QRect around;
    if (target && target->isVisible())
        around = QRect(target->mapTo(&m_window, QPoint()), target->size())
                     .adjusted(-RingDistance, -RingDistance, RingDistance, RingDistance)
                     .intersected(m_window.rect());
    const int width = std::min(TourWidth, m_window.width() - 2 * Gap);
    layout()->activate();
    resize(width, layout()->totalHeightForWidth(width));
    move(placeBeside(around, size(), m_window.rect()));
    m_ring->setGeometry(around);
    m_ring->setVisible(!around.isEmpty());
    m_ring->raise();
    raise();
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::LayoutRequest:
        if (isVisible())
            place();
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

void Tour::paintEvent(QPaintEvent *)
{
    const Palette &colors = Palette::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.accent, 1));
    painter.setBrush(colors.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace linnet::gui
