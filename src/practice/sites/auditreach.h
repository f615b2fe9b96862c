// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/sites/auditsite.h"

namespace linnet::practice {

/// Adds the pages of AuditSite that are more than what stands in them: how they are sent, from where links
/// lead to them, which other site they name, and what only the sitemap says. root ends with "/audit/".
void addReachPages(std::vector<AuditPage> &pages, const QByteArray &root);

/// The site's sitemap; what it should not name it names only for the rules that find this.
QByteArray auditSitemap(const std::vector<AuditPage> &pages, const QByteArray &root);

} // namespace linnet::practice
