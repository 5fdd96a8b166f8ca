import { z } from 'zod'
import {
  asOf,
  identificationDocument,
  plot,
  plotRequest,
  plotRight,
  SAMPLE_DOCUMENT,
  SAMPLE_PLOT,
  SAMPLE_RIGHT,
  SAMPLE_TITLE,
  titleDocument,
} from './land-shapes.ts'
import { cadastralNumber, iinOrBin, objectByAddress } from './shapes.ts'

const NOW = '2026-11-22T06:00:00.000Z'
const read = { asOf, plot }
const sampleRead = { asOf: NOW, plot: SAMPLE_PLOT }

const identification = z.object({ ...read, documents: z.array(identificationDocument).min(1) })
export type LandIdentification = z.output<typeof identification>

/** AIS GZK: identification documents made for a plot, the newest first. `no-data`: no such plot, or none made. */
export const landIdentificationDocument = {
  id: 'land.identification-document',
  system: 'land',
  name: {
    kk: 'Жер учаскесіне сәйкестендіру құжатын дайындау туралы ақпарат',
    ru: 'Информация об изготовлении идентификационного документа на земельный участок',
    en: 'Manufacture of the identification document of a land plot',
  },
  request: plotRequest,
  answer: identification,
  sample: { found: { ...sampleRead, documents: [SAMPLE_DOCUMENT] } satisfies LandIdentification },
} as const

const information = z.object({
  ...read,
  rights: z.array(plotRight),
  /** The identification document in force. */
  identification: identificationDocument.nullable(),
})
export type CadastralInformation = z.output<typeof information>

/** AIS GZK: what the cadastre says of a plot. `no-data`: no such plot. */
export const landCadastralInformation = {
  id: 'land.cadastral-information',
  system: 'land',
  name: {
    kk: 'Жер учаскесінің кадастрлық ақпараты',
    ru: 'Кадастровая информация на земельный участок',
    en: 'Cadastral information on a land plot',
  },
  request: plotRequest,
  answer: information,
  sample: {
    found: {
      ...sampleRead,
      rights: [SAMPLE_RIGHT],
      identification: SAMPLE_DOCUMENT,
    } satisfies CadastralInformation,
  },
} as const

const ownershipRequest = z.object({
  number: iinOrBin,
  /** Neither named: the plots of `number`. */
  cadastralNumber: cadastralNumber.nullish(),
  address: objectByAddress.nullish(),
})
export type PlotOwnershipRequest = z.output<typeof ownershipRequest>
const ownership = z.object({
  asOf,
  plots: z.array(plot.extend({ rights: z.array(plotRight) })).min(1),
})
export type PlotOwnership = z.output<typeof ownership>

/** AIS GZK: whose a plot is: the plot named by number or by address, or the plots of who asks. `no-data`: no such plot. */
export const landPlotOwnership = {
  id: 'land.plot-ownership',
  system: 'land',
  name: {
    kk: 'Жер учаскесінің тиесілігі туралы ақпарат',
    ru: 'Информация о принадлежности земельного участка',
    en: 'Ownership of a land plot',
  },
  request: ownershipRequest,
  answer: ownership,
  sample: {
    found: {
      asOf: NOW,
      plots: [{ ...SAMPLE_PLOT, rights: [SAMPLE_RIGHT] }],
    } satisfies PlotOwnership,
  },
} as const

const title = z.object({ ...read, document: titleDocument })
export type LandTitle = z.output<typeof title>

/** AIS GZK: the document by which a plot was first granted. `no-data`: no such plot, or no such document. */
export const landTitleDocument = {
  id: 'land.title-document',
  system: 'land',
  name: {
    kk: 'Жер учаскесіне құқықтың алғаш берілуінің құқық белгілеуші құжаты туралы ақпарат',
    ru: 'Информация о правоустанавливающем документе первичного предоставления права на земельный участок',
    en: 'Title document of the first grant of a land plot',
  },
  request: plotRequest,
  answer: title,
  sample: { found: { ...sampleRead, document: SAMPLE_TITLE } satisfies LandTitle },
} as const
