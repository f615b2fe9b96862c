// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/completenessview.h"
#include "gui/crawl/crawlpage.h"
#include "gui/crawl/viewlist.h"
#include "gui/crawlsite.h"
#include "gui/proxies/proxylistspage.h"
#include "gui/shell/taskkinds.h"
#include "gui/table/resultspane.h"
#include "gui/windowrig.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The language changes while the pages of the tasks stand: every text is then as in a page that was made in
/// the other language.
class TestPageLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data();
    void pages();
    void proxyLists();
    void crawlThatIsShown();
};

namespace {

/// The window and all pages hear of it in the event loop.
void speakRussian(WindowRig &rig)
{
    rig.setLanguage(u"ru"_s);
    QCoreApplication::sendPostedEvents();
}

void addText(QStringList &into, const QObject &of, const QString &what, const QString &text)
{
    if (!text.isEmpty())
        into << u"%1 %2 %3: %4"_s.arg(QLatin1StringView(of.metaObject()->className()), of.objectName(), what,
                                      text);
}

void addModel(QStringList &into, const QObject &of, const QAbstractItemModel *model, bool withHeader)
{
    if (!model)
        return;
    for (int column = 0; withHeader && column < model->columnCount(); ++column)
        addText(into, of, u"header"_s, model->headerData(column, Qt::Horizontal).toString());
    for (int row = 0; row < model->rowCount(); ++row)
        addText(into, of, u"row"_s, model->index(row, 0).data().toString());
}

/// Every text that a person may see or hear of a widget and of what is in it, tables of rows excepted.
QStringList textsOf(const QWidget &root)
{
    QStringList texts;
    QList<const QWidget *> widgets{&root};
    for (qsizetype i = 0; i < widgets.size(); ++i) {
        const QWidget &widget = *widgets[i];
        if (qobject_cast<const ResultsPane *>(&widget) || widget.objectName().startsWith("Scroll"_L1))
            continue; // the table is looked at by its own tests; Qt names the arrows of a tab bar once
        addText(texts, widget, u"tip"_s, widget.toolTip());
        addText(texts, widget, u"name"_s, widget.accessibleName());
        if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
            addText(texts, widget, u"text"_s, label->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
            addText(texts, widget, u"text"_s, button->text());
        } else if (const auto *edit = qobject_cast<const QLineEdit *>(&widget)) {
            addText(texts, widget, u"hint"_s, edit->placeholderText());
        } else if (const auto *plain = qobject_cast<const QPlainTextEdit *>(&widget)) {
            addText(texts, widget, u"hint"_s, plain->placeholderText());
        } else if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
            addText(texts, widget, u"chosen"_s, box->currentText());
            addModel(texts, widget, box->model(), false);
        } else if (const auto *spin = qobject_cast<const QSpinBox *>(&widget)) {
            addText(texts, widget, u"spin"_s,
                    spin->prefix() + u'|' + spin->suffix() + u'|' + spin->specialValueText());
        } else if (const auto *table = qobject_cast<const QTableView *>(&widget)) {
            addModel(texts, widget, table->model(), true);
        } else if (const auto *list = qobject_cast<const QListView *>(&widget)) {
            addModel(texts, widget, list->model(), false);
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                addText(texts, widget, u"tab"_s, tabs->tabText(tab));
        }
        for (const QAction *action : widget.actions()) {
            addText(texts, widget, u"action"_s, action->text());
            addText(texts, widget, u"action tip"_s, action->toolTip());
        }
        for (const QObject *child : widget.children()) {
            if (const auto *inner = qobject_cast<const QWidget *>(child);
                inner && !inner->inherits("QComboBoxPrivateContainer"))
                widgets << inner;
        }
    }
    texts.sort();
    return texts;
}

QString firstDifference(const QStringList &one, const QStringList &other)
{
    QStringList result;
    for (const QString &text : one) {
        if (!other.contains(text))
            result << u"- "_s + text;
    }
    for (const QString &text : other) {
        if (!one.contains(text))
            result << u"+ "_s + text;
    }
    return result.join(u'\n');
}

} // namespace

void TestPageLanguage::pages_data()
{
    QTest::addColumn<int>("kind");
    for (int i = 0; i < taskKinds().size(); ++i)
        QTest::newRow(qPrintable(taskKinds()[i].id)) << i;
}

void TestPageLanguage::pages()
{
    QFETCH(const int, kind);
    WindowRig rig;
    const std::unique_ptr<RunPage> page(taskKinds()[kind].makePage(rig.services(), nullptr));
    const QStringList before = textsOf(*page);
    QVERIFY(before.size() > 20);
    speakRussian(rig);
    const std::unique_ptr<RunPage> fresh(taskKinds()[kind].makePage(rig.services(), nullptr));
    QTRY_VERIFY2(textsOf(*page) == textsOf(*fresh),
                 qPrintable(firstDifference(textsOf(*page), textsOf(*fresh))));
    QVERIFY(textsOf(*page) != before);
}

void TestPageLanguage::proxyLists()
{
    WindowRig rig;
    proxies::KeptList list = session::ProxyBook::newList(u"Office"_s);
    proxies::ProxyList some;
    some.add({.host = u"10.0.0.1"_s, .port = 80, .user = {}, .password = {}}, 1);
    list.take({}, some);
    rig.access().proxyBook().put(list);
    ProxyListsPage page(rig.services());
    page.showList(list.id);
    speakRussian(rig);
    ProxyListsPage fresh(rig.services());
    fresh.showList(list.id);
    QTRY_VERIFY2(textsOf(page) == textsOf(fresh), qPrintable(firstDifference(textsOf(page), textsOf(fresh))));
}

void TestPageLanguage::crawlThatIsShown()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().openNew());
    const store::RunId run = CrawlSite::add(rig.session());
    Workspace &workspace = rig.window().workspace();
    auto &page = *qobject_cast<CrawlPage *>(workspace.task(u"crawl"_s));
    QTRY_VERIFY_WITH_TIMEOUT((workspace.showRun(run), page.run() == run), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(page.overview().isKnown(), 20'000);
    auto *bar = page.results().findChild<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
    QTRY_COMPARE(bar->tabText(1), u"Links 9"_s);
    const auto *findings = page.findChild<ViewList *>()->findChild<QListView *>();
    const QString first = findings->model()->index(0, 0).data().toString();
    speakRussian(rig);
    QTRY_COMPARE(bar->tabText(1), u"Ссылки 9"_s);
    QVERIFY(bar->tabText(2) != u"Is it complete?"_s && !bar->tabText(2).isEmpty());
    QVERIFY(findings->model()->index(0, 0).data().toString() != first);
    const QStringList complete = textsOf(*page.findChild<CompletenessView *>());
    QVERIFY2(!complete.join(u'\n').contains("Asked"_L1), qPrintable(complete.join(u'\n')));
}

QTEST_MAIN(TestPageLanguage)
#include "tst_pagelanguage.moc"
