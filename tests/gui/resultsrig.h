// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/table/rowtableview.h"
#include "gui/widgets/actionregistry.h"
#include "session/session.h"
#include "table/vacancyschema.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// The view of results in a window of its own, of a run of a real project.
class ResultsRig
{
protected:
    void open()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
        m_session = std::make_unique<session::Session>(m_folder->path());
        QVERIFY(m_session->projectSlot().open(m_folder->filePath(u"a.linnet"_s)));
        m_run = m_session->project().writer().postRun(u"vacancies"_s, {});
        m_view = std::make_unique<gui::ResultsView>(*m_session, *m_settings, m_actions);
        m_view->resize(1148, 640);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->activateWindow();
    }
    void close()
    {
        m_view.reset();
        m_session.reset();
        m_settings.reset();
        m_folder.reset();
    }
    void post(const store::Unit &unit) { m_session->project().writer().post(unit); }
    bool waitForRows(int count) const
    {
        return QTest::qWaitFor([&] { return !model().isBuilding() && model().rowCount() == count; }, 20'000);
    }
    gui::ResultsPane &pane() const { return *m_view->pane(); }
    models::RowModel &model() const { return pane().model(); }
    gui::RowTableView &table() const { return *pane().table(); }
    QString shown(int row, table::VacancyColumn column) const
    {
        const QModelIndex index = model().index(row, int(column));
        if (!QTest::qWaitFor([&] { return index.data(models::RowModel::LoadedRole).toBool(); }))
            return u"<not loaded>"_s;
        return index.data().toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<session::Session> m_session;
    gui::ActionRegistry m_actions;
    std::unique_ptr<gui::ResultsView> m_view;
    store::RunId m_run = 0;
};

} // namespace linnet::test
