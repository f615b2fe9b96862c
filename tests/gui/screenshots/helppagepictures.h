// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fewcolours.h"
#include "gui/crawl/crawlpage.h"
#include "gui/crawl/graphtab.h"
#include "gui/graph/graphcanvas.h"
#include "gui/insight/insighttab.h"
#include "gui/insight/questionlist.h"
#include "gui/run/changesview.h"
#include "gui/run/importdialog.h"
#include "gui/run/importflow.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/workspace.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/table/rowtableview.h"
#include "gui/widgets/actionregistry.h"
#include "session/runkinds.h"
#include "session/session.h"
#include "table/listingschema.h"
#include "table/vacancyschema.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QImageWriter>
#include <QListWidget>
#include <QPainter>
#include <QTest>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// The pictures that stand in the pages of the help: each is called as its page and is a part of a real
/// window over the sample project, as narrow as a page.
class HelpPagePictures
{
public:
    /// folder: for the pictures; temporary: for what is read meanwhile.
    HelpPagePictures(gui::MainWindow &window, session::Session &session, gui::ActionRegistry &actions,
                     const QString &folder, const QString &temporary)
        : m_window(window)
        , m_session(session)
        , m_actions(actions)
        , m_folder(folder)
        , m_temporary(temporary)
    {
    }

    void run()
    {
        m_window.resize(1000, 780);
        m_window.workspace().showStart();
        settle(500);
        save(u"start"_s, m_window, {1000, 700});
        m_actions.run(u"help.sample"_s);
        wait("no sample",
             [this] { return m_session.hasProject() && m_window.workspace().task().run() != 0; });
        shootAds();
        shootSite();
        shootOthers();
        shootImport();
    }

private:
    static void settle(int milliseconds) { QTest::qWait(milliseconds); }

    template <typename IsThere> static void wait(const char *what, IsThere isThere)
    {
        if (!QTest::qWaitFor(isThere, 60'000))
            qWarning("%s", what);
        settle(600);
    }

    /// The upper left part of a widget, with a line around it, because pages and windows have the same
    /// ground.
    void save(const QString &name, QWidget &widget, QSize most)
    {
        QImage picture = widget.grab(QRect({}, widget.size().boundedTo(most))).toImage();
        QPainter painter(&picture);
        painter.setPen(widget.palette().color(QPalette::Mid));
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1));
        painter.end();
        QImageWriter writer(QDir(m_folder).filePath(name + u".png"_s));
        writer.setQuality(0); // as small as PNG can be
        if (!writer.write(FewColours::of(picture)))
            qWarning("Cannot write %s", qPrintable(writer.fileName()));
    }

    template <typename Open> void saveDialog(const QString &name, QSize most, Open open)
    {
        open();
        settle(600);
        if (QWidget *dialog = QApplication::activeModalWidget()) {
            save(name, *dialog, most);
            dialog->close();
        } else {
            qWarning("%s: no dialog", qPrintable(name));
        }
    }

    gui::RunPage &showNewest(QLatin1StringView kind)
    {
        const auto reader = m_session.project().reader();
        const auto runs = reader ? (*reader)->runs() : std::unexpected(reader.error());
        store::RunId newest = 0;
        for (const store::RunInfo &run : runs.value_or(std::vector<store::RunInfo>()))
            newest = run.kind == kind ? std::max(newest, run.id) : newest;
        m_window.workspace().showRun(newest);
        gui::RunPage &page = *m_window.workspace().task(kind);
        wait("no rows", [&page] { return page.results().shown() > 0; });
        return page;
    }

    void ask(gui::InsightTab &tab, const QString &key)
    {
        const QList<models::InsightQuestion> &all = tab.questionList().all();
        const auto asked = std::ranges::find(all, key, &models::InsightQuestion::key) - all.begin();
        QListWidget &list = tab.questions();
        for (int row = 0; row < list.count(); ++row) {
            if (list.item(row)->data(Qt::UserRole) == QVariant(int(asked)))
                list.setCurrentRow(row);
        }
        settle(3000);
    }

    void shootAds()
    {
        gui::RunPage &page = showNewest(session::runkind::Vacancies);
        gui::ResultsView &results = page.results();
        results.showTable(table::vacancySchema());
        gui::ResultsPane &pane = *results.pane();
        pane.filter().keepOnly(int(table::VacancyColumn::Source), {u"hh"_s});
        settle(1500);
        pane.table()->selectRow(1);
        settle(500);
        save(u"table"_s, results, {800, 560});
        saveDialog(u"exports"_s, {760, 526}, // without the path of a file
                   [&pane] { pane.openExport(); });
        pane.filter().clear();
        results.showTable(table::listingSchema());
        settle(1500);
        save(u"completeness"_s, results, {800, 230});
        gui::InsightTab &insight = *page.insight();
        results.showPage(&insight);
        ask(insight, u"pay_experience"_s);
        save(u"pay"_s, insight, {800, 460});
        ask(insight, u"map"_s);
        save(u"insight"_s, insight, {800, 460});
        page.showChanges();
        wait("no changes", [&page] { return page.changes().hasChanges(); });
        page.changes().pane().filter().keepOnly(0, {u"changed"_s});
        settle(2000);
        save(u"changes"_s, results, {800, 420});
    }

    void shootSite()
    {
        auto &page = static_cast<gui::CrawlPage &>(showNewest(session::runkind::Crawl));
        wait("no audit", [&page] { return page.findings().isJudged(); });
        save(u"crawl"_s, page.results(), {800, 480});
        page.chooseEntry(page.findings().entryOf(u"links_broken"_s));
        settle(2000);
        save(u"audit"_s, page.results(), {800, 560});
        page.chooseEntry(0);
        auto &graph = *page.findChild<gui::GraphTab *>();
        m_window.resize(1260, 860);
        page.results().showPage(&graph);
        models::GraphLook look = graph.look();
        look.grouping = analysis::Grouping::Pages;
        look.colour = models::GraphLook::Colour::Folder;
        look.isChosen = true;
        graph.setLook(look);
        wait("no graph", [&graph] {
            return graph.shown().picture && graph.shown().look == graph.look() && graph.canvas().isDrawn();
        });
        settle(2000);
        save(u"graph"_s, graph, {800, 640});
        m_window.resize(1000, 780);
    }

    void shootOthers()
    {
        gui::RunPage &checks = showNewest(session::runkind::Checks);
        settle(1500);
        save(u"checks"_s, checks.results(), {800, 420});
        gui::RunPage &proxies = showNewest(session::runkind::Proxies);
        settle(1500);
        save(u"proxies"_s, proxies.results(), {800, 380});
    }

    void shootImport()
    {
        const bool isRussian = QLocale().language() == QLocale::Russian;
        QByteArray rows = isRussian ? "Должность;Оклад от;Ссылка;Дата размещения;Компания;Наш отдел\n"
                                    : "Job title;Salary from;Link;Posted on;Company;Our team\n";
        for (int i = 1; i <= 12; ++i) {
            const QByteArray n = QByteArray::number(i);
            rows += (isRussian ? "Аналитик данных " : "Data analyst ") + n + ';' + n +
                    "0 000,00;https://example.org/jobs/" + n + ';' + QByteArray::number(1 + i) +
                    (isRussian ? ".11.2026;Ромашка;А-" : ".11.2026;Daisy;A-") + n + '\n';
        }
        QFile file(QDir(m_temporary).filePath(isRussian ? u"вакансии.csv"_s : u"vacancies.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(rows) != rows.size())
            return;
        file.close();
        m_window.workspace().importFlow().take({file.fileName()});
        const auto dialog = [this] { return m_window.findChild<gui::ImportDialog *>(u"importPreview"_s); };
        wait("no import", [&] { return dialog() && dialog()->isVisible(); });
        dialog()->resize(780, 460);
        settle(500);
        save(u"import"_s, *dialog(), {800, 460});
        dialog()->reject();
    }

    gui::MainWindow &m_window;
    session::Session &m_session;
    gui::ActionRegistry &m_actions;
    QString m_folder;
    QString m_temporary;
};

} // namespace linnet::test
