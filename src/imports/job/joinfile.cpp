// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/job/joinfile.h"

#include "base/translations.h"
#include "comparable/vocabulary.h"
#include "imports/columns/columnnames.h"
#include "url/urlresolver.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace linnet::imports {

QString JoinSpec::tableName() const
{
    const QString given = name.trimmed();
    return given.isEmpty() ? QFileInfo(path).completeBaseName() : given;
}

} // namespace linnet::imports

namespace linnet::imports::JoinFile {

using namespace Qt::Literals::StringLiterals;
using table::ColumnType;
using table::Value;

namespace {

std::unexpected<Error> noColumn(const QString &name, const QStringList &names)
{
    return fail(Reason::BadValue, u"%1: %2"_s.arg(name, names.join(u", ")));
}

/// How people write that they do not know a number.
bool saysNothing(const QString &text)
{
    static const QSet<QString> words{u""_s,     u"-"_s,   u"–"_s,    u"—"_s,   u"…"_s,
                                     u".."_s,   u"..."_s, u"x"_s,    u"na"_s,  u"n/a"_s,
                                     u"null"_s, u"nan"_s, u"#n/a"_s, u"н/д"_s, u"нет данных"_s};
    return words.contains(text.trimmed().toLower());
}

/// "007" is a code, though it can be read as a number.
bool isCode(const QString &text)
{
    return text.size() > 1 && text.front() == u'0' && text.at(1).isDigit();
}

/// One column of the file while it is read: its cells, and what all of them can be.
struct Source
{
    int index = 0;
    QString name;
    bool isInteger = true;
    bool isReal = true;
    bool isTime = true;
    bool saysAnything = false;

    void look(const Value &cell, const CellReader &reader)
    {
        const QString text = table::toText(cell);
        if (saysNothing(text))
            return;
        saysAnything = true;
        const auto fits = [&](ColumnType type) {
            return reader.read(cell, {.key = {}, .type = type}).has_value();
        };
        const bool isNumber = !isCode(text);
        isInteger = isInteger && isNumber && fits(ColumnType::Integer);
        isReal = isReal && isNumber && (isInteger || fits(ColumnType::Real));
        isTime = isTime && !isReal && fits(ColumnType::Time);
    }
    ColumnType type() const
    {
        return !saysAnything ? ColumnType::Text
               : isInteger   ? ColumnType::Integer
               : isReal      ? ColumnType::Real
               : isTime      ? ColumnType::Time
                             : ColumnType::Text;
    }
};

class Reader
{
    Q_DECLARE_TR_FUNCTIONS(linnet::imports::JoinFile)

public:
    Reader(const JoinSpec &spec, const table::Column &by, TableFile &file)
        : m_spec(spec)
        , m_by(by)
        , m_file(file)
    {
    }

    Result<Read> read(const store::Course &course);

private:
    Result<void> choose(const QStringList &names);
    Result<void> take(const SourceRow &row);
    QString keyAt(const SourceRow &row) const;
    void leaveOut(const SourceRow &row, qint64 &count, const QString &why);
    void finish();

    const JoinSpec &m_spec;
    const table::Column &m_by;
    TableFile &m_file;
    int m_key = 0;
    std::vector<Source> m_sources;
    QSet<QString> m_keys;
    store::JoinedTable m_table;
    Read m_read;
    qint64 m_bytes = 0;
};

// What another source calls a region is what the program calls it, too.
QString Reader::keyAt(const SourceRow &row) const
{
    const QString text = table::toText(row.cell(m_key)).trimmed();
    if (text.isEmpty())
        return {};
    if (m_by.key == "region"_L1) {
        if (const QByteArray known = comparable::Vocabulary::builtIn().region(text); !known.isEmpty())
            return store::joinKey(m_by, QString::fromUtf8(known));
    }
    if (m_by.type == ColumnType::Url) {
        const url::ResolvedUrl address = url::parseUrl(text.toStdString());
        if (address.kind == url::UrlKind::Http)
            return store::joinKey(m_by, QString::fromStdString(address.href));
    }
    return store::joinKey(m_by, text);
}

Result<void> Reader::choose(const QStringList &names)
{
    qsizetype key = keyOf(names, *m_spec.of, *m_spec.of->indexOf(m_spec.by)).value_or(0);
    if (!m_spec.key.isEmpty()) {
        key = names.indexOf(m_spec.key);
        if (key < 0)
            return noColumn(m_spec.key, names);
    }
    m_key = int(key);
    const QStringList wanted = m_spec.columns.isEmpty() ? names : m_spec.columns;
    for (const QString &name : wanted) {
        const qsizetype index = names.indexOf(name);
        if (index < 0)
            return noColumn(name, names);
        if (index != key)
            m_sources.push_back({int(index), name});
    }
    if (m_sources.empty())
        return fail(Reason::BadValue, tr("the table has no column besides the one it is joined by"));
    if (qsizetype(m_sources.size()) > MostColumns)
        return fail(Reason::TooLarge,
                    tr("at most %1 columns can be joined; choose among them").arg(MostColumns));
    return {};
}

void Reader::leaveOut(const SourceRow &row, qint64 &count, const QString &why)
{
    ++count;
    if (m_read.problems.size() < MostProblems)
        m_read.problems.append(u"%1: %2"_s.arg(m_file.maker().placeOf(row), why));
}

Result<void> Reader::take(const SourceRow &row)
{
    if (row.isBlank())
        return {};
    ++m_read.rows;
    const QString key = row.fault.isEmpty() ? keyAt(row) : QString();
    if (key.isEmpty()) {
        leaveOut(row, m_read.withoutKey, row.fault.isEmpty() ? tr("nothing to join by") : row.fault);
        return {};
    }
    if (m_keys.contains(key)) {
        leaveOut(row, m_read.repeated, tr("\"%1\" came before").arg(table::toText(row.cell(m_key))));
        return {};
    }
    m_keys.insert(key);
    store::JoinedTable::Row taken{key, {}};
    m_bytes += qint64(sizeof taken) + key.size() * 2;
    for (Source &source : m_sources) {
        const Value &cell = taken.cells.emplace_back(row.cell(source.index));
        source.look(cell, m_file.maker().cells());
        if (const auto *text = std::get_if<QString>(&cell))
            m_bytes += text->size() * 2;
    }
    m_table.rows.push_back(std::move(taken));
    const qint64 cells = qint64(m_table.rows.size() * m_sources.size());
    if (cells > MostCells || m_bytes > MostBytes)
        return fail(Reason::TooLarge,
                    tr("it is too large to be joined: at most %L1 cells and %L2 MB; choose fewer columns")
                        .arg(MostCells)
                        .arg(MostBytes / 1024 / 1024));
    return {};
}

// Only now it is known what the columns are.
void Reader::finish()
{
    QList<QByteArray> taken;
    for (const Source &source : m_sources) {
        const QByteArray key = table::joinedKey(*m_spec.of, source.name, taken);
        taken.append(key);
        m_table.columns.append({0, key, source.name, source.type(), m_spec.by, m_table.name});
    }
    for (store::JoinedTable::Row &row : m_table.rows) {
        for (size_t i = 0; i < m_sources.size(); ++i) {
            const table::Column column{.key = {}, .type = m_table.columns[qsizetype(i)].type};
            const bool isText = column.type == ColumnType::Text;
            Value &cell = row.cells[i];
            const QString text = table::toText(cell);
            cell = isText              ? (text.trimmed().isEmpty() ? Value() : Value(text))
                   : saysNothing(text) ? Value()
                                       : m_file.maker().cells().read(cell, column).value_or(Value());
        }
    }
    m_read.table = std::make_shared<const store::JoinedTable>(std::move(m_table));
}

Result<Read> Reader::read(const store::Course &course)
{
    m_table.name = m_spec.tableName();
    m_table.of = &m_spec.of->rows();
    m_table.by = m_spec.by;
    m_table.file = QFileInfo(m_spec.path).fileName();
    QStringList names;
    for (const ColumnMap::Source &source : m_file.map().sources)
        names.append(source.name);
    if (const auto chosen = choose(names); !chosen)
        return std::unexpected(chosen.error());
    if (const auto there = m_file.goTo(m_file.begin()); !there)
        return std::unexpected(there.error());
    SourceRow row;
    for (;;) {
        if (course.isStopped())
            return fail(Reason::Cancelled);
        course.at(m_file.fraction());
        const auto next = m_file.reader().next(row);
        if (!next)
            return std::unexpected(next.error());
        if (!*next)
            break;
        if (const auto taken = take(row); !taken)
            return std::unexpected(taken.error());
    }
    finish();
    return std::move(m_read);
}

} // namespace

std::optional<int> keyOf(const QStringList &names, const table::Schema &of, int by)
{
    const table::Column &column = of.columns[size_t(by)];
    const QStringList own{ColumnNames::folded(QString(column.key)),
                          ColumnNames::folded(QString::fromUtf8(column.title)),
                          ColumnNames::folded(inRussian("linnet::table", column.title))};
    const auto isOwn = [&own](const QString &name) { return own.contains(ColumnNames::folded(name)); };
    if (const auto found = std::ranges::find_if(names, isOwn); found != names.end())
        return int(found - names.begin());
    const auto isOther = [&](const QString &name) {
        const auto match = ColumnNames::find(of.rows(), name);
        return match && match->column == by;
    };
    const auto found = std::ranges::find_if(names, isOther);
    return found == names.end() ? std::nullopt : std::optional(int(found - names.begin()));
}

Result<Read> read(const JoinSpec &spec, const store::Course &course)
{
    const std::optional<int> by = spec.of->indexOf(spec.by);
    if (!by || !table::canBeJoined(*spec.of) || !table::canBeJoinedBy(spec.of->columns[size_t(*by)])) {
        QStringList possible;
        for (const table::Column &column : spec.of->columns) {
            if (table::canBeJoinedBy(column))
                possible.append(column.key);
        }
        return noColumn(spec.by, possible);
    }
    TableChoice choice = spec.choice;
    if (!spec.key.isEmpty())
        choice.columns = {{spec.key, {}}}; // tells the row with the names from titles above it
    auto file =
        TableFile::open(spec.path, QFileInfo(spec.path).fileName(), &spec.of->rows(), std::move(choice));
    if (!file)
        return std::unexpected(file.error());
    if ((*file)->kind() == TableFile::Kind::Records)
        return fail(Reason::BadFile, Reader::tr("these are records of vacancies and no table"));
    return Reader(spec, spec.of->columns[size_t(*by)], **file).read(course);
}

} // namespace linnet::imports::JoinFile
