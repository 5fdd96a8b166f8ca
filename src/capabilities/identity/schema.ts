import type { SchemaModule } from '#platform/db'

const first = `
create table account (
  id uuid constraint account_pk primary key,
  kind text not null constraint account_kind check (kind in ('person', 'entity')),
  number text not null constraint account_number_form check (number ~ '^[0-9]{12}$'),
  head_iin text constraint account_head_form check (head_iin ~ '^[0-9]{12}$'),
  name text not null,
  language text not null constraint account_language check (language in ('kk', 'ru', 'en')),
  password_hash text not null constraint account_argon2id check (password_hash like '$argon2id$%'),
  password_changed_at timestamptz not null,
  created_at timestamptz not null,
  constraint account_number_once unique (number),
  constraint account_entity_has_head check ((kind = 'entity') = (head_iin is not null))
);

create table session (
  token_hash bytea constraint session_pk primary key constraint session_hash_form check (length(token_hash) = 32),
  id uuid not null constraint session_id_once unique,
  account uuid not null constraint session_account references account on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  address text not null,
  device text not null,
  constraint session_order check (created_at <= last_seen_at and created_at < ends_at)
);
create index session_of_account on session (account);

-- Who is guessed at (a number, hashed) and who guesses (an address). Failures are counted before the password is looked at.
create table attempt (
  subject text constraint attempt_pk primary key,
  failures integer not null constraint attempt_failures check (failures >= 0),
  last_at timestamptz not null,
  locked_until timestamptz
);

create table journal (
  id bigint generated always as identity constraint journal_pk primary key,
  at timestamptz not null,
  account uuid constraint journal_account references account,
  kind text not null constraint journal_kind check (kind in (
    'registered', 'signed-in', 'sign-in-failed', 'signed-out', 'session-ended', 'signed-out-everywhere',
    'password-changed', 'password-reset')),
  address text not null
);
create index journal_of_account on journal (account, id desc);
revoke update, delete, truncate on journal from qyzmet_app;
`

/** A count begins anew a day after the first attempt, not a day without one. */
const counting = `
alter table attempt rename column last_at to since;
`

/** Accounts, sessions, attempts and the journal of sign-in. */
export const identitySchema: SchemaModule = {
  schema: 'identity',
  role: 'app',
  migrations: [
    { id: 1, name: 'accounts and sessions', sql: first },
    { id: 2, name: 'count attempts by the day', sql: counting },
  ],
}
