export { type Mailbox, openMailbox } from './open-mailbox.ts'
export { registerMailbox } from './register-mailbox.tsx'
