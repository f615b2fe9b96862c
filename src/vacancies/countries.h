// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

/// Countries by the numbers of hh.ru, which the form offers: the regions of sources that have none of their
/// own. As they are known now; any thread.
namespace linnet::vacancies {

/// The country in which a region of hh.ru lies, or which it is; null = it is in none that is known.
QString countryOf(const QString &hhArea);
/// By a name that sources use in English, whatever its case; null = it is none, as "Europe".
QString countryNamed(const QString &name);
/// Those of a list of names; empty when it names none, or everywhere ("Worldwide") beside them. What is no
/// country ("LATAM") says nothing.
QStringList countriesNamed(const QStringList &names);
/// In English, as hh.ru calls it; null = not known.
QString countryName(const QString &country);

/// As VacancySource::toSource() wants it of a source that knows countries: each once; empty = the whole world
/// is asked, which "other countries" are, too.
std::optional<QStringList> toCountries(const QStringList &hhAreas);
/// The same of a source that knows one country by regions of its own: its whole when it is among them.
std::optional<QStringList> toWholeOf(const QString &country, const QStringList &hhAreas);

} // namespace linnet::vacancies
