// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keychainstore.h"

#include <qt6keychain/keychain.h>

namespace linnet::session {

KeychainStore::KeychainStore(QString service, QObject *parent)
    : SecretStore(parent)
    , m_service(std::move(service))
{
}

// The jobs have no parent and delete themselves: a keychain that is slow answers them even when the store is
// gone.
void KeychainStore::load(const QString &key)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [this, job, key] {
        // What was typed meanwhile is newer than what the keychain holds.
        if (job->error() == QKeychain::NoError && !m_known.contains(key))
            m_known[key] = job->binaryData();
        Q_EMIT loaded(key);
    });
    job->start();
}

void KeychainStore::keep(const QString &key, const QByteArray &secret)
{
    m_known[key] = secret;
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(key);
    job->setBinaryData(secret);
    connect(job, &QKeychain::Job::finished, this, [this, job, key] {
        if (job->error() == QKeychain::NoError)
            Q_EMIT kept(key, {});
        else
            Q_EMIT kept(key, fail(Reason::Io, job->errorString()));
    });
    job->start();
}

void KeychainStore::remove(const QString &key)
{
    m_known.remove(key);
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(key);
    job->start(); // deletes itself; what is not there need not be removed
}

} // namespace linnet::session
