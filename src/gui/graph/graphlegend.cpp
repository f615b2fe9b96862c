// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graphlegend.h"

#include "gui/look/textscale.h"
#include "gui/widgets/flowlayout.h"

#include <QCheckBox>
#include <QLocale>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LegendGap = 12;
constexpr QSize DotSize(12, 12);

} // namespace

GraphLegend::GraphLegend(QWidget *parent)
    : QWidget(parent)
{
    setLayout(new FlowLayout(LegendGap));
}

void GraphLegend::setEntries(const QList<models::CrawlPicture::Entry> &entries, const draw::GraphStyle &style)
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_hidden.assign(size_t(entries.size()), false);
    for (size_t i = 0; i < m_hidden.size(); ++i) {
        const models::CrawlPicture::Entry &entry = entries[qsizetype(i)];
        auto *box = new QCheckBox(
            tr("%1: %2").arg(entry.text, QLocale().toString(entry.nodes)).replace(u'&', u"&&"_s), this);
        const QSize size = scaled(DotSize);
        QPixmap dot(size * devicePixelRatioF());
        dot.setDevicePixelRatio(devicePixelRatioF());
        dot.fill(style.ink(entry.ink));
        box->setIcon(QIcon(dot));
        box->setIconSize(size);
        box->setChecked(true);
        box->setToolTip(tr("Show or hide these"));
        connect(box, &QCheckBox::toggled, this, [this, i](bool isShown) {
            m_hidden[i] = !isShown;
            Q_EMIT changed();
        });
        layout()->addWidget(box);
    }
}

} // namespace linnet::gui
