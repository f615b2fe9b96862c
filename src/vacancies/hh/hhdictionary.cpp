// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/hh/hhdictionary.h"

#include "vacancies/jsonread.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Collects the nodes of a tree.
class TreeReader
{
public:
    /// key: of the list of those below.
    TreeReader(QLatin1StringView key, const QString &topPrefix)
        : m_key(key)
        , m_topPrefix(topPrefix)
    {
    }

    void read(const QJsonArray &items, const QString &parentId, int depth)
    {
        constexpr int Deepest = 8;
        for (const QJsonValue &item : items) {
            QString id = json::text(item["id"_L1]);
            const QString name = json::text(item["name"_L1]).simplified();
            const bool usable = isUsable(id) && !name.isEmpty() && !item["search_deprecated"_L1].toBool();
            if (depth == 0)
                id.prepend(m_topPrefix);
            if (usable && !m_seen.contains({id, parentId})) {
                m_seen.insert({id, parentId});
                m_nodes.push_back({id, parentId, name, name});
            }
            if (depth < Deepest)
                read(item[m_key].toArray(), usable ? id : parentId, depth + 1);
        }
    }

    std::vector<DictionaryNode> takeNodes() { return std::move(m_nodes); }

private:
    /// As Query::validate() takes them.
    static bool isUsable(const QString &id)
    {
        const auto usable = [](QChar c) {
            return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'.' || c == u'-' || c == u'_';
        };
        return !id.isEmpty() && id.size() <= 40 && !id.startsWith(u'.') &&
               std::all_of(id.begin(), id.end(), usable);
    }

    QLatin1StringView m_key;
    QString m_topPrefix;
    QSet<std::pair<QString, QString>> m_seen; ///< id and parent
    std::vector<DictionaryNode> m_nodes;
};

} // namespace

Result<Dictionary> readHhDictionary(Dictionary::Kind kind, const QByteArray &body)
{
    QJsonArray top;
    if (kind == Dictionary::Kind::HhRoles) {
        const auto root = json::object(body);
        if (!root)
            return std::unexpected(root.error());
        top = root->value("categories"_L1).toArray();
    } else {
        QJsonParseError error;
        top = QJsonDocument::fromJson(body, &error).array();
        if (error.error != QJsonParseError::NoError)
            return fail(Reason::BadBody, u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    }
    TreeReader reader(kind == Dictionary::Kind::HhAreas   ? "areas"_L1
                      : kind == Dictionary::Kind::HhRoles ? "roles"_L1
                                                          : "industries"_L1,
                      kind == Dictionary::Kind::HhRoles ? u"category."_s : QString());
    reader.read(top, {}, 0);
    std::vector<DictionaryNode> nodes = reader.takeNodes();
    if (nodes.empty())
        return fail(Reason::BadBody, u"no %1"_s.arg(Dictionary::nameOf(kind)));
    return Dictionary::fromNodes(std::move(nodes));
}

} // namespace linnet::vacancies
