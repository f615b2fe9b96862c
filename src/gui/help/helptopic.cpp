// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/helptopic.h"

#include <QHash>
#include <QWidget>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QHash<QString, QString> &topics()
{
    static const QHash<QString, QString> known{
        // Pages, their forms and what is in them.
        {u"StartPage"_s, u"start"_s},
        {u"VacanciesPage"_s, u"start#search"_s},
        {u"VacanciesForm"_s, u"limits#sources"_s},
        {u"CrawlPage"_s, u"crawl"_s},
        {u"ChecksPage"_s, u"checks"_s},
        {u"ComparisonView"_s, u"checks#ways"_s},
        {u"ProxyTestPage"_s, u"proxies#test"_s},
        {u"ProxyListsPage"_s, u"proxies#lists"_s},
        {u"ProxyPicker"_s, u"proxies#use"_s},
        {u"PaceBox"_s, u"limits#pace"_s},
        {u"ActivityPage"_s, u"limits#requests"_s},
        {u"ProblemsPage"_s, u"completeness#problems"_s},
        {u"ResultsPane"_s, u"table"_s},
        {u"RowTableView"_s, u"columns"_s},
        {u"FilterRow"_s, u"table#filter"_s},
        {u"FacetPanel"_s, u"table#filter"_s},
        {u"ChipBar"_s, u"table#filter"_s},
        {u"WordSearch"_s, u"table#find"_s},
        {u"MarkEditor"_s, u"table#marks"_s},
        {u"CompletenessView"_s, u"completeness#crawl"_s},
        {u"ViewList"_s, u"audit"_s},
        {u"ChangesView"_s, u"changes"_s},
        {u"TrendsView"_s, u"changes#trends"_s},
        {u"InsightTab"_s, u"insight"_s},
        // Dialogs.
        {u"ColumnDialog"_s, u"checks"_s},
        {u"ProxyImportDialog"_s, u"proxies#lists"_s},
        {u"ProxyLoginDialog"_s, u"proxies#use"_s},
        {u"ProxyDialog"_s, u"proxies#use"_s},
        {u"BypassDialog"_s, u"proxies#use"_s},
        {u"SourceTermsDialog"_s, u"limits#sources"_s},
        {u"TokenDialog"_s, u"tokens"_s},
        {u"QueriesDialog"_s, u"start#list"_s},
        {u"ClearDataDialog"_s, u"privacy#clear"_s},
        {u"FaultReportDialog"_s, u"privacy#report"_s},
        {u"LicencesDialog"_s, u"privacy"_s},
        {u"AboutDialog"_s, u"privacy"_s},
        {u"SettingsDialog"_s, u"limits#settings"_s},
        {u"KeysDialog"_s, u"keys"_s},
        {u"HistoryDialog"_s, u"projects#undo"_s},
        {u"SearchDialog"_s, u"changes#schedule"_s},
        {u"ScheduleLinesDialog"_s, u"changes#schedule"_s},
        {u"AuditRulesDialog"_s, u"audit#rules"_s},
        {u"AuditBookDialog"_s, u"audit#workbook"_s},
        {u"OwnRuleDialog"_s, u"audit#rules"_s},
        {u"SegmentsDialog"_s, u"audit"_s},
        {u"OwnTablesDialog"_s, u"import#tables"_s},
        {u"JoinDialog"_s, u"import#tables"_s},
        {u"ImportDialog"_s, u"import"_s},
        {u"WorkDialog"_s, u"projects#care"_s},
        {u"ProjectDialog"_s, u"projects#care"_s},
        {u"TagsDialog"_s, u"table#marks"_s},
        {u"QuestionDialog"_s, u"insight#own"_s},
        {u"CompareDialog"_s, u"insight#compare"_s},
        {u"RulesDialog"_s, u"pay#rules"_s},
        {u"ReportDialog"_s, u"insight#report"_s},
        {u"ColumnChooser"_s, u"columns"_s},
        {u"ExportDialog"_s, u"exports"_s},
    };
    return known;
}

} // namespace

QString helpTopicOfClass(const QString &name)
{
    return topics().value(name);
}

QString helpTopic(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        for (const QMetaObject *meta = widget->metaObject(); meta; meta = meta->superClass()) {
            const QString topic =
                helpTopicOfClass(QString::fromLatin1(meta->className()).section(u"::"_s, -1));
            if (!topic.isEmpty())
                return topic;
        }
    }
    return {};
}

} // namespace linnet::gui
