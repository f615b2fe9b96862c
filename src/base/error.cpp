// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <array>
#include <utility>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<std::pair<Reason, QLatin1StringView>, 46> Codes{{
    {Reason::None, ""_L1},
    {Reason::HttpStatus, "http_status"_L1},
    {Reason::Dns, "dns"_L1},
    {Reason::Refused, "refused"_L1},
    {Reason::Reset, "reset"_L1},
    {Reason::Truncated, "truncated"_L1},
    {Reason::Tls, "tls"_L1},
    {Reason::Inactivity, "inactivity"_L1},
    {Reason::Deadline, "deadline"_L1},
    {Reason::TooLarge, "too_large"_L1},
    {Reason::HeaderFlood, "header_flood"_L1},
    {Reason::Bomb, "bomb"_L1},
    {Reason::Undecodable, "undecodable"_L1},
    {Reason::BadBody, "bad_body"_L1},
    {Reason::BadSitemap, "bad_sitemap"_L1},
    {Reason::RedirectLoop, "redirect_loop"_L1},
    {Reason::RedirectLimit, "redirect_limit"_L1},
    {Reason::Downgrade, "downgrade"_L1},
    {Reason::ForeignScheme, "foreign_scheme"_L1},
    {Reason::CredentialsNeeded, "credentials_needed"_L1},
    {Reason::ProxyFailed, "proxy_failed"_L1},
    {Reason::NoProxy, "no_proxy"_L1},
    {Reason::Network, "network"_L1},
    {Reason::BadAnswer, "bad_answer"_L1},
    {Reason::InterimAnswer, "interim_answer"_L1},
    {Reason::Cancelled, "cancelled"_L1},
    {Reason::ShutDown, "shut_down"_L1},
    {Reason::LoginGone, "login_gone"_L1},
    {Reason::AuthRequired, "auth_required"_L1},
    {Reason::Captcha, "captcha"_L1},
    {Reason::Gone, "gone"_L1},
    {Reason::BadRequest, "bad_request"_L1},
    {Reason::BadUserAgent, "bad_user_agent"_L1},
    {Reason::DepthLimit, "depth_limit"_L1},
    {Reason::BadValue, "bad_value"_L1},
    {Reason::BadLine, "bad_line"_L1},
    {Reason::BadFile, "bad_file"_L1},
    {Reason::BadUrl, "bad_url"_L1},
    {Reason::NoScheme, "no_scheme"_L1},
    {Reason::OtherScheme, "other_scheme"_L1},
    {Reason::DiskFull, "disk_full"_L1},
    {Reason::Io, "io"_L1},
    {Reason::Locked, "locked"_L1},
    {Reason::NotAProject, "not_a_project"_L1},
    {Reason::NewerProject, "newer_project"_L1},
    {Reason::Storage, "storage"_L1},
}};

} // namespace

QLatin1StringView reasonCode(Reason reason)
{
    for (const auto &[value, code] : Codes) {
        if (value == reason)
            return code;
    }
    Q_UNREACHABLE();
}

Reason reasonFromCode(QStringView code)
{
    for (const auto &[value, known] : Codes) {
        if (code == known)
            return value;
    }
    return Reason::None;
}

} // namespace linnet
