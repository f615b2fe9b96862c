// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxylistactions.h"

#include "base/errortext.h"
#include "gui/look/textscale.h"
#include "gui/proxies/proxyimportdialog.h"
#include "gui/widgets/openaddress.h"
#include "proxies/list/proxylistparser.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QSaveFile>

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
    dialog->resize(scaled(QSize(460, 120)));
    dialog->open();
    return dialog;
}

} // namespace

ProxyListActions::ProxyListActions(session::ProxyBook &book, QWidget *parent)
    : QObject(parent)
    , m_book(book)
    , m_edits(book)
{
    connect(&m_edits, &ProxyEdits::done, this, [this](const QString &listId, const QString &what) {
        if (listId == m_adding) {
            m_adding.clear();
            setList(listId);
            Q_EMIT listChanged(m_id);
        }
        if (!what.isEmpty())
            Q_EMIT said(Banner::Tone::Info, what, tr("Undo"));
    });
    connect(&m_edits, &ProxyEdits::undone, this, [this](const QString &listId) {
        setList(listId);
        Q_EMIT listChanged(m_id);
        Q_EMIT said(Banner::Tone::Info, tr("Taken back."), undoText());
    });
    connectBook();
}

QString ProxyListActions::wasRead(const QUrl &url)
{
    return tr("%1 was read.").arg(url.toDisplayString(QUrl::RemoveUserInfo));
}

// Where something else is said, the button tells what it takes back.
QString ProxyListActions::undoText() const
{
    constexpr qsizetype Longest = 60;
    QString what = m_edits.undoable();
    if (what.endsWith(u'.'))
        what.chop(1);
    if (what.size() > Longest)
        what = what.first(Longest - 1) + u'…';
    return what.isEmpty() ? QString() : tr("Undo: %1").arg(what);
}

QWidget *ProxyListActions::window() const
{
    return static_cast<QWidget *>(parent());
}

void ProxyListActions::setList(const QString &listId)
{
    m_id = m_book.list(listId) ? listId : QString();
}

void ProxyListActions::connectBook()
{
    connect(&m_book, &session::ProxyBook::changed, this, [this] { setList(m_id); });
    connect(&m_book, &session::ProxyBook::refreshed, this,
            [this](const QString &listId, const QUrl &url, const Result<KeptList::Taken> &taken) {
                if (listId != m_id)
                    return;
                const QString place = url.toDisplayString(QUrl::RemoveUserInfo);
                if (taken)
                    Q_EMIT said(Banner::Tone::Info,
                                tr("%1 was read: %n new", nullptr, taken->added).arg(place) + u", "_s +
                                    tr("%n gone", nullptr, taken->gone) + u'.',
                                tr("Undo"));
                else
                    Q_EMIT said(Banner::Tone::Warning,
                                tr("%1 could not be read: %2").arg(place, ErrorText::sentence(taken.error())),
                                {});
            });
    connect(&m_book, &session::ProxyBook::keptForNow, this, [this](const QString &, const Error &error) {
        Q_EMIT said(
            Banner::Tone::Warning,
            tr("The keychain cannot be used (%1): logins of these proxies are known until Linnet is closed, "
               "and must be given again then.")
                .arg(error.detail),
            undoText());
    });
    connect(&m_book, &session::ProxyBook::failed, this, [this](const Error &error) {
        Q_EMIT said(Banner::Tone::Bad, tr("The list could not be stored: %1").arg(ErrorText::sentence(error)),
                    {});
    });
}

/// Changes the list in hand; a new one is kept and in hand from now on.
void ProxyListActions::fill(const QString &what, const ProxyEdits::Act &act, qsizetype more)
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

void ProxyListActions::import(ProxyImportDialog *dialog, ListSource source)
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

void ProxyListActions::typeProxies()
{
    import(new ProxyImportDialog(proxies::ProxyScheme::Http, window()), {});
}

void ProxyListActions::openFile(const QString &path)
{
    const Result<ProxyImportDialog *> dialog =
        ProxyImportDialog::ofFile(path, proxies::ProxyScheme::Http, window());
    if (!dialog) {
        Q_EMIT said(Banner::Tone::Warning,
                    tr("%1 could not be read: %2").arg(QDir::toNativeSeparators(path), dialog.error().detail),
                    {});
        return;
    }
    ListSource source;
    source.kind = ListSource::Kind::File;
    source.name = QFileInfo(path).fileName();
    import(*dialog, source);
}

void ProxyListActions::askFile()
{
    auto *dialog = new QFileDialog(window(), tr("Proxies from a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Lists (*.txt *.csv *.json *.lst *.html)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ProxyListActions::openFile);
    dialog->open();
}

void ProxyListActions::askAddress()
{
    QInputDialog *dialog = askText(window(), tr("Proxies from a web address"),
                                   tr("Address of a list or of a page with one:"), u"https://"_s);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this](const QString &text) { readAddress(QUrl(text.trimmed(), QUrl::StrictMode)); });
}

void ProxyListActions::readAddress(const QUrl &url)
{
    if (!canOpenAddress(url)) {
        Q_EMIT said(Banner::Tone::Warning, ErrorText::sentence({Reason::BadUrl, 0, url.toDisplayString()}),
                    {});
        return;
    }
    if (m_id.isEmpty()) {
        KeptList list = session::ProxyBook::newList(url.host());
        m_edits.remember(list.id, wasRead(url));
        m_book.put(list);
        setList(list.id);
        Q_EMIT listChanged(m_id);
    } else {
        m_edits.remember(m_id, wasRead(url));
    }
    const auto scheme =
        proxies::ProxyListParser::schemeOfName(url.path()).value_or(proxies::ProxyScheme::Http);
    Q_EMIT said(Banner::Tone::Info, tr("%1 is being read…").arg(url.toDisplayString(QUrl::RemoveUserInfo)),
                {});
    m_book.read(m_id, url, scheme);
}

bool ProxyListActions::isReading(const ListSource &source) const
{
    return m_book.isReading(m_id, QUrl(source.name, QUrl::StrictMode));
}

void ProxyListActions::readAgain(const ListSource &source)
{
    m_edits.remember(m_id, wasRead(QUrl(source.name, QUrl::StrictMode)));
    m_book.read(m_id, QUrl(source.name, QUrl::StrictMode), source.fallback);
}

void ProxyListActions::switchOn(const QSet<QString> &keys, bool on)
{
    const int count = int(keys.size());
    m_edits.change(m_id,
                   on ? tr("%n proxy(s) switched on.", nullptr, count)
                      : tr("%n proxy(s) switched off.", nullptr, count),
                   [keys, on](KeptList &list) { list.setEnabled(keys, on); });
}

void ProxyListActions::setAllMine(bool mine)
{
    m_edits.change(m_id, mine ? tr("All proxies of the list are your own.") : tr("None is your own."),
                   [mine](KeptList &list) {
                       list.mine = mine;
                       list.setAllMine(mine);
                   });
}

void ProxyListActions::setUse(const jobs::ProxyChoice &use)
{
    m_edits.change(m_id, tr("The use of the list changed."), [use](KeptList &list) {
        list.rotation = proxies::rotationByName(use.rotation).value_or(list.rotation);
        list.every = use.every;
        list.bypass = use.bypass;
        list.allowDirect = use.allowDirect;
    });
}

void ProxyListActions::removeSource(int source)
{
    m_edits.change(m_id, tr("A source was removed with its proxies."),
                   [source](KeptList &list) { list.removeSource(source); });
}

void ProxyListActions::setMine(const QSet<QString> &keys, bool mine)
{
    const int count = int(keys.size());
    m_edits.setMine(m_id, keys, mine,
                    mine ? tr("%n proxy(s) are your own: tokens and logins may go through.", nullptr, count)
                         : tr("%n proxy(s) are not your own.", nullptr, count));
}

void ProxyListActions::removeProxies(const QSet<QString> &keys)
{
    if (!keys.isEmpty())
        m_edits.change(m_id, tr("%n proxy(s) removed.", nullptr, int(keys.size())),
                       [keys](KeptList &list) { list.remove(keys); });
}

void ProxyListActions::removeList()
{
    const KeptList *list = m_book.list(m_id);
    if (!list)
        return;
    const QString what = tr("The list “%1” was deleted.").arg(list->name);
    m_edits.remove(m_id, what);
    Q_EMIT listChanged(m_id);
}

void ProxyListActions::askName()
{
    const KeptList *list = m_book.list(m_id);
    QInputDialog *dialog = askText(window(), tr("Rename the list"), tr("Name of the list:"), list->name);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        if (!name.trimmed().isEmpty())
            m_edits.change(m_id, tr("Renamed."),
                           [name = name.trimmed()](KeptList &changed) { changed.name = name; });
    });
}

void ProxyListActions::askExport(bool withLogins)
{
    auto *dialog =
        new QFileDialog(window(), withLogins ? tr("Export with logins, readable for everybody who has "
                                                  "the file")
                                             : tr("Export without logins"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->setNameFilters({tr("Lists (*.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, withLogins](const QString &path) {
        const QString shownPath = QDir::toNativeSeparators(path);
        if (const Result<void> written = exportTo(path, withLogins); written)
            Q_EMIT this->written(shownPath);
        else
            Q_EMIT said(Banner::Tone::Bad,
                        tr("%1 cannot be written: %2").arg(shownPath, written.error().detail), {});
    });
    dialog->open();
}

Result<void> ProxyListActions::exportTo(const QString &path, bool withLogins) const
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

} // namespace linnet::gui
