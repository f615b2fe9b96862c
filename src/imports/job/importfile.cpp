// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/job/importfile.h"

#include "base/translations.h"
#include "table/vacancyschema.h"
#include "vacancies/import/importrecord.h"

#include <QCoreApplication>

#include <algorithm>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What one unit of the store may hold; what a crash costs and memory holds are a few of these.
constexpr qint64 MostRecords = 2000;
constexpr qint64 MostBytes = 4 * 1024 * 1024;
/// What one part may name.
constexpr qsizetype MostNotes = 100;

qint64 sizeOf(const SourceRow &row)
{
    qint64 bytes = 0;
    for (const table::Value &cell : row.cells) {
        const auto *text = std::get_if<QString>(&cell);
        bytes += text ? text->size() * qint64(sizeof(QChar)) : qint64(sizeof cell);
    }
    return bytes;
}

} // namespace

ImportFile::ImportFile(QString path, QString title, const table::Schema *wanted, TableChoice choice)
    : m_path(std::move(path))
    , m_title(std::move(title))
    , m_wanted(wanted)
    , m_choice(std::move(choice))
{
}

Result<void> ImportFile::open()
{
    auto table = TableFile::open(m_path, m_title, m_wanted, m_choice);
    if (!table)
        return std::unexpected(table.error());
    if ((*table)->kind() != TableFile::Kind::Records && !(*table)->hasKnownColumns())
        return fail(Reason::BadFile,
                    QLatin1StringView(QT_TRANSLATE_NOOP("linnet::ErrorDetail",
                                                        "none of its columns has a name that is known")));
    m_table = std::move(*table);
    return {};
}

Result<void> ImportFile::goToRecords(const RecordPlace &begin)
{
    m_file = std::make_unique<jobs::UnpackedFile>(m_path);
    if (!m_file->open(QIODevice::ReadOnly))
        return fail(Reason::Io, m_file->errorString());
    if (!m_file->skipTo(begin.offset))
        return fail(Reason::BadFile, u"it has less than %1 bytes"_s.arg(begin.offset));
    m_records = std::make_unique<JsonRecords>(*m_file, m_table->jsonShape(),
                                              JsonRecords::Place{begin.offset, begin.state});
    return {};
}

ImportPart ImportFile::read(const RecordPlace &begin, const QString &fetchedAt)
{
    ImportPart part;
    part.begin = part.end = begin;
    if (!m_table) {
        if (const auto opened = open(); !opened) {
            part.error = opened.error();
            return part;
        }
    }
    if (m_table->kind() == TableFile::Kind::Records)
        readRecords(part, fetchedAt);
    else
        readTable(part, fetchedAt);
    return part;
}

void ImportFile::readRecords(ImportPart &part, const QString &fetchedAt)
{
    const JsonRecords::Place begin{part.begin.offset, part.begin.state};
    if (!m_records || m_records->place() != begin) {
        if (const auto there = goToRecords(part.begin); !there) {
            part.error = there.error();
            return;
        }
    }
    while (part.records < MostRecords && part.end.offset - part.begin.offset < MostBytes) {
        const auto record = m_records->next();
        if (!record)
            part.error = {record.error().reason == Reason::Io ? Reason::Io : Reason::BadFile, 0,
                          record.error().detail};
        part.isLast = record && record->isNull();
        if (!record || part.isLast)
            break;
        ++part.records;
        part.end = {m_records->place().offset, m_records->place().open};
        Result<vacancies::Vacancy> vacancy = vacancies::readImportRecord(*record);
        if (!vacancy) {
            ++part.unreadRows;
            part.notes.append(u"before byte %1: %2"_s.arg(part.end.offset).arg(vacancy.error().detail));
            continue;
        }
        vacancy->fetchedAt = fetchedAt;
        vacancy->query = m_title;
        vacancy->queries = {m_title};
        part.rows.push_back(
            {&table::vacancySchema(), vacancy->key(), vacancy->toRow(), store::RowMode::Keep});
    }
    if (part.isLast && part.end.offset == 0)
        part.error = {Reason::BadFile, 0, u"there is no list of JSON objects"_s};
    part.fraction = m_file->fraction();
    if (part.error.reason != Reason::None)
        m_records.reset();
}

/// Columns that somebody named and that are not there: a slip of the pen would lose them in silence.
void ImportFile::sayWhatIsMissing(ImportPart &part) const
{
    QStringList missing;
    for (const auto &[name, key] : m_choice.columns) {
        const auto is = [&name](const ColumnMap::Source &source) {
            return source.name.compare(name.simplified(), Qt::CaseInsensitive) == 0;
        };
        if (std::ranges::none_of(m_table->map().sources, is))
            missing.append(name);
    }
    if (!missing.isEmpty() && m_table->kind() != TableFile::Kind::Json) // more names may come there
        part.notes.append(
            tr("columns that were named and that it does not have: %1").arg(missing.join(u", ")));
}

/// Each name once.
void ImportFile::sayWhatIsUnknown(ImportPart &part) const
{
    const QStringList unknown = m_table->map().unknown();
    if (unknown.size() > m_toldColumns)
        part.notes.append(tr("columns that the table does not have were left out: %1")
                              .arg(unknown.sliced(m_toldColumns).join(u", ")));
}

void ImportFile::sayOtherSheets(ImportPart &part) const
{
    QStringList others = m_table->sheets();
    others.removeOne(m_table->sheet());
    // Ours are about the rows, not of them.
    others.removeIf([](const QString &name) {
        constexpr const char *Context = "linnet::exports::XlsxWriter";
        constexpr const char *Ours[] = {"Summary", "About this data", "Failures"};
        return std::ranges::any_of(Ours, [&](const char *own) {
            return name == QLatin1StringView(own) || name == inRussian(Context, own);
        });
    });
    if (!others.isEmpty())
        part.notes.append(
            tr("only the sheet \"%1\" was read, not: %2").arg(m_table->sheet(), others.join(u", ")));
}

void ImportFile::readTable(ImportPart &part, const QString &fetchedAt)
{
    const bool isBeginning = part.begin == RecordPlace();
    const RecordPlace begin = isBeginning ? m_table->begin() : part.begin;
    if (!m_isReading || m_at != begin) {
        if (const auto there = m_table->goTo(begin); !there) {
            part.error = there.error();
            return;
        }
        m_at = begin;
        m_isReading = true;
        if (!isBeginning)
            m_toldColumns = m_table->map().unknown().size(); // they were told with the first part
    }
    part.end = begin;
    SourceRow row;
    for (qint64 bytes = 0; part.records < MostRecords && bytes < MostBytes;) {
        const auto read = m_table->reader().next(row);
        if (!read)
            part.error = read.error();
        part.isLast = read && !*read;
        if (!read || part.isLast)
            break;
        ++part.records;
        part.end = m_table->reader().place();
        m_table->learnNames();
        bytes += sizeOf(row);
        const qsizetype mayHave =
            m_table->columnCount() < 0 ? qsizetype(row.cells.size()) : m_table->columnCount();
        RowMaker::Made made = m_table->maker().make(row, m_table->map(), mayHave, fetchedAt);
        part.unreadCells += made.unreadCells;
        for (const QString &problem : std::as_const(made.problems)) {
            if (part.notes.size() < MostNotes)
                part.notes.append(problem);
            if (!made.row && !made.isTotals && part.lost.size() < size_t(MostNotes))
                part.lost.push_back({row.line, problem});
        }
        if (made.row) {
            part.rows.push_back(std::move(*made.row));
            part.places.push_back(row.line > 0 ? row.line : row.byte);
        } else {
            ++part.unreadRows;
        }
    }
    if (isBeginning) {
        sayOtherSheets(part);
        sayWhatIsMissing(part);
        if (!m_table->aboveHeader().isEmpty())
            part.notes.append(m_table->aboveHeader());
    }
    sayWhatIsUnknown(part);
    m_toldColumns = m_table->map().unknown().size();
    m_at = part.end;
    part.fraction = part.isLast ? 1 : m_table->fraction();
    if (part.error.reason != Reason::None)
        m_isReading = false;
}

} // namespace linnet::imports
