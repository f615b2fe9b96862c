// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace linnet::gui {

/// Asks for the hosts that are to be asked directly, past the proxies; names what cannot be read.
class BypassDialog : public QDialog
{
    Q_OBJECT

public:
    explicit BypassDialog(const QString &bypass, QWidget *parent = nullptr);

    /// As net::NoProxyList reads it, on one line.
    QString bypass() const;

private:
    void read();

    QPlainTextEdit *m_hosts;
    QLabel *m_remark;
    QPushButton *m_take;
};

} // namespace linnet::gui
