// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/care/cleardatadialog.h"
#include "gui/care/faultreportdialog.h"
#include "gui/checks/columndialog.h"
#include "gui/choice/choicebox.h"
#include "gui/choice/tagsdialog.h"
#include "gui/everypage.h"
#include "gui/help/helpdesk.h"
#include "gui/help/helpwindow.h"
#include "gui/insight/insighttab.h"
#include "gui/insight/questiondialog.h"
#include "gui/navigator/schedulelinesdialog.h"
#include "gui/navigator/searchdialog.h"
#include "gui/project/joindialog.h"
#include "gui/project/owntablesdialog.h"
#include "gui/project/projectdialog.h"
#include "gui/project/workdialog.h"
#include "gui/proxies/proxylistactions.h"
#include "gui/proxies/proxylogindialog.h"
#include "gui/run/bypassdialog.h"
#include "gui/run/importdialog.h"
#include "gui/run/proxydialog.h"
#include "gui/shell/windowdialogs.h"
#include "gui/table/resultspane.h"
#include "gui/vacancies/queriesdialog.h"
#include "gui/vacancies/tokendialog.h"
#include "session/runkinds.h"
#include "table/vacancyschema.h"
#include "vacancies/search/sources.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QPointer>
#include <QPushButton>
#include <QSemaphore>
#include <QTest>

#include <functional>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// Every dialog that the window can open, and the list of commands, the help and the lists of choices. Each
/// dialog is looked at and then left by Escape.
class EveryDialog
{
public:
    using Look = std::function<void(const QString &name, QWidget &dialog)>;

    /// The rig is as `pages` has left it. look: called at each dialog.
    EveryDialog(WindowRig &rig, const EveryPage &pages, Look look)
        : m_rig(rig)
        , m_pages(pages)
        , m_look(std::move(look))
    {
    }

    void visit()
    {
        visitWindow();
        visitSources();
        visitTable();
        visitInsight();
        visitSearches();
        visitProject();
        visitCrawl();
        visitChecksAndProxies();
        visitFiles();
        visitPopups();
    }

private:
    void look(const QString &name, QWidget &widget)
    {
        for (int i = 0; i < 5; ++i) // layouts of layouts
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        m_look(name, widget);
    }

    /// Once it is in front; it is gone after that.
    void lookAt(const QString &name, QDialog *shown)
    {
        const QPointer<QDialog> dialog = shown;
        QVERIFY2(dialog && dialog->isVisible(), qPrintable(name + u": is not there"_s));
        look(name, *dialog);
        QWidget *focus = dialog ? dialog->focusWidget() : nullptr;
        if (dialog)
            QTest::keyClick(focus ? focus : dialog.data(), Qt::Key_Escape);
        QTRY_VERIFY2(!dialog || !dialog->isVisible(), qPrintable(name + u": Escape does not leave it"_s));
    }

    void opened(const QString &name, const std::function<void()> &open)
    {
        open();
        lookAt(name, qobject_cast<QDialog *>(QApplication::activeModalWidget()));
    }

    void action(const QString &name, const QString &id)
    {
        opened(name, [&] { m_rig.actions().run(id); });
    }

    /// One that is made here.
    void shown(const QString &name, QDialog &dialog)
    {
        dialog.open();
        lookAt(name, &dialog);
    }

    void visitWindow()
    {
        action(u"settings"_s, u"edit.settings"_s);
        action(u"history"_s, u"edit.history"_s);
        action(u"keys"_s, u"help.keys"_s);
        opened(u"about"_s, [this] { m_rig.actions().run(u"help.about"_s); });
        opened(u"licences"_s, [this] {
            m_rig.actions().run(u"help.about"_s);
            QApplication::activeModalWidget()->findChild<QPushButton *>(u"licencesButton"_s)->click();
        });
        if (QWidget *about = QApplication::activeModalWidget())
            about->close();
        opened(u"a warning"_s, [this] {
            m_rig.window().dialogs().warn(QCoreApplication::translate("", "The project cannot be opened."));
        });
    }

    void visitSources()
    {
        opened(u"token"_s, [this] {
            m_rig.window().dialogs().openToken(u"hh"_s);
            QApplication::activeModalWidget()->findChild<QAbstractButton *>(u"grantToggle"_s)->click();
        });
        opened(u"key"_s, [this] { m_rig.window().dialogs().openToken(u"superjob"_s); });
        for (const vacancies::VacancySource *source : vacancies::allSources())
            opened(u"terms of "_s + source->id(), [&] { m_rig.window().dialogs().openTerms(*source); });
        gui::QueriesDialog queries(m_rig.vacancies().values(), &m_rig.window());
        shown(u"list of searches"_s, queries);
    }

    /// With the rows of the search in front.
    void showRows()
    {
        m_rig.workspace().showRun(m_pages.search());
        gui::ResultsView &results = m_rig.vacancies().results();
        results.showTable(table::vacancySchema());
        QTRY_VERIFY_WITH_TIMEOUT(results.shown() > 0, 30'000);
    }

    void visitTable()
    {
        showRows();
        gui::ResultsPane &pane = *m_rig.vacancies().results().pane();
        opened(u"export"_s, [&] { pane.openExport(); });
        opened(u"columns"_s, [&] { pane.openColumns(); });
        gui::TagsDialog tags({u"⟦tag⟧"_s, u"⟦other⟧"_s}, {{u"⟦tag⟧"_s, 2}}, 3, &m_rig.window());
        shown(u"tags"_s, tags);
        QVERIFY(
            write(u"firms.csv"_s, "Firm size,Company,Sector\n1200,Romashka LLC,flowers\n15,North,bank\n"));
        opened(u"joining a table"_s, [this] {
            m_rig.actions().run(u"view.ownTables"_s);
            auto *tables = m_rig.window().findChild<gui::OwnTablesDialog *>();
            tables->add(m_rig.path(u"firms.csv"_s));
            QTRY_VERIFY_WITH_TIMEOUT(tables->findChild<gui::JoinDialog *>(), 30'000);
        });
        lookAt(u"own tables"_s, m_rig.window().findChild<gui::OwnTablesDialog *>());
    }

    void visitInsight()
    {
        gui::InsightTab &tab = *m_rig.vacancies().insight();
        m_rig.vacancies().results().showPage(&tab);
        QTRY_VERIFY_WITH_TIMEOUT(!tab.figures().isEmpty(), 30'000);
        const auto isOpen = [] { return QApplication::activeModalWidget() != nullptr; };
        opened(u"rules of comparing"_s, [&] {
            tab.rules().click();
            QTRY_VERIFY_WITH_TIMEOUT(isOpen(), 30'000);
        });
        opened(u"report"_s, [&] { tab.reportButton().click(); });
        opened(u"comparing with others"_s, [&] { tab.compareButton().click(); });
        gui::ClearDataDialog clear(m_rig.services(), &m_rig.window());
        shown(u"clear data"_s, clear);
        gui::FaultReportDialog report(u"⟦report⟧"_s, &m_rig.window());
        shown(u"report of a fault"_s, report);
        gui::QuestionDialog question(table::vacancySchema(), {}, &m_rig.window());
        shown(u"question"_s, question);
        m_rig.vacancies().results().showTable(table::vacancySchema());
    }

    void visitSearches()
    {
        session::SavedSearch saved;
        saved.name = u"⟦search⟧"_s;
        saved.schedule = session::Schedule::fromText(u"7d 18:30"_s).value();
        saved.schedule->since = QDateTime::currentDateTimeUtc();
        gui::SearchDialog search(saved, saved.name, {u"⟦folder⟧"_s}, m_rig.path(u"p.linnet"_s),
                                 &m_rig.window());
        shown(u"saved search"_s, search);
        gui::ScheduleLinesDialog lines({.program = u"/usr/bin/linnet-cli"_s,
                                        .project = m_rig.path(u"p.linnet"_s),
                                        .number = 1,
                                        .schedule = *saved.schedule},
                                       &m_rig.window());
        shown(u"lines for a scheduler"_s, lines);
    }

    void visitProject()
    {
        m_rig.actions().run(u"file.project"_s);
        auto *project = m_rig.window().findChild<gui::ProjectDialog *>();
        QVERIFY(project);
        QTRY_VERIFY_WITH_TIMEOUT(!project->isReading(), 30'000);
        opened(u"compacting"_s,
               [project] { project->findChild<QPushButton *>(u"compactButton"_s)->click(); });
        lookAt(u"project"_s, project);
        QSemaphore end;
        gui::WorkDialog::run<bool>(
            &m_rig.window(), QCoreApplication::translate("", "The project is being compacted…"),
            [&end](const store::Course &course) {
                course.at(0.4);
                while (!course.isStopped() && !end.tryAcquire(1, 20)) {
                }
                return true;
            },
            [](bool) {});
        lookAt(u"work that takes long"_s, m_rig.window().findChild<gui::WorkDialog *>());
        end.release();
    }

    void visitCrawl()
    {
        auto &page = *qobject_cast<gui::CrawlPage *>(m_rig.workspace().task(u"crawl"_s));
        m_rig.workspace().showRun(m_pages.crawl());
        QTRY_VERIFY_WITH_TIMEOUT(page.findings().isJudged(), 30'000);
        const auto click = [&page](const QString &button) { page.findChild<QPushButton *>(button)->click(); };
        opened(u"a rule of one's own"_s, [&] {
            click(u"auditRules"_s);
            QApplication::activeModalWidget()->findChild<QPushButton *>(u"addRule"_s)->click();
        });
        lookAt(u"rules of the audit"_s, qobject_cast<QDialog *>(QApplication::activeModalWidget()));
        opened(u"workbook of the audit"_s, [&] { click(u"auditBook"_s); });
        opened(u"segments"_s, [&] { click(u"editSegments"_s); });
    }

    void visitChecksAndProxies()
    {
        checks::InputTable table;
        table.separator = u';';
        table.names = {u"⟦name⟧"_s, u"⟦address⟧"_s};
        table.records = {{2, {u"A"_s, u"https://a.example/"_s}}, {3, {u"B"_s, u"https://b.example/"_s}}};
        table.column = 1;
        gui::ColumnDialog column(table, &m_rig.window());
        shown(u"column of addresses"_s, column);
        m_rig.workspace().showLists(session::runkind::Proxies);
        opened(u"typing proxies"_s, [this] { m_rig.proxyLists().actions().typeProxies(); });
        opened(u"address of a list"_s, [this] { m_rig.proxyLists().actions().askAddress(); });
        gui::ProxyDialog proxy(m_rig.access().proxyBook(), &m_rig.window());
        shown(u"one proxy"_s, proxy);
        gui::BypassDialog bypass(u"*.example"_s, &m_rig.window());
        shown(u"past the proxies"_s, bypass);
        gui::ProxyLoginDialog login(m_rig.access().proxies(), u"10.0.0.1:80"_s, true, &m_rig.window());
        shown(u"login of a proxy"_s, login);
    }

    void visitFiles()
    {
        QVERIFY(write(u"own.csv"_s, "vacancy;pay;other\nA;a lot;x\n"));
        imports::ImportSpec import;
        import.files = {*imports::ImportSpec::File::of(m_rig.path(u"own.csv"_s))};
        gui::ImportDialog importing(import, imports::ImportPreview::of(m_rig.path(u"own.csv"_s), nullptr, {}),
                                    &m_rig.window());
        shown(u"import"_s, importing);
    }

    void visitPopups()
    {
        m_rig.actions().run(u"view.commands"_s);
        if (const QPointer<QWidget> popup = QApplication::activePopupWidget()) {
            look(u"commands"_s, *popup);
            if (popup)
                popup->close();
        }
        for (gui::ChoiceBox *box : m_rig.window().findChildren<gui::ChoiceBox *>()) {
            box->showPopup();
            look(u"choices of "_s + box->objectName(), *box->findChild<QFrame *>());
            box->hidePopup();
        }
        auto &desk = *m_rig.window().findChild<gui::HelpDesk *>();
        desk.open(u"limits"_s);
        look(u"help"_s, *desk.helpWindow());
        desk.helpWindow()->close();
    }

    bool write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_rig.path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    WindowRig &m_rig;
    const EveryPage &m_pages;
    Look m_look;
};

} // namespace linnet::test
