import { readFileSync, writeFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import YAML, { parse } from 'yaml'
import { contracts } from '#core/contracts'
import { parseCalendar } from '#core/calendar'
import { checkRegulations, parseExample, runExample } from './index.ts'
const country = parse(readFileSync('country/systems.yaml', 'utf8')) as any
const bodies = parse(readFileSync('classifiers/bodies.yaml', 'utf8')) as any
const world = {
  services: contracts,
  systems: ['gateway', 'authority', ...Object.keys(country.systems)],
  roles: Object.keys(country.roles),
  seals: Object.keys(bodies.seals),
  regions: ['100000000', '630000000', '710000000', '750000000'],
}
const read = await checkRegulations({ root: 'regulations', world: world as never })
if (!read.ok) throw new Error(JSON.stringify(read.error))
for (const p of read.value.problems) console.log(p)
const editions = new Map(read.value.editions.map((e) => [e.ref, e]))
const cal = parseCalendar(parse(readFileSync('classifiers/calendar.yaml', 'utf8'))) as any
const person = structuredClone(contracts['persons.identify'].sample.found),
  entity = structuredClone(contracts['legal-entities.identify'].sample.found)
const idOf = {
  person: {
    outcome: 'ok',
    store: {
      iin: person.iin,
      fullName: person.fullName,
      birthDate: person.birthDate,
      status: 'alive',
      address: person.address,
    },
  },
  entity: {
    outcome: 'ok',
    store: { bin: entity.bin, name: entity.name, status: 'registered', address: entity.address },
  },
}
const parties = { person: { person: '840731400431' }, entity: { entity: '120140000017' } }
function emit(ref: string, file: string, example: any, docs?: (run: any) => any) {
  const e = editions.get(ref)
  if (!e) throw new Error('no ' + ref)
  const full = { ...example, expect: { path: ['x'], status: 'finished' } }
  const run = runExample(e, parseExample(YAML.stringify(full)), cal.value)
  const terms = Object.fromEntries(Object.entries(run.terms).map(([k, v]) => [k, String(v)]))
  const expect: any = {
    status: run.status,
    ...(run.result ? { result: run.result } : {}),
    ...(run.ground ? { ground: run.ground } : {}),
    ...(run.due ? { due: run.due } : {}),
    path: run.path,
    ...(Object.keys(terms).length ? { terms } : {}),
    ...(Object.keys(run.documents).length
      ? { documents: docs ? docs(run.documents) : run.documents }
      : {}),
  }
  const dir = `regulations/${ref.split('@')[0].replace('.', '/')}/editions/${ref.split('@')[1]}/examples`
  mkdirSync(dir, { recursive: true })
  const doc = new YAML.Document({ ...example, expect }, { aliasDuplicateObjects: false })
  writeFileSync(
    `${dir}/${file}.yaml`,
    doc.toString({ lineWidth: 118, singleQuote: true, flowCollectionPadding: true }),
  )
  console.log(
    `${ref} ${file}: ${run.status} ${run.ground ?? run.result} due ${run.due} | ${Object.entries(
      terms,
    )
      .map(([k, v]) => k + ' ' + String(v).slice(5, 16))
      .join(', ')}`,
  )
}
// ---- land
const L = 'land.purpose-change'
const form = {
  acting: 'self',
  plot: '05-245-001-123',
  place: 'Көкпекті ауданы, Көкпекті ауылы',
  purposeNow: 'шаруа қожалығын жүргізу үшін',
  purposeNew: 'жол бойындағы сервис объектісін салу үшін',
  reason: 'Автожол бойында жанармай құю бекетін салу жоспарланған.',
  networks: 'no',
  titleDocument: '00000000-0000-4000-8000-000000000001',
  identification: '00000000-0000-4000-8000-000000000002',
}
const bodiesNo = ['sanitary', 'environment', 'emergency'],
  bodiesYes = [...bodiesNo, 'networks']
const handling = (d: string[], opt: any = {}) => [
  { at: `${d[0]} 11:00`, action: 'examine' },
  { at: `${d[1]} 12:30`, action: 'assign' },
  { at: `${d[2]} 16:00`, action: 'determine' },
  ...(opt.bodies ?? bodiesNo).map((body: string, i: number) => ({
    at: `${d[3]} 1${i + 1}:00`,
    action: 'conclusions',
    body,
    positive: opt.negativeBody !== body,
    ...(opt.negativeBody === body
      ? { remark: 'Учаске су қорғау белдеуінде орналасқан.' }
      : body === 'networks'
        ? { remark: 'Электр желісіне қосылу: 10 кВ, техникалық шарт № 14.' }
        : {}),
  })),
  { at: `${d[4]} 15:00`, action: 'propose' },
  {
    at: `${d[5]} 12:00`,
    action: 'commission',
    outcome: opt.commission ?? 'positive',
    store: {
      minutes: '№ 4',
      present: 7,
      for: opt.commission === 'negative' ? 2 : 6,
      against: opt.commission === 'negative' ? 5 : 1,
    },
  },
]
const D17 = [
  '2017-02-07',
  '2017-02-07',
  '2017-02-09',
  '2017-02-15',
  '2017-02-16',
  '2017-02-21',
  '2017-02-23',
  '2017-02-27',
  '2017-02-28',
]
const portalIn = (day: string, outcome = 'complete') => [
  { at: `${day} 10:05`, action: 'fill' },
  { at: `${day} 10:12`, action: 'sign' },
  { at: `${day} 10:20`, action: 'checkPortal', outcome },
]
const granted = (d: string[]) => [
  { at: `${d[6]} 17:00`, action: 'draft', outcome: 'positive' },
  { at: `${d[7]} 10:00`, action: 'signResolution' },
  { at: `${d[8]} 11:00`, action: 'handOver' },
]
const land = (ref: string, file: string, name: string, given: any) =>
  emit(`${L}@${ref}`, file, { name, given: { language: 'kk', ...given } })
const base = (kind: 'person' | 'entity', extra: any = {}) => ({
  channel: 'portal',
  opened: '2017-02-06 10:00',
  party: parties[kind],
  form: { ...form, ...extra },
  answers: { identify: idOf[kind] },
})
const E17 = '2017-01-27'
land(
  E17,
  'portal-person-resolution',
  'A person orders on the portal; all agree; the resolution is given',
  { ...base('person'), decisions: [...portalIn('2017-02-06'), ...handling(D17), ...granted(D17)] },
)
land(
  E17,
  'portal-entity-networks-resolution',
  'A legal entity needs networks: their services are asked too; the resolution is given',
  {
    ...base('entity', {
      networks: 'yes',
      acting: 'representative',
      authority: '00000000-0000-4000-8000-000000000003',
    }),
    decisions: [
      ...portalIn('2017-02-06'),
      ...handling(D17, { bodies: bodiesYes }),
      ...granted(D17),
    ],
  },
)
land(E17, 'portal-refused-identity', 'Process 2: the data of the recipient are not in order', {
  ...base('person'),
  answers: { identify: 'mismatch' },
  decisions: [],
})
land(E17, 'portal-refused-signature', 'Process 4: the EDS is not confirmed', {
  ...base('person'),
  answers: { identify: idOf.person, verifySignature: 'invalid' },
  decisions: portalIn('2017-02-06').slice(0, 2),
})
land(
  E17,
  'portal-refused-irregular',
  'Process 7: irregularities in the electronic documents, refused within two working days',
  {
    ...base('person'),
    decisions: [
      ...portalIn('2017-02-06', 'incomplete'),
      {
        at: '2017-02-07 15:00',
        action: 'refuseIrregular',
        remark: 'Құқық белгілейтін құжаттың көшірмесі оқылмайды.',
      },
    ],
  },
)
const officeIn = (outcome = 'complete') => [
  { at: '2017-02-06 10:05', action: 'acceptOffice' },
  { at: '2017-02-06 10:10', action: 'registerOffice' },
  { at: '2017-02-06 10:20', action: 'checkOffice', outcome },
]
const office = {
  channel: 'office',
  opened: '2017-02-06 10:00',
  party: parties.person,
  form: { ...form },
}
land(
  E17,
  'office-resolution',
  'At the office of the provider: accepted, registered, checked within fifteen minutes; the resolution is given',
  { ...office, decisions: [...officeIn(), ...handling(D17), ...granted(D17)] },
)
land(
  E17,
  'office-refused-incomplete',
  'Condition 1: incomplete documents are refused in writing within two working days',
  {
    ...office,
    decisions: [
      ...officeIn('incomplete'),
      { at: '2017-02-08 17:00', action: 'refuseIncomplete', remark: 'Сәйкестендіру құжаты жоқ.' },
    ],
  },
)
const corp = (kind: 'person' | 'entity') => ({
  channel: 'corporation',
  opened: '2017-02-06 10:00',
  party: parties[kind],
  form: { ...form },
  answers: { identifyAtCorporation: idOf[kind] },
})
const corpIn = (outcome = 'complete') => [
  { at: '2017-02-06 10:02', action: 'enterRecipient' },
  { at: '2017-02-06 10:08', action: 'fillAtCorporation' },
  { at: '2017-02-06 10:10', action: 'certifyAtCorporation' },
  { at: '2017-02-06 10:14', action: 'checkAtCorporation', outcome },
]
land(
  E17,
  'corporation-resolution',
  'Through the State Corporation: comes in at action 2; the resolution is given',
  { ...corp('entity'), decisions: [...corpIn(), ...handling(D17), ...granted(D17)] },
)
land(E17, 'corporation-refused-unknown', 'Process 4: the recipient is in neither register', {
  ...corp('person'),
  answers: { identifyAtCorporation: 'mismatch' },
  decisions: corpIn().slice(0, 1),
})
land(
  E17,
  'corporation-not-accepted',
  'Process 6: an incomplete package is not accepted; the recipient gets a receipt',
  {
    ...corp('person'),
    decisions: [
      ...corpIn('incomplete'),
      {
        at: '2017-02-06 10:16',
        action: 'refuseAcceptance',
        remark: 'Құқық белгілейтін құжат ұсынылмады.',
      },
    ],
  },
)
const refused = (ground: string, remark: string, d = D17) => [
  { at: `${d[6]} 17:00`, action: 'draft', outcome: 'negative', store: { ground, remark } },
  { at: `${d[7]} 10:00`, action: 'signRefusal' },
  { at: `${d[8]} 11:00`, action: 'refuse', ground, remark },
]
const why: any = {
  untrue: 'Құқық белгілейтін құжаттағы аудан тізілімдегі деректерге сәйкес келмейді.',
  requirements: 'Учаскенің ең аз мөлшері сақталмаған.',
  approval: 'Учаске су қорғау белдеуінде орналасқан.',
  court: 'Соттың 2016 жылғы 12 желтоқсандағы шешімі.',
}
for (const [ground, remark] of Object.entries(why))
  land(
    E17,
    `refused-${ground}`,
    `Point 10 of the Standard, ground "${ground}": a reasoned refusal`,
    {
      ...base('person'),
      decisions: [
        ...portalIn('2017-02-06'),
        ...handling(D17, ground === 'approval' ? { negativeBody: 'environment' } : {}),
        ...refused(ground, remark as string),
      ],
    },
  )
land(
  E17,
  'refused-by-commission',
  'The land commission is against: a refusal is drafted and signed',
  {
    ...base('person'),
    decisions: [
      ...portalIn('2017-02-06'),
      ...handling(D17, { commission: 'negative' }),
      { at: '2017-02-23 17:00', action: 'draftCommissionRefusal' },
      { at: '2017-02-24 10:00', action: 'signCommissionRefusal', outcome: 'returned' },
      { at: '2017-02-24 16:00', action: 'draftCommissionRefusal' },
      { at: '2017-02-27 10:00', action: 'signCommissionRefusal' },
      {
        at: '2017-02-28 11:00',
        action: 'refuseByCommission',
        remark: 'Комиссияның № 4 хаттамасы.',
      },
    ],
  },
)
land(
  E17,
  'returned-then-granted',
  'The head returns a refusal; the specialist drafts the resolution; it is given',
  {
    ...base('person'),
    decisions: [
      ...portalIn('2017-02-06'),
      ...handling(D17),
      {
        at: '2017-02-22 17:00',
        action: 'draft',
        outcome: 'negative',
        store: { ground: 'requirements' },
      },
      { at: '2017-02-23 10:00', action: 'signRefusal', outcome: 'returned' },
      { at: '2017-02-24 17:00', action: 'draft', outcome: 'positive' },
      { at: '2017-02-27 10:00', action: 'signResolution' },
      { at: '2017-02-28 11:00', action: 'handOver' },
    ],
  },
)
const D16 = [
  '2016-05-03',
  '2016-05-04',
  '2016-05-05',
  '2016-05-13',
  '2016-05-16',
  '2016-05-19',
  '2016-05-23',
  '2016-05-27',
  '2016-05-30',
]
land(
  '2016-04-29',
  'portal-person-over-may',
  'Filed on the first day of the edition: the working days pass over the holidays of May 2016',
  {
    ...base('person'),
    opened: '2016-04-29 10:00',
    decisions: [...portalIn('2016-04-29'), ...handling(D16), ...granted(D16)],
  },
)
land(
  '2016-04-29',
  'office-refused-incomplete',
  'Incomplete documents before the holidays of May: two working days end on 4 May',
  {
    ...office,
    opened: '2016-04-29 10:00',
    decisions: officeIn('incomplete')
      .map((d) => ({ ...d, at: d.at.replace('2017-02-06', '2016-04-29') }))
      .concat([
        {
          at: '2016-05-04 17:00',
          action: 'refuseIncomplete',
          remark: 'Сәйкестендіру құжаты жоқ.',
        } as never,
      ]),
  },
)
const D15 = [
  '2015-12-15',
  '2015-12-15',
  '2015-12-21',
  '2015-12-28',
  '2015-12-29',
  '2016-01-06',
  '2016-01-11',
  '2016-01-14',
  '2016-01-15',
]
land(
  '2015-11-13',
  'portal-person-over-new-year',
  'Over Independence Day, New Year and Christmas every action is in time, yet the total of 30 days passes first (G27)',
  {
    ...base('person'),
    opened: '2015-12-14 10:00',
    decisions: [...portalIn('2015-12-14'), ...handling(D15), ...granted(D15)],
  },
)
land('2015-11-13', 'refused-by-commission', 'The land commission is against', {
  ...base('entity'),
  opened: '2015-12-14 10:00',
  decisions: [
    ...portalIn('2015-12-14'),
    ...handling(D15, { commission: 'negative' }),
    { at: '2016-01-11 17:00', action: 'draftCommissionRefusal' },
    { at: '2016-01-14 10:00', action: 'signCommissionRefusal' },
    { at: '2016-01-15 11:00', action: 'refuseByCommission', remark: 'Комиссияның № 4 хаттамасы.' },
  ],
})
// ---- realty
const rights: any = contracts['realty.rights-of-person'].sample
for (const day of ['2011-08-26', '2012-04-10']) {
  const ref = `justice.realty-absence@${day}`,
    when = day === '2011-08-26' ? '2011-09-05' : '2012-05-14'
  const asOf = `${when}T05:13:00.000Z`
  const found = rights.found.objects.map((o: any) => ({
    ...o,
    registeredAt: '2010-03-16T05:20:00.000Z',
    basis: {
      kk: '2010-03-12 № 1-245 сатып алу-сату шарты',
      ru: 'договор купли-продажи от 2010-03-12 № 1-245',
    },
    encumbrances: o.encumbrances.map((x: any) => ({
      ...x,
      basis: { kk: '2010-03-12 № 77 кепіл шарты', ru: 'договор залога от 2010-03-12 № 77' },
      registeredAt: '2010-03-16T05:25:00.000Z',
    })),
  }))
  const { encumbrances: _e, claims: _c, ...plain } = found[0]
  const former = [
    {
      ...plain,
      share: null,
      ownership: { kk: 'жеке меншік', ru: 'индивидуальная собственность' },
      cadastralNumber: '05:245:001:077',
      registeredAt: '2001-06-04T04:00:00.000Z',
      basis: {
        kk: '2001-05-28 № 310 сыйға тарту шарты',
        ru: 'договор дарения от 2001-05-28 № 310',
      },
      termination: {
        basis: {
          kk: '2009-11-02 № 88 сатып алу-сату шарты',
          ru: 'договор купли-продажи от 2009-11-02 № 88',
        },
        registeredAt: '2009-11-05T06:10:00.000Z',
      },
    },
  ]
  const decisions = [
    { at: `${when} 11:02`, action: 'fill' },
    { at: `${when} 11:12`, action: 'sign' },
  ]
  const rf = (kind: string, variant: string) => ({
    ...(kind === 'person' ? { identityDocument: 'УДОСТОВЕРЕНИЕ РК' } : {}),
    variant,
    region: '100000000',
    object: 'region',
    language: 'ru',
  })
  const g = (kind: 'person' | 'entity', variant: string) => ({
    channel: 'portal',
    language: 'ru',
    opened: `${when} 11:00`,
    party: parties[kind],
    form: rf(kind, variant),
    answers: { identify: idOf[kind] } as any,
    decisions,
  })
  const names: any = { person: 'A person', entity: 'A legal entity' }
  for (const kind of ['person', 'entity'] as const)
    for (const variant of ['current', 'history']) {
      const former1 = variant === 'history' ? former : []
      const f = g(kind, variant)
      f.answers.askRealty = { outcome: 'found', store: { asOf, objects: found, former: former1 } }
      const name = `${names[kind]}, ${variant === 'history' ? 'with history' : 'current rights'}`
      emit(ref, `${kind}-${variant}-found`, {
        name: `${name}: registered, the certificate of presence is issued`,
        given: f,
      })
      const a = g(kind, variant)
      a.answers.askRealty = { outcome: 'absent', store: { asOf, objects: [], former: former1 } }
      emit(ref, `${kind}-${variant}-absent`, {
        name: `${name}: nothing registered now, the certificate of absence is issued`,
        given: a,
      })
    }
  for (const kind of ['person', 'entity'] as const)
    emit(ref, `refused-identity-${kind}`, {
      name: `Process 2: ${names[kind].toLowerCase()} is not confirmed by the register`,
      given: { ...g(kind, 'current'), answers: { identify: 'mismatch' }, decisions: [] },
    })
  emit(ref, 'refused-signature', {
    name: 'Process 5: the EDS is not confirmed',
    given: {
      ...g('person', 'current'),
      answers: { identify: idOf.person, verifySignature: 'invalid' },
    },
  })
  const n = g('person', 'current')
  n.answers.askRealty = { outcome: 'noData', store: { status: 'noData' } }
  n.form = { ...n.form, object: 'cadastralNumber', cadastralNumber: '05:245:001:999' } as any
  emit(ref, 'refused-no-data', {
    name: 'Process 8: the object named is not in the register',
    given: n,
  })
}
