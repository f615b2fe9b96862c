// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <string>
#include <string_view>

namespace linnet::links {

/// The code of a language as hreflang has it: language[-script][-region] (BCP 47, of which search engines
/// read no more), or x-default. Letters may be large or small.
class LanguageTag
{
public:
    enum class Fault : std::uint8_t
    {
        None,
        Form,     ///< not of this form: "en_GB", "english", ""
        Language, ///< none of ISO 639, or three letters where there are two: "jp", "eng"
        Script,   ///< none of ISO 15924 that is in use
        Region,   ///< none of ISO 3166-1 or the continents of UN M.49: "en-UK"
    };

    explicit LanguageTag(std::string_view text);

    Fault fault() const { return m_fault; }
    /// Stored code: "" for None, "form", "language", "script", "region".
    QLatin1StringView faultCode() const;
    bool isDefault() const { return m_folded == "x-default"; }
    const std::string &folded() const { return m_folded; } ///< in small letters
    /// In small letters, up to the first hyphen or underscore; "no" for the kinds of Norwegian.
    std::string_view language() const;

private:
    Fault judge() const;

    std::string m_folded;
    Fault m_fault;
};

} // namespace linnet::links
