// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzhh.h"

#include "fuzz/fuzzinput.h"
#include "fuzz/vacancycheck.h"
#include "vacancies/hh/hhsource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace linnet::fuzz {

namespace {

using namespace Qt::Literals::StringLiterals;

void checkList(const vacancies::HhSource &source, FuzzInput &input, const QJsonObject &root)
{
    const QUrl base(u"http://api.example/root"_s);
    const vacancies::Query query = chosenQuery(input);
    const Result<vacancies::ListPage> page = source.parseList(input.bytes(), query, base);
    const bool isList = root[u"items"_s].isArray();
    require(page.has_value() == isList, "a list is a list");
    if (!page)
        return;
    checkPage(*page, root[u"items"_s].toArray().size(), u"hh"_s);
    for (std::size_t i = 0; i < page->details.size(); ++i) {
        const QUrl &url = page->details[i];
        require(url.host() == base.host() && !url.hasQuery() &&
                    url.path() == u"/root/vacancies/"_s + page->vacancies[i].id,
                "details are asked where they are");
    }
}

void checkDetail(const vacancies::HhSource &source, const QJsonObject &item)
{
    const auto vacancy = source.parseDetail(QJsonDocument(item).toJson(QJsonDocument::Compact));
    if (vacancy)
        checkVacancy(*vacancy, u"hh"_s);
    else
        require(vacancy.error().reason == Reason::BadBody, "details without a vacancy are broken");
}

} // namespace

int fuzzHh(const std::uint8_t *data, std::size_t size)
{
    FuzzInput input(data, size);
    const vacancies::HhSource source;
    const QJsonObject root = QJsonDocument::fromJson(input.bytes()).object();
    checkList(source, input, root);
    checkDetail(source, root);
    for (const QJsonValue &item : root[u"items"_s].toArray())
        checkDetail(source, item.toObject());
    checkJudgement(source, input.bytes(), input);
    return 0;
}

} // namespace linnet::fuzz
