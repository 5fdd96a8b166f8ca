import type { Migration, SchemaModule } from '#platform/db'
import { kitMigration } from '#registries/kit'

const legalEntitiesMigrations: readonly Migration[] = [
  kitMigration,
  {
    id: 2,
    name: 'legal-entities',
    sql: `
create table entity (
  bin text constraint entity_pk primary key constraint entity_bin check (bin ~ '^[0-9]{12}$'),
  kind text not null constraint entity_kind check (kind in ('head', 'branch', 'representative-office')),
  parent text constraint entity_parent references entity,
  registered_on date not null,
  liquidated_on date,
  constraint entity_liquidated_after_registration check (liquidated_on >= registered_on),
  constraint entity_only_parts_have_parent check ((kind = 'head') = (parent is null)),
  constraint entity_not_own_parent check (parent <> bin)
);

create table name (
  bin text not null constraint name_of_entity references entity,
  valid_from date not null,
  valid_to date,
  kk text not null,
  ru text not null,
  constraint name_pk primary key (bin, valid_from),
  constraint name_validity check (valid_from < valid_to),
  constraint name_ends_once unique nulls not distinct (bin, valid_to)
);

create table seat (
  bin text not null constraint seat_of_entity references entity,
  valid_from date not null,
  valid_to date,
  kato text not null constraint seat_kato check (kato ~ '^[0-9]{9}$'),
  region text not null constraint seat_region check (region ~ '^[0-9]{9}$'),
  address_kk text not null,
  address_ru text not null,
  constraint seat_pk primary key (bin, valid_from),
  constraint seat_validity check (valid_from < valid_to),
  constraint seat_ends_once unique nulls not distinct (bin, valid_to)
);

create table head (
  bin text not null constraint head_of_entity references entity,
  valid_from date not null,
  valid_to date,
  iin text not null constraint head_iin check (iin ~ '^[0-9]{12}$'),
  kk_surname text not null, kk_given text not null, kk_patronymic text,
  ru_surname text not null, ru_given text not null, ru_patronymic text,
  constraint head_pk primary key (bin, valid_from),
  constraint head_validity check (valid_from < valid_to),
  constraint head_ends_once unique nulls not distinct (bin, valid_to)
);
create index head_by_person on head (iin);

revoke delete on entity, name, seat, head from qyzmet_registry_legal_entities;
`,
  },
]

/** GBD UL: legal entities, their names, seats and heads, with history (half-open ranges of days). */
export const legalEntitiesSchema: SchemaModule = {
  schema: 'reg_legal_entities',
  role: 'registry_legal_entities',
  migrations: legalEntitiesMigrations,
}
