import type { Migration, SchemaModule } from '#platform/db'

const migrations: readonly Migration[] = [
  {
    id: 1,
    name: 'job',
    sql: `
create table job (
  id uuid not null default gen_random_uuid() constraint job_pk primary key,
  region text not null,
  kind text not null,
  key text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  attempts integer not null default 0 constraint job_attempts_counted check (attempts >= 0),
  lease uuid,
  lease_until timestamptz,
  parked_at timestamptz,
  last_error text,
  created_at timestamptz not null default clock_timestamp(),
  constraint job_once unique (region, kind, key),
  constraint job_lease_whole check ((lease is null) = (lease_until is null)),
  constraint job_parked_is_free check (parked_at is null or lease is null)
);
create index job_due on job (kind, run_at, created_at) where lease_until is null and parked_at is null;
create index job_leased on job (lease_until) where lease_until is not null;
create index job_parked on job (parked_at) where parked_at is not null;
comment on column job.run_at is '-infinity: at once, whatever the clock of the platform shows';
comment on column job.lease is 'names one claim: only who holds it may end, renew or postpone the job';`,
  },
]

/** The queue of work. A job is added in the transaction that makes it necessary and leaves in the one that does it. */
export const jobsSchema: SchemaModule = {
  schema: 'jobs',
  role: 'app',
  migrations,
  grants: [{ role: 'gateway', sql: 'select, insert, update, delete on jobs.job' }],
}
