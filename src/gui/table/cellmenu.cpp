// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/cellmenu.h"

#include "models/table/rowtext.h"

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using table::Value;

namespace {

constexpr qsizetype ShownItems = 12;
constexpr qsizetype ShownCharacters = 40;

/// A value as part of a menu text: short, and without accelerators.
QString quoted(QString text)
{
    if (text.size() > ShownCharacters)
        text = text.first(ShownCharacters).trimmed() + u'…';
    return text.replace(u'&', "&&"_L1);
}

} // namespace

CellMenu::CellMenu(const QModelIndex &index, const models::RowModel &model, models::FilterState &filter,
                   QWidget *parent)
    : QMenu(parent)
    , m_model(model)
    , m_filter(filter)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const table::Column &column = model.schema().columns[size_t(index.column())];
    const table::Cells *cells = model.cells(index.row());
    if (cells) {
        const Value value = (*cells)[size_t(index.column())];
        if (column.type == table::ColumnType::List && !table::isNull(value))
            addItemFilters(index.column(), table::toText(value).split(u';', Qt::SkipEmptyParts));
        else
            addFilters(index.column(), value);
        addSeparator();
    }
    addSorting(index.column());
    addSeparator();
    addAction(tr("Copy rows"), QKeySequence::Copy, this, &CellMenu::copyRowsChosen);
    addAction(tr("Copy cell"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, this, &CellMenu::copyCellChosen);
    QAction *open = addAction(tr("Open in browser"), Qt::CTRL | Qt::Key_Return, this, &CellMenu::openChosen);
    open->setEnabled(cells && models::RowText(model.schema()).link(*cells).isValid());
    addSeparator();
    addAction(tr("Columns…"), this, &CellMenu::columnsChosen);
}

void CellMenu::addFilters(int column, const Value &value)
{
    const table::Column &described = m_model.schema().columns[size_t(column)];
    const auto keep = [this, column, value] { m_filter.keepOnly(column, value); };
    const auto drop = [this, column, value] { m_filter.except(column, value); };
    if (table::isNull(value)) {
        addAction(tr("Only rows without this value"), &m_filter, keep);
        addAction(tr("Only rows with this value"), &m_filter, drop);
        return;
    }
    const QString text = quoted(models::CellFormat().display(described, value));
    addAction(tr("Only “%1”").arg(text), &m_filter, keep);
    addAction(tr("All but “%1”").arg(text), &m_filter, drop);
}

void CellMenu::addItemFilters(int column, const QStringList &items)
{
    QMenu *only = addMenu(tr("Only rows with"));
    QMenu *except = addMenu(tr("Only rows without"));
    for (const QString &item : items.first(std::min(items.size(), ShownItems))) {
        only->addAction(quoted(item), &m_filter,
                        [this, column, item] { m_filter.setPicked(column, item, true); });
        except->addAction(quoted(item), &m_filter, [this, column, item] { m_filter.except(column, item); });
    }
}

void CellMenu::addSorting(int column)
{
    const QString key = m_model.schema().columns[size_t(column)].key;
    const QString title = quoted(columnTitle(m_model.schema().columns[size_t(column)]));
    addAction(tr("Sort by %1, ascending").arg(title), this, [this, key] {
        Q_EMIT sortChosen({{key, false}});
    });
    addAction(tr("Sort by %1, descending").arg(title), this, [this, key] {
        Q_EMIT sortChosen({{key, true}});
    });
    QAction *natural = addAction(tr("Order of arrival"), this, [this] { Q_EMIT sortChosen({}); });
    natural->setEnabled(!m_model.query().sort.isEmpty());
}

} // namespace linnet::gui
