export { legalEntitiesIdentify } from './identify.ts'
export { importLegalEntities, type LegalEntityRow } from './import-legal-entities.ts'
export { legalEntitiesSchema } from './schema.ts'
