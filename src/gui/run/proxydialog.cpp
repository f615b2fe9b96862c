// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/proxydialog.h"

#include "gui/look/style.h"
#include "gui/widgets/dialogsize.h"
#include "proxies/list/proxyline.h"
#include "session/proxybook.h"

#include <QCheckBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int ProxyDialogWidth = 480;
constexpr qsizetype MostOffered = 2000;

QStringList addressesOf(const session::ProxyBook &book)
{
    QStringList addresses;
    for (const proxies::KeptList &list : book.lists()) {
        for (const proxies::KeptProxy &kept : list.proxies) {
            if (kept.proxy.isSupported() && addresses.size() < MostOffered)
                addresses << kept.proxy.address();
        }
    }
    addresses.removeDuplicates();
    return addresses;
}

/// The proxy of the lists with this address, when there is just one: it may have a login.
const proxies::KeptProxy *keptAt(const session::ProxyBook &book, const QString &address)
{
    const proxies::KeptProxy *found = nullptr;
    for (const proxies::KeptList &list : book.lists()) {
        for (const proxies::KeptProxy &kept : list.proxies) {
            if (kept.proxy.address() != address)
                continue;
            if (found && found->key != kept.key)
                return nullptr;
            found = &kept;
        }
    }
    return found;
}

} // namespace

ProxyDialog::ProxyDialog(const session::ProxyBook &book, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_address(new QLineEdit(this))
    , m_mine(new QCheckBox(tr("It is &my own: tokens, cookies and logins may go through it"), this))
    , m_remark(new QLabel(this))
{
    setWindowTitle(tr("One proxy"));
    auto *label = new QLabel(tr("&Address of the proxy:"), this);
    label->setBuddy(m_address);
    m_address->setObjectName(u"proxyEdit"_s);
    m_address->setPlaceholderText(tr("host:port, socks5://host:port, user:password@host:port …"));
    auto *completer = new QCompleter(addressesOf(book), this);
    completer->setFilterMode(Qt::MatchContains);
    m_address->setCompleter(completer);
    m_mine->setObjectName(u"mineCheck"_s);
    m_remark->setWordWrap(true);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_take = buttons->addButton(tr("Take it"), QDialogButtonBox::AcceptRole);
    m_take->setDefault(true);
    setPrimary(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_address);
    layout->addWidget(m_mine);
    layout->addWidget(m_remark);
    layout->addWidget(buttons);
    connect(m_address, &QLineEdit::textChanged, this, &ProxyDialog::read);
    connect(m_mine, &QCheckBox::toggled, this, [this](bool mine) { m_proxy.mine = mine; });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_remark->setText(u"\n\n"_s);
    fitToTexts(*this, ProxyDialogWidth);
    read();
}

void ProxyDialog::read()
{
    const proxies::LineReading reading =
        proxies::readProxyLine(m_address->text().trimmed(), proxies::ProxyScheme::Http);
    const bool isOne = reading.fault == proxies::LineFault::None && reading.proxies.size() == 1;
    if (isOne) {
        m_proxy = reading.proxies.first();
        const proxies::KeptProxy *kept = m_proxy.hasLogin() ? nullptr : keptAt(m_book, m_proxy.address());
        if (kept) {
            m_proxy = kept->proxy;
            m_mine->setChecked(kept->proxy.mine);
        }
        m_proxy.mine = m_mine->isChecked();
    }
    m_take->setEnabled(isOne && m_proxy.isSupported());
    if (m_address->text().trimmed().isEmpty())
        m_remark->setText(tr("A proxy without a scheme is taken for HTTP."));
    else if (!isOne)
        m_remark->setText(reading.proxies.size() > 1 ? tr("Only one proxy can be taken here.")
                                                     : proxies::faultText(reading.fault));
    else if (!m_proxy.isSupported())
        m_remark->setText(tr("Proxies of this kind are not supported; take one with HTTP or SOCKS5."));
    else
        m_remark->setText(m_proxy.hasLogin()
                              ? tr("%1, with a login, which is kept in the keychain.").arg(m_proxy.address())
                              : m_proxy.address());
}

} // namespace linnet::gui
