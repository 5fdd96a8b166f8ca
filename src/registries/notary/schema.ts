import type { Migration, SchemaModule } from '#platform/db'
import { importsMigration, kitMigration } from '#registries/kit'

const powers = `
create table power (
  number text constraint power_pk primary key,
  issued_on date not null,
  valid_until date not null,
  notary_kk text not null, notary_ru text not null,
  principal_kind text not null constraint power_principal_kind check (principal_kind in ('person', 'entity')),
  principal text not null constraint power_principal check (principal ~ '^[0-9]{12}$'),
  principal_kk text not null, principal_ru text not null,
  representative text not null constraint power_representative check (representative ~ '^[0-9]{12}$'),
  representative_kk text not null, representative_ru text not null,
  text_kk text not null, text_ru text not null,
  constraint power_issued unique (number, issued_on),
  constraint power_validity check (issued_on <= valid_until),
  constraint power_of_another check (principal <> representative)
);
create index power_by_representative on power (representative);
create index power_by_principal on power (principal);
comment on column power.valid_until is 'the last day on which it is in force';

create table power_code (
  number text not null constraint power_code_of_power references power,
  code text not null constraint power_code_known check (code in ('state-services', 'land.documents',
    'realty.certificates', 'civil-acts.certificates', 'legal-entities.certificates')),
  constraint power_code_pk primary key (number, code)
);

create table revocation (
  number text constraint revocation_pk primary key,
  issued_on date not null,
  revoked_on date not null,
  constraint revocation_of_power foreign key (number, issued_on) references power (number, issued_on),
  constraint revocation_after_issue check (revoked_on >= issued_on)
);
comment on column revocation.revoked_on is 'the first day on which it is no longer in force';
`

const appendOnly = ['power', 'power_code', 'revocation']
  .map(
    (table) => `
create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change();
revoke update, delete on ${table} from qyzmet_registry_notary;`,
  )
  .join('')

const notaryMigrations: readonly Migration[] = [
  kitMigration,
  { id: 2, name: 'powers-of-attorney', sql: powers + appendOnly },
  importsMigration(3),
]

/** ENIS: powers of attorney and their revocations. */
export const notarySchema: SchemaModule = {
  schema: 'reg_notary',
  role: 'registry_notary',
  migrations: notaryMigrations,
}
