// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/columns/columnnames.h"

#include "base/textfold.h"
#include "base/translations.h"
#include "table/checkschema.h"
#include "table/linkschema.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <map>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Names that other people use, parted by a bar.
struct OtherNames
{
    const char *column;
    const char16_t *names;
};

// clang-format off
constexpr OtherNames OfVacancies[] = {
    {"vacancy", u"name|title|position|job|job title|vacancy name|должность|название|название вакансии|наименование|наименование вакансии|профессия|позиция"},
    {"url", u"link|href|vacancy url|job url|vac url|ссылка|ссылка на вакансию|адрес ссылки|url вакансии"},
    {"created", u"date|created at|published at|date create|creation date|published on|дата|дата публикации|дата создания|дата размещения|опубликована"},
    {"salary_from", u"salary|salary min|min salary|pay|pay from|wage|compensation|зарплата|зарплата от|зп|зп от|оклад|оклад от|заработная плата|заработная плата от|доход от"},
    {"salary_to", u"salary max|max salary|pay to|зарплата до|зп до|оклад до|заработная плата до|доход до"},
    {"currency", u"salary currency|валюта"},
    {"experience", u"required experience|опыт|опыт работы|требуемый опыт|стаж"},
    {"schedule", u"schedule type|график|график работы|режим работы"},
    {"skills", u"key skills|hard skills|навыки|ключевые навыки|умения"},
    {"employer", u"company|company name|employer name|firm|organisation|organization|компания|работодатель|организация|фирма|название компании|предприятие"},
    {"area", u"region|region name|city|town|location|регион|город|область|местоположение|населённый пункт|субъект рф"},
    {"description", u"text|duty|duties|job description|описание|описание вакансии|обязанности|текст|текст вакансии"},
    {"employment", u"busy type|employment type|занятость|тип занятости|вид занятости"},
    {"work_format", u"format|формат|формат работы"},
    {"professional_roles", u"role|roles|роль|роли|специализация hh"},
    {"address", u"адрес|адрес работы|место работы"},
    {"lat", u"latitude|широта"},
    {"lng", u"lon|long|longitude|долгота"},
    {"source", u"источник|портал"},
    {"id", u"vacancy id|job id|number|номер|номер вакансии|ид|идентификатор|id вакансии"},
    {"modified", u"updated|updated at|date modify|changed|дата изменения|обновлено|изменено"},
    {"education", u"образование"},
    {"work_places", u"places|vacancies|количество мест|число мест|рабочих мест|количество рабочих мест"},
    {"employer_inn", u"inn|инн|инн компании|инн работодателя"},
    {"employer_ogrn", u"ogrn|огрн"},
};
constexpr OtherNames OfChecks[] = {
    {"url", u"link|site|website|domain|host|web address|ссылка|адрес|сайт|домен|адрес сайта|страница"},
    {"status", u"code|http|http code|http status|status code|response code|код|код ответа|статус|код состояния"},
    {"seconds", u"time|response time|elapsed|время|время ответа|секунды"},
    {"length", u"size|bytes|content length|размер|байт|длина"},
    {"preview", u"body|text|текст|начало текста"},
    {"reason", u"error|ошибка|причина|проблема"},
    {"type", u"content type|mime|тип"},
    {"final_url", u"redirect url|redirected to|конечный адрес"},
    {"title", u"page title|заголовок"},
};
constexpr OtherNames OfPages[] = {
    {"url", u"page|link|адрес|ссылка|страница|url страницы"},
    {"status", u"status code|http status|код|код ответа|статус"},
    {"type", u"content type|content|mime|тип"},
    {"size", u"size bytes|length|размер"},
    {"seconds", u"response time|время ответа"},
    {"depth", u"crawl depth|level|глубина|уровень"},
    {"title", u"title 1|page title|заголовок страницы"},
    {"meta_description", u"meta description 1|description|описание"},
    {"h1", u"h1-1|h1 1|заголовок h1"},
    {"h2", u"h2-1|h2 1|заголовок h2"},
    {"canonical", u"canonical link element 1|canonical url"},
    {"robots", u"meta robots|meta robots 1"},
    {"outlinks", u"unique outlinks|исходящие ссылки"},
    {"words", u"word count|число слов|слов"},
    {"lang", u"language|язык"},
    {"hash", u"md5|checksum"},
    {"redirect_to", u"redirect url|redirect uri|переадресация"},
};
constexpr OtherNames OfLinks[] = {
    {"source_url", u"source|from|from url|откуда|страница-источник|источник"},
    {"parsed_url", u"destination|target|to|to url|href|куда|ссылка"},
    {"anchor", u"anchor text|link text|анкор|текст ссылки"},
};
// clang-format on

using Names = QHash<QString, ColumnNames::Match>;

Names namesOf(const table::Schema &schema, std::span<const OtherNames> others)
{
    Names names;
    const auto add = [&names](const QString &name, int column, bool isOurs) {
        if (const QString folded = ColumnNames::folded(name); !folded.isEmpty() && !names.contains(folded))
            names.insert(folded, {column, isOurs});
    };
    const auto addOwn = [&](bool isStored) {
        for (int i = 0; i < int(schema.columns.size()); ++i) {
            if (schema.columns[size_t(i)].isStored() == isStored)
                add(schema.columns[size_t(i)].key, i, true);
        }
        for (int i = 0; i < int(schema.columns.size()); ++i) {
            const char *title = schema.columns[size_t(i)].title;
            if (schema.columns[size_t(i)].isStored() != isStored)
                continue;
            add(QString::fromUtf8(title), i, true);
            add(inRussian("linnet::table", title), i, true);
        }
    };
    addOwn(true);
    for (const OtherNames &other : others) {
        const int column = schema.indexOf(QString::fromLatin1(other.column)).value_or(-1);
        for (const QString &name : QStringView(other.names).toString().split(u'|'))
            add(name, column, false);
    }
    // What is reckoned of a row takes no name from what can be read: others call a salary "pay".
    addOwn(false);
    return names;
}

} // namespace

std::optional<ColumnNames::Match> ColumnNames::exact(const table::Schema &schema, const QString &name)
{
    static const auto known = [] {
        std::map<const table::Schema *, Names> all;
        for (const table::Schema *one : schemas()) {
            Names &names = all[one];
            for (int i = 0; i < int(one->columns.size()); ++i) {
                const table::Column &column = one->columns[size_t(i)];
                if (!column.isStored())
                    continue;
                names.insert(column.key, {i, true});
                names.insert(QString::fromUtf8(column.title), {i, true});
                names.insert(inRussian("linnet::table", column.title), {i, true});
            }
        }
        return all;
    }();
    const auto names = known.find(&schema);
    if (names == known.end())
        return std::nullopt;
    const auto found = names->second.constFind(name);
    return found == names->second.constEnd() ? std::nullopt : std::optional(*found);
}

QString ColumnNames::folded(QStringView name)
{
    QString letters;
    for (const QChar unit : foldText(name)) {
        if (unit.isLetterOrNumber())
            letters += unit;
    }
    return letters;
}

std::span<const table::Schema *const> ColumnNames::schemas()
{
    static const std::array all{&table::vacancySchema(), &table::checkSchema(), &table::pageSchema(),
                                &table::linkSchema()};
    return all;
}

std::optional<ColumnNames::Match> ColumnNames::find(const table::Schema &schema, const QString &name)
{
    static const std::map<const table::Schema *, Names> known{
        {&table::vacancySchema(), namesOf(table::vacancySchema(), OfVacancies)},
        {&table::checkSchema(), namesOf(table::checkSchema(), OfChecks)},
        {&table::pageSchema(), namesOf(table::pageSchema(), OfPages)},
        {&table::linkSchema(), namesOf(table::linkSchema(), OfLinks)},
    };
    const auto names = known.find(&schema);
    if (names == known.end())
        return std::nullopt;
    const auto found = names->second.constFind(folded(name));
    return found == names->second.constEnd() ? std::nullopt : std::optional(*found);
}

bool ColumnNames::isReckoned(const table::Schema &schema, const QString &name)
{
    const QString wanted = folded(name);
    return std::ranges::any_of(schema.columns, [&wanted](const table::Column &column) {
        return !column.isStored() &&
               (folded(QString(column.key)) == wanted || folded(QString::fromUtf8(column.title)) == wanted ||
                folded(inRussian("linnet::table", column.title)) == wanted);
    });
}

} // namespace linnet::imports
