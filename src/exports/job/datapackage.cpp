// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/job/datapackage.h"

#include "exports/exportformat.h"
#include "exports/file/fileerror.h"
#include "exports/table/csvstyle.h"
#include "exports/table/rowpump.h"
#include "table/schema.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <cerrno>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Lower case Latin letters and digits, as names of packages are; "" when there are none.
QString slug(const QString &text)
{
    QString result;
    for (const QChar letter : text.toLower()) {
        const bool isPlain = (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
        if (isPlain)
            result += letter;
        else if (!result.isEmpty() && !result.endsWith(u'-'))
            result += u'-';
    }
    while (result.endsWith(u'-'))
        result.chop(1);
    return result;
}

QJsonObject fieldOf(const table::Column &column, bool asShown, const CsvStyle &style)
{
    const QString title = columnTitle(column);
    QJsonObject field{{u"name"_s, asShown ? title : QString(column.key)}};
    QString type = u"string"_s;
    QString format = u"default"_s;
    switch (column.type) {
    case table::ColumnType::Integer:
        type = u"integer"_s;
        break;
    case table::ColumnType::Real:
        type = u"number"_s;
        if (style.decimalComma)
            field.insert(u"decimalChar"_s, u","_s);
        break;
    case table::ColumnType::Bool:
        type = u"boolean"_s;
        field.insert(u"trueValues"_s, QJsonArray{u"true"_s});
        field.insert(u"falseValues"_s, QJsonArray{u"false"_s});
        break;
    case table::ColumnType::Time:
        // As the sources write it: with or without a clock, the zone with or without a colon.
        type = u"datetime"_s;
        format = u"any"_s;
        break;
    case table::ColumnType::Url:
        format = u"uri"_s;
        break;
    case table::ColumnType::Text:
    case table::ColumnType::LongText:
    case table::ColumnType::List:
    case table::ColumnType::Code:
        break;
    }
    field.insert(u"type"_s, type);
    field.insert(u"format"_s, format);
    if (!title.isEmpty())
        field.insert(u"title"_s, title);
    if (const QString hint = columnHint(column); !hint.isEmpty())
        field.insert(u"description"_s, hint);
    return field;
}

QJsonObject dialectOf(const CsvStyle &style)
{
    return {{u"csvddfVersion"_s, 1.2},
            {u"delimiter"_s, QString(QLatin1Char(style.separator))},
            {u"lineTerminator"_s, style.carriageReturn ? u"\r\n"_s : u"\n"_s},
            {u"quoteChar"_s, u"\""_s},
            {u"doubleQuote"_s, true},
            {u"skipInitialSpace"_s, false},
            {u"header"_s, true}};
}

/// The columns that a file of this specification has.
class ColumnsOfFile final : public RowSink
{
public:
    Result<void> begin(const QList<const table::Column *> &chosen) override
    {
        columns = chosen;
        return {};
    }
    Result<void> row(table::CellViews) override { return {}; }
    Result<void> end() override { return {}; }
    qint64 bytes() const override { return 0; }
    QStringList notices() const override { return {}; }

    QList<const table::Column *> columns;
};

} // namespace

QString dataPackagePath(const QString &file)
{
    return QFileInfo(file).absoluteDir().filePath(u"datapackage.json"_s);
}

QJsonObject dataPackage(const ExportSpec &spec, const QList<const table::Column *> &columns, qint64 bytes,
                        const QDateTime &now)
{
    const CsvStyle &style = *spec.format->style;
    const QFileInfo file(spec.path);
    const QString own = slug(file.completeBaseName());
    const QString name = own.isEmpty() ? slug(spec.schema->key) : own;
    QJsonArray fields;
    for (const table::Column *column : columns)
        fields.append(fieldOf(*column, spec.asShown, style));
    const bool isTabs = style.separator == '\t';
    const QJsonObject resource{
        {u"profile"_s, u"tabular-data-resource"_s},
        {u"name"_s, name},
        {u"path"_s, file.fileName()},
        {u"format"_s, QString(spec.format->ending)},
        {u"mediatype"_s, isTabs ? u"text/tab-separated-values"_s : u"text/csv"_s},
        {u"encoding"_s, u"utf-8"_s},
        {u"bytes"_s, bytes},
        {u"dialect"_s, dialectOf(style)},
        {u"schema"_s, QJsonObject{{u"fields"_s, fields}, {u"missingValues"_s, QJsonArray{u""_s}}}}};
    QJsonObject package{{u"profile"_s, u"tabular-data-package"_s},
                        {u"name"_s, name},
                        {u"created"_s, now.toUTC().toString(Qt::ISODate)},
                        {u"resources"_s, QJsonArray{resource}}};
    const PackageFacts &facts = *spec.package;
    if (!facts.title.isEmpty())
        package.insert(u"title"_s, facts.title);
    if (!facts.description.isEmpty())
        package.insert(u"description"_s, facts.description);
    QJsonArray sources;
    for (const PackageFacts::Source &source : facts.sources) {
        QJsonObject told{{u"title"_s, source.title}};
        if (!source.path.isEmpty())
            told.insert(u"path"_s, source.path);
        sources.append(told);
    }
    if (!sources.isEmpty())
        package.insert(u"sources"_s, sources);
    QJsonArray terms;
    for (const PackageFacts::Terms &one : facts.terms)
        terms.append(QJsonObject{{u"title"_s, one.title}, {u"path"_s, one.path}});
    if (!terms.isEmpty())
        package.insert(u"licenses"_s, terms);
    return package;
}

Result<void> writeDataPackage(const ExportSpec &spec, qint64 bytes)
{
    ColumnsOfFile chosen;
    if (const Result<void> known = beginRows(spec, chosen); !known)
        return known;
    const QJsonObject package = dataPackage(spec, chosen.columns, bytes, QDateTime::currentDateTimeUtc());
    const QByteArray text = QJsonDocument(package).toJson();
    QSaveFile file(dataPackagePath(spec.path));
    errno = 0;
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return std::unexpected(deviceError(file, errno));
    return {};
}

} // namespace linnet::exports
