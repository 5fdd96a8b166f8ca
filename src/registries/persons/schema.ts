import type { Migration, SchemaModule } from '#platform/db'
import { importsMigration, kitMigration } from '#registries/kit'

const personsMigrations: readonly Migration[] = [
  kitMigration,
  {
    id: 2,
    name: 'persons',
    sql: `
create table person (
  iin text constraint person_pk primary key constraint person_iin check (iin ~ '^[0-9]{12}$'),
  birth_date date not null,
  sex text not null constraint person_sex check (sex in ('male', 'female')),
  citizenship text not null constraint person_citizenship check (citizenship ~ '^[A-Z]{3}$'),
  death_date date,
  constraint person_dies_after_birth check (death_date >= birth_date)
);

create table name (
  iin text not null constraint name_of_person references person,
  valid_from date not null,
  valid_to date,
  kk_surname text not null, kk_given text not null, kk_patronymic text,
  ru_surname text not null, ru_given text not null, ru_patronymic text,
  constraint name_pk primary key (iin, valid_from),
  constraint name_validity check (valid_from < valid_to),
  constraint name_ends_once unique nulls not distinct (iin, valid_to)
);

create table identity_document (
  number text constraint identity_document_pk primary key,
  iin text not null constraint identity_document_of_person references person,
  kind text not null constraint identity_document_kind check (kind in ('ПАСПОРТ РК', 'УДОСТОВЕРЕНИЕ РК')),
  issued date not null,
  expires date not null,
  cancelled_on date,
  issuer_kk text not null,
  issuer_ru text not null,
  constraint identity_document_validity check (issued < expires),
  constraint identity_document_cancelled_after_issue check (cancelled_on >= issued)
);
create index identity_document_by_person on identity_document (iin);

create table residence (
  iin text not null constraint residence_of_person references person,
  valid_from date not null,
  valid_to date,
  kato text not null constraint residence_kato check (kato ~ '^[0-9]{9}$'),
  region text not null constraint residence_region check (region ~ '^[0-9]{9}$'),
  address_kk text not null,
  address_ru text not null,
  constraint residence_pk primary key (iin, valid_from),
  constraint residence_validity check (valid_from < valid_to),
  constraint residence_ends_once unique nulls not distinct (iin, valid_to)
);

revoke delete on person, name, identity_document, residence from qyzmet_registry_persons;
`,
  },
  importsMigration(3),
]

/** GBD FL: natural persons, their names, identity documents and addresses, with history (half-open ranges of days). */
export const personsSchema: SchemaModule = {
  schema: 'reg_persons',
  role: 'registry_persons',
  migrations: personsMigrations,
}
