// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkspec.h"
#include "jobs/requestspec.h"
#include "links/crawl/crawlspec.h"
#include "proxies/list/proxyfetch.h"
#include "proxies/test/checkspec.h"
#include "vacancies/search/searchspec.h"

namespace linnet::session {

using CrawlSpec = links::CrawlSpec;
using VacancySpec = vacancies::SearchSpec;
using CheckSpec = checks::CheckSpec;
using ProxyCheckSpec = proxies::CheckSpec;
using ProxyFetchSpec = proxies::FetchSpec;
using RequestSpec = jobs::RequestSpec;

} // namespace linnet::session
