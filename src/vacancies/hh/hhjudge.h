// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancysource.h"

namespace linnet::vacancies {

/// What an answer of hh.ru means (https://github.com/hhru/api, docs/errors.md): only errors[].type is stable;
/// several may come at once, the one that concerns all requests goes first; bodies may be missing or HTML.
/// The detail is technical: the field, type and value, the request id that hh's support asks for; for a
/// captcha the address to open and nothing else.
Judgement judgeHh(const net::Response &response);

} // namespace linnet::vacancies
