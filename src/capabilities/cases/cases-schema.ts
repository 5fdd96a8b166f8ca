import type { SchemaModule } from '#platform/db'

/**
 * Events are the truth; the state row is their fold, kept for reading and for the optimistic lock. `region` leads the
 * keys so that cases can be spread over clusters; one engine statement touches one case.
 */
const cases = `
create sequence cases.request_number start 1;

create table cases.case_state (
  region text not null default 'kz',
  id uuid not null,
  number text not null,
  service text not null,
  edition text not null,
  channel text not null,
  party_kind text not null,
  party_number text not null,
  status text not null,
  current_action text,
  version integer not null,
  state jsonb not null,
  hash bytea not null,
  opened_at timestamptz not null,
  filed_at timestamptz,
  due timestamptz,
  ended_at timestamptz,
  constraint case_state_pk primary key (region, id),
  constraint case_state_number_unique unique (region, number),
  constraint case_state_number_form check (number ~ '^[0-9]{14}$'),
  constraint case_state_status check (status in ('open', 'finished', 'refused', 'withdrawn')),
  constraint case_state_party check (party_kind in ('person', 'entity')),
  constraint case_state_waits check ((status = 'open') = (current_action is not null)),
  constraint case_state_hash check (octet_length(hash) = 32)
);
-- A second click or a second tab finds the draft that the first one opened.
create unique index case_state_one_draft on cases.case_state (region, service, party_number)
  where status = 'open' and filed_at is null;
create index case_state_party_time on cases.case_state (party_number, opened_at desc);

create table cases.case_event (
  region text not null default 'kz',
  case_id uuid not null,
  seq integer not null,
  type text not null,
  actor jsonb not null,
  data jsonb not null,
  at timestamptz not null,
  hash bytea not null,
  constraint case_event_pk primary key (region, case_id, seq),
  constraint case_event_hash check (octet_length(hash) = 32)
);
revoke update, delete, truncate on cases.case_event from qyzmet_app;

create table cases.signature (
  region text not null default 'kz',
  case_id uuid not null,
  visit integer not null,
  content bytea not null,
  cms bytea not null,
  received_at timestamptz not null,
  verdict text,
  evidence jsonb,
  constraint signature_pk primary key (region, case_id, visit),
  constraint signature_verdict check (verdict in ('valid', 'invalid'))
);
`

const functions = `
create function cases.keep_signature(of_case uuid, at_visit integer, signed bytea, signature bytea, at timestamptz)
returns void language plpgsql as $$
begin
  insert into cases.signature (case_id, visit, content, cms, received_at)
  values (of_case, at_visit, signed, signature, at);
end $$;
comment on function cases.keep_signature is 'keeps a signature as a part of the statement that files the request';

create function cases.keep_verdict(of_case uuid, at_visit integer, said text, grounds jsonb)
returns void language plpgsql as $$
begin
  update cases.signature set verdict = said, evidence = grounds
  where region = 'kz' and case_id = of_case and visit = at_visit;
end $$;
comment on function cases.keep_verdict is 'keeps how a signature was judged as a part of the statement that goes on from there';
`

export const casesSchema: SchemaModule = {
  schema: 'cases',
  role: 'app',
  migrations: [
    { id: 1, name: 'cases', sql: cases },
    { id: 2, name: 'functions', sql: functions },
  ],
}
