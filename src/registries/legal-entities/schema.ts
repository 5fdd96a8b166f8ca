import type { Migration, SchemaModule } from '#platform/db'
import { importsMigration, kitMigration, withinWholeMigration } from '#registries/kit'

/** What the certificates print beside the identity: registrations, activity, founders with their shares, other numbers. */
const certificates = `
alter table entity
  add rnn text constraint entity_rnn check (rnn ~ '^[0-9]{12}$'),
  add okpo text constraint entity_okpo check (okpo ~ '^[0-9]{8}([0-9]{4})?$'),
  add constraint entity_rnn_once unique (rnn),
  add constraint entity_okpo_once unique (okpo);
create index entity_by_parent on entity (parent);

create table registration (
  bin text not null constraint registration_of_entity references entity,
  kind text not null constraint registration_kind check (kind in ('registration', 're-registration')),
  date date not null,
  number text not null,
  body_kk text not null, body_ru text not null,
  reason_kk text, reason_ru text,
  constraint registration_pk primary key (bin, date, number),
  constraint registration_reason check ((reason_kk is null) = (reason_ru is null))
);
create unique index registration_first_once on registration (bin) where kind = 'registration';

create table activity (
  bin text not null constraint activity_of_entity references entity,
  valid_from date not null,
  valid_to date,
  code text not null constraint activity_code check (code ~ '^[0-9]{5}$'),
  kk text not null, ru text not null,
  constraint activity_pk primary key (bin, valid_from),
  constraint activity_validity check (valid_from < valid_to),
  constraint activity_ends_once unique nulls not distinct (bin, valid_to)
);

create table founder (
  bin text not null constraint founder_of_entity references entity,
  kind text not null constraint founder_kind check (kind in ('person', 'entity')),
  number text not null constraint founder_number check (number ~ '^[0-9]{12}$'),
  kk text not null, ru text not null,
  numerator int, denominator int,
  since date not null,
  until date,
  constraint founder_pk primary key (bin, number, since),
  constraint founder_validity check (since < until),
  constraint founder_not_itself check (number <> bin),
  constraint founder_share check ((numerator is null) = (denominator is null)
    and (numerator is null or 0 < numerator and numerator <= denominator)),
  constraint founder_leaves_once unique nulls not distinct (bin, number, until)
);
create index founder_by_number on founder (number);

create aggregate common_multiple(numeric) (sfunc = pg_catalog.lcm, stype = numeric, initcond = '1');
create function check_founders() returns trigger language plpgsql as $$
declare broken text;
begin
  perform 1 from reg_legal_entities.entity e where e.bin in (select bin from fresh) order by e.bin for update;
  select t.bin into broken from (
    select f.bin, sum(f.numerator * m.multiple / f.denominator) > max(m.multiple) as too_much
    from reg_legal_entities.founder f
    join lateral (
      select reg_legal_entities.common_multiple(s.denominator::numeric) as multiple from reg_legal_entities.founder s
      where s.bin = f.bin and s.until is null and s.denominator is not null) m on true
    where f.until is null and f.numerator is not null and f.bin in (select bin from fresh)
    group by f.bin) t
  where t.too_much limit 1;
  if broken is not null then
    raise exception 'the shares of founders exceed the whole' using
      errcode = 'check_violation', constraint = 'founder_within_whole', table = 'founder';
  end if;
  return null;
end $$;
create trigger founder_within_whole after insert on founder
  referencing new table as fresh for each statement execute function check_founders();
create trigger registration_unchanged before update on registration
  for each row execute function refuse_change();

revoke delete on registration, activity, founder from qyzmet_registry_legal_entities;
`

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
  importsMigration(3),
  { id: 4, name: 'certificates', sql: certificates },
  withinWholeMigration(5, {
    function: 'check_founders',
    schema: 'reg_legal_entities',
    wholes: 'entity',
    parts: 'founder',
    key: 'bin',
    counts: 'p.until is null and p.numerator is not null',
    forms: false,
    rule: 'founder_within_whole',
  }),
]

/** GBD UL: legal entities, their names, seats and heads, with history (half-open ranges of days). */
export const legalEntitiesSchema: SchemaModule = {
  schema: 'reg_legal_entities',
  role: 'registry_legal_entities',
  migrations: legalEntitiesMigrations,
}
