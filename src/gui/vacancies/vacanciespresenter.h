// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runpresenter.h"
#include "gui/vacancies/vacanciesvalues.h"
#include "jobs/requestspec.h"
#include "vacancies/search/searchspec.h"

#include <QCoreApplication>

#include <functional>
#include <optional>

namespace linnet::gui {

enum class VacanciesField : quint8
{
    Text,
    Exclude,
    Areas,
    Salary,
    Currency,
    Dates,
    Employers,
    Sources,
    UserAgent,
    Address,
    Proxy,
    Other
};

/// A value that cannot be used, said in words that name the way out.
struct VacanciesProblem
{
    VacanciesField field = VacanciesField::Other;
    QString text;
    QString source = {}; ///< of an address: whose

    bool operator==(const VacanciesProblem &) const = default;
};

/// Where names of regions, roles and industries and other sources' numbers come from.
struct VacanciesNames
{
    std::function<QString(const QString &areaId)> area;
    std::function<QString(const QString &roleId)> role;
    std::function<QString(const QString &industryId)> industry;
    /// Regions in a source's own numbers, from hh's; nothing when the source knows none of them. And back.
    std::function<std::optional<QStringList>(const QString &sourceId, const QStringList &areaIds)> toSource;
    std::function<QStringList(const QString &sourceId, const QStringList &sourceIds)> fromSource;
};

/// Decides everything about the vacancies form that needs no widget: what is wrong with it, what search it
/// means, what it is called, how long it will take.
class VacanciesPresenter
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::VacanciesPresenter)

public:
    explicit VacanciesPresenter(VacanciesNames names);

    /// A new form: every region, everything reachable, and only sources that can be asked with the tokens
    /// there are.
    static VacanciesValues fresh(const QStringList &sourcesWithToken);

    QList<VacanciesProblem> problems(const VacanciesValues &values, const QDate &today) const;
    /// A source that will refuse because it wants a token and there is none; empty when all is well.
    static QString tokenWarning(const VacanciesValues &values, const QStringList &sourcesWithToken);
    /// Its id, and the titles of those that want no token.
    static QString sourceWithoutToken(const VacanciesValues &values, const QStringList &sourcesWithToken);
    static QStringList openSources();
    static QStringList sourceTitles(const VacanciesValues &values); ///< of those chosen
    /// Asked before a search without words, which reads all that a real source has; "" = no need.
    static QString emptyQuestion(const VacanciesValues &values);
    /// What a source cannot do of what is asked; empty when there is nothing to say.
    QString limits(const VacanciesValues &values) const;

    vacancies::SearchSpec spec(const VacanciesValues &values) const;
    static jobs::RequestSpec requests(const VacanciesValues &values);
    /// The form that would start such a run again.
    VacanciesValues values(const vacancies::SearchSpec &spec, const jobs::RequestSpec &requests) const;

    /// "data analyst · Moscow · from 80,000 ₽ · last 7 days"
    QString summary(const VacanciesValues &values) const;
    /// How many of the choices behind "More filters" differ from a fresh form.
    static int moreFilters(const VacanciesValues &values);

    /// True when a chosen source gives descriptions only one by one.
    static bool hasDetails(const VacanciesValues &values);
    /// True when every ad has to be read one by one after the list.
    static bool readsEveryAd(const VacanciesValues &values);
    /// How the progress of such a search is counted.
    static Reading reading(const VacanciesValues &values);
    /// "with descriptions and skills (about 6 min)", "the list only (about 4 s)"
    /// The form as the address of a source's page with a search says it, what that leaves open as in `now`;
    /// nothing for other texts.
    std::optional<VacanciesValues> fromAddress(const VacanciesValues &now, const QString &text) const;
    static QString detailsText(const VacanciesValues &values, bool details);
    static std::chrono::milliseconds estimate(const VacanciesValues &values, bool details);

    static QStringList excludedWords(const QString &typed);
    /// Several texts of one search, separated by semicolons; those within double quotes separate nothing.
    /// At least one, which may be empty.
    static QStringList texts(const QString &typed);
    static int searches(const VacanciesValues &values); ///< at least one
    static QString currencySign(const QString &code);

private:
    static vacancies::Query query(const VacanciesValues &values); ///< without regions
    QStringList areaNames(const QStringList &areas) const;

    VacanciesNames m_names;
};

} // namespace linnet::gui
