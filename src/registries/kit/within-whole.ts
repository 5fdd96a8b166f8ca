import type { Migration } from '#platform/db'

/** Where parts of a whole are kept, and what makes them parts of one whole. */
export interface Parts {
  /** The function that the trigger on `parts` calls. */
  readonly function: string
  readonly schema: string
  /** Table of wholes and table of their parts; both have the column `key`. */
  readonly wholes: string
  readonly parts: string
  readonly key: string
  /** Which parts count now, of the alias `p`. */
  readonly counts: string
  /** Where forms of ownership exist: one owner excludes others, and forms do not mix. */
  readonly forms: boolean
  /** Name of the rule. */
  readonly rule: string
}

/**
 * The check that current parts make at most the whole, exactly, over the least common multiple of the denominators, under locks on the
 * wholes in the order of their keys. Each whole is looked up by index, whatever the planner thinks of the tables: its plan is kept
 * for the life of a connection, and a plan that was made when the tables were small would read all of them for each whole.
 */
export function withinWholeMigration(id: number, parts: Parts): Migration {
  const { schema, wholes, parts: table, key, counts, forms, rule } = parts
  const mixed = forms ? `t.forms > 1 or (t.form = 'individual' and t.owners > 1) or ` : ''
  const told = forms
    ? `count(*) as owners, count(distinct p.form) as forms, min(p.form) as form,`
    : ''
  return {
    id,
    name: 'within-whole-by-index',
    sql: `
create or replace function ${parts.function}() returns trigger language plpgsql set enable_seqscan = off as $$
declare broken text;
begin
  perform 1 from (select distinct ${key} from fresh order by 1) f
    cross join lateral (select 1 from ${schema}.${wholes} w where w.${key} = f.${key} for update) locked;
  select f.${key} into broken
  from (select distinct ${key} from fresh) f
  cross join lateral (
    select ${schema}.common_multiple(p.denominator::numeric) as multiple from ${schema}.${table} p
    where p.${key} = f.${key} and p.denominator is not null and ${counts}) m
  cross join lateral (
    select ${told} sum(p.numerator * m.multiple / p.denominator) > m.multiple as too_much
    from ${schema}.${table} p where p.${key} = f.${key} and ${counts}) t
  where ${mixed}t.too_much limit 1;
  if broken is not null then
    raise exception '${rule}: the parts exceed the whole' using
      errcode = 'check_violation', constraint = '${rule}', table = '${table}';
  end if;
  return null;
end $$;
`,
  }
}
