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

/**
 * For officials, second applicants, representatives and corrections. A deed of an official is found by who did it; what waits
 * for officials, by their role, in the order of its terms. `awaits_units` null: whoever has the role, wherever they serve.
 */
const desks = `
alter table cases.case_state
  drop constraint case_state_status,
  add constraint case_state_status check (status in ('open', 'finished', 'refused', 'withdrawn', 'expired')),
  add column representative text,
  add column about_document text,
  add column awaits_role text,
  add column awaits_units text[],
  add column awaits_due timestamptz,
  add constraint case_state_awaits check (awaits_role is not null or (awaits_units is null and awaits_due is null));
create index case_state_desk on cases.case_state (awaits_role, awaits_due) where awaits_role is not null;

-- One draft of a service for a party, and one for each who orders for that party; a correction is one for its document.
drop index cases.case_state_one_draft;
create unique index case_state_one_draft on cases.case_state (region, service, party_number, coalesce(representative, ''))
  where status = 'open' and filed_at is null and about_document is null;
create unique index case_state_one_correction on cases.case_state (region, about_document)
  where status = 'open' and about_document is not null;
drop index cases.case_state_party_time;
create index case_state_party_time on cases.case_state (party_number, opened_at desc, id);

create index case_event_official on cases.case_event ((actor->>'id'), at desc) where actor->>'kind' = 'official';

create table cases.participant (
  region text not null default 'kz',
  case_id uuid not null,
  number text not null,
  since timestamptz not null,
  constraint participant_pk primary key (region, case_id, number),
  constraint participant_number check (number ~ '^[0-9]{12}$')
);
create index participant_cases on cases.participant (number, since desc);
revoke update, delete, truncate on cases.participant from qyzmet_app;

create function cases.ask_participant(of_case uuid, who text, at timestamptz) returns void language sql as $$
  insert into cases.participant (case_id, number, since) values (of_case, who, at) on conflict do nothing
$$;
comment on function cases.ask_participant is 'lets another person see and act in a case, as a part of the step that asks them';
`

/** A signature belongs to one visit of one action, and is by one person. */
const signatures = `
drop function cases.keep_signature(uuid, integer, bytea, bytea, timestamptz);
drop function cases.keep_verdict(uuid, integer, text, jsonb);
alter table cases.signature add column action text, add column signer text;
update cases.signature s set action = e.data->>'action' from cases.case_event e
where e.region = s.region and e.case_id = s.case_id and e.type = 'completed' and (e.data->>'visit')::int = s.visit
  and e.data->'store'->>'sha256' is not null and e.data->'store'->>'visit' is not null;
update cases.signature set action = 'sign' where action is null;
alter table cases.signature alter column action set not null, drop constraint signature_pk,
  add constraint signature_pk primary key (region, case_id, action, visit);

create function cases.keep_signature(of_case uuid, at_action text, at_visit integer, by_person text, signed bytea,
  signature bytea, at timestamptz, said text, grounds jsonb) returns void language sql as $$
  insert into cases.signature (case_id, action, visit, signer, content, cms, received_at, verdict, evidence)
  values (of_case, at_action, at_visit, by_person, signed, signature, at, said, grounds)
$$;
comment on function cases.keep_signature is 'keeps a signature as a part of the step that it was made for';

create function cases.keep_verdict(of_case uuid, at_action text, at_visit integer, said text, grounds jsonb)
returns void language sql as $$
  update cases.signature set verdict = said, evidence = grounds
  where region = 'kz' and case_id = of_case and action = at_action and visit = at_visit
$$;
comment on function cases.keep_verdict is 'keeps how a signature was judged as a part of the statement that goes on from there';
`

/** What a visitor asks for at a desk stands beside the draft that they left on the portal. */
const drafts = `
drop index cases.case_state_one_draft;
create unique index case_state_one_draft
  on cases.case_state (region, service, party_number, coalesce(representative, ''), channel)
  where status = 'open' and filed_at is null and about_document is null;
`

/** The cabinet asks for drafts and open requests at each look: a party with thousands of ended ones must not pay for those. */
const openOfParty = `
create index case_state_party_open on cases.case_state (party_number, opened_at desc, id) where status = 'open';
`

export const casesSchema: SchemaModule = {
  schema: 'cases',
  role: 'app',
  migrations: [
    { id: 1, name: 'cases', sql: cases },
    { id: 2, name: 'functions', sql: functions },
    { id: 3, name: 'desks', sql: desks },
    { id: 4, name: 'signatures', sql: signatures },
    { id: 5, name: 'drafts by channel', sql: drafts },
    { id: 6, name: 'open cases of a party', sql: openOfParty },
  ],
}
