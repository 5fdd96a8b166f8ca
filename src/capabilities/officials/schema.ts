import type { SchemaModule } from '#platform/db'

const first = `
create table appointment (
  id uuid constraint appointment_pk primary key,
  iin text not null constraint appointment_iin_form check (iin ~ '^[0-9]{12}$'),
  name_kk text not null,
  name_ru text not null,
  role text not null,
  unit text not null,
  valid_from date not null,
  order_number text not null constraint appointment_has_order check (order_number <> ''),
  made_at timestamptz not null
);
create index appointment_of_person on appointment (iin);

create table dismissal (
  appointment uuid constraint dismissal_pk primary key constraint dismissal_appointment references appointment,
  valid_to date not null,
  order_number text not null constraint dismissal_has_order check (order_number <> ''),
  made_at timestamptz not null
);
revoke update, delete, truncate on appointment, dismissal from qyzmet_app;

create table session (
  token_hash bytea constraint session_pk primary key constraint session_hash_form check (length(token_hash) = 32),
  id uuid not null constraint session_id_once unique,
  iin text not null,
  language text not null constraint session_language check (language in ('kk', 'ru', 'en')),
  seat uuid constraint session_seat references appointment,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  constraint session_order check (created_at <= last_seen_at and created_at < ends_at)
);

create table journal (
  id bigint generated always as identity constraint journal_pk primary key,
  at timestamptz not null,
  iin text not null,
  kind text not null constraint journal_kind check (kind in ('signed-in', 'not-an-official', 'seated', 'signed-out')),
  seat uuid constraint journal_seat references appointment,
  address text not null
);
create index journal_of_person on journal (iin, id desc);

-- Whose data were looked at by whom: \`about\` holds the IINs and BINs of the people of the case.
create table look (
  id bigint generated always as identity constraint look_pk primary key,
  at timestamptz not null,
  seat uuid not null constraint look_seat references appointment,
  case_id uuid not null,
  case_number text not null,
  about text[] not null
);
create index look_about on look using gin (about);
create index look_of_case on look (case_id, seat, at desc);
revoke update, delete, truncate on journal, look from qyzmet_app;
`

const second = `
create table held (
  iin text not null,
  role text not null,
  unit text not null,
  appointment uuid not null constraint held_appointment references appointment constraint held_by_one unique,
  constraint held_once primary key (iin, role, unit)
);
comment on table held is 'the appointments that nobody has ended: a person holds a role in a unit once';
insert into held select distinct on (iin, role, unit) iin, role, unit, id from appointment a
  where not exists (select from dismissal where appointment = a.id) order by iin, role, unit, made_at;
`

/** Appointments, sessions of the desks, and the record of who looked at what. */
export const officialsSchema: SchemaModule = {
  schema: 'officials',
  role: 'app',
  migrations: [
    { id: 1, name: 'appointments, desks, looks', sql: first },
    { id: 2, name: 'a role in a unit is held once', sql: second },
  ],
}
