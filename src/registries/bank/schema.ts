import type { SchemaModule } from '#platform/db'
import { kitMigration } from '#registries/kit'
import { exhaustion, functions } from './schema-functions.ts'

const tables = `
create table account (
  id text constraint account_pk primary key,
  kind text not null constraint account_kind check (kind in ('card', 'merchant', 'capital')),
  balance bigint not null default 0,
  constraint account_not_overdrawn check (kind <> 'card' or balance >= 0)
);
comment on column account.balance is 'tiyn; the sum of the account''s entries';

-- mark: HMAC-SHA256 of the number under the bank's secret. The number itself is kept nowhere.
create table card (
  mark bytea constraint card_pk primary key constraint card_mark_length check (length(mark) = 32),
  masked text not null constraint card_masked check (masked ~ '^[0-9]{4} [0-9]{2}[*]{2} [*]{4} [0-9]{4}$'),
  account text not null constraint card_of_account references account,
  expires date not null,
  blocked boolean not null default false,
  secure_fails boolean not null default false,
  payment_limit bigint,
  call_back text not null default 'once' constraint card_call_back check (call_back in ('once', 'late', 'twice', 'never'))
);

create table pay_order (
  id uuid constraint pay_order_pk primary key,
  merchant text not null constraint pay_order_of_merchant references account,
  amount bigint not null constraint pay_order_amount check (amount > 0),
  purpose jsonb not null,
  until timestamptz not null,
  return_to text not null,
  made_at timestamptz not null
);

create table attempt (
  id text constraint attempt_pk primary key,
  order_id uuid not null constraint attempt_at_order references pay_order,
  card text not null constraint attempt_card_masked check (card !~ '[0-9]{7}'),
  reason text,
  at timestamptz not null
);
create index attempt_of_order on attempt (order_id, at);
create unique index attempt_pays_once on attempt (order_id) where reason is null;

create table posting (
  seq bigint generated always as identity constraint posting_pk primary key,
  id text not null constraint posting_id_once unique,
  kind text not null constraint posting_kind check (kind in ('opening', 'payment', 'refund')),
  order_id uuid constraint posting_for_order references pay_order,
  payment text,
  amount bigint not null constraint posting_amount check (amount > 0),
  refund uuid constraint posting_refund_once unique,
  at timestamptz not null
);
create index posting_of_day on posting (at, seq);
create index posting_of_payment on posting (payment);

create table entry (
  posting bigint not null constraint entry_of_posting references posting,
  account text not null constraint entry_on_account references account,
  amount bigint not null constraint entry_amount check (amount <> 0),
  constraint entry_pk primary key (posting, account)
);

create function balances() returns trigger language plpgsql as $$
begin
  if (select sum(amount) from bank.entry where posting = new.posting) <> 0 then
    raise exception 'posting % does not balance', new.posting using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  return null;
end $$;
create constraint trigger entry_balances after insert on entry deferrable initially deferred
  for each row execute function balances();

create table call_back (
  id bigint generated always as identity constraint call_back_pk primary key,
  attempt text not null constraint call_back_of_attempt references attempt,
  due_at timestamptz not null,
  tries integer not null default 0,
  ended_at timestamptz,
  last_error text
);
create index call_back_due on call_back (due_at) where ended_at is null;

create trigger posting_append_only before update or delete on posting for each row execute function refuse_change();
create trigger entry_append_only before update or delete on entry for each row execute function refuse_change();
create trigger attempt_append_only before update or delete on attempt for each row execute function refuse_change();
revoke update, delete, truncate on posting, entry, attempt from qyzmet_registry_bank;
`

/** A bank of its own: nobody else's role may read its books. */
export const bankSchema: SchemaModule = {
  schema: 'bank',
  role: 'registry_bank',
  migrations: [
    kitMigration,
    { id: 2, name: 'books', sql: tables },
    { id: 3, name: 'functions', sql: functions },
    { id: 4, name: 'exhaustion', sql: exhaustion },
  ],
}
