/** Tables of files that are uploaded, previewed and placed, for a service's migration. */
export const UPLOADS_SCHEMA = `
-- A file of rows. identity names its kind, the region, the bytes and how they were read: the same file again is the same upload.
-- It is null while the file is being read: nobody can see the upload yet.
CREATE TABLE upload (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  identity text UNIQUE,
  region text NOT NULL,
  uploaded_by text NOT NULL,
  file_name text,
  content_hash text NOT NULL,
  locale text,
  delimiter text NOT NULL,
  headings json NOT NULL,
  fields json NOT NULL,
  state text NOT NULL CHECK (state IN ('reading', 'preview', 'placing', 'placed')),
  wanted text CHECK (wanted IN ('good', 'all')),
  placed_by text,
  green integer NOT NULL DEFAULT 0,
  amber integer NOT NULL DEFAULT 0,
  red integer NOT NULL DEFAULT 0,
  placed integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  lease_owner text,
  lease_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX upload_region ON upload (region, id);
CREATE INDEX upload_unfinished ON upload (created_at) WHERE state IN ('reading', 'placing');

-- outcome is null until the row is placed or refused.
CREATE TABLE upload_row (
  upload_id uuid NOT NULL REFERENCES upload ON DELETE CASCADE,
  number integer NOT NULL,
  state text NOT NULL CHECK (state IN ('green', 'amber', 'red')),
  key text NOT NULL,
  cells json NOT NULL,
  faults json NOT NULL,
  body json,
  outcome json,
  PRIMARY KEY (upload_id, number)
);
CREATE INDEX upload_row_waiting ON upload_row (upload_id, number) WHERE outcome IS NULL AND state <> 'red';
`;
