// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "vacancies/dictionary.h"

#include <QByteArray>
#include <QDate>

#include <array>

/// Dictionaries as far as they are known now: as their source gave them last, kept in a folder of the
/// program, else as bundled. Callable from any thread.
namespace linnet::vacancies {

/// The languages in which a source gives its dictionaries, each on its own.
enum class DictionaryLanguage : quint8
{
    Russian,
    English
};

/// By DictionaryLanguage, with which entity tag (RFC 9110, 8.8.3) the names came; empty = none.
using DictionaryTags = std::array<QByteArray, 2>;

/// The program's folder for data, below which dictionaries are kept; "" (default) = nowhere, only in memory.
/// What was read from another folder is not used any more.
void setDictionaryFolder(const QString &dataFolder);

/// Stays valid until the program ends, also when a newer one has come. The first call for a kind reads it:
/// some milliseconds. A file that is damaged is as none.
const Dictionary &currentDictionary(Dictionary::Kind kind);
/// Of a dictionary that was read from its source.
DictionaryTags dictionaryTags(Dictionary::Kind kind);
/// From now on this is the current one; names that only earlier ones had stay known. Reason::Io when it could
/// not be written: then it holds until the program ends.
Result<void> keepDictionary(Dictionary::Kind kind, Dictionary dictionary, const DictionaryTags &tags);

/// True once a day for each source, also over restarts: whoever gets it asks for the source's dictionaries.
bool takeDictionaryDay(const QString &sourceId, QDate day);

} // namespace linnet::vacancies
