// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancysource.h"

namespace linnet::vacancies {

/// What an answer of SuperJob means. Errors come as {"error": {"code", "error", "message", "errors"}}; the
/// code in the body and the HTTP status may differ. Without such a body it is the source's edge that refuses,
/// as it does with addresses of data centres and of other countries.
Judgement judgeSuperjob(const net::Response &response);

} // namespace linnet::vacancies
