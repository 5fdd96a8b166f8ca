import type { SchemaModule } from '#platform/db'

const bookings = `
create table booking (
  key text constraint booking_pk primary key,
  case_id uuid not null,
  calendar text not null,
  office text not null,
  at timestamptz not null,
  -- Which of the places of that hour, and how many there were when it was taken.
  place smallint not null,
  places smallint not null,
  booked_at timestamptz not null,
  released_at timestamptz,
  constraint booking_within_capacity check (place between 1 and places)
);
create unique index booking_place_once on booking (calendar, office, at, place) where released_at is null;
create index booking_of_case on booking (case_id) where released_at is null;
revoke delete, truncate on booking from qyzmet_app;

create function appointments.release(of_case uuid, moment timestamptz) returns void language plpgsql as $$
begin
  update appointments.booking b set released_at = moment where b.case_id = of_case and b.released_at is null;
end $$;
comment on function appointments.release is 'gives the places of a case back as a part of the statement that ends it';
`

export const appointmentsSchema: SchemaModule = {
  schema: 'appointments',
  role: 'app',
  migrations: [{ id: 1, name: 'bookings', sql: bookings }],
}
