export {
  createNotifications,
  type Message,
  type Notifications,
  type NotificationsDeps,
} from './notifications.ts'
export { type NewNotification, type NotificationParams, notify, notifyCall } from './notify.ts'
export { notificationsSchema } from './schema.ts'
export { type NotificationKind } from './texts.ts'
