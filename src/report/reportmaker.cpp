// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportmaker.h"

#include "models/changeswords.h"
#include "models/insight/adages.h"
#include "models/insight/insightanswer.h"
#include "models/insight/insightfigures.h"
#include "models/insight/limits.h"
#include "models/insight/ownquestion.h"
#include "report/auditpart.h"
#include "report/headfigures.h"
#include "report/reportwords.h"
#include "report/runtitle.h"
#include "session/changes/runchanges.h"

#include <QRegularExpression>

#include <algorithm>

namespace linnet::report {

using namespace Qt::Literals::StringLiterals;
using models::InsightQuestion;

namespace {

constexpr qsizetype AnswersInShort = 3;

/// Also a chart of medians none of which may be told.
bool saysNothing(const draw::Chart &chart)
{
    const auto hasNone = [](const draw::ChartGroup &group) { return group.quantiles.isEmpty(); };
    const bool isOfNone = chart.total == 0 && chart.series.empty(); // of two sides each has its own
    return isOfNone || chart.isEmpty() ||
           (chart.kind == draw::ChartKind::Ranges && std::ranges::all_of(chart.groups, hasNone));
}

QString ownMemo(const QHash<QString, QString> &memos)
{
    return memos.value(QString::fromLatin1(models::OwnQuestion::Memo));
}

/// Makes one report, step by step.
class ReportMaker
{
public:
    ReportMaker(const ReportSpec &spec, ReportProgress &progress, std::stop_token stop)
        : m_spec(spec)
        , m_progress(progress)
        , m_stop(std::move(stop))
    {
    }

    Result<Report> make()
    {
        Result<void> done = open();
        const auto questions = done ? chosen() : std::unexpected(done.error());
        if (!questions)
            return std::unexpected(questions.error());
        m_progress.total = int(questions->size()) + 2 + (asksAudit() ? 1 : 0);
        done = head();
        if (done)
            done = changes();
        if (done && asksAudit())
            done = audit();
        if (!done)
            return std::unexpected(done.error());
        for (const InsightQuestion &question : *questions) {
            if (const Result<void> answered = answer(question); !answered)
                return std::unexpected(answered.error());
            ++m_progress.done;
        }
        return std::move(m_report);
    }

private:
    /// In the order in which they are asked.
    Result<QList<InsightQuestion>> chosen() const
    {
        const QList<InsightQuestion> all = InsightQuestion::of(*m_spec.rows.schema, ownMemo(m_memos));
        const QStringList keys = questionsOf(*m_spec.rows.schema, m_memos);
        for (const QString &wanted : m_spec.questions) {
            if (!keys.contains(wanted))
                return fail(Reason::BadValue, u"%1: %2"_s.arg(wanted, keys.join(u", "_s)));
        }
        QList<InsightQuestion> result;
        for (const InsightQuestion &question : all) {
            if (m_spec.questions.isEmpty() || m_spec.questions.contains(question.key))
                result.append(question);
        }
        return result;
    }

    Result<void> open()
    {
        Result<bool> beforeTax = m_spec.beforeTax.value_or(true);
        if (!m_spec.beforeTax)
            beforeTax = models::isBeforeTax(m_spec.projectPath, m_spec.payRules);
        auto reader = beforeTax ? models::openForInsight(m_spec.projectPath, m_spec.payRules, *beforeTax)
                                : std::unexpected(beforeTax.error());
        if (!reader)
            return std::unexpected(reader.error());
        m_reader = std::move(*reader);
        m_reader->stopOn(m_stop);
        m_view.rows = m_spec.rows;
        m_view.beforeTax = *beforeTax;
        m_view.locale = m_spec.locale;
        m_view.other = m_spec.other;
        m_view.name = m_spec.name;
        const auto memos = m_reader->memos();
        if (!memos)
            return std::unexpected(memos.error());
        m_memos = *memos;
        m_view.fewest = models::limitsFromMemo(m_memos.value(QString::fromLatin1(models::LimitsMemo)));
        m_view.ages = std::make_shared<models::AdAges>(
            m_spec.projectPath, [rules = m_spec.payRules, isGross = *beforeTax](const QString &path) {
                return models::openForInsight(path, rules, isGross);
            });
        return {};
    }

    Result<void> head()
    {
        m_report.locale = m_spec.locale;
        m_report.author = m_spec.author.simplified();
        m_report.logo = m_spec.logo;
        static const QRegularExpression paragraphs(u"\\n[ \\t]*\\n\\s*"_s);
        const QString remarks = QString(m_spec.remarks).replace(u"\r\n"_s, u"\n"_s).trimmed();
        if (!remarks.isEmpty())
            m_report.remarks = remarks.split(paragraphs, Qt::SkipEmptyParts);
        const auto named = report::runTitle(*m_reader, m_spec.rows.runs, m_spec.locale);
        auto figures = named ? headFigures(*m_reader, m_view, m_stop) : std::unexpected(named.error());
        const auto shown = figures ? m_reader->count(m_spec.rows) : std::unexpected(figures.error());
        store::RowQuery whole = m_spec.rows;
        whole.filter = {};
        const auto all = shown ? m_reader->count(whole) : shown;
        auto about = all ? session::aboutRuns(*m_reader, m_spec.rows.runs) : std::unexpected(all.error());
        if (!about)
            return std::unexpected(about.error());
        m_report.title = m_spec.title.simplified();
        if (m_report.title.isEmpty())
            m_report.title = named->isEmpty() ? ReportWords::untitled() : *named;
        m_report.figures = std::move(*figures);
        m_report.about = std::move(*about);
        m_report.made = ReportWords::made(m_spec.now, m_spec.locale);
        m_report.rows = ReportWords::rows(m_spec.rows, *shown, *all, m_spec.locale);
        ++m_progress.done;
        return m_spec.other ? nameOther() : Result<void>();
    }

    /// What stands beside the rows in the charts.
    Result<void> nameOther()
    {
        const auto shown = m_reader->count(m_spec.other->rows);
        store::RowQuery whole = m_spec.other->rows;
        whole.filter = {};
        const auto all = shown ? m_reader->count(whole) : shown;
        if (!all)
            return std::unexpected(all.error());
        m_report.rows +=
            u' ' + ReportWords::compared(m_spec.name, m_spec.other->name,
                                         ReportWords::rows(m_spec.other->rows, *shown, *all, m_spec.locale));
        return {};
    }

    Result<void> changes()
    {
        ++m_progress.done;
        if (m_spec.rows.runs.size() != 1) {
            m_report.changes = {ReportWords::severalRuns()};
            return {};
        }
        const auto runs = session::sinceLastTime(*m_reader, m_spec.rows.runs.front());
        if (!runs)
            return std::unexpected(runs.error());
        if (!*runs) {
            m_report.changes = {ReportWords::nothingToCompare()};
            return {};
        }
        analysis::ComparisonProgress progress;
        const auto found = session::RunChanges::find(m_spec.projectPath, **runs, {}, progress, m_stop,
                                                     session::RunChanges::History::LeftOut);
        if (!found)
            return std::unexpected(found.error());
        m_report.changes = {models::changesSentence(**found)};
        if (!m_report.changes.front().endsWith(u'.'))
            m_report.changes.front() += u'.';
        if (!m_spec.rows.filter.conditions.isEmpty())
            m_report.changes.append(ReportWords::changesOfAll());
        m_report.changes += (*runs)->warnings();
        return {};
    }

    bool asksAudit() const
    {
        return hasAudit(*m_spec.rows.schema) &&
               (m_spec.questions.isEmpty() || m_spec.questions.contains(AuditKey));
    }

    Result<void> audit()
    {
        auto part = auditPart(*m_reader, m_spec.rows, m_memos, m_spec.locale, m_stop);
        if (!part)
            return std::unexpected(part.error());
        m_report.audit = std::move(*part);
        m_report.answers.append({m_report.audit.title, m_report.audit.sentence});
        ++m_progress.done;
        return {};
    }

    Result<void> answer(const InsightQuestion &question)
    {
        auto answer = models::answerInsight(*m_reader, question, m_view, m_stop);
        if (!answer)
            return std::unexpected(answer.error());
        if (saysNothing(answer->chart)) {
            m_report.leftOut.append(question.text());
            return {};
        }
        if (!answer->sentence.isEmpty() && m_report.answers.size() < AnswersInShort)
            m_report.answers.append({question.text(), answer->sentence});
        m_report.sections.push_back({question.key, std::move(answer->chart), std::move(answer->sentence)});
        return {};
    }

    const ReportSpec &m_spec;
    ReportProgress &m_progress;
    std::stop_token m_stop;
    std::unique_ptr<store::RowReader> m_reader;
    QHash<QString, QString> m_memos; ///< of the project
    models::InsightView m_view;
    Report m_report;
};

} // namespace

bool hasReport(const table::Schema &schema)
{
    return !InsightQuestion::of(schema).isEmpty();
}

QStringList questionsOf(const table::Schema &schema, const QHash<QString, QString> &memos)
{
    QStringList keys;
    if (hasAudit(schema))
        keys.append(AuditKey);
    for (const InsightQuestion &question : InsightQuestion::of(schema, ownMemo(memos)))
        keys.append(question.key);
    return keys;
}

Result<Report> makeReport(const ReportSpec &spec, ReportProgress &progress, std::stop_token stop)
{
    return ReportMaker(spec, progress, std::move(stop)).make();
}

} // namespace linnet::report
