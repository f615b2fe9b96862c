// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/queriesdialog.h"

#include "base/boundedfile.h"
#include "base/errortext.h"
#include "encoding/filetext.h"
#include "gui/look/icons.h"
#include "gui/look/style.h"
#include "gui/widgets/dialogsize.h"
#include "gui/widgets/listeditor.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int DialogWidth = 560;
constexpr int Lines = 12;
constexpr qint64 LargestFile = 64 * 1024 * 1024; // bytes

} // namespace

QueriesDialog::QueriesDialog(const VacanciesValues &values, QWidget *parent)
    : QDialog(parent)
    , m_values(values)
    , m_list(new ListEditor(this))
    , m_remarks(new QLabel(this))
    , m_reading([this](const SearchList::Told &told) {
        const QString count = told.count > 0 ? tr("%Ln search(es).", nullptr, told.count) + u' ' : QString();
        m_remarks->setText(count + told.remarks);
        m_take->setEnabled(told.count > 0 || m_list->text().trimmed().isEmpty());
    })
    , m_opening([this](const Result<QString> &text) {
        if (text)
            m_list->addLines(*text);
        else
            m_remarks->setText(ErrorText::sentence(text.error()));
    })
{
    setWindowTitle(tr("List of searches"));
    auto *label = new QLabel(tr("&One search a line, each asked in every chosen region; or a table with the "
                                "columns text and area, whose lines may name a region of their own:"),
                             this);
    label->setBuddy(m_list);
    label->setWordWrap(true);
    m_list->setObjectName(u"queriesEdit"_s);
    m_list->setTabChangesFocus(true);
    m_list->setPlaceholderText(tr("data analyst\ndata engineer"));
    m_list->setMaximumHeight(QWIDGETSIZE_MAX); // it takes what the dialog has
    m_list->setMinimumHeight(fontMetrics().lineSpacing() * Lines);
    m_list->setList(values.list);
    m_remarks->setObjectName(u"queriesRemarks"_s);
    m_remarks->setWordWrap(true);
    m_remarks->setTextFormat(Qt::PlainText);
    m_remarks->setForegroundRole(QPalette::PlaceholderText);
    auto *file = new QPushButton(lineIcon("open"_L1), tr("From a file…"), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(file, QDialogButtonBox::ResetRole);
    m_take = buttons->addButton(tr("Take them"), QDialogButtonBox::AcceptRole);
    setPrimary(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_remarks);
    layout->addWidget(buttons);
    connect(file, &QPushButton::clicked, this, [this] {
        m_list->chooseFile(tr("Searches from a file"),
                           {tr("Lists and tables (*.txt *.csv *.tsv *.lst)"), tr("All files (*)")});
    });
    connect(m_list, &ListEditor::edited, this, &QueriesDialog::read);
    connect(m_list, &ListEditor::fileChosen, this, &QueriesDialog::openFile);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    read();
    fitToTexts(*this, DialogWidth);
}

QString QueriesDialog::list() const
{
    return m_list->text().trimmed().isEmpty() ? QString() : m_list->text();
}

void QueriesDialog::read()
{
    m_values.list = m_list->text();
    m_reading.start([values = m_values] {
        return values.list.trimmed().isEmpty() ? SearchList::Told() : SearchList::tell(values);
    });
}

void QueriesDialog::openFile(const QString &path)
{
    m_opening.start([path]() -> Result<QString> {
        const Result<QByteArray> bytes = readBounded(path, LargestFile);
        if (!bytes)
            return std::unexpected(bytes.error());
        return encoding::fileText(*bytes, encoding::OtherBytes::Guess);
    });
}

} // namespace linnet::gui
