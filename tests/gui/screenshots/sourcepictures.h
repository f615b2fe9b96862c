// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/insight/insighttab.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/workspace.h"
#include "gui/vacancies/sourcetermsdialog.h"
#include "gui/vacancies/vacanciespage.h"
#include "practice/server/practiceserver.h"
#include "session/networkcontrol.h"
#include "vacancies/search/sources.h"

#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include <functional>

namespace linnet::test {

/// Pictures of a search over six sources, of what each of them tells, and of their terms.
class SourcePictures
{
public:
    using Shoot = std::function<void(QWidget &, const QString &name)>;

    SourcePictures(gui::MainWindow &window, session::NetworkControl &network, Shoot shoot)
        : m_window(window)
        , m_network(network)
        , m_shoot(std::move(shoot))
    {
    }

    void run()
    {
        using namespace Qt::Literals::StringLiterals;
        practice::PracticeServer server{QList<practice::Fault>()};
        const auto root = server.start();
        if (!root)
            return;
        m_window.workspace().newTask(u"vacancies"_s);
        auto &page = *qobject_cast<gui::VacanciesPage *>(m_window.workspace().task(u"vacancies"_s));
        gui::VacanciesValues values = page.values();
        values.sources = {u"trudvsem"_s, u"jobicy"_s, u"himalayas"_s, u"jobtech"_s, u"mpsv"_s, u"boards"_s};
        for (const QString &id : std::as_const(values.sources)) {
            QUrl base = *root;
            base.setPath(id == "trudvsem"_L1 ? u"/api/v1"_s : u'/' + id);
            values.bases.insert(id, base.toString());
        }
        values.employers = {u"greenhouse:5001"_s, u"lever:5002"_s, u"ashby:5004"_s};
        values.details = false;
        values.delay = std::chrono::milliseconds(0);
        page.setValues(values);
        m_shoot(m_window, u"source-form"_s);
        page.start();
        QTest::qWait(9000);
        page.finish();
        QTest::qWait(2000);
        m_shoot(m_window, u"source-search"_s);
        shootCoverage(page);
        for (const char *id : {"mpsv", "boards", "usajobs"})
            shootTerms(QString::fromLatin1(id));
    }

private:
    void shootCoverage(gui::RunPage &page)
    {
        if (!page.insight())
            return;
        gui::InsightTab &insight = *page.insight();
        page.results().showPage(&insight);
        for (int row = 0; row < insight.questions().model()->rowCount(); ++row) {
            insight.questions().setCurrentRow(row);
            QTest::qWait(100);
            const QString text = insight.questions().currentItem()->text();
            if (text.contains(u"each source") || text.contains(u"каждый источник"))
                break;
        }
        QTest::qWait(3000);
        m_shoot(m_window, QStringLiteral("source-coverage"));
    }

    void shootTerms(const QString &id)
    {
        gui::SourceTermsDialog dialog(*vacancies::sourceById(id), &m_window);
        dialog.setReadOnly();
        dialog.offerTest(m_network, "any");
        dialog.show();
        QTest::qWait(300);
        m_shoot(dialog, QStringLiteral("source-terms-") + id);
    }

    gui::MainWindow &m_window;
    session::NetworkControl &m_network;
    Shoot m_shoot;
};

} // namespace linnet::test
