// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/proxy.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace linnet::session {
class ProxyBook;
}

namespace linnet::gui {

/// Asks for one proxy: a new one, or one of the lists that are kept.
class ProxyDialog : public QDialog
{
    Q_OBJECT

public:
    /// book outlives the dialog.
    explicit ProxyDialog(const session::ProxyBook &book, QWidget *parent = nullptr);

    /// Once accepted.
    const proxies::Proxy &proxy() const { return m_proxy; }

private:
    void read();

    const session::ProxyBook &m_book;
    proxies::Proxy m_proxy;
    QLineEdit *m_address;
    QCheckBox *m_mine;
    QLabel *m_remark;
    QPushButton *m_take;
};

} // namespace linnet::gui
