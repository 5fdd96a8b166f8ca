export {
  type AnswerEnvelope,
  type AnswerError,
  type AnswerStatus,
  type Envelope,
  envelopeText,
  MAX_MESSAGE_BYTES,
  NO_MESSAGE,
  parseEnvelope,
  type RequestEnvelope,
  type ServiceId,
  serviceId,
  type SystemId,
  systemId,
} from './envelope.ts'
export { envelopeErrors } from './errors.ts'
export {
  fromWire,
  matchAnswer,
  type ReadEnvelope,
  type Seal,
  type SignedEnvelope,
  toWire,
} from './signed-envelope.ts'
