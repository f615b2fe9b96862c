// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/proxies/proxytestvalues.h"
#include "gui/run/runpresenter.h"
#include "proxies/list/keptlist.h"
#include "session/runparams.h"

#include <QCoreApplication>

namespace linnet::gui {

/// Decides everything about the form of a proxy test that needs no widget. Pure, any thread.
class ProxyTestPresenter
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::ProxyTestPresenter)

public:
    /// All proxies of a form, each once, and what cannot be read. Takes long when there are many.
    static proxies::ProxyList list(const ProxyTestValues &values);
    /// What a form says of its list.
    static QString remarks(const proxies::ProxyList &list);
    /// "6 proxies"; "" when there is none.
    static QString title(int proxies);

    enum class Field : quint8
    {
        Proxies,
        Judge
    };
    /// All that a start needs to know; takes as long as list().
    struct Prepared
    {
        QString problem; ///< "" = none
        Field field = Field::Proxies;
        QList<proxies::Proxy> proxies; ///< with their logins, which the parameters do not have
        session::RunParams params;
    };
    static Prepared prepare(const ProxyTestValues &values);
    /// What a test has shown of its proxies, each verdict's status.
    static RunOutcome outcome(const QHash<QString, proxies::TestVerdict> &verdicts);
    /// The form that would start such a run again, logins excepted.
    static ProxyTestValues values(const proxies::TestSpec &spec, const jobs::RequestSpec &requests);
};

} // namespace linnet::gui
