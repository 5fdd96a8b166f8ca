import { z } from 'zod'
import { address, bilingual, cadastralNumber, day, instant, iinOrBin, share } from './shapes.ts'

const named = z.object({ code: z.string(), name: bilingual })

/** Who asks (IIN or BIN) about which plot. */
export const plotRequest = z.object({ number: iinOrBin, cadastralNumber })

/** A plot as the state land cadastre describes it. */
export const plot = z.object({
  cadastralNumber,
  /** Codes of the cadastre, not of KATO: region, district, accounting quarter. */
  regionCode: z.string(),
  districtCode: z.string(),
  quarter: z.string(),
  address,
  area: z.object({
    squareMetres: z.int(),
    /** With four decimals, such as `0.1000`. */
    hectares: z.string(),
  }),
  category: named,
  /** Designated purpose. */
  purpose: bilingual,
  divisible: z.boolean(),
  divisibility: bilingual,
  /** Limits of use and servitudes in force. */
  restrictions: z.array(z.object({ text: bilingual, basis: bilingual, since: day })),
  /** Cadastral (assessed) value. */
  evaluation: z.object({ tiyn: z.int(), assessedOn: day, basis: bilingual }).nullable(),
  /** The day on which the plot was entered in the cadastre. */
  formedOn: day,
})
export type Plot = z.output<typeof plot>

export const landHolder = z.object({
  kind: z.enum(['person', 'entity', 'state']),
  /** IIN or BIN; null for the state. */
  number: iinOrBin.nullable(),
  name: bilingual,
})

/** A right to a plot that is in force. */
export const plotRight = z.object({
  holder: landHolder,
  right: named,
  form: named,
  share: share.nullable(),
  since: day,
  /** The end of a lease; null: without term. */
  until: day.nullable(),
  basis: bilingual,
})
export type PlotRight = z.output<typeof plotRight>

/** An identification document of a plot: the state act. */
export const identificationDocument = z.object({
  kind: named,
  series: z.string().nullable(),
  number: z.string(),
  madeOn: day,
  madeBy: bilingual,
  issuedTo: landHolder,
  issuedOn: day.nullable(),
  basis: bilingual,
  inForce: z.boolean(),
})
export type IdentificationDocument = z.output<typeof identificationDocument>

/** The document by which the right to the plot was first granted. */
export const titleDocument = z.object({
  kind: named,
  number: z.string(),
  date: day,
  /** Who granted: the akimat. */
  body: bilingual,
  grantee: landHolder,
  right: named,
  /** Null: without term. */
  term: z.object({ years: z.int(), until: day }).nullable(),
  purpose: bilingual,
  areaSquareMetres: z.int(),
})
export type TitleDocument = z.output<typeof titleDocument>

export const asOf = instant

export const SAMPLE_PLOT: Plot = {
  cadastralNumber: '05:245:001:123',
  regionCode: '05',
  districtCode: '245',
  quarter: '001',
  address: {
    kato: '104400000',
    region: '100000000',
    text: {
      kk: 'Абай облысы, Көкпекті ауданы, Көкпекті ауылы, Абай көшесі, 45-үй',
      ru: 'область Абай, Кокпектинский район, село Кокпекты, улица Абая, дом 45',
    },
  },
  area: { squareMetres: 1000, hectares: '0.1000' },
  category: {
    code: 'settlements',
    name: { kk: 'елді мекендердің жері', ru: 'земли населённых пунктов' },
  },
  purpose: {
    kk: 'жеке тұрғын үй салу және күтіп-ұстау',
    ru: 'строительство и обслуживание индивидуального жилого дома',
  },
  divisible: false,
  divisibility: { kk: 'бөлінбейтін', ru: 'неделимый' },
  restrictions: [
    {
      text: { kk: 'электр желісінің күзет аймағы', ru: 'охранная зона электрической сети' },
      basis: { kk: '14.03.2005 № 17 шешім', ru: 'решение от 14.03.2005 № 17' },
      since: '2005-03-14',
    },
  ],
  evaluation: {
    tiyn: 125_000_000,
    assessedOn: '2011-06-01',
    basis: {
      kk: '01.06.2011 № 245-17 кадастрлық (бағалау) құнын анықтау актісі',
      ru: 'акт определения кадастровой (оценочной) стоимости от 01.06.2011 № 245-17',
    },
  },
  formedOn: '1999-04-02',
}

export const SAMPLE_RIGHT: PlotRight = {
  holder: {
    kind: 'person',
    number: '840731400431',
    name: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ ҚАЙРАТҚЫЗЫ', ru: 'САГИНДЫКОВА АСЕЛ КАЙРАТОВНА' },
  },
  right: { code: 'ownership', name: { kk: 'меншік құқығы', ru: 'право собственности' } },
  form: { code: 'individual', name: { kk: 'жеке меншік', ru: 'индивидуальная собственность' } },
  share: null,
  since: '2015-03-16',
  until: null,
  basis: {
    kk: '12.03.2015 № 1-245 сатып алу-сату шарты',
    ru: 'договор купли-продажи от 12.03.2015 № 1-245',
  },
}

export const SAMPLE_DOCUMENT: IdentificationDocument = {
  kind: {
    code: 'ownership-act',
    name: {
      kk: 'жер учаскесіне жеке меншік құқығын беретін акт',
      ru: 'акт на право частной собственности на земельный участок',
    },
  },
  series: 'ЖМ',
  number: '0512345',
  madeOn: '2015-04-02',
  madeBy: {
    kk: '«Жер кадастры ғылыми-өндірістік орталығы» РМК филиалы',
    ru: 'филиал РГП «Научно-производственный центр земельного кадастра»',
  },
  issuedTo: SAMPLE_RIGHT.holder,
  issuedOn: '2015-04-09',
  basis: SAMPLE_RIGHT.basis,
  inForce: true,
}

export const SAMPLE_TITLE: TitleDocument = {
  kind: { code: 'decision', name: { kk: 'әкімнің шешімі', ru: 'решение акима' } },
  number: '245-17',
  date: '1999-03-15',
  body: {
    kk: 'Көкпекті ауданының әкімі',
    ru: 'аким Кокпектинского района',
  },
  grantee: SAMPLE_RIGHT.holder,
  right: SAMPLE_RIGHT.right,
  term: null,
  purpose: SAMPLE_PLOT.purpose,
  areaSquareMetres: 1000,
}
