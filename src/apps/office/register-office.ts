import type { FastifyInstance } from 'fastify'
import type { OfficeDeps } from './deps.ts'
import { routingOf } from './routing.ts'
import { caseRoutes } from './routes/case-routes.tsx'
import { decisionRoutes } from './routes/decision-routes.tsx'
import { openingRoutes } from './routes/opening-routes.tsx'
import { signInRoutes } from './routes/sign-in-routes.tsx'
import { signingRoutes } from './routes/signing-routes.tsx'
import { worklistRoutes } from './routes/worklist-routes.tsx'

/** Puts the desks on the server that `createHttp` made with `deps.session.lookup` for `isOfficePath`. */
export async function registerOffice(app: FastifyInstance, deps: OfficeDeps): Promise<void> {
  const routing = routingOf(app, deps)
  signInRoutes(routing)
  worklistRoutes(routing)
  caseRoutes(routing)
  decisionRoutes(routing)
  signingRoutes(routing)
  openingRoutes(routing)
}
