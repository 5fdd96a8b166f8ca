import type { SchemaModule } from '#platform/db'

const first = `
create table notification (
  id uuid constraint notification_pk primary key,
  key text not null constraint notification_once unique,
  party_kind text not null constraint notification_party_kind check (party_kind in ('person', 'entity')),
  party_number text not null constraint notification_party_form check (party_number ~ '^[0-9]{12}$'),
  kind text not null,
  params jsonb not null constraint notification_params check (jsonb_typeof(params) = 'object'),
  request text constraint notification_request_form check (request ~ '^[0-9]{14}$'),
  at timestamptz not null,
  read_at timestamptz,
  constraint notification_read_after check (read_at is null or read_at >= at)
);
create index notification_of_party on notification (party_number, at desc);
create index notification_unread on notification (party_number) where read_at is null;
`

const functions = `
create function tell(message uuid, once text, kind_of_party text, number_of_party text, what text, with_params jsonb,
  about_request text, told_at timestamptz) returns boolean language plpgsql as $$
begin
  insert into notifications.notification (id, key, party_kind, party_number, kind, params, request, at)
  values (message, once, kind_of_party, number_of_party, what, with_params, about_request, told_at)
  on conflict (key) do nothing;
  return found;
end $$;
comment on function tell is 'tells a party as a part of the caller''s statement; true when it was told now';
`

/** By e-mail: confirmed addresses, links that wait to be followed, letters on their way. */
const mail = `
create table address (
  party_number text not null constraint address_pk primary key,
  email text not null,
  language text not null constraint address_language check (language in ('kk', 'ru', 'en')),
  confirmed_at timestamptz not null,
  off text[] not null default '{}',
  way_out uuid not null constraint address_way_out_once unique,
  refused_at timestamptz,
  constraint address_party_form check (party_number ~ '^[0-9]{12}$')
);
create index address_of_email on address (email);
comment on column address.off is 'groups of notifications that are not sent';
comment on column address.refused_at is 'the server of this address said that it does not exist';

create table confirmation (
  party_number text not null constraint confirmation_pk primary key,
  party_kind text not null constraint confirmation_party_kind check (party_kind in ('person', 'entity')),
  token_hash bytea not null constraint confirmation_token_once unique,
  email text not null,
  language text not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  constraint confirmation_token_form check (octet_length(token_hash) = 32),
  constraint confirmation_order check (made_at < ends_at)
);

create table letter (
  id uuid not null constraint letter_pk primary key,
  key text not null constraint letter_once unique,
  party_number text not null,
  email text,
  language text not null,
  kind text not null,
  params jsonb not null,
  request text,
  at timestamptz not null,
  state text not null default 'waiting' constraint letter_state check (state in ('waiting', 'sent', 'refused', 'given-up')),
  attempts integer not null default 0,
  last_reason text,
  ended_at timestamptz,
  constraint letter_ended check ((state = 'waiting') = (ended_at is null)),
  constraint letter_forgets check ((state = 'waiting') = (email is not null))
);
create index letter_of_party on letter (party_number, at desc);

drop function tell(uuid, text, text, text, text, jsonb, text, timestamptz);
create function tell(message uuid, once text, kind_of_party text, number_of_party text, what text, with_params jsonb,
  about_request text, told_at timestamptz, mail_group text) returns boolean language plpgsql as $$
begin
  insert into notifications.notification (id, key, party_kind, party_number, kind, params, request, at)
  values (message, once, kind_of_party, number_of_party, what, with_params, about_request, told_at)
  on conflict (key) do nothing;
  if not found then
    return false;
  end if;
  insert into notifications.letter (id, key, party_number, email, language, kind, params, request, at)
  select message, once, number_of_party, a.email, a.language, what, with_params, about_request, told_at
  from notifications.address a
  where a.party_number = number_of_party and a.refused_at is null and not (mail_group = any (a.off));
  if found then
    perform jobs.add(jsonb_build_array(jsonb_build_object('region', 'main', 'kind', 'notifications.letter',
      'key', message, 'payload', jsonb_build_object('letter', message), 'run_at', '-infinity')));
  end if;
  return true;
end $$;
comment on function tell is 'tells a party as a part of the caller''s statement, and by e-mail where it wants that; true when it was told now';
`

export const notificationsSchema: SchemaModule = {
  schema: 'notifications',
  role: 'app',
  migrations: [
    { id: 1, name: 'notifications', sql: first },
    { id: 2, name: 'functions', sql: functions },
    { id: 3, name: 'by e-mail', sql: mail },
  ],
}
