import type { SchemaModule } from '#platform/db'

const REGISTER = `
create table certified_key (
  key_hash text not null,
  holder text not null,
  constraint certified_key_pk primary key (key_hash),
  constraint certified_key_holder_uq unique (key_hash, holder),
  constraint certified_key_hash_ck check (key_hash ~ '^[0-9a-f]{64}$')
);
comment on table certified_key is 'A public key belongs to one holder for ever, whatever happens to its certificates';

create table certificate (
  serial text not null,
  profile text not null,
  holder text not null,
  iin text,
  bin text,
  key_hash text not null,
  subject_hash text not null,
  der bytea not null,
  not_before timestamptz not null,
  not_after timestamptz not null,
  revoked_at timestamptz,
  revocation_reason text,
  constraint certificate_pk primary key (serial),
  constraint certificate_serial_ck check (serial ~ '^[0-9a-f]{40}$'),
  constraint certificate_iin_ck check (iin ~ '^[0-9]{12}$'),
  constraint certificate_bin_ck check (bin ~ '^[0-9]{12}$'),
  constraint certificate_period_ck check (not_before < not_after),
  constraint certificate_revocation_ck check ((revoked_at is null) = (revocation_reason is null)),
  constraint certificate_key_fk foreign key (key_hash, holder) references certified_key (key_hash, holder)
);
create index certificate_key_ix on certificate (key_hash);
create index certificate_iin_ix on certificate (iin);
create index certificate_revoked_ix on certificate (revoked_at) where revoked_at is not null;

create table journal (
  entry bigint generated always as identity,
  at timestamptz not null,
  action text not null,
  serial text not null,
  reason text,
  constraint journal_pk primary key (entry),
  constraint journal_action_ck check (action in ('issued', 'revoked')),
  constraint journal_certificate_fk foreign key (serial) references certificate (serial),
  constraint journal_once_uq unique (serial, action)
);

create table crl (
  issuer text not null,
  number bigint not null,
  this_update timestamptz not null,
  next_update timestamptz not null,
  last_entry bigint not null,
  der bytea not null,
  constraint crl_pk primary key (issuer),
  constraint crl_issuer_ck check (issuer in ('root', 'issuing')),
  constraint crl_number_ck check (number > 0)
);

create function keep_as_written() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger journal_append_only before update or delete or truncate on journal
  for each statement execute function keep_as_written();
create trigger certificate_stays before delete or truncate on certificate
  for each statement execute function keep_as_written();

create function revoked_stays_revoked() returns trigger language plpgsql as $$
begin
  raise exception 'certificate % stays revoked', old.serial;
end $$;
create trigger certificate_revocation_final before update on certificate
  for each row when (old.revoked_at is not null) execute function revoked_stays_revoked();

revoke update, delete on journal, certified_key from qyzmet_authority;
revoke update, delete on certificate from qyzmet_authority;
grant update (revoked_at, revocation_reason) on certificate to qyzmet_authority;
`

/** Schema `authority`: only the role `authority` works in it. */
export const authoritySchema: SchemaModule = {
  schema: 'authority',
  role: 'authority',
  migrations: [{ id: 1, name: 'register', sql: REGISTER }],
}
