/** Moments leave the database as the contract writes them. */
export const at = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
export const pair = (column: string) => `json_build_object('kk', ${column}_kk, 'ru', ${column}_ru)`
export const inForce = (alias: string, moment = '$2') =>
  `${alias}.registered_at <= ${moment} and (${alias}.terminated_at is null or ${moment} < ${alias}.terminated_at)`

const common = `
  'kind', o.kind, 'rightKind', r.kind, 'form', r.form,
  'address', ${pair('o.address')}, 'addressCode', o.address_code, 'purpose', ${pair('o.purpose')},
  'cadastralNumber', o.cadastral_number, 'share', r.numerator || '/' || r.denominator,
  'basis', ${pair('r.basis')}, 'registeredAt', ${at('r.registered_at')}`

const encumbrances = `
  select coalesce(json_agg(json_build_object('kind', ${pair('e.kind')}, 'interested', ${pair('e.interested')},
    'basis', ${pair('e.basis')}, 'registeredAt', ${at('e.registered_at')}) order by e.registered_at, e.id), '[]')
  from reg_realty.encumbrance e
  where e.cadastral_number = o.cadastral_number and (e.holder is null or e.holder = r.holder) and ${inForce('e')}`

const claims = `
  select coalesce(json_agg(json_build_object('subject', ${pair('c.subject')}, 'basis', ${pair('c.basis')},
    'registeredAt', ${at('c.registered_at')}) order by c.registered_at, c.id), '[]')
  from reg_realty.claim c where c.cadastral_number = o.cadastral_number and ${inForce('c')}`

const rights = (members: string, condition: string) => `
  select coalesce(json_agg(json_build_object(${common}, ${members}) order by r.registered_at, r.id), '[]')
  from reg_realty.registered_right r join reg_realty.object o using (cadastral_number)
  where r.holder = $1 and ($3::text is null or o.region = $3) and ${condition}`

/**
 * One statement, one snapshot: whether the named object is in the register (`known`), the rights in force at `$2` and the former
 * ones of the holder `$1`, in the region `$3` (null: everywhere), to the objects `o` that `filter` leaves.
 */
export const rightsQuery = (filter: string): string => `
select exists (select 1 from reg_realty.object o where ${filter}) as known,
  (${rights(`'encumbrances', (${encumbrances}), 'claims', (${claims})`, `${inForce('r')} and ${filter}`)}) as objects,
  (${rights(
    `'termination', json_build_object('basis', ${pair('r.termination')}, 'registeredAt', ${at('r.terminated_at')})`,
    `r.terminated_at <= $2 and ${filter}`,
  )}) as former`

export const ANY_OBJECT = 'true'
export const BY_CADASTRAL_NUMBER = `o.cadastral_number = replace($4, '-', ':')`
/** $4 is the settlement, or the whole region when no settlement is known. */
export const BY_ADDRESS = `($4 in (o.kato, o.region) and upper(o.house) = upper($6)
  and lower($5) in (lower(o.street_kk), lower(o.street_ru))
  and upper(coalesce(o.block, '')) = upper($7) and upper(coalesce(o.flat, '')) = upper($8))`
