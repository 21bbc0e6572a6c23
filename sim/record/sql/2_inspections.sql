-- How often a school was inspected: one of the yearly figures of a bureau.
ALTER TABLE filing_now ADD COLUMN inspections INTEGER NOT NULL DEFAULT 0;
