// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/proxies/proxyedits.h"
#include "gui/run/proxyuse.h"
#include "gui/widgets/banner.h"
#include "jobs/proxychoice.h"

#include <QSet>

namespace linnet::gui {

class ProxyImportDialog;

/// What can be done with a kept list of proxies: what comes in, what changes, what goes out. Asks in dialogs
/// over the widget that it belongs to. Changes can be taken back, the last one first.
class ProxyListActions : public QObject
{
    Q_OBJECT

public:
    /// book outlives this object; parent: of the dialogs.
    ProxyListActions(session::ProxyBook &book, QWidget *parent);

    /// "" = a new list, which is kept once something is added.
    void setList(const QString &listId);
    const QString &list() const { return m_id; }

    void typeProxies();
    void askFile();
    /// Shows what a file holds and takes it when the user says so.
    void openFile(const QString &path);
    void askAddress();
    void readAddress(const QUrl &url);
    void readAgain(const proxies::ListSource &source);
    bool isReading(const proxies::ListSource &source) const;

    /// Proxies are named by their keys, as KeptProxy has them.
    void switchOn(const QSet<QString> &keys, bool on);
    void setMine(const QSet<QString> &keys, bool mine);
    void setAllMine(bool mine);
    void removeProxies(const QSet<QString> &keys);
    void removeSource(int source); ///< with its proxies
    void setUse(const jobs::ProxyChoice &use);
    void askName();
    void removeList();

    void askExport(bool withLogins);
    Result<void> exportTo(const QString &path, bool withLogins) const;
    void undo() { m_edits.undo(); }

Q_SIGNALS:
    /// Another list is the one in hand: it was made by adding to a new one, came back, or "" when it was
    /// deleted.
    void listChanged(const QString &listId);
    /// undo: on the button that takes back the last change; "" = there is none.
    void said(linnet::gui::Banner::Tone tone, const QString &text, const QString &undo);
    void written(const QString &path); ///< as people of this system write it

private:
    static QString wasRead(const QUrl &url);
    QString undoText() const;
    void connectBook();
    void import(ProxyImportDialog *dialog, proxies::ListSource source);
    void fill(const QString &what, const ProxyEdits::Act &act, qsizetype more);
    QWidget *window() const;

    session::ProxyBook &m_book;
    ProxyEdits m_edits;
    QString m_id;
    QString m_adding; ///< a new list that is in hand once it is there
};

} // namespace linnet::gui
