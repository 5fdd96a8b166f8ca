export { registerTrustRoutes } from './register-trust-routes.ts'
