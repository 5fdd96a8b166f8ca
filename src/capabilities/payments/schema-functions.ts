/**
 * What moves an order. `offer`, `close_offer` and `ask_refund` are parts of a case's own statement; `settle` is the one place
 * where a payment meets its order, whoever told of it, so two that tell of it at once cannot settle it twice.
 */
export const functions = `
create function offer(once text, of_case uuid, at_action text, at_visit integer, about_request text, kind_of_party text,
  number_of_party text, named_party text, for_service jsonb, named jsonb, sum bigint, open_until timestamptz, at timestamptz)
returns void language plpgsql as $$
begin
  insert into payments.payment_order (key, case_id, action, visit, request, party_kind, party_number, payer, service, name, amount,
    offered_at, until)
  values (once, of_case, at_action, at_visit, about_request, kind_of_party, number_of_party, named_party, for_service, named, sum,
    at, open_until)
  on conflict (key) do nothing;
end $$;
comment on function offer is 'asks a party to pay, once per key';

create function send_back(paid text, because text, at timestamptz) returns void language plpgsql as $$
declare
  number uuid;
begin
  insert into payments.refund (payment, reason, asked_at) values (paid, because, at)
    on conflict (payment) do nothing returning id into number;
  if number is not null then
    perform jobs.add(jsonb_build_array(jsonb_build_object('region', 'main', 'kind', 'payments.refund', 'key', number,
      'payload', jsonb_build_object('refund', number), 'run_at', '-infinity')));
  end if;
end $$;
comment on function send_back is 'gives one payment back, once';

create function ask_refund(offered text, because text, at timestamptz) returns void language plpgsql as $$
begin
  perform payments.send_back(p.id, because, at) from payments.payment_order o
    join payments.payment p on p.order_id = o.id and p.settles where o.key = offered;
end $$;
comment on function ask_refund is 'gives back what was paid for an offer; nothing when nothing was';

create function close_offer(offered text, at timestamptz) returns void language plpgsql as $$
declare
  found_order payments.payment_order;
begin
  select * into found_order from payments.payment_order where key = offered for update;
  if found_order.state = 'offered' then
    update payments.payment_order set ended_at = at, state = case when at >= until then 'expired' else 'closed' end
      where id = found_order.id;
  elsif found_order.state = 'paid' then
    -- The money came while the case turned away from it: it goes back.
    perform payments.ask_refund(offered, 'late', at);
  end if;
end $$;
comment on function close_offer is 'takes an offer back; what was paid for it in the meantime is given back';

create function settle(wanted uuid, bank_payment text, sum bigint, at_bank timestamptz, masked text, teller text,
  legal_day date, at timestamptz) returns text language plpgsql as $$
declare
  o payments.payment_order;
  known payments.payment;
  number text;
  unwanted boolean;
begin
  select * into o from payments.payment_order where id = wanted for update;
  if not found then
    return 'no-order';
  end if;
  select * into known from payments.payment where id = bank_payment;
  if found then
    return case when known.order_id = wanted and known.amount = sum then 'known' else 'other-payment' end;
  end if;
  if sum <> o.amount then
    return 'wrong-amount';
  end if;
  unwanted := o.state <> 'offered';
  if not unwanted then
    number := documents.reserve('receipt/' || bank_payment, legal_day, at);
  end if;
  insert into payments.payment (id, order_id, amount, paid_at, card, told_by, noted_at, settles, receipt)
    values (bank_payment, wanted, sum, at_bank, masked, teller, at, not unwanted, number);
  if unwanted then
    perform payments.send_back(bank_payment, case o.state when 'paid' then 'surplus' else 'late' end, at);
    return 'unwanted';
  end if;
  update payments.payment_order set state = 'paid', ended_at = at where id = wanted;
  perform jobs.add(jsonb_build_array(
    jsonb_build_object('region', 'main', 'kind', 'payments.settled', 'key', bank_payment, 'run_at', '-infinity', 'payload',
      jsonb_build_object('caseId', o.case_id, 'action', o.action, 'visit', o.visit, 'order', o.id, 'offer', o.key,
        'amount', o.amount, 'paidAt', to_char(at_bank at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'receipt', number)),
    jsonb_build_object('region', 'main', 'kind', 'payments.receipt', 'key', bank_payment, 'run_at', '-infinity', 'payload',
      jsonb_build_object('payment', bank_payment))));
  return 'paid';
end $$;
comment on function settle is 'takes a payment that the bank tells of: it settles its order, or goes back';
`
