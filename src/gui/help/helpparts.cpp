// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/helpparts.h"

#include "base/places.h"
#include "gui/widgets/actionregistry.h"
#include "table/codetitle.h"
#include "table/schema.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString escaped(QString text)
{
    static const QRegularExpression sign(u"([\\\\*_<>`|\\[\\]#~&])"_s);
    return text.replace(u'\n', u' ').replace(sign, u"\\\\\\1"_s);
}

} // namespace

QString helpColumns(const QString &schemaKey)
{
    const table::Schema *schema = table::schemaByKey(schemaKey);
    if (!schema)
        return {};
    QStringList lines;
    for (const int position : schema->readingOrder()) {
        const table::Column &column = schema->columns[size_t(position)];
        QString line = u"- **%1** `%2`"_s.arg(escaped(table::columnTitle(column)), column.key);
        if (const QString hint = table::columnHint(column); !hint.isEmpty())
            line += u": "_s + escaped(hint);
        QStringList words;
        for (const table::Code &code : column.codes)
            words << u"`%1` %2"_s.arg(code.code, escaped(table::codeTitle(column, code.code)));
        if (!words.isEmpty())
            line += u" ("_s + words.join(u", "_s) + u')';
        lines << line;
    }
    return lines.join(u'\n');
}

QString helpFolders()
{
    const auto line = [](const char *what, const QString &where) {
        return u"- %1: %2"_s.arg(QCoreApplication::translate("linnet::gui::HelpWindow", what),
                                 escaped(QDir::toNativeSeparators(where)));
    };
    const Places places = Places::own();
    const QStringList lines{line(QT_TRANSLATE_NOOP("linnet::gui::HelpWindow", "settings (`linnet.ini`)"),
                                 QFileInfo(places.settings).path()),
                            line(QT_TRANSLATE_NOOP("linnet::gui::HelpWindow",
                                                   "projects not saved yet, lists of proxies, names of "
                                                   "regions and roles"),
                                 places.data),
                            line(QT_TRANSLATE_NOOP("linnet::gui::HelpWindow", "the log"), places.logs())};
    return lines.join(u'\n');
}

QString helpKeys(const ActionRegistry &actions)
{
    QStringList lines;
    QString group;
    for (const QAction *action : actions.actions()) {
        if (action->shortcut().isEmpty())
            continue;
        if (const QString own = actions.group(action); own != group) {
            group = own;
            lines << QString() << u"**"_s + escaped(group) + u"**"_s << QString();
        }
        lines << u"- %1: `%2`"_s.arg(escaped(ActionRegistry::plainText(action)),
                                     action->shortcut().toString(QKeySequence::NativeText));
    }
    return lines.join(u'\n');
}

} // namespace linnet::gui
