// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxylistspage.h"

#include "base/errortext.h"
#include "gui/look/icons.h"
#include "gui/proxies/proxyimportdialog.h"
#include "gui/widgets/banner.h"
#include "models/proxies/poolwords.h"
#include "proxies/list/proxylistparser.h"
#include "session/access.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QSaveFile>
#include <QTableView>
#include <QToolButton>

/// What can be done on the page of a list: what comes in, what changes, what goes out.
namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using proxies::KeptList;
using proxies::ListSource;

namespace {

QInputDialog *askText(QWidget *parent, const QString &title, const QString &label, const QString &text)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(text);
    dialog->resize(460, 120);
    dialog->open();
    return dialog;
}

} // namespace

void ProxyListsPage::connectBook()
{
    connect(&m_book, &session::ProxyBook::changed, this, [this] {
        if (!m_id.isEmpty() && !m_book.list(m_id))
            m_id.clear();
        showBook();
    });
    connect(&m_services.session.network(), &session::NetworkControl::poolChanged, this,
            &ProxyListsPage::showView);
    connect(&m_edits, &ProxyEdits::done, this, [this](const QString &listId, const QString &what) {
        if (listId == m_adding) {
            m_adding.clear();
            showList(listId);
            Q_EMIT shown(m_id);
        }
        if (!what.isEmpty())
            say(int(Banner::Tone::Info), what, true);
    });
    connect(&m_edits, &ProxyEdits::undone, this, [this](const QString &listId) {
        showList(listId);
        say(int(Banner::Tone::Info), tr("Taken back."), m_edits.canUndo());
        Q_EMIT shown(m_id);
    });
    connect(m_notice, &Banner::actionClicked, this, [this] { m_edits.undo(); });
    connect(&m_book, &session::ProxyBook::refreshed, this,
            [this](const QString &listId, const QUrl &url, const Result<KeptList::Taken> &taken) {
                if (listId != m_id)
                    return;
                const QString place = url.toDisplayString(QUrl::RemoveUserInfo);
                if (taken)
                    say(int(Banner::Tone::Info),
                        tr("%1 was read: %n new", nullptr, taken->added).arg(place) + u", "_s +
                            tr("%n gone", nullptr, taken->gone) + u'.',
                        true);
                else
                    say(int(Banner::Tone::Warning),
                        tr("%1 could not be read: %2").arg(place, ErrorText::sentence(taken.error())), false);
            });
    connect(&m_book, &session::ProxyBook::keptForNow, this, [this](const QString &, const Error &error) {
        say(int(Banner::Tone::Warning),
            tr("The keychain cannot be used (%1): logins of these proxies are known until Linnet is closed, "
               "and must be given again then.")
                .arg(error.detail),
            m_edits.canUndo());
    });
    connect(&m_book, &session::ProxyBook::failed, this, [this](const Error &error) {
        say(int(Banner::Tone::Bad), tr("The list could not be stored: %1").arg(ErrorText::sentence(error)),
            false);
    });
}

void ProxyListsPage::fillAddMenu(QMenu &menu)
{
    menu.addAction(tr("Type or paste…"), this, &ProxyListsPage::typeProxies);
    menu.addAction(lineIcon("open"_L1), tr("From a file…"), this, [this] {
        auto *dialog = new QFileDialog(this, tr("Proxies from a file"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({tr("Lists (*.txt *.csv *.json *.lst *.html)"), tr("All files (*)")});
        connect(dialog, &QFileDialog::fileSelected, this, &ProxyListsPage::openFile);
        dialog->open();
    });
    menu.addAction(lineIcon("links"_L1), tr("From a web address…"), this, &ProxyListsPage::askAddress);
}

void ProxyListsPage::fillMoreMenu()
{
    QMenu *menu = m_more->menu();
    menu->addAction(tr("Choose those that failed the last test"), this, &ProxyListsPage::chooseFailed);
    menu->addSeparator();
    menu->addAction(tr("Rename…"), this, &ProxyListsPage::askName);
    menu->addSeparator();
    menu->addAction(lineIcon("export"_L1), tr("Export without logins…"), this, [this] { askExport(false); });
    menu->addAction(tr("Export with logins…"), this, [this] { askExport(true); });
    menu->addSeparator();
    menu->addAction(lineIcon("trash"_L1), tr("Delete the list"), this, &ProxyListsPage::removeList);
}

void ProxyListsPage::fillSources()
{
    QMenu *menu = m_sources->menu();
    menu->clear();
    const KeptList *list = m_book.list(m_id);
    for (const ListSource &source : list->sources) {
        QMenu *entry = menu->addMenu(models::PoolWords::source(*list, source));
        entry->setToolTipsVisible(true);
        if (source.kind == ListSource::Kind::Web) {
            const QUrl url(source.name, QUrl::StrictMode);
            QAction *read =
                entry->addAction(lineIcon("retry"_L1), tr("Read again"), this, [this, url, source] {
                    m_edits.remember(m_id);
                    m_book.read(m_id, url, source.fallback);
                });
            read->setEnabled(!m_book.isReading(m_id, url));
        }
        entry->addAction(lineIcon("trash"_L1), tr("Remove its proxies"), this, [this, id = source.id] {
            m_edits.change(m_id, tr("A source was removed with its proxies."),
                           [id](KeptList &changed) { changed.removeSource(id); });
        });
    }
}

/// Changes the shown list; a new one is kept and shown from now on.
void ProxyListsPage::fill(const QString &what, const ProxyEdits::Act &act, qsizetype more)
{
    if (!m_id.isEmpty()) {
        m_edits.change(m_id, what, act, more);
        return;
    }
    const KeptList list =
        session::ProxyBook::newList(tr("List %1", "of proxies, numbered").arg(m_book.lists().size() + 1));
    m_adding = list.id;
    m_edits.add(list, what, act, more);
}

void ProxyListsPage::import(ProxyImportDialog *dialog, ListSource source)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, source]() mutable {
        source.fallback = dialog->fallback();
        source.readAt = QDateTime::currentDateTimeUtc();
        const proxies::ProxyList read = dialog->list();
        fill(
            tr("%n proxy(s) were taken.", nullptr, int(read.entries.size())),
            [source, read](KeptList &list) { list.take(source, read); }, read.entries.size());
    });
    dialog->open();
}

void ProxyListsPage::typeProxies()
{
    import(new ProxyImportDialog(proxies::ProxyScheme::Http, this), {});
}

void ProxyListsPage::openFile(const QString &path)
{
    const Result<ProxyImportDialog *> dialog =
        ProxyImportDialog::ofFile(path, proxies::ProxyScheme::Http, this);
    if (!dialog) {
        say(int(Banner::Tone::Warning),
            tr("%1 could not be read: %2").arg(QDir::toNativeSeparators(path), dialog.error().detail), false);
        return;
    }
    ListSource source;
    source.kind = ListSource::Kind::File;
    source.name = QFileInfo(path).fileName();
    import(*dialog, source);
}

void ProxyListsPage::askAddress()
{
    QInputDialog *dialog = askText(this, tr("Proxies from a web address"),
                                   tr("Address of a list or of a page with one:"), u"https://"_s);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this](const QString &text) { readAddress(QUrl(text.trimmed(), QUrl::StrictMode)); });
}

void ProxyListsPage::readAddress(const QUrl &url)
{
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty()) {
        say(int(Banner::Tone::Warning), ErrorText::sentence({Reason::BadUrl, 0, url.toDisplayString()}),
            false);
        return;
    }
    if (m_id.isEmpty()) {
        KeptList list = session::ProxyBook::newList(url.host());
        m_edits.remember(list.id);
        m_book.put(list);
        showList(list.id);
        Q_EMIT shown(m_id);
    } else {
        m_edits.remember(m_id);
    }
    const auto scheme =
        proxies::ProxyListParser::schemeOfName(url.path()).value_or(proxies::ProxyScheme::Http);
    say(int(Banner::Tone::Info), tr("%1 is being read…").arg(url.toDisplayString(QUrl::RemoveUserInfo)),
        false);
    m_book.read(m_id, url, scheme);
}

void ProxyListsPage::setEnabled(const QSet<QString> &keys, bool enabled)
{
    const int count = int(keys.size());
    m_edits.change(m_id,
                   enabled ? tr("%n proxy(s) switched on.", nullptr, count)
                           : tr("%n proxy(s) switched off.", nullptr, count),
                   [keys, enabled](KeptList &list) { list.setEnabled(keys, enabled); });
}

void ProxyListsPage::setMine(const QSet<QString> &keys, bool mine)
{
    const int count = int(keys.size());
    m_edits.setMine(m_id, keys, mine,
                    mine ? tr("%n proxy(s) are your own: tokens and logins may go through.", nullptr, count)
                         : tr("%n proxy(s) are not your own.", nullptr, count));
}

void ProxyListsPage::removeProxies(const QSet<QString> &keys)
{
    if (!keys.isEmpty())
        m_edits.change(m_id, tr("%n proxy(s) removed.", nullptr, int(keys.size())),
                       [keys](KeptList &list) { list.remove(keys); });
}

void ProxyListsPage::chooseFailed()
{
    QItemSelection failed;
    const auto hasFailed = [this](int row) {
        const QString &status = m_model.proxyAt(row).verdict.status;
        return !status.isEmpty() && status != "alive"_L1;
    };
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const int first = row;
        while (row < m_model.rowCount() && hasFailed(row))
            ++row;
        if (row > first)
            failed.append(QItemSelectionRange(m_model.index(first, 0), m_model.index(row - 1, 0)));
    }
    m_table->selectionModel()->select(failed,
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->setFocus(Qt::OtherFocusReason);
    if (failed.isEmpty())
        say(int(Banner::Tone::Info), tr("None has failed a test. Press Test to test them."), false);
}

void ProxyListsPage::removeList()
{
    const KeptList *list = m_book.list(m_id);
    if (!list)
        return;
    const QString what = tr("The list “%1” was deleted.").arg(list->name);
    m_edits.remove(m_id, what);
    Q_EMIT shown(m_id);
}

void ProxyListsPage::askName()
{
    const KeptList *list = m_book.list(m_id);
    QInputDialog *dialog = askText(this, tr("Rename the list"), tr("Name of the list:"), list->name);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        if (!name.trimmed().isEmpty())
            m_edits.change(m_id, tr("Renamed."),
                           [name = name.trimmed()](KeptList &changed) { changed.name = name; });
    });
}

void ProxyListsPage::askExport(bool withLogins)
{
    auto *dialog = new QFileDialog(this, withLogins ? tr("Export with logins, readable for everybody who has "
                                                         "the file")
                                                    : tr("Export without logins"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->setNameFilters({tr("Lists (*.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, withLogins](const QString &path) {
        const QString shownPath = QDir::toNativeSeparators(path);
        if (const Result<void> written = exportTo(path, withLogins); written)
            Q_EMIT message(tr("Written: %1").arg(shownPath));
        else
            say(int(Banner::Tone::Bad), tr("%1 cannot be written: %2").arg(shownPath, written.error().detail),
                false);
    });
    dialog->open();
}

Result<void> ProxyListsPage::exportTo(const QString &path, bool withLogins) const
{
    const KeptList *list = m_book.list(m_id);
    QSaveFile file(path);
    const QByteArray lines = list ? list->lines(withLogins) : QByteArray();
    const bool opened = file.open(QIODevice::WriteOnly);
    if (opened && withLogins)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!opened || file.write(lines) != lines.size() || !file.commit())
        return fail(Reason::Io, file.errorString());
    return {};
}

void ProxyListsPage::test()
{
    const KeptList *list = m_book.list(m_id);
    if (!list)
        return;
    const QSet<QString> keys = chosen();
    QList<proxies::Proxy> tested;
    for (const proxies::KeptProxy &kept : list->proxies) {
        if (keys.isEmpty() ? kept.enabled : keys.contains(kept.key))
            tested.append(kept.proxy);
    }
    Q_EMIT testRequested(tested);
}

} // namespace linnet::gui
