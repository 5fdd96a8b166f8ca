import type { Migration } from '#platform/db'

/** A migration of every registry: which batches of which sources it has taken, so that an import that was cut off goes on. */
export const importsMigration = (id: number): Migration => ({
  id,
  name: 'imports',
  sql: `
create table import_batch (
  source text not null,
  batch int not null constraint import_batch_number check (batch >= 0),
  accepted int not null constraint import_batch_accepted check (accepted >= 0),
  rejected jsonb not null,
  taken_at timestamptz not null default now(),
  constraint import_batch_pk primary key (source, batch)
);
comment on table import_batch is 'written in the transaction of the batch itself: a batch is taken whole and once, or not at all';
create trigger import_batch_unchanged before update or delete on import_batch
  for each row execute function refuse_change();
`,
})
