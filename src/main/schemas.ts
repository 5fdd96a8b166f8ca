import { appointmentsSchema } from '#capabilities/appointments'
import { authoritySchema } from '#capabilities/authority'
import { casesSchema } from '#capabilities/cases'
import { documentsSchema } from '#capabilities/documents'
import { gatewaySchema } from '#capabilities/gateway'
import { identitySchema } from '#capabilities/identity'
import { inquiriesSchema } from '#capabilities/inquiries'
import { notificationsSchema } from '#capabilities/notifications'
import { paymentsSchema } from '#capabilities/payments'
import { officialsSchema } from '#capabilities/officials'
import { representationSchema } from '#capabilities/representation'
import { surveysSchema } from '#capabilities/surveys'
import type { SchemaModule } from '#platform/db'
import { jobsSchema } from '#platform/jobs'
import { civilActsSchema } from '#registries/civil-acts'
import { bankSchema } from '#registries/bank'
import { landSchema } from '#registries/land'
import { legalEntitiesSchema } from '#registries/legal-entities'
import { notarySchema } from '#registries/notary'
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
  appointmentsSchema,
  documentsSchema,
  notificationsSchema,
  officialsSchema,
  surveysSchema,
  representationSchema,
  paymentsSchema,
  personsSchema,
  legalEntitiesSchema,
  realtySchema,
  civilActsSchema,
  notarySchema,
  bankSchema,
  landSchema,
]
