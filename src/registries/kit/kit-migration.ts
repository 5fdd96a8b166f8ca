import type { Migration } from '#platform/db'

/** The first migration of every registry: what was asked and answered, and whether the registry answers now. */
export const kitMigration: Migration = {
  id: 1,
  name: 'messages',
  sql: `
create table inbox (
  id uuid constraint inbox_pk primary key,
  request_hash bytea not null constraint inbox_hash_is_sha256 check (length(request_hash) = 32),
  answer text not null,
  answered_at timestamptz not null
);
comment on table inbox is 'one answer a message id: a repeated message gets the same bytes';

create table journal (
  seq bigint generated always as identity constraint journal_pk primary key,
  message_id uuid not null,
  asked_at timestamptz not null,
  from_system text not null,
  service text not null,
  case_id uuid,
  subject text,
  purpose jsonb not null,
  status text not null constraint journal_status check (status in ('found', 'absent', 'no-data', 'refused')),
  error_code text
);
create index journal_by_subject on journal (subject, asked_at);
comment on table journal is 'who asked about whom, when and what for; kept when answers are cleared away';

create table availability (
  single boolean constraint availability_pk primary key default true constraint availability_single check (single),
  available boolean not null default true,
  since timestamptz not null default now()
);
insert into availability default values;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger journal_append_only before update or delete on journal
  for each row execute function refuse_change();
create trigger inbox_unchanged before update on inbox
  for each row execute function refuse_change();
`,
}
