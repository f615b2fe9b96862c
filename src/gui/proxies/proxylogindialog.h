// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class ProxyLoginDialog;
}
namespace linnet::session {
class ProxyAccess;
}

namespace linnet::gui {

/// Asks for the login of a proxy. Closing it without one refuses.
class ProxyLoginDialog : public QDialog
{
    Q_OBJECT

public:
    /// proxies outlives the dialog; again: the login given before was wrong.
    ProxyLoginDialog(session::ProxyAccess &proxies, const QString &proxy, bool again,
                     QWidget *parent = nullptr);
    ~ProxyLoginDialog() override;

private:
    session::ProxyAccess &m_proxies;
    QString m_proxy;
    std::unique_ptr<Ui::ProxyLoginDialog> m_ui;
};

} // namespace linnet::gui
