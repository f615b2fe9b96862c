// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"

namespace linnet::exports {

namespace formats {
extern const ExportFormat Sitemap;
}

/// Writes the pages of spec.ids that search engines may list (HTML of the own site, status 200, indexable) as
/// a sitemap (sitemaps.org, 0.9). More than 50,000 rows are divided: spec.path is then an index of
/// name-1.xml, name-2.xml … beside it, which it expects at the root of the site. All files appear at the end,
/// the index last; a cancelled export leaves none.
Result<ExportReport> writeSitemap(const ExportSpec &spec, const PumpHooks &hooks);

/// The same as one sitemap to a device, however many pages there are.
Result<ExportReport> writeSitemap(const ExportSpec &spec, QIODevice &device, const PumpHooks &hooks,
                                  qint64 limit = -1);

} // namespace linnet::exports
