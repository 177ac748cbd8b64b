-- Indexes of data/enrich.sqlite, and a view for each question that many ask.
CREATE INDEX works_by_year ON works (issued_year, cited_by_count);
CREATE INDEX works_by_venue ON works (venue_key);
CREATE INDEX works_by_doi ON works (doi);
CREATE INDEX works_by_arxiv ON works (arxiv_id);
CREATE INDEX ids_by_value ON ids (kind, value);
CREATE INDEX artifacts_by_id ON artifacts (kind, id);
CREATE INDEX artifacts_by_base ON artifacts (base_model);
CREATE INDEX mentions_by_place ON mentions (list, line);
CREATE INDEX history_by_work ON history (work_id, day);
CREATE INDEX findings_by_work ON findings (work_id);

-- Models whose card promises more than the licence of the model they were made from allows.
CREATE VIEW licences_looser_than_base AS
SELECT a.work_id, w.title, a.id, a.license, a.base_model, a.base_license, a.license_drops
FROM artifacts a JOIN works w ON w.id = a.work_id
WHERE a.license_drops IS NOT NULL
ORDER BY a.id;

-- Works and their own models and data sets that may not be used commercially.
CREATE VIEW noncommercial_by_year AS
SELECT w.issued_year AS year, count(*) AS works,
  sum(w.license_class IS 'non-commercial') AS noncommercial_works,
  sum((SELECT count(*) FROM artifacts a WHERE a.work_id = w.id AND a.tie <> 'listed'
    AND a.license_class = 'non-commercial')) AS noncommercial_artifacts
FROM works w GROUP BY w.issued_year ORDER BY w.issued_year;

-- Papers, citations and the most cited of each venue.
CREATE VIEW citations_by_venue AS
SELECT coalesce(venue_key, venue_name) AS venue_key, min(venue_name) AS venue, count(*) AS papers,
  sum(cited_by_count) AS citations, max(cited_by_count) AS most,
  min(issued_year) AS first_year, max(issued_year) AS last_year
FROM works WHERE kind = 'paper' AND venue_name IS NOT NULL
GROUP BY coalesce(venue_key, venue_name) ORDER BY citations DESC, papers DESC, venue;

-- What is new, changed or gone since the release before, and whose citations moved.
CREATE VIEW changed_since_last_release AS
SELECT c.what, c.work_id, coalesce(w.title, c.title) AS title, c.words,
  w.cited_by_count - c.cited_before AS more_citations
FROM changes c LEFT JOIN works w ON w.id = c.work_id
ORDER BY c.what, more_citations DESC, c.work_id;

-- What a person should look at, as the report has it.
CREATE VIEW todo AS
SELECT list, line, class, code, title, given, found, repair, evidence, key
FROM findings WHERE class <> 'note' AND state IN ('new', 'open')
ORDER BY list, line, part, code;
