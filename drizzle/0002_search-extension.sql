-- Lets one index hold a person's id beside the trigrams of their notes. Trusted, like pg_trgm.
CREATE EXTENSION IF NOT EXISTS btree_gin;
