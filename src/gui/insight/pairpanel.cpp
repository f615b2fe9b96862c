// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/insight/pairpanel.h"

#include "gui/graph/graphcanvas.h"
#include "gui/widgets/retranslate.h"

#include <QLabel>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

PairPanel::PairPanel(QWidget *parent)
    : QWidget(parent)
    , m_canvas(new GraphCanvas(this))
    , m_caption(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas, 1);
    layout->addWidget(m_caption);
    m_caption->setWordWrap(true);
    m_canvas->setDescriber([this](quint32 node) { return describe(node); });
    connect(m_canvas, &GraphCanvas::opened, this,
            [this](quint32 node) { Q_EMIT itemChosen(m_pairs->keys[qsizetype(node)], isOther(node)); });
    keepTranslated(this, [this] { retranslate(); });
}

void PairPanel::setPairs(std::shared_ptr<const models::PairPicture> pairs)
{
    const bool isSame = m_pairs && pairs && m_pairs->keys == pairs->keys;
    m_pairs = std::move(pairs);
    m_canvas->setPicture(m_pairs ? m_pairs->picture : nullptr, isSame);
    retranslate();
}

void PairPanel::retranslate()
{
    m_canvas->setTableHint(tr("The same as a table is in the chart."));
    if (!m_pairs)
        return m_caption->clear();
    const auto links = int(m_pairs->picture->links.size());
    m_caption->setText(
        m_pairs->areOthers.empty()
            ? tr("The larger a dot, the more ads name it. Lines join what stands together more often than by "
                 "chance: %Ln pair(s). A double click filters the ads.",
                 nullptr, links)
            : tr("The larger a dot, the more ads it has among those of its colour: employers have one, "
                 "skills "
                 "the other. Lines join what stands together more often than by chance: %Ln pair(s). A "
                 "double "
                 "click filters the ads.",
                 nullptr, links));
}

bool PairPanel::isOther(quint32 node) const
{
    return !m_pairs->areOthers.empty() && m_pairs->areOthers[node];
}

QStringList PairPanel::describe(quint32 node) const
{
    int others = 0;
    for (const draw::GraphPicture::Link &link : m_pairs->picture->links)
        others += link.from == node || link.to == node ? 1 : 0;
    const QString name = m_pairs->picture->names[qsizetype(node)];
    const QString kind = m_pairs->areOthers.empty() ? u"%1"_s
                         : isOther(node)            ? tr("Skill: %1")
                                                    : tr("Employer: %1");
    return {kind.arg(name), tr("%Ln ad(s)", nullptr, int(m_pairs->rows[node])),
            tr("Stands together with %Ln other(s)", nullptr, others)};
}

} // namespace linnet::gui
