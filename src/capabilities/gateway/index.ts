export type { AccessRight } from './access-rights.ts'
export { askAgain, stuckMessages, type StuckMessage } from './ask-again.ts'
export { createGateway, type Gateway, type GatewayOptions } from './create-gateway.ts'

export { gatewaySchema } from './schema.ts'
export type { TimeStamp } from './seal-log.ts'
export { messageCall, type OutgoingMessage, sendMessage } from './send-message.ts'
export {
  accessLog,
  type AccessRecord,
  type SystemStatus,
  waiting,
  type WaitingMessage,
} from './system-status.ts'
export { inProcessTransport, type Transport } from './transport.ts'
export {
  type BrokenChain,
  type CheckStamp,
  type LogVerdict,
  verifyMessageLog,
} from './verify-message-log.ts'
