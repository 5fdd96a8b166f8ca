import type { Migration, SchemaModule } from '#platform/db'

/** The channel on which waiting workers are woken. */
export const CHANNEL = 'qyzmet_jobs'

// A notification makes commits queue up behind each other, so it is sent only when no job of that kind waits already:
// under load workers come back by themselves. The sub-select does not see the rows that its own statement adds.
const functions = `
create function jobs.add(wanted jsonb) returns void language plpgsql as $$
declare
  ring boolean;
begin
  with added as (
    insert into jobs.job (region, kind, key, payload, run_at)
    select region, kind, key, payload, run_at
    from jsonb_to_recordset(wanted) as w(region text, kind text, key text, payload jsonb, run_at timestamptz)
    on conflict on constraint job_once do nothing
    returning kind, run_at
  )
  select exists (
    select from added where run_at = '-infinity' and not exists (
      select from jobs.job j where j.kind = added.kind and j.run_at = '-infinity'
        and j.lease_until is null and j.parked_at is null
    )
  ) into ring;
  if ring then
    perform pg_notify('${CHANNEL}', '');
  end if;
end $$;
comment on function jobs.add is 'adds jobs as a part of the caller''s statement';

create function jobs.end_job(job uuid, held uuid) returns void language plpgsql as $$
begin
  delete from jobs.job j where j.id = job and j.lease = held;
  if not found then
    raise exception 'the lease of this job has passed to another worker'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
end $$;
comment on function jobs.end_job is 'ends a job as a part of its holder''s statement, or fails that statement';
`

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
  { id: 2, name: 'functions', sql: functions },
]

/** The queue of work. A job is added in the transaction that makes it necessary and leaves in the one that does it. */
export const jobsSchema: SchemaModule = {
  schema: 'jobs',
  role: 'app',
  migrations,
  grants: [{ role: 'gateway', sql: 'select, insert, update, delete on jobs.job' }],
}
