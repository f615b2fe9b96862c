// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/proxylist.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace linnet::gui {

/// Shows what a list of proxies would bring, and what in it cannot be read, before it is taken.
class ProxyImportDialog : public QDialog
{
    Q_OBJECT

public:
    ProxyImportDialog(QByteArray bytes, const QString &name, proxies::ProxyScheme fallback, QWidget *parent);

    const proxies::ProxyList &list() const { return m_list; }

private:
    void read();
    void addRow(const QString &place, const QString &what, const QString &remark, bool bad);

    QByteArray m_bytes;
    proxies::ProxyList m_list;
    QComboBox *m_kind;
    QLabel *m_counts;
    QTableWidget *m_table;
    QPushButton *m_take;
};

} // namespace linnet::gui
