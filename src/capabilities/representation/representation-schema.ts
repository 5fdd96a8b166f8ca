import type { SchemaModule } from '#platform/db'

/** Who made which request for whom, and by what right: append-only. */
export const representationSchema: SchemaModule = {
  schema: 'representation',
  role: 'app',
  migrations: [
    {
      id: 1,
      name: 'acting',
      sql: `
create table acting (
  request text not null,
  iin text not null constraint acting_iin check (iin ~ '^[0-9]{12}$'),
  name_kk text not null, name_ru text not null,
  basis text not null constraint acting_basis check (basis in ('parent', 'attorney', 'head')),
  mandate text not null,
  principal_kind text not null constraint acting_principal_kind check (principal_kind in ('person', 'entity')),
  principal text not null constraint acting_principal check (principal ~ '^[0-9]{12}$'),
  principal_kk text not null, principal_ru text not null,
  at timestamptz not null,
  constraint acting_pk primary key (request, iin),
  constraint acting_for_another check (iin <> principal),
  constraint acting_head_of_entity check ((basis = 'head') <= (principal_kind = 'entity')),
  constraint acting_parent_of_person check ((basis = 'parent') <= (principal_kind = 'person'))
);
create index acting_by_person on acting (iin, at);
create index acting_by_principal on acting (principal, at);
revoke update, delete on acting from qyzmet_app;
`,
    },
  ],
}
