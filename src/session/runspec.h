// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkspec.h"
#include "jobs/requestspec.h"
#include "links/crawlspec.h"
#include "proxies/checkspec.h"
#include "proxies/proxyfetch.h"
#include "vacancies/searchspec.h"

namespace linnet::session {

using CrawlSpec = links::CrawlSpec;
using VacancySpec = vacancies::SearchSpec;
using CheckSpec = checks::CheckSpec;
using ProxyCheckSpec = proxies::CheckSpec;
using ProxyFetchSpec = proxies::FetchSpec;
using RequestSpec = jobs::RequestSpec;

} // namespace linnet::session
