// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sheets/auditbook.h"

#include "audit/run/worstfirst.h"
#include "exports/file/atomicfile.h"
#include "exports/file/exportpath.h"
#include "exports/table/cnumericlocale.h"
#include "exports/table/xlsxbook.h"
#include "exports/table/xlsxwriter.h"
#include "session/aboutdata.h"
#include "session/sheets/findingsheet.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;
using audit::Finding;
using exports::SheetColumn;
using exports::SheetTable;
using exports::XlsxSheet;

namespace {

struct BookWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::session::AuditBook)
};

constexpr qsizetype LongestSheetName = 31;

/// "3 Title is missing": Excel forbids some characters in it, and names that differ by case alone.
QString sheetName(int number, const QString &what)
{
    QString name = QString::number(number) + u' ' + what;
    for (QChar &unit : name) {
        if (u"[]:*?/\\'"_s.contains(unit) || unit.category() == QChar::Other_Control)
            unit = u' ';
    }
    name = name.simplified();
    if (name.size() > LongestSheetName)
        name = name.left(LongestSheetName - 1).trimmed() + u'…';
    return name;
}

/// Makes one workbook.
class AuditBookMaker
{
public:
    AuditBookMaker(const AuditBookSpec &spec, const exports::PumpHooks &hooks, const QString &path)
        : m_spec(spec)
        , m_hooks(hooks)
        , m_book(path, exports::XlsxWriter::tr("… (full text in the project)"))
    {
    }

    Result<exports::ExportReport> make()
    {
        const exports::CNumericLocale pointsInNumbers;
        auto reader = store::RowReader::open(m_spec.projectPath);
        if (!reader)
            return std::unexpected(reader.error());
        m_reader = std::move(*reader);
        m_reader->stopOn(m_hooks.stop);
        Result<void> done = m_book.open();
        const auto overview =
            done ? m_book.addSheet(BookWords::tr("Overview")) : std::unexpected(done.error());
        if (!overview)
            return std::unexpected(overview.error());
        const std::vector<int> worst = audit::worstFirst(m_spec.findings);
        for (const int place : worst)
            m_total += m_spec.findings[place].count;
        for (const int place : worst) {
            if (done)
                done = addFinding(m_spec.findings[place]);
        }
        if (done)
            done = writeOverview(**overview);
        if (done)
            done = writeAbout();
        if (done)
            done = m_book.close();
        if (!done)
            return std::unexpected(done.error());
        return exports::ExportReport{m_rows, QFileInfo(m_book.shared().path).size(), notices()};
    }

private:
    /// A finding as the overview tells it.
    struct Told
    {
        Finding finding;
        QString sheet; ///< "" = none
    };

    Result<void> addFinding(const Finding &finding)
    {
        Told told{finding, {}};
        if (m_told.size() < size_t(MostFindingSheets)) {
            told.sheet = sheetName(int(m_told.size()) + 1, finding.rule.what);
            const auto sheet = m_book.addSheet(told.sheet);
            if (!sheet)
                return std::unexpected(sheet.error());
            const auto tell = [this](qint64 rows) {
                if (m_hooks.progressed)
                    m_hooks.progressed(m_rows + rows, m_total);
                return m_hooks.isCancelled && m_hooks.isCancelled();
            };
            FindingSheet writer(*m_reader, m_spec.run, tell);
            const auto rows = writer.write(**sheet, finding, u"finding_%1"_s.arg(m_told.size() + 1));
            if (!rows)
                return std::unexpected(rows.error());
            // While a crawl runs there may be more than were counted.
            told.finding.count = rows->found;
            m_rows += rows->written;
            if (rows->written < rows->found)
                m_cut.append(told.sheet);
        }
        m_told.push_back(std::move(told));
        return {};
    }

    Result<void> writeOverview(XlsxSheet &sheet)
    {
        using Form = SheetColumn::Form;
        const SheetTable table{.title = {},
                               .columns = {{BookWords::tr("Finding"), Form::Text, 250},
                                           {BookWords::tr("Level"), Form::Text, 80},
                                           {BookWords::tr("Subject"), Form::Text, 140},
                                           {BookWords::tr("Found"), Form::Count, 70},
                                           {BookWords::tr("Of"), Form::Count, 70},
                                           {BookWords::tr("Share"), Form::Share, 70},
                                           {BookWords::tr("Looked at"), Form::Text, 150},
                                           {BookWords::tr("Why it matters"), Form::Text, 340},
                                           {BookWords::tr("How to fix it"), Form::Text, 340},
                                           {BookWords::tr("Sheet"), Form::Text, 220}}};
        QStringList header;
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            sheet.width(i, table.columns[i].width);
            header.append(table.columns[i].title);
        }
        Result<void> done = sheet.header(0, table);
        qint64 row = 0;
        for (const Told &told : m_told) {
            if (done)
                done = writeLine(sheet, ++row, told);
        }
        sheet.freezeHeader();
        return done ? sheet.makeTable(u"overview"_s, header, row) : done;
    }

    Result<void> writeLine(XlsxSheet &sheet, qint64 row, const Told &told)
    {
        const audit::AuditRule &rule = told.finding.rule;
        const exports::XlsxShared &formats = m_book.shared();
        const QString texts[] = {rule.what, audit::levelTitle(rule.level), audit::groupTitle(rule.group)};
        Result<void> done;
        for (qint64 i = 0; done && i < qint64(std::size(texts)); ++i)
            done = sheet.text(row, i, texts[i], i == 0 ? formats.wrapped : formats.top);
        if (done)
            done = sheet.whole(row, 3, told.finding.count, formats.topCount);
        if (done)
            done = sheet.whole(row, 4, told.finding.of, formats.topCount);
        if (done)
            done = sheet.number(row, 5, audit::shareOf(told.finding), formats.topShare);
        const QString further[] = {audit::setTitle(rule.set), rule.why, rule.fix};
        for (qint64 i = 0; done && i < qint64(std::size(further)); ++i)
            done = sheet.text(row, 6 + i, further[i], formats.wrapped);
        if (done && told.sheet.isEmpty())
            return sheet.text(row, 9, BookWords::tr("in Linnet"), formats.top);
        return done ? sheet.linkToSheet(row, 9, told.sheet) : done;
    }

    QString names(bool isJudged) const
    {
        QStringList names;
        for (const Finding &finding : m_spec.findings) {
            if (!finding.isHit() && finding.isJudged == isJudged)
                names.append(finding.rule.what);
        }
        return names.join(u"; "_s);
    }

    QStringList notices() const
    {
        QStringList result;
        if (m_told.size() > size_t(MostFindingSheets))
            result.append(BookWords::tr("%n finding(s) stand in the overview only; Linnet shows their rows.",
                                        nullptr, int(m_told.size()) - MostFindingSheets));
        if (!m_cut.isEmpty())
            result.append(
                BookWords::tr("One sheet of Excel cannot hold all rows of: %1").arg(m_cut.join(u"; "_s)));
        return result;
    }

    Result<void> writeAbout()
    {
        auto lines = aboutRuns(*m_reader, {m_spec.run});
        const auto added = lines ? m_book.addSheet(exports::XlsxWriter::tr("About this data"))
                                 : std::unexpected(lines.error());
        if (!added)
            return std::unexpected(added.error());
        const audit::FindingCounts counts = audit::FindingCounts::of(m_spec.findings);
        lines->append({BookWords::tr("Rules that found nothing: %1").arg(counts.passed), names(true)});
        if (counts.notJudged > 0)
            lines->append({BookWords::tr("Rules that this crawl says nothing of: %1").arg(counts.notJudged),
                           names(false)});
        for (const QString &notice : notices())
            lines->append({exports::XlsxWriter::tr("Notice"), notice});
        constexpr int NamesWidth = 240;
        constexpr int TextsWidth = 640;
        (*added)->width(0, NamesWidth);
        (*added)->width(1, TextsWidth);
        Result<void> done;
        for (qsizetype i = 0; done && i < lines->size(); ++i) {
            done = (*added)->text(i, 0, lines->at(i).first, m_book.shared().bold);
            if (done)
                done = (*added)->text(i, 1, lines->at(i).second, m_book.shared().wrapped);
        }
        return done;
    }

    const AuditBookSpec &m_spec;
    const exports::PumpHooks &m_hooks;
    exports::XlsxBook m_book;
    std::unique_ptr<store::RowReader> m_reader;
    std::vector<Told> m_told;
    QStringList m_cut; ///< sheets that lack rows
    qint64 m_rows = 0;
    qint64 m_total = 0;
};

} // namespace

Result<exports::ExportReport> writeAuditBook(const AuditBookSpec &spec, const exports::PumpHooks &hooks)
{
    if (const Result<void> writable = exports::checkWritable(spec.path); !writable)
        return std::unexpected(writable.error());
    exports::AtomicFile file(spec.path);
    auto report = AuditBookMaker(spec, hooks, file.temporaryPath()).make();
    if (!report)
        return report;
    if (const Result<void> committed = file.commit(); !committed)
        return std::unexpected(committed.error());
    return report;
}

} // namespace linnet::session
