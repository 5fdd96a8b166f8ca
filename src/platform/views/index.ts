export { type Card, CardGrid, SearchBox, type SearchBoxProps } from './cards.tsx'
export {
  CaseWay,
  type Fact,
  Facts,
  StepProgress,
  type StepProgressProps,
  type WayAction,
  WithAside,
} from './case-parts.tsx'
export {
  Checkboxes,
  type CheckboxesProps,
  type Choice,
  Radios,
  type RadiosProps,
  Select,
  type SelectProps,
} from './choices.tsx'
export {
  DateInput,
  type DateInputProps,
  dateOfParts,
  type DateParts,
  dateParts,
  partsOfDate,
} from './date-input.tsx'
export { ErrorSummary } from './error-summary.tsx'
export type { FieldProps } from './field.tsx'
export { FileUpload, type FileUploadProps } from './file-upload.tsx'
export { Footer } from './footer.tsx'
export {
  Button,
  ButtonGroup,
  ButtonLink,
  type ButtonProps,
  Form,
  type FormProps,
} from './form.tsx'
export {
  bind,
  type FieldError,
  formState,
  type FormState,
} from './form-state.ts'
export { Header, type HeaderProps, type NavItem, NavList } from './header.tsx'
export {
  type LangLink,
  langLinks,
  langOfUrl,
  LangProvider,
} from './lang.tsx'
export {
  type Column,
  SummaryList,
  type SummaryRow,
  Table,
  type TableProps,
  Tag,
  type TagLook,
  type Task,
  TaskList,
} from './lists.tsx'
export { BackLink, Breadcrumbs, Pagination, type PaginationProps } from './navigation.tsx'
export {
  type BannerProps,
  Details,
  EmptyState,
  InsetText,
  NotificationBanner,
  Panel,
  WarningText,
} from './notes.tsx'
export { Page, type PageAssets, type PageProps } from './page.tsx'
export { renderFragment, renderPage } from './render-page.ts'
export { Svg, trustSvg, type TrustedSvg } from './svg.tsx'
export {
  PasswordInput,
  type PasswordInputProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from './text-input.tsx'
export { viewTexts } from './texts.ts'
