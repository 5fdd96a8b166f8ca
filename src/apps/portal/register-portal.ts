import type { FastifyInstance } from 'fastify'
import type { PortalDeps } from './deps.ts'
import { routingOf } from './routing.ts'
import { accountRoutes } from './routes/account-routes.tsx'
import { cabinetRoutes } from './routes/cabinet-routes.tsx'
import { documentRoutes } from './routes/document-routes.tsx'
import { fillRoutes } from './routes/fill-routes.tsx'
import { forgotRoutes } from './routes/forgot-routes.tsx'
import { keyRoutes } from './routes/key-routes.tsx'
import { liveRoutes } from './routes/live-routes.ts'
import { notificationRoutes } from './routes/notification-routes.tsx'
import { orderRoutes } from './routes/order-routes.tsx'
import { callBackRoute, paymentRoutes } from './routes/payment-routes.tsx'
import { profileRoutes } from './routes/profile-routes.tsx'
import { publicRoutes } from './routes/public-routes.tsx'
import { representationRoutes } from './routes/representation-routes.tsx'
import { requestRoutes } from './routes/request-routes.tsx'
import { serviceRoutes } from './routes/service-routes.tsx'
import { sessionRoutes } from './routes/session-routes.tsx'
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
  fillRoutes(routing)
  signRoutes(routing)
  requestRoutes(routing)
  cabinetRoutes(routing)
  documentRoutes(routing)
  sessionRoutes(routing)
  representationRoutes(routing)
  notificationRoutes(routing)
  paymentRoutes(routing)
  publicRoutes(routing)
  liveRoutes(app, deps)
  await callBackRoute(app, deps)
}
