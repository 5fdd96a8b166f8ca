/** Format-logic control alone, without parsers and interpreters: what the browser loads. */
export { formErrors } from './errors.ts'
export { checkForm, type CheckedForm, type FormSource } from './check-form.ts'
