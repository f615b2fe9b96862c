// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textfold.h"
#include "gui/help/helpbook.h"
#include "gui/help/helpdesk.h"
#include "gui/help/helpparts.h"
#include "gui/help/helptext.h"
#include "gui/help/helptopic.h"
#include "gui/help/helpwindow.h"
#include "gui/table/rowtableview.h"
#include "table/schema.h"
#include "windowrig.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QDirIterator>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTcpServer>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The built-in help: its pages in both languages, the window, and F1 as a user presses it.
class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void languagesAreAlike();
    void linksLead_data();
    void linksLead();
    void picturesAreThere();
    void picturesFitThePage();
    void picturesComeFromNowhereElse();
    void tellsEveryColumn();
    void searchKnowsForms();
    void topicsAreThere();
    void everyDialogHasATopic();
    void f1TellsOfThePage();
    void f1InADialog();
    void menuAndEscape();
    void searchMarksAndGoes();
    void backAndForward();
    void speaksTheOtherLanguage();
    void takesWebLinksOnly();
    void followsLook();
    void openUrl(const QUrl &url) { m_opened << url; } ///< in place of the browser

private:
    static QString none(const QString &) { return u"- x"_s; }
    /// The help of the window, once it is shown.
    static HelpWindow *shownHelp(const WindowRig &rig, const QString &topic);

    QList<QUrl> m_opened;
};

void TestHelp::initTestCase()
{
    QDesktopServices::setUrlHandler(u"http"_s, this, "openUrl");
    QDesktopServices::setUrlHandler(u"https"_s, this, "openUrl");
}

void TestHelp::cleanupTestCase()
{
    QDesktopServices::unsetUrlHandler(u"http"_s);
    QDesktopServices::unsetUrlHandler(u"https"_s);
}

HelpWindow *TestHelp::shownHelp(const WindowRig &rig, const QString &topic)
{
    const auto *desk = const_cast<WindowRig &>(rig).window().findChild<HelpDesk *>();
    const auto isThere = [&] {
        return desk->helpWindow() && desk->helpWindow()->isVisible() && desk->helpWindow()->topic() == topic;
    };
    if (!QTest::qWaitFor(isThere, 20'000)) {
        qWarning("The help shows %s",
                 desk->helpWindow() ? qPrintable(desk->helpWindow()->topic()) : "nothing");
        return nullptr;
    }
    return desk->helpWindow();
}

/// Same files, same headings, nothing empty, nothing that the contents do not have.
void TestHelp::languagesAreAlike()
{
    QCOMPARE(HelpBook::languages(), QStringList({u"en"_s, u"ru"_s}));
    const HelpBook english(u"en"_s, none);
    const HelpBook russian(u"ru"_s, none);
    QCOMPARE(english.pages().size(), size_t(HelpBook::ids().size()));
    QCOMPARE(russian.pages().size(), english.pages().size());
    for (size_t i = 0; i < english.pages().size(); ++i) {
        const HelpBook::Page &page = english.pages()[i];
        const HelpBook::Page &other = russian.pages()[i];
        QCOMPARE(other.id, page.id);
        QCOMPARE(other.anchors, page.anchors);
        QVERIFY2(!page.anchors.contains(QString()), qPrintable(page.id));
        QVERIFY2(page.title != other.title && !page.title.isEmpty(), qPrintable(page.id));
        QVERIFY2(page.words.size() >= 20 || page.id == "columns"_L1 || page.id == "keys"_L1,
                 qPrintable(page.id));
        static const QRegularExpression cyrillic(u"[а-яё]"_s);
        QVERIFY2(!page.markdown.contains(cyrillic) || page.id == "start"_L1, qPrintable(page.id));
        QVERIFY2(other.markdown.contains(cyrillic), qPrintable(page.id));
    }
    for (const QString &language : HelpBook::languages()) {
        const QDir folder(QStringLiteral(LINNET_SOURCE_DIR "/resources/help/") + language);
        QStringList files = folder.entryList(QDir::Files);
        QStringList expected = HelpBook::ids();
        expected.replaceInStrings(QRegularExpression(u"$"_s), u".md"_s);
        expected.sort();
        files.sort();
        QCOMPARE(files, expected);
    }
    // A language without help has the English one.
    QCOMPARE(HelpBook(u"de"_s, none).pages().front().title, english.pages().front().title);
}

void TestHelp::linksLead_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : HelpBook::languages())
        QTest::newRow(qPrintable(language)) << language;
}

void TestHelp::linksLead()
{
    QFETCH(QString, language);
    const HelpBook book(language, none);
    static const QRegularExpression link(u"(?<!!)\\[[^\\]]*\\]\\(([^)#]*)(?:#([^)]*))?\\)"_s);
    int links = 0;
    for (const HelpBook::Page &page : book.pages()) {
        for (auto found = link.globalMatch(page.markdown); found.hasNext(); ++links) {
            const auto match = found.next();
            const QString target = match.captured(1).isEmpty() ? page.id : match.captured(1).chopped(3);
            const HelpBook::Page *other = book.page(target);
            QVERIFY2(other && (match.captured(1).isEmpty() || match.captured(1).endsWith(u".md"_s)),
                     qPrintable(page.id + u": "_s + match.captured(0)));
            QVERIFY2(match.captured(2).isEmpty() || other->anchors.contains(match.captured(2)),
                     qPrintable(page.id + u": "_s + match.captured(0)));
        }
        QVERIFY2(!page.markdown.contains(u"{{"_s) && !page.markdown.contains(u"{#"_s), qPrintable(page.id));
    }
    QVERIFY2(links > 20, qPrintable(QString::number(links)));
}

/// Both languages have the same pictures at the same pages, each with words for who does not see it, and none
/// lies there that no page shows.
void TestHelp::picturesAreThere()
{
    QStringList pagesWithPicture;
    qint64 bytes = 0;
    for (const QString &language : HelpBook::languages()) {
        const HelpBook book(language, none);
        static const QRegularExpression picture(u"!\\[([^\\]]*)\\]\\(([^)]*)\\)"_s);
        QStringList named;
        for (const HelpBook::Page &page : book.pages()) {
            for (auto found = picture.globalMatch(page.markdown); found.hasNext();) {
                const auto match = found.next();
                QVERIFY2(match.captured(1).size() >= 30, qPrintable(match.captured(0)));
                QCOMPARE(match.captured(2), u"../pictures/%1/%2.png"_s.arg(language, page.id));
                named << page.id + u".png"_s;
                const QImage shown(QDir::cleanPath(page.folder + match.captured(2)));
                QVERIFY2(shown.width() > 300 && shown.height() > 150, qPrintable(match.captured(2)));
            }
        }
        const QDir folder(QStringLiteral(LINNET_SOURCE_DIR "/resources/help/pictures/") + language);
        for (const QFileInfo &file : folder.entryInfoList(QDir::Files))
            bytes += file.size();
        named.sort();
        QCOMPARE(folder.entryList(QDir::Files, QDir::Name), named);
        if (pagesWithPicture.isEmpty())
            pagesWithPicture = named;
        QCOMPARE(named, pagesWithPicture);
    }
    QVERIFY2(pagesWithPicture.size() >= 10 && pagesWithPicture.contains(u"graph.png"_s),
             qPrintable(pagesWithPicture.join(u' ')));
    QVERIFY2(bytes < 1'200'000, qPrintable(QString::number(bytes)));
}

/// As wide as the page at most, larger with larger letters, and with its words below it.
void TestHelp::picturesFitThePage()
{
    WindowRig rig;
    rig.actions().run(u"help.contents"_s);
    HelpWindow *help = shownHelp(rig, u"start"_s);
    QVERIFY(help);
    help->showTopic(u"graph"_s);
    const auto *page = help->findChild<QTextBrowser *>(u"helpPage"_s);
    const auto shown = [page]() -> QTextImageFormat {
        for (QTextBlock block = page->document()->begin(); block.isValid(); block = block.next()) {
            const auto part = block.begin();
            if (!part.atEnd() && part.fragment().charFormat().isImageFormat())
                return part.fragment().charFormat().toImageFormat();
        }
        return {};
    };
    const auto fits = [&] { return shown().width() <= page->viewport()->width() - 40; };
    const QString words = shown().stringProperty(QTextFormat::ImageAltText);
    QVERIFY(!words.isEmpty() && page->toPlainText().contains(words));
    help->resize(1300, 700);
    QTRY_VERIFY_WITH_TIMEOUT(page->viewport()->width() > 900 && fits(), 20'000);
    const QImage taken(u":/help/pictures/en/graph.png"_s);
    QTRY_COMPARE_WITH_TIMEOUT(qRound(shown().width()), taken.width(), 20'000);
    QCOMPARE(qRound(shown().height()), taken.height());
    help->resize(620, 500);
    QTRY_VERIFY_WITH_TIMEOUT(fits() && shown().width() < taken.width(), 20'000);
    QVERIFY(qAbs(shown().width() / shown().height() - double(taken.width()) / taken.height()) < 0.05);
    help->resize(1300, 700);
    rig.services().theme.setTextPercent(120);
    QTRY_VERIFY_WITH_TIMEOUT(shown().width() > taken.width() && fits(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(page->horizontalScrollBar()->maximum(), 0, 20'000);
}

/// Not from the network, and not from the disk.
void TestHelp::picturesComeFromNowhereElse()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString own = QDir::toNativeSeparators(QStringLiteral(LINNET_SOURCE_DIR "/docs/pictures/pay.png"));
    QVERIFY(QFile::exists(own));
    HelpText text;
    text.showPage(
        {.id = u"x"_s,
         .title = u"X"_s,
         .folder = u":/help/en/"_s,
         .markdown = u"# X\n\n![far](http://127.0.0.1:%1/x.png)\n\n![near](%2)\n"_s.arg(server.serverPort())
                         .arg(QUrl::fromLocalFile(own).toString()),
         .anchors = {},
         .words = {}});
    text.resize(400, 300);
    text.show();
    QVERIFY(QTest::qWaitForWindowExposed(&text));
    const QList<QUrl> others{QUrl(u"http://127.0.0.1:%1/x.png"_s.arg(server.serverPort())),
                             QUrl::fromLocalFile(own), QUrl(u"qrc:/icons/linnet.svg"_s)};
    for (const QUrl &other : others) {
        const QVariant got = text.document()->resource(QTextDocument::ImageResource, other);
        QVERIFY2(got.value<QImage>().size() == QSize(1, 1), qPrintable(other.toString()));
    }
    const QUrl ours(u"../pictures/en/graph.png"_s);
    QVERIFY(!text.document()->resource(QTextDocument::ImageResource, ours).value<QImage>().isNull());
    QVERIFY(!server.waitForNewConnection(200));
}

/// What the page of columns says comes from the tables themselves.
void TestHelp::tellsEveryColumn()
{
    QStringList asked;
    const HelpBook book(u"en"_s, [&asked](const QString &name) {
        asked << name;
        return name.startsWith("columns "_L1) ? helpColumns(name.section(u' ', 1)) : QString();
    });
    const QString text = book.page(u"columns"_s)->markdown;
    for (const table::Schema *schema : table::allSchemas()) {
        if (!asked.contains(u"columns "_s + schema->key))
            continue;
        for (const table::Column &column : schema->columns)
            QVERIFY2(text.contains(u'`' + column.key + u'`'), column.key.data());
    }
    for (const char *key :
         {"vacancies", "listings", "pages", "links", "hreflang", "checks", "proxies", "requests"}) {
        QVERIFY2(asked.contains(u"columns "_s + QLatin1StringView(key)), key);
        QVERIFY2(helpColumns(QLatin1StringView(key)).size() > 100, key);
    }
    QCOMPARE(helpColumns(u"nothing"_s), QString());
}

void TestHelp::searchKnowsForms()
{
    const HelpBook russian(u"ru"_s, none);
    QCOMPARE(russian.find(QString()), HelpBook::ids());
    QCOMPARE(russian.find(u"  — "_s), HelpBook::ids());
    // Any case, ё as е, other forms of a word, beginnings.
    QVERIFY(russian.find(u"ТОКЕН"_s).constFirst() == "tokens"_L1);
    QVERIFY(russian.find(u"токеном"_s).contains(u"tokens"_s));
    QVERIFY(russian.find(u"обхода"_s).contains(u"crawl"_s));
    QVERIFY(russian.find(u"зарплат"_s).constFirst() == "pay"_L1);
    QCOMPARE(russian.find(u"всё"_s), russian.find(u"ВСЕ"_s));
    QVERIFY(russian.find(u"robots.txt запись"_s).contains(u"limits"_s));
    QVERIFY(russian.find(u"абракадабра"_s).isEmpty());
    const HelpBook english(u"en"_s, none);
    QVERIFY(english.find(u"gephi"_s).contains(u"graph"_s));
    QVERIFY(english.find(u"exporting"_s).contains(u"exports"_s));
    // Addresses of links are nothing that is read.
    QVERIFY(english.find(u"md"_s).isEmpty());
    const std::vector<table::WordQuery> hits = HelpBook::hits(*english.page(u"tokens"_s), u"TOKEN"_s);
    QVERIFY(!hits.empty() && hits.front().matches(foldText(u"a token or tokens"_s)));
}

/// Each topic of a class is a page, and its heading one of that page.
void TestHelp::topicsAreThere()
{
    const HelpBook book(u"en"_s, none);
    QDirIterator files(QStringLiteral(LINNET_SOURCE_DIR "/src/gui"), {u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    int known = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression name(u"\nclass (\\w+)(?: final)? : "_s);
        const QString source = QString::fromUtf8(file.readAll());
        for (auto found = name.globalMatch(source); found.hasNext();) {
            const QString topic = helpTopicOfClass(found.next().captured(1));
            if (topic.isEmpty())
                continue;
            ++known;
            const HelpBook::Page *page = book.page(topic.section(u'#', 0, 0));
            QVERIFY2(page && (!topic.contains(u'#') || page->anchors.contains(topic.section(u'#', 1))),
                     qPrintable(topic));
        }
    }
    QVERIFY2(known >= 50, qPrintable(QString::number(known))); // classes that are no more name nothing
}

void TestHelp::everyDialogHasATopic()
{
    QDirIterator files(QStringLiteral(LINNET_SOURCE_DIR "/src/gui"), {u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    int dialogs = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression name(u"\nclass (\\w+)(?: final)? : public (?:QDialog|RunPage)\\b"_s);
        const QString source = QString::fromUtf8(file.readAll());
        for (auto found = name.globalMatch(source); found.hasNext(); ++dialogs) {
            const QString known = found.next().captured(1);
            QVERIFY2(!helpTopicOfClass(known).isEmpty(), qPrintable(known));
        }
    }
    QVERIFY(dialogs > 25);
}

void TestHelp::f1TellsOfThePage()
{
    WindowRig rig;
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    QTest::keyClick(&rig.window(), Qt::Key_F1);
    QVERIFY(shownHelp(rig, u"start"_s));
    const QList<std::pair<QString, QString>> expected{
        {u"crawl"_s, u"crawl"_s}, {u"checks"_s, u"checks"_s}, {u"proxies"_s, u"proxies#test"_s}};
    for (const auto &[kind, topic] : expected) {
        rig.window().activateWindow();
        rig.workspace().newTask(kind);
        QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
        rig.workspace().task(kind)->focusForm();
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() &&
                                     rig.workspace().task(kind)->isAncestorOf(QApplication::focusWidget()),
                                 20'000);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        QVERIFY2(shownHelp(rig, topic), qPrintable(kind));
    }
    rig.window().activateWindow();
    rig.workspace().showProblems();
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    QVERIFY(rig.actions().run(u"help.contents"_s));
    // What is nearer to the focus wins over the page: the table over the page of results.
    rig.newSearch();
    QCOMPARE(helpTopic(rig.vacancies().results().findChild<RowTableView *>()), u"columns"_s);
}

/// A dialog blocks the window, not the help of it.
void TestHelp::f1InADialog()
{
    WindowRig rig;
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    rig.actions().run(u"edit.settings"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), 20'000);
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY_WITH_TIMEOUT(dialog->focusWidget(), 20'000);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_F1);
    HelpWindow *help = shownHelp(rig, u"limits#settings"_s);
    QVERIFY(help);
    QVERIFY(dialog->isVisible());
    // It can be used while the dialog is open.
    QTest::keyClicks(help->findChild<QLineEdit *>(u"helpSearch"_s), u"gephi"_s);
    const auto *contents = help->findChild<QListWidget *>(u"helpContents"_s);
    QCOMPARE(contents->item(0)->data(Qt::UserRole).toString(), u"graph"_s);
    dialog->close();
}

void TestHelp::menuAndEscape()
{
    WindowRig rig;
    const QAction *help = rig.actions().action(u"help.contents"_s);
    QVERIFY(help);
    QCOMPARE(help->shortcut(), QKeySequence(Qt::Key_F1));
    QTRY_VERIFY_WITH_TIMEOUT(help->isEnabled(), 20'000);
    rig.actions().run(u"help.contents"_s);
    HelpWindow *window = shownHelp(rig, u"start"_s);
    QVERIFY(window);
    const auto *contents = window->findChild<QListWidget *>(u"helpContents"_s);
    QCOMPARE(contents->count(), int(HelpBook::ids().size()));
    // The keys are those of the menus.
    window->showTopic(u"keys"_s);
    const QString text = window->findChild<QTextBrowser *>(u"helpPage"_s)->toPlainText();
    for (const QAction *action : rig.actions().actions()) {
        if (!action->shortcut().isEmpty())
            QVERIFY2(text.contains(ActionRegistry::plainText(action) + u": "_s +
                                   action->shortcut().toString(QKeySequence::NativeText)),
                     qPrintable(action->objectName()));
    }
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), 20'000);
    QVERIFY(rig.window().isVisible());
    rig.actions().run(u"help.contents"_s);
    QVERIFY(shownHelp(rig, u"start"_s));
    rig.window().close();
    QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), 20'000);
}

void TestHelp::searchMarksAndGoes()
{
    WindowRig rig(u"ru"_s);
    rig.actions().run(u"help.contents"_s);
    HelpWindow *help = shownHelp(rig, u"start"_s);
    QVERIFY(help);
    auto *search = help->findChild<QLineEdit *>(u"helpSearch"_s);
    auto *contents = help->findChild<QListWidget *>(u"helpContents"_s);
    auto *page = help->findChild<QTextBrowser *>(u"helpPage"_s);
    QTest::keyClick(help, Qt::Key_F, Qt::ControlModifier);
    search->setText(u"Судье"_s);
    QVERIFY(contents->count() < 5);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(help->topic() != "start"_L1, 20'000); // the first that has the word
    const auto proxies = contents->findItems(u"Прокси"_s, Qt::MatchExactly);
    QCOMPARE(proxies.size(), 1);
    contents->setCurrentItem(proxies.constFirst());
    QTRY_COMPARE_WITH_TIMEOUT(help->topic(), u"proxies"_s, 20'000);
    const auto marks = page->extraSelections();
    QVERIFY(marks.size() >= 2);
    for (const QTextEdit::ExtraSelection &mark : marks)
        QVERIFY2(foldText(mark.cursor.selectedText()).startsWith(u"судь"_s),
                 qPrintable(mark.cursor.selectedText()));
    QVERIFY(page->cursorRect().isValid() && page->viewport()->rect().intersects(page->cursorRect()));
    search->setText(u"судьеъъъ"_s);
    QCOMPARE(contents->count(), 1);
    QCOMPARE(contents->item(0)->flags(), Qt::NoItemFlags);
    QTest::keyClick(help, Qt::Key_Escape); // the search goes first, then the window
    QVERIFY(search->text().isEmpty() && help->isVisible());
    QCOMPARE(contents->count(), int(HelpBook::ids().size()));
    QVERIFY(page->extraSelections().isEmpty());
}

void TestHelp::backAndForward()
{
    WindowRig rig;
    rig.actions().run(u"help.contents"_s);
    HelpWindow *help = shownHelp(rig, u"start"_s);
    QVERIFY(help);
    auto *page = help->findChild<QTextBrowser *>(u"helpPage"_s);
    const auto buttons = help->findChildren<QToolButton *>();
    QVERIFY(!buttons[0]->isEnabled() && !buttons[1]->isEnabled());
    Q_EMIT page->anchorClicked(QUrl(u"tokens.md#where"_s));
    QCOMPARE(help->topic(), u"tokens#where"_s);
    QVERIFY(page->toPlainText().startsWith(u"Tokens and keys"_s));
    QTRY_VERIFY_WITH_TIMEOUT(buttons[0]->isEnabled(), 20'000);
    auto *contents = help->findChild<QListWidget *>(u"helpContents"_s);
    QCOMPARE(contents->currentItem()->data(Qt::UserRole).toString(), u"tokens"_s);
    contents->setCurrentRow(int(HelpBook::ids().indexOf(u"privacy"_s)));
    QCOMPARE(help->topic(), u"privacy"_s);
    help->back();
    QCOMPARE(help->topic(), u"tokens#where"_s);
    help->back();
    QCOMPARE(help->topic(), u"start"_s);
    QVERIFY(!buttons[0]->isEnabled());
    help->forward();
    QCOMPARE(help->topic(), u"tokens#where"_s);
    // A heading of the page is scrolled to, where the page is long.
    help->resize(500, 300);
    help->showTopic(u"columns#requests"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page->verticalScrollBar()->value() > 1000, 20'000);
    help->showTopic(u"nothing#of-the-kind"_s);
    QCOMPARE(help->topic(), u"start"_s);
}

void TestHelp::speaksTheOtherLanguage()
{
    WindowRig rig;
    rig.actions().run(u"help.contents"_s);
    HelpWindow *help = shownHelp(rig, u"start"_s);
    QVERIFY(help);
    help->showTopic(u"pay"_s);
    rig.setLanguage(u"ru"_s);
    const auto *page = help->findChild<QTextBrowser *>(u"helpPage"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page->toPlainText().startsWith(u"Сравнимая зарплата"_s), 20'000);
    QCOMPARE(help->topic(), u"pay"_s);
    rig.setLanguage(u"en"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page->toPlainText().startsWith(u"Pay that compares"_s), 20'000);
}

void TestHelp::takesWebLinksOnly()
{
    WindowRig rig;
    rig.actions().run(u"help.contents"_s);
    const HelpWindow *help = shownHelp(rig, u"start"_s);
    QVERIFY(help);
    auto *page = help->findChild<QTextBrowser *>(u"helpPage"_s);
    Q_EMIT page->anchorClicked(QUrl(u"file:///etc/passwd"_s));
    Q_EMIT page->anchorClicked(QUrl(u"javascript:alert(1)"_s));
    QVERIFY(m_opened.isEmpty());
    Q_EMIT page->anchorClicked(QUrl(u"https://example.org/"_s));
    QCOMPARE(m_opened, QList<QUrl>({QUrl(u"https://example.org/"_s)}));
    QCOMPARE(help->topic(), u"start"_s);
}

/// Links keep a colour that can be read when the look changes while the help is open.
void TestHelp::followsLook()
{
    WindowRig rig;
    rig.actions().run(u"help.contents"_s);
    HelpWindow *help = shownHelp(rig, u"start"_s);
    QVERIFY(help);
    help->showTopic(u"limits"_s);
    const auto *page = help->findChild<QTextBrowser *>(u"helpPage"_s);
    const auto linkColour = [page]() -> QColor {
        for (QTextBlock block = page->document()->begin(); block.isValid(); block = block.next()) {
            for (auto part = block.begin(); !part.atEnd(); ++part) {
                if (part.fragment().charFormat().isAnchor() &&
                    !part.fragment().charFormat().anchorHref().isEmpty())
                    return part.fragment().charFormat().foreground().color();
            }
        }
        return {};
    };
    const QColor light = linkColour();
    QVERIFY(light.isValid());
    rig.actions().run(u"colours.dark"_s);
    QTRY_VERIFY_WITH_TIMEOUT(linkColour().isValid() && linkColour().lightness() > light.lightness(), 20'000);
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
