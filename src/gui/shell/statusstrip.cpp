// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/statusstrip.h"

#include "gui/care/newsofversions.h"
#include "gui/look/icons.h"
#include "gui/look/palette.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/retranslate.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

StatusStrip::StatusStrip(QWidget *parent)
    : QStatusBar(parent)
    , m_left(new ElidedLabel(this))
    , m_awake(new QLabel(this))
    , m_pace(new QLabel(this))
    , m_problems(new QToolButton(this))
    , m_news(new QToolButton(this))
{
    setSizeGripEnabled(false);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_left->setContentsMargins(12, 4, 0, 4);
    m_left->setForegroundRole(QPalette::PlaceholderText);
    m_pace->setContentsMargins(0, 0, 8, 0);
    m_problems->setObjectName(u"problemsButton"_s);
    m_problems->setAutoRaise(true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setIcon(lineIcon("warning"_L1, IconTint::Warning));
    m_problems->hide();
    addWidget(m_left, 1);
    m_awake->setForegroundRole(QPalette::PlaceholderText);
    m_awake->setContentsMargins(0, 0, 8, 0);
    m_awake->hide();
    m_news->setObjectName(u"newsButton"_s);
    m_news->setAutoRaise(true);
    m_news->hide();
    addPermanentWidget(m_news);
    connect(m_news, &QToolButton::clicked, this, &StatusStrip::newsClicked);
    addPermanentWidget(m_awake);
    addPermanentWidget(m_pace);
    addPermanentWidget(m_problems);
    connect(m_problems, &QToolButton::clicked, this, &StatusStrip::problemsClicked);
    keepTranslated(this, [this] {
        m_awake->setText(tr("the computer stays awake"));
        m_awake->setToolTip(
            tr("It does not fall asleep by itself while something runs; the settings can change that."));
        setPace(m_paceText);
        setProblems(m_problemCount);
    });
}

void StatusStrip::paintEvent(QPaintEvent *event)
{
    QStatusBar::paintEvent(event);
    QPainter painter(this);
    painter.setPen(QPen(Palette::of(palette()).line, 1));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

void StatusStrip::setRows(qint64 shown, qint64 total, const QString &more)
{
    const QLocale locale;
    if (shown == 0 && total <= 0)
        m_rows.clear();
    else if (total < 0 || shown == total)
        m_rows = tr("%1 shown", "rows").arg(locale.toString(shown));
    else
        m_rows = tr("%1 shown of %2", "rows").arg(locale.toString(shown), locale.toString(total));
    if (!m_rows.isEmpty() && !more.isEmpty())
        m_rows += u"     "_s + more;
    showLeft();
}

void StatusStrip::setProject(const QString &text)
{
    m_project = text;
    showLeft();
}

void StatusStrip::showLeft()
{
    m_left->setText(m_rows.isEmpty() ? m_project : m_rows);
}

void StatusStrip::setPace(const QString &text)
{
    m_paceText = text;
    m_pace->setText(text.isEmpty() ? tr("idle") : text);
    m_pace->setForegroundRole(QPalette::PlaceholderText);
}

void StatusStrip::setKeptAwake(bool kept)
{
    m_awake->setVisible(kept);
}

void StatusStrip::showNews(NewsOfVersions &news)
{
    const auto show = [this, &news] {
        const std::optional<Release> newer = news.newer();
        m_news->setVisible(newer.has_value());
        m_news->setText(newer ? tr("Linnet %1 is there").arg(newer->version) : QString());
        m_news->setToolTip(tr("Shows the page of the newer version, after a question"));
    };
    connect(&news, &NewsOfVersions::changed, this, show);
    keepTranslated(this, show);
}

void StatusStrip::setProblems(qint64 count)
{
    m_problemCount = count;
    const QString text = tr("%Ln problem(s)", nullptr, int(std::min<qint64>(count, 2'000'000'000)));
    m_problems->setText(text);
    m_problems->setAccessibleName(text);
    m_problems->setVisible(count > 0);
}

} // namespace linnet::gui
