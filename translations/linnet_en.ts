<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>linnet::cli</name>
    <message numerus="yes">
        <source>… and %n more row(s); -o FILE writes them all</source>
        <translation>
            <numerusform>… and %n more row; -o FILE writes them all</numerusform>
            <numerusform>… and %n more rows; -o FILE writes them all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::cli::AuditCommand</name>
    <message numerus="yes">
        <source>%n rule(s) passed.</source>
        <translation>
            <numerusform>%n rule passed.</numerusform>
            <numerusform>%n rules passed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::cli::CheckCommand</name>
    <message numerus="yes">
        <source>… and %n more line(s) that are no addresses.</source>
        <translation>
            <numerusform>… and %n more line that is no address.</numerusform>
            <numerusform>… and %n more lines that are no addresses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more repeated line(s).</source>
        <translation>
            <numerusform>… and %n more repeated line.</numerusform>
            <numerusform>… and %n more repeated lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::cli::CrawlLeftOut</name>
    <message numerus="yes">
        <source>%n address(es) left out: robots.txt forbids them; --ignore-robots if the site is yours.</source>
        <translation>
            <numerusform>%n address left out: robots.txt forbids it; --ignore-robots if the site is yours.</numerusform>
            <numerusform>%n addresses left out: robots.txt forbids them; --ignore-robots if the site is yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) left out: their page asks not to follow its links; --ignore-robots if the site is yours.</source>
        <translation>
            <numerusform>%n address left out: its page asks not to follow its links; --ignore-robots if the site is yours.</numerusform>
            <numerusform>%n addresses left out: their page asks not to follow its links; --ignore-robots if the site is yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) left out: they look endless; --no-traps asks them all the same.</source>
        <translation>
            <numerusform>%n address left out: it looks endless; --no-traps asks it all the same.</numerusform>
            <numerusform>%n addresses left out: they look endless; --no-traps asks them all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) left out: by --include or --exclude.</source>
        <translation>
            <numerusform>%n address left out by --include or --exclude.</numerusform>
            <numerusform>%n addresses left out by --include or --exclude.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) not asked: a limit was reached; &quot;linnet-cli resume&quot; goes on.</source>
        <translation>
            <numerusform>%n address not asked: a limit was reached; &quot;linnet-cli resume&quot; goes on.</numerusform>
            <numerusform>%n addresses not asked: a limit was reached; &quot;linnet-cli resume&quot; goes on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sitemap(s) not read: there are too many, or they lie too deep.</source>
        <translation>
            <numerusform>%n sitemap not read: there are too many, or they lie too deep.</numerusform>
            <numerusform>%n sitemaps not read: there are too many, or they lie too deep.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of sitemaps left out: they are no addresses.</source>
        <translation>
            <numerusform>%n line of sitemaps left out: it is no address.</numerusform>
            <numerusform>%n lines of sitemaps left out: they are no addresses.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::cli::MarkCommand</name>
    <message numerus="yes">
        <source>%Ln row(s) pass the filter; marks changed: %1.</source>
        <translation>
            <numerusform>%Ln row passes the filter; marks changed: %1.</numerusform>
            <numerusform>%Ln rows pass the filter; marks changed: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::cli::MergeCommand</name>
    <message numerus="yes">
        <source>%n run(s) were added; the project of both is %1.</source>
        <translation>
            <numerusform>%n run was added; the project of both is %1.</numerusform>
            <numerusform>%n runs were added; the project of both is %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::cli::ProjectCommand</name>
    <message numerus="yes">
        <source>%n run(s) deleted.</source>
        <translation>
            <numerusform>%n run deleted.</numerusform>
            <numerusform>%n runs deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) kept as counts only.</source>
        <translation>
            <numerusform>%n run kept as counts only.</numerusform>
            <numerusform>%n runs kept as counts only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::cli::RunCommand</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) failed; the first:</source>
        <translation>
            <numerusform>%n request failed:</numerusform>
            <numerusform>%n requests failed; the first:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the input could not be taken; the first:</source>
        <translation>
            <numerusform>%n line of the input could not be taken; the first:</numerusform>
            <numerusform>%n lines of the input could not be taken; the first:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No server has answered for %n second(s): this computer seems to be offline.</source>
        <translation>
            <numerusform>No server has answered for %n second: this computer seems to be offline.</numerusform>
            <numerusform>No server has answered for %n seconds: this computer seems to be offline.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::cli::RunSavedCommand</name>
    <message numerus="yes">
        <source>%n run(s) were missed; this one makes up for them.</source>
        <translation>
            <numerusform>%n run was missed; this one makes up for it.</numerusform>
            <numerusform>%n runs were missed; this one makes up for them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::cli::VacanciesCommand</name>
    <message numerus="yes">
        <source>… and %n more repeated line(s).</source>
        <translation>
            <numerusform>… and %n more repeated line.</numerusform>
            <numerusform>… and %n more repeated lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::draw::ChartWords</name>
    <message numerus="yes">
        <source>and %1 other(s)</source>
        <translation>
            <numerusform>and %1 other</numerusform>
            <numerusform>and %1 others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::exports::CsvWriter</name>
    <message numerus="yes">
        <source>%n text(s) longer than the 32,767 characters of an Excel cell were cut; the project and the standard form of CSV keep them whole.</source>
        <translation>
            <numerusform>%n text longer than the 32,767 characters of an Excel cell was cut; the project and the standard form of CSV keep it whole.</numerusform>
            <numerusform>%n texts longer than the 32,767 characters of an Excel cell were cut; the project and the standard form of CSV keep them whole.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n text(s) control characters that Excel cannot read were left out.</source>
        <translation>
            <numerusform>In %n text control characters that Excel cannot read were left out.</numerusform>
            <numerusform>In %n texts control characters that Excel cannot read were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) begin like a formula; an apostrophe before them keeps Excel from calculating. Excel workbooks and the standard form of CSV keep them as they are.</source>
        <translation>
            <numerusform>%n text begins like a formula; an apostrophe before it keeps Excel from calculating. Excel workbooks and the standard form of CSV keep it as it is.</numerusform>
            <numerusform>%n texts begin like a formula; an apostrophe before them keeps Excel from calculating. Excel workbooks and the standard form of CSV keep them as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::exports::ExportJob</name>
    <message numerus="yes">
        <source>%n row(s) are no longer in the project and were left out.</source>
        <translation>
            <numerusform>%n row is no longer in the project and was left out.</numerusform>
            <numerusform>%n rows are no longer in the project and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sitemap is divided into %n file(s); put all of them at %1.</source>
        <translation>
            <numerusform>The sitemap is %n file and an index; put both at %1.</numerusform>
            <numerusform>The sitemap is divided into %n files; put all of them at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::exports::XlsxWriter</name>
    <message numerus="yes">
        <source>%n text(s) longer than the 32,767 characters of an Excel cell were cut; the project keeps them whole, and CSV and JSON can hold them.</source>
        <translation>
            <numerusform>%n text longer than the 32,767 characters of an Excel cell was cut; the project keeps it whole, and CSV and JSON can hold it.</numerusform>
            <numerusform>%n texts longer than the 32,767 characters of an Excel cell were cut; the project keeps them whole, and CSV and JSON can hold them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rows stand on %n sheet(s), because one sheet of Excel cannot hold them all.</source>
        <translation>
            <numerusform>The rows stand on %n sheet, because one sheet of Excel cannot hold them all.</numerusform>
            <numerusform>The rows stand on %n sheets, because one sheet of Excel cannot hold them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n cell(s) characters that an Excel file cannot hold were left out or replaced.</source>
        <translation>
            <numerusform>In %n cell characters that an Excel file cannot hold were left out or replaced.</numerusform>
            <numerusform>In %n cells characters that an Excel file cannot hold were left out or replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ActivityPage</name>
    <message numerus="yes">
        <source>%Ln request(s) saved to %1.</source>
        <translation>
            <numerusform>%Ln request saved to %1.</numerusform>
            <numerusform>%Ln requests saved to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::AuditBookDialog</name>
    <message numerus="yes">
        <source>An Excel workbook to hand over: an overview of %Ln finding(s), the worst first, with why each matters and how to fix it, and a sheet with the pages of each.</source>
        <translation>
            <numerusform>An Excel workbook to hand over: an overview of %Ln finding, with why it matters and how to fix it, and a sheet with its pages.</numerusform>
            <numerusform>An Excel workbook to hand over: an overview of %Ln findings, the worst first, with why each matters and how to fix it, and a sheet with the pages of each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::AuditRulesDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChartPanel</name>
    <message numerus="yes">
        <source>Copied the chart&apos;s data: %Ln row(s).</source>
        <translation>
            <numerusform>Copied the chart&apos;s data: %Ln row.</numerusform>
            <numerusform>Copied the chart&apos;s data: %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChartView</name>
    <message numerus="yes">
        <source>%Ln group(s). The arrow keys tell one after the other, Return filters by it.</source>
        <translation>
            <numerusform>%Ln group. The arrow keys tell one after the other, Return filters by it.</numerusform>
            <numerusform>%Ln groups. The arrow keys tell one after the other, Return filters by it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChecksForm</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>every minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>every hour</numerusform>
            <numerusform>every %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChecksPresenter</name>
    <message numerus="yes">
        <source>%Ln address(es)</source>
        <translation>
            <numerusform>%Ln address</numerusform>
            <numerusform>%Ln addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) cannot be taken; the first is line %1: %2</source>
        <translation>
            <numerusform>%Ln line cannot be taken, line %1: %2</numerusform>
            <numerusform>%Ln lines cannot be taken; the first is line %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) repeat another one.</source>
        <translation>
            <numerusform>%Ln line repeats another one.</numerusform>
            <numerusform>%Ln lines repeat another one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChecksTask</name>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es) failed, see Problems.</source>
        <translation>
            <numerusform>%Ln address failed, see Problems.</numerusform>
            <numerusform>%Ln addresses failed, see Problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) are no addresses, see Problems.</source>
        <translation>
            <numerusform>%Ln line is no address, see Problems.</numerusform>
            <numerusform>%Ln lines are no addresses, see Problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChipBar</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) changed</source>
        <translation>
            <numerusform>%Ln row changed</numerusform>
            <numerusform>%Ln rows changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new row(s) below, not sorted yet</source>
        <translation>
            <numerusform>%Ln new row below, not sorted yet</numerusform>
            <numerusform>%Ln new rows below, not sorted yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sorting, %Ln second(s)</source>
        <translation>
            <numerusform>Sorting, %Ln second</numerusform>
            <numerusform>Sorting, %Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) more by now</source>
        <translation>
            <numerusform>%Ln row more by now</numerusform>
            <numerusform>%Ln rows more by now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ClearDataDialog</name>
    <message numerus="yes">
        <source>%Ln project(s)</source>
        <translation>
            <numerusform>%Ln project</numerusform>
            <numerusform>%Ln projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s)</source>
        <translation>
            <numerusform>%Ln setting</numerusform>
            <numerusform>%Ln settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln login(s)</source>
        <translation>
            <numerusform>%Ln login</numerusform>
            <numerusform>%Ln logins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln list(s)</source>
        <translation>
            <numerusform>%Ln list</numerusform>
            <numerusform>%Ln lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ComparisonView</name>
    <message numerus="yes">
        <source>Medians of %n repetition(s).</source>
        <translation>
            <numerusform>Median of %n repetition.</numerusform>
            <numerusform>Medians of %n repetitions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::Completeness</name>
    <message numerus="yes">
        <source>%Ln address(es) found</source>
        <translation>
            <numerusform>%Ln address found</numerusform>
            <numerusform>%Ln addresses found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::CrawlForm</name>
    <message numerus="yes">
        <source>%n click(s) deep</source>
        <translation>
            <numerusform>%n click deep</numerusform>
            <numerusform>%n clicks deep</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::CrawlPage</name>
    <message numerus="yes">
        <source>%Ln kind(s) of errors</source>
        <translation>
            <numerusform>%Ln kind of errors</numerusform>
            <numerusform>%Ln kinds of errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of warnings.</source>
        <translation>
            <numerusform>%Ln of warnings.</numerusform>
            <numerusform>%Ln of warnings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::CrawlPresenter</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) are left out. The first is line %1, “%2”: %3</source>
        <translation>
            <numerusform>%Ln line is left out. The first is line %1, “%2”: %3</numerusform>
            <numerusform>%Ln lines are left out. The first is line %1, “%2”: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln click(s) deep</source>
        <translation>
            <numerusform>%Ln click deep</numerusform>
            <numerusform>%Ln clicks deep</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %Ln address(es)</source>
        <translation>
            <numerusform>at most %Ln address</numerusform>
            <numerusform>at most %Ln addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::CrawlTask</name>
    <message numerus="yes">
        <source>%Ln link(s)</source>
        <translation>
            <numerusform>%Ln link</numerusform>
            <numerusform>%Ln links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n crawl(s)</source>
        <translation>
            <numerusform>%n crawl</numerusform>
            <numerusform>%n crawls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::DetailPane</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::Duration</name>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln row(s) saved, %1.</source>
        <translation>
            <numerusform>%Ln row saved, %1.</numerusform>
            <numerusform>%Ln rows saved, %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::HistogramView</name>
    <message numerus="yes">
        <source>%1 to %2: %Ln row(s)</source>
        <translation>
            <numerusform>%1 to %2: %Ln row</numerusform>
            <numerusform>%1 to %2: %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ImportDialog</name>
    <message numerus="yes">
        <source>%n row(s) are shown</source>
        <translation>
            <numerusform>%n row is shown</numerusform>
            <numerusform>%n rows are shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) are left out</source>
        <translation>
            <numerusform>%n column is left out</numerusform>
            <numerusform>%n columns are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in these rows</source>
        <translation>
            <numerusform>%n problem in these rows</numerusform>
            <numerusform>%n problems in these rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::InsightTab</name>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ad(s)</source>
        <translation>
            <numerusform>%n ad</numerusform>
            <numerusform>%n ads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::MapView</name>
    <message numerus="yes">
        <source>%Ln circle(s). Page Down tells one after the other, Return filters by it. The arrow keys move the map, + and - change its scale.</source>
        <translation>
            <numerusform>%Ln circle. Page Down tells one after the other, Return filters by it. The arrow keys move the map, + and - change its scale.</numerusform>
            <numerusform>%Ln circles. Page Down tells one after the other, Return filters by it. The arrow keys move the map, + and - change its scale.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::NavigatorActions</name>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>Delete %n run</numerusform>
            <numerusform>Delete %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::OwnTablesDialog</name>
    <message numerus="yes">
        <source>%n column(s) added.</source>
        <translation>
            <numerusform>%n column added.</numerusform>
            <numerusform>%n columns added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the table left out, first: %1.</source>
        <translation>
            <numerusform>%n row of the table left out: %1.</numerusform>
            <numerusform>%n rows of the table left out, first: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::PairPanel</name>
    <message numerus="yes">
        <source>The larger a dot, the more ads name it. Lines join what stands together more often than by chance: %Ln pair(s). A double click filters the ads.</source>
        <translation>
            <numerusform>The larger a dot, the more ads name it. Lines join what stands together more often than by chance: %Ln pair. A double click filters the ads.</numerusform>
            <numerusform>The larger a dot, the more ads name it. Lines join what stands together more often than by chance: %Ln pairs. A double click filters the ads.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ad(s)</source>
        <translation>
            <numerusform>%Ln ad</numerusform>
            <numerusform>%Ln ads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stands together with %Ln other(s)</source>
        <translation>
            <numerusform>Stands together with %Ln other</numerusform>
            <numerusform>Stands together with %Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The larger a dot, the more ads it has among those of its colour: employers have one, skills the other. Lines join what stands together more often than by chance: %Ln pair(s). A double click filters the ads.</source>
        <translation>
            <numerusform>The larger a dot, the more ads it has among those of its colour: employers have one, skills the other. Lines join what stands together more often than by chance: %Ln pair. A double click filters the ads.</numerusform>
            <numerusform>The larger a dot, the more ads it has among those of its colour: employers have one, skills the other. Lines join what stands together more often than by chance: %Ln pairs. A double click filters the ads.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProjectActions</name>
    <message numerus="yes">
        <source>%n run(s) were added.</source>
        <translation>
            <numerusform>%n run was added.</numerusform>
            <numerusform>%n runs were added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProjectCare</name>
    <message numerus="yes">
        <source>No search has more than %n run(s) with rows: nothing is to be removed.</source>
        <translation>
            <numerusform>No search has more than %n run with rows: nothing is to be removed.</numerusform>
            <numerusform>No search has more than %n runs with rows: nothing is to be removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the rows of %n older run(s)?</source>
        <translation>
            <numerusform>Remove the rows of %n older run?</numerusform>
            <numerusform>Remove the rows of %n older runs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of results go, with their requests. The runs stay in all lists with their counts, but cannot be looked at, exported or compared any more.</source>
        <translation>
            <numerusform>%Ln row of results goes, with its requests. The runs stay in all lists with their counts, but cannot be looked at, exported or compared any more.</numerusform>
            <numerusform>%Ln rows of results go, with their requests. The runs stay in all lists with their counts, but cannot be looked at, exported or compared any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) kept as counts only.</source>
        <translation>
            <numerusform>%n run kept as counts only.</numerusform>
            <numerusform>%n runs kept as counts only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProjectDialog</name>
    <message numerus="yes">
        <source>Keep the last %n run(s) of each search in full…</source>
        <translation>
            <numerusform>Keep the last run of each search in full…</numerusform>
            <numerusform>Keep the last %n runs of each search in full…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) deleted. Undo brings them back until the project is closed; their room is given back by compacting.</source>
        <translation>
            <numerusform>%n run deleted. Undo brings it back until the project is closed; its room is given back by compacting.</numerusform>
            <numerusform>%n runs deleted. Undo brings them back until the project is closed; their room is given back by compacting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyImportDialog</name>
    <message numerus="yes">
        <source>%n proxy(s)</source>
        <translation>
            <numerusform>%n proxy</numerusform>
            <numerusform>%n proxies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n repeated</numerusform>
            <numerusform>%n repeated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not supported</source>
        <translation>
            <numerusform>%n not supported</numerusform>
            <numerusform>%n not supported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be read</source>
        <translation>
            <numerusform>%n line cannot be read</numerusform>
            <numerusform>%n lines cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyListActions</name>
    <message numerus="yes">
        <source>%1 was read: %n new</source>
        <translation>
            <numerusform>%1 was read: %n new</numerusform>
            <numerusform>%1 was read: %n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n gone</numerusform>
            <numerusform>%n gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) were taken.</source>
        <translation>
            <numerusform>%n proxy was taken.</numerusform>
            <numerusform>%n proxies were taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) switched on.</source>
        <translation>
            <numerusform>%n proxy switched on.</numerusform>
            <numerusform>%n proxies switched on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) switched off.</source>
        <translation>
            <numerusform>%n proxy switched off.</numerusform>
            <numerusform>%n proxies switched off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) are your own: tokens and logins may go through.</source>
        <translation>
            <numerusform>%n proxy is your own: tokens and logins may go through.</numerusform>
            <numerusform>%n proxies are your own: tokens and logins may go through.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) are not your own.</source>
        <translation>
            <numerusform>%n proxy is not your own.</numerusform>
            <numerusform>%n proxies are not your own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) removed.</source>
        <translation>
            <numerusform>%n proxy removed.</numerusform>
            <numerusform>%n proxies removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyLists</name>
    <message numerus="yes">
        <source>%n good</source>
        <translation>
            <numerusform>%n good</numerusform>
            <numerusform>%n good</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyMenu</name>
    <message numerus="yes">
        <source>%n host(s) directly</source>
        <translation>
            <numerusform>%n host directly</numerusform>
            <numerusform>%n hosts directly</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyPicker</name>
    <message numerus="yes">
        <source>%n proxy(s)</source>
        <translation>
            <numerusform>%n proxy</numerusform>
            <numerusform>%n proxies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyTestPresenter</name>
    <message numerus="yes">
        <source>%n proxy(s)</source>
        <translation>
            <numerusform>%n proxy</numerusform>
            <numerusform>%n proxies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) will be tested</source>
        <translation>
            <numerusform>%n proxy will be tested</numerusform>
            <numerusform>%n proxies will be tested</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n repeated</numerusform>
            <numerusform>%n repeated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be read</source>
        <translation>
            <numerusform>%n line cannot be read</numerusform>
            <numerusform>%n lines cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyTestTask</name>
    <message numerus="yes">
        <source>%Ln proxy(s)</source>
        <translation>
            <numerusform>%Ln proxy</numerusform>
            <numerusform>%Ln proxies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s)</source>
        <translation>
            <numerusform>%n test</numerusform>
            <numerusform>%n tests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::QueriesDialog</name>
    <message numerus="yes">
        <source>%Ln search(es).</source>
        <translation>
            <numerusform>%Ln search.</numerusform>
            <numerusform>%Ln searches.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ResultsPane</name>
    <message numerus="yes">
        <source>%Ln row(s) saved to %1</source>
        <translation>
            <numerusform>%Ln row saved to %1</numerusform>
            <numerusform>%Ln rows saved to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::RowCopier</name>
    <message numerus="yes">
        <source>%Ln row(s) are too many to copy. Export them to a file instead.</source>
        <translation>
            <numerusform>%Ln row is too much to copy. Export it to a file instead.</numerusform>
            <numerusform>%Ln rows are too many to copy. Export them to a file instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied.</source>
        <translation>
            <numerusform>%Ln row copied.</numerusform>
            <numerusform>%Ln rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::RulesPage</name>
    <message numerus="yes">
        <source>%Ln rate(s) loaded, from %1 to %2. An ad is reckoned by the rate of its date, or of the nearest day before it; ads from before the first day stay without pay that compares.</source>
        <translation>
            <numerusform>%Ln rate loaded, from %1 to %2. An ad is reckoned by the rate of its date, or of the nearest day before it; ads from before the first day stay without pay that compares.</numerusform>
            <numerusform>%Ln rates loaded, from %1 to %2. An ad is reckoned by the rate of its date, or of the nearest day before it; ads from before the first day stay without pay that compares.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::RunPresenter</name>
    <message numerus="yes">
        <source>The server asked to wait %n s. Linnet goes on by itself.</source>
        <translation>
            <numerusform>The server asked to wait %n s. Linnet goes on by itself.</numerusform>
            <numerusform>The server asked to wait %n s. Linnet goes on by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) failed, see Problems.</source>
        <translation>
            <numerusform>%Ln request failed, see Problems.</numerusform>
            <numerusform>%Ln requests failed, see Problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ScheduledRuns</name>
    <message numerus="yes">
        <source>%n run(s) before it were missed; this one makes up for them.</source>
        <translation>
            <numerusform>%n run before it was missed; this one makes up for it.</numerusform>
            <numerusform>%n runs before it were missed; this one makes up for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The scheduled run has ended: %n row(s).</source>
        <translation>
            <numerusform>The scheduled run has ended: %n row.</numerusform>
            <numerusform>The scheduled run has ended: %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::SearchDialog</name>
    <message numerus="yes">
        <source>hour(s)</source>
        <translation>
            <numerusform>hour</numerusform>
            <numerusform>hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::SearchList</name>
    <message numerus="yes">
        <source>%Ln line(s) repeat others and are asked once.</source>
        <translation>
            <numerusform>%Ln line repeats another and is asked once.</numerusform>
            <numerusform>%Ln lines repeat others and are asked once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more line(s) that cannot be taken.</source>
        <translation>
            <numerusform>… and %Ln more line that cannot be taken.</numerusform>
            <numerusform>… and %Ln more lines that cannot be taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>list of %Ln search(es)</source>
        <translation>
            <numerusform>list of %Ln search</numerusform>
            <numerusform>list of %Ln searches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::SettingsDialog</name>
    <message numerus="yes">
        <source>%n certificate(s) of the file are trusted.</source>
        <translation>
            <numerusform>%n certificate of the file is trusted.</numerusform>
            <numerusform>%n certificates of the file are trusted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::StartPage</name>
    <message numerus="yes">
        <source>%Ln row(s) recovered · Open</source>
        <translation>
            <numerusform>%Ln row recovered · Open</numerusform>
            <numerusform>%Ln rows recovered · Open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) would be gone for good.</source>
        <translation>
            <numerusform>%Ln row would be gone for good.</numerusform>
            <numerusform>%Ln rows would be gone for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), not saved · Open</source>
        <translation>
            <numerusform>%Ln row, not saved · Open</numerusform>
            <numerusform>%Ln rows, not saved · Open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>interrupted, %Ln row(s) kept · Open</source>
        <translation>
            <numerusform>interrupted, %Ln row kept · Open</numerusform>
            <numerusform>interrupted, %Ln rows kept · Open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::StatusStrip</name>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::TagsDialog</name>
    <message numerus="yes">
        <source>Tags of %Ln ad(s) or address(es)</source>
        <translation>
            <numerusform>Tags of %Ln ad or address</numerusform>
            <numerusform>Tags of %Ln ads or addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::VacanciesForm</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>last %n day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>List of %Ln search(es)…</source>
        <translation>
            <numerusform>List of %Ln search…</numerusform>
            <numerusform>List of %Ln searches…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::VacanciesPage</name>
    <message numerus="yes">
        <source>Show the %Ln ad(s) of this job</source>
        <translation>
            <numerusform>Show the %Ln ad of this job</numerusform>
            <numerusform>Show the %Ln ads of this job</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln ad(s).</source>
        <translation>
            <numerusform>There is %Ln ad.</numerusform>
            <numerusform>There are %Ln ads.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::VacanciesPresenter</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>regions</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::VacanciesTask</name>
    <message numerus="yes">
        <source>%Ln ad(s) came more than once and stand here once.</source>
        <translation>
            <numerusform>%Ln ad came more than once and stands here once.</numerusform>
            <numerusform>%Ln ads came more than once and stand here once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vacancy(s)</source>
        <translation>
            <numerusform>%Ln vacancy</numerusform>
            <numerusform>%Ln vacancies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n search(es)</source>
        <translation>
            <numerusform>%n search</numerusform>
            <numerusform>%n searches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ad(s) left out: the source had matched them more loosely than you asked (words, salary or date).</source>
        <translation>
            <numerusform>%Ln ad left out: the source had matched it more loosely than you asked (words, salary or date).</numerusform>
            <numerusform>%Ln ads left out: the source had matched them more loosely than you asked (words, salary or date).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ViewList</name>
    <message numerus="yes">
        <source>%Ln address(es)</source>
        <translation>
            <numerusform>%Ln address</numerusform>
            <numerusform>%Ln addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::WayView</name>
    <message numerus="yes">
        <source>%Ln click(s) from the start</source>
        <translation>
            <numerusform>%Ln click from the start</numerusform>
            <numerusform>%Ln clicks from the start</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::WordSearch</name>
    <message numerus="yes">
        <source>Looking through every text, %Ln second(s)</source>
        <translation>
            <numerusform>Looking through every text, %Ln second</numerusform>
            <numerusform>Looking through every text, %Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::imports::ImportJob</name>
    <message numerus="yes">
        <source>%n row(s) have the number or address of an earlier one; all are kept</source>
        <translation>
            <numerusform>%n row has the number or address of an earlier one; all are kept</numerusform>
            <numerusform>%n rows have the number or address of an earlier one; all are kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have the address of an earlier one and were left out</source>
        <translation>
            <numerusform>%n row has the address of an earlier one and was left out</numerusform>
            <numerusform>%n rows have the address of an earlier one and were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) could not be read and were left empty</source>
        <translation>
            <numerusform>%n cell could not be read and was left empty</numerusform>
            <numerusform>%n cells could not be read and were left empty</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::models</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln newly broken</source>
        <translation>
            <numerusform>%Ln newly broken</numerusform>
            <numerusform>%Ln newly broken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mended</source>
        <translation>
            <numerusform>%Ln mended</numerusform>
            <numerusform>%Ln mended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone</source>
        <translation>
            <numerusform>%Ln gone</numerusform>
            <numerusform>%Ln gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not seen</source>
        <translation>
            <numerusform>%Ln not seen</numerusform>
            <numerusform>%Ln not seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln posted again</source>
        <translation>
            <numerusform>%Ln posted again</numerusform>
            <numerusform>%Ln posted again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln posted twice</source>
        <translation>
            <numerusform>%Ln posted twice</numerusform>
            <numerusform>%Ln posted twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open again</source>
        <translation>
            <numerusform>%Ln open again</numerusform>
            <numerusform>%Ln open again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outside what was asked</source>
        <translation>
            <numerusform>%Ln outside what was asked</numerusform>
            <numerusform>%Ln outside what was asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pay differs for %Ln</source>
        <translation>
            <numerusform>pay differs for %Ln</numerusform>
            <numerusform>pay differs for %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::models::CrawlPicture</name>
    <message numerus="yes">
        <source>%Ln click(s)</source>
        <translation>
            <numerusform>%Ln click</numerusform>
            <numerusform>%Ln clicks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln click(s) from the start</source>
        <translation>
            <numerusform>%Ln click from the start</numerusform>
            <numerusform>%Ln clicks from the start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 addresses in %Ln group(s).</source>
        <translation>
            <numerusform>%1 of %2 addresses in %Ln group.</numerusform>
            <numerusform>%1 of %2 addresses in %Ln groups.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::models::FacetModel</name>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>%Ln more…</numerusform>
            <numerusform>%Ln more…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln row(s)</source>
        <translation>
            <numerusform>%1, %Ln row</numerusform>
            <numerusform>%1, %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::models::FindingListModel</name>
    <message numerus="yes">
        <source>%Ln rule(s) passed</source>
        <translation>
            <numerusform>%Ln rule passed</numerusform>
            <numerusform>%Ln rules passed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::models::HostsModel</name>
    <message numerus="yes">
        <source>paused %n s because the server asked for it</source>
        <translation>
            <numerusform>paused %n s because the server asked for it</numerusform>
            <numerusform>paused %n s because the server asked for it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::models::InsightAnswer</name>
    <message numerus="yes">
        <source>%n day(s) and more</source>
        <translation>
            <numerusform>%n day and more</numerusform>
            <numerusform>%n days and more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %n day(s)</source>
        <translation>
            <numerusform>%1 to %n day</numerusform>
            <numerusform>%1 to %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ad(s)</source>
        <translation>
            <numerusform>%n ad</numerusform>
            <numerusform>%n ads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::models::PoolWords</name>
    <message numerus="yes">
        <source>another after %n request(s)</source>
        <translation>
            <numerusform>another after %n request</numerusform>
            <numerusform>another after %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resting</source>
        <translation>
            <numerusform>%n resting</numerusform>
            <numerusform>%n resting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not wanted there</source>
        <translation>
            <numerusform>%n not wanted there</numerusform>
            <numerusform>%n not wanted there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dead</source>
        <translation>
            <numerusform>%n dead</numerusform>
            <numerusform>%n dead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n switched off</source>
        <translation>
            <numerusform>%n switched off</numerusform>
            <numerusform>%n switched off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not supported</source>
        <translation>
            <numerusform>%n not supported</numerusform>
            <numerusform>%n not supported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next request goes through one of %n proxy(s) (%1).</source>
        <translation>
            <numerusform>The next request goes through %n proxy (%1).</numerusform>
            <numerusform>The next request goes through one of %n proxies (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next request to %1 goes through one of %n proxy(s) (%2).</source>
        <translation>
            <numerusform>The next request to %1 goes through %n proxy (%2).</numerusform>
            <numerusform>The next request to %1 goes through one of %n proxies (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s)</source>
        <translation>
            <numerusform>%n proxy</numerusform>
            <numerusform>%n proxies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a login</source>
        <translation>
            <numerusform>%n with a login</numerusform>
            <numerusform>%n with a login</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n your own</source>
        <translation>
            <numerusform>%n your own</numerusform>
            <numerusform>%n your own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be read</source>
        <translation>
            <numerusform>%n line cannot be read</numerusform>
            <numerusform>%n lines cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::models::SelectionSummary</name>
    <message numerus="yes">
        <source>%Ln row(s) selected</source>
        <translation>
            <numerusform>%Ln row selected</numerusform>
            <numerusform>%Ln rows selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln known): mean %2, median %3, sum %4</source>
        <translation>
            <numerusform>%1 (%Ln known): mean %2, median %3, sum %4</numerusform>
            <numerusform>%1 (%Ln known): mean %2, median %3, sum %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::report::AuditPart</name>
    <message numerus="yes">
        <source>Nothing was found; %Ln rule(s) passed.</source>
        <translation>
            <numerusform>Nothing was found; %Ln rule passed.</numerusform>
            <numerusform>Nothing was found; %Ln rules passed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s) of errors</source>
        <translation>
            <numerusform>%Ln kind of error</numerusform>
            <numerusform>%Ln kinds of errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of warnings</source>
        <translation>
            <numerusform>%Ln of warnings</numerusform>
            <numerusform>%Ln of warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of notices</source>
        <translation>
            <numerusform>%Ln of notices</numerusform>
            <numerusform>%Ln of notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s) passed.</source>
        <translation>
            <numerusform>%Ln rule passed.</numerusform>
            <numerusform>%Ln rules passed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::report::Figure</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::report::ReportWords</name>
    <message numerus="yes">
        <source>and %n more row(s)</source>
        <translation>
            <numerusform>and %n more row</numerusform>
            <numerusform>and %n more rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::session</name>
    <message numerus="yes">
        <source>%Ln still open</source>
        <translation>
            <numerusform>%Ln still open</numerusform>
            <numerusform>%Ln still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln archived or closed</source>
        <translation>
            <numerusform>%Ln archived or closed</numerusform>
            <numerusform>%Ln archived or closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found any more</source>
        <translation>
            <numerusform>%Ln not found any more</numerusform>
            <numerusform>%Ln not found any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be asked</source>
        <translation>
            <numerusform>%Ln could not be asked</numerusform>
            <numerusform>%Ln could not be asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not asked yet</source>
        <translation>
            <numerusform>%Ln not asked yet</numerusform>
            <numerusform>%Ln not asked yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::session::About</name>
    <message numerus="yes">
        <source>%n search(es)</source>
        <translation>
            <numerusform>%n search</numerusform>
            <numerusform>%n searches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::session::AuditBook</name>
    <message numerus="yes">
        <source>%n finding(s) stand in the overview only; Linnet shows their rows.</source>
        <translation>
            <numerusform>%n finding stands in the overview only; Linnet shows its rows.</numerusform>
            <numerusform>%n findings stand in the overview only; Linnet shows their rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::session::Schedule</name>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>every %n hour</numerusform>
            <numerusform>every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s) at %1</source>
        <translation>
            <numerusform>every %n day at %1</numerusform>
            <numerusform>every %n days at %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::session::SummaryTables</name>
    <message numerus="yes">
        <source>The %n most frequent of %1.</source>
        <translation>
            <numerusform>The most frequent of %1.</numerusform>
            <numerusform>The %n most frequent of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n.</source>
        <translation>
            <numerusform>The first.</numerusform>
            <numerusform>The first %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::store::DamageWords</name>
    <message numerus="yes">
        <source>%n row(s) make no sense: %1.</source>
        <translation>
            <numerusform>%n row makes no sense: %1.</numerusform>
            <numerusform>%n rows make no sense: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s) kept</source>
        <translation>
            <numerusform>%1: %n row kept</numerusform>
            <numerusform>%1: %n rows kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n could not be read</source>
        <translation>
            <numerusform>, %n could not be read</numerusform>
            <numerusform>, %n could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n long text(s) could not be read; their rows are kept without them.</source>
        <translation>
            <numerusform>%n long text could not be read; its rows are kept without it.</numerusform>
            <numerusform>%n long texts could not be read; their rows are kept without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n place(s) the file holds nothing that could be read; how many rows stood there is not known.</source>
        <translation>
            <numerusform>In %n place the file holds nothing that could be read; how many rows stood there is not known.</numerusform>
            <numerusform>In %n places the file holds nothing that could be read; how many rows stood there is not known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::vacancies::Query</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>last %n day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::vacancies::QueryLines</name>
    <message numerus="yes">
        <source>The list is longer than %n search(es).</source>
        <translation>
            <numerusform>The list is longer than %n search.</numerusform>
            <numerusform>The list is longer than %n searches.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::vacancies::SourceCheck</name>
    <message numerus="yes">
        <source>The source answers as Linnet reads it: %n ad(s) on one page.</source>
        <translation>
            <numerusform>The source answers as Linnet reads it: %n ad on one page.</numerusform>
            <numerusform>The source answers as Linnet reads it: %n ads on one page.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its ads cannot be read.</source>
        <translation>
            <numerusform>%n of its ads cannot be read.</numerusform>
            <numerusform>%n of its ads cannot be read.</numerusform>
        </translation>
    </message>
</context>
</TS>
