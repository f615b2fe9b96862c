// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/insight/limitspage.h"

#include "gui/look/textscale.h"
#include "models/insight/limits.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int WidthOfLimits = 110;

QSpinBox *limitBox(QWidget *parent, const QString &name, qint64 value)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setRange(int(models::LeastLimit), int(models::MostLimit));
    box->setValue(int(value));
    box->setFixedWidth(scaled(WidthOfLimits));
    return box;
}

} // namespace

LimitsPage::LimitsPage(const analysis::Fewest &limits, QWidget *parent)
    : QWidget(parent)
    , m_median(limitBox(this, u"leastForMedian"_s, limits.forMedian))
    , m_sure(limitBox(this, u"leastForSure"_s, limits.forSure))
    , m_tenths(limitBox(this, u"leastForTenths"_s, limits.forTenths))
{
    auto *about =
        new QLabel(tr("How many known values it takes before charts and reports say something. With "
                      "fewer, one ad more or less would change the answer. Counts and the command "
                      "line are not concerned."),
                   this);
    about->setWordWrap(true);
    auto *usual = new QPushButton(tr("As usual"), this);
    usual->setObjectName(u"usualLimits"_s);
    usual->setAutoDefault(false);
    usual->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(12, 12, 12, 12);
    form->addRow(about);
    form->addRow(tr("A &median is told from:"), m_median);
    form->addRow(tr("It is no longer &grey from:"), m_sure);
    form->addRow(tr("Outer &tenths and premiums are told from:"), m_tenths);
    form->addRow(QString(), usual);
    keepOrder();
    connect(m_median, &QSpinBox::valueChanged, this, &LimitsPage::keepOrder);
    connect(usual, &QPushButton::clicked, this, [this] {
        const analysis::Fewest asUsual;
        m_median->setValue(int(asUsual.forMedian));
        m_sure->setValue(int(asUsual.forSure));
        m_tenths->setValue(int(asUsual.forTenths));
    });
}

/// What rests on fewer than a median needs is not told at all.
void LimitsPage::keepOrder()
{
    m_sure->setMinimum(m_median->value());
    m_tenths->setMinimum(m_median->value());
}

analysis::Fewest LimitsPage::limits() const
{
    return {m_median->value(), m_sure->value(), m_tenths->value()};
}

} // namespace linnet::gui
