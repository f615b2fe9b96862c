// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/taskkinds.h"

#include "gui/checks/checkstask.h"
#include "gui/crawl/crawltask.h"
#include "gui/proxies/proxytesttask.h"
#include "gui/vacancies/vacanciestask.h"

#include <QHash>

namespace linnet::gui {

QList<TaskKind> taskKinds()
{
    return {VacanciesTask::kind(), CrawlTask::kind(), ChecksTask::kind(), ProxyTestTask::kind()};
}

std::function<const table::Schema *(const QString &kind)> schemasOfRuns(const QList<TaskKind> &kinds)
{
    QHash<QString, const table::Schema *> schemas;
    for (const TaskKind &kind : kinds)
        schemas.insert(kind.id, kind.schema);
    return [schemas](const QString &kind) { return schemas.value(kind); };
}

} // namespace linnet::gui
