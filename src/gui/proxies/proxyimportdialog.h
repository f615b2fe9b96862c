// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/list/proxylist.h"

#include <QDialog>
#include <QFutureWatcher>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace linnet::gui {

/// Shows what a list of proxies would bring, and what in it cannot be read, before it is taken. Reading goes
/// on in another thread; nothing can be taken until it is done.
class ProxyImportDialog : public QDialog
{
    Q_OBJECT

public:
    ProxyImportDialog(QByteArray bytes, const QString &name, proxies::ProxyScheme fallback, QWidget *parent);

    /// For a list that is typed or pasted in the dialog.
    ProxyImportDialog(proxies::ProxyScheme fallback, QWidget *parent);
    /// Of a file; the scheme that its name tells, else fallback. Reason::Io when it cannot be read.
    static Result<ProxyImportDialog *> ofFile(const QString &path, proxies::ProxyScheme fallback,
                                              QWidget *parent);

    const proxies::ProxyList &list() const { return m_list; }
    proxies::ProxyScheme fallback() const; ///< as chosen

private:
    void read();
    void showList(const proxies::ProxyList &list);
    void addRow(const QString &place, const QString &what, const QString &remark, bool bad);

    QByteArray m_bytes;
    QVBoxLayout *m_layout;
    proxies::ProxyList m_list;
    QComboBox *m_kind;
    QLabel *m_counts;
    QTableWidget *m_table;
    QPushButton *m_take;
    QFutureWatcher<proxies::ProxyList> m_reading;
};

} // namespace linnet::gui
