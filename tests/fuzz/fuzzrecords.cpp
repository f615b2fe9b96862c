// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzrecords.h"

#include "base/jsonrecords.h"
#include "fuzz/fuzzinput.h"
#include "fuzz/vacancycheck.h"
#include "vacancies/import/importrecord.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace linnet::fuzz {

namespace {

/// Gives at most so many bytes at once.
class Slow : public QBuffer
{
public:
    Slow(QByteArray bytes, qint64 most)
        : m_most(most)
    {
        setData(std::move(bytes));
        open(ReadOnly | Unbuffered);
    }

protected:
    qint64 readData(char *data, qint64 largest) override
    {
        return QBuffer::readData(data, std::min(largest, m_most));
    }

private:
    qint64 m_most;
};

struct Read
{
    QByteArrayList records;
    QList<JsonRecords::Place> places;
    Reason reason = Reason::None;
};

Read read(const QByteArray &bytes, JsonRecords::Shape shape, const JsonRecords::Place &from, qint64 piece)
{
    Slow device(bytes.sliced(from.offset), piece);
    JsonRecords records(device, shape, from);
    Read result;
    for (;;) {
        const auto record = records.next();
        if (!record)
            result.reason = record.error().reason;
        if (!record || record->isNull())
            return result;
        result.records.append(record->toByteArray());
        result.places.append(records.place());
    }
}

qsizetype objectsIn(const QJsonValue &value)
{
    qsizetype count = 0;
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (const QJsonValue &element : list)
            count += element.isObject() ? 1 : objectsIn(element);
    } else if (value.isObject()) {
        const QJsonObject members = value.toObject();
        for (const QJsonValue &member : members)
            count += objectsIn(member);
    }
    return count;
}

} // namespace

int fuzzRecords(const std::uint8_t *data, std::size_t size)
{
    FuzzInput input(data, size);
    const QByteArray &bytes = input.bytes();
    const JsonRecords::Shape shape = JsonRecords::shapeOf(bytes);
    const Read whole = read(bytes, shape, {0, {}}, bytes.size() + 1);
    const Read inPieces = read(bytes, shape, {0, {}}, 1 + input.choice(9));
    require(whole.records == inPieces.records && whole.places == inPieces.places &&
                whole.reason == inPieces.reason,
            "pieces of any size give the same");
    if (!whole.places.isEmpty()) {
        const qsizetype at = input.choice(unsigned(whole.places.size()));
        const Read rest = read(bytes, shape, whole.places[at], 7);
        require(rest.records == whole.records.sliced(at + 1) && rest.reason == whole.reason,
                "what comes after a place does not depend on what was read before");
    }
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (shape == JsonRecords::Shape::Arrays && !document.isNull() && whole.reason == Reason::None) {
        const QJsonValue root =
            document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        // Of members with the same name Qt keeps one.
        require(whole.records.size() >= objectsIn(root), "every object of a list is a record");
    }
    for (const QByteArray &record : whole.records.first(std::min<qsizetype>(20, whole.records.size()))) {
        if (const auto vacancy = vacancies::readImportRecord(record))
            checkVacancy(*vacancy, vacancy->source);
    }
    return 0;
}

} // namespace linnet::fuzz
