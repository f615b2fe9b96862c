// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/wayview.h"

#include "gui/look/textscale.h"
#include "gui/widgets/retranslate.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace linnet::gui {

namespace {

constexpr int UsualWidth = 300;

} // namespace

WayView::WayView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_nothing(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    m_title->setWordWrap(true);
    m_title->setBuddy(m_list);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_list->setObjectName(QStringLiteral("wayList"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int place) {
        if (place >= 0 && m_list->hasFocus())
            Q_EMIT chosen(m_crawl->rows[m_way[size_t(place)]]);
    });
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        Q_EMIT opened(m_crawl->rows[m_way[size_t(m_list->row(item))]]);
    });
    keepTranslated(this, [this] { retranslate(); });
}

void WayView::setWay(std::shared_ptr<const analysis::CrawlGraph> crawl, quint32 page,
                     std::vector<quint32> nodes)
{
    m_crawl = std::move(crawl);
    m_page = page;
    m_way = std::move(nodes);
    retranslate();
}

void WayView::clear()
{
    setWay(nullptr, 0, {});
}

QSize WayView::sizeHint() const
{
    return {scaled(UsualWidth), QWidget::sizeHint().height()};
}

void WayView::retranslate()
{
    const int clicks = std::max(0, int(m_way.size()) - 1);
    m_title->setText(!m_crawl        ? tr("Choose a page in the graph.")
                     : m_way.empty() ? tr("No way from the start")
                                     : tr("%Ln click(s) from the start", nullptr, clicks));
    m_nothing->setText(
        m_crawl && m_way.empty()
            ? tr("No link of the pages that are drawn leads to %1. A filter of the table of pages "
                 "may have taken a page away, or the address is known from a sitemap only.")
                  .arg(m_crawl->urls[qsizetype(m_page)])
            : QString());
    m_nothing->setVisible(m_way.empty());
    m_list->setVisible(!m_way.empty());
    m_list->setAccessibleName(tr("Fewest clicks from the start to the page"));
    m_list->clear();
    for (size_t place = 0; place < m_way.size(); ++place) {
        const QString &url = m_crawl->urls[qsizetype(m_way[place])];
        auto *item = new QListWidgetItem(
            place == 0 ? tr("Start: %1").arg(url) : tr("%1. %2").arg(QLocale().toString(qint64(place)), url),
            m_list);
        item->setToolTip(url);
    }
}

} // namespace linnet::gui
