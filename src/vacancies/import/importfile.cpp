// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/import/importfile.h"

#include "table/vacancyschema.h"
#include "vacancies/import/importrecord.h"

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What one unit of the store may hold; what a crash costs and memory holds are a few of these.
constexpr qint64 MostRecords = 2000;
constexpr qint64 MostBytes = 4 * 1024 * 1024;
/// Of the beginning, to tell the shape.
constexpr qint64 Beginning = 1024 * 1024;

} // namespace

ImportFile::ImportFile(QString path, QString title)
    : m_path(std::move(path))
    , m_title(std::move(title))
{
}

Result<void> ImportFile::goTo(const JsonRecords::Place &begin)
{
    const auto opened = [this]() -> Result<void> {
        m_file = std::make_unique<jobs::UnpackedFile>(m_path);
        if (!m_file->open(QIODevice::ReadOnly))
            return fail(Reason::Io, m_file->errorString());
        return {};
    };
    if (const auto good = opened(); !good)
        return good;
    if (!m_isShapeKnown) {
        m_shape = JsonRecords::shapeOf(m_file->read(Beginning));
        m_isShapeKnown = true;
        if (const auto good = opened(); !good)
            return good;
    }
    if (!m_file->skipTo(begin.offset))
        return fail(Reason::BadFile, u"it has less than %1 bytes"_s.arg(begin.offset));
    m_records = std::make_unique<JsonRecords>(*m_file, m_shape, begin);
    return {};
}

ImportPart ImportFile::read(const JsonRecords::Place &begin, const QString &fetchedAt)
{
    ImportPart part;
    part.begin = part.end = begin;
    if (!m_records || m_records->place() != begin) {
        if (const auto there = goTo(begin); !there) {
            part.error = there.error();
            return part;
        }
    }
    while (part.records < MostRecords && part.end.offset - begin.offset < MostBytes) {
        const auto record = m_records->next();
        if (!record)
            part.error = {record.error().reason == Reason::Io ? Reason::Io : Reason::BadFile, 0,
                          record.error().detail};
        part.isLast = record && record->isNull();
        if (!record || part.isLast)
            break;
        ++part.records;
        part.end = m_records->place();
        Result<Vacancy> vacancy = readImportRecord(*record);
        if (!vacancy) {
            part.unreadable.append(u"before byte %1: %2"_s.arg(part.end.offset).arg(vacancy.error().detail));
            continue;
        }
        vacancy->fetchedAt = fetchedAt;
        vacancy->query = m_title;
        part.rows.push_back(
            {&table::vacancySchema(), vacancy->key(), vacancy->toRow(), store::RowMode::Keep});
    }
    if (part.isLast && part.end.offset == 0)
        part.error = {Reason::BadFile, 0, u"there is no list of JSON objects"_s};
    part.fraction = m_file->fraction();
    if (part.error.reason != Reason::None)
        m_records.reset();
    return part;
}

} // namespace linnet::vacancies
