import type { Migration, SchemaModule } from '#platform/db'
import { importsMigration, kitMigration, withinWholeMigration } from '#registries/kit'

const objects = `
create table object (
  cadastral_number text constraint object_pk primary key,
  kind text not null constraint object_kind check (kind in ('flat', 'house', 'plot', 'premises')),
  purpose_kk text not null,
  purpose_ru text not null,
  kato text not null constraint object_kato check (kato ~ '^[0-9]{9}$'),
  region text not null constraint object_region check (region ~ '^[0-9]{9}$'),
  street_kk text not null,
  street_ru text not null,
  house text not null,
  block text,
  flat text,
  address_kk text not null,
  address_ru text not null,
  address_code text constraint object_address_code check (address_code ~ '^[0-9]{16}$')
);
create index object_by_address on object (kato, house);
`

/** A right, an encumbrance and a claim begin with their registration and end once; nothing else about them ever changes. */
const rights = `
create table registered_right (
  id uuid constraint registered_right_pk primary key default gen_random_uuid(),
  cadastral_number text not null constraint registered_right_to_object references object,
  holder text not null constraint registered_right_holder check (holder ~ '^[0-9]{12}$'),
  kind text not null constraint registered_right_kind check (kind in ('ownership', 'lease')),
  form text not null constraint registered_right_form check (form in ('individual', 'shared', 'joint', 'state')),
  numerator int,
  denominator int,
  basis_kk text not null,
  basis_ru text not null,
  registered_at timestamptz not null,
  terminated_at timestamptz,
  termination_kk text,
  termination_ru text,
  constraint registered_right_share check (
    (form = 'shared') = (numerator is not null and denominator is not null)
    and (numerator is null) = (denominator is null)),
  constraint registered_right_share_is_part check (0 < numerator and numerator < denominator),
  constraint registered_right_state_land_is_leased check ((form = 'state') = (kind = 'lease')),
  constraint registered_right_validity check (registered_at < terminated_at),
  constraint registered_right_termination check (
    (terminated_at is null) = (termination_kk is null) and (terminated_at is null) = (termination_ru is null))
);
create index registered_right_by_holder on registered_right (holder);
create index registered_right_by_object on registered_right (cadastral_number);

create table encumbrance (
  id uuid constraint encumbrance_pk primary key default gen_random_uuid(),
  cadastral_number text not null constraint encumbrance_of_object references object,
  holder text constraint encumbrance_of_holder check (holder ~ '^[0-9]{12}$'),
  kind_kk text not null, kind_ru text not null,
  interested_kk text not null, interested_ru text not null,
  basis_kk text not null, basis_ru text not null,
  registered_at timestamptz not null,
  terminated_at timestamptz,
  constraint encumbrance_validity check (registered_at < terminated_at)
);
create index encumbrance_by_object on encumbrance (cadastral_number);
comment on column encumbrance.holder is 'whose share it lies on; null: the whole object';

create table claim (
  id uuid constraint claim_pk primary key default gen_random_uuid(),
  cadastral_number text not null constraint claim_to_object references object,
  subject_kk text not null, subject_ru text not null,
  basis_kk text not null, basis_ru text not null,
  registered_at timestamptz not null,
  terminated_at timestamptz,
  constraint claim_validity check (registered_at < terminated_at)
);
create index claim_by_object on claim (cadastral_number);
`

/**
 * The current ownership of an object is one owner, or shares that make at most the whole, or joint owners: never a mixture. The
 * object's row is locked first, so two registrations at once cannot both fit. Shares are added exactly, over the least common
 * multiple of the denominators.
 */
const invariants = `
create aggregate common_multiple(numeric) (sfunc = pg_catalog.lcm, stype = numeric, initcond = '1');

create function check_ownership() returns trigger language plpgsql as $$
declare broken text;
begin
  perform 1 from reg_realty.object o
    where o.cadastral_number in (select cadastral_number from fresh) order by o.cadastral_number for update;
  select t.cadastral_number into broken from (
    select r.cadastral_number, count(*) as owners, count(distinct r.form) as forms, min(r.form) as form,
      sum(r.numerator * m.multiple / r.denominator) > max(m.multiple) as too_much
    from reg_realty.registered_right r
    join lateral (
      select reg_realty.common_multiple(s.denominator::numeric) as multiple from reg_realty.registered_right s
      where s.cadastral_number = r.cadastral_number and s.terminated_at is null and s.denominator is not null) m on true
    where r.terminated_at is null and r.kind = 'ownership'
      and r.cadastral_number in (select cadastral_number from fresh)
    group by r.cadastral_number) t
  where t.forms > 1 or t.too_much or (t.form = 'individual' and t.owners > 1) limit 1;
  if broken is not null then
    raise exception 'ownership of an object exceeds the whole' using
      errcode = 'check_violation', constraint = 'registered_right_within_whole', table = 'registered_right';
  end if;
  return null;
end $$;
create trigger registered_right_within_whole after insert on registered_right
  referencing new table as fresh for each statement execute function check_ownership();

create function only_terminate() returns trigger language plpgsql as $$
declare ends text[] := array['terminated_at', 'termination_kk', 'termination_ru'];
begin
  if old.terminated_at is not null or to_jsonb(new) - ends <> to_jsonb(old) - ends then
    raise exception 'an entry of % is ended, never overwritten', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger registered_right_only_ends before update on registered_right for each row execute function only_terminate();
create trigger encumbrance_only_ends before update on encumbrance for each row execute function only_terminate();
create trigger claim_only_ends before update on claim for each row execute function only_terminate();

revoke delete on object, registered_right, encumbrance, claim from qyzmet_registry_realty;
`

/** What the certificate of an object's rights prints beside them; and what officials corrected. */
const characteristics = `
alter table object
  add inventory_number text,
  add year_built int constraint object_year_built check (year_built between 1500 and 2200),
  add floors int constraint object_floors check (floors between 1 and 200),
  add floor int constraint object_floor check (floor between -10 and 200),
  add rooms int constraint object_rooms check (rooms between 1 and 10000),
  add walls_kk text,
  add walls_ru text,
  add area_total numeric(12, 1) constraint object_area_total check (area_total > 0),
  add area_living numeric(12, 1) constraint object_area_living check (area_living > 0 and area_living <= area_total),
  add area_land numeric(12, 1) constraint object_area_land check (area_land > 0);

alter table registered_right add holder_kk text, add holder_ru text, add content_kk text, add content_ru text;
alter table encumbrance add content_kk text, add content_ru text,
  add form text constraint encumbrance_form check (form in ('individual', 'shared', 'joint', 'state')),
  add numerator int, add denominator int,
  add constraint encumbrance_share check (
    (numerator is null) = (denominator is null) and (numerator is null or 0 < numerator and numerator < denominator));
alter table claim add content_kk text, add content_ru text, add interested_kk text, add interested_ru text;

create table correction (
  case_number text constraint correction_pk primary key,
  cadastral_number text not null constraint correction_of_object references object,
  attribute text not null,
  before text,
  value text not null,
  basis text not null,
  party text not null constraint correction_party check (party ~ '^[0-9]{12}$'),
  official text not null constraint correction_official check (official ~ '^[0-9]{12}$'),
  corrected_at timestamptz not null
);
create index correction_by_object on correction (cadastral_number, corrected_at);
comment on table correction is 'what an object said before an official corrected it, one correction a case';
create trigger correction_append_only before update or delete on correction
  for each row execute function refuse_change();
`

const realtyMigrations: readonly Migration[] = [
  kitMigration,
  { id: 2, name: 'objects-and-rights', sql: objects + rights + invariants },
  importsMigration(3),
  { id: 4, name: 'characteristics-contents-corrections', sql: characteristics },
  withinWholeMigration(5, {
    function: 'check_ownership',
    schema: 'reg_realty',
    wholes: 'object',
    parts: 'registered_right',
    key: 'cadastral_number',
    counts: "p.terminated_at is null and p.kind = 'ownership'",
    forms: true,
    rule: 'registered_right_within_whole',
  }),
]

/** GBD RN: objects, rights with their shares, encumbrances and claims, each with its whole history. */
export const realtySchema: SchemaModule = {
  schema: 'reg_realty',
  role: 'registry_realty',
  migrations: realtyMigrations,
}
