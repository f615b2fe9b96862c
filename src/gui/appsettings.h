// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/setting.h"
#include "jobs/defaultdelay.h"

#include <QByteArray>
#include <QStringList>

/// Everything the window remembers.
namespace linnet::gui::setting {

using namespace Qt::Literals::StringLiterals;

inline const Setting<QString> Language{"language"_L1, {}};          ///< "en", "ru"; empty = the system's
inline const Setting<QString> Theme{"theme"_L1, u"system"_s};       ///< system, light, dark
inline const Setting<int> TextPercent{"text_percent"_L1, 100};      ///< of the system's letters; see Theme
inline const Setting<QString> ExportFormat{"export/format"_L1, {}}; ///< id of a models::ExportPlan::Tile
inline const Setting<bool> ExportAllColumns{"export/all_columns"_L1, false};
inline const Setting<bool> ExportAsShown{"export/as_shown"_L1, true}; ///< headers and words of the table
inline const Setting<bool> ExportLineBreaks{"export/replace_line_breaks"_L1, false};
inline const Setting<bool> ExportSummary{"export/summary"_L1, true}; ///< workbooks: counts and charts
inline const Setting<bool> ExportPackage{"export/data_package"_L1, false};
inline const Setting<QString> ExportFolder{"export/folder"_L1, {}};
inline const Setting<int> DelayMs{"requests/delay_ms"_L1,
                                  int(jobs::DefaultDelay.count())};    ///< between two requests to a site
inline const Setting<QString> UserAgent{"requests/user_agent"_L1, {}}; ///< empty = Linnet/<version>
inline const Setting<QString> CaFile{"requests/ca_file"_L1, {}};       ///< PEM, besides the system's
inline const Setting<bool> KeepAwake{"requests/keep_awake"_L1, true};  ///< no sleep while something runs
inline const Setting<bool> OpenLast{"start/open_last"_L1,
                                    false};                    ///< the last project instead of the start page
inline const Setting<bool> Running{"start/running"_L1, false}; ///< stays true when the program is killed
inline const Setting<bool> TellNews{"news/tell"_L1, false};    ///< of newer versions
inline const Setting<QString> NewsAsked{"news/asked"_L1, {}};  ///< when, ISO 8601 UTC
inline const Setting<QString> NewsVersion{"news/version"_L1, {}}; ///< the newest that was told
inline const Setting<QString> NewsPage{"news/page"_L1, {}};       ///< its address
inline const Setting<bool> TourShown{"start/tour_shown"_L1, false};
inline const Setting<QStringList> Commands{"window/commands"_L1, {}}; ///< ids of those used last
inline const Setting<QByteArray> Geometry{"window/geometry"_L1, {}};
inline const Setting<QByteArray> Splitter{"window/splitter"_L1, {}};
inline const Setting<QByteArray> TableAndValues{"results/sideways"_L1, {}}; ///< a splitter
inline const Setting<QByteArray> TableAndDetails{"results/upright"_L1, {}}; ///< another
inline const Setting<bool> Values{"results/facets"_L1, true};               ///< beside tables of results
inline const Setting<bool> ExtraValues{"results/extra_facets"_L1, false};   ///< beside other tables
inline const Setting<bool> FindWords{"results/find_words"_L1, false};       ///< whole words, not any part
inline const Setting<QString> LastFolder{"window/folder"_L1,
                                         {}}; ///< where a project was opened or saved last

} // namespace linnet::gui::setting
