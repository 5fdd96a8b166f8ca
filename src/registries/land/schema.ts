import type { Migration, SchemaModule } from '#platform/db'
import { importsMigration, kitMigration, withinWholeMigration } from '#registries/kit'

const plots = `
create table plot (
  cadastral_number text constraint plot_pk primary key
    constraint plot_cadastral_number check (cadastral_number ~ '^[0-9]{2}:[0-9]{3}:[0-9]{3}:[0-9]{1,5}$'),
  kato text not null constraint plot_kato check (kato ~ '^[0-9]{9}$'),
  region text not null constraint plot_region check (region ~ '^[0-9]{9}$'),
  street_kk text not null,
  street_ru text not null,
  house text not null,
  address_kk text not null,
  address_ru text not null,
  formed_on date not null
);
create index plot_by_address on plot (kato, house);

create table description (
  cadastral_number text not null constraint description_of_plot references plot,
  valid_from date not null,
  valid_to date,
  category text not null constraint description_category check (category in
    ('agricultural', 'settlements', 'industry', 'protected', 'forest', 'water', 'reserve')),
  purpose_kk text not null,
  purpose_ru text not null,
  square_metres int not null constraint description_area check (square_metres > 0),
  divisible boolean not null,
  constraint description_pk primary key (cadastral_number, valid_from),
  constraint description_validity check (valid_from < valid_to),
  constraint description_ends_once unique nulls not distinct (cadastral_number, valid_to)
);

create table restriction (
  id uuid constraint restriction_pk primary key default gen_random_uuid(),
  cadastral_number text not null constraint restriction_of_plot references plot,
  text_kk text not null, text_ru text not null,
  basis_kk text not null, basis_ru text not null,
  since date not null,
  until date,
  constraint restriction_validity check (since < until)
);
create index restriction_by_plot on restriction (cadastral_number);

create table evaluation (
  cadastral_number text not null constraint evaluation_of_plot references plot,
  assessed_on date not null,
  tiyn bigint not null constraint evaluation_positive check (tiyn > 0),
  basis_kk text not null, basis_ru text not null,
  constraint evaluation_pk primary key (cadastral_number, assessed_on)
);
`

const HOLDER = (table: string) => `
  holder_kind text not null constraint ${table}_holder_kind check (holder_kind in ('person', 'entity', 'state')),
  holder_number text constraint ${table}_holder_number check (holder_number ~ '^[0-9]{12}$'),
  holder_kk text not null,
  holder_ru text not null,
  constraint ${table}_state_has_no_number check ((holder_kind = 'state') = (holder_number is null))`

/** A holding, a document and a restriction begin and end once; nothing else about them ever changes. */
const papers = `
create table holding (
  id uuid constraint holding_pk primary key default gen_random_uuid(),
  cadastral_number text not null constraint holding_of_plot references plot,
  kind text not null constraint holding_kind check (kind in ('ownership', 'permanent-use', 'lease')),
  form text not null constraint holding_form check (form in ('individual', 'shared', 'joint', 'state')),
  numerator int,
  denominator int,
  basis_kk text not null, basis_ru text not null,
  since date not null,
  term date,
  ended_on date,
  ${HOLDER('holding')},
  constraint holding_share check (
    (form = 'shared') = (numerator is not null and denominator is not null) and (numerator is null) = (denominator is null)),
  constraint holding_share_is_part check (0 < numerator and numerator < denominator),
  constraint holding_state_land_is_used check ((form = 'state') = (kind <> 'ownership')),
  constraint holding_lease_has_term check ((kind = 'lease') = (term is not null)),
  constraint holding_term check (since < term),
  constraint holding_validity check (since < ended_on)
);
create index holding_by_plot on holding (cadastral_number);
create index holding_by_holder on holding (holder_number);

create table document (
  number text constraint document_pk primary key,
  cadastral_number text not null constraint document_of_plot references plot,
  kind text not null constraint document_kind check (kind in ('ownership-act', 'permanent-use-act', 'lease-act')),
  series text,
  made_on date not null,
  made_by_kk text not null, made_by_ru text not null,
  issued_on date,
  basis_kk text not null, basis_ru text not null,
  ended_on date,
  ${HOLDER('document')},
  constraint document_issued_after_made check (issued_on >= made_on),
  constraint document_validity check (made_on < ended_on)
);
create index document_by_plot on document (cadastral_number);

create table first_grant (
  cadastral_number text constraint first_grant_pk primary key constraint first_grant_of_plot references plot,
  kind text not null constraint first_grant_kind check (kind in ('decision', 'resolution', 'contract')),
  number text not null,
  date date not null,
  body_kk text not null, body_ru text not null,
  "right" text not null constraint first_grant_right check ("right" in ('ownership', 'permanent-use', 'lease')),
  years int constraint first_grant_years check (years > 0),
  until date,
  purpose_kk text not null, purpose_ru text not null,
  square_metres int not null constraint first_grant_area check (square_metres > 0),
  ${HOLDER('first_grant')},
  constraint first_grant_term check ((years is null) = (until is null) and (("right" = 'lease') = (years is not null))),
  constraint first_grant_ends_later check (date < until)
);
`

/** One owner, or shares that make at most the whole, or joint owners; added exactly, under a lock on the plot. */
const invariants = `
create aggregate common_multiple(numeric) (sfunc = pg_catalog.lcm, stype = numeric, initcond = '1');

create function check_holdings() returns trigger language plpgsql as $$
declare broken text;
begin
  perform 1 from reg_land.plot p
    where p.cadastral_number in (select cadastral_number from fresh) order by p.cadastral_number for update;
  select t.cadastral_number into broken from (
    select h.cadastral_number, count(*) as owners, count(distinct h.form) as forms, min(h.form) as form,
      sum(h.numerator * m.multiple / h.denominator) > max(m.multiple) as too_much
    from reg_land.holding h
    join lateral (
      select reg_land.common_multiple(s.denominator::numeric) as multiple from reg_land.holding s
      where s.cadastral_number = h.cadastral_number and s.ended_on is null and s.denominator is not null) m on true
    where h.ended_on is null and h.kind = 'ownership' and h.cadastral_number in (select cadastral_number from fresh)
    group by h.cadastral_number) t
  where t.forms > 1 or t.too_much or (t.form = 'individual' and t.owners > 1) limit 1;
  if broken is not null then
    raise exception 'the ownership of a plot exceeds the whole' using
      errcode = 'check_violation', constraint = 'holding_within_whole', table = 'holding';
  end if;
  return null;
end $$;
create trigger holding_within_whole after insert on holding
  referencing new table as fresh for each statement execute function check_holdings();

create function only_ends() returns trigger language plpgsql as $$
declare ends text[] := array['ended_on', 'until', 'valid_to', 'issued_on'];
begin
  if to_jsonb(new) - ends <> to_jsonb(old) - ends then
    raise exception 'an entry of % is ended, never overwritten', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger holding_only_ends before update on holding for each row execute function only_ends();
create trigger document_only_ends before update on document for each row execute function only_ends();
create trigger restriction_only_ends before update on restriction for each row execute function only_ends();
create trigger description_only_ends before update on description for each row execute function only_ends();
create trigger first_grant_unchanged before update on first_grant for each row execute function refuse_change();
create trigger evaluation_unchanged before update on evaluation for each row execute function refuse_change();

revoke delete on plot, description, restriction, evaluation, holding, document, first_grant from qyzmet_registry_land;
`

const landMigrations: readonly Migration[] = [
  kitMigration,
  { id: 2, name: 'plots', sql: plots + papers + invariants },
  importsMigration(3),
  withinWholeMigration(4, {
    function: 'check_holdings',
    schema: 'reg_land',
    wholes: 'plot',
    parts: 'holding',
    key: 'cadastral_number',
    counts: "p.ended_on is null and p.kind = 'ownership'",
    forms: true,
    rule: 'holding_within_whole',
  }),
]

/** AIS GZK: plots with what is known of them, their holders, identification documents and first grants, with history. */
export const landSchema: SchemaModule = {
  schema: 'reg_land',
  role: 'registry_land',
  migrations: landMigrations,
}
