// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/job/importspec.h"

#include "imports/columns/columnnames.h"
#include "table/linkschema.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isWeb(const QUrl &url)
{
    return (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty();
}

QJsonObject jsonOf(const ImportSpec::File &file)
{
    if (file.path.isEmpty())
        return {{"url"_L1, file.url.toString(QUrl::FullyEncoded)}};
    return {{"path"_L1, file.path}, {"size"_L1, file.size}, {"modified_ms"_L1, file.modifiedMs}};
}

} // namespace

Result<ImportSpec::File> ImportSpec::File::of(const QString &pathOrUrl)
{
    if (pathOrUrl.startsWith("http://"_L1) || pathOrUrl.startsWith("https://"_L1)) {
        const QUrl url(pathOrUrl, QUrl::StrictMode);
        if (!url.isValid() || !isWeb(url) || !url.userInfo().isEmpty())
            return fail(Reason::BadUrl, url.toDisplayString());
        return File{{}, url};
    }
    const QFileInfo info(pathOrUrl);
    if (!info.isFile() || !info.isReadable())
        return fail(info.exists() && !info.isFile() ? Reason::BadValue : Reason::Io, pathOrUrl);
    return File{info.absoluteFilePath(), {}, info.size(), info.lastModified().toMSecsSinceEpoch()};
}

QString ImportSpec::File::title() const
{
    return path.isEmpty() ? url.fileName() : QFileInfo(path).fileName();
}

Result<void> ImportSpec::File::checkUnchanged() const
{
    const auto now = of(path);
    if (!now)
        return std::unexpected(now.error());
    if (*now != *this)
        return fail(Reason::BadValue, path + ": the file is not the one that the import began with"_L1);
    return {};
}

QString ImportSpec::title() const
{
    QStringList names;
    for (const File &file : files)
        names.append(file.title());
    return names.join(u", ");
}

Result<void> ImportSpec::validate() const
{
    if (files.empty())
        return fail(Reason::BadValue, u"FILE"_s);
    if (!table || std::ranges::find(ColumnNames::schemas(), table) == ColumnNames::schemas().end() ||
        table == &table::linkSchema())
        return fail(Reason::BadValue, u"table"_s);
    for (const File &file : files) {
        if (file.path.isEmpty() && !isWeb(file.url))
            return fail(Reason::BadUrl, file.url.toDisplayString());
    }
    return {};
}

Result<const table::Schema *> ImportSpec::guessTable() const
{
    const table::Schema *found = nullptr;
    for (const File &file : files) {
        if (file.path.isEmpty())
            continue;
        const auto looked = TableFile::open(file.path, file.title(), nullptr, choice);
        const auto bad = [&file](const Error &error) {
            return fail(error.reason,
                        error.reason == Reason::BadValue ? error.detail : file.path + u": "_s + error.detail);
        };
        if (!looked)
            return bad(looked.error());
        if ((*looked)->kind() != TableFile::Kind::Records && !(*looked)->hasKnownColumns())
            return bad({Reason::BadFile, 0,
                        QLatin1StringView(QT_TRANSLATE_NOOP(
                            "linnet::ErrorDetail", "none of its columns has a name that is known"))});
        const table::Schema *its = &(*looked)->schema();
        if (its == &table::linkSchema())
            return bad({Reason::BadFile, 0,
                        QLatin1StringView(QT_TRANSLATE_NOOP("linnet::ErrorDetail",
                                                            "links can only be collected by a crawl"))});
        if (found && its != found)
            return fail(Reason::BadValue, u"%1: %2, %3"_s.arg(file.path, found->key, its->key));
        found = its;
    }
    return found ? found : &table::vacancySchema();
}

QJsonObject ImportSpec::toJson() const
{
    QJsonArray list;
    for (const File &file : files)
        list.append(jsonOf(file));
    QJsonObject json{{"files"_L1, list}};
    // As it was before there were other tables.
    if (table != &table::vacancySchema())
        json["table"_L1] = QString(table->key);
    if (choice != TableChoice())
        json["choice"_L1] = choice.toJson();
    return json;
}

Result<ImportSpec> ImportSpec::fromJson(const QJsonObject &json)
{
    ImportSpec spec;
    const QJsonArray list = json["files"_L1].toArray();
    for (const QJsonValue &value : list) {
        const QJsonObject file = value.toObject();
        spec.files.push_back({file["path"_L1].toString(), QUrl(file["url"_L1].toString(), QUrl::StrictMode),
                              file["size"_L1].toInteger(), file["modified_ms"_L1].toInteger()});
    }
    if (const QString key = json["table"_L1].toString(); !key.isEmpty())
        spec.table = table::schemaByKey(key);
    spec.choice = TableChoice::fromJson(json["choice"_L1].toObject());
    if (const auto valid = spec.validate(); !valid)
        return std::unexpected(valid.error());
    return spec;
}

} // namespace linnet::imports
