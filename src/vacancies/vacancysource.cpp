// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/vacancysource.h"

#include "vacancies/splitvalues.h"

#include <QCoreApplication>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList selectable(const Dictionary &dictionary)
{
    QStringList ids;
    for (const DictionaryNode &node : dictionary.nodes()) {
        if (Dictionary::isSelectable(node))
            ids.append(node.id);
    }
    ids.removeDuplicates();
    return ids;
}

} // namespace

QString VacancySource::title() const
{
    return QCoreApplication::translate("linnet::vacancies", facts().title);
}

QString VacancySource::shortTitle() const
{
    return QCoreApplication::translate("linnet::vacancies", facts().shortTitle);
}

const Dictionary &VacancySource::regions() const
{
    return currentDictionary(Dictionary::Kind::HhAreas);
}

std::optional<QStringList> VacancySource::toSource(const QStringList &areas) const
{
    return areas;
}

QStringList VacancySource::fromSource(const QStringList &regions) const
{
    return regions;
}

Result<void> VacancySource::checkRegions(const QStringList &) const
{
    return {};
}

QStringList VacancySource::ownEmployers(const QStringList &employers) const
{
    QStringList own = employers;
    own.removeIf([](const QString &employer) { return employer.contains(u':'); });
    return own;
}

Result<void> VacancySource::check(const Query &) const
{
    return {};
}

void VacancySource::authorise(net::Request &request, const QByteArray &token) const
{
    request.bearer = token;
    request.bearerField = tokenField();
}

std::optional<Query> VacancySource::queryAt(const QUrl &) const
{
    return {};
}

std::vector<Query> VacancySource::split(const Query &query, const QDate &) const
{
    return {query};
}

QStringList VacancySource::splitValues(const Query &query, SplitKey key) const
{
    const QStringList &own = query.*splitField(key);
    if (!own.isEmpty())
        return own;
    switch (key) {
    case SplitKey::Roles:
        return selectable(currentDictionary(Dictionary::Kind::HhRoles));
    case SplitKey::Experience:
        return selectable(Dictionary::load(Dictionary::Kind::Experience));
    case SplitKey::Regions:
    case SplitKey::Dates:
        break;
    }
    return {};
}

Result<QJsonArray> VacancySource::records(const QByteArray &, const Query &) const
{
    return QJsonArray();
}

QStringList VacancySource::knownFields(const Query &) const
{
    return facts().fields;
}

QUrl VacancySource::adAddress(const QUrl &, const QString &, const QString &) const
{
    return {};
}

bool VacancySource::takesSeveral(SplitKey) const
{
    return true;
}

std::optional<qint64> VacancySource::windowTime(const Vacancy &vacancy) const
{
    return secondsOf(vacancy.created);
}

net::Request VacancySource::nextPage(const Query &, const QUrl &, const QString &) const
{
    return {};
}

net::Request VacancySource::suggest(const QString &, const QUrl &) const
{
    return {};
}

QStringList VacancySource::suggestions(const net::Response &) const
{
    return {};
}

net::Request VacancySource::suggestEmployers(const QString &, const QUrl &) const
{
    return {};
}

QList<KnownEmployer> VacancySource::employers(const net::Response &) const
{
    return {};
}

net::Request VacancySource::dictionary(Dictionary::Kind, DictionaryLanguage, const QUrl &) const
{
    return {};
}

Result<Dictionary> VacancySource::parseDictionary(Dictionary::Kind, const QByteArray &) const
{
    return fail(Reason::BadBody);
}

net::Request VacancySource::tokenGrant(const QString &, const QString &, const QUrl &) const
{
    return {};
}

Result<QByteArray> VacancySource::grantedToken(const net::Response &) const
{
    return fail(Reason::AuthRequired);
}

QStringList VacancySource::ignoredFields(const Query &) const
{
    return {};
}

QStringList VacancySource::setRefinements(const Query &query)
{
    QStringList fields;
    if (!query.roles.isEmpty())
        fields.append(u"roles"_s);
    if (!query.industries.isEmpty())
        fields.append(u"industries"_s);
    if (!query.employers.isEmpty())
        fields.append(u"employers"_s);
    if (!query.site.isEmpty())
        fields.append(u"site"_s);
    return fields;
}

} // namespace linnet::vacancies
