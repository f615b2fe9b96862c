// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxylogindialog.h"

#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/widgets/dialogsize.h"
#include "session/proxyaccess.h"
#include "ui_proxylogindialog.h"

#include <QPushButton>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int DialogWidth = 460;

} // namespace

ProxyLoginDialog::ProxyLoginDialog(session::ProxyAccess &proxies, const QString &proxy, bool again,
                                   QWidget *parent)
    : QDialog(parent)
    , m_proxies(proxies)
    , m_proxy(proxy)
    , m_ui(std::make_unique<Ui::ProxyLoginDialog>())
{
    m_ui->setupUi(this);
    m_ui->introLabel->setText(
        tr("The proxy %1 lets requests through only with a login.").arg(proxy.section("://"_L1, -1)));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Palette::of(colors).bad);
    m_ui->wrongLabel->setPalette(colors);
    m_ui->wrongLabel->setVisible(again);
    m_ui->waitLabel->setForegroundRole(QPalette::PlaceholderText);
    QPushButton *ok = m_ui->buttons->button(QDialogButtonBox::Ok);
    setPrimary(ok);
    ok->setDefault(true);
    const auto showUsable = [this, ok] { ok->setEnabled(!m_ui->userEdit->text().trimmed().isEmpty()); };
    showUsable();
    connect(m_ui->userEdit, &QLineEdit::textChanged, this, showUsable);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] {
        m_proxies.give(m_proxy, m_ui->userEdit->text().trimmed(), m_ui->passwordEdit->text(),
                       m_ui->rememberCheck->isChecked());
    });
    connect(this, &QDialog::rejected, this, [this] { m_proxies.refuse(m_proxy); });
    fitToTexts(*this, DialogWidth);
}

ProxyLoginDialog::~ProxyLoginDialog() = default;

} // namespace linnet::gui
