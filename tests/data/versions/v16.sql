-- A project as version 16 of the file format had it.
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
CREATE TABLE address (
    run_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    url TEXT NOT NULL,
    listed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id, number)
) WITHOUT ROWID;
CREATE TABLE attachment (
    run_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (run_id, number, kind)
);
CREATE TABLE twin (
    run_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    pages INTEGER NOT NULL,
    PRIMARY KEY (run_id, kind, value)
) WITHOUT ROWID;
ALTER TABLE work ADD COLUMN address INTEGER NOT NULL DEFAULT 0;
ALTER TABLE work ADD COLUMN failed_at INTEGER;
CREATE TABLE IF NOT EXISTS "link" (row_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL, "source_url" INTEGER, "parsed_url" INTEGER, "element" TEXT, "anchor" TEXT, "rel" TEXT, "fragment" TEXT, "line" INTEGER, "nofollow" INTEGER, "internal" INTEGER, "area" TEXT);
DROP INDEX IF EXISTS link_source;
DROP INDEX IF EXISTS link_target;
CREATE TABLE link_span (
    run_id INTEGER NOT NULL,
    page INTEGER NOT NULL,
    first_row INTEGER NOT NULL,
    last_row INTEGER NOT NULL,
    PRIMARY KEY (run_id, page)
) WITHOUT ROWID;
CREATE TABLE mention (
    run_id INTEGER NOT NULL,
    target INTEGER NOT NULL,
    page INTEGER NOT NULL,
    links INTEGER NOT NULL,
    PRIMARY KEY (run_id, target, page)
) WITHOUT ROWID;
INSERT INTO link_span (run_id, page, first_row, last_row)
    SELECT run_id, source_url, min(row_id), max(row_id) FROM link GROUP BY run_id, source_url;
INSERT INTO mention (run_id, target, page, links)
    SELECT run_id, parsed_url, source_url, count(*) FROM link GROUP BY run_id, parsed_url, source_url;
ALTER TABLE attempt ADD COLUMN limited_us INTEGER NOT NULL DEFAULT -1;
ALTER TABLE attempt ADD COLUMN paused_us INTEGER NOT NULL DEFAULT -1;
CREATE TABLE IF NOT EXISTS memo (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS text_word
    USING fts5(body, content = 'text', content_rowid = 'id', columnsize = 0, tokenize = 'linnet');
CREATE TABLE IF NOT EXISTS word_index (
    through INTEGER NOT NULL,
    rules INTEGER NOT NULL
);
INSERT INTO word_index (through, rules) SELECT 0, 0 WHERE NOT EXISTS (SELECT 1 FROM word_index);
CREATE TABLE IF NOT EXISTS unused_text (id INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS moment (writes INTEGER NOT NULL);
INSERT INTO moment (writes) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM moment);
CREATE TABLE IF NOT EXISTS "url_check" (row_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run(id), row_key TEXT NOT NULL, "url" TEXT, "status" INTEGER, "seconds" REAL, "length" INTEGER, "preview" TEXT, "preview_ref" INTEGER, "preview_start" TEXT, "reason" TEXT, "headers_seconds" REAL, "type" TEXT, "final_url" TEXT, "hops" INTEGER, "title" TEXT, "certificate_problem" TEXT, "certificate_expires" TEXT, "retries" INTEGER, "state" TEXT, "method" TEXT, "fetched_at" TEXT, "line" INTEGER, "encoding" TEXT, "redirects" TEXT, "redirects_ref" INTEGER, "redirects_start" TEXT, "phase" TEXT, "round" INTEGER, "change" TEXT, UNIQUE (run_id, row_key));
CREATE INDEX "url_check_run" ON "url_check"(run_id);
CREATE TABLE IF NOT EXISTS "left_out" (row_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run(id), row_key TEXT NOT NULL, "vacancy" TEXT, "url" TEXT, "created" TEXT, "has_test" INTEGER, "salary_from" REAL, "salary_to" REAL, "currency" TEXT, "experience" TEXT, "schedule" TEXT, "skills" TEXT, "employer" TEXT, "area" TEXT, "description" TEXT, "description_ref" INTEGER, "description_start" TEXT, "alternate_url" TEXT, "salary_gross" INTEGER, "salary_mode" TEXT, "employment" TEXT, "work_format" TEXT, "professional_roles" TEXT, "address" TEXT, "lat" REAL, "lng" REAL, "employer_id" TEXT, "archived" INTEGER, "state" TEXT, "source" TEXT, "id" TEXT, "fetched_at" TEXT, "query" TEXT, "modified" TEXT, "first_published" TEXT, "work_places" INTEGER, "education" TEXT, "specialisation" TEXT, "salary_frequency" TEXT, "metro" TEXT, "employer_inn" TEXT, "employer_ogrn" TEXT, "accredited" INTEGER, "group" INTEGER, "group_size" INTEGER, "repeat" INTEGER, "campaign" INTEGER, "contact_name" TEXT, "contact_email" TEXT, "contact_phone" TEXT, "left_out_by" TEXT, UNIQUE (run_id, row_key));
CREATE INDEX "left_out_run" ON "left_out"(run_id);
CREATE TABLE IF NOT EXISTS "listing" (row_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run(id), row_key TEXT NOT NULL, "source" TEXT, "query" TEXT, "found" INTEGER, "reachable" INTEGER, "requests" INTEGER, "seconds" REAL, "read" INTEGER, "state" TEXT, "from" TEXT, "to" TEXT, "regions" TEXT, "roles" TEXT, "experience" TEXT, UNIQUE (run_id, row_key));
CREATE INDEX "listing_run" ON "listing"(run_id);
CREATE TABLE IF NOT EXISTS "page" (row_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run(id), "url" INTEGER, "status" INTEGER, "reason" TEXT, "type" TEXT, "size" INTEGER, "seconds" REAL, "depth" INTEGER, "title" TEXT, "meta_description" TEXT, "h1" TEXT, "h2" TEXT, "canonical" INTEGER, "robots" TEXT, "indexable" INTEGER, "outlinks" INTEGER, "words" INTEGER, "charset" TEXT, "lang" TEXT, "hash" TEXT, "state" TEXT, "why_not_fetched" TEXT, "detail" TEXT, "robots_line" TEXT, "verdict" TEXT, "redirect_to" INTEGER, "found_on" INTEGER, "internal" INTEGER, "script_built" INTEGER, "certificate" TEXT, "fetched_at" TEXT, "why_not" TEXT, "host" TEXT, "url_length" INTEGER, "first_byte" REAL, "title_count" INTEGER, "title_width" INTEGER, "description_count" INTEGER, "description_width" INTEGER, "h1_count" INTEGER, "h2_count" INTEGER, "heading_skip" TEXT, "h1_is_title" INTEGER, "canonical_count" INTEGER, "canonical_written" TEXT, "canonical_header" TEXT, "canonical_conflict" INTEGER, "robots_source" TEXT, "robots_bots" TEXT, "head_faults" TEXT, "refresh_url" TEXT, "refresh_seconds" REAL, "charset_source" TEXT, "images" INTEGER, "images_no_alt" INTEGER, "images_no_size" INTEGER, "main_words" INTEGER, "text_share" INTEGER, "text_hash" TEXT, "simhash" TEXT, "elements" INTEGER, "links_internal" INTEGER, "links_external" INTEGER, "anchors_empty" INTEGER, "links_script" INTEGER, "open_graph" TEXT, "viewport" TEXT, "data_types" TEXT, "data_broken" INTEGER, "filler_text" INTEGER, "password_field" INTEGER, "content_encoding" TEXT, "hsts" INTEGER, "safety_headers" TEXT, "unsafe_cookies" TEXT, "hreflang_count" INTEGER, "hreflang_faults" TEXT, "element_depth" INTEGER, "images_alt_empty" INTEGER, "images_alt_long" INTEGER, "ids_doubled" INTEGER, "twitter" TEXT, "icon" TEXT, "jobs" INTEGER, "job_faults" TEXT, "job_gaps" TEXT, "sniffed_type" TEXT, "robots_closed_to" TEXT, "page_text" TEXT, "page_text_ref" INTEGER, "page_text_start" TEXT, "failed_once" INTEGER, "start_form" INTEGER, UNIQUE (run_id, "url"));
CREATE INDEX "page_run" ON "page"(run_id);
CREATE TABLE IF NOT EXISTS "hreflang" (row_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run(id), row_key TEXT NOT NULL, "url" INTEGER, "language" TEXT, "target_url" INTEGER, "written" TEXT, "source" TEXT, "line" INTEGER, "language_fault" TEXT, "language_twice" INTEGER, UNIQUE (run_id, row_key));
CREATE INDEX "hreflang_run" ON "hreflang"(run_id);
CREATE TABLE IF NOT EXISTS "proxy" (row_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run(id), row_key TEXT NOT NULL, "proxy" TEXT, "status" TEXT, "exit_address" TEXT, "anonymity" TEXT, "latency" REAL, "reason" TEXT, "latency_p95" REAL, "http" INTEGER, "connect" INTEGER, "tls" INTEGER, "scheme" TEXT, "login" INTEGER, "place" TEXT, "detail" TEXT, "checked_at" TEXT, UNIQUE (run_id, row_key));
CREATE INDEX "proxy_run" ON "proxy"(run_id);
CREATE TABLE IF NOT EXISTS "vacancy" (row_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run(id), row_key TEXT NOT NULL, "vacancy" TEXT, "url" TEXT, "created" TEXT, "has_test" INTEGER, "salary_from" REAL, "salary_to" REAL, "currency" TEXT, "experience" TEXT, "schedule" TEXT, "skills" TEXT, "employer" TEXT, "area" TEXT, "description" TEXT, "description_ref" INTEGER, "description_start" TEXT, "alternate_url" TEXT, "salary_gross" INTEGER, "salary_mode" TEXT, "employment" TEXT, "work_format" TEXT, "professional_roles" TEXT, "address" TEXT, "lat" REAL, "lng" REAL, "employer_id" TEXT, "archived" INTEGER, "state" TEXT, "source" TEXT, "id" TEXT, "fetched_at" TEXT, "query" TEXT, "modified" TEXT, "first_published" TEXT, "work_places" INTEGER, "education" TEXT, "specialisation" TEXT, "salary_frequency" TEXT, "metro" TEXT, "employer_inn" TEXT, "employer_ogrn" TEXT, "accredited" INTEGER, "group" INTEGER, "group_size" INTEGER, "repeat" INTEGER, "campaign" INTEGER, "contact_name" TEXT, "contact_email" TEXT, "contact_phone" TEXT, UNIQUE (run_id, row_key));
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
INSERT INTO run (id, kind, params, state, started) VALUES (3, 'crawl', '{"crawl":{}}', 2, '2026-11-22T10:00:00Z');
INSERT INTO address (run_id, number, url, listed) VALUES (3, 1, 'https://site.example/', 0), (3, 2, 'https://site.example/a', 1);
INSERT INTO page (row_id, run_id, url, status, title) VALUES (1, 3, 1, 200, 'Site'), (2, 3, 2, 404, NULL);
INSERT INTO twin (run_id, kind, value, pages) VALUES (3, 'title', 'Site', 1);
INSERT INTO link (row_id, run_id, source_url, parsed_url, anchor) VALUES (1, 3, 1, 2, 'to a'), (2, 3, 1, 1, 'home');
INSERT INTO link_span VALUES (3, 1, 1, 2); INSERT INTO mention VALUES (3, 2, 1, 1), (3, 1, 1, 1);
INSERT INTO attachment (run_id, number, kind, data) VALUES (3, 1, 0, x'0102030405060708');
INSERT INTO memo VALUES ('search/x', '{"name":"Слесари"}');
CREATE TABLE IF NOT EXISTS mark (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    starred INTEGER,
    tags TEXT,
    note TEXT,
    changed TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS joined_table (
    name TEXT NOT NULL PRIMARY KEY,
    of TEXT NOT NULL,
    by TEXT NOT NULL,
    file TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS joined_column (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    type INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS joined_value (
    column INTEGER NOT NULL,
    key TEXT NOT NULL,
    value,
    PRIMARY KEY (column, key)
) WITHOUT ROWID;
INSERT INTO joined_table VALUES ('visits', 'pages', 'url', 'visits.csv');
INSERT INTO joined_column VALUES (1, 'visits', 'clicks', 'Clicks', 2);
INSERT INTO joined_value VALUES (1, 'http://site.example/', 5);
UPDATE page SET indexable = 1, host = 'site.example', title_count = 1 WHERE url = 1;
DELETE FROM twin;
INSERT INTO twin (run_id, kind, value, pages) VALUES (3, 'title', 'site.example Site', 1);
INSERT INTO hreflang (row_id, run_id, row_key, url, language, target_url, source, line) VALUES (1, 3, '1.0', 1, 'de', 2, 'html', 4);
UPDATE moment SET writes = 5;
PRAGMA application_id = 1280200276; PRAGMA user_version = 16;
