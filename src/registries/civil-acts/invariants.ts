/**
 * Nobody marries while another marriage of theirs stands, and a divorce ends a marriage of the same two. Marriages are taken in one
 * at a time, so two registrations at once cannot both pass.
 */
export const invariants = `
create function check_marriages() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('reg_civil_acts.marriages', 0))
    from fresh where kind = 'marriage' limit 1;
  if exists (
    select from fresh f
    join reg_civil_acts.record m on m.number = f.number
    join reg_civil_acts.participant o on o.iin = f.iin and o.kind = 'marriage' and o.number <> f.number
    join reg_civil_acts.record other on other.number = o.number
    where f.kind = 'marriage' and f.version = 1 and other.recorded_on <= m.recorded_on
      and not exists (select from reg_civil_acts.record d
        where d.kind = 'divorce' and d.ref = o.number and d.recorded_on <= m.recorded_on)
      and not exists (select from reg_civil_acts.participant partner
        join reg_civil_acts.participant dead on dead.iin = partner.iin and dead.kind = 'death'
        join reg_civil_acts.record death on death.number = dead.number
        where partner.number = o.number and death.recorded_on <= m.recorded_on))
  then
    raise exception 'a person in a marriage marries again' using
      errcode = 'check_violation', constraint = 'marriage_of_unmarried', table = 'participant';
  end if;
  if exists (
    select from fresh f join reg_civil_acts.record d on d.number = f.number
    where f.kind = 'divorce' and not exists (select from reg_civil_acts.participant s
      where s.number = d.ref and s.kind = 'marriage' and s.role = f.role and s.iin is not distinct from f.iin))
  then
    raise exception 'a divorce ends no marriage of these two' using
      errcode = 'check_violation', constraint = 'divorce_of_same_spouses', table = 'participant';
  end if;
  return null;
end $$;
create trigger participant_marries_lawfully after insert on participant
  referencing new table as fresh for each statement execute function check_marriages();
`
