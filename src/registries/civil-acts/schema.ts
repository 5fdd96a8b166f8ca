import type { Migration, SchemaModule } from '#platform/db'
import { importsMigration, kitMigration } from '#registries/kit'
import { invariants } from './invariants.ts'

const offices = `
create table office (
  code text constraint office_pk primary key constraint office_code check (code ~ '^[0-9]{3}$'),
  kato text not null constraint office_kato check (kato ~ '^[0-9]{9}$'),
  name_kk text not null, name_ru text not null,
  address_kk text not null, address_ru text not null
);
`

/** First two digits of a number by kind: 10, 50, 60 and 70 stand in the acts' samples, the others are ours. */
const records = `
create table record (
  number text constraint record_pk primary key
    constraint record_number check (number ~ '^[0-9]{2}-[0-9]{3}-[0-9]{2}-[0-9]{7}$'),
  kind text not null,
  office text not null constraint record_of_office references office,
  recorded_on date not null,
  ref text constraint record_follows_record references record,
  constraint record_of_kind unique (number, kind),
  constraint record_kind check (left(number, 2) = case kind when 'birth' then '10' when 'death' then '20'
    when 'paternity' then '30' when 'adoption' then '40' when 'marriage' then '50' when 'divorce' then '60'
    when 'name-change' then '70' end),
  constraint record_number_of_office check (substr(number, 4, 3) = office),
  constraint record_ref check ((ref is not null) = (kind in ('divorce', 'paternity', 'adoption')))
);
comment on column record.ref is 'the marriage that a divorce ends, the birth that a paternity or an adoption changes';
create unique index record_ends_marriage_once on record (ref) where kind = 'divorce';
create index record_by_ref on record (ref);

create table version (
  number text not null constraint version_of_record references record,
  version int not null constraint version_counts check (version > 0),
  since date not null,
  cause text not null constraint version_cause check (cause in ('registration', 'correction', 'paternity', 'adoption')),
  basis_kk text, basis_ru text,
  happened_on date not null,
  place_kk text, place_ru text,
  constraint version_pk primary key (number, version),
  constraint version_first_registers check ((version = 1) = (cause = 'registration')),
  constraint version_has_basis check ((version = 1) = (basis_kk is null) and (basis_kk is null) = (basis_ru is null)),
  constraint version_place check ((place_kk is null) = (place_ru is null)),
  constraint version_after_event check (happened_on <= since)
);
comment on table version is 'what a record says since a day: the last version stands, those before it are its history';

create table participant (
  number text not null,
  kind text not null,
  version int not null,
  role text not null,
  iin text constraint participant_iin check (iin ~ '^[0-9]{12}$'),
  sex text constraint participant_sex check (sex in ('male', 'female')),
  birth_date date,
  kk_surname text not null, kk_given text not null, kk_patronymic text,
  ru_surname text not null, ru_given text not null, ru_patronymic text,
  after_kk_surname text, after_kk_given text, after_kk_patronymic text,
  after_ru_surname text, after_ru_given text, after_ru_patronymic text,
  constraint participant_pk primary key (number, version, role),
  constraint participant_in_record foreign key (number, kind) references record (number, kind),
  constraint participant_in_version foreign key (number, version) references version,
  constraint participant_role check (role = any (case kind
    when 'birth' then array['child', 'father', 'mother'] when 'death' then array['person']
    when 'paternity' then array['child', 'father', 'mother'] when 'adoption' then array['child', 'father', 'mother']
    when 'name-change' then array['person'] else array['husband', 'wife'] end)),
  constraint participant_is_told_by_sex check ((role in ('husband', 'father') and sex = 'male')
    or (role in ('wife', 'mother') and sex = 'female') or (role in ('child', 'person') and sex is not null)),
  constraint participant_has_birth_date check (birth_date is not null or role in ('father', 'mother')),
  constraint participant_after check (num_nulls(after_kk_surname, after_kk_given, after_ru_surname, after_ru_given) in (0, 4)),
  constraint participant_changes_name check ((after_kk_surname is not null) = (kind in ('marriage', 'divorce')
    or (kind in ('name-change', 'paternity', 'adoption') and role in ('person', 'child'))))
);
create index participant_by_person on participant (iin);
create unique index participant_born_once on participant (iin) where kind = 'birth' and role = 'child' and version = 1;
create unique index participant_dies_once on participant (iin) where kind = 'death' and version = 1;
`

const books = `
create table repeat_request (
  case_number text constraint repeat_request_pk primary key,
  serial bigint generated always as identity constraint repeat_request_serial unique,
  iin text not null constraint repeat_request_iin check (iin ~ '^[0-9]{12}$'),
  number text not null constraint repeat_request_of_record references record,
  sent_on date not null,
  accepted_at timestamptz not null
);
create table hand_over (
  case_number text constraint hand_over_pk primary key constraint hand_over_of_request references repeat_request,
  handed_on date not null,
  handed_by text not null,
  recorded_at timestamptz not null
);
create table marriage_application (
  case_number text constraint marriage_application_pk primary key,
  serial bigint generated always as identity constraint marriage_application_serial unique,
  first text not null constraint marriage_application_first check (first ~ '^[0-9]{12}$'),
  second text not null constraint marriage_application_second check (second ~ '^[0-9]{12}$'),
  office text not null constraint marriage_application_at_office references office,
  at timestamptz not null,
  accepted_at timestamptz not null,
  constraint marriage_application_of_two check (first <> second)
);
`

const TABLES = [
  'record',
  'version',
  'participant',
  'repeat_request',
  'hand_over',
  'marriage_application',
]
const appendOnly = TABLES.map(
  (table) => `
create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change();
revoke update, delete on ${table} from qyzmet_registry_civil_acts;`,
).join('')

/** What the records say on a day: of each record the last version by then, one row a participant. */
const standing = `
create function standing(day date) returns table (
  number text, kind text, office text, recorded_on date, ref text, version int, since date, happened_on date,
  place_kk text, place_ru text, role text, iin text, sex text, birth_date date,
  kk_surname text, kk_given text, kk_patronymic text, ru_surname text, ru_given text, ru_patronymic text,
  after_kk_surname text, after_kk_given text, after_kk_patronymic text,
  after_ru_surname text, after_ru_given text, after_ru_patronymic text
) language sql stable as $$
  select r.number, r.kind, r.office, r.recorded_on, r.ref, v.version, v.since, v.happened_on, v.place_kk, v.place_ru,
    p.role, p.iin, p.sex, p.birth_date, p.kk_surname, p.kk_given, p.kk_patronymic, p.ru_surname, p.ru_given, p.ru_patronymic,
    p.after_kk_surname, p.after_kk_given, p.after_kk_patronymic, p.after_ru_surname, p.after_ru_given, p.after_ru_patronymic
  from reg_civil_acts.participant p
  join reg_civil_acts.record r on r.number = p.number
  join reg_civil_acts.version v on v.number = p.number and v.version = p.version
  where v.since <= day and not exists (
    select from reg_civil_acts.version w where w.number = v.number and w.version > v.version and w.since <= day)
$$;
`

const civilActsMigrations: readonly Migration[] = [
  kitMigration,
  {
    id: 2,
    name: 'records-and-books',
    sql: offices + records + books + appendOnly + standing + invariants,
  },
  importsMigration(3),
]

/** IS ZAGS: records of civil status with their corrections, and the books of its offices. */
export const civilActsSchema: SchemaModule = {
  schema: 'reg_civil_acts',
  role: 'registry_civil_acts',
  migrations: civilActsMigrations,
}
