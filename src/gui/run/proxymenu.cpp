// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/proxymenu.h"

#include "gui/run/bypassdialog.h"
#include "gui/widgets/retranslate.h"
#include "models/proxies/poolwords.h"
#include "net/proxy/noproxylist.h"

#include <QActionGroup>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::PoolWords;
using proxies::Rotation;

namespace {

constexpr int RotationCodes = 16;

/// Kept in the data of an action.
int coded(Rotation rotation, int every)
{
    return int(rotation) + RotationCodes * (rotation == Rotation::EveryN ? every : 0);
}

Rotation rotationOf(const ProxyUse &use)
{
    return proxies::rotationByName(use.choice.rotation).value_or(Rotation::RoundRobin);
}

} // namespace

ProxyMenu::ProxyMenu(bool withPace, QWidget *parent)
    : QMenu(parent)
    , m_rotations(new QActionGroup(this))
{
    setToolTipsVisible(true);
    for (const Rotation rotation :
         {Rotation::RoundRobin, Rotation::Random, Rotation::Fastest, Rotation::Sticky, Rotation::Pinned})
        addRotation(rotation);
    for (const int every : {5, 10, 50, 100})
        addRotation(Rotation::EveryN, every);
    addSeparator();
    if (withPace) {
        m_scale = addAction(QString());
        m_scale->setObjectName(u"scaleRateAction"_s);
        m_scale->setCheckable(true);
        connect(m_scale, &QAction::triggered, this, [this](bool on) {
            m_use.scaleRate = on;
            Q_EMIT changed();
        });
        addSeparator();
    }
    m_bypass = addAction(QString(), this, &ProxyMenu::askBypass);
    m_bypass->setObjectName(u"bypassAction"_s);
    m_direct = addAction(QString());
    m_direct->setObjectName(u"allowDirectAction"_s);
    m_direct->setCheckable(true);
    connect(m_direct, &QAction::triggered, this, [this](bool on) {
        m_use.choice.allowDirect = on;
        Q_EMIT changed();
    });
    keepTranslated(this, [this] { sayTexts(); });
}

void ProxyMenu::sayTexts()
{
    for (QAction *action : m_rotations->actions()) {
        const int code = action->data().toInt();
        action->setText(PoolWords::rotation(Rotation(code % RotationCodes), code / RotationCodes));
    }
    if (m_scale) {
        m_scale->setText(tr("Each proxy has the whole pace for itself"));
        m_scale->setToolTip(
            tr("Three proxies ask a site three times as often. Not at sites that have refused "
               "a request."));
    }
    m_bypass->setText(tr("Hosts asked directly…"));
    m_bypass->setToolTip(tr("Hosts that are asked past the proxies; none, unless you name some"));
    m_direct->setText(tr("Directly when none works: servers see your address"));
    m_direct->setToolTip(
        tr("Without this, requests wait for a proxy that works and then fail. Tokens, cookies "
           "and logins never go directly."));
}

void ProxyMenu::addRotation(Rotation rotation, int every)
{
    QAction *action = m_rotations->addAction(QString());
    action->setCheckable(true);
    action->setData(coded(rotation, every));
    addAction(action);
    connect(action, &QAction::triggered, this, [this, rotation, every] {
        m_use.choice.rotation = proxies::rotationName(rotation);
        if (every > 0)
            m_use.choice.every = every;
        Q_EMIT changed();
    });
}

void ProxyMenu::setUse(const ProxyUse &use, bool isOne)
{
    m_use = use;
    m_isOne = isOne;
    m_rotations->setVisible(!isOne);
    const int wanted = coded(rotationOf(use), use.choice.every);
    for (QAction *action : m_rotations->actions())
        action->setChecked(action->data().toInt() == wanted);
    if (m_scale) {
        m_scale->setVisible(!isOne);
        m_scale->setChecked(use.scaleRate);
    }
    m_direct->setChecked(use.choice.allowDirect);
}

QString ProxyMenu::text() const
{
    QStringList parts;
    if (!m_isOne)
        parts << PoolWords::rotation(rotationOf(m_use), m_use.choice.every);
    if (m_use.scaleRate)
        parts << tr("each at the whole pace");
    if (const auto hosts = net::NoProxyList(m_use.choice.bypass).entries(); !hosts.isEmpty())
        parts << tr("%n host(s) directly", nullptr, int(hosts.size()));
    if (m_use.choice.allowDirect)
        parts << tr("directly if need be");
    return parts.isEmpty() ? tr("only through it") : parts.join(u", "_s);
}

void ProxyMenu::askBypass()
{
    auto *dialog = new BypassDialog(m_use.choice.bypass, parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_use.choice.bypass = dialog->bypass();
        Q_EMIT changed();
    });
    dialog->open();
}

} // namespace linnet::gui
