import { authoritySchema } from '#capabilities/authority'
import { casesSchema } from '#capabilities/cases'
import { documentsSchema } from '#capabilities/documents'
import { gatewaySchema } from '#capabilities/gateway'
import { identitySchema } from '#capabilities/identity'
import { inquiriesSchema } from '#capabilities/inquiries'
import { notificationsSchema } from '#capabilities/notifications'
import { surveysSchema } from '#capabilities/surveys'
import type { SchemaModule } from '#platform/db'
import { jobsSchema } from '#platform/jobs'
import { legalEntitiesSchema } from '#registries/legal-entities'
import { personsSchema } from '#registries/persons'
import { realtySchema } from '#registries/realty'

/** Every schema of the platform, in the order in which they are made. */
export const schemas: readonly SchemaModule[] = [
  jobsSchema,
  gatewaySchema,
  authoritySchema,
  identitySchema,
  inquiriesSchema,
  casesSchema,
  documentsSchema,
  notificationsSchema,
  surveysSchema,
  personsSchema,
  legalEntitiesSchema,
  realtySchema,
]
