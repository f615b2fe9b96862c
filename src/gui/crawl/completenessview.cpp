// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/completenessview.h"

#include "gui/look/textscale.h"
#include "gui/widgets/card.h"
#include "gui/widgets/listrow.h"
#include "gui/widgets/retranslate.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace linnet::gui {

namespace {

constexpr int TextWidth = 640;

QLabel *label(double size, QFont::Weight weight, QPalette::ColorRole role, QWidget *parent)
{
    auto *result = new QLabel(parent);
    keepFont(result, size, weight);
    result->setForegroundRole(role);
    result->setWordWrap(true);
    return result;
}

} // namespace

CompletenessView::CompletenessView(const models::CrawlOverview &overview, QWidget *parent)
    : QScrollArea(parent)
    , m_overview(overview)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    auto *page = new QWidget(content);
    keepScaled(page, [page] { page->setMaximumWidth(scaled(TextWidth)); });
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_sentence = label(1.25, QFont::DemiBold, QPalette::WindowText, page);
    m_hint = label(1.0, QFont::Normal, QPalette::PlaceholderText, page);
    column->addWidget(m_sentence);
    column->addWidget(m_hint);
    column->addSpacing(12);
    m_asked = makeGroup(*column);
    m_leftOut = makeGroup(*column);
    column->addStretch();
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(24, 20, 24, 20);
    row->addWidget(page, 1);
    row->addStretch();
    row->setStretch(0, 1000);
    setWidget(content);
    connect(&overview, &models::CrawlOverview::changed, this, &CompletenessView::refresh);
    keepTranslated(this, [this] {
        m_asked.title->setText(tr("Asked"));
        m_leftOut.title->setText(tr("Left out, because"));
        refresh();
    });
}

CompletenessView::Group CompletenessView::makeGroup(QVBoxLayout &column)
{
    QWidget *page = column.parentWidget();
    Group group;
    group.title = label(1.0, QFont::DemiBold, QPalette::WindowText, page);
    group.card = new Card(page);
    group.rows = new QVBoxLayout(group.card);
    group.rows->setContentsMargins(1, 1, 1, 1);
    group.rows->setSpacing(1);
    column.addWidget(group.title);
    column.addWidget(group.card);
    column.addSpacing(12);
    return group;
}

void CompletenessView::fill(const Group &group, bool reasons)
{
    while (QLayoutItem *item = group.rows->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (const Completeness::Line &line : std::as_const(m_shown.lines)) {
        if (line.isReason != reasons)
            continue;
        auto *row = new ListRow(line.text, QLocale().toString(line.count), group.card);
        row->setEnabled(!line.filter.isEmpty());
        connect(row, &ListRow::clicked, this, [this, filter = line.filter] { Q_EMIT chosen(filter); });
        group.rows->addWidget(row);
    }
    const bool any = group.rows->count() > 0;
    group.title->setVisible(any);
    group.card->setVisible(any);
    group.card->update();
}

void CompletenessView::refresh()
{
    Completeness now = Completeness::of(m_overview);
    m_sentence->setText(now.sentence.isEmpty() ? tr("Counting…") : now.sentence);
    m_hint->setText(now.hint);
    if (now.lines == m_shown.lines && (m_asked.rows->count() > 0 || !now.lines.isEmpty()))
        return; // rows under somebody's mouse stay as long as they are right
    m_shown = std::move(now);
    fill(m_asked, false);
    fill(m_leftOut, true);
}

} // namespace linnet::gui
