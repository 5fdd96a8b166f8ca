import type { SchemaModule } from '#platform/db'

const first = `
-- The serial number of the day, and who holds which number. A number is taken before the document is made and never given
-- twice; one whose document was never finished stays unused.
create table serial (
  day date constraint serial_pk primary key,
  last integer not null constraint serial_six_digits check (last between 1 and 999999)
);

create table reservation (
  key text constraint reservation_pk primary key,
  number text not null constraint reservation_number_once unique
    constraint reservation_number_form check (number ~ '^[0-9]{14}$'),
  issued_at timestamptz not null
);

create table document (
  number text constraint document_pk primary key,
  key text not null constraint document_key_once unique constraint document_reserved references reservation,
  case_id text not null,
  service text not null,
  edition text not null,
  document text not null,
  title_kk text not null,
  title_ru text not null,
  title_en text not null,
  body_kk text not null,
  body_ru text not null,
  body_en text not null,
  owner_kind text not null constraint document_owner_kind check (owner_kind in ('person', 'entity')),
  owner_number text not null constraint document_owner_form check (owner_number ~ '^[0-9]{12}$'),
  owner_name text not null,
  language text not null constraint document_language check (language in ('kk', 'ru', 'en')),
  issued_at timestamptz not null,
  valid_until date,
  sha256 text not null constraint document_sha256_form check (sha256 ~ '^[0-9a-f]{64}$')
);
create index document_of_owner on document (owner_number, issued_at desc);
create index document_of_case on document (case_id);

create table content (
  number text constraint content_pk primary key constraint content_document references document,
  pdf bytea not null
);

create table status_change (
  id bigint generated always as identity constraint status_change_pk primary key,
  number text not null constraint status_change_document references document,
  status text not null constraint status_change_status check (status in ('issued', 'revoked')),
  at timestamptz not null,
  reason_kk text,
  reason_ru text,
  reason_en text,
  replaced_by text constraint status_change_replacement references document,
  constraint status_change_once unique (number, status),
  constraint status_change_reasoned check (
    (status = 'revoked') = (reason_kk is not null and reason_ru is not null and reason_en is not null)),
  constraint status_change_replaced_when_revoked check (status = 'revoked' or replaced_by is null),
  constraint status_change_not_by_itself check (replaced_by is distinct from number)
);

-- Certificates of the seals that were used: barcodes name them by key_id, the first 8 bytes of the SHA-256.
create table seal_certificate (
  sha256 bytea constraint seal_certificate_pk primary key constraint seal_certificate_sha256 check (length(sha256) = 32),
  key_id bytea not null constraint seal_certificate_key_id_once unique constraint seal_certificate_key_id
    check (key_id = substring(sha256 from 1 for 8)),
  der bytea not null
);

revoke update, delete, truncate on reservation, document, content, status_change, seal_certificate from qyzmet_app;
`

const functions = `
create function reserve(wanted text, on_day date, at timestamptz) returns text language plpgsql as $$
declare
  taken text;
begin
  select number into taken from documents.reservation where key = wanted;
  if found then
    return taken;
  end if;
  insert into documents.serial as s (day, last) values (on_day, 1)
    on conflict (day) do update set last = s.last + 1
    returning to_char(on_day, 'YYYYMMDD') || lpad(last::text, 6, '0') into taken;
  insert into documents.reservation (key, number, issued_at) values (wanted, taken, at)
    on conflict (key) do nothing;
  select number into taken from documents.reservation where key = wanted;
  return taken;
end $$;
comment on function reserve is 'takes the number of a document that will be issued under a key, as a part of the caller''s statement';
`

const replacing = `
create function replace_document(old text, new text, at timestamptz, kk text, ru text, en text) returns void language sql as $$
  insert into documents.status_change (number, status, at, reason_kk, reason_ru, reason_en, replaced_by)
  values (old, 'revoked', at, kk, ru, en, new) on conflict do nothing
$$;
comment on function replace_document is 'ends a document for which another one was issued, as a part of the caller''s statement; once';
`

/** The register of issued documents: what was issued never changes, a status is only ever added. */
export const documentsSchema: SchemaModule = {
  schema: 'documents',
  role: 'app',
  migrations: [
    { id: 1, name: 'register', sql: first },
    { id: 2, name: 'reserve', sql: functions },
    { id: 3, name: 'replace', sql: replacing },
  ],
}
