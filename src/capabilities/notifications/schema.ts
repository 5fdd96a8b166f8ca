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

export const notificationsSchema: SchemaModule = {
  schema: 'notifications',
  role: 'app',
  migrations: [
    { id: 1, name: 'notifications', sql: first },
    { id: 2, name: 'functions', sql: functions },
  ],
}
