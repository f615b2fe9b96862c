// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activity/activitypage.h"
#include "gui/activity/attemptswaterfall.h"
#include "gui/activity/problemspage.h"
#include "gui/care/cleardatadialog.h"
#include "gui/care/faultreportdialog.h"
#include "gui/choice/choicebox.h"
#include "gui/choice/tagsdialog.h"
#include "gui/crawl/completenessview.h"
#include "gui/crawl/crawlpage.h"
#include "gui/crawlsite.h"
#include "gui/insight/questiondialog.h"
#include "gui/insight/rulesdialog.h"
#include "gui/navigator/searchdialog.h"
#include "gui/project/owntablesdialog.h"
#include "gui/proxies/proxylistactions.h"
#include "gui/proxies/proxylogindialog.h"
#include "gui/run/bypassdialog.h"
#include "gui/run/importdialog.h"
#include "gui/run/proxydialog.h"
#include "gui/shell/aboutdialog.h"
#include "gui/shell/historydialog.h"
#include "gui/shell/keysdialog.h"
#include "gui/shell/licencesdialog.h"
#include "gui/shell/mainmenu.h"
#include "gui/shell/settingsdialog.h"
#include "gui/shell/startpage.h"
#include "gui/table/resultspane.h"
#include "gui/vacancies/queriesdialog.h"
#include "gui/vacancies/sourcetermsdialog.h"
#include "gui/vacancies/tokendialog.h"
#include "gui/vacancies/vacanciespage.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/listrow.h"
#include "gui/windowrig.h"
#include "proxies/list/proxylistparser.h"
#include "vacancies/search/sources.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSplitter>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// Every control of every page and dialog has a name that a screen reader can say, and every text goes
/// through the translator.
class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names();
    void texts();
    void longTexts();
    void keysAreUnique();
};

namespace {

/// Wraps every text that it is asked for.
class Brackets : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return u'⟦' + QString::fromUtf8(source) + u'⟧';
    }
    bool isEmpty() const override { return false; }
};

/// A language whose every text is a third longer, as German or Finnish are: what fits then fits in most.
class LongTexts : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        // In words, so that what wraps can wrap.
        QString more;
        while (more.size() < text.size() / 3)
            more += more.size() % 9 == 8 ? u' ' : u'ö';
        return u'⟦' + text + more + u'⟧';
    }
    bool isEmpty() const override { return false; }
};

/// Why not all of a text can be read; empty = it can, or the widget itself tells how it is cut.
QString clipped(const QWidget &widget)
{
    const auto *label = qobject_cast<const QLabel *>(&widget);
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    const QString text = label ? label->text() : button ? button->text() : QString();
    // These give way, and show all of their text beside the pointer.
    if (!text.contains(u'⟦') || widget.toolTip() == text || qobject_cast<const ElidedLabel *>(&widget) ||
        qobject_cast<const ListRow *>(&widget))
        return {};
    const QSize room = widget.size();
    const bool isWrapped = label && label->wordWrap();
    // A button may be flatter than its style would have it.
    const int height = isWrapped ? widget.heightForWidth(room.width()) : widget.fontMetrics().height();
    const QSize needed(isWrapped ? widget.minimumSizeHint().width() : widget.sizeHint().width(), height);
    if (room.width() >= needed.width() && room.height() >= needed.height())
        return {};
    return u"%1 x %2 for %3 x %4: %5"_s.arg(room.width())
        .arg(room.height())
        .arg(needed.width())
        .arg(needed.height())
        .arg(text);
}

/// A dialog that the window has opened; closed again.
void lookAtDialog(const QString &name, const std::function<void(const QString &, QWidget &)> &look)
{
    QDialog *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    QVERIFY2(dialog, qPrintable(name));
    look(name, *dialog);
    dialog->reject();
}

/// The pages of checks and proxies, and what their buttons open.
void visitChecksAndProxies(WindowRig &rig, const std::function<void(const QString &, QWidget &)> &look)
{
    Workspace &workspace = rig.window().workspace();
    for (const QString &kind : {u"checks"_s, u"proxies"_s}) {
        workspace.newTask(kind);
        if (auto *more = workspace.task(kind)->findChild<QAbstractButton *>(u"moreButton"_s))
            more->setChecked(true);
        look(kind, rig.window());
    }
    workspace.showLists(u"proxies"_s);
    look(u"no lists of proxies"_s, rig.window());
    proxies::KeptList list = session::ProxyBook::newList(u"⟦list⟧"_s);
    list.take({}, proxies::ProxyListParser::parse(u"10.0.0.1:80\nsocks5://10.0.0.2:1080"_s,
                                                  proxies::ProxyScheme::Http));
    rig.access().proxyBook().put(list);
    workspace.showLists(u"proxies"_s);
    look(u"lists of proxies"_s, rig.window());
    rig.proxyLists().actions().typeProxies();
    lookAtDialog(u"typing proxies"_s, look);
    ProxyDialog proxy(rig.access().proxyBook());
    proxy.show();
    look(u"one proxy"_s, proxy);
    BypassDialog bypass(u"*.example"_s);
    bypass.show();
    look(u"past the proxies"_s, bypass);
}

/// The page of a crawl, with the form unfolded and each of its tables.
void visitLinks(WindowRig &rig, const std::function<void(const QString &, QWidget &)> &look)
{
    Workspace &workspace = rig.window().workspace();
    workspace.newTask(u"crawl"_s);
    auto &page = *qobject_cast<CrawlPage *>(workspace.task(u"crawl"_s));
    page.findChild<QAbstractButton *>(u"moreButton"_s)->setChecked(true);
    look(u"links form"_s, rig.window());
    const store::RunId run = CrawlSite::add(rig.session());
    QTRY_VERIFY_WITH_TIMEOUT((workspace.showRun(run), page.run() == run), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(page.overview().isKnown(), 20'000);
    look(u"pages"_s, rig.window());
    page.results().showTable(table::linkSchema());
    look(u"links"_s, rig.window());
    page.results().showPage(page.findChild<CompletenessView *>());
    look(u"completeness"_s, rig.window());
}

/// Dialogs of projects, saved searches and questions.
void visitFurtherDialogs(WindowRig &rig, const std::function<void(const QString &, QDialog &)> &show)
{
    ProxyLoginDialog login(rig.access().proxies(), u"10.0.0.1:80"_s, true);
    show(u"login of a proxy"_s, login);
    QueriesDialog queries(rig.vacancies().values());
    show(u"list of searches"_s, queries);
    HistoryDialog history(rig.actions().history());
    show(u"history"_s, history);
    TagsDialog tags({u"⟦tag⟧"_s}, {{u"⟦tag⟧"_s, 2}}, 3);
    show(u"tags"_s, tags);
    OwnTablesDialog tables(rig.services(), table::vacancySchema());
    show(u"own tables"_s, tables);
    QuestionDialog question(table::vacancySchema(), {});
    show(u"question"_s, question);
    session::SavedSearch saved;
    saved.name = u"⟦search⟧"_s;
    SearchDialog search(saved, saved.name, {u"⟦folder⟧"_s}, {});
    show(u"saved search"_s, search);
    RulesDialog rules(rig.services(), {});
    show(u"rules"_s, rules);
    ClearDataDialog clear(rig.services());
    show(u"clear data"_s, clear);
    FaultReportDialog report(u"⟦report⟧"_s);
    show(u"report of a fault"_s, report);
}

/// The window with rows, and every dialog that it can open; each is looked at by `look`.
void visitEverything(WindowRig &rig, const std::function<void(const QString &, QWidget &)> &look)
{
    MainWindow &window = rig.window();
    look(u"start page"_s, window.workspace().startPage());
    rig.newSearch();
    rig.vacancies().findChild<QAbstractButton *>(u"moreButton"_s)->setChecked(true);
    look(u"search form"_s, window);
    window.startPractice();
    VacanciesValues values = rig.vacancies().values();
    values.pages = 1;
    values.details = false;
    rig.vacancies().setValues(values);
    rig.vacancies().start();
    QTRY_VERIFY_WITH_TIMEOUT(!rig.vacancies().isUnderWay(), 30'000);
    look(u"results"_s, window);
    rig.vacancies().results().pane()->openExport();
    lookAtDialog(u"export"_s, look);
    rig.vacancies().results().pane()->openColumns();
    lookAtDialog(u"columns"_s, look);
    window.workspace().showActivity();
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().activity().results().shown() > 0, 20'000);
    look(u"requests"_s, window);
    window.workspace().activity().results().showPage(
        window.workspace().activity().findChild<AttemptsWaterfall *>());
    look(u"waterfall"_s, window);
    window.workspace().showProblems();
    look(u"problems"_s, window.workspace().problems());
    visitChecksAndProxies(rig, look);
    visitLinks(rig, look);
    for (ChoiceBox *box : window.findChildren<ChoiceBox *>()) {
        box->showPopup();
        look(u"choices of "_s + box->objectName(), *box->findChild<QFrame *>());
        box->hidePopup();
    }
    const auto show = [&look](const QString &name, QDialog &dialog) {
        dialog.show();
        look(name, dialog);
    };
    TokenDialog token(rig.session(), rig.access(), *vacancies::sourceById(u"hh"));
    show(u"token"_s, token);
    SettingsDialog settings(rig.services());
    show(u"settings"_s, settings);
    SourceTermsDialog terms(*vacancies::sourceById(u"hh"));
    show(u"terms"_s, terms);
    KeysDialog keys(rig.actions());
    show(u"keys"_s, keys);
    QFile own(rig.path(u"own.csv"_s));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write("vacancy;pay;other\nA;a lot;x\n");
    own.close();
    imports::ImportSpec import;
    import.files = {*imports::ImportSpec::File::of(own.fileName())};
    ImportDialog importing(import, imports::ImportPreview::of(own.fileName(), nullptr, {}));
    show(u"import"_s, importing);
    AboutDialog about;
    show(u"about"_s, about);
    LicencesDialog licences;
    show(u"licences"_s, licences);
    visitFurtherDialogs(rig, show);
}

/// Lists of names that no language has words for: currencies, encodings.
const QStringList NamesOfTheWorld{u"currencyBox"_s, u"importEncoding"_s};

bool isInternal(const QWidget &widget)
{
    return widget.objectName().startsWith("qt_"_L1) || qobject_cast<const QMenu *>(&widget) ||
           widget.inherits("QSplitterHandle") || widget.inherits("QComboBoxPrivateContainer") ||
           widget.inherits("QLineEditIconButton") ||
           qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
}

/// What stands in the program as data: names of products, addresses, codes, dates.
bool isData(const QString &text)
{
    static const QRegularExpression data(
        u"^(English|Русский|HTTP|Linnet/[0-9.]+|[0-9.]+ [(](build [0-9a-f+]+, )?Qt [0-9.]+[)]|https?://.*|[a-z.]+[.]example|<a href=\"https://[^>]*\">[^⟦<]*</a>|[^\\p{L}]*|.*[AP]M)$"_s);
    return data.match(text).hasMatch();
}

int translatedTexts = 0;

void collect(QStringList &into, const QString &where, const QString &text)
{
    translatedTexts += text.contains(u'⟦');
    if (!text.isEmpty() && !text.contains(u'⟦') && !isData(text))
        into << where + u": "_s + text;
}

} // namespace

void TestAccessibility::names()
{
    WindowRig rig;
    QStringList nameless;
    int looked = 0;
    visitEverything(rig, [&](const QString &where, QWidget &root) {
        QList<QWidget *> widgets = root.findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            // Buttons that the Tab key passes by are pressed by name all the same.
            const bool isUsed =
                (widget->focusPolicy() & Qt::TabFocus) || qobject_cast<QAbstractButton *>(widget);
            if (!isUsed || !widget->isVisible() || isInternal(*widget))
                continue;
            ++looked;
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
                nameless << u"%1: %2 \"%3\""_s.arg(
                    where, QLatin1StringView(widget->metaObject()->className()), widget->objectName());
        }
    });
    QVERIFY(looked > 60);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestAccessibility::texts()
{
    Brackets brackets;
    QStringList untranslated;
    {
        WindowRig rig;
        QCoreApplication::installTranslator(&brackets); // over the rig's own
        rig.makeWindow();
        rig.services().actions.retranslate();
        visitEverything(rig, [&](const QString &where, QWidget &root) {
            collect(untranslated, where, root.windowTitle().remove(u"Linnet"_s));
            for (QWidget *widget : root.findChildren<QWidget *>()) {
                if (isInternal(*widget) || !widget->isVisible())
                    continue;
                const QString place = where + u' ' + widget->objectName();
                collect(untranslated, place, widget->toolTip());
                collect(untranslated, place, widget->accessibleName());
                collect(untranslated, place, widget->windowTitle());
                if (const auto *label = qobject_cast<const QLabel *>(widget))
                    collect(untranslated, place, label->text());
                else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                    collect(untranslated, place, button->text());
                else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
                    collect(untranslated, place, edit->placeholderText());
                else if (const auto *box = qobject_cast<const QComboBox *>(widget);
                         box && !NamesOfTheWorld.contains(box->objectName()))
                    collect(untranslated, place, box->currentText());
            }
        });
        for (const QAction *action : rig.window().findChildren<QAction *>())
            collect(untranslated, u"action"_s, action->text());
    }
    QCoreApplication::removeTranslator(&brackets);
    untranslated.removeDuplicates();
    QVERIFY2(untranslated.isEmpty(), qPrintable(untranslated.join(u'\n')));
    QVERIFY(translatedTexts > 200);
}

/// No text is cut where the language needs a third more room.
void TestAccessibility::longTexts()
{
    LongTexts longer;
    QStringList cut;
    int looked = 0;
    {
        WindowRig rig;
        QCoreApplication::installTranslator(&longer); // over the rig's own
        rig.makeWindow();
        rig.services().actions.retranslate();
        visitEverything(rig, [&](const QString &where, QWidget &root) {
            for (int i = 0; i < 5; ++i) // layouts of layouts
                QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            for (const QWidget *widget : root.findChildren<QWidget *>()) {
                if (isInternal(*widget) || !widget->isVisible())
                    continue;
                ++looked;
                if (const QString why = clipped(*widget); !why.isEmpty())
                    cut << u"%1 %2 %3"_s.arg(where, widget->objectName(), why);
            }
        });
    }
    QCoreApplication::removeTranslator(&longer);
    cut.removeDuplicates();
    for (const QString &text : std::as_const(cut)) // a failure tells only the first of them
        qWarning("%s", qPrintable(text));
    QVERIFY2(cut.isEmpty(), qPrintable(cut.value(0)));
    QVERIFY(looked > 200);
}

void TestAccessibility::keysAreUnique()
{
    WindowRig rig;
    QHash<QString, QString> owners;
    for (const QMenu *menu : rig.window().findChildren<QMenu *>()) {
        for (const QAction *action : menu->actions()) {
            const QString key = action->shortcut().toString();
            if (key.isEmpty())
                continue;
            QVERIFY2(!owners.contains(key),
                     qPrintable(key + u": "_s + owners.value(key) + u", "_s + action->text()));
            owners.insert(key, action->text());
        }
    }
    for (const auto &key : {u"Ctrl+Q"_s, u"Ctrl+Shift+S"_s, u"Ctrl+,"_s, u"F5"_s, u"Shift+F5"_s, u"F6"_s,
                            u"Ctrl+F"_s, u"Ctrl+E"_s})
        QVERIFY2(owners.contains(key), qPrintable(key));
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
