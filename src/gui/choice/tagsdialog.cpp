// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/choice/tagsdialog.h"

#include "base/textfold.h"
#include "gui/look/textscale.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

TagsDialog::TagsDialog(const QStringList &known, const QHash<QString, qint64> &counts, qint64 all,
                       QWidget *parent)
    : QDialog(parent)
    , m_new(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setWindowTitle(tr("Tags"));
    auto *about = new QLabel(tr("Tags of %Ln ad(s) or address(es)", nullptr, int(all)), this);
    m_new->setObjectName(u"new"_s);
    m_new->setPlaceholderText(tr("New tags, parted by ;"));
    m_new->setAccessibleName(tr("New tags"));
    m_list->setObjectName(u"tags"_s);
    m_list->setAccessibleName(tr("Tags in use"));
    m_list->setUniformItemSizes(true);
    QStringList tags = known;
    for (const QString &tag : counts.keys()) {
        if (!tags.contains(tag))
            tags.append(tag);
    }
    for (const QString &tag : std::as_const(tags)) {
        const qint64 count = counts.value(tag);
        auto *item = new QListWidgetItem(tag, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(count == 0 ? Qt::Unchecked : count == all ? Qt::Checked : Qt::PartiallyChecked);
    }
    m_list->setVisible(!tags.isEmpty());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // What is typed narrows the list, so that a tag in use is found rather than written anew.
    connect(m_new, &QLineEdit::textChanged, this, [this](const QString &text) {
        const QString needle = foldText(text.sliced(text.lastIndexOf(u';') + 1).trimmed());
        for (int i = 0; i < m_list->count(); ++i)
            m_list->item(i)->setHidden(!containsFolded(m_list->item(i)->text(), needle));
    });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(m_new);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(scaled(320), tags.isEmpty() ? sizeHint().height() : scaled(360));
    m_new->setFocus();
}

QStringList TagsDialog::inState(Qt::CheckState state) const
{
    QStringList result;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == state)
            result.append(m_list->item(i)->text());
    }
    return result;
}

QStringList TagsDialog::added() const
{
    return inState(Qt::Checked) + m_new->text().split(u';', Qt::SkipEmptyParts);
}

QStringList TagsDialog::removed() const
{
    return inState(Qt::Unchecked);
}

} // namespace linnet::gui
