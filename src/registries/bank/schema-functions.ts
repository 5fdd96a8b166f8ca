/** After as many declined attempts the bank takes none any more for an order. */
const MOST_ATTEMPTS = 10

/**
 * Money moves in these functions alone, each under the lock of what it moves. A charge holds its card before the merchant's account; a
 * refund inserts its entries, whose foreign keys wait for that card, before it changes the merchant's balance: neither waits for the other
 * in a circle (schema-functions.test.ts).
 */
export const functions = `
create function post(named text, of_kind text, for_order uuid, of_payment text, of_refund uuid, from_account text, to_account text,
  sum bigint, at_time timestamptz) returns void language plpgsql as $$
declare
  number bigint;
begin
  insert into bank.posting (id, kind, order_id, payment, amount, refund, at)
    values (named, of_kind, for_order, of_payment, sum, of_refund, at_time) returning seq into number;
  insert into bank.entry (posting, account, amount) values (number, from_account, -sum), (number, to_account, sum);
  update bank.account set balance = balance - sum where id = from_account;
  update bank.account set balance = balance + sum where id = to_account;
end $$;
comment on function post is 'moves money from one account to another, in both of them or in none';

create function decline_reason(c bank.card, sum bigint, typed_expiry date, at_day date) returns text language plpgsql as $$
declare
  available bigint;
begin
  if c.mark is null or c.expires <> typed_expiry then return 'wrong-card'; end if;
  if c.blocked then return 'blocked'; end if;
  if c.expires < at_day then return 'expired-card'; end if;
  if c.secure_fails then return 'three-d-secure'; end if;
  if sum > c.payment_limit then return 'limit'; end if;
  select balance into available from bank.account where id = c.account for update;
  return case when available < sum then 'insufficient-funds' end;
end $$;

-- Tries to pay an order with a card, and notes the call-backs that follow from it. Gives the reason of a refusal, 'paid', or what is wrong with the order: 'no-order', 'closed', 'paid-before'.
create function charge(wanted uuid, named text, card_mark bytea, shown text, typed_expiry date, at_day date, at_time timestamptz,
  late_by interval) returns text language plpgsql as $$
declare
  o bank.pay_order;
  c bank.card;
  because text;
begin
  select * into o from bank.pay_order where id = wanted for update;
  if not found then return 'no-order'; end if;
  if exists (select from bank.attempt where order_id = wanted and reason is null) then return 'paid-before'; end if;
  if at_time >= o.until or (select count(*) from bank.attempt where order_id = wanted) >= ${MOST_ATTEMPTS} then return 'closed'; end if;
  select * into c from bank.card where mark = card_mark;
  because := bank.decline_reason(c, o.amount, typed_expiry, at_day);
  insert into bank.attempt (id, order_id, card, reason, at) values (named, wanted, shown, because, at_time);
  if because is null then
    perform bank.post(named, 'payment', wanted, named, null, c.account, o.merchant, o.amount, at_time);
  end if;
  if coalesce(c.call_back, 'once') <> 'never' then
    insert into bank.call_back (attempt, due_at)
      select named, at_time + case c.call_back when 'late' then late_by else interval '0' end
      from generate_series(1, case c.call_back when 'twice' then 2 else 1 end);
  end if;
  return coalesce(because, 'paid');
end $$;

-- Gives the reference of the refund, or 'no-payment', 'too-much'.
create function give_back(wanted uuid, of_payment text, sum bigint, named text, at_time timestamptz) returns text
language plpgsql as $$
declare
  paid bank.posting;
  card_account text;
  merchant_account text;
  before text;
begin
  select * into paid from bank.posting where id = of_payment and kind = 'payment';
  if not found then return 'no-payment'; end if;
  select merchant into merchant_account from bank.pay_order where id = paid.order_id for update;
  select id into before from bank.posting where refund = wanted;
  if found then return before; end if;
  if sum + coalesce((select sum(amount) from bank.posting where payment = of_payment and kind = 'refund'), 0) > paid.amount then
    return 'too-much';
  end if;
  select account into card_account from bank.entry where posting = paid.seq and amount < 0;
  perform bank.post(named, 'refund', paid.order_id, of_payment, wanted, merchant_account, card_account, sum, at_time);
  return named;
end $$;
comment on function give_back is 'gives a payment back to the card that paid, once per refund';
`

/** What the portal is told of an order beside its attempts. */
export const exhaustion = `
create function exhausted(wanted uuid) returns boolean language sql stable as $$
  select count(*) >= ${MOST_ATTEMPTS} and count(*) filter (where reason is null) = 0 from bank.attempt where order_id = wanted
$$;
comment on function exhausted is 'whether an order was declined so often that it can be paid no more';
`
