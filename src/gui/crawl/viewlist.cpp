// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/viewlist.h"

#include "gui/look/focuspass.h"
#include "gui/look/palette.h"
#include "gui/look/textscale.h"
#include "gui/widgets/choose.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/retranslate.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::FindingListModel;
using EntryKind = FindingListModel::Kind;
using Order = FindingListModel::Order;

namespace {

constexpr int Margin = 12;
constexpr int LineHeight = 25;
constexpr int LeastWidth = 212; // on small screens
constexpr int MostWidth = 272;
constexpr int MarkSize = 8;
constexpr int SegmentsWidth = 32;
constexpr int ReasonRise = 4; ///< the second line of a finding stands close to the first

EntryKind kindOf(const QModelIndex &index)
{
    return EntryKind(index.data(FindingListModel::KindRole).toInt());
}

QColor colorOf(audit::Level level, const Palette &colors)
{
    return level == audit::Level::Error     ? colors.bad
           : level == audit::Level::Warning ? colors.warning
                                            : colors.muted;
}

/// A level by form and colour: a square, a triangle, a ring.
void drawMark(QPainter &painter, const QRectF &box, audit::Level level, const Palette &colors)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = colorOf(level, colors);
    painter.setPen(level == audit::Level::Notice ? QPen(color, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(level == audit::Level::Notice ? QBrush(Qt::NoBrush) : QBrush(color));
    if (level == audit::Level::Error)
        painter.drawRect(box);
    else if (level == audit::Level::Warning)
        painter.drawPolygon(
            QPolygonF{QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()});
    else
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
}

/// The level and the title on the left, the count on the right; groups in bold. With a reason there is a
/// second line.
class ViewDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette &colors = Palette::of(option.palette);
        const EntryKind kind = kindOf(index);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, colors.selection);
        else if (option.state.testFlag(QStyle::State_MouseOver) && kind != EntryKind::Group &&
                 kind != EntryKind::Silent)
            painter->fillRect(option.rect, mixed(colors.base, colors.text, 0.04));
        const QString reason = index.data(FindingListModel::ReasonRole).toString();
        const QRect lines = option.rect.adjusted(Margin, 0, -Margin, 0);
        QRect text = lines;
        if (!reason.isEmpty())
            text.setHeight(lineHeight(option));
        const int level = index.data(FindingListModel::LevelRole).toInt();
        if (level >= 0) {
            const int size = scaled(MarkSize);
            const QRectF box(text.left(), text.center().y() - size / 2.0 + 0.5, size, size);
            drawMark(*painter, box, audit::Level(level), colors);
        }
        if (kind == EntryKind::Finding || kind == EntryKind::Silent)
            text.setLeft(text.left() + scaled(MarkSize) + 8);
        const QString note = index.data(FindingListModel::NoteRole).toString();
        QFont font = option.font;
        font.setWeight(kind == EntryKind::Group ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        const bool isMuted =
            kind == EntryKind::Silent || kind == EntryKind::Passed || kind == EntryKind::View;
        painter->setPen(isMuted ? colors.muted : colors.text);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, note);
        text.setRight(text.right() - QFontMetrics(font).horizontalAdvance(note) - 8);
        painter->setPen(kind == EntryKind::Silent || kind == EntryKind::Passed ? colors.muted : colors.text);
        painter->drawText(
            text, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        if (!reason.isEmpty()) {
            const QRect below(QPoint(text.left(), text.bottom() - ReasonRise),
                              QPoint(lines.right(), lines.bottom()));
            painter->setPen(colors.muted);
            painter->drawText(below, Qt::AlignLeft | Qt::AlignTop,
                              option.fontMetrics.elidedText(reason, Qt::ElideRight, below.width()));
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(colors.accent);
            painter->drawRect(option.rect.adjusted(1, 0, -2, -1));
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = lineHeight(option);
        if (!index.data(FindingListModel::ReasonRole).toString().isEmpty())
            return {100, line + option.fontMetrics.height()};
        return {100, kindOf(index) == EntryKind::Group ? line + 5 : line};
    }

private:
    static int lineHeight(const QStyleOptionViewItem &option)
    {
        return std::max(LineHeight, option.fontMetrics.height() + 7);
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

ViewList::ViewList(FindingListModel &model, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_view(new Findings(this))
    , m_title(new QLabel(this))
    , m_textArea(new QScrollArea(this))
    , m_text(new QLabel(this))
    , m_order(new QComboBox(this))
    , m_segment(new QComboBox(this))
    , m_segments(new QPushButton(this))
    , m_rules(new QPushButton(this))
    , m_book(new QPushButton(this))
{
    setFrameShape(QFrame::NoFrame);
    setMinimumWidth(LeastWidth);
    keepScaled(this, [this] { setMaximumWidth(scaled(MostWidth)); });
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    QFont font = m_title->font();
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_title->setContentsMargins(Margin, 0, Margin, 0);
    m_view->setModel(&model);
    m_view->setItemDelegate(new ViewDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the list keeps its width
    m_text->setContentsMargins(Margin, 8, Margin, 10);
    m_text->setObjectName(QStringLiteral("findingText"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 1, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(makeButtons());
    layout->addWidget(m_view, 1);
    m_textArea->setFrameShape(QFrame::NoFrame);
    m_textArea->setWidgetResizable(true);
    m_textArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_textArea->setWidget(m_text);
    m_textArea->hide();
    layout->addWidget(m_textArea);
    passFocus(this, m_view);
    connect(m_view, &QListView::clicked, this, &ViewList::choose);
    connect(m_view, &QListView::activated, this, &ViewList::choose);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const QVariant entry = m_view->currentIndex().data(FindingListModel::EntryRole);
        m_keyboardAt = entry.isValid() ? entry.toInt() : -1;
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_book->setEnabled(m_model.isJudged());
        setCurrent(m_current);
        if (const int row = m_model.rowOf(m_keyboardAt); row >= 0)
            moveTo(row);
    });
    keepTranslated(this, [this] { sayTexts(); });
}

/// In what order, and what can be done with all of them.
QWidget *ViewList::makeButtons()
{
    m_order->setObjectName(QStringLiteral("findingOrder"));
    m_order->addItem({}, int(Order::WorstFirst));
    m_order->addItem({}, int(Order::ByGroup));
    m_order->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_rules->setObjectName(QStringLiteral("auditRules"));
    m_book->setObjectName(QStringLiteral("auditBook"));
    m_book->setEnabled(false);
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(Margin, 0, Margin, 0);
    layout->setSpacing(6);
    auto *row = new FlowLayout(6); // in a narrow list, one below the other
    for (QPushButton *button : {m_rules, m_book}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        row->addWidget(button);
    }
    layout->addLayout(row);
    layout->addWidget(m_order);
    m_segment->setObjectName(QStringLiteral("findingSegment"));
    m_segment->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_segments->setObjectName(QStringLiteral("editSegments"));
    m_segments->setText(QStringLiteral("…"));
    keepScaled(m_segments, [this] { m_segments->setFixedWidth(scaled(SegmentsWidth)); });
    auto *segments = new QHBoxLayout;
    segments->setSpacing(6);
    segments->addWidget(m_segment, 1);
    segments->addWidget(m_segments);
    layout->addLayout(segments);
    connect(m_segment, &QComboBox::activated, this,
            [this] { Q_EMIT segmentChosen(m_segment->currentData().toString()); });
    connect(m_segments, &QPushButton::clicked, this, &ViewList::segmentsAsked);
    connect(m_order, &QComboBox::activated, this,
            [this] { Q_EMIT orderChosen(Order(m_order->currentData().toInt())); });
    connect(m_rules, &QPushButton::clicked, this, &ViewList::rulesAsked);
    connect(m_book, &QPushButton::clicked, this, &ViewList::bookAsked);
    return box;
}

void ViewList::sayTexts()
{
    m_title->setText(tr("Findings"));
    m_view->setAccessibleName(m_title->text());
    m_textArea->setAccessibleName(tr("About the chosen finding"));
    m_order->setAccessibleName(tr("Order of the findings"));
    m_order->setItemText(0, tr("Worst first"));
    m_order->setItemText(1, tr("By subject"));
    m_segment->setAccessibleName(tr("Segment of the site"));
    m_segments->setAccessibleName(tr("Segments…"));
    m_segments->setToolTip(tr("Parts of the site by which findings are counted: its folders, or your own"));
    saySegments();
    m_rules->setText(tr("Rules…"));
    m_rules->setToolTip(tr("Which rules are on, from which number on they say something, and your own"));
    m_book->setText(tr("Workbook…"));
    m_book->setToolTip(tr("All findings with their places as an Excel workbook, to hand over"));
    showText();
}

void ViewList::setOrder(Order order)
{
    const QSignalBlocker quiet(m_order);
    gui::choose(m_order, int(order));
}

void ViewList::setSegments(const QList<audit::SegmentPart> &segments, const QString &chosen)
{
    m_parts = segments;
    m_chosen = chosen;
    saySegments();
}

void ViewList::saySegments()
{
    const QSignalBlocker quiet(m_segment);
    m_segment->clear();
    m_segment->addItem(tr("Whole site"), QString());
    for (const audit::SegmentPart &part : m_parts) {
        m_segment->addItem(tr("%1: %2", "a segment and its number of addresses")
                               .arg(part.name, QLocale().toString(part.size)),
                           part.name);
        QString hint = tr("%Ln address(es)", nullptr, int(part.size));
        if (!part.isExact)
            hint += u'\n' + tr("Pages that belong to an earlier segment by several conditions at once are "
                               "counted here, too.");
        if (!part.sources)
            hint +=
                u'\n' + tr("Rules over links are not judged here: links are told apart by the addresses of "
                           "their pages only.");
        m_segment->setItemData(m_segment->count() - 1, hint, Qt::ToolTipRole);
    }
    gui::choose(m_segment, m_chosen);
    m_segment->setToolTip(m_segment->currentData(Qt::ToolTipRole).toString());
}

void ViewList::setHasProject(bool has)
{
    m_segment->setEnabled(has);
    m_segments->setEnabled(has);
    m_rules->setEnabled(has);
}

void ViewList::choose(const QModelIndex &index)
{
    if (kindOf(index) == EntryKind::Passed) {
        const int row = index.row();
        m_model.setUnfolded(!m_model.isUnfolded());
        moveTo(row);
        return;
    }
    const int entry = index.data(FindingListModel::EntryRole).toInt();
    if (entry >= 0)
        Q_EMIT chosen(entry);
    else
        setCurrent(m_current);
}

/// For the keyboard; what is chosen stays.
void ViewList::moveTo(int row)
{
    m_view->selectionModel()->setCurrentIndex(m_model.index(row), QItemSelectionModel::NoUpdate);
}

void ViewList::setCurrent(int entry)
{
    m_current = entry;
    QItemSelectionModel *selection = m_view->selectionModel();
    const int row = m_model.rowOf(entry);
    if (row < 0)
        selection->clearSelection();
    else
        selection->setCurrentIndex(m_model.index(row), QItemSelectionModel::ClearAndSelect);
    showText();
}

void ViewList::showText()
{
    const audit::Finding *finding = m_model.finding(m_current);
    m_textArea->setVisible(finding && !isLow());
    if (!finding)
        return;
    const QModelIndex index = m_model.index(std::max(0, m_model.rowOf(m_current)));
    const QString facts = finding->isHit() ? index.data(Qt::ToolTipRole).toString() : finding->rule.what;
    m_text->setText(facts + QStringLiteral("\n\n") + finding->rule.why + QStringLiteral("\n\n") +
                    finding->rule.fix);
    fitText();
}

/// As high as the text, while the list keeps the greater part.
void ViewList::fitText()
{
    m_textArea->setFixedHeight(std::clamp(m_text->heightForWidth(contentsRect().width()), 0, height() / 3));
}

bool ViewList::isLow() const
{
    constexpr int LeastLines = 16;
    return height() < LeastLines * fontMetrics().lineSpacing();
}

void ViewList::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_title->setVisible(!isLow());
    for (QWidget *field : std::initializer_list<QWidget *>{m_order, m_segment, m_segments})
        field->setVisible(!isLow());
    m_textArea->setVisible(m_model.finding(m_current) && !isLow());
    fitText();
}

void ViewList::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setPen(QPen(Palette::of(palette()).line, 1));
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

} // namespace linnet::gui
