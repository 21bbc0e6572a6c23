-- What was written is never overwritten: a correction is a new version. The triggers hold whoever forgets it.

CREATE TABLE document (
    id INTEGER PRIMARY KEY,   -- in the order in which they were acknowledged
    kind TEXT NOT NULL,       -- plan, scenario, school, result, record, summary, calendar, hazard, equipment, package
    key TEXT NOT NULL,        -- of a drill, a hazard …
    version INTEGER NOT NULL, -- 1, 2, 3 …
    date TEXT NOT NULL,       -- of what it tells; empty: of no day
    saved TEXT NOT NULL,      -- when it came in, UTC
    author TEXT NOT NULL,     -- as they called themselves; may be empty
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    sha256 TEXT NOT NULL,     -- of the body
    UNIQUE (kind, key, version)
) STRICT;
CREATE INDEX document_by_date ON document (kind, date);
CREATE TRIGGER document_stays BEFORE UPDATE ON document BEGIN SELECT raise(ABORT, 'a record is never overwritten'); END;
CREATE TRIGGER document_is_kept BEFORE DELETE ON document BEGIN SELECT raise(ABORT, 'a record is never deleted'); END;

-- Every Chinese character is a word of its own, so that one, two or more of them are found as a phrase.
CREATE VIRTUAL TABLE document_words USING fts5 (words, content = '', tokenize = 'unicode61');

-- The presses of a drill day.
CREATE TABLE event (
    drill TEXT NOT NULL,
    number INTEGER NOT NULL, -- 1, 2, 3 …
    saved INTEGER NOT NULL,  -- milliseconds since 1970, UTC
    body TEXT NOT NULL,
    PRIMARY KEY (drill, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT raise(ABORT, 'a record is never overwritten'); END;
CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT raise(ABORT, 'a record is never deleted'); END;

-- A bureau's side: its schools, what they filed, and what became of it.
CREATE TABLE school (
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    city TEXT NOT NULL,
    county TEXT NOT NULL,     -- empty: answers to the city
    campus_of TEXT NOT NULL,  -- id of the school that it is a campus of; empty: none
    public_key TEXT NOT NULL, -- empty: files by form
    saved TEXT NOT NULL,
    PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER school_stays BEFORE UPDATE ON school BEGIN SELECT raise(ABORT, 'a record is never overwritten'); END;

CREATE TABLE filing (
    id INTEGER PRIMARY KEY,
    school TEXT NOT NULL,
    drill TEXT NOT NULL,
    version INTEGER NOT NULL,
    sha256 TEXT NOT NULL,   -- of the package
    kind TEXT NOT NULL,     -- of drill
    date TEXT NOT NULL,     -- of the drill
    due TEXT NOT NULL,      -- last day on which it is on time
    received TEXT NOT NULL, -- day
    figures TEXT NOT NULL,  -- JSON: what the yearly figures are added from
    UNIQUE (school, drill, version)
) STRICT;
CREATE INDEX filing_by_date ON filing (date, school);
CREATE TRIGGER filing_stays BEFORE UPDATE ON filing BEGIN SELECT raise(ABORT, 'a record is never overwritten'); END;
CREATE TRIGGER filing_is_kept BEFORE DELETE ON filing BEGIN SELECT raise(ABORT, 'a record is never deleted'); END;

CREATE TABLE filing_step (
    filing INTEGER NOT NULL REFERENCES filing (id),
    number INTEGER NOT NULL, -- 1, 2, 3 …
    state TEXT NOT NULL,     -- received, sent_again, sent_back, accepted
    saved TEXT NOT NULL,
    who TEXT NOT NULL,       -- empty: the program
    reasons TEXT NOT NULL,
    PRIMARY KEY (filing, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER step_stays BEFORE UPDATE ON filing_step BEGIN SELECT raise(ABORT, 'a record is never overwritten'); END;
CREATE TRIGGER step_is_kept BEFORE DELETE ON filing_step BEGIN SELECT raise(ABORT, 'a record is never deleted'); END;

-- Where each drill stands now. Made from the tables above alone, so it may be written over.
CREATE TABLE filing_now (
    school TEXT NOT NULL,
    date TEXT NOT NULL,
    drill TEXT NOT NULL,
    filing INTEGER NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    due TEXT NOT NULL,
    received TEXT NOT NULL, -- of the first version
    present INTEGER NOT NULL, -- figures of the newest version, so that a sum reads this table alone
    injuries INTEGER NOT NULL,
    notices INTEGER NOT NULL,
    hazards_found INTEGER NOT NULL,
    hazards_mended INTEGER NOT NULL,
    staff INTEGER NOT NULL,
    equipment INTEGER NOT NULL,
    PRIMARY KEY (school, drill)
) STRICT, WITHOUT ROWID;
CREATE INDEX filing_now_by_date ON filing_now (date, school, state, received, due);
CREATE INDEX filing_now_by_state ON filing_now (state, date);
