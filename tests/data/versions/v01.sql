-- A project as version 1 of the file format had it.
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    params TEXT NOT NULL,
    state INTEGER NOT NULL,
    started TEXT NOT NULL,
    ended TEXT,
    counts TEXT NOT NULL DEFAULT '{}',
    attempts_dropped INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE work (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run(id),
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    host TEXT NOT NULL,
    ref TEXT NOT NULL,
    depth INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    status INTEGER NOT NULL DEFAULT 0,
    detail TEXT NOT NULL DEFAULT '',
    UNIQUE (run_id, key)
);
CREATE INDEX work_pending ON work(run_id, kind, host, id) WHERE state = 0;
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    hash INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX text_hash ON text(hash);
CREATE TABLE attempt (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run(id),
    url TEXT NOT NULL,
    host TEXT NOT NULL,
    method TEXT NOT NULL,
    number INTEGER NOT NULL,
    started_ms INTEGER NOT NULL,
    queued_us INTEGER NOT NULL,
    connecting_us INTEGER NOT NULL,
    sent_us INTEGER NOT NULL,
    headers_us INTEGER NOT NULL,
    done_us INTEGER NOT NULL,
    status INTEGER NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    proxy TEXT NOT NULL,
    bytes INTEGER NOT NULL
);
CREATE INDEX attempt_run ON attempt(run_id);
CREATE TABLE IF NOT EXISTS "vacancy" (row_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run(id), row_key TEXT NOT NULL, "vacancy" TEXT, "url" TEXT, "created" TEXT, "has_test" INTEGER, "salary_from" REAL, "salary_to" REAL, "currency" TEXT, "experience" TEXT, "schedule" TEXT, "skills" TEXT, "employer" TEXT, "area" TEXT, "description" TEXT, "description_ref" INTEGER, "alternate_url" TEXT, "salary_gross" INTEGER, "salary_mode" TEXT, "employment" TEXT, "work_format" TEXT, "professional_roles" TEXT, "address" TEXT, "lat" REAL, "lng" REAL, "employer_id" TEXT, "archived" INTEGER, "state" TEXT, "source" TEXT, "id" TEXT, "fetched_at" TEXT, "query" TEXT, UNIQUE (run_id, row_key));
CREATE INDEX "vacancy_run" ON "vacancy"(run_id);
INSERT INTO run (id, kind, params, state, started, ended, counts) VALUES
    (1, 'vacancies', '{"search":{}}', 2, '2026-11-20T10:00:00Z', '2026-11-20T10:01:00Z', '{"requests":2}'),
    (2, 'vacancies', '{"search":{}}', 1, '2026-11-21T10:00:00Z', NULL, '{}');
INSERT INTO text (id, hash, body) VALUES (1, 7, 'Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. Длинный текст объявления. ');
INSERT INTO vacancy (row_id, run_id, row_key, vacancy, url, salary_from, employer, description, description_ref) VALUES
    (1, 1, 'hh:1', 'Слесарь', 'https://example.org/1', 100000.0, 'Завод', NULL, 1),
    (2, 1, 'hh:2', 'Токарь', 'https://example.org/2', NULL, 'Завод', 'Короткий текст', NULL),
    (3, 2, 'hh:1', 'Слесарь', 'https://example.org/1', 110000.5, 'Завод', NULL, 1);
INSERT INTO work (id, run_id, key, kind, host, ref, depth, state) VALUES (1, 1, 'https://example.org/list', 'hh/list', 'example.org', '', 0, 1), (2, 2, 'https://example.org/2', 'hh/detail', 'example.org', 'hh:2', 1, 0);
INSERT INTO attempt (run_id, url, host, method, number, started_ms, queued_us, connecting_us, sent_us, headers_us, done_us, status, reason, detail, proxy, bytes) VALUES (1, 'https://example.org/list', 'example.org', 'GET', 1, 1763632800000, 0, 10, 20, 30, 40, 200, '', '', '', 100);
PRAGMA application_id = 1280200276; PRAGMA user_version = 1;
