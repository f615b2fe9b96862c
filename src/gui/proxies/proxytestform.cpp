// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxytestform.h"

#include "gui/look/icons.h"
#include "gui/proxies/proxyimportdialog.h"
#include "gui/run/runcontrols.h"
#include "gui/widgets/listeditor.h"
#include "gui/widgets/pacebox.h"
#include "proxies/list/proxylistparser.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

ProxyTestForm::ProxyTestForm(QWidget *parent)
    : QWidget(parent)
    , m_text(new ListEditor(this))
    , m_file(new QPushButton(lineIcon("open"_L1), tr("From a file…"), this))
    , m_forget(new QPushButton(tr("Remove all"), this))
    , m_kind(new QComboBox(this))
    , m_judge(new QLineEdit(this))
    , m_pace(new PaceBox(this))
    , m_remarks(new QLabel(this))
    , m_controls(new RunControls(this))
    , m_reading([this](proxies::ProxyList list) {
        m_list = std::move(list);
        m_forget->setEnabled(!m_text->isReadOnly() && !m_list.entries.isEmpty());
        showRemarks();
        Q_EMIT listRead();
    })
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    makeFields();
    layOut();
    connect(m_text, &ListEditor::edited, this, &ProxyTestForm::touched);
    connect(m_text, &ListEditor::fileChosen, this, &ProxyTestForm::openFile);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ProxyTestForm::touched);
    connect(m_pace, &QComboBox::currentIndexChanged, this, &ProxyTestForm::touched);
    connect(m_judge, &QLineEdit::textChanged, this, &ProxyTestForm::touched);
    connect(m_file, &QPushButton::clicked, this, [this] {
        m_text->chooseFile(tr("Proxies from a file"),
                           {tr("Lists (*.txt *.csv *.json *.lst *.html)"), tr("All files (*)")});
    });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        ProxyTestValues rest = values();
        rest.text.clear();
        rest.imported.clear();
        setValues(rest);
    });
    setValues({});
}

void ProxyTestForm::makeFields()
{
    m_text->setObjectName(u"proxiesEdit"_s);
    m_text->setAccessibleName(tr("Proxies to test"));
    m_text->setPlaceholderText(
        tr("Proxies, one a line: host:port, socks5://host:port, host:port:user:password …"));
    for (const auto scheme : {proxies::ProxyScheme::Http, proxies::ProxyScheme::Socks5})
        m_kind->addItem(tr("kind not named: %1").arg(QString(proxies::schemeName(scheme)).toUpper()),
                        int(scheme));
    m_kind->setAccessibleName(tr("Kind of proxies that name none"));
    m_judge->setAccessibleName(tr("Judge"));
    m_judge->setPlaceholderText(tr("Judge: httpbin.org"));
    m_judge->setToolTip(
        tr("The page that tells what it saw of a request, as httpbin.org/get or azenv do. It is asked "
           "directly once, to learn your own address, then through every proxy."));
    m_pace->setAccessibleName(tr("How fast the judge is asked"));
    m_remarks->setWordWrap(true);
    m_remarks->setForegroundRole(QPalette::PlaceholderText);
}

void ProxyTestForm::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(8);
    for (QWidget *field : std::initializer_list<QWidget *>{m_file, m_forget, m_kind, m_pace})
        fields->addWidget(field);
    fields->addWidget(m_judge, 1);
    layout->addLayout(fields);
    layout->addWidget(m_remarks);
    layout->addWidget(m_controls);
    setFocusProxy(m_text);
}

ProxyTestValues ProxyTestForm::values() const
{
    ProxyTestValues values;
    values.text = m_text->text();
    values.imported = m_imported;
    values.fallback = proxies::ProxyScheme(m_kind->currentData().toInt());
    values.judge = m_judge->text().trimmed();
    values.delay = m_pace->delay();
    return values;
}

void ProxyTestForm::setValues(const ProxyTestValues &values)
{
    m_filling = true;
    m_text->setList(values.text);
    m_imported = values.imported;
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(values.fallback))));
    m_judge->setText(values.judge);
    m_pace->setDelay(values.delay);
    m_filling = false;
    read();
}

void ProxyTestForm::touched()
{
    if (m_filling)
        return;
    Q_EMIT changed();
    read();
}

void ProxyTestForm::read()
{
    m_problem.clear();
    m_reading.start([values = values()] { return listOf(values); });
}

proxies::ProxyList ProxyTestForm::listOf(const ProxyTestValues &values)
{
    proxies::ProxyList list = proxies::ProxyListParser::parse(values.text, values.fallback);
    for (const proxies::Proxy &proxy : values.imported)
        list.add(proxy, 0);
    return list;
}

QString ProxyTestForm::remarks() const
{
    if (m_list.entries.isEmpty() && m_list.problems.isEmpty())
        return tr("No proxies yet. Logins stay in memory and are never stored with the results.");
    QStringList parts{tr("%n proxy(s) will be tested", nullptr, int(m_list.entries.size()))};
    if (m_list.duplicates > 0)
        parts << tr("%n repeated", nullptr, m_list.duplicates);
    if (!m_list.problems.isEmpty()) {
        const proxies::ProxyList::Problem &first = m_list.problems.first();
        parts << tr("%n line(s) cannot be read", nullptr, int(m_list.problems.size())) + u" ("_s +
                     tr("line %1: %2").arg(first.place).arg(proxies::faultText(first.fault)) + u')';
    }
    return parts.join(u" · "_s);
}

void ProxyTestForm::showProblem(const QString &text)
{
    m_problem = text;
    showRemarks();
    m_text->setFocus(Qt::OtherFocusReason);
}

void ProxyTestForm::showRemarks()
{
    m_remarks->setText(m_problem.isEmpty() ? remarks() : m_problem);
}

void ProxyTestForm::setLocked(bool locked)
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_file, m_kind, m_judge, m_pace})
        field->setEnabled(!locked);
    m_forget->setEnabled(!locked && !m_list.entries.isEmpty());
    m_text->setReadOnly(locked);
}

void ProxyTestForm::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void ProxyTestForm::openFile(const QString &path)
{
    const Result<ProxyImportDialog *> made = ProxyImportDialog::ofFile(path, values().fallback, this);
    if (!made) {
        showProblem(tr("%1 cannot be read: %2").arg(path, made.error().detail));
        return;
    }
    ProxyImportDialog *dialog = *made;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        for (const proxies::ProxyList::Entry &entry : dialog->list().entries)
            m_imported.append(entry.proxy);
        touched();
    });
    dialog->open();
}

} // namespace linnet::gui
