export {
  createMailer,
  type Letter,
  type Mailer,
  type MailerOptions,
  type Outcome,
} from './create-mailer.ts'
