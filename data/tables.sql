-- What data/enrich.sqlite has beside the tables of works, their lists, conflicts and findings.
CREATE TABLE changes (
  work_id TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('added', 'changed', 'counted', 'removed')), -- counted: only its citations moved
  title TEXT,
  words TEXT, -- what changed, old and new
  cited_before INTEGER, -- citations in the release before
  PRIMARY KEY (work_id, what)
);
CREATE TABLE release (
  name TEXT PRIMARY KEY NOT NULL, -- name, title, version, date, since, license, ...
  value TEXT
);
CREATE TABLE lists (
  name TEXT PRIMARY KEY NOT NULL,
  revision TEXT NOT NULL, -- SHA-256 of its bytes
  url TEXT,
  entries INTEGER NOT NULL
);
CREATE TABLE sources (
  name TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  origin TEXT, -- where the answers came from
  terms TEXT,
  asked INTEGER NOT NULL,
  found INTEGER NOT NULL,
  absent INTEGER NOT NULL,
  ambiguous INTEGER NOT NULL,
  not_asked INTEGER NOT NULL,
  unanswered INTEGER NOT NULL
);
