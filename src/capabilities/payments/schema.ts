import type { SchemaModule } from '#platform/db'
import { functions } from './schema-functions.ts'

const tables = `
-- What somebody is asked to pay. The id is random: it is what the bank knows the order by.
create table payment_order (
  id uuid constraint payment_order_pk primary key default gen_random_uuid(),
  key text not null constraint payment_order_once unique,
  case_id uuid not null,
  action text not null,
  visit integer not null,
  request text not null constraint payment_order_request_form check (request ~ '^[0-9]{14}$'),
  party_kind text not null constraint payment_order_party_kind check (party_kind in ('person', 'entity')),
  party_number text not null constraint payment_order_party_form check (party_number ~ '^[0-9]{12}$'),
  payer text not null,
  service jsonb not null,
  name jsonb not null,
  amount bigint not null constraint payment_order_amount check (amount > 0),
  offered_at timestamptz not null,
  until timestamptz not null,
  state text not null default 'offered'
    constraint payment_order_state check (state in ('offered', 'paid', 'expired', 'closed')),
  sent_at timestamptz,
  ended_at timestamptz,
  constraint payment_order_window check (until > offered_at),
  constraint payment_order_ended check ((state = 'offered') = (ended_at is null))
);
create index payment_order_of_party on payment_order (party_number, offered_at desc);
create index payment_order_of_case on payment_order (case_id);

-- Money that the bank took, by the bank's own reference. At most one payment settles an order; any other goes back.
create table payment (
  id text constraint payment_pk primary key,
  order_id uuid not null constraint payment_of_order references payment_order,
  amount bigint not null constraint payment_amount check (amount > 0),
  paid_at timestamptz not null,
  card text not null constraint payment_card_masked check (card !~ '[0-9]{7}'),
  told_by text not null constraint payment_told_by check (told_by in ('call-back', 'status', 'statement')),
  noted_at timestamptz not null,
  settles boolean not null,
  receipt text constraint payment_receipt_once unique,
  constraint payment_receipt_when_settles check (settles = (receipt is not null))
);
create unique index payment_settles_once on payment (order_id) where settles;
create index payment_of_day on payment (paid_at);

create table decline (
  id text constraint decline_pk primary key,
  order_id uuid not null constraint decline_of_order references payment_order,
  reason text not null,
  at timestamptz not null
);
create index decline_by_order on decline (order_id, at);

create table refund (
  id uuid constraint refund_pk primary key default gen_random_uuid(),
  payment text not null constraint refund_once unique constraint refund_of_payment references payment,
  reason text not null constraint refund_reason check (reason in ('late', 'surplus', 'refused', 'withdrawn', 'expired')),
  asked_at timestamptz not null,
  reference text constraint refund_reference_once unique,
  done_at timestamptz,
  constraint refund_done_whole check ((reference is null) = (done_at is null))
);

-- Call-backs that were taken, by the id of their envelope: one that comes again is a replay.
create table call_back (
  id uuid constraint call_back_pk primary key,
  taken_at timestamptz not null
);

create table reconciliation (
  id bigint generated always as identity constraint reconciliation_pk primary key,
  day date not null,
  made_at timestamptz not null,
  agrees boolean not null,
  report jsonb not null
);
create index reconciliation_of_day on reconciliation (day, made_at desc);

revoke delete, truncate on payment_order, payment, decline, refund, call_back, reconciliation from qyzmet_app;
revoke update on payment, decline, call_back, reconciliation from qyzmet_app;
`

const closedAtBank = `
alter table payment_order add column bank_closed_at timestamptz,
  add constraint payment_order_bank_closed check ((bank_closed_at is not null) <= (state = 'closed'));
`

/** Names in both languages, and whoever pays for another: what the receipt is made out to. */
const people = `
alter table payment_order add column people jsonb;
update payment_order set people = jsonb_build_object('party', jsonb_build_object('kk', payer, 'ru', payer));
alter table payment_order alter column people set not null, drop column payer;
drop function offer(text, uuid, text, integer, text, text, text, text, jsonb, jsonb, bigint, timestamptz, timestamptz);
create function offer(once text, of_case uuid, at_action text, at_visit integer, about_request text, kind_of_party text,
  number_of_party text, paying_people jsonb, for_service jsonb, named jsonb, sum bigint, open_until timestamptz, at timestamptz)
returns void language plpgsql as $$
begin
  insert into payments.payment_order (key, case_id, action, visit, request, party_kind, party_number, people, service, name, amount,
    offered_at, until)
  values (once, of_case, at_action, at_visit, about_request, kind_of_party, number_of_party, paying_people, for_service, named, sum,
    at, open_until)
  on conflict (key) do nothing;
end $$;
comment on function offer is 'asks a party to pay, once per key';
-- Every page of a payment asks whether money came that settles nothing: there is hardly any.
create index payment_unwanted on payment (order_id) where not settles;
`

/** What was asked, what was paid, what went back: rows are added and closed, never taken away. */
export const paymentsSchema: SchemaModule = {
  schema: 'payments',
  role: 'app',
  migrations: [
    { id: 1, name: 'payments', sql: tables },
    { id: 2, name: 'functions', sql: functions },
    { id: 3, name: 'closed at the bank', sql: closedAtBank },
    { id: 4, name: 'who pays for whom', sql: people },
  ],
}
