// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auditpictures.h"
#include "base/places.h"
#include "base/translations.h"
#include "carepictures.h"
#include "changespictures.h"
#include "chartpictures.h"
#include "commandpictures.h"
#include "formpictures.h"
#include "graphpictures.h"
#include "gui/activity/activitypage.h"
#include "gui/activity/attemptswaterfall.h"
#include "gui/activity/problemspage.h"
#include "gui/appsettings.h"
#include "gui/checks/checkspage.h"
#include "gui/crawl/completenessview.h"
#include "gui/crawl/crawlpage.h"
#include "gui/look/theme.h"
#include "gui/proxies/proxylistspage.h"
#include "gui/proxies/proxytestform.h"
#include "gui/proxies/proxytestpage.h"
#include "gui/run/changesview.h"
#include "gui/run/proxypicker.h"
#include "gui/run/trendsview.h"
#include "gui/shell/mainmenu.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/settingsdialog.h"
#include "gui/shell/windowdialogs.h"
#include "gui/shell/workspace.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/table/rowmarks.h"
#include "gui/table/rowtableview.h"
#include "gui/table/shortcutbutton.h"
#include "gui/vacancies/tokendialog.h"
#include "gui/vacancies/vacanciespage.h"
#include "gui/widgets/actionregistry.h"
#include "helppagepictures.h"
#include "helppictures.h"
#include "jobs/requestspec.h"
#include "markedrows.h"
#include "models/projectmemory.h"
#include "overtimepictures.h"
#include "practice/server/practicehost.h"
#include "practice/server/practiceserver.h"
#include "projectpictures.h"
#include "proxies/list/proxylistparser.h"
#include "samplepictures.h"
#include "session/access.h"
#include "session/runkinds.h"
#include "session/session.h"
#include "sourcepictures.h"
#include "support/memorysecrets.h"
#include "table/linkschema.h"
#include "table/listingschema.h"
#include "table/requestschema.h"
#include "table/vacancyschema.h"
#include "vacancies/search/searchspec.h"
#include "vacancies/search/sources.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// The window over the practice server, and pictures of it in one language and look.
class Walk
{
public:
    Walk(const QString &folder, const QString &language, gui::Theme::Choice look, QSize size, int textPercent)
        : m_prefix(QDir(folder).filePath(language + u'-' + gui::Theme::nameOf(look) + u'-'))
        , m_translations(QLocale(language))
        , m_settings(m_temporary.filePath(u"settings.ini"_s), QSettings::IniFormat)
        , m_theme(look)
        , m_session(m_temporary.path())
        , m_access(m_session, m_secrets, m_temporary.path())
        , m_russian(language == "ru"_L1)
    {
        QLocale::setDefault(QLocale(language));
        m_theme.setTextPercent(textPercent);
        m_window = std::make_unique<gui::MainWindow>(gui::Services{
            m_session, m_access, m_practice, m_theme, m_settings, m_actions, m_memory, m_places});
        m_window->resize(size);
        m_window->show();
    }

    /// Only this part of the walk; false when there is none of that name.
    bool runPart(const QString &name)
    {
        using Part = std::pair<QStringView, void (Walk::*)()>;
        const Part parts[] = {{u"proxies", &Walk::shootAllOfProxies},
                              {u"checks", &Walk::shootChecks},
                              {u"links", &Walk::shootLinks},
                              {u"forms", &Walk::shootForms},
                              {u"changes", &Walk::shootChanges},
                              {u"marks", &Walk::shootMarks},
                              {u"charts", &Walk::shootCharts},
                              {u"project", &Walk::shootProject},
                              {u"overtime", &Walk::shootOverTime},
                              {u"audit", &Walk::shootAudit},
                              {u"graph", &Walk::shootGraph},
                              {u"commands", &Walk::shootCommands},
                              {u"help", &Walk::shootHelp},
                              {u"helppages", &Walk::shootHelpPages},
                              {u"care", &Walk::shootCare},
                              {u"sources", &Walk::shootSources},
                              {u"sample", &Walk::shootSample}};
        const auto *part = std::ranges::find(parts, QStringView(name), &Part::first);
        if (part != std::end(parts))
            (this->*part->second)();
        return part != std::end(parts);
    }

    void run()
    {
        shoot(u"1-start"_s);
        m_window->workspace().newTask(u"vacancies"_s);
        shoot(u"2-form"_s);
        shootMore();
        m_window->startPractice();
        QTest::qWait(300);
        shoot(u"4-practice"_s);
        vacancies().findChild<QToolButton *>(u"secondButton"_s)->click();
        QTest::qWait(1500);
        shoot(u"4-how-many"_s);
        vacancies().pressMain();
        QTest::qWait(6000);
        shoot(u"5-running"_s);
        vacancies().finish();
        QTest::qWait(1500);
        shoot(u"6-finished"_s);
        vacancies().results().showTable(table::listingSchema());
        shoot(u"6-lists"_s);
        vacancies().results().showTable(table::vacancySchema());
        vacancies().results().pane()->findChild<gui::ShortcutButton *>()->click();
        QTest::qWait(500);
        shoot(u"6-jobs"_s);
        vacancies().results().pane()->findChild<gui::ShortcutButton *>()->click();
        shootMarks();
        shootRefusal();
        shootProblems();
        shootAllOfProxies();
        shootChecks();
        shootDialog(u"8-token"_s, [this] {
            m_window->dialogs().openToken(u"hh"_s);
            if (QWidget *dialog = QApplication::activeModalWidget())
                dialog->findChild<QToolButton *>(u"grantToggle"_s)->click();
        });
        shootDialog(u"8-key"_s, [this] { m_window->dialogs().openToken(u"superjob"_s); });
        shootDialog(u"9-settings"_s, [this] { m_window->dialogs().openSettings(); });
        shootDialog(u"9-terms"_s, [this] { m_window->menus().terms()->actions().constFirst()->trigger(); });
        shootDialog(u"9-about"_s, [this] { m_actions.run(u"help.about"_s); });
        shootDialog(u"10-keys"_s, [this] { m_actions.run(u"help.keys"_s); });
        shootLinks();
        shootCharts();
        shootProject();
    }

private:
    gui::VacanciesPage &vacancies()
    {
        return *qobject_cast<gui::VacanciesPage *>(m_window->workspace().task(u"vacancies"_s));
    }

    void shootAllOfProxies()
    {
        shootProxies();
        shootProxyLists();
    }

    void shootChanges() { test::ChangesPictures(*m_window, m_session, shooter()).run(); }

    void shootCare()
    {
        const gui::Services services{m_session,  m_access,  m_practice, m_theme,
                                     m_settings, m_actions, m_memory,   m_places};
        test::CarePictures(*m_window, services, m_prefix, shooter()).run([this] { searchWith({}, 4000); });
    }

    void shootSources() { test::SourcePictures(*m_window, m_session.network(), shooter()).run(); }

    void shootCommands() { test::shootCommandList(*m_window, m_actions, m_prefix); }

    void shoot(const QString &name)
    {
        QTest::qWait(250);
        if (!m_window->grab().save(m_prefix + name + u".png"_s))
            qWarning("Cannot write %s", qPrintable(m_prefix + name));
    }

    void shootMore()
    {
        auto *more = vacancies().findChild<QAbstractButton *>(u"moreButton"_s);
        more->setChecked(true);
        shoot(u"3-more-filters"_s);
        auto *areas = m_window->findChild<QComboBox *>(u"areasBox"_s);
        areas->showPopup();
        QTest::qWait(200);
        if (QWidget *popup = QApplication::activePopupWidget()) {
            popup->grab().save(m_prefix + u"3-regions.png"_s);
            popup->close();
        }
        more->setChecked(false);
    }

    /// A search of one page on a practice server with faults.
    void searchWith(const QList<practice::Fault> &faults, int milliseconds)
    {
        m_faulty = std::make_unique<practice::PracticeServer>(faults);
        const auto root = m_faulty->start();
        if (!root)
            return;
        m_window->workspace().newTask(u"vacancies"_s);
        gui::VacanciesValues values = vacancies().values();
        values.text = m_russian ? u"аналитик"_s : u"analyst"_s;
        values.field = vacancies::SearchField::Any;
        values.sources = {u"hh"_s};
        values.bases = {{u"hh"_s, root->toString()}};
        values.delay = std::chrono::milliseconds(20);
        vacancies().setValues(values);
        vacancies().start();
        QTest::qWait(milliseconds);
    }

    /// Stars, tags and notes: the table, the fields beside the details, the dialogs.
    void shootMarks()
    {
        searchWith({}, 4000);
        vacancies().finish();
        QTest::qWait(1000);
        gui::ResultsPane &pane = *vacancies().results().pane();
        gui::RowMarks *marks = test::markRows(pane, m_russian);
        shoot(u"24-marks"_s);
        shootDialog(u"24-tags"_s, [&] {
            marks->openTags();
            QTest::qWait(800);
        });
        shootDialog(u"24-history"_s, [this] { m_window->dialogs().openHistory(); });
    }

    void shootRefusal()
    {
        searchWith({{u"token"_s, 0}}, 1500);
        shoot(u"7-refusal"_s);
        searchWith({{u"captcha"_s, 20}}, 2500);
        shoot(u"7-captcha"_s);
        vacancies().finish();
        QTest::qWait(800);
        searchWith({{u"429"_s, 5}}, 600);
        shoot(u"7-waiting"_s);
        vacancies().finish();
        QTest::qWait(800);
    }

    void shootProblems()
    {
        searchWith({{u"404"_s, 9}}, 4000);
        m_window->workspace().showProblems();
        QTest::qWait(1500);
        shoot(u"7-problems"_s);
    }

    /// A list with one that works: the practice server passes requests on to itself.
    void shootProxies()
    {
        m_faulty = std::make_unique<practice::PracticeServer>(QList<practice::Fault>());
        const auto root = m_faulty->start();
        if (!root)
            return;
        m_window->workspace().newTask(u"proxies"_s);
        auto *page = qobject_cast<gui::ProxyTestPage *>(m_window->workspace().task(u"proxies"_s));
        shoot(u"21-proxies"_s);
        gui::ProxyTestValues values;
        values.text =
            u"127.0.0.1:%1\n127.0.0.1:1\nsocks5://127.0.0.1:2\nsocks4://127.0.0.1:9\n127.0.0.1:70000"_s.arg(
                root->port());
        values.judge = root->toString() + u"/judge"_s;
        values.delay = std::chrono::milliseconds(0);
        page->testForm().setValues(values);
        page->start();
        QTest::qWait(2000);
        shoot(u"21-proxies-tested"_s);
        const QString path = m_temporary.filePath(u"list.txt"_s);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write("10.0.0.1:8080\nsocks5://10.0.0.2:1080\nme:secret@10.0.0.3:3128\n10.0.0.4:0\n"
                       "10.0.0.1:8080\nsocks4://10.0.0.5:1080\n10.0.0.6:80:10.0.0.7:81\n2001:db8::1:80\n");
        file.close();
        shootDialog(u"21-proxies-import"_s, [&] { page->testForm().openFile(path); });
    }

    /// A kept list with one that works, after a search went through it, and the forms that offer it.
    void shootProxyLists()
    {
        m_faulty = std::make_unique<practice::PracticeServer>();
        const auto root = m_faulty->start();
        if (!root)
            return;
        gui::Workspace &workspace = m_window->workspace();
        m_access.proxyBook().setLists({});
        workspace.showLists(session::runkind::Proxies);
        shoot(u"22-lists-empty"_s);
        auto &page = *m_window->findChild<gui::ProxyListsPage *>();
        shootDialog(u"22-lists-typed"_s, [&] {
            page.actions().typeProxies();
            auto *text = QApplication::activeModalWidget()->findChild<QPlainTextEdit *>(u"proxiesEdit"_s);
            text->setPlainText(u"10.0.0.1:8080\nme:secret@10.0.0.3:3128\n10.0.0.4:0\nsocks4://10.0.0.5:1080\n"
                               "10.0.0.6:80:10.0.0.7:81"_s);
            QTest::qWait(600);
        });
        const QString lines =
            u"127.0.0.1:%1\n127.0.0.1:1\nme:secret@127.0.0.1:2\nsocks5://127.0.0.1:3\n"
            "10.0.0.4:3128\n10.0.0.5:3128\nsocks4://10.0.0.6:1080\nrubbish"_s.arg(root->port());
        proxies::KeptList list = session::ProxyBook::newList(m_russian ? u"Офис"_s : u"Office list"_s);
        proxies::ListSource source;
        source.kind = proxies::ListSource::Kind::File;
        source.name = u"office.txt"_s;
        source.readAt = QDateTime::currentDateTimeUtc();
        list.take(source, proxies::ProxyListParser::parse(lines, proxies::ProxyScheme::Http));
        list.setEnabled({u"http://10.0.0.4:3128"_s, u"http://10.0.0.5:3128"_s}, false);
        list.setMine({list.proxies[0].key}, true);
        m_access.proxyBook().put(list);
        m_window->workspace().newTask(u"vacancies"_s);
        gui::VacanciesValues values = vacancies().values();
        values.text = m_russian ? u"аналитик"_s : u"analyst"_s;
        values.sources = {u"hh"_s};
        values.bases = {{u"hh"_s, root->toString()}};
        values.proxy.choice.mode = jobs::ProxyChoice::Mode::List;
        values.proxy.choice.list = list.id;
        vacancies().setValues(values);
        shootPopup(u"23-form-proxy"_s, vacancies());
        vacancies().start();
        QTest::qWait(4000);
        shoot(u"23-form-running"_s);
        page.showList(list.id);
        workspace.showLists(session::runkind::Proxies);
        shoot(u"22-lists-running"_s);
        vacancies().finish();
        QTest::qWait(1500);
        page.findChild<QTableView *>(u"proxyTable"_s)->selectRow(3);
        page.actions().removeProxies(page.chosen());
        page.findChild<QTableView *>(u"proxyTable"_s)->selectRow(1);
        shoot(u"22-lists"_s);
        for (const QString &kind : {u"crawl"_s, u"checks"_s}) {
            workspace.newTask(kind);
            gui::RunPage &form = workspace.task();
            auto *picker = form.findChild<gui::ProxyPicker *>();
            picker->setUse(values.proxy);
            shootPopup(u"23-form-proxy-"_s + kind, form);
            shootProxyMenu(u"23-form-menu-"_s + kind, *picker, values.proxy);
            picker->setUse({});
        }
        shootDialog(u"23-one-proxy"_s, [&] {
            auto *box = workspace.task().findChild<QComboBox *>(u"proxyBox"_s);
            Q_EMIT box->activated(box->findData(u"ask"_s));
            QApplication::activeModalWidget()->findChild<QLineEdit *>()->setText(
                u"me:secret@10.0.0.9:3128"_s);
        });
    }

    /// The window with what may go past the proxies: the menu, the question for hosts, and what the form says
    /// then.
    void shootProxyMenu(const QString &name, gui::ProxyPicker &picker, gui::ProxyUse use)
    {
        use.scaleRate = true;
        use.choice.allowDirect = true;
        use.choice.bypass = u"intranet.example, 10.0.0.0/8"_s;
        picker.setUse(use);
        Q_EMIT picker.changed();
        QTest::qWait(250);
        auto *button = picker.findChild<QToolButton *>();
        QPixmap picture = m_window->grab();
        QMenu *menu = button->menu();
        menu->popup({});
        QTest::qWait(250);
        QPainter(&picture).drawPixmap(button->mapTo(m_window.get(), QPoint(0, button->height())),
                                      menu->grab());
        menu->hide();
        if (!picture.save(m_prefix + name + u".png"_s))
            qWarning("Cannot write %s", qPrintable(m_prefix + name));
        shootDialog(name + u"-hosts"_s, [&] { picker.findChild<QAction *>(u"bypassAction"_s)->trigger(); });
    }

    /// The window with the choice of proxies of a form open.
    void shootPopup(const QString &name, QWidget &form)
    {
        auto *box = form.findChild<QComboBox *>(u"proxyBox"_s);
        QTest::qWait(250);
        box->showPopup();
        QTest::qWait(250);
        QPixmap picture = m_window->grab();
        if (QWidget *popup = box->view()->window(); popup != m_window.get()) {
            QPainter painter(&picture);
            // The screen of this platform is smaller than the window and would push it away.
            painter.drawPixmap(box->mapTo(m_window.get(), QPoint(0, box->height())), popup->grab());
        }
        box->hidePopup();
        if (!picture.save(m_prefix + name + u".png"_s))
            qWarning("Cannot write %s", qPrintable(m_prefix + name));
    }

    void shootChecks()
    {
        m_faulty = std::make_unique<practice::PracticeServer>();
        const auto root = m_faulty->start();
        if (!root)
            return;
        m_window->workspace().newTask(u"checks"_s);
        shoot(u"11-check-form"_s);
        auto *checks = qobject_cast<gui::ChecksPage *>(m_window->workspace().task(u"checks"_s));
        checks->preparePractice(*root);
        checks->compare(1);
        QTest::qWait(5500);
        shoot(u"12-comparison"_s);
        gui::ChecksValues values = checks->values();
        for (const QString &path : {u"/status/404"_s, u"/status/503"_s, u"/vacancy/100000001"_s,
                                    u"/wait/5000"_s, u"/wait/4000"_s, u"/"_s})
            values.text += u'\n' + root->resolved(QUrl(path)).toString();
        values.text += u"\nmailto:me@example.org"_s;
        values.delay = std::chrono::milliseconds(300);
        checks->setValues(values);
        checks->start();
        m_window->workspace().showActivity();
        gui::ActivityPage &activity = m_window->workspace().activity();
        activity.results().showPage(&activity.waterfall());
        QTest::qWait(2600);
        activity.findChild<QTableView *>(u"hostsView"_s)->selectRow(0);
        shoot(u"14-activity-live"_s);
        activity.results().showTable(table::requestSchema());
        QTest::qWait(300);
        shoot(u"14-activity-under-way"_s);
        activity.results().showPage(&activity.waterfall());
        QTest::qWait(7000);
        shoot(u"15-waterfall"_s);
        models::FilterState &filter = activity.results().pane(table::requestSchema())->filter();
        filter.keepOnly(int(table::RequestColumn::Status), qint64(503));
        QTest::qWait(700);
        shoot(u"15-waterfall-filtered"_s);
        filter.clear();
        activity.results().showTable(table::requestSchema());
        QTest::qWait(700);
        shoot(u"14-activity"_s);
        shootDialog(u"14-activity-export"_s, [&activity] { activity.results().openExport(); });
        m_window->workspace().showTask();
        shoot(u"13-checks"_s);
        m_window->workspace().showProblems();
        QTest::qWait(1200);
        shoot(u"16-check-problems"_s);
    }

    void chooseView(gui::CrawlPage &page, const QString &id)
    {
        page.chooseEntry(page.findings().entryOf(id));
        QTest::qWait(700);
    }

    /// A crawl of the practice site.
    void shootLinks()
    {
        m_window->workspace().newTask(u"crawl"_s);
        shoot(u"11-links-empty"_s);
        auto &page = *qobject_cast<gui::CrawlPage *>(m_window->workspace().task(u"crawl"_s));
        if (!m_practice.start())
            return;
        gui::CrawlValues values = page.values();
        values.addresses = m_practice.site();
        values.external = true;
        values.delay = std::chrono::milliseconds(100);
        page.setValues(values);
        auto *more = page.findChild<QAbstractButton *>(u"moreButton"_s);
        more->setChecked(true);
        shoot(u"12-links-more"_s);
        more->setChecked(false);
        page.start();
        QTest::qWait(3500);
        shoot(u"13-links-running"_s);
        if (!QTest::qWaitFor([&page] { return !page.isUnderWay(); }, 90'000))
            qWarning("The crawl does not end");
        QTest::qWait(3000);
        shoot(u"14-links-finished"_s);
        chooseView(page, u"broken_4xx"_s);
        shoot(u"15-links-broken"_s);
        chooseView(page, u"links_broken"_s);
        shoot(u"16-links-broken-places"_s);
        chooseView(page, u"robots_blocked"_s);
        shoot(u"17-links-robots"_s);
        page.results().showPage(page.findChild<gui::CompletenessView *>());
        shoot(u"18-links-complete"_s);
        page.results().showTable(table::linkSchema());
        shootDialog(u"19-links-export"_s, [&page] { page.results().openExport(); });
        m_window->workspace().showStart();
        shoot(u"20-start-with-kinds"_s);
    }

    std::function<void(QWidget &, const QString &)> shooter()
    {
        return [this](QWidget &widget, const QString &name) {
            QTest::qWait(100);
            if (!widget.grab().save(m_prefix + name + u".png"_s))
                qWarning("Cannot write %s", qPrintable(m_prefix + name));
        };
    }

    void shootCharts() { test::ChartPictures(m_russian, m_window->size(), shooter()).run(); }

    void shootProject()
    {
        const auto open = [this](const QString &action) { m_actions.run(action); };
        test::ProjectPictures(*m_window, m_session, m_temporary.path(), open, shooter()).run();
    }

    void shootAudit()
    {
        if (m_practice.start())
            test::AuditPictures(*m_window, m_practice.root(), m_temporary.path(), shooter()).run();
    }

    /// Of the practice site, or of one on this computer that the environment names.
    void shootGraph()
    {
        const QString site = qEnvironmentVariable("LINNET_PICTURE_SITE");
        if (m_practice.start())
            test::GraphPictures(*m_window, m_practice.root(), site, shooter()).run();
    }

    void shootSample()
    {
        test::SamplePictures(*m_window, m_session, shooter()).run([this] {
            m_actions.run(u"help.sample"_s);
        });
    }

    void shootOverTime()
    {
        test::OverTimePictures(*m_window, m_session, m_temporary.path(), m_russian, shooter()).run();
    }

    void shootForms() { test::FormPictures(*m_window, shooter()).run(); }

    void shootHelp() { test::HelpPictures(*m_window, m_russian, shooter()).run(); }

    void shootHelpPages()
    {
        test::HelpPagePictures(*m_window, m_session, m_actions, QFileInfo(m_prefix).path(),
                               m_temporary.path())
            .run();
    }

    template <typename Open> void shootDialog(const QString &name, Open open)
    {
        open();
        QTest::qWait(250);
        if (QWidget *dialog = QApplication::activeModalWidget()) {
            dialog->grab().save(m_prefix + name + u".png"_s);
            dialog->close();
        }
    }

    QTemporaryDir m_temporary;
    const Places m_places{
        m_temporary.filePath(u"settings.ini"_s), m_temporary.path(), m_temporary.filePath(u"cache"_s), {}};
    QString m_prefix;
    Translations m_translations;
    QSettings m_settings;
    gui::Theme m_theme;
    session::Session m_session;
    test::MemorySecrets m_secrets;
    session::Access m_access;
    practice::PracticeHost m_practice{vacancies::practicePaths()};
    std::unique_ptr<practice::PracticeServer> m_faulty;
    gui::ActionRegistry m_actions;
    models::ProjectMemory m_memory{m_session};
    std::unique_ptr<gui::MainWindow> m_window;
    bool m_russian;
};

} // namespace linnet::test
