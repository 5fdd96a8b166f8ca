export { notificationErrors } from './errors.ts'
export { CHOOSABLE_GROUPS, groupTexts, type MailGroup } from './groups.ts'
export { createMailing, type Mailing, type MailSettings } from './mailing.ts'
export {
  createNotifications,
  type Message,
  type Notifications,
  type NotificationsDeps,
} from './notifications.ts'
export { type NewNotification, type NotificationParams, notify, notifyCall } from './notify.ts'
export { notificationsSchema } from './schema.ts'
export { type LetterDeps, sendLetter } from './send-letter.ts'
export { type NotificationKind } from './texts.ts'
export { mailPaths } from './write-letter.tsx'
