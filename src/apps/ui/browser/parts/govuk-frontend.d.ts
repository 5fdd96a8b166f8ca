/** The parts of govuk-frontend that we start; the package carries no types. */
declare module 'govuk-frontend' {
  export interface Part {
    readonly moduleName: string
  }
  export const Button: Part
  export const ErrorSummary: Part
  export const NotificationBanner: Part
  export const PasswordInput: Part
  export const SkipLink: Part
  export function createAll(part: Part): readonly object[]
}
