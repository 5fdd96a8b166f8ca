import type { FastifyInstance } from 'fastify'
import type { PortalDeps } from './deps.ts'
import { routingOf } from './routing.ts'
import { accountRoutes } from './routes/account-routes.tsx'
import { cabinetRoutes } from './routes/cabinet-routes.tsx'
import { forgotRoutes } from './routes/forgot-routes.tsx'
import { keyRoutes } from './routes/key-routes.tsx'
import { liveRoutes } from './routes/live-routes.ts'
import { orderRoutes } from './routes/order-routes.tsx'
import { profileRoutes } from './routes/profile-routes.tsx'
import { publicRoutes } from './routes/public-routes.tsx'
import { requestRoutes } from './routes/request-routes.tsx'
import { serviceRoutes } from './routes/service-routes.tsx'
import { signRoutes } from './routes/sign-routes.tsx'

/** Puts all pages of the portal on the server that `createHttp` made with `sessionOf: deps.session.lookup`. */
export async function registerPortal(app: FastifyInstance, deps: PortalDeps): Promise<void> {
  const routing = routingOf(app, deps)
  serviceRoutes(routing)
  accountRoutes(routing)
  forgotRoutes(routing)
  profileRoutes(routing)
  keyRoutes(routing)
  orderRoutes(routing)
  signRoutes(routing)
  requestRoutes(routing)
  cabinetRoutes(routing)
  publicRoutes(routing)
  liveRoutes(app, deps)
}
