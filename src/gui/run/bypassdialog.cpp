// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/bypassdialog.h"

#include "gui/look/style.h"
#include "gui/widgets/dialogsize.h"
#include "net/proxy/noproxylist.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int DialogWidth = 480;
constexpr int Lines = 5;

} // namespace

BypassDialog::BypassDialog(const QString &bypass, QWidget *parent)
    : QDialog(parent)
    , m_hosts(new QPlainTextEdit(this))
    , m_remark(new QLabel(this))
{
    setWindowTitle(tr("Hosts asked directly"));
    auto *label = new QLabel(tr("&Hosts that see your own address, as the proxies are passed by:"), this);
    label->setBuddy(m_hosts);
    label->setWordWrap(true);
    m_hosts->setObjectName(u"bypassEdit"_s);
    m_hosts->setPlaceholderText(u"intranet.example\n.example.org\n192.168.1.7:8080\n10.0.0.0/8"_s);
    m_hosts->setTabChangesFocus(true);
    m_hosts->setFixedHeight(fontMetrics().lineSpacing() * Lines + 12);
    m_hosts->setPlainText(net::NoProxyList(bypass).entries().join(u'\n'));
    m_remark->setObjectName(u"bypassRemark"_s);
    m_remark->setWordWrap(true);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_take = buttons->addButton(tr("Take them"), QDialogButtonBox::AcceptRole);
    m_take->setDefault(true);
    setPrimary(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_hosts);
    layout->addWidget(m_remark);
    layout->addWidget(buttons);
    connect(m_hosts, &QPlainTextEdit::textChanged, this, &BypassDialog::read);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    read();
    fitToTexts(*this, DialogWidth);
}

QString BypassDialog::bypass() const
{
    return net::NoProxyList(m_hosts->toPlainText()).entries().join(u", "_s);
}

void BypassDialog::read()
{
    const net::NoProxyList hosts(m_hosts->toPlainText());
    m_take->setEnabled(hosts.problems().isEmpty());
    m_remark->setText(
        hosts.problems().isEmpty()
            ? tr("One a line: names with their subdomains, addresses, networks. When this is empty "
                 "everything goes through the proxies, addresses of this computer too.")
            : hosts.problems().mid(0, 3).join(u'\n'));
}

} // namespace linnet::gui
