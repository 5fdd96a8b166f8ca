import type { Migration, SchemaModule } from '#platform/db'

const queue = `
create table access_right (
  from_system text not null,
  to_system text not null,
  service text not null,
  constraint access_right_pk primary key (from_system, to_system, service)
);
comment on table access_right is 'who may ask whom for what; what is not here is denied';

create table outbox (
  seq bigint generated always as identity constraint outbox_seq unique,
  id uuid constraint outbox_pk primary key,
  key text not null,
  from_system text not null,
  to_system text not null,
  service text not null,
  case_id uuid,
  envelope text,
  sent_at timestamptz not null,
  run_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' constraint outbox_state check (state in ('waiting', 'done', 'parked')),
  attempts int not null default 0,
  lease uuid,
  lease_until timestamptz,
  refused_since timestamptz,
  last_error text,
  constraint outbox_key unique (from_system, key),
  constraint outbox_waits_with_envelope check (state <> 'waiting' or envelope is not null)
);
create index outbox_due on outbox (to_system, run_at, seq) where state = 'waiting';
create index outbox_order on outbox (case_id, seq) where state = 'waiting';
create index outbox_fresh on outbox (created_at) where state = 'waiting';
comment on table outbox is 'messages to deliver; a delivered one stays as a row without its text, so that its key is never used twice';

-- A notification makes commits queue up behind each other, so none is sent while a fresh message waits: the gateway was rung
-- for that one and comes back by itself.
create function ring() returns void language sql volatile security definer set search_path = gateway, pg_temp as $$
  select pg_notify('qyzmet_gateway', '') where not exists (
    select from gateway.outbox
    where state = 'waiting' and lease is null and created_at > clock_timestamp() - interval '1 second')
$$;

create table system (
  id text constraint system_pk primary key,
  state text not null constraint system_state check (state in ('up', 'down')),
  since timestamptz not null,
  last_error text
);
`

const log = `
create table log (
  partition text not null,
  seq bigint not null,
  at timestamptz not null,
  kind text not null constraint log_kind check (kind in ('request', 'answer', 'denied')),
  message_id uuid not null,
  from_system text not null,
  to_system text not null,
  service text not null,
  case_id uuid,
  subject text,
  purpose jsonb,
  status text,
  content text not null,
  hash bytea not null constraint log_hash_is_sha256 check (length(hash) = 32),
  constraint log_pk primary key (partition, seq)
);
create index log_by_subject on log (subject, at) where kind <> 'answer';
create index log_by_message on log (message_id);
comment on table log is 'every message as it was signed; each row carries the hash of the row before it, one chain a sending system';

create table log_head (
  partition text constraint log_head_pk primary key,
  seq bigint not null,
  hash bytea not null
);
create table log_seal (
  partition text not null,
  seq bigint not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  token bytea not null,
  constraint log_seal_pk primary key (partition, seq)
);
comment on table log_seal is 'RFC 3161 time stamps over the hash at the head of a chain: what was logged before cannot be rewritten unseen';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger log_append_only before update or delete on log for each row execute function refuse_change();
create trigger log_seal_append_only before update or delete on log_seal for each row execute function refuse_change();
revoke update, delete on log, log_seal from qyzmet_gateway;
revoke delete on log_head, outbox from qyzmet_gateway;
`

const views = `
create view access_log as
select q.message_id, q.at as asked_at, q.from_system, q.to_system, q.service, q.case_id, q.subject, q.purpose,
  coalesce(a.status, q.status) as status, a.at as answered_at
from log q left join log a on a.message_id = q.message_id and a.kind = 'answer'
where q.kind <> 'answer';
comment on view access_log is 'who asked for whose data, for which case, what for, when';

create view waiting as
select seq, case_id, id as message_id, to_system, service, sent_at, attempts, last_error from outbox where state = 'waiting';

create view system_status as
select id as system, state, since, last_error from system;
`

const functions = `
-- The same for one receiver: its lane alone is woken.
create function ring_for(receiver text) returns void language sql volatile security definer set search_path = gateway, pg_temp as $$
  select pg_notify('qyzmet_gateway', receiver) where not exists (
    select from gateway.outbox
    where to_system = receiver and state = 'waiting' and lease is null
      and created_at > clock_timestamp() - interval '1 second' offset 1)
$$;

create function send(message uuid, once text, sender text, receiver text, service text, of_case uuid, envelope text,
  at timestamptz) returns void language plpgsql as $$
begin
  insert into gateway.outbox (id, key, from_system, to_system, service, case_id, envelope, sent_at, run_at)
  values (message, once, sender, receiver, send.service, of_case, send.envelope, at, at) on conflict do nothing;
  perform gateway.ring_for(receiver);
end $$;
comment on function send is 'puts a message into the outbox as a part of the sender''s statement';
`

const several = `
create table log_also (
  partition text not null,
  seq bigint not null,
  subject text not null,
  constraint log_also_pk primary key (partition, seq, subject),
  constraint log_also_of_log foreign key (partition, seq) references log
);
create index log_also_by_subject on log_also (subject);
comment on table log_also is 'whom a request is about beside its subject';
create trigger log_also_append_only before update or delete on log_also for each row execute function refuse_change();
revoke update, delete on log_also from qyzmet_gateway;

create or replace view access_log as
select q.message_id, q.at as asked_at, q.from_system, q.to_system, q.service, q.case_id, q.subject, q.purpose,
  coalesce(a.status, q.status) as status, a.at as answered_at
from log q left join log a on a.message_id = q.message_id and a.kind = 'answer'
where q.kind <> 'answer'
union all
select q.message_id, q.at, q.from_system, q.to_system, q.service, q.case_id, o.subject, q.purpose,
  coalesce(a.status, q.status), a.at
from log_also o join log q using (partition, seq) left join log a on a.message_id = q.message_id and a.kind = 'answer';
`

const gatewayMigrations: readonly Migration[] = [
  { id: 1, name: 'queue', sql: queue },
  { id: 2, name: 'message-log', sql: log },
  { id: 3, name: 'views', sql: views },
  { id: 4, name: 'functions', sql: functions },
  { id: 5, name: 'several-subjects', sql: several },
]

const SENT = 'id, key, from_system, to_system, service, case_id, envelope, sent_at, run_at'

/** The gateway's tables. The platform's own role may add messages and read three views; it sees no message's content. */
export const gatewaySchema: SchemaModule = {
  schema: 'gateway',
  role: 'gateway',
  migrations: gatewayMigrations,
  grants: [
    { role: 'app', sql: `insert (${SENT}) on gateway.outbox` },
    { role: 'app', sql: 'select on gateway.access_log' },
    { role: 'app', sql: 'select on gateway.waiting' },
    { role: 'app', sql: 'select on gateway.system_status' },
  ],
}
